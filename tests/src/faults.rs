//! Stores and locks that fail when told to, in pairs: before and after the thing was done.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use async_trait::async_trait;
use yishi_protocol::blob::Blob;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{BlobId, EntryId, EstateId};
use yishi_server::lock::CheckpointLock;
use yishi_server::store::{Append, LogStore, StoreError};

/// What happens to the next write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Fault {
    /// It works.
    None = 0,
    /// It fails and nothing was kept.
    FailsAndNothingIsKept = 1,
    /// It fails although everything was kept.
    FailsButAllIsKept = 2,
    /// It fails, and so does every read after it.
    EverythingFails = 3,
}

/// A store or lock around another one.
#[derive(Debug)]
pub struct Faulty<T> {
    inner: T,
    fault: AtomicU8,
}

impl<T> Faulty<T> {
    /// Works until told otherwise.
    pub fn new(inner: T) -> Arc<Self> {
        Arc::new(Self { inner, fault: AtomicU8::new(0) })
    }

    /// Sets what happens from now on.
    pub fn set(&self, fault: Fault) {
        // A fault is its own number.
        self.fault.store(fault as u8, Ordering::SeqCst);
    }

    fn is(&self, fault: Fault) -> bool {
        self.fault.load(Ordering::SeqCst) == fault as u8
    }

    fn fails(&self) -> Result<(), StoreError> {
        if self.is(Fault::EverythingFails) { Err(failure()) } else { Ok(()) }
    }
}

fn failure() -> StoreError {
    StoreError::Unavailable("the disk is on fire".into())
}

#[async_trait]
impl<T: LogStore> LogStore for Faulty<T> {
    async fn estates(&self) -> Result<Vec<EstateId>, StoreError> {
        self.fails()?;
        self.inner.estates().await
    }

    async fn append(&self, batch: &[Append]) -> Result<(), StoreError> {
        if self.is(Fault::FailsAndNothingIsKept) || self.is(Fault::EverythingFails) {
            return Err(failure());
        }
        self.inner.append(batch).await?;
        if self.is(Fault::FailsButAllIsKept) { Err(failure()) } else { Ok(()) }
    }

    async fn leaves(&self, estate: &EstateId, from: u64, limit: u32) -> Result<Vec<Vec<u8>>, StoreError> {
        self.fails()?;
        self.inner.leaves(estate, from, limit).await
    }

    async fn index_of(&self, estate: &EstateId, entry: &EntryId) -> Result<Option<u64>, StoreError> {
        self.fails()?;
        self.inner.index_of(estate, entry).await
    }

    async fn blobs(&self, estate: &EstateId, ids: &[BlobId]) -> Result<Vec<Blob>, StoreError> {
        self.fails()?;
        self.inner.blobs(estate, ids).await
    }

    async fn ping(&self) -> Result<(), StoreError> {
        self.fails()
    }
}

#[async_trait]
impl<T: CheckpointLock> CheckpointLock for Faulty<T> {
    async fn load(&self, estate: &EstateId) -> Result<Option<Checkpoint>, StoreError> {
        self.fails()?;
        self.inner.load(estate).await
    }

    async fn advance(&self, to: &Checkpoint, note: &str) -> Result<(), StoreError> {
        if self.is(Fault::FailsAndNothingIsKept) || self.is(Fault::EverythingFails) {
            return Err(failure());
        }
        self.inner.advance(to, note).await?;
        if self.is(Fault::FailsButAllIsKept) { Err(failure()) } else { Ok(()) }
    }
}
