//! Dates as people say them.

use yishi_protocol::calendar::{date_of, local_day};

use super::format::{Local, local, local_end};
use super::key;
use super::lang::Lang;

impl Lang {
    /// A day of the week, of which 0 is Sunday: `周三`, `Wed`.
    pub(crate) fn weekday(self, weekday: usize) -> String {
        self.fill(key::date::weekday(&weekday))
    }

    /// A day of the year: `7月8日`, `8 Jul`.
    pub(crate) fn month_day(self, month: u64, day: u64) -> String {
        self.fill(key::date::month_day(&month, &day))
    }

    /// The day of a moment.
    pub(crate) fn day(self, time_ms: u64) -> String {
        let at = local(time_ms);
        self.month_day(at.month, at.day)
    }

    /// The day of that number.
    pub(crate) fn day_number(self, day: u32) -> String {
        let (_, month, day) = date_of(day.into());
        self.month_day(month, day)
    }

    /// The day that a date ends.
    pub(crate) fn last_day(self, time_ms: u64) -> String {
        let at = local_end(time_ms);
        self.month_day(at.month, at.day)
    }

    /// A span of days, both inclusive: `6月`, `上半年`'s `1–6月`, `3月1日–3月20日`; with the year unless it is this one.
    pub(crate) fn period(self, from_day: u32, to_day: u32, now_ms: u64) -> String {
        let (from, to) = (date_of(from_day.into()), date_of(to_day.into()));
        let whole = from.2 == 1 && date_of(u64::from(to_day) + 1).2 == 1 && from.0 == to.0;
        let days = match (whole, from.1 == to.1) {
            (true, true) => key::date::period_month(&from.1),
            (true, false) => key::date::period_months(&from.1, &to.1),
            (false, _) => {
                key::date::period_days(&self.month_day(from.1, from.2), &self.month_day(to.1, to.2))
            }
        };
        let days = self.fill(days);
        if from.0 == date_of(local_day(now_ms)).0 {
            return days;
        }
        self.fill(key::date::in_year(&from.0, &days))
    }

    fn at(self, at: &Local, clock: &str) -> String {
        self.fill(key::date::moment(&at.month, &at.day, &at.weekday, &clock))
    }

    /// The end of a window: `7月13日（周一）24:00`.
    pub(crate) fn deadline(self, time_ms: u64) -> String {
        let at = local_end(time_ms);
        self.at(&at, &at.clock())
    }

    /// The beginning of a window.
    pub(crate) fn beginning(self, time_ms: u64) -> String {
        let at = local(time_ms);
        self.at(&at, &at.clock())
    }

    /// A moment: `7月8日（周三）10:24:31`.
    pub(crate) fn moment(self, time_ms: u64) -> String {
        let at = local(time_ms);
        self.at(&at, &at.clock_with_seconds())
    }
}
