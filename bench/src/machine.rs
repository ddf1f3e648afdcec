//! What the operating system says about this process and this machine. Only Linux says it; elsewhere those figures are
//! left out.

use std::time::{Duration, Instant};

/// Linux counts processor time in hundredths of a second, on every architecture it tells programs about.
const TICK: Duration = Duration::from_millis(10);

/// How many cores there are for us.
pub(crate) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// The processor time of all threads of this process so far, to a hundredth of a second.
pub(crate) fn own_time() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The second field is the program's name in brackets; user and system time are the 12th and 13th after it.
    let fields: Vec<&str> = text.rsplit(')').next()?.split_whitespace().collect();
    let ticks = |place: usize| fields.get(place)?.parse::<u32>().ok();
    Some(TICK * (ticks(11)? + ticks(12)?))
}

/// The processor time of everybody on this machine since it started.
fn all_time() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/stat").ok()?;
    let mut fields = text.lines().next()?.split_whitespace().skip(1).map(str::parse::<u32>);
    let mut next = || fields.next()?.ok();
    let (user, nice, system) = (next()?, next()?, next()?);
    let (_idle, _waiting) = (next()?, next()?);
    let (interrupts, soft, stolen) = (next()?, next()?, next()?);
    Some(TICK * (user + nice + system + interrupts + soft + stolen))
}

/// The memory of this process that is not swapped out, in bytes.
pub(crate) fn resident() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

/// Waits until others leave the processors to us, but not for long: a shared machine may never be quiet.
pub(crate) fn wait_for_quiet() {
    for _ in 0..6 {
        let (stretch, start) = (Stretch::begin(), Instant::now());
        std::thread::sleep(Duration::from_millis(500));
        if stretch.others(start.elapsed()).is_none_or(|others| others < 0.1) {
            return;
        }
    }
}

/// A stretch of time, and who used the processors in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    own: Option<Duration>,
    all: Option<Duration>,
}

impl Stretch {
    /// Begins now.
    pub(crate) fn begin() -> Self {
        Self { own: own_time(), all: all_time() }
    }

    /// The processor time that this process has used since.
    pub(crate) fn own(&self) -> Option<Duration> {
        own_time()?.checked_sub(self.own?)
    }

    /// How many cores others have kept busy, on average over the time `elapsed` since: figures are worth less the more.
    pub(crate) fn others(&self, elapsed: Duration) -> Option<f64> {
        let all = all_time()?.checked_sub(self.all?)?;
        Some(all.saturating_sub(self.own()?).as_secs_f64() / elapsed.as_secs_f64())
    }
}
