//! The law's thresholds as comparisons of integers, with their working.
//!
//! Civil Code 278: at least two thirds take part; then more than a half, or at least three quarters, of those taking
//! part consent. "以上" includes the number, "过半数" does not (Civil Code 1259).

use core::fmt;

use crate::body::{Class, RaisedShare};

/// Whether the share itself is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// 以上: the share itself is enough.
    AtLeast,
    /// 过半数: it is not.
    MoreThan,
}

/// A share of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Upper number.
    pub numerator: u32,
    /// Lower number.
    pub denominator: u32,
    /// Whether the share itself is enough.
    pub relation: Relation,
}

/// Two thirds of area and heads must take part (Civil Code 278, paragraph 2).
pub const QUORUM: Share = Share { numerator: 2, denominator: 3, relation: Relation::AtLeast };

/// The share of those taking part that must consent. A raised share replaces the law's only because
/// a notice with a laxer one is refused (`THRESHOLD_LOWERED`).
pub fn consent_share(class: Class, raise: Option<RaisedShare>) -> Share {
    match (raise, class) {
        (Some((numerator, denominator)), _) => Share { numerator, denominator, relation: Relation::AtLeast },
        (None, Class::Ordinary) => Share { numerator: 1, denominator: 2, relation: Relation::MoreThan },
        (None, Class::Special) => Share { numerator: 3, denominator: 4, relation: Relation::AtLeast },
    }
}

/// Whether a raised share is at most the whole, has a denominator up to 100, and asks for at least what the law asks.
pub fn is_stricter((numerator, denominator): RaisedShare, class: Class) -> bool {
    let sound = numerator <= denominator && (1..=100).contains(&denominator);
    sound && consent_share(class, None).of(numerator.into(), denominator.into()).holds()
}

impl Share {
    /// The comparison of a part of a whole with this share.
    pub fn of(self, part: u64, whole: u64) -> Comparison {
        Comparison { share: self, part, whole }
    }

    /// The least part of a whole that reaches this share.
    pub fn least_of(self, whole: u64) -> u64 {
        let product = u128::from(self.numerator).saturating_mul(whole.into());
        let denominator = u128::from(self.denominator).max(1);
        let least = match self.relation {
            Relation::AtLeast => product.div_ceil(denominator),
            Relation::MoreThan => product.checked_div(denominator).unwrap_or_default().saturating_add(1),
        };
        u64::try_from(least).unwrap_or(u64::MAX)
    }
}

/// A comparison that can show its working.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What is asked.
    pub share: Share,
    /// What there is.
    pub part: u64,
    /// Of what.
    pub whole: u64,
}

impl Comparison {
    /// Whether the share is reached, by multiplying both sides out.
    pub fn holds(&self) -> bool {
        let (left, right) = self.products();
        match self.share.relation {
            Relation::AtLeast => left >= right,
            Relation::MoreThan => left > right,
        }
    }

    /// `denominator · part` and `numerator · whole`. A 32-bit times a 64-bit number fits in 128 bits.
    fn products(&self) -> (u128, u128) {
        let left = u128::from(self.share.denominator).saturating_mul(self.part.into());
        let right = u128::from(self.share.numerator).saturating_mul(self.whole.into());
        (left, right)
    }
}

/// The working, as it is printed in results: `3*8=24 >= 2*12=24`.
impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match (self.share.relation, self.holds()) {
            (Relation::AtLeast, true) => ">=",
            (Relation::AtLeast, false) => "<",
            (Relation::MoreThan, true) => ">",
            (Relation::MoreThan, false) => "<=",
        };
        let (left, right) = self.products();
        let Self { share, part, whole } = self;
        write!(f, "{}*{part}={left} {sign} {}*{whole}={right}", share.denominator, share.numerator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raised_share_is_never_laxer_than_the_laws() {
        let stricter = |numerator, denominator| {
            [Class::Ordinary, Class::Special].map(|class| is_stricter((numerator, denominator), class))
        };
        // 过半数 does not include the half.
        assert_eq!(stricter(1, 2), [false, false]);
        assert_eq!(stricter(50, 100), [false, false]);
        assert_eq!(stricter(49, 99), [false, false]);
        assert_eq!(stricter(50, 99), [true, false]);
        assert_eq!(stricter(51, 100), [true, false]);
        // 四分之三以上 includes the three quarters.
        assert_eq!(stricter(74, 100), [true, false]);
        assert_eq!(stricter(74, 99), [true, false]);
        assert_eq!(stricter(3, 4), [true, true]);
        assert_eq!(stricter(75, 100), [true, true]);
        assert_eq!(stricter(1, 1), [true, true]);
        assert_eq!(stricter(100, 100), [true, true]);
        // No share at all, or more than the whole.
        for (numerator, denominator) in
            [(0, 1), (0, 2), (0, 0), (1, 0), (5, 4), (2, 1), (100, 101), (101, 101)]
        {
            assert_eq!(stricter(numerator, denominator), [false, false], "{numerator} of {denominator}");
        }
    }

    #[test]
    fn whoever_reaches_a_raised_share_reaches_the_laws() {
        for class in [Class::Ordinary, Class::Special] {
            let law = consent_share(class, None);
            for denominator in 1..=100 {
                for numerator in 0..=denominator {
                    let raised = consent_share(class, Some((numerator, denominator)));
                    let never_laxer = (1..=200).all(|whole| raised.least_of(whole) >= law.least_of(whole));
                    let taken = is_stricter((numerator, denominator), class);
                    assert!(never_laxer || !taken, "{class:?} {numerator} of {denominator}");
                }
            }
        }
    }
}
