//! What an answer shows beside what it states: entries and blobs, each once, however often they are named.
//!
//! Whether a reader may see a blob is decided where it is named, before it comes here; nothing is shown because it exists.

use std::collections::BTreeMap;

use yishi_protocol::blob::Blob;
use yishi_protocol::id::{BlobId, EntryId};
use yishi_protocol::log::LogEntry;
use yishi_protocol::view::Answer;
use yishi_protocol::wire::Proven;

use super::desk::Desk;
use super::error::ApiError;

/// The entries and blobs of an answer that is being made.
#[derive(Debug, Default)]
pub(super) struct Showing {
    blobs: BTreeMap<BlobId, Blob>,
    entries: BTreeMap<EntryId, Proven>,
}

impl Showing {
    /// Shows an entry that State names.
    pub(super) async fn entry(&mut self, desk: &Desk, id: &EntryId) -> Result<EntryId, ApiError> {
        if !self.entries.contains_key(id) {
            self.entries.insert(*id, desk.known(id).await?);
        }
        Ok(*id)
    }

    /// Shows the entry at a place.
    pub(super) async fn at(&mut self, desk: &Desk, index: u64) -> Result<EntryId, ApiError> {
        let proven = desk.proven_at(index).await?;
        let id = proven.id()?;
        self.entries.insert(id, proven);
        Ok(id)
    }

    /// Shows the entry at a place, and reads it.
    pub(super) async fn entry_at(&mut self, desk: &Desk, index: u64) -> Result<LogEntry, ApiError> {
        let proven = desk.proven_at(index).await?;
        let entry = LogEntry::from_leaf(index, &proven.leaf.0).map_err(|_| ApiError::Unavailable)?;
        self.entries.insert(entry.entry.id(), proven);
        Ok(entry)
    }

    /// Shows a blob, if it is at hand, to a reader who may see it.
    pub(super) async fn blob(&mut self, desk: &Desk, id: &BlobId) -> Result<(), ApiError> {
        if !self.blobs.contains_key(id) {
            self.all(desk.blob(id).await?);
        }
        Ok(())
    }

    /// Shows blobs to a reader who may see them.
    pub(super) fn all(&mut self, blobs: impl IntoIterator<Item = Blob>) {
        self.blobs.extend(blobs.into_iter().map(|blob| (blob.id(), blob)));
    }

    /// The answer that states this and shows what was gathered.
    pub(super) fn answer<T>(self, desk: &Desk, stated: T) -> Answer<T> {
        let (blobs, entries) = (self.blobs.into_values().collect(), self.entries.into_values().collect());
        Answer { blobs, checkpoint: desk.note(), entries, stated }
    }
}
