//! Yuan as people type them, to whole fen; never a float.

/// Yuan as `yishi_sheets::money` reads them: `80,000`, `80000.5`, `-12.30` and full-width forms of these, commas at every
/// third digit or nowhere. None if it is not an amount in whole fen.
pub(crate) fn fen(text: &str) -> Option<i64> {
    yishi_sheets::money(text).ok()
}

/// An amount that cannot be negative.
pub(crate) fn fen_at_least_zero(text: &str) -> Option<u64> {
    u64::try_from(fen(text)?).ok()
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
        for text in [
            "",
            "-",
            ".",
            ".5",
            "1.",
            "1.234",
            "1e3",
            "80000,50",
            "12,5",
            "--1",
            "1.2.3",
            "99999999999999999999",
        ] {
            assert_eq!(fen(text), None, "{text}");
        }
    }
}
