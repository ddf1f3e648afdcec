//! How fast one key may write. The limit is by key, never by estate, so that a busy evening keeps nobody from voting.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use yishi_protocol::id::PublicKey;

use super::error::ApiError;

/// Entries a key may send at once.
const BURST: u64 = 30;
/// After that, one entry in this time: ten a minute.
const REFILL_MS: u64 = 6000;
/// How many keys are remembered before those that are full again are forgotten.
const MAX_KEYS: usize = 10_000;

/// When each key would be full again, in milliseconds since 1970.
#[derive(Debug, Default)]
pub(crate) struct Limits {
    full_at: Mutex<BTreeMap<PublicKey, u64>>,
}

impl Limits {
    /// Counts one entry of a key whose signature holds; a stranger cannot use up somebody else's allowance.
    pub(super) fn take(&self, key: &PublicKey, now_ms: u64) -> Result<(), ApiError> {
        let mut full_at = self.full_at.lock().unwrap_or_else(PoisonError::into_inner);
        if full_at.len() >= MAX_KEYS {
            full_at.retain(|_, at_ms| *at_ms > now_ms);
        }
        let at_ms = full_at.get(key).copied().unwrap_or_default().max(now_ms) + REFILL_MS;
        let over_ms = (at_ms - now_ms).saturating_sub(BURST * REFILL_MS);
        if over_ms > 0 {
            return Err(ApiError::TooFast { retry_after_s: over_ms.div_ceil(1000) });
        }
        full_at.insert(*key, at_ms);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_sends_thirty_at_once_and_then_ten_a_minute() {
        let limits = Limits::default();
        let (key, other) = (PublicKey::from_bytes([1; 32]), PublicKey::from_bytes([2; 32]));
        for _ in 0..30 {
            assert!(limits.take(&key, 1_000_000).is_ok());
        }
        let refused = limits.take(&key, 1_000_000);
        assert!(matches!(refused, Err(ApiError::TooFast { retry_after_s: 6 })));
        assert!(limits.take(&other, 1_000_000).is_ok());
        assert!(limits.take(&key, 1_006_000).is_ok());
        assert!(limits.take(&key, 1_006_000).is_err());
    }
}
