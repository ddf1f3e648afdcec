//! Whether a stated score can be that of some marks.

use core::ops::RangeInclusive;

use crate::body::Score;
use crate::rejection::{Code, Rejection, require};

/// That a stated score is that of the marks at hand and of so many missing ones, each 1 to 5; exact.
///
/// # Errors
/// `SCORE_MISMATCH`.
pub(crate) fn check_score(shown: &Score, missing: usize, stated: &Score) -> Result<(), Rejection> {
    let missing = u32::try_from(missing).unwrap_or(u32::MAX);
    let each = |marks: RangeInclusive<u32>, of: u32| {
        marks.start().saturating_mul(of)..=marks.end().saturating_mul(of)
    };
    let can_be = |shown: u32, stated: u32, more: &RangeInclusive<u32>| {
        stated.checked_sub(shown).is_some_and(|rest| more.contains(&rest))
    };
    let content = stated.content.checked_sub(shown.content).filter(|content| *content <= missing);
    let holds = content.is_some_and(|content| {
        // Who is content gave 4 or 5, who is not 1 to 3.
        let (happy, rest) = (each(4..=5, content), each(1..=3, missing.saturating_sub(content)));
        let satisfaction =
            happy.start().saturating_add(*rest.start())..=happy.end().saturating_add(*rest.end());
        stated.ratings == shown.ratings.saturating_add(missing)
            && can_be(shown.satisfaction, stated.satisfaction, &satisfaction)
            && can_be(shown.quality, stated.quality, &each(1..=5, missing))
            && can_be(shown.speed, stated.speed, &each(1..=5, missing))
    });
    require(holds, Code::ScoreMismatch)
}
