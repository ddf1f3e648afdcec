//! The server's clock. Rules never read it; they get `received_ms`.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// How far the system's clock may part from the machine's steady one before the server stops writing.
const TOLERANCE: Duration = Duration::from_secs(2);

/// Tells the time, in milliseconds since 1970.
pub trait Clock: std::fmt::Debug + Send + Sync {
    /// Now, or `None` if the clock cannot be trusted: then nothing may be written.
    fn now_ms(&self) -> Option<u64>;
}

/// The system's clock, held against the steady one that runs since the program started: a clock that somebody sets back
/// would date ballots wrongly.
#[derive(Debug)]
pub struct SystemClock {
    started: Instant,
    started_at: SystemTime,
}

impl SystemClock {
    /// The clock from now on.
    pub fn new() -> Self {
        Self { started: Instant::now(), started_at: SystemTime::now() }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    fn now_ms(&self) -> Option<u64> {
        let now = SystemTime::now();
        let steady = self.started_at.checked_add(self.started.elapsed())?;
        let parted = now.duration_since(steady).unwrap_or_else(|error| error.duration());
        let since = now.duration_since(UNIX_EPOCH).ok()?;
        (parted <= TOLERANCE).then_some(())?;
        u64::try_from(since.as_millis()).ok()
    }
}
