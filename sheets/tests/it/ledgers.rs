//! Ledgers like those from the field that nobody has sent yet.

use yishi_sheets::ledger::{TEMPLATE, read, read_with, template};
use yishi_sheets::{Answers, Choice};

use crate::said::in_every_language;
use crate::{asked, ledger, money_in_and_out, wrong_lines};

#[test]
fn a_direction_in_its_own_column_decides_whatever_the_others_do() {
    let header = "凭证号,日期,科目,摘要,方向,金额";
    for (income, spending) in [("贷", "借"), ("收", "支"), ("收入", "支出"), ("in", "OUT")] {
        let text = format!(
            "{header}\n1,2026-01-05,1101,一季度,{income},500.00\n2,2026-01-06,1202,换灯,{spending},120.00\n3,2026-01-07,1202,红冲换灯,{spending},-20.00\n"
        );
        let file = read(text.as_bytes());
        assert_eq!((wrong_lines(&file), asked(&file.questions)), (vec![], vec![]), "{income}");
        assert_eq!(money_in_and_out(&file), (50_000, 10_000), "{income}");
    }
    let file = read(format!("{header}\n1,2026-01-05,1101,一季度,左,500.00\n").as_bytes());
    assert_eq!(wrong_lines(&file), ["2 DIRECTION_UNKNOWN"]);
}

#[test]
fn a_cash_book_has_its_sides_the_other_way_round() {
    let text = "凭证号,日期,科目,摘要,借方,贷方,余额\n1,2026-01-05,1101,一季度,500.00,,500.00\n2,2026-01-06,1202,换灯,,120.00,380.00\n";
    let file = read(text.as_bytes());
    assert_eq!((wrong_lines(&file), asked(&file.questions)), (vec![], vec![]));
    assert_eq!(money_in_and_out(&file), (50_000, 12_000));
}

#[test]
fn sides_that_point_both_ways_are_asked_about() {
    let text =
        "凭证号,日期,科目,摘要,借方,贷方\n1,2026-01-05,1101,一季度,500.00,\n2,2026-01-06,1202,换灯,120.00,\n";
    let file = read(text.as_bytes());
    assert_eq!((asked(&file.questions), file.lines.len()), (vec!["[2, 3] SIGNS_UNCLEAR".to_owned()], 0));
    for (choice, flows) in
        [(Choice::NegativeSpends, (-50_000, 12_000)), (Choice::PositiveSpends, (50_000, -12_000))]
    {
        let mut answers = Answers::default();
        answers.answer(&file.questions[0].id, choice);
        assert_eq!(money_in_and_out(&read_with(text.as_bytes(), &answers)), flows);
    }
}

#[test]
fn a_row_with_both_amounts_or_neither_is_refused_and_a_zero_is_no_amount() {
    let text = "凭证号,日期,类别,摘要,收入,支出\n1,2026-01-05,物业费,a,1.00,2.00\n2,2026-01-05,物业费,b,,\n3,2026-01-05,物业费,c,3.00,0.00\n4,2026-01-05,零星维修,d,-,4.00\n";
    let file = read(text.as_bytes());
    assert_eq!(wrong_lines(&file), ["2 AMOUNT_TWICE", "3 AMOUNT_MISSING"]);
    assert_eq!(money_in_and_out(&file), (300, 400));
    let text = "凭证号,日期,类别,摘要,金额,收入,支出\n1,2026-01-05,零星维修,a,-4.00,,4.00\n2,2026-01-05,零星维修,b,5.00,,4.00\n";
    let file = read(text.as_bytes());
    assert_eq!((wrong_lines(&file), money_in_and_out(&file)), (vec!["3 AMOUNT_TWICE".to_owned()], (0, 400)));
    let file = read("凭证号,日期,类别,摘要,收入\n1,2026-01-05,物业费,a,1.00\n".as_bytes());
    assert_eq!(wrong_lines(&file), ["1 COLUMNS_MISSING"]);
}

#[test]
fn a_balance_is_followed_upwards_where_the_newest_line_is_first() {
    let text = "凭证号,日期,类别,摘要,收入,支出,余额\n3,2026-01-07,零星维修,c,,5.00,85.00\n2,2026-01-06,零星维修,b,,10.00,90.00\n1,2026-01-05,物业费,a,100.00,,100.00\n";
    assert_eq!(asked(&read(text.as_bytes()).questions), Vec::<String>::new());
    let file = read(text.replace("85.00", "86.00").as_bytes());
    assert_eq!((asked(&file.questions), file.lines.len()), (vec!["[2] BALANCE_DISAGREES".to_owned()], 2));
    let mut answers = Answers::default();
    answers.answer(&file.questions[0].id, Choice::Keep);
    assert_eq!(read_with(text.replace("85.00", "86.00").as_bytes(), &answers).lines.len(), 3);
    let file = read(text.replace("90.00", "九十").as_bytes());
    assert_eq!(wrong_lines(&file), ["3 BALANCE_FORM"]);
}

#[test]
fn a_vote_that_a_line_names_is_kept_with_it_and_closes_the_gap() {
    let text = "凭证号,日期,类别,摘要,金额,表决\n1,2026-01-05,屋面渗漏维修,屋面,-500.00,2026年第3次表决\n2,2026-01-06,屋面渗漏维修,屋面,-600.00,\n";
    let file = read(text.as_bytes());
    assert_eq!(file.lines[0].decision.as_deref(), Some("2026年第3次表决"));
    assert_eq!((file.lines[0].line.decision, file.lines[1].decision.clone()), (None, None));
    assert_eq!(file.remarks.iter().map(|remark| remark.line).collect::<Vec<_>>(), [3]);
}

#[test]
fn lines_alike_but_for_their_number_are_taken() {
    let file =
        ledger(&["1,2026-01-05,支出,零星维修,换灯,-5.00,,", "2,2026-01-05,支出,零星维修,换灯,-5.00,,"]);
    assert_eq!((asked(&file.questions), file.lines.len()), (vec![], 2));
}

#[test]
fn pages_do_not_depend_on_the_order_of_lines_with_one_number() {
    let rows = ["1,2026-01-05,支出,零星维修,换灯,-5.00,,", "1,2026-01-05,支出,零星维修,换锁,-6.00,,"];
    let pages = |rows: &[&str]| yishi_sheets::ledger::pages(&ledger(rows).ledger_lines());
    assert_eq!(pages(&rows), pages(&[rows[1], rows[0]]));
}

#[test]
fn the_empty_ledger_takes_lines_as_its_title_asks_for_them() {
    for empty in in_every_language(&TEMPLATE.into()).iter().map(|said| template(said)) {
        assert_eq!(wrong_lines(&read(empty.as_bytes())), ["1 FILE_EMPTY"], "{empty}");
        let rows = "1,2026-01-05,1101,一季度,500.00,,,\n2,2026-01-06,3202,屋面,-120.00,,2026年第3次表决,\n";
        let file = read(format!("{empty}{rows}").as_bytes());
        assert_eq!((wrong_lines(&file), asked(&file.questions)), (vec![], vec![]));
        assert_eq!(money_in_and_out(&file), (50_000, 12_000));
    }
}
