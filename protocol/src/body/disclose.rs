//! Bodies that lay open a manager's books, and the questions about them.

use serde::{Deserialize, Serialize};

use crate::id::{BlobId, DisclosureId, QuestionId};
use crate::ledger::Ledger;
use crate::strict_json::strict;

/// The sums of one ledger over a period, in fen: opening + in − out = closing. A reversal can make `in_fen` or
/// `out_fen` negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LedgerSums {
    /// What is left at the end of the last day.
    pub closing_fen: i64,
    /// What came in.
    pub in_fen: i64,
    /// Which of the five.
    pub ledger: Ledger,
    /// What was there when the first day began.
    pub opening_fen: i64,
    /// What went out.
    pub out_fen: i64,
}

/// Publishes the ledgers of a period. Its entry id is the disclosure's id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disclosure {
    /// The first local day, as a number of days since 1970-01-01.
    pub from_day: u32,
    /// The sums, each ledger once, in the chart's order, never netted against each other.
    pub ledgers: Vec<LedgerSums>,
    /// The lines, as blobs of kind `ledger-page`, each with how many it has: so a line keeps its name when another page
    /// is erased.
    pub pages: Vec<(BlobId, u32)>,
    /// The last local day, inclusive.
    pub to_day: u32,
}

impl Disclosure {
    /// How many lines there are on all pages.
    pub fn lines(&self) -> u64 {
        self.pages.iter().map(|(_, lines)| u64::from(*lines)).sum()
    }

    /// Whether it has such a line.
    pub fn has_line(&self, (page, line): LinePlace) -> bool {
        let page = usize::try_from(page).ok().and_then(|page| self.pages.get(page));
        page.is_some_and(|(_, lines)| line < *lines)
    }
}

/// Where a line stands: its page, and its place on it, both from 0. Voucher numbers may stand several times and begin
/// anew each month, so they name nothing.
pub type LinePlace = (u32, u32);

/// Asks about a disclosure. Its entry id is the question's id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// Which disclosure.
    pub disclosure: DisclosureId,
    /// Which of its lines; none for the whole.
    pub line: Option<LinePlace>,
    /// The question, a blob of kind `statement`.
    pub text: BlobId,
}

/// Answers a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// Which question.
    pub question: QuestionId,
    /// The answer, a blob of kind `statement`.
    pub text: BlobId,
}

strict!(LedgerSums { closing_fen, in_fen, ledger, opening_fen, out_fen });
strict!(Disclosure { from_day, ledgers, pages, to_day });
strict!(Ask { disclosure, line, text });
strict!(Reply { question, text });
