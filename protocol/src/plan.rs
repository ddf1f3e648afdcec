//! The dates of a vote that is to be noticed, as bylaws and the law have them: a help for whoever announces it, and no rule.
//! What a notice may say is judged by `notice` alone, which knows no holiday.

use crate::bylaws::Bylaws;
use crate::calendar::{date_of, day_start_ms, earliest_opening_day, latest_opening_day, local_day};
use crate::holidays::{DayKind, is_known, kind_of};

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
    /// The last day, which ends at 24:00: a working day wherever the bylaws leave room for one.
    pub last: u64,
    /// By when the result is posted.
    pub result: u64,
    /// The first year of the plan whose holidays are not published yet, if there is one.
    pub unknown: Option<u64>,
}

impl Plan {
    /// The plan of a vote that is noticed now, begins on a day, if that is neither too early nor too late, and takes some days.
    pub fn new(bylaws: &Bylaws, now_ms: u64, begins: Option<u64>, days: u64) -> Self {
        let posted = local_day(now_ms);
        let earliest = earliest_opening_day(now_ms, bylaws.notice_clear_days);
        let latest = latest_opening_day(earliest);
        let opens = begins.unwrap_or(earliest).clamp(earliest, latest);
        let (least, most) = (u64::from(bylaws.window_days_min), u64::from(bylaws.window_days_max));
        let ends_after = |days: u64| opens.saturating_add(days.saturating_sub(1));
        let asked = ends_after(days.min(most).max(least));
        let last = last_day(asked, ends_after(least), ends_after(most));
        let (clear_until, result) = (earliest.saturating_sub(1), last.saturating_add(RESULT_DAYS));
        let unknown = [asked, last, result].into_iter().find(|day| !is_known(*day)).map(|day| date_of(day).0);
        Self { posted, clear_until, earliest, latest, opens, asked, last, result, unknown }
    }

    /// What the last day is that was asked for.
    pub fn asked_is(&self) -> DayKind {
        kind_of(self.asked)
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

/// The longest that days off follow each other is far less.
const DAYS_OFF: u64 = 31;

/// Civil Code 203: a period that would end on a day off ends on the next working day. The window must not be longer than the
/// bylaws allow, so there it becomes shorter; where that would be too short, it ends as it was asked for.
fn last_day(asked: u64, shortest: u64, longest: u64) -> u64 {
    let works = |day: &u64| !kind_of(*day).is_off();
    let later = (asked..=longest.min(asked.saturating_add(DAYS_OFF))).find(works);
    let earlier = || (shortest.max(asked.saturating_sub(DAYS_OFF))..=asked).rev().find(works);
    later.or_else(earlier).unwrap_or(asked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{HOUR_MS, day_of_date};
    use crate::holidays::Holiday;

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
        let saturday = plan(now_ms, None, 9);
        assert_eq!((saturday.asked, saturday.last), (day(3, 28), day(3, 30)));
        let sunday = plan(now_ms, None, 10);
        assert_eq!((sunday.asked, sunday.last), (day(3, 29), day(3, 30)));
        assert_eq!((saturday.asked_is(), saturday.unknown), (DayKind::Weekend, None));
    }

    #[test]
    fn a_window_that_would_end_on_a_holiday_ends_on_the_next_working_day() {
        let now_ms = day_start_ms(day(3, 4));
        for (days, asked) in [(16, 4), (17, 5), (18, 6)] {
            let qingming = plan(now_ms, None, days);
            assert_eq!((qingming.asked, qingming.last), (day(4, asked), day(4, 7)));
            assert_eq!(qingming.asked_is(), DayKind::Holiday(Holiday::Qingming));
        }
        // The last of nine days off is a Monday.
        let spring = plan(day_start_ms(day(1, 5)), Some(day(2, 1)), 15);
        assert_eq!((spring.asked, spring.last), (day(2, 15), day(2, 24)));
        // Before a holiday a Sunday is worked, and after it a Saturday.
        for (month, number) in [(9, 20), (10, 10), (2, 28)] {
            let last = day(month, number);
            let shifted = Plan::new(&Bylaws::default(), day_start_ms(last - 40), Some(last - 9), 10);
            assert_eq!((shifted.asked, shifted.last), (last, last));
        }
    }

    #[test]
    fn a_year_that_is_not_published_is_said_to_be_unknown() {
        let now_ms = day_start_ms(day(12, 1));
        // 17 December and 14 days more end on New Year's Eve, a Thursday; the result falls into the next year.
        let eve = plan(now_ms, None, 15);
        assert_eq!((eve.last, eve.unknown), (day(12, 31), Some(2027)));
        // New Year's Day is off in every year; the rest of the days about it are a guess.
        let new_year = plan(now_ms, None, 16);
        assert_eq!((new_year.asked, new_year.last), (day(12, 31) + 1, day(12, 31) + 4));
        assert_eq!(plan(day_start_ms(day(11, 1)), None, 15).unknown, None);
    }

    /// A plan that the rule book refuses would be a trap.
    #[test]
    fn no_day_off_makes_a_window_longer_or_shorter_than_the_bylaws_allow() {
        for (least, most) in [(1, 1), (5, 5), (5, 7), (5, 60), (14, 15)] {
            let bylaws = Bylaws { window_days_min: least, window_days_max: most, ..Bylaws::default() };
            for posted in day(1, 1)..=day(12, 31) {
                for days in [1, 15, u64::MAX] {
                    let plan = Plan::new(&bylaws, day_start_ms(posted), None, days);
                    let window = plan.last + 1 - plan.opens;
                    assert!((u64::from(least)..=u64::from(most)).contains(&window), "{plan:?}");
                    assert!(plan.opens > posted + 15, "{plan:?}");
                    let free = (plan.opens + u64::from(least) - 1..plan.opens + u64::from(most))
                        .any(|day| !kind_of(day).is_off());
                    assert!(!kind_of(plan.last).is_off() || !free, "{plan:?}");
                }
            }
        }
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
