//! Dates: the forms in which people and spreadsheets write a day.

use yishi_protocol::calendar;

use super::problem::ProblemCode;
use crate::key::sheets_ledger;
use crate::sentence::{Sentence, clipped};

/// Reads `2026-01-05`, `2026/1/5`, `2026.1.5`, `2026年1月5日` or `20260105` as a local day number; a midnight behind it
/// says nothing. `text` is half-width and trimmed.
pub(super) fn read(text: &str) -> Result<u32, (ProblemCode, Sentence)> {
    if text.is_empty() {
        return Err((ProblemCode::DateMissing, sheets_ledger::DATE_MISSING.into()));
    }
    let Some((year, month, day)) = parts(text) else {
        return Err((ProblemCode::DateForm, sheets_ledger::date_form(&clipped(text))));
    };
    let day = calendar::day_of_date(year, month, day).and_then(|day| u32::try_from(day).ok());
    day.ok_or_else(|| (ProblemCode::DateUnknown, sheets_ledger::date_unknown(&text)))
}

fn parts(text: &str) -> Option<(u64, u64, u64)> {
    // Spreadsheets write a day as its midnight.
    let text = [" 00:00:00", " 0:00:00", " 00:00", " 0:00"]
        .iter()
        .find_map(|midnight| text.strip_suffix(midnight))
        .unwrap_or(text);
    if let Some(joined) = number(text, 8..=8) {
        return Some((joined / 10_000, joined / 100 % 100, joined % 100));
    }
    let (year, month, day) = if let Some((year, rest)) = text.split_once('年') {
        let (month, day) = rest.split_once('月')?;
        (year, month, day.strip_suffix('日')?)
    } else {
        let separator = text.chars().find(|sign| matches!(sign, '-' | '/' | '.'))?;
        let (year, rest) = text.split_once(separator)?;
        let (month, day) = rest.split_once(separator)?;
        (year, month, day)
    };
    Some((number(year, 4..=4)?, number(month, 1..=2)?, number(day, 1..=2)?))
}

fn number(text: &str, digits: core::ops::RangeInclusive<usize>) -> Option<u64> {
    let sound = digits.contains(&text.len()) && text.bytes().all(|digit| digit.is_ascii_digit());
    if sound { text.parse().ok() } else { None }
}
