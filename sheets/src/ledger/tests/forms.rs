//! Forms that are accepted.

use super::{GOOD, HEADER, ledger, line, problems, read_text, remarks, vouchers};

#[test]
fn chinese_names_in_any_order_beside_unknown_columns_are_understood() {
    for header in [
        "序号,摘要,金额,日期,凭证号,科目大类,科目,位置,备注",
        "序号,摘要,金额（元）,日期,凭证号,账户,类别,地点,备注",
        "序号,摘要,金额(元),日期,凭证号,账户,类别,地点,备注",
    ] {
        let file = read_text(&format!(
            "\u{feff}{header}\r\n1,换灯,-90.5,2026/1/5,记-1,支出,零星维修,3栋,\"有,\r\n发票\"\r\n2,广告,100,2026-01-06,记-2,公共收益,电梯广告,,\r\n"
        ));
        assert_eq!(problems(&file), Vec::<String>::new(), "{header}");
        let codes: Vec<u32> = file.lines.iter().map(|line| line.line.account).collect();
        assert_eq!(codes, [1202, 2104]);
        // The remark of the first row takes two lines, and may, as it is not published.
        assert_eq!((file.lines[0].number, file.lines[1].number), (2, 4));
        assert_eq!(file.lines[0].remark.as_deref(), Some("有,\n发票"));
    }
}

#[test]
fn tabs_and_semicolons_separate_as_commas_do() {
    for separator in ["\t", ";"] {
        let text = format!("{HEADER}\n{GOOD}\n").replace(',', separator);
        assert_eq!(vouchers(&read_text(&text)), ["V1"], "{separator:?}");
    }
}

#[test]
fn blank_rows_are_passed_over_and_lines_still_fit() {
    let file = read_text(&format!("\n{HEADER}\n\n{GOOD}\n,,,,,,,\n \n\nx\n"));
    assert_eq!((file.rows, file.lines[0].number), (2, 4));
    assert_eq!(problems(&file), ["8 FIELDS_COUNT"]);
}

#[test]
fn every_category_has_its_account() {
    let categories = [
        ("income", "property_fee", 1101),
        ("income", "parking_fee", 1103),
        ("expense", "wages_security", 1201),
        ("expense", "wages_cleaning", 1201),
        ("expense", "lift_maintenance", 1202),
        ("expense", "fire_safety", 1202),
        ("expense", "repairs_minor", 1202),
        ("expense", "waste_removal", 1203),
        ("expense", "greening", 1204),
        ("expense", "office", 1206),
        ("expense", "tax", 1211),
        ("expense", "utilities_common", 4202),
        ("common_revenue", "temporary_parking", 2102),
        ("common_revenue", "advertising", 2104),
        ("common_revenue", "site_rental", 2105),
        ("maintenance_fund", "roof_leak", 3202),
        ("收入", "物业费", 1101),
        ("支出", "保洁人员工资", 1201),
        ("维修资金", "屋面渗漏维修", 3202),
        ("", "repairs_minor", 1202),
    ];
    for (account, category, code) in categories {
        let line = line(&format!("V2,2026-01-05,{account},{category},说明,-1.00,,"));
        assert_eq!(line.account, code, "{category}");
    }
}

#[test]
fn a_code_of_the_chart_names_its_account_in_either_column() {
    for (account, category) in [
        ("1205", ""),
        ("", "1205"),
        ("1205", "秩序维护公司月费"),
        ("基本户", "1205"),
        ("1205", "1205"),
        ("expense", "1205"),
        ("1205", "支出"),
        ("property_service", "1205"),
        ("１２０５", ""),
    ] {
        let line = line(&format!("V2,2026-01-05,{account},{category},说明,-1.00,,"));
        assert_eq!((line.account, line.amount_fen), (1205, 100), "{account} {category}");
    }
    let text = "voucher_no,date,account,description,amount_yuan\nV1,2026-01-05,5201,公告纸,-186.40\n";
    assert_eq!(read_text(text).lines[0].line.account, 5201);
}

#[test]
fn an_amount_is_taken_exactly() {
    let amounts = [
        ("228.34", 22_834),
        ("228.3", 22_830),
        ("228", 22_800),
        ("0.01", 1),
        ("0.29", 29),
        ("+1.15", 115),
        ("007.10", 710),
        ("\"1,234.56\"", 123_456),
        ("\"12,345,678.90\"", 1_234_567_890),
        ("￥8568.57", 856_857),
        ("¥ 8568.57", 856_857),
        ("￥８，５６８．５７", 856_857),
        ("8568.57元", 856_857),
        ("８５６８．５７", 856_857),
        ("　8568.57 ", 856_857),
        ("\u{202a}8568.57\u{202c}", 856_857),
        ("90071992547409.91", 9_007_199_254_740_991),
        ("-1.50", -150),
        ("−1.50", -150),
        ("－１．５０", -150),
        ("- 1.50", -150),
        ("-￥1.50", -150),
        ("￥-1.50", -150),
        ("(1.50)", -150),
        ("（￥1.50）", -150),
        ("\"(1,234.56)\"", -123_456),
    ];
    for (text, fen) in amounts {
        let line = line(&format!("V2,2026-01-05,income,property_fee,说明,{text},,"));
        assert_eq!(line.amount_fen, fen, "{text}");
    }
}

#[test]
fn spending_is_kept_as_it_flows_through_its_account() {
    let line = line("V2,2026-01-05,expense,tax,说明,-90071992547409.91,,");
    assert_eq!(line.amount_fen, 9_007_199_254_740_991);
}

#[test]
fn an_amount_against_its_account_is_taken_and_noticed_as_a_reversal() {
    let file = ledger(&[
        GOOD,
        "C1,2026-04-16,expense,lift_maintenance,冲销,6893.62,4栋,",
        "C2,2026-04-16,income,property_fee,退费,-10.00,,",
        // A refund to the fund needs no vote.
        "C3,2026-04-16,maintenance_fund,roof_leak,退款,10.00,,",
    ]);
    assert_eq!(problems(&file), Vec::<String>::new());
    let amounts: Vec<i64> = file.lines.iter().map(|line| line.line.amount_fen).collect();
    assert_eq!(amounts, [154_906, -689_362, -1_000, -1_000]);
    assert_eq!(remarks(&file), ["3 REVERSAL", "4 REVERSAL", "5 REVERSAL"]);
}

#[test]
fn spending_that_rests_on_a_vote_is_noticed_without_one() {
    let file = ledger(&[
        "V1,2026-01-05,2303,,审计,-1.00,,",
        "V2,2026-01-05,3206,,抢修,-1.00,,",
        "V3,2026-01-05,2201,,电费,-1.00,,",
    ]);
    assert_eq!(remarks(&file), ["2 DECISION_MISSING", "3 DECISION_MISSING"]);
    assert_eq!(file.lines.len(), 3);
}

#[test]
fn a_day_is_read_in_each_form() {
    for date in [
        "2026-01-05",
        "2026-1-5",
        "2026/1/5",
        "2026/01/05",
        "2026.1.5",
        "2026年1月5日",
        "2026年01月05日",
        "２０２６－１－５",
    ] {
        assert_eq!(line(&format!("V2,{date},,1101,说明,1.00,,")).day, 20_458, "{date}");
    }
}

#[test]
fn texts_are_kept_as_written_and_voucher_numbers_half_width() {
    let line = line("　Ｖ２ ,2026-01-05,,1101,\"ＬＥＤ灯，3\"\"\",1.00, 地库（东） ,");
    assert_eq!((line.voucher.as_str(), line.description.as_str()), ("V2", "ＬＥＤ灯，3\""));
    assert_eq!(line.place.as_deref(), Some("地库（东）"));
}
