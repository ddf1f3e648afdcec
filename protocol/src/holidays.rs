//! Public holidays and shifted working days of China, as the State Council has published them for each year.
//!
//! They serve whoever *plans* a vote: nothing that is signed is admitted, counted or dated by them, so a table that grows
//! never changes what an old log means. What is not published yet is unknown, and said to be.

use crate::calendar::{date_of, day_of_date, weekday};

/// A holiday that an arrangement names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// 元旦.
    NewYear,
    /// 春节.
    Spring,
    /// 清明节.
    Qingming,
    /// 劳动节.
    Labour,
    /// 端午节.
    DragonBoat,
    /// 中秋节.
    MidAutumn,
    /// 国庆节.
    National,
    /// 国庆节 and 中秋节 in one.
    NationalAndMidAutumn,
}

/// What a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind {
    /// A working day from Monday to Friday.
    Working,
    /// A Saturday or Sunday on which is worked for a holiday.
    Shifted,
    /// A Saturday or Sunday off.
    Weekend,
    /// A day off for a holiday, be it a weekend too.
    Holiday(Holiday),
}

impl DayKind {
    /// Whether a period that ends on it goes on (Civil Code 203).
    pub fn is_off(self) -> bool {
        matches!(self, DayKind::Weekend | DayKind::Holiday(_))
    }
}

/// Days off in a row for one holiday, each a number of days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// For which.
    pub holiday: Holiday,
    /// The first.
    pub first: u64,
    /// The last.
    pub last: u64,
}

/// Month and day.
type Date = (u64, u64);

/// A year as it was published.
struct Arrangement {
    year: u64,
    off: &'static [(Holiday, Date, Date)],
    worked: &'static [Date],
}

/// The notices of the General Office of the State Council: 国办发明电〔2023〕7号 for 2024, 国办发明电〔2024〕12号 for 2025, and that of
/// 4 November 2025 for 2026.
const ARRANGEMENTS: [Arrangement; 3] = [
    Arrangement {
        year: 2024,
        off: &[
            (Holiday::NewYear, (1, 1), (1, 1)),
            (Holiday::Spring, (2, 10), (2, 17)),
            (Holiday::Qingming, (4, 4), (4, 6)),
            (Holiday::Labour, (5, 1), (5, 5)),
            (Holiday::DragonBoat, (6, 10), (6, 10)),
            (Holiday::MidAutumn, (9, 15), (9, 17)),
            (Holiday::National, (10, 1), (10, 7)),
        ],
        worked: &[(2, 4), (2, 18), (4, 7), (4, 28), (5, 11), (9, 14), (9, 29), (10, 12)],
    },
    Arrangement {
        year: 2025,
        off: &[
            (Holiday::NewYear, (1, 1), (1, 1)),
            (Holiday::Spring, (1, 28), (2, 4)),
            (Holiday::Qingming, (4, 4), (4, 6)),
            (Holiday::Labour, (5, 1), (5, 5)),
            (Holiday::DragonBoat, (5, 31), (6, 2)),
            (Holiday::NationalAndMidAutumn, (10, 1), (10, 8)),
        ],
        worked: &[(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)],
    },
    Arrangement {
        year: 2026,
        off: &[
            (Holiday::NewYear, (1, 1), (1, 3)),
            (Holiday::Spring, (2, 15), (2, 23)),
            (Holiday::Qingming, (4, 4), (4, 6)),
            (Holiday::Labour, (5, 1), (5, 5)),
            (Holiday::DragonBoat, (6, 19), (6, 21)),
            (Holiday::MidAutumn, (9, 25), (9, 27)),
            (Holiday::National, (10, 1), (10, 7)),
        ],
        worked: &[(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)],
    },
];

/// The days that the decree on holidays gives by date (全国年节及纪念日放假办法, in force since 2025-01-01), for years whose
/// arrangement is not published: fewer than there will be, never others.
const BY_DATE: Arrangement = Arrangement {
    year: 2025,
    off: &[
        (Holiday::NewYear, (1, 1), (1, 1)),
        (Holiday::Labour, (5, 1), (5, 2)),
        (Holiday::National, (10, 1), (10, 3)),
    ],
    worked: &[],
};

fn published(year: u64) -> Option<&'static Arrangement> {
    ARRANGEMENTS.iter().find(|arrangement| arrangement.year == year)
}

/// What is known of a year: its arrangement, or else the days that stand in the decree, or else nothing.
fn arrangement(year: u64) -> Option<&'static Arrangement> {
    published(year).or_else(|| (year >= BY_DATE.year).then_some(&BY_DATE))
}

/// Whether the arrangement of the year in which a day lies is in the table. Where it is not, holidays by the moon and shifted
/// days are unknown.
pub fn is_known(day: u64) -> bool {
    published(date_of(day).0).is_some()
}

/// What a day is, as far as it is known.
pub fn kind_of(day: u64) -> DayKind {
    let (year, month, number) = date_of(day);
    let date = (month, number);
    let known = arrangement(year);
    let holiday = known.and_then(|known| known.off.iter().find(|off| (off.1..=off.2).contains(&date)));
    if let Some((holiday, ..)) = holiday {
        return DayKind::Holiday(*holiday);
    }
    match weekday(day) {
        0 | 6 if known.is_some_and(|known| known.worked.contains(&date)) => DayKind::Shifted,
        0 | 6 => DayKind::Weekend,
        _ => DayKind::Working,
    }
}

/// The holidays of which a day lies from `first` to `last`, in their order.
pub fn holidays(first: u64, last: u64) -> Vec<Span> {
    let years = date_of(first).0..=date_of(last).0;
    let of_year = |year| {
        let off = arrangement(year).map(|known| known.off).unwrap_or_default();
        off.iter().filter_map(move |(holiday, from, to)| {
            let day = |date: &Date| day_of_date(year, date.0, date.1);
            Some(Span { holiday: *holiday, first: day(from)?, last: day(to)? })
        })
    };
    years.flat_map(of_year).filter(|span| span.first <= last && span.last >= first).collect()
}

/// The Saturdays and Sundays from `first` to `last` on which is worked, in their order.
pub fn shifted(first: u64, last: u64) -> Vec<u64> {
    let years = date_of(first).0..=date_of(last).0;
    let of_year = |year| {
        let worked = arrangement(year).map(|known| known.worked).unwrap_or_default();
        worked.iter().filter_map(move |(month, number)| day_of_date(year, *month, *number))
    };
    years.flat_map(of_year).filter(|day| (first..=last).contains(day)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: u64, month: u64, day: u64) -> u64 {
        day_of_date(year, month, day).unwrap()
    }

    /// The decree gives 11 days until 2024 and 13 since: so many more weekdays are off than weekends are worked.
    #[test]
    fn each_year_gives_the_days_that_the_decree_gives() {
        for arrangement in &ARRANGEMENTS {
            let year = arrangement.year;
            let days = day(year, 1, 1)..=day(year, 12, 31);
            let is_weekend = |day: u64| matches!(weekday(day), 0 | 6);
            let off = days.clone().filter(|day| kind_of(*day).is_off() && !is_weekend(*day)).count();
            let worked = days.clone().filter(|day| kind_of(*day) == DayKind::Shifted).count();
            assert_eq!(worked, arrangement.worked.len(), "{year}: who works then works on a weekend");
            assert_eq!(off - worked, if year < 2025 { 11 } else { 13 }, "{year}");
            for (_, first, last) in arrangement.off {
                assert!(first <= last, "{year}");
                assert!(
                    day_of_date(year, first.0, first.1).is_some()
                        && day_of_date(year, last.0, last.1).is_some()
                );
            }
            let in_order = arrangement.off.windows(2).all(|pair| pair[0].2 < pair[1].1);
            assert!(in_order && arrangement.worked.is_sorted(), "{year}");
        }
    }

    #[test]
    fn days_are_what_was_published() {
        assert_eq!(kind_of(day(2026, 2, 14)), DayKind::Shifted);
        assert_eq!(kind_of(day(2026, 2, 15)), DayKind::Holiday(Holiday::Spring));
        assert_eq!(kind_of(day(2026, 2, 23)), DayKind::Holiday(Holiday::Spring));
        assert_eq!(kind_of(day(2026, 2, 24)), DayKind::Working);
        assert_eq!(kind_of(day(2024, 2, 9)), DayKind::Working, "employers are asked, nobody is given it");
        assert_eq!(kind_of(day(2025, 10, 8)), DayKind::Holiday(Holiday::NationalAndMidAutumn));
        assert_eq!(kind_of(day(2026, 3, 7)), DayKind::Weekend);
    }

    #[test]
    fn what_is_not_published_is_unknown_but_for_the_days_of_the_decree() {
        assert!(is_known(day(2026, 12, 31)) && !is_known(day(2027, 1, 1)) && !is_known(day(2023, 12, 31)));
        assert_eq!(kind_of(day(2027, 1, 1)), DayKind::Holiday(Holiday::NewYear));
        assert_eq!(kind_of(day(2027, 5, 3)), DayKind::Working);
        assert_eq!(kind_of(day(2027, 10, 2)), DayKind::Holiday(Holiday::National));
        // The decree of 2013 had other days.
        assert_eq!(kind_of(day(2023, 5, 2)), DayKind::Working);
        for arrangement in ARRANGEMENTS.iter().filter(|known| known.year >= BY_DATE.year) {
            for (_, first, last) in BY_DATE.off {
                let days = day(arrangement.year, first.0, first.1)..=day(arrangement.year, last.0, last.1);
                days.for_each(|day| assert!(matches!(kind_of(day), DayKind::Holiday(_)), "{day}"));
            }
        }
        // No day is too far.
        kind_of(u64::MAX);
    }

    #[test]
    fn a_stretch_of_days_tells_its_holidays() {
        let found = holidays(day(2026, 2, 20), day(2026, 4, 4));
        let spring = Span { holiday: Holiday::Spring, first: day(2026, 2, 15), last: day(2026, 2, 23) };
        let qingming = Span { holiday: Holiday::Qingming, first: day(2026, 4, 4), last: day(2026, 4, 6) };
        assert_eq!(found, [spring, qingming]);
        assert_eq!(shifted(day(2026, 2, 20), day(2026, 5, 9)), [day(2026, 2, 28), day(2026, 5, 9)]);
        let turn: Vec<u64> =
            holidays(day(2026, 12, 20), day(2027, 1, 10)).iter().map(|span| span.first).collect();
        assert_eq!(turn, [day(2027, 1, 1)]);
        assert!(holidays(day(2026, 3, 1), day(2026, 3, 31)).is_empty());
        assert!(holidays(day(2026, 3, 31), day(2026, 3, 1)).is_empty());
    }
}
