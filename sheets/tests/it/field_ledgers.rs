//! Ledgers from the field, and others of each kind.

use yishi_sheets::ledger::{RemarkCode, read};
use yishi_sheets::money;

use crate::said::{en, is_whole, zh};
use crate::{asked, field, ledger, money_in_and_out, wrong_lines};

#[test]
fn one_reversal_among_positive_spending_is_the_reversal_and_turns_nothing() {
    let file = read(&field("21-one-reversal-flips-all.csv"));
    assert_eq!((wrong_lines(&file), asked(&file.questions)), (vec![], vec![]));
    assert_eq!(money_in_and_out(&file), (5_000_000, 530_000));
    let reversals: Vec<usize> = file.remarks.iter().map(|remark| remark.line).collect();
    assert_eq!((reversals, file.remarks[0].code), (vec![6], RemarkCode::Reversal));
    assert_eq!(file.lines[4].line.amount_fen, -30_000);
    // Without its last line the same lines say the same.
    let text = String::from_utf8(field("21-one-reversal-flips-all.csv")).unwrap();
    let (all_but_last, _) = text.trim_end().rsplit_once('\n').unwrap();
    assert_eq!(money_in_and_out(&read(all_but_last.as_bytes())), (5_000_000, 560_000));
}

#[test]
fn lines_of_one_voucher_and_numbers_that_begin_again_are_taken() {
    let file = read(&field("22-voucher-several-lines.csv"));
    assert_eq!((wrong_lines(&file), asked(&file.questions)), (vec![], vec![]));
    let lines: Vec<_> = file.lines.iter().map(|line| (line.number, line.line.voucher.as_str())).collect();
    assert_eq!(lines, [(2, "记-1"), (3, "记-1"), (4, "记-1")]);
    assert_eq!(money_in_and_out(&file), (0, 148_000));
}

#[test]
fn a_date_is_taken_exactly_or_refused_by_line() {
    let file = read(&field("23-dates.csv"));
    let taken: Vec<_> = file.lines.iter().map(|line| (line.number, line.line.day)).collect();
    assert_eq!(taken, [3, 4, 5, 11, 12].map(|line| (line, 20_458)));
    let refused = [2, 6, 7, 8, 9, 10, 13];
    let code = |line| if line == 10 { "DATE_UNKNOWN" } else { "DATE_FORM" };
    assert_eq!(wrong_lines(&file), refused.map(|line| format!("{line} {}", code(line))));
}

#[test]
fn an_amount_is_taken_exactly_or_refused_by_line() {
    let file = read(&field("24-amounts.csv"));
    let taken: Vec<_> = file.lines.iter().map(|line| (line.number, line.line.amount_fen)).collect();
    assert_eq!(taken, [(2, 123_450), (6, 123_450), (7, 123_450)]);
    let told: Vec<usize> = file.problems.iter().map(|problem| problem.line).collect();
    assert_eq!(told, [3, 4, 5, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]);
}

#[test]
fn money_has_commas_at_every_third_digit_or_nowhere() {
    let typed = String::from_utf8(field("25-money-fields.txt")).unwrap();
    for text in typed.lines().chain(["1,23", "1,2345", "0,123", "12,34.50", ",500", "500,", "1，23"]) {
        let sentence = money(text).unwrap_err();
        assert!(zh(&sentence).contains("80,000.50") && en(&sentence).contains("80000.50"), "{text}");
    }
    for (text, fen) in [
        ("80000", 8_000_000),
        ("80,000.50", 8_000_050),
        ("８０，０００．５０", 8_000_050),
        (" 1，234，567 ", 123_456_700),
        ("-12.3", -1230),
        ("￥12.30元", 1230),
        ("12。30", 1230),
        ("0", 0),
        ("90071992547409.91", 9_007_199_254_740_991),
    ] {
        assert_eq!(money(text), Ok(fen), "{text}");
    }
    for text in ["", "八万", "8万", "1.234", "1e5", "--1", "90071992547409.92", "80 000"] {
        assert!(is_whole(&money(text).unwrap_err()), "{text}");
    }
}

#[test]
fn columns_for_both_ways_are_read_and_the_balance_is_held_against_the_sums() {
    for name in ["26-two-amount-columns.csv", "26-two-amount-columns-b.csv"] {
        let file = read(&field(name));
        assert_eq!((wrong_lines(&file), asked(&file.questions)), (vec![], vec![]), "{name}");
        assert_eq!(money_in_and_out(&file), (5_000_000, 120_000), "{name}");
        assert_eq!(file.remarks, [], "{name}");
    }
    let text = String::from_utf8(field("26-two-amount-columns.csv")).unwrap().replace("48800", "48900");
    let file = read(text.as_bytes());
    assert_eq!(asked(&file.questions), ["[3] BALANCE_DISAGREES"]);
    assert!(
        en(&file.questions[0].sentence).contains("48900.00")
            && en(&file.questions[0].sentence).contains("48800.00")
    );
    assert_eq!(file.lines.len(), 1);
}

#[test]
fn a_row_that_adds_up_is_named_and_never_booked() {
    let file = read(&field("27-total-row-full.csv"));
    assert_eq!((wrong_lines(&file), asked(&file.questions)), (vec![], vec![]));
    assert_eq!((money_in_and_out(&file), file.rows), ((5_000_000, 120_000), 2));
    assert_eq!((file.remarks[0].line, file.remarks[0].code), (4, RemarkCode::TotalRow));
    let good = "记-1,2026-01-05,收入,物业费,一季度物业费合计,100.00,,";
    for total in [
        "1月合计,2026-01-31,收入,物业费,,100.00,,",
        "记-9,2026-01-31,收入,物业费,本月合计,100.00,,",
        ",,,,本 年 累 计：,100.00,,",
        "上年结转,2026-01-01,收入,物业费,上年结转,9.00,,",
        "Total,,,,,100.00,,",
    ] {
        let file = ledger(&[good, total]);
        assert_eq!((file.lines.len(), wrong_lines(&file)), (1, vec![]), "{total}");
    }
}

#[test]
fn a_header_is_found_below_titles_and_a_title_may_not_change_the_unit() {
    let bytes = field("28-title-row.csv");
    let file = read(&bytes);
    assert_eq!((wrong_lines(&file), money_in_and_out(&file)), (vec![], (5_000_000, 0)));
    assert_eq!(file.lines[0].number, 4);
    let text = String::from_utf8(bytes).unwrap().replace("单位：元", "单位：万元");
    assert_eq!(wrong_lines(&read(text.as_bytes())), ["2 UNIT_UNKNOWN"]);
    let text = "凭证号,日期,类别,摘要,金额（万元）\n1,2026-01-05,物业费,一季度,5\n";
    let file = read(text.as_bytes());
    assert_eq!(wrong_lines(&file), ["1 COLUMNS_MISSING"]);
    assert!(zh(&file.problems[0].detail).contains("“金额（万元）”"));
}
