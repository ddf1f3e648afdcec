//! Log vectors as JSON: for every step the bytes, and what the rules make of them.

use serde::{Deserialize, Serialize};
use yishi_protocol::blob::Blob;

/// A log told step by step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogVectors {
    /// What the log is about.
    pub about: String,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Step {
    /// An entry that stands in the log from here on.
    Accepted {
        /// What happens.
        note: String,
        /// The kind's name.
        kind: String,
        /// `received_ms` and envelope, as hexadecimal.
        leaf: String,
        /// The blobs that come with it.
        blobs: Vec<Blob>,
        /// The entry's name.
        entry_id: String,
        /// The leaf's hash.
        leaf_hash: String,
        /// The tree's root with it.
        root: String,
        /// The state's hash with it.
        state_hash: String,
    },
    /// An entry that is refused here and changes nothing.
    Refused {
        /// What is wrong.
        note: String,
        /// The code of the refusal.
        refused: String,
        /// The place it is put at.
        index: u64,
        /// `received_ms` and envelope, as hexadecimal.
        leaf: String,
        /// The blobs that come with it.
        blobs: Vec<Blob>,
    },
}

/// The vectors as they are kept: one step a line, so that a change shows what it changes.
pub fn to_json(vectors: &LogVectors) -> String {
    // Strings and lists always serialise.
    let line = |step: &Step| serde_json::to_string(step).unwrap_or_default();
    let steps: Vec<_> = vectors.steps.iter().map(line).collect();
    let about = serde_json::to_string(&vectors.about).unwrap_or_default();
    format!("{{\"about\":{about},\"steps\":[\n{}\n]}}\n", steps.join(",\n"))
}
