//! What an answer shows beside what it states: entries and blobs, each once, however often they are named. Blobs are noted
//! as the answer is made, and fetched together when it is.
//!
//! Of a blob that was erased the entries are shown that did it, so that nobody has to believe it.
//!
//! Whether a reader may see a blob is decided where it is named, before it comes here; nothing is shown because it exists.

use std::collections::{BTreeMap, BTreeSet};

use yishi_protocol::blob::Blob;
use yishi_protocol::id::{BlobId, EntryId};
use yishi_protocol::log::LogEntry;
use yishi_protocol::view::{ErasedView, Served};
use yishi_protocol::wire::Proven;

use super::error::ApiError;
use super::frozen::Frozen;

/// The entries and blobs of an answer that is being made.
#[derive(Debug, Default)]
pub(super) struct Showing {
    wanted: BTreeSet<BlobId>,
    blobs: BTreeMap<BlobId, Blob>,
    entries: BTreeMap<EntryId, Proven>,
    places: BTreeMap<u64, EntryId>,
}

impl Showing {
    /// Shows an entry that State names.
    pub(super) async fn entry(&mut self, frozen: &Frozen, id: &EntryId) -> Result<EntryId, ApiError> {
        if !self.entries.contains_key(id) {
            self.take(*id, frozen.known(id).await?);
        }
        Ok(*id)
    }

    /// Shows the entry at a place.
    pub(super) async fn at(&mut self, frozen: &Frozen, index: u64) -> Result<EntryId, ApiError> {
        if let Some(id) = self.places.get(&index) {
            return Ok(*id);
        }
        let proven = frozen.proven_at(index).await?;
        let id = proven.id()?;
        self.take(id, proven);
        Ok(id)
    }

    /// Shows an entry that State names, and reads it.
    pub(super) async fn read(&mut self, frozen: &Frozen, id: &EntryId) -> Result<LogEntry, ApiError> {
        self.entry(frozen, id).await?;
        self.as_read(id)
    }

    /// Shows the entry at a place, and reads it.
    pub(super) async fn entry_at(&mut self, frozen: &Frozen, index: u64) -> Result<LogEntry, ApiError> {
        let id = self.at(frozen, index).await?;
        self.as_read(&id)
    }

    fn as_read(&self, id: &EntryId) -> Result<LogEntry, ApiError> {
        let proven = self.entries.get(id).ok_or(ApiError::Unavailable)?;
        LogEntry::from_leaf(proven.index, &proven.leaf.0).map_err(|_| ApiError::Unavailable)
    }

    fn take(&mut self, id: EntryId, proven: Proven) {
        self.places.insert(proven.index, id);
        self.entries.insert(id, proven);
    }

    /// Shows a blob, if it is at hand, to a reader who may see it.
    pub(super) fn blob(&mut self, id: &BlobId) {
        self.wanted.insert(*id);
    }

    /// Shows blobs to a reader who may see them.
    pub(super) fn all(&mut self, blobs: impl IntoIterator<Item = Blob>) {
        self.blobs.extend(blobs.into_iter().map(|blob| (blob.id(), blob)));
    }

    /// The answer that states this and shows what was gathered.
    pub(super) async fn answer<T>(self, frozen: &Frozen, stated: T) -> Result<Served<T>, ApiError> {
        let mut showing = self;
        let mut erased = Vec::new();
        for blob in std::mem::take(&mut showing.wanted) {
            let Some(gone) = frozen.state().erased(&blob).copied() else {
                showing.wanted.insert(blob);
                continue;
            };
            let act = showing.entry(frozen, &gone.entry).await?;
            let in_force = showing.at(frozen, gone.index).await?;
            erased.push(ErasedView { act, blob, confirmed: Some(in_force).filter(|entry| *entry != act) });
        }
        let Self { wanted, mut blobs, entries, .. } = showing;
        let missing: Vec<BlobId> = wanted.into_iter().filter(|id| !blobs.contains_key(id)).collect();
        if !missing.is_empty() {
            let fetched = frozen.at_hand(missing).await?;
            blobs.extend(fetched.into_iter().map(|blob| (blob.id(), blob)));
        }
        let (blobs, entries) = (blobs.into_values().collect(), entries.into_values().collect());
        Ok(Served { blobs, checkpoint: frozen.note(), entries, erased, stated })
    }
}
