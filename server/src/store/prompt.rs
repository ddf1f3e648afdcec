//! A store and its lock that answer soon or not at all, for readers who hold others up while they wait. Each question has its own
//! time, so that who has much to read goes on as long as something comes.

use std::time::Duration;

use async_trait::async_trait;
use tokio::time::timeout;
use yishi_protocol::blob::Blob;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{BlobId, EntryId, EstateId};

use super::{Append, LogStore, StoreError};
use crate::lock::{CheckpointLock, Head, Split};

/// How long one question may take. A page of leaves takes milliseconds.
pub(crate) const ANSWERS: Duration = Duration::from_secs(2);

/// Whoever keeps something, asked by somebody who does not wait for long.
#[derive(Debug)]
pub(crate) struct Prompt<'a, T: ?Sized>(pub(crate) &'a T);

/// # Errors
/// `Unavailable` when the time is over. Whether something was written by then is unknown.
async fn soon<T>(answer: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
    timeout(ANSWERS, answer).await.unwrap_or_else(|_| Err(silent()))
}

/// That something does not answer.
pub(crate) fn silent() -> StoreError {
    StoreError::Unavailable("no answer in time".into())
}

#[async_trait]
impl<T: LogStore + ?Sized> LogStore for Prompt<'_, T> {
    async fn estates(&self) -> Result<Vec<EstateId>, StoreError> {
        soon(self.0.estates()).await
    }

    async fn append(&self, batch: &[Append]) -> Result<(), StoreError> {
        soon(self.0.append(batch)).await
    }

    async fn leaves(&self, estate: &EstateId, from: u64, limit: u32) -> Result<Vec<Vec<u8>>, StoreError> {
        soon(self.0.leaves(estate, from, limit)).await
    }

    async fn index_of(&self, estate: &EstateId, entry: &EntryId) -> Result<Option<u64>, StoreError> {
        soon(self.0.index_of(estate, entry)).await
    }

    async fn blobs(&self, estate: &EstateId, ids: &[BlobId]) -> Result<Vec<Blob>, StoreError> {
        soon(self.0.blobs(estate, ids)).await
    }

    async fn erase(&self, estate: &EstateId, ids: &[BlobId]) -> Result<u64, StoreError> {
        soon(self.0.erase(estate, ids)).await
    }

    async fn ping(&self) -> Result<(), StoreError> {
        soon(self.0.ping()).await
    }
}

#[async_trait]
impl<T: CheckpointLock + ?Sized> CheckpointLock for Prompt<'_, T> {
    async fn load(&self, estate: &EstateId) -> Result<Option<Head>, StoreError> {
        soon(self.0.load(estate)).await
    }

    async fn swap(&self, from: Option<&Checkpoint>, to: &Head) -> Result<(), StoreError> {
        soon(self.0.swap(from, to)).await
    }

    async fn keep_split(&self, split: &Split) -> Result<(), StoreError> {
        soon(self.0.keep_split(split)).await
    }

    async fn splits(&self, estate: &EstateId) -> Result<Vec<Split>, StoreError> {
        soon(self.0.splits(estate)).await
    }
}
