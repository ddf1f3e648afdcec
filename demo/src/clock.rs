//! The demo's clock: it starts in the middle of the year and runs on; whoever looks around may set it forward.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use yishi_server::clock::Clock;

/// A clock that starts at a moment of its own.
#[derive(Debug)]
pub struct DemoClock {
    started: Instant,
    started_ms: AtomicU64,
}

impl DemoClock {
    /// A clock that shows that moment now, in milliseconds since 1970.
    pub fn starting_at(now_ms: u64) -> Self {
        Self { started: Instant::now(), started_ms: AtomicU64::new(now_ms) }
    }

    /// Sets it forward.
    pub fn forward(&self, by_ms: u64) {
        self.started_ms.fetch_add(by_ms, Ordering::SeqCst);
    }
}

impl Clock for DemoClock {
    fn now_ms(&self) -> Option<u64> {
        let elapsed_ms = u64::try_from(self.started.elapsed().as_millis()).ok()?;
        self.started_ms.load(Ordering::SeqCst).checked_add(elapsed_ms)
    }
}
