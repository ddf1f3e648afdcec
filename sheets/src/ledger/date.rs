//! Dates: the forms in which people and spreadsheets write a day.

use yishi_protocol::calendar;

use super::problem::ProblemCode;
use crate::sentence::{Sentence, clipped};

/// Reads `2026-01-05`, `2026/1/5`, `2026.1.5`, `2026年1月5日` or `20260105` as a local day number; a midnight behind it
/// says nothing. `text` is half-width and trimmed.
pub(super) fn read(text: &str) -> Result<u32, (ProblemCode, Sentence)> {
    if text.is_empty() {
        return Err((
            ProblemCode::DateMissing,
            Sentence::new("没有日期；请填上。", "The date is empty; fill it in."),
        ));
    }
    let Some((year, month, day)) = parts(text) else {
        let text = clipped(text);
        let zh = format!("日期“{text}”认不准；请写成 2026-01-05。");
        let en = format!("The date “{text}” is not clear; write it as 2026-01-05.");
        return Err((ProblemCode::DateForm, Sentence::new(zh, en)));
    };
    calendar::day_of_date(year, month, day).and_then(|day| u32::try_from(day).ok()).ok_or_else(|| {
        let zh = format!("日历上没有“{text}”这一天；请核对。");
        let en = format!("The calendar has no day “{text}”; check it.");
        (ProblemCode::DateUnknown, Sentence::new(zh, en))
    })
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
