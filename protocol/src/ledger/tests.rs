//! What accounts, lines and sums keep to.

use super::*;
use crate::rejection::Code;
use crate::strict_json;

const MAX: i64 = (1 << 53) - 1;

fn line(account: u32, amount_fen: i64) -> LedgerLine {
    LedgerLine {
        account,
        amount_fen,
        day: 20_500,
        decision: None,
        description: "零星维修".to_owned(),
        place: Some("8栋".to_owned()),
        voucher: "V202602-00025".to_owned(),
    }
}

fn sum_of(lines: &[LedgerLine]) -> Result<BTreeMap<Ledger, Flows>, SumError> {
    sums(lines)
}

#[test]
fn the_chart_has_each_code_once_in_order_under_its_ledger() {
    assert!(CHART.windows(2).all(|pair| pair[0].code < pair[1].code));
    for account in CHART {
        assert_eq!(account.code / 1000, account.ledger.number(), "{}", account.code);
        // The second digit says which way: 1 in, 2 and 3 out.
        assert_eq!(account.code / 100 % 10 == 1, account.flow == Flow::In, "{}", account.code);
        assert_eq!(super::account(account.code), Some(*account));
    }
    let counts: Vec<usize> = Ledger::ALL
        .iter()
        .map(|ledger| CHART.iter().filter(|account| account.ledger == *ledger).count())
        .collect();
    assert_eq!(counts, [16, 18, 10, 3, 7]);
}

#[test]
fn a_code_outside_the_chart_is_no_account() {
    for code in [0, 1, 1104, 1200, 1213, 2111, 2306, 3207, 3301, 4102, 5206, 6101, u32::MAX] {
        assert_eq!(account(code), None, "{code}");
    }
}

#[test]
fn spending_that_rests_on_a_vote_is_known() {
    let codes: Vec<u32> =
        CHART.iter().filter(|account| account.needs_decision()).map(|account| account.code).collect();
    assert_eq!(codes, [2301, 2302, 2303, 2304, 2305, 3201, 3202, 3203, 3204, 3205, 3206]);
}

#[test]
fn ledgers_are_ordered_and_named_as_in_the_chart() {
    assert!(Ledger::ALL.is_sorted());
    assert_eq!(Ledger::ALL.iter().map(|ledger| ledger.number()).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert_eq!(
        strict_json::write_text(&Ledger::ALL.to_vec()),
        r#"["property-service","common-revenue","maintenance-fund","shared-utilities","committee-funds"]"#
    );
}

#[test]
fn a_line_has_one_spelling() {
    let text = r#"{"lines":[{"account":1202,"amount_fen":-242249,"day":20500,"decision":null,"description":"零星维修","place":"8栋","voucher":"V202602-00025"}]}"#;
    let page = LedgerPage { lines: vec![line(1202, -242_249)] };
    assert_eq!(strict_json::write_text(&page), text);
    assert_eq!(strict_json::read::<LedgerPage>(text.as_bytes()).unwrap(), page);
    let respelt = |from: &str, to: &str| strict_json::read::<LedgerPage>(text.replace(from, to).as_bytes());
    for (from, to) in [
        ("-242249", "-242249.0"),
        ("-242249", "-2.42249e5"),
        ("-242249", "-0"),
        ("-242249", "\"-242249\""),
        ("-242249", "9007199254740992"),
        ("-242249", "-9007199254740992"),
        ("-242249", "-9223372036854775808"),
        ("-242249", "18446744073709551615"),
        ("20500", "-1"),
        ("20500", "4294967296"),
        ("\"day\"", "\"date\""),
        ("\"voucher\"", "\"x\":1,\"voucher\""),
    ] {
        assert_eq!(respelt(from, to).unwrap_err().code, Code::BodySchema, "{to}");
    }
    for (from, to) in [("\"decision\":null,", ""), (":20500", ": 20500"), ("零", "\\u96f6")] {
        assert_eq!(respelt(from, to).unwrap_err().code, Code::BodyNotCanonical, "{to}");
    }
    for most in [MAX, -MAX] {
        assert_eq!(respelt("-242249", &most.to_string()).unwrap().lines[0].amount_fen, most);
    }
}

#[test]
fn each_ledger_is_added_up_by_itself_and_a_reversal_takes_back() {
    let lines = [line(1101, 70_000), line(1202, 30_000), line(2102, 5), line(1202, -10_000), line(3202, -1)];
    let expected = [
        (Ledger::PropertyService, Flows { in_fen: 70_000, out_fen: 20_000 }),
        (Ledger::CommonRevenue, Flows { in_fen: 5, out_fen: 0 }),
        (Ledger::MaintenanceFund, Flows { in_fen: 0, out_fen: -1 }),
    ];
    assert_eq!(sum_of(&lines), Ok(BTreeMap::from(expected)));
    assert_eq!(sum_of(&[]), Ok(BTreeMap::new()));
}

#[test]
fn a_line_that_cannot_be_added_is_named() {
    let refused = |lines: &[LedgerLine]| {
        let error = sum_of(lines).unwrap_err();
        (error.line, error.problem)
    };
    assert_eq!(refused(&[line(1101, 1), line(3301, 1)]), (1, SumProblem::UnknownAccount));
    for amount in [0, MAX + 1, -MAX - 1, i64::MIN, i64::MAX] {
        assert_eq!(refused(&[line(1101, amount)]), (0, SumProblem::Amount), "{amount}");
    }
    assert_eq!(refused(&[line(1101, MAX), line(1201, MAX), line(1101, 1)]), (2, SumProblem::Overflow));
    assert_eq!(refused(&[line(1101, -MAX), line(1102, -1)]), (1, SumProblem::Overflow));
    assert_eq!(sum_of(&[line(3301, 1)]).unwrap_err().to_string(), "line 0 names no account of the chart");
}

#[test]
fn a_line_is_checked_against_chart_range_period_and_lengths() {
    let checked = |change: &dyn Fn(&mut LedgerLine)| {
        let mut line = line(1202, 1);
        change(&mut line);
        check_line(&line, 20_454, 20_543)
    };
    assert_eq!(checked(&|_| {}), Ok(()));
    for day in [20_454, 20_543] {
        assert_eq!(checked(&|line| line.day = day), Ok(()));
    }
    for day in [0, 20_453, 20_544, u32::MAX] {
        assert_eq!(checked(&|line| line.day = day), Err(LineProblem::Day));
    }
    assert_eq!(checked(&|line| line.account = 1213), Err(LineProblem::UnknownAccount));
    for amount in [MAX, -MAX] {
        assert_eq!(checked(&|line| line.amount_fen = amount), Ok(()));
    }
    for amount in [0, MAX + 1, i64::MIN] {
        assert_eq!(checked(&|line| line.amount_fen = amount), Err(LineProblem::Amount));
    }
    // Lengths are counted in characters, not bytes.
    assert_eq!(checked(&|line| line.voucher = "凭".repeat(40)), Ok(()));
    assert_eq!(checked(&|line| line.description = "修".repeat(200)), Ok(()));
    assert_eq!(checked(&|line| line.place = Some("栋".repeat(100))), Ok(()));
    assert_eq!(checked(&|line| line.place = None), Ok(()));
    for text in ["", "　 ", "V\n1", "V\u{7f}1", &"凭".repeat(41)] {
        assert_eq!(checked(&|line| text.clone_into(&mut line.voucher)), Err(LineProblem::Voucher), "{text}");
    }
    for text in ["", " ", "修\t灯", &"修".repeat(201)] {
        let result = checked(&|line| text.clone_into(&mut line.description));
        assert_eq!(result, Err(LineProblem::Description), "{text}");
    }
    for text in ["", "1\u{0}栋", &"栋".repeat(101)] {
        assert_eq!(checked(&|line| line.place = Some(text.to_owned())), Err(LineProblem::Place), "{text}");
    }
}

#[test]
fn a_period_that_ends_before_it_begins_holds_no_line() {
    assert_eq!(check_line(&line(1202, 1), 20_501, 20_499), Err(LineProblem::Day));
}
