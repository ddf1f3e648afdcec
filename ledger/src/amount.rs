//! Amounts: yuan as people write them into whole fen, without floating point.

use yishi_protocol::MAX_INTEGER;

use crate::problem::{ProblemCode, Sentence, clipped};

/// Reads yuan, such as `-1,234.56`, as fen. `text` is half-width and trimmed.
///
/// Taken are a sign or brackets around a negative amount, `￥` before or 元 after it, and commas at every third digit.
/// What could be read in two ways is refused.
pub(crate) fn read(text: &str) -> Result<i64, (ProblemCode, Sentence)> {
    if text.is_empty() {
        return Err((
            ProblemCode::AmountMissing,
            Sentence::new("没有金额；请填上。", "The amount is empty; fill it in."),
        ));
    }
    let form = || {
        let text = clipped(text);
        let zh = format!("金额“{text}”认不准；请写成 1234.56，负数写成 -1234.56。");
        let en = format!("The amount “{text}” is not clear; write it as 1234.56, or -1234.56 if negative.");
        (ProblemCode::AmountForm, Sentence::new(zh, en))
    };
    let (negative, digits) = sign(text).ok_or_else(form)?;
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let whole = ungrouped(whole).ok_or_else(form)?;
    if !is_number(decimals) {
        return Err(form());
    }
    // `0.5` is 50 fen.
    let per_digit = match decimals.len() {
        1 => 10,
        2 => 1,
        count => return Err(too_exact(count)),
    };
    let fen = || {
        let decimals = decimals.parse::<i64>().ok()?.checked_mul(per_digit)?;
        let fen = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(decimals)?;
        (fen.unsigned_abs() <= MAX_INTEGER).then_some(fen)
    };
    match fen() {
        None => Err((
            ProblemCode::AmountTooLarge,
            Sentence::new("金额太大；请核对小数点。", "The amount is too large; check the decimal point."),
        )),
        Some(0) => Err((
            ProblemCode::AmountZero,
            Sentence::new(
                "金额是 0；没有收支就删掉这一行。",
                "The amount is 0; remove the line if no money moved.",
            ),
        )),
        Some(fen) => Ok(if negative { -fen } else { fen }),
    }
}

fn too_exact(count: usize) -> (ProblemCode, Sentence) {
    let zh = format!("金额有 {count} 位小数，只能到分；请看原凭证，写两位小数。");
    let en = format!("The amount has {count} decimals and can have 2; look at the voucher and write two.");
    (ProblemCode::AmountDecimals, Sentence::new(zh, en))
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

/// The digits of a whole number; commas stand at every third digit or nowhere.
fn ungrouped(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.split(',').collect();
    let sound = match groups.as_slice() {
        [all] => is_number(all),
        [first, rest @ ..] => {
            is_number(first)
                && first.len() <= 3
                && !first.starts_with('0')
                && rest.iter().all(|group| group.len() == 3 && is_number(group))
        }
        [] => false,
    };
    sound.then(|| groups.concat())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit())
}
