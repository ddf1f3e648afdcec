//! From rows to lines: what only several rows together can show.

use std::collections::BTreeMap;

use yishi_protocol::ledger::{Flow, LedgerLine};

use super::Line;
use super::amount::Reading;
use super::problem::{Remark, RemarkCode};
use super::row::Row;
use super::signs;
use crate::key::sheets_ledger;
use crate::question::{Asker, Choice, QuestionCode};
use crate::sentence::named;

/// Turns rows into lines, in the order of the file, and asks about what does not fit together.
pub(super) fn join(mut rows: Vec<Row>, asker: &mut Asker<'_>, remarks: &mut Vec<Remark>) -> Vec<Line> {
    ask_repeated(&mut rows, asker);
    let reading = signs::find(&mut rows, asker);
    ask_balances(&mut rows, reading, asker);
    let taken = rows.into_iter().filter(|row| row.sound && !row.held);
    taken.filter_map(|row| line(row, reading, remarks)).collect()
}

/// Several lines of one voucher are usual; lines that are alike in everything may have been pasted twice.
fn ask_repeated(rows: &mut [Row], asker: &mut Asker<'_>) {
    let mut alike = BTreeMap::<String, Vec<usize>>::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.sound) {
        alike.entry(row.content.clone()).or_default().push(at);
    }
    for (content, places) in alike.iter().filter(|(_, places)| places.len() > 1) {
        let lines: Vec<u64> = places.iter().filter_map(|at| rows.get(*at)).map(Row::place).collect();
        let sentence = sheets_ledger::line_twice(&named(&lines));
        let choices = [Choice::Keep, Choice::Merge];
        let answer = asker.ask(QuestionCode::LineTwice, lines, &[content], sentence, &choices);
        let held = match answer {
            Some(Choice::Keep) => &[],
            Some(_) => places.get(1..).unwrap_or_default(),
            None => places.as_slice(),
        };
        for at in held {
            if let Some(row) = rows.get_mut(*at) {
                row.held = true;
            }
        }
    }
}

/// Holds the balance column against what each line moves.
fn ask_balances(rows: &mut [Row], reading: Reading, asker: &mut Asker<'_>) {
    let down = disagreeing(rows.iter().enumerate(), reading);
    // Banks print the newest line first.
    let up = disagreeing(rows.iter().enumerate().rev(), reading);
    let places = if up.len() < down.len() { up } else { down };
    for (at, expected) in places {
        let Some(row) = rows.get_mut(at) else { continue };
        let (stated, expected) = (yuan(row.balance.unwrap_or_default()), yuan(expected));
        let sentence = sheets_ledger::balance_disagrees(&named(&[row.place()]), &stated, &expected);
        let choices = [Choice::Keep, Choice::LeaveOut];
        let content = row.content.clone();
        let answer =
            asker.ask(QuestionCode::BalanceDisagrees, vec![row.place()], &[&content], sentence, &choices);
        if answer != Some(Choice::Keep) {
            row.held = true;
        }
    }
}

/// The rows whose balance is not the one before and their own amount, and what it should be. A row that was not read
/// breaks the chain.
fn disagreeing<'r>(rows: impl Iterator<Item = (usize, &'r Row)>, reading: Reading) -> Vec<(usize, i64)> {
    let mut found = Vec::new();
    let mut before: Option<i64> = None;
    for (at, row) in rows.filter(|(_, row)| !row.held) {
        let (Some(account), Some(amount), true) = (row.account, row.amount, row.sound) else {
            before = None;
            continue;
        };
        let flow = amount.flow(account, reading);
        let moved = if account.flow == Flow::In { flow } else { -flow };
        let expected = before.and_then(|before| before.checked_add(moved));
        if let (Some(expected), Some(stated)) = (expected, row.balance)
            && expected != stated
        {
            found.push((at, expected));
        }
        before = row.balance.or(expected);
    }
    found
}

/// Fen as people write yuan.
fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "-" } else { "" };
    let fen = fen.unsigned_abs();
    format!("{sign}{}.{:02}", fen / 100, fen % 100)
}

/// A sound row has all of these.
fn line(row: Row, reading: Reading, remarks: &mut Vec<Remark>) -> Option<Line> {
    let account = row.account?;
    let amount_fen = row.amount?.flow(account, reading);
    let mut remark = |code, detail| remarks.push(Remark { line: row.line, code, detail });
    if amount_fen < 0 {
        remark(RemarkCode::Reversal, sheets_ledger::REVERSAL.into());
    } else if account.needs_decision() && row.decision.is_none() {
        remark(RemarkCode::DecisionMissing, sheets_ledger::DECISION_MISSING.into());
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
    Some(Line { number: row.line, line, decision: row.decision, remark: row.remark })
}
