//! `disclosure`: lays open the books of a period. Each ledger must balance, follow on the one before, and not tell a
//! day twice; that its lines can be read and add up, to the fen, is for `admit` to say, which sees them.

use std::collections::BTreeMap;

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed, passed};
use crate::audit::Figure;
use crate::blob::BlobKind;
use crate::body::Capability;
use crate::id::{BlobId, EntryId, Hash};
use crate::ledger::{Flows, Ledger, LedgerLine, LedgerPage, PAGE_LINES, check_line, sums};
use crate::office::Concern;
use crate::rejection::{Code, Rejection, require};
use crate::state::{DisclosureRecord, State};
use crate::strict_json::Strict;

/// The most pages.
const MAX_PAGES: usize = 200;
/// The longest period, in days: a year.
const MAX_DAYS: u32 = 366;

/// The sums of one ledger over a period, in fen: opening + in − out = closing. A reversal can make `in_fen` or
/// `out_fen` negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
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

/// Where a line stands: its page, and its place on it, both from 0. Voucher numbers may stand several times and begin
/// anew each month, so they name nothing.
pub type LinePlace = (u32, u32);

/// Publishes the ledgers of a period. Its entry id is the disclosure's id.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Disclosure {
    /// The first local day, as a number of days since 1970-01-01.
    pub from_day: u32,
    /// The sums, each ledger once, in the chart's order, never netted against each other.
    pub ledgers: Vec<LedgerSums>,
    /// The lines, as blobs of kind `ledger-page`, each with how many it has: so a line keeps its name where another page
    /// is not at hand.
    #[strict(row("page", "lines"))]
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

impl Act for Disclosure {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Disclosure)?;
        let by = placed.person().ok_or(Code::PersonOnly)?;
        may_disclose(self.from_day, self.to_day, placed.received_ms)?;
        require(self.pages.len() <= MAX_PAGES, Code::LedgersInvalid)?;
        let lines = u32::try_from(PAGE_LINES).unwrap_or(u32::MAX);
        require(self.pages.iter().all(|(_, count)| (1..=lines).contains(count)), Code::LedgerLines)?;
        let listed =
            !self.ledgers.is_empty() && self.ledgers.is_sorted_by(|left, right| left.ledger < right.ledger);
        require(listed, Code::LedgersInvalid)?;
        let ledgers: Vec<Ledger> = self.ledgers.iter().map(|sums| sums.ledger).collect();
        let concern = Concern { ledgers: &ledgers, ..Concern::default() };
        placed.require_for(state, Capability::Disclosure, &concern)?;
        for sums in &self.ledgers {
            require(balances(sums), Code::LedgerBalance)?;
            follows(state, self, sums)?;
        }

        let (id, record) =
            (placed.id, DisclosureRecord { body: self.clone(), by, received_ms: placed.received_ms });
        Ok(Change::new(move |state| _ = state.disclosures.insert(id, record)))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        self.pages.iter().map(|(page, _)| *page).collect()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let mut lines = Vec::new();
        for (number, (id, stated)) in self.pages.iter().enumerate() {
            if let Some(page) = shown.read::<LedgerPage>(id, BlobKind::LedgerPage, &Hash::ZERO)? {
                require(usize::try_from(*stated) == Ok(page.lines.len()), Code::LedgerLines)?;
                lines.extend(page.lines.into_iter().enumerate().map(|(place, line)| (number, place, line)));
            }
        }
        check_lines(shown.state, self, &lines)?;
        // Without a page the sums stand as stated; no export may lack one.
        if shown.missing.is_empty() { check_sums(self, &lines) } else { Ok(()) }
    }

    fn figure(&self, entry: &EntryId) -> Option<Figure> {
        Some(Figure::Ledgers(*entry, self.ledgers.clone()))
    }
}

/// That the lines add up, to the fen, to what is stated.
fn check_sums(disclosure: &Disclosure, lines: &[(usize, usize, LedgerLine)]) -> Result<(), Rejection> {
    let by_ledger = sums(lines.iter().map(|(_, _, line)| line))
        .map_err(|error| Rejection::with(Code::LineInvalid, error.to_string()))?;
    let stated: BTreeMap<_, _> = disclosure
        .ledgers
        .iter()
        .map(|sums| (sums.ledger, Flows { in_fen: sums.in_fen, out_fen: sums.out_fen }))
        .collect();
    for (ledger, flows) in &by_ledger {
        require(stated.get(ledger) == Some(flows), Code::LedgerSum)?;
    }
    // A ledger in which nothing moved is stated with nothing.
    let moved = |ledger| by_ledger.contains_key(ledger);
    let still = stated.iter().filter(|(ledger, _)| !moved(ledger));
    require(still.into_iter().all(|(_, flows)| *flows == Flows::default()), Code::LedgerSum)
}

fn check_lines(
    state: &State,
    disclosure: &Disclosure,
    lines: &[(usize, usize, LedgerLine)],
) -> Result<(), Rejection> {
    for (page, place, line) in lines {
        let at = |code, what: &str| Rejection::with(code, format!("page {page}, line {place}: {what}"));
        check_line(line, disclosure.from_day, disclosure.to_day)
            .map_err(|problem| at(Code::LineInvalid, &problem.to_string()))?;
        if !line.decision.is_none_or(|(agenda, item)| passed(state, &agenda, item)) {
            return Err(at(Code::DecisionInvalid, "no such item passed"));
        }
    }
    Ok(())
}

/// Whether the books of these days, both included, may be laid open at a moment.
///
/// # Errors
/// `PERIOD_INVALID`.
pub fn may_disclose(from_day: u32, to_day: u32, at_ms: u64) -> Result<(), Rejection> {
    let days = to_day.checked_sub(from_day).ok_or(Code::PeriodInvalid)?;
    let past = u64::from(to_day) <= crate::calendar::local_day(at_ms);
    require(days < MAX_DAYS && past, Code::PeriodInvalid)
}

fn balances(sums: &LedgerSums) -> bool {
    let closing = sums.opening_fen.checked_add(sums.in_fen).and_then(|sum| sum.checked_sub(sums.out_fen));
    closing == Some(sums.closing_fen)
}

/// That a ledger tells no day twice, opens with what the nearest disclosure before it left, and leaves what the nearest after it
/// opens with: over days that nobody told too, or a day left out would reset a balance.
fn follows(state: &State, body: &Disclosure, sums: &LedgerSums) -> Result<(), Rejection> {
    let records = state.disclosures.values().map(|record| &record.body);
    let of_it = |told: &&LedgerSums| told.ledger == sums.ledger;
    let told: Vec<(&Disclosure, &LedgerSums)> =
        records.filter_map(|other| Some((other, other.ledgers.iter().find(of_it)?))).collect();
    let (before, after): (Vec<_>, Vec<_>) =
        told.into_iter().partition(|(other, _)| other.to_day < body.from_day);
    require(after.iter().all(|(other, _)| body.to_day < other.from_day), Code::PeriodOverlap)?;
    let last = before.into_iter().max_by_key(|(other, _)| other.to_day);
    require(last.is_none_or(|(_, told)| told.closing_fen == sums.opening_fen), Code::OpeningBalance)?;
    let next = after.into_iter().min_by_key(|(other, _)| other.from_day);
    require(next.is_none_or(|(_, told)| told.opening_fen == sums.closing_fen), Code::OpeningBalance)
}
