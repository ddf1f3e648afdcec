//! Tests of reading ledgers, with the helpers they share.

mod fixture;
mod forms;
mod mutation;
mod periods;
mod problems;

use yishi_protocol::ledger::LedgerLine;

use super::{LedgerFile, read};

const HEADER: &str = "voucher_no,date,account,category,description,amount_yuan,location,remark";

/// Spending of the usual form, to stand beside a bad row.
const GOOD: &str = "V1,2026-01-05,expense,repairs_minor,零星维修,-1549.06,8栋,有发票";

/// A file of this text.
fn read_text(text: &str) -> LedgerFile {
    read(text.as_bytes())
}

/// A file with the usual header and these rows. The first of them is line 2.
fn ledger(rows: &[&str]) -> LedgerFile {
    read_text(&format!("{HEADER}\n{}\n", rows.join("\n")))
}

/// The line of a row that is sound, beside a good one.
fn line(row: &str) -> LedgerLine {
    let file = ledger(&[GOOD, row]);
    assert_eq!(file.problems, [], "{row}");
    file.lines[1].line.clone()
}

/// Each problem as `line code`.
fn problems(file: &LedgerFile) -> Vec<String> {
    file.problems.iter().map(|problem| format!("{} {}", problem.line, problem.code)).collect()
}

/// Each question as `lines code`.
fn questions(file: &LedgerFile) -> Vec<String> {
    file.questions.iter().map(|question| format!("{:?} {}", question.lines, question.code)).collect()
}

/// Each remark as `line code`.
fn remarks(file: &LedgerFile) -> Vec<String> {
    file.remarks.iter().map(|remark| format!("{} {}", remark.line, remark.code)).collect()
}

/// The vouchers that were taken.
fn vouchers(file: &LedgerFile) -> Vec<&str> {
    file.lines.iter().map(|line| line.line.voucher.as_str()).collect()
}
