//! Each problem code, and what a clerk is told.

use yishi_protocol::ledger::check_line;

use super::{GOOD, HEADER, ledger, problems, questions, read_text, vouchers};
use crate::ledger::{ProblemCode, RemarkCode, read_with};
use crate::said::{en, is_whole, zh};
use crate::{Answers, Choice, MAX_ROWS};

/// Checks that a row beside a good one has exactly this problem and that the good one is taken.
fn check(row: &str, code: &str) {
    let file = ledger(&[GOOD, row]);
    assert_eq!(problems(&file), [format!("3 {code}")], "{row}");
    assert_eq!((vouchers(&file), file.rows), (vec!["V1"], 2), "{row}");
    let detail = &file.problems[0].detail;
    assert!(is_whole(detail), "{detail:?}");
}

fn with_amount(amount: &str) -> String {
    format!("V2,2026-01-05,income,property_fee,说明,{amount},,")
}

#[test]
fn an_amount_that_could_be_read_in_two_ways_is_refused() {
    for amount in [
        "\"1,23.45\"",
        "\"1234,567\"",
        "\"0,123\"",
        "\"1,234,56\"",
        "\"12,34\"",
        "\"1.234,56\"",
        "1.2.3",
        "1 234.56",
        "1'234.56",
        ".5",
        "5.",
        "1e3",
        "1.5E+05",
        "--1",
        "-(1.00)",
        "(-1.00)",
        "-￥-1",
        "1.00-",
        "(1.00",
        "1.00)",
        "()",
        "—",
        "一百",
        "100元整",
        "USD 5",
        "0x10",
        "-",
        "￥",
        "NaN",
        "#REF!",
        "1.0a",
    ] {
        check(&with_amount(amount), "AMOUNT_FORM");
    }
}

#[test]
fn an_amount_finer_than_a_fen_is_refused() {
    for amount in ["263.131", "263.130", "-0.005", "1.00000000000000000001"] {
        check(&with_amount(amount), "AMOUNT_DECIMALS");
    }
}

#[test]
fn an_amount_that_is_missing_zero_or_too_large_is_refused() {
    for amount in ["", "　"] {
        check(&with_amount(amount), "AMOUNT_MISSING");
    }
    for amount in ["0", "-0.00", "￥0.0", "(0)"] {
        check(&with_amount(amount), "AMOUNT_ZERO");
    }
    for amount in ["90071992547409.92", "-90071992547409.92", "92233720368547758.08", &"9".repeat(400)] {
        check(&with_amount(amount), "AMOUNT_TOO_LARGE");
    }
}

#[test]
fn a_date_in_no_known_form_is_refused() {
    check("V2,,income,property_fee,说明,1.00,,", "DATE_MISSING");
    for date in [
        "46027",
        "2026-01",
        "26-1-5",
        "2026-1-5 10:00",
        "2026/1-5",
        "1月5日",
        "2026年1月5",
        "2026年1月5号",
        "2026-001-5",
        "2026--5",
        "2026-1-5-1",
        "05/01/2026",
        "-2026-1-5",
        "昨天",
    ] {
        check(&format!("V2,{date},income,property_fee,说明,1.00,,"), "DATE_FORM");
    }
}

#[test]
fn a_day_that_no_calendar_has_is_refused() {
    for date in ["2026-02-29", "2026-13-01", "2026年4月31日", "2026.1.0", "1969-12-31", "0000-01-01"] {
        check(&format!("V2,{date},income,property_fee,说明,1.00,,"), "DATE_UNKNOWN");
    }
}

#[test]
fn a_row_whose_account_nobody_can_tell_is_refused() {
    for (account, category) in [("", ""), ("income", ""), ("支出", "支出")] {
        check(&format!("V2,2026-01-05,{account},{category},说明,1.00,,"), "ACCOUNT_MISSING");
    }
    for (account, category) in [
        ("expense", "别墅"),
        ("expence", "tax"),
        ("Income", "property_fee"),
        ("", "1213"),
        ("3301", ""),
        ("01101", ""),
        ("110", ""),
        ("1101", "99999999999999999999"),
        ("基本户", "其他"),
    ] {
        check(&format!("V2,2026-01-05,{account},{category},说明,1.00,,"), "ACCOUNT_UNKNOWN");
    }
}

#[test]
fn an_account_and_a_category_that_contradict_each_other_are_refused() {
    for (account, category) in [
        ("income", "tax"),
        ("expense", "advertising"),
        ("maintenance_fund", "repairs_minor"),
        ("common_revenue", "1101"),
        ("1202", "1203"),
        ("1203", "greening"),
        ("property_fee", "parking_fee"),
    ] {
        check(&format!("V2,2026-01-05,{account},{category},说明,1.00,,"), "ACCOUNT_DISAGREES");
    }
}

#[test]
fn a_missing_field_is_named() {
    for (row, column) in [
        (",2026-01-05,income,property_fee,说明,1.00,,", "voucher_no (凭证号)"),
        ("V2,2026-01-05,income,property_fee,　,1.00,,", "description (摘要)"),
    ] {
        check(row, "FIELD_MISSING");
        assert!(en(&ledger(&[row]).problems[0].detail).starts_with(column), "{row}");
    }
}

#[test]
fn a_field_longer_than_a_line_may_hold_is_refused() {
    let row = |voucher: usize, description: usize, place: usize| {
        let (voucher, description, place) =
            ("凭".repeat(voucher), "修".repeat(description), "栋".repeat(place));
        format!("{voucher},2026-01-05,income,property_fee,{description},1.00,{place},")
    };
    let longest = ledger(&[&row(40, 200, 100)]);
    assert_eq!(problems(&longest), Vec::<String>::new());
    assert_eq!(check_line(&longest.lines[0].line, 20_458, 20_458), Ok(()));
    for row in [row(41, 1, 1), row(1, 201, 1), row(1, 1, 101)] {
        check(&row, "FIELD_TOO_LONG");
    }
}

#[test]
fn a_sign_that_cannot_be_seen_is_refused() {
    check("V\u{200b}2,2026-01-05,income,property_fee,说明,1.00,,", "FIELD_INVISIBLE");
    check("V2,2026-01-05,income,property_fee,\"说\n明\",1.00,,", "FIELD_INVISIBLE");
    check("V2,2026-01-05,income,property_fee,说明,1.00,1\u{202e}栋,", "FIELD_INVISIBLE");
}

#[test]
fn several_lines_of_one_voucher_are_taken() {
    // A line is named by its place; full-width signs make no other number.
    let file = ledger(&[GOOD, "Ｖ１,2026-01-05,expense,repairs_minor,零星维修,-80.00,8栋,有发票"]);
    assert_eq!((problems(&file), questions(&file)), (vec![], vec![]));
    assert_eq!(vouchers(&file), ["V1", "V1"]);
}

#[test]
fn lines_alike_in_everything_are_a_question_and_wait_for_its_answer() {
    let text = format!("{HEADER}\n{GOOD}\n{GOOD}\n");
    let file = read_text(&text);
    assert_eq!((problems(&file), questions(&file)), (vec![], vec!["[2, 3] LINE_TWICE".to_owned()]));
    assert!(vouchers(&file).is_empty() && !file.is_settled());
    for (choice, taken) in [(Choice::Keep, vec!["V1", "V1"]), (Choice::Merge, vec!["V1"])] {
        let mut answers = Answers::default();
        answers.answer(&file.questions[0].id, choice);
        let file = read_with(text.as_bytes(), &answers);
        assert_eq!((vouchers(&file), file.is_settled()), (taken, true));
    }
}

#[test]
fn spending_may_be_written_without_a_minus_sign_in_the_whole_file() {
    let income = "V1,2026-01-05,income,property_fee,说明,1.00,,";
    let file =
        ledger(&[income, "V2,2026-01-05,expense,tax,税,1.00,,", "V3,2026-01-05,expense,office,纸,2.00,,"]);
    assert_eq!((problems(&file), questions(&file)), (vec![], vec![]));
    assert_eq!(file.lines.iter().map(|line| line.line.amount_fen).collect::<Vec<_>>(), [100, 100, 200]);
}

#[test]
fn a_file_that_writes_spending_in_both_ways_is_asked_about_as_a_whole() {
    let rows = ["V2,2026-01-05,expense,tax,税,1.00,,", "V3,2026-01-05,expense,office,纸,-2.00,,"];
    let text = format!("{HEADER}\n{}\n", rows.join("\n"));
    let file = read_text(&text);
    assert_eq!((questions(&file), vouchers(&file)), (vec!["[2, 3] SIGNS_UNCLEAR".to_owned()], vec![]));
    for (choice, amounts) in [(Choice::NegativeSpends, [-100, 200]), (Choice::PositiveSpends, [100, -200])] {
        let mut answers = Answers::default();
        answers.answer(&file.questions[0].id, choice);
        let file = read_with(text.as_bytes(), &answers);
        assert_eq!(file.lines.iter().map(|line| line.line.amount_fen).collect::<Vec<_>>(), amounts);
    }
}

#[test]
fn one_line_against_all_others_is_asked_about_alone() {
    let odd = "V4,2026-01-05,expense,office,纸,2.00,,";
    let text =
        format!("{HEADER}\n{GOOD}\n{}\n{}\n{odd}\n", GOOD.replace("V1", "V2"), GOOD.replace("V1", "V3"));
    let file = read_text(&text);
    assert_eq!(
        (questions(&file), vouchers(&file)),
        (vec!["[5] SIGN_UNLIKE".to_owned()], vec!["V1", "V2", "V3"])
    );
    for (choice, amount) in [(Choice::Keep, Some(-200)), (Choice::Turn, Some(200)), (Choice::LeaveOut, None)]
    {
        let mut answers = Answers::default();
        answers.answer(&file.questions[0].id, choice);
        let file = read_with(text.as_bytes(), &answers);
        assert_eq!(file.lines.get(3).map(|line| line.line.amount_fen), amount);
        assert!(file.is_settled());
    }
}

#[test]
fn a_row_with_too_few_or_too_many_fields_is_refused() {
    for row in [
        "V2",
        "V2,2026-01-05,income,property_fee,说明,1.00,",
        "V2,2026-01-05,income,property_fee,说明,1,234.56,,",
    ] {
        check(row, "FIELDS_COUNT");
    }
}

#[test]
fn a_quotation_mark_that_stays_open_is_named_where_it_opens() {
    let file =
        read_text(&format!("{HEADER}\n{GOOD}\n\nV2,2026-01-05,income,property_fee,\"说明,1.00,,\nV3,x\n"));
    assert_eq!((problems(&file), vouchers(&file)), (vec!["4 QUOTE_UNCLOSED".to_owned()], vec!["V1"]));
}

#[test]
fn everything_wrong_with_a_row_is_told_at_once_with_what_it_says() {
    let file = ledger(&["V2,2026-02-30,expense,别墅,修\u{200b}门,263.131,,"]);
    assert_eq!(
        problems(&file),
        ["2 DATE_UNKNOWN", "2 ACCOUNT_UNKNOWN", "2 FIELD_INVISIBLE", "2 AMOUNT_DECIMALS"]
    );
    let written = &file.problems[3].written;
    assert_eq!((written.voucher.as_str(), written.date.as_str()), ("V2", "2026-02-30"));
    assert_eq!((written.description.as_str(), written.amount.as_str()), ("修\u{200b}门", "263.131"));
}

#[test]
fn a_message_quotes_only_the_start_of_an_endless_field() {
    let file = ledger(&[&with_amount(&"x".repeat(1_000_000))]);
    assert!(zh(&file.problems[0].detail).chars().count() < 150);
    assert_eq!(file.problems[0].written.amount.chars().count(), 61);
}

#[test]
fn an_unusable_file_has_one_problem_on_the_line_of_its_header() {
    let cases = [
        ("", "1 FILE_EMPTY"),
        ("\u{feff} \r\n\r\n", "1 FILE_EMPTY"),
        (HEADER, "1 FILE_EMPTY"),
        ("\n1,2,3\n", "2 HEADER_MISSING"),
        ("voucher_no,date,category,description\nx\n", "1 COLUMNS_MISSING"),
        ("凭证号,日期,摘要,金额\nx\n", "1 COLUMNS_MISSING"),
        ("凭证号,凭证号,日期,类别,摘要,金额\nx\n", "1 COLUMN_REPEATED"),
        ("voucher_no,date,category,description,amount_yuan,\"x\n1,1,1,1,1,1\n", "1 HEADER_UNCLOSED"),
    ];
    for (text, expected) in cases {
        let file = read_text(text);
        assert_eq!(problems(&file), [expected], "{text}");
        assert_eq!(file.lines, []);
        let detail = &file.problems[0].detail;
        assert!(is_whole(detail), "{detail:?}");
    }
    let file = read_text("voucher_no,date\nx\n");
    assert_eq!(
        en(&file.problems[0].detail),
        "The header lacks columns; add these: description (摘要), amount_yuan (金额), category (类别)."
    );
}

#[test]
fn a_file_without_end_is_read_up_to_its_limit() {
    let file = read_text(&format!("{HEADER}\n{}", "x\n".repeat(MAX_ROWS + 5)));
    assert_eq!((file.rows, file.problems.len()), (MAX_ROWS, MAX_ROWS + 1));
    assert_eq!(file.problems.last().map(|problem| problem.code), Some(ProblemCode::TooManyRows));
}

#[test]
fn codes_are_stable_names_in_capitals() {
    let names = ProblemCode::ALL.iter().map(|code| code.as_str());
    let mut names: Vec<&str> = names.chain(RemarkCode::ALL.iter().map(|code| code.as_str())).collect();
    assert!(names.iter().all(|name| name.bytes().all(|sign| sign.is_ascii_uppercase() || sign == b'_')));
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}
