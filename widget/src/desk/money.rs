//! Yuan as people type them, to whole fen; never a float.

/// The most fen that an entry can hold: 2^53 - 1.
const MOST: i64 = 9_007_199_254_740_991;

/// `80,000`, `80000.5`, `-12.30` and full-width forms of these. None if it is not an amount in whole fen.
pub(super) fn fen(text: &str) -> Option<i64> {
    let text: String = text.trim().chars().map(plain).filter(|sign| *sign != ',').collect();
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    let (yuan, cents) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(yuan) || !all_digits(cents) || cents.len() > 2 {
        return None;
    }
    let cents = if cents.len() == 1 { cents.parse::<i64>().ok()? * 10 } else { cents.parse().ok()? };
    let fen = yuan.parse::<i64>().ok()?.checked_mul(100)?.checked_add(cents)?;
    (fen <= MOST).then_some(if negative { -fen } else { fen })
}

/// An amount that cannot be negative.
pub(super) fn fen_at_least_zero(text: &str) -> Option<u64> {
    u64::try_from(fen(text)?).ok()
}

fn plain(sign: char) -> char {
    match sign {
        '０'..='９' => char::from_u32(u32::from(sign) - 0xFEE0).unwrap_or(sign),
        '．' | '。' => '.',
        '，' => ',',
        '－' | '−' => '-',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::fen;

    #[test]
    fn yuan_become_whole_fen() {
        for (text, expected) in [
            ("80000", 8_000_000),
            ("80,000.00", 8_000_000),
            (" 0.5 ", 50),
            ("12.34", 1234),
            ("−12.30", -1230),
            ("８０．５", 8050),
        ] {
            assert_eq!(fen(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_in_fen_is_none() {
        for text in ["", "-", ".", ".5", "1.", "1.234", "1e3", "12元", "--1", "1.2.3", "99999999999999999999"]
        {
            assert_eq!(fen(text), None, "{text}");
        }
    }
}
