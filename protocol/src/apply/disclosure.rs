//! `disclosure`: lays open the books of a period. That the lines add up to the stated sums is [`crate::admit`]'s to
//! say; here each ledger must balance, follow on the one before, and not tell a day twice.

use super::{Change, Placed};
use crate::body::{Capability, Disclosure, LedgerSums};
use crate::ledger::{Ledger, PAGE_LINES};
use crate::office::Concern;
use crate::rejection::{Code, Rejection, require};
use crate::state::{DisclosureRecord, State};

/// The most pages.
const MAX_PAGES: usize = 200;
/// The longest period, in days: a year.
const MAX_DAYS: u32 = 366;

/// Whether the books of these days, both included, may be laid open at a moment.
///
/// # Errors
/// `PERIOD_INVALID`.
pub fn may_disclose(from_day: u32, to_day: u32, at_ms: u64) -> Result<(), Rejection> {
    let days = to_day.checked_sub(from_day).ok_or(Code::PeriodInvalid)?;
    let past = u64::from(to_day) <= crate::calendar::local_day(at_ms);
    require(days < MAX_DAYS && past, Code::PeriodInvalid)
}

pub(super) fn check(state: &State, placed: &Placed, body: &Disclosure) -> Result<Change, Rejection> {
    placed.require(state, Capability::Disclosure)?;
    let by = placed.person().ok_or(Code::PersonOnly)?;
    may_disclose(body.from_day, body.to_day, placed.received_ms)?;
    require(body.pages.len() <= MAX_PAGES, Code::LedgersInvalid)?;
    let lines = u32::try_from(PAGE_LINES).unwrap_or(u32::MAX);
    require(body.pages.iter().all(|(_, count)| (1..=lines).contains(count)), Code::LedgerLines)?;
    let listed =
        !body.ledgers.is_empty() && body.ledgers.is_sorted_by(|left, right| left.ledger < right.ledger);
    require(listed, Code::LedgersInvalid)?;
    let ledgers: Vec<Ledger> = body.ledgers.iter().map(|sums| sums.ledger).collect();
    let concern = Concern { ledgers: &ledgers, ..Concern::default() };
    placed.require_for(state, Capability::Disclosure, &concern)?;
    for sums in &body.ledgers {
        require(balances(sums), Code::LedgerBalance)?;
        follows(state, body, sums)?;
    }

    let (id, record) =
        (placed.id, DisclosureRecord { body: body.clone(), by, received_ms: placed.received_ms });
    Ok(Change::new(move |state| drop(state.disclosures.insert(id, record))))
}

fn balances(sums: &LedgerSums) -> bool {
    let closing = sums.opening_fen.checked_add(sums.in_fen).and_then(|sum| sum.checked_sub(sums.out_fen));
    closing == Some(sums.closing_fen)
}

/// That a ledger tells no day twice, and opens with what the disclosure before it left.
fn follows(state: &State, body: &Disclosure, sums: &LedgerSums) -> Result<(), Rejection> {
    for record in state.disclosures.values() {
        let earlier = &record.body;
        let Some(told) = earlier.ledgers.iter().find(|told| told.ledger == sums.ledger) else { continue };
        require(earlier.to_day < body.from_day || body.to_day < earlier.from_day, Code::PeriodOverlap)?;
        let follows = earlier.to_day.checked_add(1) == Some(body.from_day);
        require(!follows || told.closing_fen == sums.opening_fen, Code::OpeningBalance)?;
        let precedes = body.to_day.checked_add(1) == Some(earlier.from_day);
        require(!precedes || told.opening_fen == sums.closing_fen, Code::OpeningBalance)?;
    }
    Ok(())
}
