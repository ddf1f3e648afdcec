//! Co-owners' shares: exact fractions that must add up to one.

/// Terms above this are no share of a home but a slip of the keyboard.
const MAX_TERM: u64 = 1_000_000_000;

/// A positive fraction in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Share {
    numerator: u128,
    denominator: u128,
}

impl Share {
    /// Reads a fraction from its half-width, trimmed terms; none if it is not one or is not positive.
    pub(super) fn read(numerator: &str, denominator: &str) -> Option<Self> {
        Some(Self::reduced(term(numerator)?, term(denominator)?))
    }

    /// Whether the shares add up to exactly one.
    ///
    /// A sum too large for 128 bits is not one either: it needs several unlike denominators of nine digits.
    pub(super) fn are_whole(shares: impl IntoIterator<Item = Self>) -> bool {
        let mut shares = shares.into_iter();
        let Some(first) = shares.next() else { return false };
        shares.try_fold(first, Self::plus).is_some_and(|sum| sum.numerator == sum.denominator)
    }

    fn plus(self, other: Self) -> Option<Self> {
        let common = gcd(self.denominator, other.denominator);
        let denominator = (self.denominator / common).checked_mul(other.denominator)?;
        let left = self.numerator.checked_mul(other.denominator / common)?;
        let right = other.numerator.checked_mul(self.denominator / common)?;
        Some(Self::reduced(left.checked_add(right)?, denominator))
    }

    fn reduced(numerator: u128, denominator: u128) -> Self {
        let common = gcd(numerator, denominator);
        Self { numerator: numerator / common, denominator: denominator / common }
    }
}

fn term(text: &str) -> Option<u128> {
    let is_number = text.bytes().all(|digit| digit.is_ascii_digit());
    let value = text.parse().ok().filter(|value| is_number && (1..=MAX_TERM).contains(value))?;
    Some(u128::from(value))
}

/// The greatest common divisor; at least 1, so that it can always divide.
fn gcd(a: u128, b: u128) -> u128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}
