//! Months, periods and pages.

use yishi_protocol::ledger::{Ledger, LedgerLine, PAGE_LINES, SumProblem};

use crate::ledger::{flows, month, pages, period};

fn line(account: u32, day: u32, voucher: &str) -> LedgerLine {
    LedgerLine {
        account,
        amount_fen: 1,
        day,
        decision: None,
        description: "说明".to_owned(),
        place: None,
        voucher: voucher.to_owned(),
    }
}

#[test]
fn a_month_runs_from_its_first_to_its_last_day() {
    assert_eq!(month(1970, 1), Some((0, 30)));
    assert_eq!(month(2026, 1), Some((20_454, 20_484)));
    assert_eq!(month(2026, 2), Some((20_485, 20_512)));
    assert_eq!(month(2024, 2).map(|(from, to)| to - from), Some(28));
    assert_eq!(month(2026, 12).map(|(_, to)| to + 1), month(2027, 1).map(|(from, _)| from));
    for (year, number) in [(1969, 12), (2026, 0), (2026, 13), (10_000, 1), (u32::MAX, 12), (2026, u32::MAX)] {
        assert_eq!(month(year, number), None, "{year}-{number}");
    }
}

#[test]
fn a_period_holds_its_first_and_its_last_day() {
    let lines = [line(1101, 9, "a"), line(1101, 10, "b"), line(1101, 12, "c"), line(1101, 13, "d")];
    assert_eq!(period(&lines, 10, 12), lines[1..3]);
    assert_eq!(period(&lines, 12, 10), []);
}

#[test]
fn a_line_that_cannot_be_added_is_named_by_the_rule_book() {
    let error = flows(&[line(1101, 1, "a"), line(9999, 1, "b")]).unwrap_err();
    assert_eq!((error.line, error.problem), (1, SumProblem::UnknownAccount));
    assert_eq!(flows(&[line(5205, 1, "a")]).unwrap()[&Ledger::CommitteeFunds].out_fen, 1);
}

#[test]
fn pages_are_in_the_order_of_ledger_day_and_voucher() {
    let lines = [
        line(4202, 1, "a"),
        line(1202, 3, "b"),
        line(1101, 3, "a"),
        line(2102, 1, "c"),
        line(1211, 2, "z"),
        line(5101, 1, "a"),
        line(3202, 9, "a"),
    ];
    let order = |lines: &[LedgerLine]| -> Vec<(u32, u32)> {
        pages(lines).iter().flat_map(|page| &page.lines).map(|line| (line.account, line.day)).collect()
    };
    let expected = [(1211, 2), (1101, 3), (1202, 3), (2102, 1), (3202, 9), (4202, 1), (5101, 1)];
    assert_eq!(order(&lines), expected);
    let mut turned = lines.to_vec();
    turned.reverse();
    assert_eq!(order(&turned), expected);
}

#[test]
fn a_page_is_full_before_the_next_begins() {
    let lines = |count| vec![line(1101, 1, "a"); count];
    let sizes = |count| pages(&lines(count)).iter().map(|page| page.lines.len()).collect::<Vec<_>>();
    assert_eq!(sizes(0), Vec::<usize>::new());
    assert_eq!(sizes(PAGE_LINES), [PAGE_LINES]);
    assert_eq!(sizes(PAGE_LINES + 1), [PAGE_LINES, 1]);
}
