//! Accounts as data: what came in, what went out, voucher by voucher.
//!
//! Money is whole fen, never a float. The chart says to which ledger an account belongs and which way its money flows;
//! a line's amount is positive when it flows that way and negative when it takes an earlier line back. So corrections
//! are lines too, and nothing that was published is ever changed.

mod chart;

#[cfg(test)]
mod tests;

use core::fmt;
use std::collections::BTreeMap;

pub use self::chart::{Account, CHART, Flow, Ledger, account};
use crate::id::AgendaId;
use crate::strict_json::{MAX_INTEGER, Strict};
use crate::visible::is_seen;

/// The most lines of a [`LedgerPage`].
pub const PAGE_LINES: usize = 200;
/// The longest voucher number, in characters.
pub const MAX_VOUCHER: usize = 40;
/// The longest description, in characters.
pub const MAX_DESCRIPTION: usize = 200;
/// The longest place, in characters.
pub const MAX_PLACE: usize = 100;

/// One voucher: an amount that came in or went out.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct LedgerLine {
    /// The account's code in the chart of accounts ([`CHART`]).
    pub account: u32,
    /// In fen: positive if it flows the account's own way, negative if it takes that back; never 0.
    pub amount_fen: i64,
    /// The local day it was booked.
    pub day: u32,
    /// The agenda and the number of its item that allowed it.
    #[strict(row("agenda", "item"))]
    pub decision: Option<(AgendaId, u32)>,
    /// What it was for, 1 to 200 signs.
    pub description: String,
    /// Where in the estate, such as `2栋`, 1 to 100 signs; none if it is for all of it or nobody said.
    pub place: Option<String>,
    /// The voucher's number in the manager's books, 1 to 40 signs.
    pub voucher: String,
}

/// Some lines of a disclosure, at most 200 ([`PAGE_LINES`]).
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct LedgerPage {
    /// The lines, in the order in which they are shown.
    pub lines: Vec<LedgerLine>,
}

/// What came into a ledger and what went out, in fen. Negative if more was taken back than flowed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Strict)]
pub struct Flows {
    /// What came in.
    pub in_fen: i64,
    /// What went out.
    pub out_fen: i64,
}

/// Why lines have no sum, and which line is the first to break it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SumError {
    /// The line's place among those given, from 0.
    pub line: usize,
    /// What is wrong with it.
    pub problem: SumProblem,
}

/// What keeps a line from being added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SumProblem {
    /// The chart has no such account.
    UnknownAccount,
    /// The amount is 0 or beyond 2^53 - 1.
    Amount,
    /// The sum up to this line is beyond 2^53 - 1.
    Overflow,
}

impl fmt::Display for SumError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = match self.problem {
            SumProblem::UnknownAccount => "names no account of the chart",
            SumProblem::Amount => "has an amount of 0 or beyond 2^53 - 1",
            SumProblem::Overflow => "makes a sum beyond 2^53 - 1",
        };
        write!(f, "line {} {problem}", self.line)
    }
}

impl core::error::Error for SumError {}

/// Adds up lines, each ledger by itself. A ledger without a line is not in the result.
///
/// # Errors
/// The first line that cannot be added.
pub fn sums<'a>(
    lines: impl IntoIterator<Item = &'a LedgerLine>,
) -> Result<BTreeMap<Ledger, Flows>, SumError> {
    let mut sums = BTreeMap::<Ledger, Flows>::new();
    for (at, line) in lines.into_iter().enumerate() {
        let refuse = |problem| SumError { line: at, problem };
        let account = account(line.account).ok_or(refuse(SumProblem::UnknownAccount))?;
        if line.amount_fen == 0 || !in_range(line.amount_fen) {
            return Err(refuse(SumProblem::Amount));
        }
        let flows = sums.entry(account.ledger).or_default();
        let sum = match account.flow {
            Flow::In => &mut flows.in_fen,
            Flow::Out => &mut flows.out_fen,
        };
        *sum = sum
            .checked_add(line.amount_fen)
            .filter(|sum| in_range(*sum))
            .ok_or(refuse(SumProblem::Overflow))?;
    }
    Ok(sums)
}

/// What a line breaks by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineProblem {
    /// The chart has no such account.
    UnknownAccount,
    /// The amount is 0 or beyond 2^53 - 1.
    Amount,
    /// The day is outside the period.
    Day,
    /// The voucher number is blank, longer than [`MAX_VOUCHER`] or holds a control character.
    Voucher,
    /// The description is blank, longer than [`MAX_DESCRIPTION`] or holds a control character.
    Description,
    /// The place is blank, longer than [`MAX_PLACE`] or holds a control character.
    Place,
}

impl fmt::Display for LineProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownAccount => "the chart has no such account",
            Self::Amount => "the amount is 0 or beyond 2^53 - 1",
            Self::Day => "the day is outside the period",
            Self::Voucher => "the voucher number has 1 to 40 characters, none of them a control character",
            Self::Description => "the description has 1 to 200 characters, none of them a control character",
            Self::Place => "a place has 1 to 100 characters, none of them a control character",
        })
    }
}

impl core::error::Error for LineProblem {}

/// Checks what can be said of one line of a period, both days included.
///
/// # Errors
/// The first thing wrong with it, in the order of [`LineProblem`].
pub fn check_line(line: &LedgerLine, from_day: u32, to_day: u32) -> Result<(), LineProblem> {
    let require = |condition, problem| if condition { Ok(()) } else { Err(problem) };
    require(account(line.account).is_some(), LineProblem::UnknownAccount)?;
    require(line.amount_fen != 0 && in_range(line.amount_fen), LineProblem::Amount)?;
    require((from_day..=to_day).contains(&line.day), LineProblem::Day)?;
    require(is_words(&line.voucher, MAX_VOUCHER), LineProblem::Voucher)?;
    require(is_words(&line.description, MAX_DESCRIPTION), LineProblem::Description)?;
    require(line.place.as_ref().is_none_or(|place| is_words(place, MAX_PLACE)), LineProblem::Place)
}

fn in_range(fen: i64) -> bool {
    fen.unsigned_abs() <= MAX_INTEGER
}

/// Whether a text can be shown on one line: something of it is seen, it is not too long and has no control characters.
pub(crate) fn is_words(text: &str, most: usize) -> bool {
    is_seen(text) && text.chars().count() <= most && !text.chars().any(char::is_control)
}
