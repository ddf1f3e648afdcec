//! The dates of a vote that is to be noticed, as bylaws and the law have them.

use crate::bylaws::Bylaws;
use crate::calendar::{day_start_ms, earliest_opening_day, latest_opening_day, local_day, weekday};

/// In how many days after the close a result is posted.
pub const RESULT_DAYS: u64 = 3;

/// A vote's days, each a number of days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The day the notice is posted; it is not counted.
    pub posted: u64,
    /// The last of the whole days of notice.
    pub clear_until: u64,
    /// The first day on which voting may begin.
    pub earliest: u64,
    /// The last day on which it may begin.
    pub latest: u64,
    /// The day on which it begins, at 0:00.
    pub opens: u64,
    /// The last day as it was asked for.
    pub asked: u64,
    /// The last day, which ends at 24:00: not on a weekend.
    pub last: u64,
    /// By when the result is posted.
    pub result: u64,
}

impl Plan {
    /// The plan of a vote that is noticed now, begins on a day, if that is neither too early nor too late, and takes some days.
    pub fn new(bylaws: &Bylaws, now_ms: u64, begins: Option<u64>, days: u64) -> Self {
        let posted = local_day(now_ms);
        let earliest = earliest_opening_day(now_ms, bylaws.notice_clear_days);
        let latest = latest_opening_day(earliest);
        let opens = begins.unwrap_or(earliest).clamp(earliest, latest);
        let days = days.clamp(bylaws.window_days_min.into(), bylaws.window_days_max.into());
        let asked = opens.saturating_add(days.saturating_sub(1));
        // Civil Code 203: a period that would end on a day off ends on the next working day.
        let later = match weekday(asked) {
            6 => 2,
            0 => 1,
            _ => 0,
        };
        let longest = opens.saturating_add(u64::from(bylaws.window_days_max).saturating_sub(1));
        let later = asked.saturating_add(later);
        let last = if later > longest { friday_before(asked) } else { later };
        let (clear_until, result) = (earliest.saturating_sub(1), last.saturating_add(RESULT_DAYS));
        Self { posted, clear_until, earliest, latest, opens, asked, last, result }
    }

    /// When voting begins, in milliseconds since 1970.
    pub fn opens_ms(&self) -> u64 {
        day_start_ms(self.opens)
    }

    /// When it ends, exclusive.
    pub fn closes_ms(&self) -> u64 {
        day_start_ms(self.last.saturating_add(1))
    }
}

/// The window must not be longer than the bylaws allow, so there it becomes shorter.
fn friday_before(day: u64) -> u64 {
    match weekday(day) {
        6 => day.saturating_sub(1),
        0 => day.saturating_sub(2),
        _ => day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{HOUR_MS, day_of_date};

    fn day(month: u64, day: u64) -> u64 {
        day_of_date(2026, month, day).unwrap()
    }

    fn plan(now_ms: u64, begins: Option<u64>, days: u64) -> Plan {
        Plan::new(&Bylaws::default(), now_ms, begins, days)
    }

    #[test]
    fn a_notice_of_the_fourth_of_march_opens_on_the_twentieth() {
        let plan = plan(day_start_ms(day(3, 4)) + 10 * HOUR_MS, None, 15);
        assert_eq!((plan.posted, plan.clear_until), (day(3, 4), day(3, 19)));
        assert_eq!((plan.earliest, plan.opens), (day(3, 20), day(3, 20)));
        // 3 April 2026 is a Friday.
        assert_eq!((plan.asked, plan.last, plan.result), (day(4, 3), day(4, 3), day(4, 6)));
    }

    #[test]
    fn a_window_that_would_end_on_a_weekend_ends_on_monday() {
        let now_ms = day_start_ms(day(3, 4));
        let saturday = plan(now_ms, None, 16);
        assert_eq!((saturday.asked, saturday.last), (day(4, 4), day(4, 6)));
        let sunday = plan(now_ms, None, 17);
        assert_eq!((sunday.asked, sunday.last), (day(4, 5), day(4, 6)));
    }

    #[test]
    fn the_longest_window_is_not_made_longer() {
        // 60 days from Wednesday 25 March end on Saturday 23 May.
        let plan = plan(day_start_ms(day(3, 4)), Some(day(3, 25)), 60);
        assert_eq!((plan.asked, plan.last), (day(5, 23), day(5, 22)));
    }

    #[test]
    fn nobody_begins_before_the_notice_has_stood() {
        let plan = plan(day_start_ms(day(3, 4)), Some(day(3, 10)), 1);
        assert_eq!((plan.opens, plan.last), (day(3, 20), day(3, 24)));
    }

    #[test]
    fn nobody_begins_so_late_that_the_roll_of_the_notice_is_another_ones() {
        let plan = plan(day_start_ms(day(3, 4)), Some(day_of_date(9999, 12, 31).unwrap()), 15);
        assert_eq!((plan.latest, plan.opens), (day(6, 18), day(6, 18)));
    }
}
