//! A log that no store keeps yet.

use yishi_protocol::SigningKey;
use yishi_protocol::blob::{Blob, Evidence};
use yishi_protocol::body::Body;
use yishi_protocol::envelope::Unsigned;
use yishi_protocol::id::{EntryId, EstateId};
use yishi_protocol::log::Log;
use yishi_protocol::rejection::Rejection;
use yishi_protocol::signature::public_key;
use yishi_protocol::verify;

use super::Acts;
use crate::store::{Append, LogStore, NewEntry, StoreError};

/// Entries that are written at once.
const BATCH: usize = 256;

/// A log as it is told: every act is signed with its author's key, judged by the rule book, and held for a store.
#[derive(Clone, Debug, Default)]
pub struct NewLog {
    /// The log so far.
    pub log: Log,
    /// Every blob so far.
    pub evidence: Evidence,
    /// What a store will keep.
    pub entries: Vec<NewEntry>,
    /// The clock, in milliseconds since 1970.
    pub now_ms: u64,
}

impl NewLog {
    /// An empty log at a moment, in milliseconds since 1970.
    pub fn at(now_ms: u64) -> Self {
        Self { now_ms, ..Self::default() }
    }

    /// The estate's id; zero before it is founded.
    pub fn estate(&self) -> EstateId {
        self.log.state().estate().map_or(EstateId::ZERO, |estate| estate.id)
    }

    /// Signs and lets in.
    ///
    /// # Errors
    /// What the rules refuse; the log is then as it was.
    pub fn say(
        &mut self,
        key: &SigningKey,
        body: impl Into<Body>,
        blobs: Vec<Blob>,
    ) -> Result<EntryId, Rejection> {
        let last_seq = self.log.state().key(&public_key(key)).and_then(|key| key.last_seq);
        let draft = Unsigned {
            estate: self.estate(),
            seq: last_seq.map_or(0, |last| last.saturating_add(1)),
            view: self.log.view(),
            client_ms: self.now_ms,
            body: body.into(),
        };
        let entry = verify(&draft.sign(key)?)?;
        for blob in &blobs {
            self.evidence.insert(blob.clone());
        }
        let entry = self.log.accept(entry, self.now_ms, &self.evidence)?;
        let entry_id = entry.entry.id();
        self.entries.push(NewEntry { entry_id, leaf: entry.leaf(), leaf_hash: entry.leaf_hash(), blobs });
        Ok(entry_id)
    }

    /// Lets acts in, in their order. Returns the entry of each.
    ///
    /// # Errors
    /// The first that the rules refuse; those before it are in.
    pub fn tell(&mut self, acts: Acts) -> Result<Vec<EntryId>, Rejection> {
        let mut told = Vec::new();
        for act in acts {
            let (by, body, blobs) = act.said(self.log.state(), &told);
            told.push(self.say(&by, body, blobs)?);
        }
        Ok(told)
    }

    /// Keeps it in a store that has nothing of this estate. Up to 256 entries are kept all or not at all.
    ///
    /// # Errors
    /// What the store answers.
    pub async fn keep(&self, store: &dyn LogStore) -> Result<(), StoreError> {
        let (estate, mut first) = (self.estate(), 0);
        for entries in self.entries.chunks(BATCH) {
            let count = u64::try_from(entries.len()).unwrap_or(u64::MAX);
            store.append(&[Append { estate, first, entries: entries.to_vec() }]).await?;
            first = first.saturating_add(count);
        }
        Ok(())
    }
}
