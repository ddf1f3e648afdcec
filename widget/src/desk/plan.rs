//! The dates of a vote, as the rule book and the law have them.

use yishi_protocol::bylaws::Bylaws;
use yishi_protocol::calendar::{day_start_ms, earliest_opening_day, local_day, weekday};

use super::dates::end_of;

/// In how many days after the close a result is posted.
pub(super) const RESULT_DAYS: u64 = 3;

/// A vote's days, each a number of days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    /// The day the notice is posted; it is not counted.
    pub(super) posted: u64,
    /// The last of the whole days of notice.
    pub(super) clear_until: u64,
    /// The first day on which voting may begin.
    pub(super) earliest: u64,
    /// The day on which it begins, at 0:00.
    pub(super) opens: u64,
    /// The last day as it was asked for.
    pub(super) asked: u64,
    /// The last day, which ends at 24:00: not on a weekend.
    pub(super) last: u64,
    /// By when the result is posted.
    pub(super) result: u64,
}

impl Plan {
    /// The plan of a vote that is noticed now, begins on a day, if that is not too early, and takes some days.
    pub(super) fn new(now_ms: u64, begins: Option<u64>, days: u64) -> Self {
        let bylaws = Bylaws::default();
        let posted = local_day(now_ms);
        let earliest = earliest_opening_day(now_ms, bylaws.notice_clear_days);
        let opens = begins.unwrap_or(earliest).max(earliest);
        let days = days.clamp(bylaws.window_days_min.into(), bylaws.window_days_max.into());
        let asked = opens + days - 1;
        // Civil Code 203: a period that would end on a day off ends on the next working day.
        let later = match weekday(asked) {
            6 => 2,
            0 => 1,
            _ => 0,
        };
        let longest = opens + u64::from(bylaws.window_days_max) - 1;
        let last = if asked + later > longest { friday_before(asked) } else { asked + later };
        Self { posted, clear_until: earliest - 1, earliest, opens, asked, last, result: last + RESULT_DAYS }
    }

    pub(super) fn opens_ms(&self) -> u64 {
        day_start_ms(self.opens)
    }

    pub(super) fn closes_ms(&self) -> u64 {
        end_of(self.last)
    }
}

/// The window must not be longer than the bylaws allow, so there it becomes shorter.
fn friday_before(day: u64) -> u64 {
    match weekday(day) {
        6 => day - 1,
        0 => day - 2,
        _ => day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::calendar::{HOUR_MS, day_of_date};

    fn day(month: u64, day: u64) -> u64 {
        day_of_date(2026, month, day).unwrap()
    }

    #[test]
    fn a_notice_of_the_fourth_of_march_opens_on_the_twentieth() {
        let plan = Plan::new(day_start_ms(day(3, 4)) + 10 * HOUR_MS, None, 15);
        assert_eq!((plan.posted, plan.clear_until), (day(3, 4), day(3, 19)));
        assert_eq!((plan.earliest, plan.opens), (day(3, 20), day(3, 20)));
        // 3 April 2026 is a Friday.
        assert_eq!((plan.asked, plan.last, plan.result), (day(4, 3), day(4, 3), day(4, 6)));
    }

    #[test]
    fn a_window_that_would_end_on_a_weekend_ends_on_monday() {
        let now_ms = day_start_ms(day(3, 4));
        let saturday = Plan::new(now_ms, None, 16);
        assert_eq!((saturday.asked, saturday.last), (day(4, 4), day(4, 6)));
        let sunday = Plan::new(now_ms, None, 17);
        assert_eq!((sunday.asked, sunday.last), (day(4, 5), day(4, 6)));
    }

    #[test]
    fn the_longest_window_is_not_made_longer() {
        // 60 days from Wednesday 25 March end on Saturday 23 May.
        let plan = Plan::new(day_start_ms(day(3, 4)), Some(day(3, 25)), 60);
        assert_eq!((plan.asked, plan.last), (day(5, 23), day(5, 22)));
    }

    #[test]
    fn nobody_begins_before_the_notice_has_stood() {
        let plan = Plan::new(day_start_ms(day(3, 4)), Some(day(3, 10)), 1);
        assert_eq!((plan.opens, plan.last), (day(3, 20), day(3, 24)));
    }
}
