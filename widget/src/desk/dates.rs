//! Days as dates: for people, and for fields of dates.

use crate::words::key;
use yishi_protocol::calendar::{DAY_MS, date_of, day_of_date, day_start_ms, days_late, local_day, weekday};

use crate::words::Lang;

/// `2026-07-08`, as fields of dates have it.
pub(crate) fn iso(day: u64) -> String {
    let (year, month, day) = date_of(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The day of such a date.
pub(crate) fn from_iso(text: &str) -> Option<u64> {
    let mut numbers = text.trim().split('-').map(|number| number.parse::<u64>().ok());
    let date = (numbers.next()??, numbers.next()??, numbers.next()??);
    if numbers.next().is_some() {
        return None;
    }
    day_of_date(date.0, date.1, date.2)
}

/// The last moment of a day, as the first of the next.
pub(crate) fn end_of(day: u64) -> u64 {
    day_start_ms(day + 1)
}

/// The first and last day of the months in which two days lie.
pub(crate) fn months(first: u64, last: u64) -> (u64, u64) {
    let (year, month, _) = date_of(first);
    let (end_year, end_month, _) = date_of(last);
    let next = if end_month == 12 { (end_year + 1, 1) } else { (end_year, end_month + 1) };
    let begins = |year, month| day_of_date(year, month, 1).unwrap_or(first);
    (begins(year, month), begins(next.0, next.1).saturating_sub(1).max(last))
}

/// `7月8日 周三`.
pub(crate) fn day_words(lang: Lang, day: u64) -> String {
    let weekday = lang.weekday(usize::try_from(weekday(day)).unwrap_or_default());
    lang.fill(key::desk_dates::day_and_weekday(&short(lang, day), &weekday))
}

/// `7月8日`.
pub(crate) fn short(lang: Lang, day: u64) -> String {
    let (_, month, number) = date_of(day);
    lang.month_day(month, number)
}

/// `2026年7月8日`, for what is posted or printed.
pub(crate) fn full(lang: Lang, day: u64) -> String {
    let (year, month, number) = date_of(day);
    lang.fill(key::desk_dates::full(&year, &month, &number))
}

/// `7月9日–23日`.
pub(crate) fn span(lang: Lang, from: u64, to: u64) -> String {
    let ((_, month, day), (_, to_month, to_day)) = (date_of(from), date_of(to));
    lang.fill(if month == to_month {
        key::desk_dates::span_in_month(&month, &day, &to_day)
    } else {
        key::desk_dates::span(&short(lang, from), &short(lang, to))
    })
}

/// When something is due: in words, and whether it is late or nearly so.
pub(crate) fn due(lang: Lang, due_ms: u64, now_ms: u64) -> (String, &'static str) {
    let days = days_late(due_ms, now_ms);
    if days > 0 {
        let words = lang.fill(key::desk_dates::days_late(&days));
        return (words, "bad");
    }
    // What is due at midnight is due on the day that ends.
    let words = short(lang, local_day(due_ms.saturating_sub(1)));
    (words, if due_ms - now_ms < 3 * DAY_MS { "soon" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: u64, month: u64, day: u64) -> u64 {
        day_of_date(year, month, day).unwrap()
    }

    #[test]
    fn a_field_gives_back_the_day_it_was_given() {
        for date in [day(2024, 2, 29), day(2026, 1, 1), day(2026, 12, 31), day(2100, 2, 28)] {
            assert_eq!(from_iso(&iso(date)), Some(date));
        }
        assert_eq!(iso(day(2026, 7, 8)), "2026-07-08");
        for wrong in ["", "2026-02-30", "2026-07", "2026-07-08-09", "heute"] {
            assert_eq!(from_iso(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_have_their_names() {
        crate::words::learn_english();
        assert_eq!(day_words(Lang::default(), day(2026, 7, 8)), "7月8日 周三");
        assert_eq!(day_words(Lang::of("en"), day(2026, 7, 8)), "Wed 8 Jul");
        assert_eq!(span(Lang::default(), day(2026, 7, 9), day(2026, 7, 23)), "7月9日–23日");
        assert_eq!(span(Lang::default(), day(2026, 7, 30), day(2026, 8, 2)), "7月30日–8月2日");
        assert_eq!(full(Lang::default(), day(2026, 7, 8)), "2026年7月8日");
    }

    #[test]
    fn what_is_late_counts_its_days() {
        let noon = day_start_ms(day(2026, 7, 8)) + DAY_MS / 2;
        assert_eq!(due(Lang::default(), noon - 1, noon), ("超 1 天".to_owned(), "bad"));
        assert_eq!(due(Lang::default(), noon - DAY_MS - 1, noon), ("超 2 天".to_owned(), "bad"));
        assert_eq!(due(Lang::default(), end_of(day(2026, 7, 9)), noon), ("7月9日".to_owned(), "soon"));
        assert_eq!(due(Lang::default(), end_of(day(2026, 7, 20)), noon), ("7月20日".to_owned(), ""));
    }

    #[test]
    fn a_period_covers_whole_months() {
        assert_eq!(months(day(2026, 6, 5), day(2026, 6, 20)), (day(2026, 6, 1), day(2026, 6, 30)));
        assert_eq!(months(day(2026, 11, 5), day(2026, 12, 20)), (day(2026, 11, 1), day(2026, 12, 31)));
    }
}
