//! The year's times: local, to the minute.

use anyhow::{Context, Result};
use yishi_protocol::calendar::{HOUR_MS, day_of_date, day_start_ms};

/// A local time `2026-01-03T09:42` or day `2026-01-03`, in milliseconds since 1970. `T24:00` is the end of its day.
///
/// # Errors
/// If the text is neither.
pub fn time_ms(text: &str) -> Result<u64> {
    let read = || -> Option<u64> {
        let (date, clock) = text.split_once('T').unwrap_or((text, "00:00"));
        let mut parts = date.split('-').map(|part| part.parse::<u64>().ok());
        let day = day_of_date(parts.next()??, parts.next()??, parts.next()??)?;
        let (hour, minute) = clock.split_once(':')?;
        let minutes = hour.parse::<u64>().ok()?.checked_mul(60)?.checked_add(minute.parse().ok()?)?;
        Some(day_start_ms(day) + minutes * (HOUR_MS / 60))
    };
    read().with_context(|| format!("{text:?} is no time"))
}

/// `0624T2023` of 2026, or `0624`, which is noon of that day.
///
/// # Errors
/// If the text is neither.
pub fn short_time_ms(text: &str) -> Result<u64> {
    let (day, clock) = text.split_once('T').unwrap_or((text, "1200"));
    let part = |text: &str, at: std::ops::Range<usize>| text.get(at).unwrap_or_default().to_owned();
    let (month, date) = (part(day, 0..2), part(day, 2..4));
    let (hour, minute) = (part(clock, 0..2), part(clock, 2..4));
    time_ms(&format!("2026-{month}-{date}T{hour}:{minute}"))
}
