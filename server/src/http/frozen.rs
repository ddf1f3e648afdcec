//! One estate's log while a request is answered: its State, its proofs, its blobs.

use std::sync::Arc;

use axum::http::HeaderMap;
use axum::response::Response;
use yishi_protocol::Strict;
use yishi_protocol::admit::evidence_blobs;
use yishi_protocol::blob::{Blob, Evidence};
use yishi_protocol::checkpoint::SignedHead;
use yishi_protocol::envelope::{Entry, Verified};
use yishi_protocol::id::{AgendaId, BlobId, EntryId, Hash};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::state::State;
use yishi_protocol::tiles::Tile;
use yishi_protocol::wire::Proven;

use super::App;
use super::answer::{has, tag, unchanged};
use super::error::ApiError;
use super::reader::estate;
use crate::estates::Estate;
use crate::published::Published;
use crate::store::LogStore;

/// A log that was published: every proof of an answer leads to the same checkpoint, and nobody waits for the answer.
pub(super) struct Frozen {
    pub(super) estate: Arc<Estate>,
    pub(super) now_ms: u64,
    published: Arc<Published>,
    store: Arc<dyn LogStore>,
}

impl Frozen {
    pub(super) async fn open(app: &App, estate_id: &str) -> Result<Self, ApiError> {
        let estate = estate(app, estate_id).await?;
        let published = estate.read(&*app.store, &*app.lock).await?;
        Ok(Self { estate, now_ms: app.now_ms()?, published, store: Arc::clone(&app.store) })
    }

    pub(super) fn state(&self) -> &State {
        self.published.log.state()
    }

    /// Why an entry with a number that was used is refused.
    pub(super) fn refusal(&self, entry: &Verified<Entry>) -> Rejection {
        let received_ms = self.now_ms.max(self.state().last_received_ms());
        let judged = self.published.log.judge(entry.clone(), received_ms);
        judged.err().unwrap_or_else(|| Code::SeqReused.into())
    }

    pub(super) fn note(&self) -> String {
        self.published.note.clone()
    }

    /// The checkpoint that its key has signed.
    pub(super) fn signed_head(&self) -> Result<SignedHead, ApiError> {
        let key = self.state().estate().ok_or(ApiError::Unavailable)?.log_key;
        SignedHead::open(&self.published.note, &self.estate.id, &key).map_err(|_| ApiError::Unavailable)
    }

    pub(super) fn signed_size(&self) -> u64 {
        self.published.signed_size
    }

    /// The proof that a log of that size begins the signed one.
    pub(super) fn consistency_proof(&self, since: u64) -> Option<Vec<Hash>> {
        self.published.log.tree().consistency_proof(since, self.published.signed_size)
    }

    /// A tile of the signed tree.
    pub(super) fn tile(&self, tile: Tile, level: u32) -> Option<Vec<u8>> {
        tile.hashes(level, self.published.log.tree(), self.published.signed_size)
    }

    pub(super) fn tag(&self) -> String {
        tag(self.published.signed_size, self.now_ms)
    }

    /// The short answer for an asker who has this one.
    pub(super) fn unchanged(&self, headers: &HeaderMap) -> Option<Response> {
        let tag = self.tag();
        has(headers, &tag).then(|| unchanged(&tag))
    }

    pub(super) async fn proven_at(&self, index: u64) -> Result<Proven, ApiError> {
        let leaf = self.store.leaves(&self.estate.id, index, 1).await?.pop().ok_or(ApiError::Unavailable)?;
        self.published.prove(index, leaf).ok_or(ApiError::Unavailable)
    }

    pub(super) async fn proven(&self, entry: &EntryId) -> Result<Option<Proven>, ApiError> {
        match self.place(entry).await? {
            Some(index) => self.proven_at(index).await.map(Some),
            None => Ok(None),
        }
    }

    /// The place of an entry, if it is there.
    pub(super) async fn place(&self, entry: &EntryId) -> Result<Option<u64>, ApiError> {
        Ok(self.store.index_of(&self.estate.id, entry).await?)
    }

    /// The place of an entry that State names, so that it must be there.
    pub(super) async fn index(&self, entry: &EntryId) -> Result<u64, ApiError> {
        self.place(entry).await?.ok_or(ApiError::Unavailable)
    }

    /// An entry that State names, so that it must be there.
    pub(super) async fn known(&self, entry: &EntryId) -> Result<Proven, ApiError> {
        self.proven(entry).await?.ok_or(ApiError::Unavailable)
    }

    pub(super) async fn blob(&self, id: &BlobId) -> Result<Option<Blob>, ApiError> {
        Ok(self.at_hand([*id]).await?.remove(id))
    }

    /// Those of the blobs that are at hand; none that was erased, also where the store could not be told so yet.
    pub(super) async fn at_hand(&self, ids: impl IntoIterator<Item = BlobId>) -> Result<Evidence, ApiError> {
        let ids: Vec<BlobId> = ids.into_iter().filter(|id| self.state().erased(id).is_none()).collect();
        Ok(self.store.blobs(&self.estate.id, &ids).await?.into_iter().collect())
    }

    /// What a blob says, if it is at hand.
    pub(super) async fn words<T: Strict>(&self, id: &BlobId) -> Result<Option<T>, ApiError> {
        Ok(self.blob(id).await?.and_then(|blob| blob.open().ok()))
    }

    /// What the count of a vote rests on.
    pub(super) async fn evidence(&self, agenda: &AgendaId) -> Result<Evidence, ApiError> {
        self.at_hand(evidence_blobs(self.state(), agenda)).await
    }
}
