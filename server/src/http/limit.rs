//! How fast may be written. Whoever is enrolled is limited by key, strangers by address: so neither a busy evening nor somebody
//! who floods the server from the same address keeps anybody from voting.
//!
//! It goes by the machine's steady clock: one that is set back would make everybody wait.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, MonotonicClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use yishi_protocol::id::PublicKey;

use super::error::ApiError;

/// Entries that a key sends at once, and how many an address sends that do not come from anybody enrolled.
const KEY_BURST: NonZeroU32 = NonZeroU32::new(30).unwrap();
const ADDRESS_BURST: NonZeroU32 = NonZeroU32::new(60).unwrap();
/// After that, one entry in this time: ten a minute of a key, sixty of an address.
const KEY_REFILL: Duration = Duration::from_secs(6);
const ADDRESS_REFILL: Duration = Duration::from_secs(1);
/// How many are remembered before those that are full again are forgotten.
const MAX_REMEMBERED: usize = 10_000;

type Keyed<K, C> =
    RateLimiter<K, HashMapStateStore<K>, C, NoOpMiddleware<<C as governor::clock::Clock>::Instant>>;

/// Who has written how fast.
#[derive(Debug)]
pub(crate) struct Limits<C: Clock = MonotonicClock> {
    clock: C,
    keys: Keyed<[u8; 32], C>,
    addresses: Keyed<[u8; 8], C>,
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
        let addresses = quota(ADDRESS_REFILL, ADDRESS_BURST).unwrap_or(Quota::per_minute(ADDRESS_BURST));
        Self {
            keys: RateLimiter::hashmap_with_clock(keys, clock.clone()),
            addresses: RateLimiter::hashmap_with_clock(addresses, clock.clone()),
            clock,
        }
    }

    /// Counts one entry of an enrolled key whose signature holds; a stranger cannot use up somebody else's allowance.
    ///
    /// # Errors
    /// `TOO_FAST`, with when to come back.
    pub(super) fn take(&self, key: &PublicKey) -> Result<(), ApiError> {
        take(&self.keys, key.as_bytes(), &self.clock)
    }

    /// Counts something that came from nobody who is enrolled.
    ///
    /// # Errors
    /// `TOO_FAST`, with when to come back.
    pub(super) fn take_from(&self, address: IpAddr) -> Result<(), ApiError> {
        take(&self.addresses, &network(address), &self.clock)
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

/// What is limited together: an address of version 4, of version 6 what one subscriber has, the first half.
fn network(address: IpAddr) -> [u8; 8] {
    match address.to_canonical() {
        IpAddr::V4(address) => u64::from(address.to_bits()).to_be_bytes(),
        IpAddr::V6(address) => address.octets().first_chunk().copied().unwrap_or_default(),
    }
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

    #[test]
    fn an_address_is_one_subscriber() {
        let limits = Limits::by(FakeRelativeClock::default());
        let at = |text: &str| text.parse::<IpAddr>().unwrap();
        for _ in 0..60 {
            assert!(limits.take_from(at("2001:db8:1:1::1")).is_ok());
        }
        for (address, refused) in [
            ("2001:db8:1:1:ffff::2", true),
            ("2001:db8:1:2::1", false),
            ("203.0.113.1", false),
            ("::ffff:203.0.113.2", false),
        ] {
            assert_eq!(limits.take_from(at(address)).is_err(), refused, "{address}");
        }
    }

    #[test]
    fn who_is_full_again_is_forgotten() {
        let clock = FakeRelativeClock::default();
        let limits = Limits::by(clock.clone());
        for number in 0..u32::try_from(MAX_REMEMBERED).unwrap() {
            assert!(limits.take_from(IpAddr::from(number.to_be_bytes())).is_ok());
        }
        clock.advance(Duration::from_mins(1));
        assert!(limits.take_from(IpAddr::from([255; 4])).is_ok());
        assert_eq!(limits.addresses.len(), 1);
    }
}
