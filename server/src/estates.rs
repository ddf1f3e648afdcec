//! The estates in memory: what each log means, and the checkpoint that is signed over it.

use std::collections::BTreeMap;
use std::sync::Arc;

use tokio::sync::RwLock;
use yishi_protocol::SigningKey;
use yishi_protocol::blob::Evidence;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::EstateId;
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::signature::public_key;
use yishi_protocol::wire::{Base64Bytes, Proven, Receipt};

use crate::lock::CheckpointLock;
use crate::store::{LogStore, StoreError};

/// How many leaves are read from the store at once.
const PAGE: u32 = 1000;

/// Why an estate cannot be served.
#[derive(Debug)]
pub enum OpenError {
    /// The store or the lock does not answer, or holds what it never wrote.
    Store(StoreError),
    /// The log is shorter than what was signed: the database was restored from an older copy.
    BehindLock {
        /// Entries in the log.
        have: u64,
        /// Entries in the newest signed checkpoint.
        signed: u64,
    },
    /// The log has another history than what was signed.
    OtherHistory,
    /// An entry of the log is refused by its own rules.
    Entry {
        /// Its place.
        index: u64,
        /// Why.
        rejection: yishi_protocol::rejection::Rejection,
    },
    /// The key in hand is not the log's.
    WrongKey,
}

impl std::fmt::Display for OpenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            OpenError::Store(error) => write!(f, "{error}"),
            OpenError::BehindLock { have, signed } => write!(
                f,
                "the log has {have} entries but {signed} were signed: the database was restored from an older copy. \
                 Restore the newest one; a log that was signed must not be shortened"
            ),
            OpenError::OtherHistory => f.write_str(
                "the log has another history than the one that was signed: the database belongs to another lock.db, \
                 or was changed",
            ),
            OpenError::Entry { index, rejection } => write!(f, "entry {index} of the log is refused: {rejection}"),
            OpenError::WrongKey => f.write_str("log.key is not the key of this estate's log"),
        }
    }
}

impl std::error::Error for OpenError {}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        OpenError::Store(error)
    }
}

/// A log and the note over it. Both change under one lock.
#[derive(Debug)]
pub struct Published {
    /// What the log means.
    pub log: Log,
    /// The signed checkpoint.
    pub note: String,
    /// How many entries the checkpoint covers: all of them, unless the lock could not be moved.
    pub signed_size: u64,
    /// Whether the log in memory may not be the one in the store, so that it must be read again before anything is
    /// written.
    pub(crate) stale: bool,
}

impl Published {
    /// A leaf of the log with its proof under the checkpoint. `None` if the log has no such entry.
    pub fn prove(&self, index: u64, leaf: Vec<u8>) -> Option<Proven> {
        let proof = self.log.tree().inclusion_proof(index, self.signed_size)?;
        Some(Proven { index, leaf: Base64Bytes(leaf), proof })
    }

    /// [`Published::prove`] with the checkpoint.
    pub fn receipt(&self, index: u64, leaf: Vec<u8>) -> Option<Receipt> {
        Some(Receipt { checkpoint: self.note.clone(), proven: self.prove(index, leaf)? })
    }
}

/// One estate.
#[derive(Debug)]
pub struct Estate {
    /// Its id.
    pub id: EstateId,
    log_key: SigningKey,
    published: Arc<RwLock<Published>>,
}

impl Estate {
    /// Reads the log from the store, holds it against the lock, and signs its head.
    ///
    /// # Errors
    /// If the log is not the one that was signed, or not one that the rules take.
    pub async fn open(
        id: EstateId,
        log_key: SigningKey,
        store: &dyn LogStore,
        lock: &dyn CheckpointLock,
    ) -> Result<Self, OpenError> {
        let log = load(&id, store).await?;
        let key = log.state().estate().map(|estate| estate.log_key);
        if key != Some(public_key(&log_key)) {
            return Err(OpenError::WrongKey);
        }
        if let Some(signed) = lock.load(&id).await? {
            match log.tree().root_at(signed.size) {
                None => return Err(OpenError::BehindLock { have: log.tree().size(), signed: signed.size }),
                Some(root) if root != signed.root => return Err(OpenError::OtherHistory),
                Some(_) => {}
            }
        }
        // A crash between commit and signing leaves the log ahead of the lock; signing the same note is all it takes.
        let note = sign(&id, &log, &log_key, lock).await?;
        let signed_size = log.tree().size();
        let published = Published { log, note, signed_size, stale: false };
        Ok(Self { id, log_key, published: Arc::new(RwLock::new(published)) })
    }

    /// The log and its note, for reading and, by the writer alone, for writing.
    pub fn published(&self) -> &Arc<RwLock<Published>> {
        &self.published
    }

    /// Signs the log's head and moves the lock to it.
    pub(crate) async fn publish(
        &self,
        published: &mut Published,
        lock: &dyn CheckpointLock,
    ) -> Result<(), StoreError> {
        published.note = sign(&self.id, &published.log, &self.log_key, lock).await?;
        published.signed_size = published.log.tree().size();
        Ok(())
    }

    /// Forgets what is in memory and reads the store again.
    pub(crate) async fn reload(
        &self,
        published: &mut Published,
        store: &dyn LogStore,
    ) -> Result<(), OpenError> {
        published.stale = true;
        published.log = load(&self.id, store).await?;
        published.stale = false;
        Ok(())
    }
}

async fn sign(
    id: &EstateId,
    log: &Log,
    log_key: &SigningKey,
    lock: &dyn CheckpointLock,
) -> Result<String, StoreError> {
    let checkpoint = Checkpoint { estate: *id, size: log.tree().size(), root: log.tree().root() };
    let note = checkpoint.sign(log_key);
    lock.advance(&checkpoint, &note).await?;
    Ok(note)
}

async fn load(id: &EstateId, store: &dyn LogStore) -> Result<Log, OpenError> {
    let mut log = Log::new();
    // Totals were checked when the entries were let in; replaying asks whether the log is sound, not whether it was
    // counted rightly, which is the auditor's question.
    let evidence = Evidence::new();
    loop {
        let leaves = store.leaves(id, log.state().size(), PAGE).await?;
        if leaves.is_empty() {
            return Ok(log);
        }
        for leaf in leaves {
            let index = log.state().size();
            let refused = |rejection| OpenError::Entry { index, rejection };
            let entry = LogEntry::from_leaf(index, &leaf).map_err(refused)?;
            log.replay(&entry, &evidence).map_err(refused)?;
        }
    }
}

/// All estates that this server serves.
#[derive(Debug, Default)]
pub struct Estates {
    estates: RwLock<BTreeMap<EstateId, Arc<Estate>>>,
}

impl Estates {
    /// Adds an estate.
    pub async fn insert(&self, estate: Estate) -> Arc<Estate> {
        let estate = Arc::new(estate);
        self.estates.write().await.insert(estate.id, Arc::clone(&estate));
        estate
    }

    /// The estate of that id.
    pub async fn get(&self, id: &EstateId) -> Option<Arc<Estate>> {
        self.estates.read().await.get(id).cloned()
    }

    /// Every estate's id.
    pub async fn ids(&self) -> Vec<EstateId> {
        self.estates.read().await.keys().copied().collect()
    }
}
