//! What a ballot weighs: area and heads, always both.

use core::iter::Sum;

use crate::strict_json::Strict;

/// An area with a number of heads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Strict)]
pub struct Weight {
    /// In 0.01 m².
    pub area_c: u64,
    /// Owner parties.
    pub heads: u64,
}

impl Weight {
    /// Both added. Saturates, which no roll can reach: 2^32 units of 2^32 hundredths each would just fit.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            area_c: self.area_c.saturating_add(other.area_c),
            heads: self.heads.saturating_add(other.heads),
        }
    }

    /// What is left without `part`, which is contained in it.
    #[must_use]
    pub fn without(self, part: Self) -> Self {
        Self { area_c: self.area_c.saturating_sub(part.area_c), heads: self.heads.saturating_sub(part.heads) }
    }

    /// Whether it is more in area *and* in heads.
    pub fn leads(self, other: Self) -> bool {
        self.area_c > other.area_c && self.heads > other.heads
    }
}

impl Sum for Weight {
    fn sum<I: Iterator<Item = Self>>(weights: I) -> Self {
        weights.fold(Self::default(), Self::plus)
    }
}
