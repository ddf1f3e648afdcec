//! Where values stand in a chart, by whole numbers.

/// All of a chart's width or height, in hundredths of a per cent.
pub(crate) const WHOLE: u32 = 10_000;

/// The least that is drawn of something that is there, so that it can be seen beside something huge.
const LEAST: u32 = 60;

/// A part of a whole, in hundredths of a per cent, rounded down; of nothing it is none.
pub(crate) fn share(part: u64, whole: u64) -> u32 {
    let hundredths = u128::from(part.min(whole)) * u128::from(WHOLE) / u128::from(whole.max(1));
    u32::try_from(hundredths).unwrap_or(WHOLE)
}

/// From the lowest to the highest of some values, and always over zero, on which bars stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scale {
    low: i64,
    high: i64,
}

impl Scale {
    /// Over these values and zero.
    pub(crate) fn over(values: &[i64]) -> Self {
        let low = values.iter().copied().min().unwrap_or_default().min(0);
        let high = values.iter().copied().max().unwrap_or_default().max(0);
        Self { low, high }
    }

    /// How far a value stands below the top.
    pub(crate) fn y(self, value: i64) -> u32 {
        let span = i128::from(self.high) - i128::from(self.low);
        if span == 0 {
            return WHOLE;
        }
        let below = (i128::from(self.high) - i128::from(value)).clamp(0, span);
        u32::try_from(below * i128::from(WHOLE) / span).unwrap_or(WHOLE)
    }

    /// Where the bar of a value begins below the top, and how high it is: up from zero, or down from it.
    pub(crate) fn bar(self, value: i64) -> (u32, u32) {
        let (zero, end) = (self.y(0), self.y(value));
        let least = if value == 0 { 0 } else { LEAST };
        if value < 0 {
            // Down from zero, and inside the chart.
            let height = end.saturating_sub(zero).max(least).min(WHOLE);
            return (zero.min(WHOLE - height), height);
        }
        let height = zero.saturating_sub(end).max(least).min(WHOLE);
        (zero.saturating_sub(height), height)
    }
}

#[cfg(test)]
mod tests {
    use super::{LEAST, Scale, WHOLE, share};

    #[test]
    fn a_share_is_never_more_than_all_and_nothing_of_nothing() {
        assert_eq!(
            [share(1, 3), share(3, 3), share(5, 3), share(0, 0), share(7, 0)],
            [3333, WHOLE, WHOLE, 0, 0]
        );
        assert_eq!(share(u64::MAX - 1, u64::MAX), WHOLE - 1);
        assert_eq!(share(1, u64::MAX), 0);
    }

    #[test]
    fn bars_stand_on_zero_up_and_down() {
        let scale = Scale::over(&[300, -100, 50]);
        assert_eq!(scale.y(0), 7500);
        assert_eq!(scale.bar(300), (0, 7500));
        assert_eq!(scale.bar(-100), (7500, 2500));
        assert_eq!(scale.bar(0), (7500, 0));
    }

    #[test]
    fn all_equal_fill_the_chart_and_none_at_all_lies_at_its_foot() {
        assert_eq!(Scale::over(&[7, 7]).bar(7), (0, WHOLE));
        assert_eq!(Scale::over(&[-7, -7]).bar(-7), (0, WHOLE));
        assert_eq!(Scale::over(&[0, 0]).bar(0), (WHOLE, 0));
        assert_eq!(Scale::over(&[]).y(0), WHOLE);
    }

    #[test]
    fn what_is_there_is_seen_beside_something_huge() {
        let scale = Scale::over(&[i64::MAX, 1, i64::MIN]);
        let (y, height) = scale.bar(1);
        assert_eq!((height, y + height), (LEAST, scale.y(0)));
        let (y, height) = scale.bar(i64::MIN);
        assert_eq!(y + height, WHOLE);
        assert_eq!(Scale::over(&[i64::MAX, -1]).bar(-1), (WHOLE - LEAST, LEAST));
    }
}
