//! The five ledgers of a period as they would balance. Pure: what was typed comes in, what is signed goes out.

use yishi_protocol::blob::{Blob, BlobKind};
use yishi_protocol::body::{Disclosure, LedgerSums};
use yishi_protocol::id::Salt;
use yishi_protocol::ledger::{Flows, Ledger, LedgerLine};
use yishi_sheets::ledger::{LedgerFile, flows, pages, period};

/// A ledger that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub(crate) name: String,
    pub(crate) file: LedgerFile,
}

/// One ledger of the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LedgerRow {
    pub(crate) ledger: Ledger,
    /// What was there before, if somebody said.
    pub(crate) opening_fen: Option<i64>,
    pub(crate) flows: Flows,
    /// Whether it has lines in the period.
    pub(crate) moved: bool,
}

impl LedgerRow {
    /// What is left at the end, if it can be told.
    pub(crate) fn closing_fen(&self) -> Option<i64> {
        self.opening_fen?.checked_add(self.flows.in_fen)?.checked_sub(self.flows.out_fen)
    }
}

/// The ledgers in the chart's order. None if the lines cannot be added up.
pub(crate) fn rows(lines: &[LedgerLine], openings: &[Option<i64>]) -> Option<Vec<LedgerRow>> {
    let flows = flows(lines).ok()?;
    let row = |(place, ledger): (usize, &Ledger)| LedgerRow {
        ledger: *ledger,
        opening_fen: openings.get(place).copied().flatten(),
        flows: flows.get(ledger).copied().unwrap_or_default(),
        moved: flows.contains_key(ledger),
    };
    Some(Ledger::ALL.iter().enumerate().map(row).collect())
}

/// The disclosure of a period with its pages. None while an opening or a closing is missing.
pub(crate) fn disclosure(
    lines: &[LedgerLine],
    (from_day, to_day): (u32, u32),
    openings: &[Option<i64>],
    mut salt: impl FnMut() -> Option<Salt>,
) -> Option<(Disclosure, Vec<Blob>)> {
    let lines = period(lines, from_day, to_day);
    let mut ledgers = Vec::new();
    for row in rows(&lines, openings)? {
        // A ledger of which nobody said anything is not told of.
        if !row.moved && row.opening_fen.is_none() {
            continue;
        }
        ledgers.push(LedgerSums {
            closing_fen: row.closing_fen()?,
            in_fen: row.flows.in_fen,
            ledger: row.ledger,
            opening_fen: row.opening_fen?,
            out_fen: row.flows.out_fen,
        });
    }
    let (mut blobs, mut stated) = (Vec::new(), Vec::new());
    for page in pages(&lines) {
        stated.push(u32::try_from(page.lines.len()).ok()?);
        blobs.push(Blob::record(BlobKind::LedgerPage, salt()?, &page));
    }
    let body =
        Disclosure { from_day, ledgers, pages: blobs.iter().map(Blob::id).zip(stated).collect(), to_day };
    Some((body, blobs))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(voucher: &str, account: u32, amount_fen: i64, day: u32) -> LedgerLine {
        let (voucher, description) = (voucher.to_owned(), voucher.to_owned());
        LedgerLine { account, amount_fen, day, decision: None, description, place: None, voucher }
    }

    #[test]
    fn a_ledger_closes_with_what_came_in_and_went_out() {
        let lines = [line("1", 1101, 500, 10), line("2", 1201, 200, 11), line("3", 1201, 999, 40)];
        let openings = [Some(1000), None, Some(7), None, None];
        let (body, blobs) = disclosure(&lines, (1, 31), &openings, || Some(Salt::ZERO)).unwrap();
        assert_eq!((body.lines(), blobs.len()), (2, 1), "what lies outside the period is left out");
        let sums: Vec<_> = body.ledgers.iter().map(|sums| (sums.ledger, sums.closing_fen)).collect();
        assert_eq!(sums, [(Ledger::PropertyService, 1300), (Ledger::MaintenanceFund, 7)]);
    }

    #[test]
    fn a_ledger_with_lines_needs_its_opening() {
        let lines = [line("1", 1101, 500, 10)];
        assert!(disclosure(&lines, (1, 31), &[None; 5], || Some(Salt::ZERO)).is_none());
    }
}
