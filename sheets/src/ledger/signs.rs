//! Which way a file's signs point.
//!
//! Some people write spending with a minus sign; others write it without and let its account say enough; and the two
//! sides of an account are the other way round in a cash book. Each row says something for one reading or the other:
//! spending is common, and what takes spending back says so. One row never decides for the others.

use super::amount::{Amount, Reading};
use super::row::Row;
use crate::key::sheets_ledger;
use crate::question::{Asker, Choice, QuestionCode};
use crate::sentence::named;

/// Words that only a reversal has.
const REVERSES: [&str; 8] = ["红冲", "冲红", "冲销", "冲回", "冲账", "红字", "反冲", "reversal"];
/// Words that a reversal may have, and other lines too.
const MAY_REVERSE: [&str; 9] = ["退货", "退款", "退回", "退还", "退费", "冲", "更正", "作废", "refund"];

/// How a row's sign fits a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fit {
    first: bool,
    second: bool,
}

/// Finds the reading of a file. A row whose sign is against all others is asked about, and is held, or turned as its
/// answer says.
pub(super) fn find(rows: &mut [Row], asker: &mut Asker<'_>) -> Reading {
    let (mut unfit_first, mut unfit_second, mut depending) = (Vec::new(), Vec::new(), Vec::new());
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.sound) {
        let Some(fit) = fit(row) else { continue };
        depending.push(at);
        if !fit.first {
            unfit_first.push(at);
        }
        if !fit.second {
            unfit_second.push(at);
        }
    }
    let (first, second) = (unfit_first.len(), unfit_second.len());
    let (reading, unlike) = if depending.is_empty() {
        return Reading::First;
    } else if first.saturating_mul(2) < second {
        (Reading::First, unfit_first)
    } else if second.saturating_mul(2) < first {
        (Reading::Second, unfit_second)
    } else {
        return ask_reading(rows, &depending, asker);
    };
    for at in unlike {
        if let Some(row) = rows.get_mut(at) {
            ask_row(row, asker);
        }
    }
    reading
}

/// How a row fits; none if its amount reads the same either way, or was not read.
fn fit(row: &Row) -> Option<Fit> {
    let (account, amount) = (row.account?, row.amount?);
    if !amount.depends(account) {
        return None;
    }
    let says = [row.description.as_deref(), row.remark.as_deref()].map(Option::unwrap_or_default).concat();
    let any = |words: &[&str]| words.iter().any(|word| says.to_lowercase().contains(word));
    let (must, may) = (any(&REVERSES), any(&MAY_REVERSE));
    let fits = |reading| {
        let flow = amount.flow(account, reading);
        if flow < 0 { must || may } else { !must }
    };
    Some(Fit { first: fits(Reading::First), second: fits(Reading::Second) })
}

/// Nothing in the file tells which reading holds.
fn ask_reading(rows: &mut [Row], depending: &[usize], asker: &mut Asker<'_>) -> Reading {
    let of = |at: &usize| rows.get(*at);
    let lines: Vec<u64> = depending.iter().filter_map(of).map(Row::place).collect();
    let content: Vec<String> = depending.iter().filter_map(of).map(|row| row.content.clone()).collect();
    let content: Vec<&str> = content.iter().map(String::as_str).collect();
    let sentence = sheets_ledger::signs_unclear(&named(&lines));
    let choices = [Choice::NegativeSpends, Choice::PositiveSpends];
    match asker.ask(QuestionCode::SignsUnclear, lines, &content, sentence, &choices) {
        Some(Choice::PositiveSpends) => Reading::Second,
        Some(_) => Reading::First,
        None => {
            for at in depending {
                if let Some(row) = rows.get_mut(*at) {
                    row.held = true;
                }
            }
            Reading::First
        }
    }
}

/// One row's sign is against those of the others, or against its own words.
fn ask_row(row: &mut Row, asker: &mut Asker<'_>) {
    let sentence = sheets_ledger::sign_unlike(&named(&[row.place()]));
    let choices = [Choice::Keep, Choice::Turn, Choice::LeaveOut];
    match asker.ask(QuestionCode::SignUnlike, vec![row.place()], &[&row.content.clone()], sentence, &choices)
    {
        Some(Choice::Keep) => {}
        Some(Choice::Turn) => row.amount = row.amount.map(Amount::turned),
        _ => row.held = true,
    }
}
