//! A store in memory, for tests and trials. It forgets everything when it is dropped.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use yishi_protocol::blob::Blob;
use yishi_protocol::id::{BlobId, EntryId, EstateId};

use super::{Append, LogStore, StoreError};

#[derive(Clone, Debug, Default)]
struct EstateRows {
    leaves: Vec<Vec<u8>>,
    places: BTreeMap<EntryId, u64>,
    blobs: BTreeMap<BlobId, Blob>,
}

/// Keeps logs and blobs in memory.
#[derive(Debug, Default)]
pub struct MemoryStore {
    rows: Mutex<BTreeMap<EstateId, EstateRows>>,
}

impl MemoryStore {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    fn rows(&self) -> MutexGuard<'_, BTreeMap<EstateId, EstateRows>> {
        // Nothing between lock and unlock can panic halfway through a change: changes are made on a copy.
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl LogStore for MemoryStore {
    async fn estates(&self) -> Result<Vec<EstateId>, StoreError> {
        Ok(self.rows().keys().copied().collect())
    }

    async fn append(&self, batch: &[Append]) -> Result<(), StoreError> {
        let mut rows = self.rows();
        let mut changed = rows.clone();
        for append in batch {
            let estate = changed.entry(append.estate).or_default();
            for (entry, place) in append.entries.iter().zip(append.first..) {
                let free = u64::try_from(estate.leaves.len()).is_ok_and(|size| size == place);
                if !free || estate.places.insert(entry.entry_id, place).is_some() {
                    return Err(StoreError::Conflict);
                }
                estate.leaves.push(entry.leaf.clone());
                for blob in &entry.blobs {
                    estate.blobs.entry(blob.id()).or_insert_with(|| blob.clone());
                }
            }
        }
        *rows = changed;
        Ok(())
    }

    async fn leaves(&self, estate: &EstateId, from: u64, limit: u32) -> Result<Vec<Vec<u8>>, StoreError> {
        let rows = self.rows();
        let leaves = rows.get(estate).map(|rows| rows.leaves.as_slice()).unwrap_or_default();
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        Ok(leaves.iter().skip(from).take(limit).cloned().collect())
    }

    async fn index_of(&self, estate: &EstateId, entry: &EntryId) -> Result<Option<u64>, StoreError> {
        Ok(self.rows().get(estate).and_then(|rows| rows.places.get(entry).copied()))
    }

    async fn blobs(&self, estate: &EstateId, ids: &[BlobId]) -> Result<Vec<Blob>, StoreError> {
        let rows = self.rows();
        let Some(rows) = rows.get(estate) else { return Ok(Vec::new()) };
        Ok(ids.iter().filter_map(|id| rows.blobs.get(id)).cloned().collect())
    }

    async fn erase(&self, estate: &EstateId, ids: &[BlobId]) -> Result<u64, StoreError> {
        let mut rows = self.rows();
        let Some(rows) = rows.get_mut(estate) else { return Ok(0) };
        let gone = ids.iter().filter(|id| rows.blobs.remove(id).is_some()).count();
        Ok(u64::try_from(gone).unwrap_or(u64::MAX))
    }

    async fn ping(&self) -> Result<(), StoreError> {
        Ok(())
    }
}
