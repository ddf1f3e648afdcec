//! Dates and figures as the light pages write them: with the year, since a page may be printed or read later.

use yishi_protocol::calendar::{date_of, local_day};
use yishi_protocol::count::{Comparison, Weight};
use yishi_protocol::figures::sides;
pub(super) use yishi_protocol::figures::{grouped, hundredths};

use crate::words::{Lang, key, window};

const MINUTE_MS: u64 = 60_000;
const DAY_MINUTES: u64 = 24 * 60;
/// East of Greenwich, the whole year.
const OFFSET_MS: u64 = 8 * 60 * MINUTE_MS;

impl Lang {
    /// A day of that number: `2026年7月8日`.
    pub(crate) fn day_number(self, day: u64) -> String {
        let (year, month, day) = date_of(day);
        self.fill(window::desk_dates::full(&year, &month, &day))
    }

    /// The day of a moment.
    pub(super) fn day(self, time_ms: u64) -> String {
        self.day_number(local_day(time_ms))
    }

    /// The last day of what ends then.
    pub(super) fn last_day(self, time_ms: u64) -> String {
        self.day(time_ms.saturating_sub(1))
    }

    /// The moment in which something begins: `2026年7月14日 0:00`.
    pub(super) fn beginning(self, time_ms: u64) -> String {
        let minute = time_ms.saturating_add(OFFSET_MS) / MINUTE_MS % DAY_MINUTES;
        self.moment(&self.day(time_ms), minute)
    }

    /// The moment in which something ends; the midnight that ends a day is 24:00 of that day.
    pub(super) fn end(self, time_ms: u64) -> String {
        if time_ms.saturating_add(OFFSET_MS).is_multiple_of(DAY_MINUTES * MINUTE_MS) {
            return self.moment(&self.last_day(time_ms), DAY_MINUTES);
        }
        self.beginning(time_ms)
    }

    fn moment(self, day: &str, minute: u64) -> String {
        let clock = format!("{}:{:02}", minute / 60, minute % 60);
        self.fill(key::light::moment(&day, &clock))
    }

    /// From the day on which something begins to the day at whose end it is over.
    pub(super) fn span(self, from_ms: u64, to_ms: u64) -> String {
        self.fill(window::desk_dates::span(&self.day(from_ms), &self.last_day(to_ms)))
    }

    /// From day to day, both inclusive; whole months by their names: `2026年1–6月`.
    pub(super) fn period(self, from_day: u32, to_day: u32) -> String {
        let (from, to) = (date_of(from_day.into()), date_of(to_day.into()));
        let whole = from.0 == to.0 && from.2 == 1 && date_of(u64::from(to_day) + 1).2 == 1;
        let months = match (whole, from.1 == to.1) {
            (true, true) => window::date::period_month(&from.1),
            (true, false) => window::date::period_months(&from.1, &to.1),
            (false, _) => {
                let (from, to) = (self.day_number(from_day.into()), self.day_number(to_day.into()));
                return self.fill(window::desk_dates::span(&from, &to));
            }
        };
        self.fill(window::date::in_year(&from.0, &self.fill(months)))
    }

    /// By when.
    pub(super) fn by(self, due_ms: u64) -> String {
        self.fill(window::tell::by(&self.last_day(due_ms)))
    }

    /// An amount of money: `1,171.90 元`.
    pub(super) fn money(self, fen: u64) -> String {
        format!("{}{}", hundredths(fen), self.say(window::common::YUAN))
    }

    /// Heads and the area that is theirs.
    pub(super) fn weight(self, weight: Weight) -> String {
        let Weight { area_c, heads } = weight;
        let heads = self.fill(window::desk_count::heads(&heads));
        format!("{heads}{}{}\u{a0}m²", self.say(window::language::LIST_COMMA), hundredths(area_c))
    }
}

/// Fen as yuan with their sign.
pub(super) fn yuan(fen: i64) -> String {
    let sign = if fen < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}", hundredths(fen.unsigned_abs()))
}

/// A comparison multiplied out, as the law asks for it: `3 × 8 = 24 ≥ 2 × 12 = 24`. Its figures are written by `figure`.
pub(super) fn working(check: &Comparison, figure: fn(u64) -> String) -> String {
    let (left, right) = sides(check, figure);
    format!("{left} {right}")
}

#[cfg(test)]
mod tests {
    use yishi_protocol::calendar::{day_of_date, day_start_ms};
    use yishi_protocol::count::{Comparison, QUORUM, Weight};

    use super::{grouped, hundredths, working, yuan};
    use crate::words::Lang;

    #[test]
    fn figures_and_dates_are_as_people_write_them() {
        let (zh, en) = (Lang::default(), Lang::of("en"));
        assert_eq!([hundredths(8_106_520), yuan(-5)], ["81,065.20", "\u{2212}0.05"]);
        let end = day_start_ms(day_of_date(2026, 7, 14).unwrap());
        assert_eq!(zh.end(end), "2026年7月13日 24:00");
        assert_eq!(zh.beginning(end), "2026年7月14日 0:00");
        assert_eq!(zh.last_day(end), "2026年7月13日");
        assert_eq!(en.end(end + 9 * 3_600_000 + 60_000), "14 Jul 2026 9:01");
        assert_eq!(en.weight(Weight { area_c: 8937, heads: 1 }), "1\u{a0}head, 89.37\u{a0}m²");
        assert_eq!(zh.weight(Weight { area_c: 8937, heads: 2 }), "2\u{a0}人、89.37\u{a0}m²");
    }

    #[test]
    fn whole_months_are_named() {
        let day = |month, day| u32::try_from(day_of_date(2026, month, day).unwrap()).unwrap();
        let (zh, en) = (Lang::default(), Lang::of("en"));
        assert_eq!(zh.period(day(6, 1), day(6, 30)), "2026年6月");
        assert_eq!(en.period(day(1, 1), day(6, 30)), "Jan–Jun 2026");
        assert_eq!(zh.period(day(3, 1), day(3, 20)), "2026年3月1日–2026年3月20日");
    }

    #[test]
    fn a_comparison_is_multiplied_out() {
        let check = Comparison { share: QUORUM, part: 2000, whole: 3000 };
        assert_eq!(working(&check, grouped), "3 × 2,000 = 6,000 ≥ 2 × 3,000 = 6,000");
        let check = Comparison { share: QUORUM, part: 1999, whole: 3000 };
        assert_eq!(working(&check, hundredths), "3 × 19.99 = 59.97 < 2 × 30.00 = 60.00");
    }
}
