//! Periods of a ledger: which lines lie in one, what they add up to, and the pages they are published on.

use std::collections::BTreeMap;

use yishi_protocol::calendar;
use yishi_protocol::ledger::{self, Flows, Ledger, LedgerLine, LedgerPage, PAGE_LINES, SumError};

/// The first and the last local day of a month, or none if there is no such month from 1970 to November 9999.
pub fn month(year: u32, month: u32) -> Option<(u32, u32)> {
    let first = |year: u32, month: u32| {
        let day = calendar::day_of_date(year.into(), month.into(), 1)?;
        u32::try_from(day).ok()
    };
    let next =
        if month == 12 { first(year.checked_add(1)?, 1)? } else { first(year, month.checked_add(1)?)? };
    Some((first(year, month)?, next.checked_sub(1)?))
}

/// The lines of a period, both days included, in the order given.
pub fn period(lines: &[LedgerLine], from_day: u32, to_day: u32) -> Vec<LedgerLine> {
    lines.iter().filter(|line| (from_day..=to_day).contains(&line.day)).cloned().collect()
}

/// What came in and went out, each ledger by itself. A ledger without a line is not in the result.
///
/// # Errors
/// The first line that cannot be added, as the rule book says.
pub fn flows(lines: &[LedgerLine]) -> Result<BTreeMap<Ledger, Flows>, SumError> {
    ledger::sums(lines)
}

/// The lines on pages of at most [`PAGE_LINES`], in the order of their ledger, day and voucher.
///
/// The same lines give the same pages, however they were ordered: lines of one voucher follow by what they say. A page
/// may end one ledger and begin the next.
pub fn pages(lines: &[LedgerLine]) -> Vec<LedgerPage> {
    let mut lines = lines.to_vec();
    lines.sort_by(|one, other| order(one).cmp(&order(other)));
    lines.chunks(PAGE_LINES).map(|lines| LedgerPage { lines: lines.to_vec() }).collect()
}

/// A line whose account is not in the chart comes first; the rule book refuses it.
fn order(line: &LedgerLine) -> impl Ord + '_ {
    let ledger = ledger::account(line.account).map(|account| account.ledger);
    (ledger, line.day, &line.voucher, line.account, line.amount_fen, &line.description, &line.place)
}
