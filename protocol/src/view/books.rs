//! Disclosures, as far as a server shows them.

use super::Speaker;
use crate::body::LedgerSums;
use crate::id::{DisclosureId, EntryId, QuestionId};
use crate::strict_json::Strict;

/// A disclosure in a list. The server's word.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct DisclosureSummary {
    /// Which.
    pub disclosure: DisclosureId,
    /// The first local day, since 1970-01-01.
    pub from_day: u32,
    /// The last, inclusive.
    pub to_day: u32,
    /// When it was published, in milliseconds since 1970.
    pub received_ms: u64,
    /// The sums of its ledgers.
    pub ledgers: Vec<LedgerSums>,
    /// How many lines it has.
    pub lines: u64,
    /// How many questions were asked.
    pub questions: u32,
    /// How many of them nobody has answered.
    pub unanswered: u32,
    /// When the oldest unanswered one is due, in milliseconds since 1970.
    pub due_ms: Option<u64>,
}

/// A page of the disclosures, the latest period first.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct DisclosureList {
    /// The disclosures.
    pub disclosures: Vec<DisclosureSummary>,
    /// After which of these the next page begins; none on the last.
    pub next: Option<DisclosureId>,
}

/// A question about a disclosure.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct QuestionView {
    /// The entry that asks.
    pub question: QuestionId,
    /// Who asks.
    pub speaker: Speaker,
    /// Until when it should be answered, in milliseconds since 1970.
    pub due_ms: u64,
    /// The entry that answers.
    pub reply: Option<EntryId>,
    /// Whether the reader asked; always false without a pass.
    pub mine: bool,
}

/// A disclosure. The words of questions and replies travel along; its pages are public blobs, fetched by their ids.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct DisclosureView {
    /// The entry: sums and pages.
    pub disclosure: DisclosureId,
    /// Who published it.
    pub speaker: Speaker,
    /// What was asked, in log order: a page of it.
    pub questions: Vec<QuestionView>,
    /// After which question the next page of them begins; none on the last.
    pub questions_next: Option<QuestionId>,
}
