//! Stores and locks that fail when told to, in pairs: before and after the thing was done.

use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use tokio::sync::oneshot;
use yishi_protocol::blob::Blob;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{BlobId, EntryId, EstateId};
use yishi_server::lock::{CheckpointLock, Head, Split};
use yishi_server::store::{Append, LogStore, MemoryStore, StoreError};

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
    /// Nothing is erased; all else works.
    ErasesNothing = 4,
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

    async fn erase(&self, estate: &EstateId, ids: &[BlobId]) -> Result<u64, StoreError> {
        self.fails()?;
        if self.is(Fault::ErasesNothing) { Err(failure()) } else { self.inner.erase(estate, ids).await }
    }

    async fn ping(&self) -> Result<(), StoreError> {
        self.fails()
    }
}

#[async_trait]
impl<T: CheckpointLock> CheckpointLock for Faulty<T> {
    async fn load(&self, estate: &EstateId) -> Result<Option<Head>, StoreError> {
        self.fails()?;
        self.inner.load(estate).await
    }

    async fn swap(&self, from: Option<&Checkpoint>, to: &Head) -> Result<(), StoreError> {
        if self.is(Fault::FailsAndNothingIsKept) || self.is(Fault::EverythingFails) {
            return Err(failure());
        }
        self.inner.swap(from, to).await?;
        if self.is(Fault::FailsButAllIsKept) { Err(failure()) } else { Ok(()) }
    }

    async fn keep_split(&self, split: &Split) -> Result<(), StoreError> {
        self.fails()?;
        self.inner.keep_split(split).await
    }

    async fn splits(&self, estate: &EstateId) -> Result<Vec<Split>, StoreError> {
        self.fails()?;
        self.inner.splits(estate).await
    }
}

/// A lock whose next swap stops before it happens, as a process does that is suspended there.
#[derive(Debug)]
pub struct Suspended<T> {
    inner: Arc<T>,
    suspend: Stop,
    leaves: Stop,
}

/// Where something stops once: who hears that it has, and who lets it go on.
type Stop = Mutex<Option<(oneshot::Sender<()>, oneshot::Receiver<()>)>>;

async fn wait(stop: &Stop) {
    let stop = stop.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some((reached, go)) = stop {
        // Whoever waits at the other ends may have given up.
        if reached.send(()).is_ok() {
            go.await.unwrap_or_default();
        }
    }
}

fn stop_at(stop: &Stop) -> (oneshot::Receiver<()>, oneshot::Sender<()>) {
    let ((reached, there), (go, gone_on)) = (oneshot::channel(), oneshot::channel());
    *stop.lock().unwrap_or_else(PoisonError::into_inner) = Some((reached, gone_on));
    (there, go)
}

impl<T> Suspended<T> {
    /// Works until it is told to suspend.
    pub fn new(inner: Arc<T>) -> Arc<Self> {
        Arc::new(Self { inner, suspend: Mutex::default(), leaves: Mutex::default() })
    }

    /// Suspends the next swap of a lock, or the next time that a store is asked for blobs. The first end hears when it is there, the second one lets it go on.
    pub fn suspend(&self) -> (oneshot::Receiver<()>, oneshot::Sender<()>) {
        stop_at(&self.suspend)
    }

    /// The same for the next time that a store is asked for leaves.
    pub fn suspend_leaves(&self) -> (oneshot::Receiver<()>, oneshot::Sender<()>) {
        stop_at(&self.leaves)
    }
}

#[async_trait]
impl<T: CheckpointLock> CheckpointLock for Suspended<T> {
    async fn load(&self, estate: &EstateId) -> Result<Option<Head>, StoreError> {
        self.inner.load(estate).await
    }

    async fn swap(&self, from: Option<&Checkpoint>, to: &Head) -> Result<(), StoreError> {
        wait(&self.suspend).await;
        self.inner.swap(from, to).await
    }

    async fn keep_split(&self, split: &Split) -> Result<(), StoreError> {
        self.inner.keep_split(split).await
    }

    async fn splits(&self, estate: &EstateId) -> Result<Vec<Split>, StoreError> {
        self.inner.splits(estate).await
    }
}

#[async_trait]
impl<T: LogStore> LogStore for Suspended<T> {
    async fn estates(&self) -> Result<Vec<EstateId>, StoreError> {
        self.inner.estates().await
    }

    async fn append(&self, batch: &[Append]) -> Result<(), StoreError> {
        self.inner.append(batch).await
    }

    async fn leaves(&self, estate: &EstateId, from: u64, limit: u32) -> Result<Vec<Vec<u8>>, StoreError> {
        wait(&self.leaves).await;
        self.inner.leaves(estate, from, limit).await
    }

    async fn index_of(&self, estate: &EstateId, entry: &EntryId) -> Result<Option<u64>, StoreError> {
        self.inner.index_of(estate, entry).await
    }

    async fn blobs(&self, estate: &EstateId, ids: &[BlobId]) -> Result<Vec<Blob>, StoreError> {
        wait(&self.suspend).await;
        self.inner.blobs(estate, ids).await
    }

    async fn erase(&self, estate: &EstateId, ids: &[BlobId]) -> Result<u64, StoreError> {
        self.inner.erase(estate, ids).await
    }

    async fn ping(&self) -> Result<(), StoreError> {
        self.inner.ping().await
    }
}

/// A store, in memory if nobody says, that counts what is asked of it.
#[derive(Debug, Default)]
pub struct Counted<T = MemoryStore> {
    inner: T,
    calls: AtomicUsize,
    blobs: AtomicUsize,
    leaves: AtomicUsize,
    places: AtomicUsize,
}

impl<T> Counted<T> {
    /// Counts what is asked of a store.
    pub fn of(inner: T) -> Arc<Self> {
        let (calls, blobs, leaves, places) = Default::default();
        Arc::new(Self { inner, calls, blobs, leaves, places })
    }

    /// How many leaves it has given.
    pub fn leaves_read(&self) -> usize {
        self.leaves.load(Ordering::SeqCst)
    }

    /// How many places of entries it has looked for.
    pub fn places_sought(&self) -> usize {
        self.places.load(Ordering::SeqCst)
    }

    /// How often it was asked for blobs, and for how many.
    pub fn asked(&self) -> (usize, usize) {
        (self.calls.load(Ordering::SeqCst), self.blobs.load(Ordering::SeqCst))
    }
}

#[async_trait]
impl<T: LogStore> LogStore for Counted<T> {
    async fn estates(&self) -> Result<Vec<EstateId>, StoreError> {
        self.inner.estates().await
    }

    async fn append(&self, batch: &[Append]) -> Result<(), StoreError> {
        self.inner.append(batch).await
    }

    async fn leaves(&self, estate: &EstateId, from: u64, limit: u32) -> Result<Vec<Vec<u8>>, StoreError> {
        let leaves = self.inner.leaves(estate, from, limit).await?;
        self.leaves.fetch_add(leaves.len(), Ordering::SeqCst);
        Ok(leaves)
    }

    async fn index_of(&self, estate: &EstateId, entry: &EntryId) -> Result<Option<u64>, StoreError> {
        self.places.fetch_add(1, Ordering::SeqCst);
        self.inner.index_of(estate, entry).await
    }

    async fn blobs(&self, estate: &EstateId, ids: &[BlobId]) -> Result<Vec<Blob>, StoreError> {
        self.calls.fetch_add(1, Ordering::SeqCst);
        self.blobs.fetch_add(ids.len(), Ordering::SeqCst);
        self.inner.blobs(estate, ids).await
    }

    async fn erase(&self, estate: &EstateId, ids: &[BlobId]) -> Result<u64, StoreError> {
        self.inner.erase(estate, ids).await
    }

    async fn ping(&self) -> Result<(), StoreError> {
        self.inner.ping().await
    }
}
