//! Minutes of a case file as numbers that keep their order.

use yishi_protocol::calendar::day_of_date;
use yishi_protocol::rejection::Rejection;

use crate::file::invalid;

/// How many minutes a day can name: 00:00 to 24:00, the last of which comes before the next day's 00:00.
const MINUTES: u64 = 24 * 60 + 1;

/// The place of `YYYY-MM-DDTHH:MM` among all minutes that can be written.
pub(crate) fn minute(text: &str) -> Result<u64, Rejection> {
    let wrong = || invalid(format!("{text:?} is not a time of the form YYYY-MM-DDTHH:MM"));
    let shape = text.len() == 16
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            10 => byte == b'T',
            13 => byte == b':',
            _ => byte.is_ascii_digit(),
        });
    if !shape {
        return Err(wrong());
    }
    let number = |from: usize, until: usize| -> Result<u64, Rejection> {
        text.get(from..until).and_then(|digits| digits.parse().ok()).ok_or_else(wrong)
    };
    let day = day_of_date(number(0, 4)?, number(5, 7)?, number(8, 10)?).ok_or_else(wrong)?;
    let (hour, minute) = (number(11, 13)?, number(14, 16)?);
    if hour > 24 || minute > 59 || (hour == 24 && minute > 0) {
        return Err(wrong());
    }
    Ok(day.saturating_mul(MINUTES).saturating_add(hour.saturating_mul(60)).saturating_add(minute))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_day_comes_before_the_next_day_begins() {
        let at = |text| minute(text).unwrap();
        assert!(at("2026-04-10T23:59") < at("2026-04-10T24:00"));
        assert!(at("2026-04-10T24:00") < at("2026-04-11T00:00"));
        assert!(at("2026-04-30T24:00") < at("2026-05-01T00:00"));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        let wrong = [
            "",
            "2026-04-10",
            "2026-04-10 09:00",
            "2026-02-30T09:00",
            "2026-04-10T24:01",
            "2026-04-10T09:60",
            "2026-04-10T9:000",
            "+026-04-10T09:00",
            "２026-04-1T09:00",
        ];
        for text in wrong {
            assert!(minute(text).is_err(), "{text}");
        }
    }
}
