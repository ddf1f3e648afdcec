//! The server's clock. Rules never read it; they get `received_ms`.
//!
//! What is stamped can never be dated earlier again: one stamp far ahead would keep everybody from writing until then, and a
//! clock that is set back would let a ballot in after its vote has ended. So a clock is believed only as far as something
//! else agrees: while the server runs the machine's steady clock, when it starts the last entry of the log.

use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use yishi_protocol::calendar::{DAY_MS, date_of, day_start_ms, local_day};

/// How far the system's clock may part from the machine's steady one, and how far behind the log's last entry it may be, in
/// milliseconds: two servers' clocks differ by that much.
pub const TOLERANCE_MS: u64 = 2000;
/// For how long a clock that was set has to go on steadily before it is believed again, in milliseconds.
const SETTLES_MS: u64 = 60_000;
/// How far ahead a clock may be found, in milliseconds, and be believed once it goes steadily: a machine that slept through a
/// night. Beyond, it takes a person: a stamp that is wrong by more would stop a vote.
const LONGEST_SLEEP_MS: u64 = DAY_MS;
/// After how long without an entry a person is asked at the start whether the clock is right, in milliseconds.
pub const LONG_GAP_MS: u64 = 7 * DAY_MS;

/// Tells the time, in milliseconds since 1970.
pub trait Clock: fmt::Debug + Send + Sync {
    /// Now, or `None` if the clock cannot be trusted: then nothing may be written.
    fn now_ms(&self) -> Option<u64>;
}

/// The system's clock, held against the steady one that runs since the program started.
///
/// Set to another time, it is not believed until it is back, or has gone steadily for a minute; set ahead by more than a day,
/// not before somebody starts the server again. Whatever it is set back to, what is behind the log's last entry is refused
/// where entries are dated.
#[derive(Debug)]
pub struct SystemClock {
    started: Instant,
    reckoning: Mutex<Option<Reckoning>>,
}

impl SystemClock {
    /// The clock from now on.
    pub fn new() -> Self {
        let clock = Self { started: Instant::now(), reckoning: Mutex::default() };
        clock.now_ms();
        clock
    }

    fn read(&self) -> Option<Reading> {
        let wall = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
        let wall_ms = i64::try_from(wall.as_millis()).ok()?;
        Some(Reading { wall_ms, steady_ms: i64::try_from(self.started.elapsed().as_millis()).ok()? })
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    fn now_ms(&self) -> Option<u64> {
        let now = self.read()?;
        let mut reckoning = self.reckoning.lock().unwrap_or_else(PoisonError::into_inner);
        reckoning.get_or_insert(Reckoning { trusted: now, away: None }).at(now)
    }
}

/// Both clocks at one moment, in milliseconds: the system's since 1970, the steady one since the program started.
#[derive(Clone, Copy, Debug)]
struct Reading {
    wall_ms: i64,
    steady_ms: i64,
}

impl Reading {
    /// By how much the system's clock is ahead of where it would be had it gone steadily since an earlier moment.
    fn ahead_of(&self, earlier: &Self) -> i64 {
        let steady_ms = self.steady_ms.saturating_sub(earlier.steady_ms);
        self.wall_ms.saturating_sub(earlier.wall_ms).saturating_sub(steady_ms)
    }

    fn agrees_with(&self, earlier: &Self) -> bool {
        self.ahead_of(earlier).unsigned_abs() <= TOLERANCE_MS
    }
}

/// What the system's clock is held against.
#[derive(Debug)]
struct Reckoning {
    /// When it was believed first, or anew.
    trusted: Reading,
    /// When it was first seen at another time, if it has gone steadily since.
    away: Option<Reading>,
}

impl Reckoning {
    fn at(&mut self, now: Reading) -> Option<u64> {
        if !now.agrees_with(&self.trusted) {
            let since = *self.away.get_or_insert(now);
            if !now.agrees_with(&since) {
                self.away = Some(now);
                return None;
            }
            let settled = now.steady_ms.saturating_sub(since.steady_ms).unsigned_abs() >= SETTLES_MS;
            let ahead_ms = u64::try_from(now.ahead_of(&self.trusted)).unwrap_or_default();
            if !settled || ahead_ms > LONGEST_SLEEP_MS {
                return None;
            }
            tracing::warn!(
                set_ms = now.ahead_of(&self.trusted),
                "the system's clock was set, and is believed anew"
            );
            self.trusted = now;
        }
        self.away = None;
        u64::try_from(now.wall_ms).ok()
    }
}

/// Why a clock is not believed when a server starts. Times are in milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It cannot be read.
    Unset,
    /// It is behind the last entry of a log.
    Behind {
        /// When that entry came in.
        last_ms: u64,
        /// What the clock says.
        now_ms: u64,
    },
    /// It is far ahead of the last entry, so that either nobody has said anything for long, or it is wrong.
    LongGap {
        /// When that entry came in.
        last_ms: u64,
        /// What the clock says.
        now_ms: u64,
    },
}

impl Doubt {
    /// What there is to doubt about a clock beside a log's last entry.
    pub fn of(now_ms: Option<u64>, last_ms: u64) -> Option<Self> {
        let Some(now_ms) = now_ms else { return Some(Doubt::Unset) };
        if now_ms.saturating_add(TOLERANCE_MS) < last_ms {
            Some(Doubt::Behind { last_ms, now_ms })
        } else if now_ms.saturating_sub(last_ms) > LONG_GAP_MS {
            Some(Doubt::LongGap { last_ms, now_ms })
        } else {
            None
        }
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Doubt::Unset => f.write_str("this machine's clock is not set; set it and start again"),
            Doubt::Behind { last_ms, now_ms } => write!(
                f,
                "this machine's clock says {}, but the newest entry came in at {}: the clock is behind the log. Set it \
                 and start again; nothing is dated before what stands",
                Local(*now_ms),
                Local(*last_ms)
            ),
            Doubt::LongGap { last_ms, now_ms } => write!(
                f,
                "this machine's clock says {}, and the newest entry came in at {}. Look at another clock: whatever is \
                 dated too late now keeps everybody from writing until then. If it is right, start this once with \
                 --clock-checked",
                Local(*now_ms),
                Local(*last_ms)
            ),
        }
    }
}

impl std::error::Error for Doubt {}

/// A time as people at the estate read it, to the minute.
struct Local(u64);

impl fmt::Display for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = local_day(self.0);
        let (year, month, date) = date_of(day);
        let minutes = self.0.saturating_sub(day_start_ms(day)) / 60_000;
        write!(f, "{year:04}-{month:02}-{date:02} {:02}:{:02} (UTC+8)", minutes / 60, minutes % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60_000;
    const HOUR: i64 = 60 * MINUTE;
    const DAY: i64 = 24 * HOUR;
    const BEGAN: i64 = 1_800_000_000_000;

    /// A clock that began at [`BEGAN`], asked at these steady moments while it is that far from where it began.
    fn answers<const N: usize>(asked: [(i64, i64); N]) -> [bool; N] {
        let at = |(steady_ms, off_ms): (i64, i64)| Reading { wall_ms: BEGAN + steady_ms + off_ms, steady_ms };
        let mut reckoning = Reckoning { trusted: at((0, 0)), away: None };
        asked.map(|asked| {
            let now = at(asked);
            let answer = reckoning.at(now);
            assert!(answer.is_none_or(|now_ms| i64::try_from(now_ms) == Ok(now.wall_ms)));
            answer.is_some()
        })
    }

    #[test]
    fn a_steady_clock_is_believed_and_one_that_was_set_is_not() {
        assert_eq!(answers([(0, 0), (DAY, 0), (400 * DAY, 2000), (401 * DAY, -2000)]), [true; 4]);
        assert_eq!(answers([(MINUTE, 2001), (MINUTE, -2001), (MINUTE, HOUR), (MINUTE, -HOUR)]), [false; 4]);
    }

    #[test]
    fn a_clock_that_is_back_is_believed_at_once() {
        assert_eq!(answers([(MINUTE, 365 * DAY), (2 * MINUTE, 0)]), [false, true]);
        assert_eq!(answers([(MINUTE, -HOUR), (2 * MINUTE, 10)]), [false, true]);
    }

    #[test]
    fn a_machine_that_slept_goes_on_by_itself_after_a_minute() {
        let asked =
            [(MINUTE, 8 * HOUR), (MINUTE + 59_999, 8 * HOUR), (2 * MINUTE, 8 * HOUR + 500), (DAY, 8 * HOUR)];
        assert_eq!(answers(asked), [false, false, true, true]);
    }

    #[test]
    fn a_clock_that_was_ahead_and_is_corrected_goes_on_by_itself() {
        assert_eq!(answers([(MINUTE, -5 * DAY), (2 * MINUTE, -5 * DAY)]), [false, true]);
    }

    #[test]
    fn no_stamp_is_far_ahead_however_long_the_clock_stays_there() {
        let asked = [(MINUTE, 365 * DAY), (HOUR, 365 * DAY), (9 * DAY, 365 * DAY), (10 * DAY, DAY + 1)];
        assert_eq!(answers(asked), [false; 4]);
    }

    #[test]
    fn a_clock_that_runs_wild_is_not_believed() {
        // A minute later each time, but never steady.
        let asked = [(MINUTE, HOUR), (3 * MINUTE, 2 * HOUR), (5 * MINUTE, 3 * HOUR), (7 * MINUTE, 4 * HOUR)];
        assert_eq!(answers(asked), [false; 4]);
    }

    #[test]
    fn a_start_doubts_a_clock_behind_the_log_or_far_ahead() {
        let last_ms = 1_800_000_000_000;
        let behind = |now_ms| Some(Doubt::Behind { last_ms, now_ms });
        let gap = |now_ms| Some(Doubt::LongGap { last_ms, now_ms });
        assert_eq!(Doubt::of(None, last_ms), Some(Doubt::Unset));
        assert_eq!(Doubt::of(Some(last_ms - 2000), last_ms), None);
        assert_eq!(Doubt::of(Some(last_ms - 2001), last_ms), behind(last_ms - 2001));
        assert_eq!(Doubt::of(Some(last_ms + LONG_GAP_MS), last_ms), None);
        assert_eq!(Doubt::of(Some(last_ms + LONG_GAP_MS + 1), last_ms), gap(last_ms + LONG_GAP_MS + 1));
    }
}
