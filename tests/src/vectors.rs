//! Log vectors as JSON: for every step the bytes, and what the rules make of them.

use serde::{Deserialize, Serialize};
use yishi_protocol::blob::{Blob, BlobKind};

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
        blobs: Vec<KeptBlob>,
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
        blobs: Vec<KeptBlob>,
    },
}

/// A blob as the vectors keep it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptBlob {
    kind: String,
    context: String,
    salt: String,
    payload: String,
}

impl From<&Blob> for KeptBlob {
    fn from(blob: &Blob) -> Self {
        Self {
            kind: blob.kind.name().to_owned(),
            context: blob.context.to_string(),
            salt: blob.salt.to_string(),
            payload: blob.payload.clone(),
        }
    }
}

impl KeptBlob {
    /// The blob; none if it is not spelt as one is.
    pub fn blob(&self) -> Option<Blob> {
        let (context, salt) = (self.context.parse().ok()?, self.salt.parse().ok()?);
        Some(Blob { kind: BlobKind::from_name(&self.kind)?, context, salt, payload: self.payload.clone() })
    }
}

/// The vectors as they are kept: one step a line, so that a change shows what it changes.
pub fn to_json(vectors: &LogVectors) -> String {
    // Strings and lists always serialise.
    let line = |step: &Step| serde_json::to_string(step).unwrap_or_default();
    let steps: Vec<_> = vectors.steps.iter().map(line).collect();
    let about = serde_json::to_string(&vectors.about).unwrap_or_default();
    format!("{{\"about\":{about},\"steps\":[\n{}\n]}}\n", steps.join(",\n"))
}
