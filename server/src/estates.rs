//! The estates in memory: what each log means, and the checkpoint that is signed over it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::{OwnedRwLockReadGuard, RwLock};
use yishi_protocol::SigningKey;
use yishi_protocol::blob::Evidence;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{BlobId, EstateId};
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::signature::public_key;
use yishi_protocol::wire::{Base64Bytes, Proven, Receipt};

use crate::lock::{CheckpointLock, Head, Split};
use crate::store::{LogStore, StoreError};

/// How many leaves are read from the store at once.
const PAGE: u32 = 1000;
/// How often in a row somebody else may move the lock before a batch is given up.
const MAX_SWAPS: usize = 8;

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
                "the log has {have} entries but {signed} were signed: the database was restored from an older copy, or its \
                 end was lost. Restore the newest one with its -wal file; a log that was signed must not be shortened"
            ),
            OpenError::OtherHistory => f.write_str(
                "the log has another history than the one that was signed: the database belongs to another lock.db, \
                 is a copy that another server goes on with, or was changed",
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
    /// What this server has signed last, whatever the lock says.
    pub(crate) own: Option<Head>,
    /// Where the lock stood when it was last found in this log: from there it is moved.
    pub(crate) lock: Option<Checkpoint>,
    /// Whether the log in memory may not be the one in the store, so that it must be read again before anything is
    /// written.
    pub(crate) stale: bool,
    /// From which entry on the store has not erased yet what the log says is erased. It is asked until it has.
    pub(crate) unerased_from: u64,
}

impl Published {
    /// A log that is not held against anything yet.
    fn of(log: Log) -> Self {
        Self {
            log,
            note: String::new(),
            signed_size: 0,
            own: None,
            lock: None,
            stale: false,
            unerased_from: 0,
        }
    }

    /// A leaf of the log with its proof under the checkpoint. `None` if the log has no such entry.
    pub fn prove(&self, index: u64, leaf: Vec<u8>) -> Option<Proven> {
        let proof = self.log.tree().inclusion_proof(index, self.signed_size)?;
        Some(Proven { index, leaf: Base64Bytes(leaf), proof })
    }

    /// [`Published::prove`] with the checkpoint.
    pub fn receipt(&self, index: u64, leaf: Vec<u8>) -> Option<Receipt> {
        Some(Receipt { checkpoint: self.note.clone(), proven: self.prove(index, leaf)? })
    }

    /// Whether a leaf lies under the signed checkpoint.
    pub(crate) fn proves(&self, proven: &Proven) -> bool {
        self.own.as_ref().is_some_and(|head| proven.check(&head.checkpoint).is_ok())
    }

    /// The log's own head.
    fn head(&self, estate: &EstateId) -> Checkpoint {
        Checkpoint { estate: *estate, size: self.log.tree().size(), root: self.log.tree().root() }
    }
}

/// One estate.
#[derive(Debug)]
pub struct Estate {
    /// Its id.
    pub id: EstateId,
    log_key: SigningKey,
    published: Arc<RwLock<Published>>,
    stopped: AtomicBool,
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
        // The lock before the log: another server may be writing, and what it has signed is in the store by then.
        let signed = lock.load(&id).await?;
        let log = load(&id, store).await?;
        let key = log.state().estate().map(|estate| estate.log_key);
        if key != Some(public_key(&log_key)) {
            return Err(OpenError::WrongKey);
        }
        let published = Arc::new(RwLock::new(Published::of(log)));
        let estate = Self { id, log_key, published: Arc::clone(&published), stopped: AtomicBool::new(false) };
        let mut published = published.write().await;
        estate.hold(&mut published, signed, lock).await?;
        // A crash between commit and signing leaves the log ahead of the lock; signing the same note is all it takes.
        estate.publish(&mut published, store, lock).await?;
        // So does one between commit and erasing; and a copy that was put back has what was erased since it was made.
        if let Err(error) = estate.erase(&mut published, store).await {
            tracing::error!(%error, estate = %id, "what was erased could not be taken out of the store");
        }
        drop(published);
        Ok(estate)
    }

    /// Has the store erase what the log says is erased, from where that was last done.
    ///
    /// # Errors
    /// `Unavailable`; then it is still to be done.
    pub(crate) async fn erase(
        &self,
        published: &mut Published,
        store: &dyn LogStore,
    ) -> Result<(), StoreError> {
        let ids: Vec<BlobId> =
            published.log.state().erased_from(published.unerased_from).into_iter().collect();
        if !ids.is_empty() {
            let gone = store.erase(&self.id, &ids).await?;
            tracing::info!(estate = %self.id, gone, "what was to be erased is gone");
        }
        published.unerased_from = published.log.state().size();
        Ok(())
    }

    /// The log and its note, for reading and, by the writer alone, for writing.
    pub fn published(&self) -> &Arc<RwLock<Published>> {
        &self.published
    }

    /// Whether two histories were found: then nothing more is taken, signed or shown until somebody has looked.
    pub fn has_stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }

    /// Holds the log in memory against the lock, and reads it from the store where that may know more. Whatever is judged
    /// afterwards is judged by a log that has every head that was signed.
    ///
    /// # Errors
    /// `BehindLock` and `OtherHistory`, after which the estate has stopped; whatever keeps the log from being read.
    pub(crate) async fn catch_up(
        &self,
        published: &mut Published,
        store: &dyn LogStore,
        lock: &dyn CheckpointLock,
    ) -> Result<(), OpenError> {
        if self.has_stopped() {
            return Err(OpenError::OtherHistory);
        }
        // The lock before the log, as above.
        let signed = lock.load(&self.id).await?;
        if published.stale || signed.as_ref().is_some_and(|head| !has(&published.log, &head.checkpoint)) {
            self.reload(published, store).await?;
        }
        self.hold(published, signed, lock).await
    }

    /// Signs the log's head and moves the lock to it, from where it was found. If somebody else has moved it, that is no
    /// mismatch as long as the log has that head too. Returns whether the log may have been read again on the way.
    ///
    /// # Errors
    /// Those of [`Estate::catch_up`].
    pub(crate) async fn publish(
        &self,
        published: &mut Published,
        store: &dyn LogStore,
        lock: &dyn CheckpointLock,
    ) -> Result<bool, OpenError> {
        if published.stale {
            // What is in memory may not be kept, and what is signed must be.
            return Err(StoreError::Conflict.into());
        }
        for lost in 0..MAX_SWAPS {
            let checkpoint = published.head(&self.id);
            let head = Head { checkpoint, note: checkpoint.sign(&self.log_key) };
            let swapped = match published.lock {
                // Somebody, or we ourselves before we knew it, has signed the same.
                Some(held) if held == checkpoint => Ok(()),
                held => lock.swap(held.as_ref(), &head).await,
            };
            match swapped {
                Ok(()) => {
                    published.note.clone_from(&head.note);
                    published.signed_size = checkpoint.size;
                    published.lock = Some(checkpoint);
                    published.own = Some(head);
                    return Ok(lost > 0);
                }
                Err(StoreError::Conflict) => self.catch_up(published, store, lock).await?,
                Err(error) => return Err(error.into()),
            }
        }
        Err(StoreError::Conflict.into())
    }

    /// The log and its note for a reader: none that may not have been kept, and none where two histories were found.
    ///
    /// # Errors
    /// Those of [`Estate::refresh`].
    pub(crate) async fn read(
        &self,
        store: &dyn LogStore,
        lock: &dyn CheckpointLock,
    ) -> Result<OwnedRwLockReadGuard<Published>, OpenError> {
        let mut published = Arc::clone(&self.published).read_owned().await;
        if published.stale {
            drop(published);
            self.refresh(store, lock).await?;
            published = Arc::clone(&self.published).read_owned().await;
        }
        if self.has_stopped() {
            return Err(OpenError::OtherHistory);
        }
        if published.stale { Err(StoreError::Conflict.into()) } else { Ok(published) }
    }

    /// [`Estate::catch_up`] for a reader whose log may be an old one.
    ///
    /// # Errors
    /// Those of [`Estate::catch_up`] and [`Estate::publish`].
    pub(crate) async fn refresh(
        &self,
        store: &dyn LogStore,
        lock: &dyn CheckpointLock,
    ) -> Result<(), OpenError> {
        let mut published = self.published.write().await;
        self.catch_up(&mut published, store, lock).await?;
        self.publish(&mut published, store, lock).await.map(drop)
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

    /// That the log has the head that the lock has, and the one that this server has signed last. If not, the estate stops
    /// and both heads are kept.
    async fn hold(
        &self,
        published: &mut Published,
        signed: Option<Head>,
        lock: &dyn CheckpointLock,
    ) -> Result<(), OpenError> {
        let missing = [&signed, &published.own].into_iter().flatten();
        let missing = missing
            .filter(|head| !has(&published.log, &head.checkpoint))
            .max_by_key(|head| head.checkpoint.size);
        let Some(head) = missing else {
            published.lock = signed.map(|head| head.checkpoint);
            return Ok(());
        };
        self.stopped.store(true, Ordering::SeqCst);
        let found = published.head(&self.id);
        let why = match head.checkpoint.size {
            signed if signed > found.size => OpenError::BehindLock { have: found.size, signed },
            _ => OpenError::OtherHistory,
        };
        let split = Split { signed: head.note.clone(), found };
        tracing::error!(
            estate = %self.id, signed = %split.signed, found_size = found.size, found_root = %found.root,
            "this estate has stopped: {why}. Stop every server of it, find the database that has the signed head, and \
             serve that one. Both heads stand in lock.db, in the table split_heads"
        );
        if let Err(error) = lock.keep_split(&split).await {
            tracing::error!(%error, "the two heads could not be kept; keep this message");
        }
        Err(why)
    }
}

/// Whether a log has a head: at its size, the same root.
fn has(log: &Log, head: &Checkpoint) -> bool {
    log.tree().root_at(head.size) == Some(head.root)
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

    /// Whether one of them has stopped.
    pub async fn any_has_stopped(&self) -> bool {
        self.estates.read().await.values().any(|estate| estate.has_stopped())
    }

    /// Every estate's id.
    pub async fn ids(&self) -> Vec<EstateId> {
        self.estates.read().await.keys().copied().collect()
    }
}
