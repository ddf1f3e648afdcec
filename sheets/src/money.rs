//! Money as people type it: yuan into whole fen, without floating point.

use yishi_protocol::MAX_INTEGER;

use crate::decimal::Decimal;
use crate::key::sheets;
use crate::sentence::{Sentence, clipped};
use crate::table::{half_width, trimmed};

/// Why a text is no amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// Nothing is there.
    Missing,
    /// It is no number, or could be read in two ways.
    Form,
    /// It has that many decimals; fen have two.
    Decimals(usize),
    /// It is beyond 2^53 - 1 fen.
    TooLarge,
}

/// Reads yuan that somebody typed, such as `80,000.50`, as fen; zero and amounts below it are taken too.
///
/// Taken are full-width signs, a Chinese full stop for the point, a sign or brackets around a negative amount, `￥` before or 元 after it, and commas at
/// every third digit or nowhere. What could be read in two ways, such as `80000,50`, is refused.
///
/// # Errors
/// A sentence that says what to write.
pub fn money(text: &str) -> Result<i64, Sentence> {
    let text = half_width(trimmed(text)).replace('。', ".");
    read(&text).map_err(|why| sentence(&why, &text))
}

/// Reads an amount; `text` is half-width and trimmed.
pub(crate) fn read(text: &str) -> Result<i64, Unread> {
    if text.is_empty() {
        return Err(Unread::Missing);
    }
    let (negative, digits) = sign(text).ok_or(Unread::Form)?;
    let decimal = Decimal::read(digits).ok_or(Unread::Form)?;
    if decimal.decimals.len() > 2 {
        return Err(Unread::Decimals(decimal.decimals.len()));
    }
    let fen = decimal.hundredths().filter(|fen| fen.unsigned_abs() <= MAX_INTEGER).ok_or(Unread::TooLarge)?;
    Ok(if negative { -fen } else { fen })
}

/// What to write instead.
pub(crate) fn sentence(why: &Unread, text: &str) -> Sentence {
    let text = clipped(text);
    match why {
        Unread::Missing => sheets::MONEY_MISSING.into(),
        Unread::Form if is_grouping(&text) => sheets::money_commas(&text),
        Unread::Form => sheets::money_form(&text),
        Unread::Decimals(count) => sheets::money_decimals(count),
        Unread::TooLarge => sheets::MONEY_TOO_LARGE.into(),
    }
}

/// Whether nothing but the places of commas and points is in doubt.
fn is_grouping(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.contains(',') && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b',' || byte == b'.')
}

/// Whether the amount is negative, and its digits without sign, brackets and currency; none if they contradict.
fn sign(text: &str) -> Option<(bool, &str)> {
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let (before, rest) = one_sign(inner.unwrap_or(text).trim());
    let rest = rest.strip_prefix(['￥', '¥']).unwrap_or(rest).trim_start();
    let (after, rest) = one_sign(rest);
    let rest = rest.strip_suffix('元').unwrap_or(rest).trim_end();
    match (inner, before, after) {
        (Some(_), None, None) => Some((true, rest)),
        (None, one, None) | (None, None, one) => Some((one == Some('-'), rest)),
        _ => None,
    }
}

/// The sign at the start, and what follows it.
fn one_sign(text: &str) -> (Option<char>, &str) {
    for (written, meant) in [('-', '-'), ('−', '-'), ('+', '+')] {
        if let Some(rest) = text.strip_prefix(written) {
            return (Some(meant), rest.trim_start());
        }
    }
    (None, text)
}
