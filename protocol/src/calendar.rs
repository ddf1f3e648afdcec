//! Days as the law counts them: the local calendar of China, UTC+8 without daylight saving.
//!
//! Times are milliseconds since 1970-01-01T00:00Z; a day is the number of local days since 1970-01-01. Written here
//! because the few lines cost the widget nothing, where a date library would cost more bytes than the vote screen.

/// Milliseconds in a day.
pub const DAY_MS: u64 = 86_400_000;
/// Milliseconds in an hour.
pub const HOUR_MS: u64 = 3_600_000;
/// How far local clocks are ahead of UTC.
const OFFSET_MS: u64 = 8 * HOUR_MS;

/// The local day in which the moment lies.
pub fn local_day(time_ms: u64) -> u64 {
    time_ms.saturating_add(OFFSET_MS) / DAY_MS
}

/// The moment at which a local day begins. Day 0 began before the epoch and gives 0.
pub fn day_start_ms(day: u64) -> u64 {
    day.saturating_mul(DAY_MS).saturating_sub(OFFSET_MS)
}

/// The first local day on which a vote may open that was noticed at `noticed_ms`.
///
/// The day of the notice is not counted and every clear day passes whole (Civil Code 201; the conservative reading
/// of "15 days before").
pub fn earliest_opening_day(noticed_ms: u64, clear_days: u32) -> u64 {
    local_day(noticed_ms).saturating_add(u64::from(clear_days)).saturating_add(1)
}

/// How long after the first day on which it may open a vote opens at the latest, in days. Its roll is that of the notice: so
/// long homes may change hands before their old owners vote.
pub const OPENS_WITHIN_DAYS: u64 = 90;

/// The last local day on which a vote may open whose first one is `earliest`.
pub fn latest_opening_day(earliest: u64) -> u64 {
    earliest.saturating_add(OPENS_WITHIN_DAYS)
}

/// How many days a result is shown before the vote may end (DOMAIN R32), in days.
pub const SHOWN_DAYS: u64 = 15;

/// When the days for objections to a result are over that was stated at a moment, in milliseconds since 1970: so many local days
/// after the one on which it was stated.
pub fn objections_end_ms(stated_ms: u64) -> u64 {
    day_start_ms(local_day(stated_ms).saturating_add(SHOWN_DAYS))
}

/// How many days late something is that was due at `due_ms`; 0 while it is not. A day that has begun is a day late.
pub fn days_late(due_ms: u64, now_ms: u64) -> u64 {
    now_ms.saturating_sub(due_ms).div_ceil(DAY_MS)
}

/// The number of days since 1970-01-01 of a Gregorian date from 1970 to 9999, or `None` if there is no such date.
pub fn day_of_date(year: u64, month: u64, day: u64) -> Option<u64> {
    if !(1970..=9999).contains(&year)
        || !(1..=12).contains(&month)
        || !(1..=days_in_month(year, month)).contains(&day)
    {
        return None;
    }
    let past_years = (1970..year).map(days_in_year).sum::<u64>();
    let past_months = (1..month).map(|month| days_in_month(year, month)).sum::<u64>();
    past_years.checked_add(past_months)?.checked_add(day)?.checked_sub(1)
}

/// Year, month and day of a day's number: the way back from [`day_of_date`].
pub fn date_of(day: u64) -> (u64, u64, u64) {
    // No year has more than 366 days, so the first guess is not too late; up to the year 9999 it is early by 17 at most.
    let guess = day.checked_div(366).unwrap_or_default().saturating_add(1970);
    let begins = |year| day_of_date(year, 1, 1).unwrap_or(u64::MAX);
    let year = (guess..guess.saturating_add(18)).rev().find(|year| begins(*year) <= day).unwrap_or(guess);
    let first = |month| day_of_date(year, month, 1).unwrap_or(u64::MAX);
    let month = (1..=12).rev().find(|month| first(*month) <= day).unwrap_or(1);
    (year, month, day.saturating_sub(first(month)).saturating_add(1))
}

/// The day of the week of a day's number; 0 is Sunday.
pub fn weekday(day: u64) -> u64 {
    // 1 January 1970 was a Thursday.
    day.saturating_add(4).checked_rem(7).unwrap_or_default()
}

fn days_in_year(year: u64) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

fn days_in_month(year: u64, month: u64) -> u64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_their_days() {
        assert_eq!(day_of_date(1970, 1, 1), Some(0));
        assert_eq!(day_of_date(2000, 3, 1), Some(11_017));
        assert_eq!(day_of_date(2026, 11, 25), Some(20_782));
        assert_eq!(day_of_date(2024, 2, 29), Some(19_782));
        assert_eq!(day_of_date(2026, 2, 29), None);
        assert_eq!(day_of_date(2100, 2, 29), None);
        assert_eq!(day_of_date(2026, 13, 1), None);
        assert_eq!(day_of_date(2026, 4, 31), None);
        assert_eq!(day_of_date(2026, 4, 0), None);
    }

    #[test]
    fn days_have_their_dates() {
        let mut dates = vec![
            (1970, 1, 1),
            (2024, 2, 29),
            (2026, 1, 1),
            (2026, 12, 31),
            (2027, 3, 1),
            (2100, 2, 28),
            (9999, 12, 31),
        ];
        dates.extend((1970..=9999).step_by(97).map(|year| (year, 3, 1)));
        for (year, month, day) in dates {
            let number = day_of_date(year, month, day).unwrap();
            assert_eq!(date_of(number), (year, month, day));
        }
        assert_eq!(weekday(0), 4, "1 January 1970 was a Thursday");
        assert_eq!(weekday(day_of_date(2026, 11, 25).unwrap()), 3);
        // A day beyond all dates still gives something.
        assert_eq!(date_of(u64::MAX).2, 1);
    }

    #[test]
    fn a_local_day_begins_at_sixteen_hours_utc() {
        let day = day_of_date(2026, 3, 20).unwrap();
        assert_eq!(local_day(day_start_ms(day)), day);
        assert_eq!(local_day(day_start_ms(day) - 1), day - 1);
        assert_eq!(day_start_ms(day) % DAY_MS, 16 * HOUR_MS);
    }

    #[test]
    fn a_day_that_has_begun_is_a_day_late() {
        let due_ms = day_start_ms(day_of_date(2026, 3, 20).unwrap());
        let late = [0, DAY_MS, DAY_MS + 1, DAY_MS + DAY_MS, 2 * DAY_MS + 1].map(|now| due_ms - DAY_MS + now);
        assert_eq!(late.map(|now_ms| days_late(due_ms, now_ms)), [0, 0, 1, 1, 2]);
    }

    #[test]
    fn fifteen_clear_days_after_the_fourth_end_on_the_nineteenth() {
        let noticed = day_start_ms(day_of_date(2026, 3, 4).unwrap()) + 10 * HOUR_MS;
        assert_eq!(Some(earliest_opening_day(noticed, 15)), day_of_date(2026, 3, 20));
    }
}
