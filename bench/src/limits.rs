//! The limits that figures are held against, taken in the same run on the same machine.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use ed25519_dalek::{Signature, VerifyingKey};
use yishi_protocol::envelope::SIGNATURE_LEN;
use yishi_server::store::{Append, LogStore};

use crate::office::BATCH;
use crate::table::float;
use crate::voters::Cast;

/// How many of a measurement's repetitions there are; the middle one counts.
const REPEATS: usize = 5;
/// Entries committed one by one until the write-ahead log has its full length and is only overwritten.
const SINGLES_BEFORE: usize = 4_000;
/// Entries committed one by one then.
const SINGLES: usize = 500;

/// Signatures with their keys decoded, so that nothing is left to do but to check them.
#[derive(Debug)]
pub(crate) struct Signatures(Vec<(VerifyingKey, Vec<u8>, Signature)>);

impl Signatures {
    /// The signatures of some ballots.
    ///
    /// # Errors
    /// If one of their keys is none.
    pub(crate) fn of(casts: &[Cast]) -> Result<Self> {
        let decode = |cast: &Cast| {
            let key = VerifyingKey::from_bytes(cast.entry.author().as_bytes())?;
            let bytes = cast.entry.bytes();
            let (signed, signature) = bytes.split_at(bytes.len().saturating_sub(SIGNATURE_LEN));
            Ok((key, signed.to_vec(), Signature::from_slice(signature)?))
        };
        casts.iter().map(decode).collect::<Result<_>>().map(Self)
    }

    /// How many of them one core checks in a second with `verify_strict` and does nothing else.
    ///
    /// # Errors
    /// If one does not hold.
    pub(crate) fn rate(&self) -> Result<f64> {
        let check = || {
            let start = Instant::now();
            for (key, signed, signature) in &self.0 {
                key.verify_strict(signed, signature).context("a made-up signature")?;
            }
            Ok(float(self.0.len()) / start.elapsed().as_secs_f64())
        };
        Ok(middle((0..REPEATS).map(|_| check()).collect::<Result<Vec<f64>>>()?))
    }
}

/// The middle one.
pub(crate) fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// How many ballots a second the store keeps, with their blobs, in transactions of 256 and with nobody else around.
///
/// # Errors
/// If the store fails.
pub(crate) async fn insert_rate(store: &dyn LogStore, casts: &[Cast]) -> Result<f64> {
    let mut batches = Vec::new();
    let mut first = 0;
    for casts in casts.chunks(BATCH) {
        let entries: Vec<_> = casts.iter().zip(first..).map(|(cast, index)| cast.placed(index, 0)).collect();
        let estate = casts[0].entry.estate();
        batches.push(Append { estate, first, entries });
        first += u64::try_from(casts.len())?;
    }
    let start = Instant::now();
    for batch in &batches {
        store.append(std::slice::from_ref(batch)).await?;
    }
    Ok(float(casts.len()) / start.elapsed().as_secs_f64())
}

/// How long the store takes to keep one ballot in a transaction of its own; the middle of many.
///
/// # Errors
/// If the store fails.
pub(crate) async fn commit_time(store: &dyn LogStore, casts: &[Cast]) -> Result<Duration> {
    let mut times = Vec::new();
    for (cast, first) in casts.iter().take(SINGLES_BEFORE + SINGLES).zip(0..) {
        let append = Append { estate: cast.entry.estate(), first, entries: vec![cast.placed(first, 0)] };
        let start = Instant::now();
        store.append(&[append]).await?;
        times.push(start.elapsed().as_secs_f64());
    }
    Ok(Duration::from_secs_f64(middle(times.split_off(SINGLES_BEFORE.min(times.len())))))
}
