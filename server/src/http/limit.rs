//! How fast one key may write. The limit is by key, never by estate, so that a busy evening keeps nobody from voting.
//!
//! It goes by the machine's steady clock: one that is set back would make everybody wait.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, MonotonicClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use yishi_protocol::id::PublicKey;

use super::error::ApiError;

/// Entries that a key sends at once.
const KEY_BURST: NonZeroU32 = NonZeroU32::new(30).unwrap();
/// After that, one entry in this time: ten a minute.
const KEY_REFILL: Duration = Duration::from_secs(6);
/// How many are remembered before those that are full again are forgotten.
const MAX_REMEMBERED: usize = 10_000;

type Keyed<K, C> =
    RateLimiter<K, HashMapStateStore<K>, C, NoOpMiddleware<<C as governor::clock::Clock>::Instant>>;

/// Who has written how fast.
#[derive(Debug)]
pub(crate) struct Limits<C: Clock = MonotonicClock> {
    clock: C,
    keys: Keyed<[u8; 32], C>,
}

impl Default for Limits {
    fn default() -> Self {
        Self::by(MonotonicClock)
    }
}

impl<C: Clock + Clone> Limits<C> {
    fn by(clock: C) -> Self {
        let quota = |refill, burst| Quota::with_period(refill).map(|quota: Quota| quota.allow_burst(burst));
        // Neither time is zero.
        let keys = quota(KEY_REFILL, KEY_BURST).unwrap_or(Quota::per_minute(KEY_BURST));
        Self { keys: RateLimiter::hashmap_with_clock(keys, clock.clone()), clock }
    }

    /// Counts one entry of an enrolled key whose signature holds; a stranger cannot use up somebody else's allowance.
    ///
    /// # Errors
    /// `TOO_FAST`, with when to come back.
    pub(super) fn take(&self, key: &PublicKey) -> Result<(), ApiError> {
        take(&self.keys, key.as_bytes(), &self.clock)
    }
}

fn take<K: Clone + Eq + std::hash::Hash, C: Clock>(
    limiter: &Keyed<K, C>,
    key: &K,
    clock: &C,
) -> Result<(), ApiError> {
    if limiter.len() >= MAX_REMEMBERED {
        limiter.retain_recent();
    }
    limiter.check_key(key).map_err(|until| {
        let wait = until.wait_time_from(clock.now());
        ApiError::TooFast { retry_after_s: wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0)) }
    })
}

#[cfg(test)]
mod tests {
    use governor::clock::FakeRelativeClock;

    use super::*;

    #[test]
    fn a_key_sends_thirty_at_once_and_then_ten_a_minute() {
        let clock = FakeRelativeClock::default();
        let limits = Limits::by(clock.clone());
        let (key, other) = (PublicKey::from_bytes([1; 32]), PublicKey::from_bytes([2; 32]));
        for _ in 0..30 {
            assert!(limits.take(&key).is_ok());
        }
        let refused = limits.take(&key);
        assert!(matches!(refused, Err(ApiError::TooFast { retry_after_s: 6 })));
        assert!(limits.take(&other).is_ok());
        clock.advance(Duration::from_secs(6));
        assert!(limits.take(&key).is_ok());
        assert!(limits.take(&key).is_err());
    }
}
