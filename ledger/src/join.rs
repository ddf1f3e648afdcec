//! From rows to lines: what only several rows together can show.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use yishi_protocol::ledger::{Flow, LedgerLine};

use crate::Line;
use crate::problem::{Notice, NoticeCode, Problem, ProblemCode, Sentence};
use crate::row::Row;

/// Turns rows into lines, in the order of the file, and notes what does not fit together.
pub(crate) fn join(mut rows: Vec<Row>, problems: &mut Vec<Problem>, notices: &mut Vec<Notice>) -> Vec<Line> {
    check_vouchers(&mut rows, problems);
    check_signs(&mut rows, problems);
    rows.into_iter().filter(|row| row.sound).filter_map(|row| line(row, notices)).collect()
}

/// A number belongs to one row: the first that has it, good or bad.
fn check_vouchers(rows: &mut [Row], problems: &mut Vec<Problem>) {
    let mut first = BTreeMap::<String, (usize, Option<u32>, Option<i64>)>::new();
    for row in rows {
        let Some(voucher) = row.voucher.clone() else { continue };
        match first.entry(voucher) {
            Entry::Vacant(entry) => _ = entry.insert((row.line, row.day, row.fen)),
            Entry::Occupied(entry) => {
                let (line, day, fen) = *entry.get();
                let twice = day.is_some() && fen.is_some() && (day, fen) == (row.day, row.fen);
                let detail = if twice {
                    Sentence::new(
                        format!("和第 {line} 行凭证号重复，日期、金额也一样，像是粘了两遍；请删掉一行。"),
                        format!(
                            "Line {line} has the same voucher number, date and amount, as if pasted twice; remove one."
                        ),
                    )
                } else {
                    Sentence::new(
                        format!("和第 {line} 行凭证号重复；请核对凭证，改成自己的编号。"),
                        format!(
                            "Line {line} has the same voucher number; look at the vouchers and correct it."
                        ),
                    )
                };
                row.note(ProblemCode::VoucherRepeated, detail, problems);
            }
        }
    }
}

/// Spending is written with a minus sign. In a file that never does so, a positive amount could be either spending or
/// a reversal, and nobody but its author can say which.
fn check_signs(rows: &mut [Row], problems: &mut Vec<Problem>) {
    let spends = |row: &Row| row.account.is_some_and(|account| account.flow == Flow::Out);
    if rows.iter().any(|row| spends(row) && row.fen.is_some_and(i64::is_negative)) {
        return;
    }
    for row in rows.iter_mut().filter(|row| spends(row) && row.fen.is_some()) {
        let detail = Sentence::new(
            "分不清是支出还是冲销：整张表的支出都没有负号；请把支出写成负数，冲销写成正数。",
            "This could be spending or its reversal, as no spending of the file is negative; write spending as negative and reversals as positive.",
        );
        row.note(ProblemCode::SignUnclear, detail, problems);
    }
}

/// A sound row has all of these.
fn line(row: Row, notices: &mut Vec<Notice>) -> Option<Line> {
    let (account, fen) = (row.account?, row.fen?);
    // Written as it moves the balance, kept as it flows through its account. Both signs are in range.
    let amount_fen = if account.flow == Flow::In { fen } else { -fen };
    let mut notice = |code, detail| notices.push(Notice { line: row.line, code, detail });
    if amount_fen < 0 {
        let detail = Sentence::new(
            "金额和科目的方向相反，会显示成冲销；不是冲销就改正负号。",
            "The amount flows against its account and will be shown as a reversal; correct the sign if it is none.",
        );
        notice(NoticeCode::Reversal, detail);
    } else if account.needs_decision() {
        let detail = Sentence::new(
            "这笔支出没有对应的表决，会公开显示“无表决”；有表决的请补上。",
            "This spending names no vote and will be shown without one; name the vote if there was one.",
        );
        notice(NoticeCode::DecisionMissing, detail);
    }
    let line = LedgerLine {
        account: account.code,
        amount_fen,
        day: row.day?,
        decision: None,
        description: row.description?,
        place: row.place,
        voucher: row.voucher?,
    };
    Some(Line { number: row.line, line, remark: row.remark })
}
