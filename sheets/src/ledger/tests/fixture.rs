//! The books of the invented estate, January to June 2026.

use std::collections::BTreeMap;

use yishi_protocol::ledger::{Flows, Ledger, PAGE_LINES, check_line};

use super::{problems, remarks};
use crate::ledger::{flows, month, pages, period, read};

const FIXTURE: &[u8] = include_bytes!("../../../../tests/data/ledger.csv");

/// In which month it begins, and what came in and went out of each ledger.
type Quarter = (u32, [(Ledger, i64, i64); 4]);

/// The half-year as two quarters. The figures were computed by another program when the estate was invented.
const QUARTERS: [Quarter; 2] = [
    (
        1,
        [
            (Ledger::PropertyService, 10_264_448, 33_131_047),
            (Ledger::CommonRevenue, 5_760_870, 0),
            (Ledger::MaintenanceFund, 0, 4_067_870),
            (Ledger::SharedUtilities, 0, 3_499_846),
        ],
    ),
    (
        4,
        [
            (Ledger::PropertyService, 9_527_617, 29_839_032),
            (Ledger::CommonRevenue, 8_239_818, 0),
            (Ledger::MaintenanceFund, 0, 4_049_320),
            (Ledger::SharedUtilities, 0, 7_489_375),
        ],
    ),
];

/// Vouchers, money in and money out of each month, over all ledgers.
const MONTHS: [(usize, i64, i64); 6] = [
    (113, 5_223_100, 12_992_487),
    (97, 4_523_866, 12_894_594),
    (89, 6_278_352, 14_811_682),
    (111, 6_482_070, 19_212_920),
    (91, 4_806_056, 7_714_921),
    (92, 6_479_309, 14_449_886),
];

#[test]
fn the_whole_file_is_read_without_a_problem() {
    let file = read(FIXTURE);
    assert_eq!(problems(&file), Vec::<String>::new());
    assert_eq!((file.rows, file.lines.len()), (593, 593));
    let (first, last) = (&file.lines[0], &file.lines[592]);
    assert_eq!((first.number, first.line.voucher.as_str(), first.line.account), (2, "V202601-00001", 1103));
    assert_eq!((last.number, last.line.amount_fen, last.line.account), (594, 229_085, 1202));
    assert_eq!((last.remark.as_deref(), last.line.place.as_deref()), (Some("有发票"), None));
}

#[test]
fn both_payments_for_the_roof_are_shown_as_a_gap() {
    assert_eq!(remarks(&read(FIXTURE)), ["254 DECISION_MISSING", "513 DECISION_MISSING"]);
}

#[test]
fn every_quarter_adds_up_to_the_fen_in_each_ledger() {
    let lines = read(FIXTURE).ledger_lines();
    for (first, expected) in QUARTERS {
        let (from, to) = (month(2026, first).unwrap().0, month(2026, first + 2).unwrap().1);
        let expected: BTreeMap<_, _> = expected
            .into_iter()
            .map(|(ledger, in_fen, out_fen)| (ledger, Flows { in_fen, out_fen }))
            .collect();
        // The committee keeps its own books.
        assert_eq!(flows(&period(&lines, from, to)), Ok(expected));
    }
}

#[test]
fn every_month_adds_up_to_the_fen() {
    let lines = read(FIXTURE).ledger_lines();
    for (number, expected) in (1..).zip(MONTHS) {
        let (from, to) = month(2026, number).unwrap();
        let lines = period(&lines, from, to);
        let flows = flows(&lines).unwrap();
        let in_fen: i64 = flows.values().map(|flows| flows.in_fen).sum();
        let out_fen: i64 = flows.values().map(|flows| flows.out_fen).sum();
        assert_eq!((lines.len(), in_fen, out_fen), expected, "month {number}");
    }
}

#[test]
fn every_line_is_one_that_the_rule_book_takes() {
    for line in read(FIXTURE).ledger_lines() {
        assert_eq!(check_line(&line, line.day, line.day), Ok(()), "{}", line.voucher);
    }
}

#[test]
fn the_pages_hold_each_line_once() {
    let lines = read(FIXTURE).ledger_lines();
    let pages = pages(&lines);
    assert_eq!(pages.iter().map(|page| page.lines.len()).collect::<Vec<_>>(), [PAGE_LINES, PAGE_LINES, 193]);
    let mut paged: Vec<&str> =
        pages.iter().flat_map(|page| &page.lines).map(|line| line.voucher.as_str()).collect();
    paged.sort_unstable();
    // The fixture is in the order of its vouchers.
    assert_eq!(paged, lines.iter().map(|line| line.voucher.as_str()).collect::<Vec<_>>());
}
