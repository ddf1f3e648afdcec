//! Figures and dates as people read them. Pure, so that they are tested without a browser.

use yishi_protocol::calendar::{date_of, local_day, weekday};
pub(crate) use yishi_protocol::figures::{grouped, hundredths};

/// Between a figure and its unit, so that they stay on one line.
const NBSP: char = '\u{a0}';

/// An area: `89.37 m²`.
pub(crate) fn area(area_c: u64) -> String {
    format!("{}{NBSP}m²", hundredths(area_c))
}

/// A part of a whole as SVG measures it, by whole numbers: `68.108%`.
pub(crate) fn percent(part: u64, whole: u64) -> String {
    let thousandths = u128::from(part) * 100_000 / u128::from(whole.max(1));
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

/// A local date and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Local {
    /// Month, 1 to 12.
    pub(crate) month: u64,
    /// Day of the month.
    pub(crate) day: u64,
    /// Minutes since the day began; 1440 is the end of the day.
    pub(crate) minute: u64,
    /// Seconds.
    pub(crate) second: u64,
    /// 0 is Sunday.
    pub(crate) weekday: usize,
}

const MINUTE_MS: u64 = 60_000;
const OFFSET_MS: u64 = 8 * 60 * MINUTE_MS;

/// The local date of a moment.
pub(crate) fn local(time_ms: u64) -> Local {
    let day_number = local_day(time_ms);
    let in_day_ms = (time_ms + OFFSET_MS) % (1440 * MINUTE_MS);
    let (_, month, day) = date_of(day_number);
    let weekday = usize::try_from(weekday(day_number)).unwrap_or_default();
    Local { month, day, minute: in_day_ms / MINUTE_MS, second: in_day_ms / 1000 % 60, weekday }
}

/// The end of a window as people say it: the midnight that ends a day is 24:00 of that day, not 0:00 of the next.
pub(crate) fn local_end(time_ms: u64) -> Local {
    let at = local(time_ms);
    if at.minute > 0 || at.second > 0 {
        return at;
    }
    Local { minute: 1440, ..local(time_ms.saturating_sub(MINUTE_MS)) }
}

impl Local {
    /// `24:00`.
    pub(crate) fn clock(&self) -> String {
        format!("{}:{:02}", self.minute / 60, self.minute % 60)
    }

    /// `10:24:31`.
    pub(crate) fn clock_with_seconds(&self) -> String {
        format!("{}:{:02}", self.clock(), self.second)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::calendar::{day_of_date, day_start_ms};

    #[test]
    fn figures_are_grouped() {
        assert_eq!(hundredths(8_106_520), "81,065.20");
        assert_eq!(hundredths(5), "0.05");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1000), "1,000");
        assert_eq!(area(8937), "89.37\u{a0}m²");
        assert_eq!(percent(2, 3), "66.666%");
        assert_eq!(percent(0, 0), "0.000%");
    }

    #[test]
    fn the_midnight_that_ends_a_window_belongs_to_the_day_it_ends() {
        let end = day_start_ms(day_of_date(2026, 7, 14).unwrap());
        let local = local_end(end);
        assert_eq!((local.month, local.day, local.clock().as_str(), local.weekday), (7, 13, "24:00", 1));
        assert_eq!(local_end(end + MINUTE_MS).clock(), "0:01");
    }
}
