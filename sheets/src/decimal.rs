//! Decimal numbers as digits, so that no float ever rounds money or area.

/// The digits that a spreadsheet keeps of a number; what it writes beyond them is the tail of a binary fraction.
pub(crate) const SPREADSHEET_DIGITS: usize = 15;

/// A decimal number without a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    /// Digits before the point; at least one.
    pub(crate) whole: String,
    /// Digits after it; none for a whole number.
    pub(crate) decimals: String,
}

impl Decimal {
    /// Reads digits with at most one point, such as `1,089.50`. Commas stand at every third digit or nowhere.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (whole, decimals) = match text.split_once('.') {
            Some((whole, decimals)) if is_number(decimals) => (whole, decimals),
            Some(_) => return None,
            None => (text, ""),
        };
        Some(Self { whole: ungrouped(whole)?, decimals: decimals.to_owned() })
    }

    /// Without zeros at the end of its decimals.
    pub(crate) fn trimmed(mut self) -> Self {
        let length = self.decimals.trim_end_matches('0').len();
        self.decimals.truncate(length);
        self
    }

    /// How many digits matter: all but the zeros at both ends.
    pub(crate) fn significant(&self) -> usize {
        let all = [self.whole.as_str(), self.decimals.trim_end_matches('0')].concat();
        all.trim_start_matches('0').len()
    }

    /// What a spreadsheet shows of a number with more digits than it keeps: the same rounded to 15 digits.
    pub(crate) fn shown(&self) -> Self {
        let whole = self.whole.trim_start_matches('0');
        let leading = if whole.is_empty() {
            self.decimals.len().saturating_sub(self.decimals.trim_start_matches('0').len())
        } else {
            0
        };
        match (SPREADSHEET_DIGITS + leading).checked_sub(whole.len()) {
            Some(keep) => self.rounded(keep).trimmed(),
            // No digit after the point matters any more.
            None => self.clone(),
        }
    }

    /// Rounded to that many decimals, halves upwards.
    pub(crate) fn rounded(&self, keep: usize) -> Self {
        let up = self.decimals.as_bytes().get(keep).is_some_and(|digit| *digit >= b'5');
        let kept = self.cut(keep);
        if up { kept.next() } else { kept }
    }

    /// With at most that many decimals, further ones dropped.
    pub(crate) fn cut(&self, keep: usize) -> Self {
        let decimals = self.decimals.chars().take(keep).collect();
        Self { whole: self.whole.clone(), decimals }
    }

    /// One more in its last digit.
    fn next(&self) -> Self {
        let mut digits: Vec<u8> = [b"0", self.whole.as_bytes(), self.decimals.as_bytes()].concat();
        for digit in digits.iter_mut().rev() {
            if *digit == b'9' {
                *digit = b'0';
            } else {
                *digit = digit.saturating_add(1);
                break;
            }
        }
        let text: String = digits.into_iter().map(char::from).collect();
        let (whole, decimals) = text.split_at(text.len().saturating_sub(self.decimals.len()));
        let stripped = whole.trim_start_matches('0');
        let whole = if stripped.is_empty() { "0" } else { stripped };
        Self { whole: whole.to_owned(), decimals: decimals.to_owned() }
    }

    /// The number in hundredths; none if it needs more decimals or 64 bits do not hold it.
    pub(crate) fn hundredths(&self) -> Option<i64> {
        let per_digit = match self.decimals.len() {
            0 => return self.whole.parse::<i64>().ok()?.checked_mul(100),
            1 => 10,
            2 => 1,
            _ => return None,
        };
        let decimals = self.decimals.parse::<i64>().ok()?.checked_mul(per_digit)?;
        self.whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(decimals)
    }

    /// As it is written.
    pub(crate) fn text(&self) -> String {
        if self.decimals.is_empty() {
            self.whole.clone()
        } else {
            format!("{}.{}", self.whole, self.decimals)
        }
    }
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

pub(crate) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn the_tail_of_a_binary_fraction_goes_and_nothing_else_does() {
        for (text, shown) in [
            ("89.499999999999996", "89.5"),
            ("0.30000000000000004", "0.3"),
            ("0.010000000000000000208", "0.01"),
            ("999999.99999999999", "1000000"),
            ("89.085700000000003", "89.0857"),
            ("89.0857", "89.0857"),
            ("1234567890123456.7", "1234567890123456.7"),
            ("0", "0"),
            ("0.000", "0"),
        ] {
            assert_eq!(Decimal::read(text).unwrap().shown().text(), shown, "{text}");
        }
    }

    #[test]
    fn halves_are_rounded_upwards_through_every_nine() {
        for (text, rounded, cut) in
            [("89.0857", "89.09", "89.08"), ("9.995", "10.00", "9.99"), ("0.004", "0.00", "0.00")]
        {
            let decimal = Decimal::read(text).unwrap();
            assert_eq!((decimal.rounded(2).text(), decimal.cut(2).text()), (rounded.into(), cut.into()));
        }
    }
}
