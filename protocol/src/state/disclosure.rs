//! Books laid open, and the questions about them.

use crate::body::{Disclosure, LinePlace};
use crate::bylaws::Bylaws;
use crate::calendar::DAY_MS;
use crate::id::{BlobId, DisclosureId, EntryId, PersonId};
use crate::strict_json::Strict;

/// A disclosure in the log.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct DisclosureRecord {
    /// What was published.
    pub body: Disclosure,
    /// By whom.
    pub by: PersonId,
    /// When, in milliseconds since 1970.
    pub received_ms: u64,
}

/// A question about a disclosure.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Question {
    /// Its place in the log.
    pub index: u64,
    /// Which disclosure.
    pub disclosure: DisclosureId,
    /// Which line; none for the whole.
    pub line: Option<LinePlace>,
    /// Who asks.
    pub by: PersonId,
    /// When, in milliseconds since 1970.
    pub asked_ms: u64,
    /// The question.
    pub text: BlobId,
    /// The entry that answers it, and the answer.
    pub reply: Option<(EntryId, BlobId)>,
}

impl Question {
    /// Until when it should be answered, in milliseconds since 1970.
    pub fn due_ms(&self, bylaws: &Bylaws) -> u64 {
        self.asked_ms.saturating_add(u64::from(bylaws.question_days).saturating_mul(DAY_MS))
    }
}
