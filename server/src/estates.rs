//! The estates in memory: what each log means, and the checkpoint that is signed over it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use tokio::sync::{Mutex, MutexGuard};
use tokio::time::timeout;
use yishi_protocol::SigningKey;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::count::{Margin, ResolutionCount};
use yishi_protocol::id::{BlobId, EntryId, EstateId};
use yishi_protocol::log::Log;
use yishi_protocol::signature::public_key;

use crate::demands::Demands;
use crate::histories::still_has_end;
use crate::loading::{has, load, replay, resume, signed_head};
use crate::lock::{CheckpointLock, Head, Split};
use crate::published::{Draft, Published};
use crate::store::prompt::{ANSWERS, Prompt, silent};
use crate::store::{LogStore, StoreError};

/// How often in a row somebody else may move the lock before a batch is given up.
const MAX_SWAPS: usize = 8;
/// How long readers wait for the lock's word.
const LOCK_ANSWERS: Duration = Duration::from_secs(1);

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
                 end was lost. Bring the newest one back, a file of SQLite with its -wal file; a log that was signed must not be \
                 shortened. `yishi-server heads` shows which database is the right one, docs/SPLIT.md says what to do"
            ),
            OpenError::OtherHistory => f.write_str(
                "the log has another history than the one that was signed: the database belongs to another lock, is \
                 a copy that another server goes on with, or was changed. `yishi-server heads` shows which database is the right \
                 one, docs/SPLIT.md says what to do",
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

/// Of each item of a vote, in order: how far it is from another outcome, and what came of it if it is a resolution.
pub(crate) type KnownCount = Vec<(Option<Margin>, Option<ResolutionCount>)>;

/// One estate.
#[derive(Debug)]
pub struct Estate {
    /// Its id.
    pub id: EstateId,
    log_key: SigningKey,
    published: RwLock<Arc<Published>>,
    draft: Mutex<Draft>,
    /// When readers last asked the lock how far the log has come, and whether this server could follow.
    asked: Mutex<Option<(Instant, bool)>>,
    stopped: AtomicBool,
    /// What the ballots of votes whose totals are stated say, as they were counted.
    pub(crate) margins: Mutex<BTreeMap<EntryId, KnownCount>>,
    /// What the areas of those gave who demand votes.
    pub(crate) demands: Demands,
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
        let head = signed.as_ref().and_then(|head| signed_head(head, &log_key));
        let beneath = match head {
            Some(head) => resume(&id, head, store).await?,
            None => None,
        };
        let log = match beneath {
            Some(log) => log,
            // There is no head, or this is not the log that it is of: then the log says itself what it is.
            None => load(&id, store).await?,
        };
        let key = log.state().estate().map(|estate| estate.log_key);
        if key != Some(public_key(&log_key)) {
            return Err(OpenError::WrongKey);
        }
        let published = Published { log, note: String::new(), signed_size: 0 };
        let shown = RwLock::new(Arc::new(published.clone()));
        let draft = Mutex::new(Draft { published, own: None, lock: None, stale: false, unerased_from: 0 });
        let (asked, stopped, margins) = (Mutex::default(), AtomicBool::new(false), Mutex::default());
        let demands = Demands::default();
        let estate = Self { id, log_key, published: shown, draft, asked, stopped, margins, demands };
        let mut draft = estate.draft.lock().await;
        estate.hold(&mut draft, signed, lock).await?;
        // A crash between commit and signing leaves the log ahead of the lock; signing the same note is all it takes.
        estate.publish(&mut draft, store, lock).await?;
        // So does one between commit and erasing; and a copy that was put back has what was erased since it was made.
        if let Err(error) = estate.erase(&mut draft, store).await {
            tracing::error!(%error, estate = %id, "what was erased could not be taken out of the store");
        }
        drop(draft);
        Ok(estate)
    }

    /// Has the store erase what the log says is erased, from where that was last done.
    ///
    /// # Errors
    /// `Unavailable`; then it is still to be done.
    pub(crate) async fn erase(&self, draft: &mut Draft, store: &dyn LogStore) -> Result<(), StoreError> {
        let state = draft.published.log.state();
        let ids: Vec<BlobId> = state.erased_from(draft.unerased_from).into_iter().collect();
        let size = state.size();
        if !ids.is_empty() {
            let gone = store.erase(&self.id, &ids).await?;
            tracing::info!(estate = %self.id, gone, "what was to be erased is gone");
        }
        draft.unerased_from = size;
        Ok(())
    }

    /// The log and its note as they were published last.
    pub fn published(&self) -> Arc<Published> {
        // Nobody panics with it in hand, and what it holds is always whole.
        Arc::clone(&self.published.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The log for whoever writes to it.
    pub(crate) async fn write(&self) -> MutexGuard<'_, Draft> {
        self.draft.lock().await
    }

    /// Whether two histories were found: then nothing more is taken, signed or shown until somebody has looked.
    pub fn has_stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }

    /// Holds the log in memory against the lock, and reads on in the store where that may know more. Whatever is judged
    /// afterwards is judged by a log that has every head that was signed.
    ///
    /// # Errors
    /// `BehindLock` and `OtherHistory`, after which the estate has stopped; whatever keeps the log from being read.
    pub(crate) async fn catch_up(
        &self,
        draft: &mut Draft,
        store: &dyn LogStore,
        lock: &dyn CheckpointLock,
    ) -> Result<(), OpenError> {
        if self.has_stopped() {
            return Err(OpenError::OtherHistory);
        }
        // The lock before the log, as above.
        let signed = lock.load(&self.id).await?;
        let lacks = |log: &Log| signed.as_ref().is_some_and(|head| !has(log, &head.checkpoint));
        if draft.stale
            || lacks(&draft.published.log)
            || !still_has_end(store, &self.id, draft.published.log.tree()).await?
        {
            // Until it is read; and what was judged since may not have been kept.
            draft.stale = true;
            draft.published = self.published().as_ref().clone();
            if !self.read_on(&mut draft.published.log, store).await? || lacks(&draft.published.log) {
                // The store tells another history than this server has told; which of them was signed is asked below.
                draft.published.log = load(&self.id, store).await?;
            }
            draft.stale = false;
        }
        self.hold(draft, signed, lock).await
    }

    /// Takes in what others have written since. Whether the store still has this log's last entry, and after it only what the
    /// rules take; if not, it is another history's.
    async fn read_on(&self, log: &mut Log, store: &dyn LogStore) -> Result<bool, OpenError> {
        if !still_has_end(store, &self.id, log.tree()).await? {
            return Ok(false);
        }
        match replay(&self.id, log, store).await {
            Ok(()) => Ok(true),
            Err(OpenError::Entry { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Signs the log's head, moves the lock to it, from where it was found, and publishes it. If somebody else has moved the
    /// lock, that is no mismatch as long as the log has that head too. Returns whether the log may have been read again on
    /// the way.
    ///
    /// # Errors
    /// Those of [`Estate::catch_up`].
    pub(crate) async fn publish(
        &self,
        draft: &mut Draft,
        store: &dyn LogStore,
        lock: &dyn CheckpointLock,
    ) -> Result<bool, OpenError> {
        if draft.stale {
            // What is in memory may not be kept, and what is signed must be.
            return Err(StoreError::Conflict.into());
        }
        for lost in 0..MAX_SWAPS {
            let checkpoint = draft.published.head(&self.id);
            let head = Head { checkpoint, note: checkpoint.sign(&self.log_key) };
            let swapped = match draft.lock {
                // Somebody, or we ourselves before we knew it, has signed the same.
                Some(held) if held == checkpoint => Ok(()),
                held => lock.swap(held.as_ref(), &head).await,
            };
            match swapped {
                Ok(()) => {
                    draft.published.note.clone_from(&head.note);
                    draft.published.signed_size = checkpoint.size;
                    draft.lock = Some(checkpoint);
                    draft.own = Some(head);
                    *self.published.write().unwrap_or_else(PoisonError::into_inner) =
                        Arc::new(draft.published.clone());
                    return Ok(lost > 0);
                }
                Err(StoreError::Conflict) => self.catch_up(draft, store, lock).await?,
                Err(error) => return Err(error.into()),
            }
        }
        Err(StoreError::Conflict.into())
    }

    /// The log and its note for a reader, with everything that any server had acknowledged when the reader came: the lock is
    /// asked, once for all who came before it was. Where it does not answer, the newest log that this server knows of is
    /// shown, which was signed. None is shown where two histories were found, nor where the lock has a head to which this server
    /// cannot catch up now.
    ///
    /// # Errors
    /// Those of [`Estate::refresh`].
    pub(crate) async fn read(
        &self,
        store: &dyn LogStore,
        lock: &dyn CheckpointLock,
    ) -> Result<Arc<Published>, OpenError> {
        let came = Instant::now();
        let mut asked = self.asked.lock().await;
        let follows = match *asked {
            Some((asked, follows)) if asked >= came => follows,
            _ => {
                let now = Instant::now();
                let followed = self.follow(store, lock).await;
                // All who came before this answer share it, so that none of them waits for the next.
                *asked = Some((now, followed.is_ok()));
                followed?;
                true
            }
        };
        drop(asked);
        if self.has_stopped() {
            return Err(OpenError::OtherHistory);
        }
        // More was acknowledged than this server can show now: less is not shown in its place.
        if follows { Ok(self.published()) } else { Err(silent().into()) }
    }

    /// Asks the lock, and catches up to a head that it has and this log has not.
    async fn follow(&self, store: &dyn LogStore, lock: &dyn CheckpointLock) -> Result<(), OpenError> {
        match timeout(LOCK_ANSWERS, lock.load(&self.id)).await {
            Ok(Ok(Some(head))) if !has(&self.published().log, &head.checkpoint) => {
                self.refresh(&head.checkpoint, &Prompt(store), &Prompt(lock)).await?;
            }
            Ok(Ok(_)) => {}
            Ok(Err(error)) => tracing::warn!(%error, estate = %self.id, "the lock could not be asked"),
            Err(_) => tracing::warn!(estate = %self.id, "the lock does not answer"),
        }
        Ok(())
    }

    /// Catches up to a head that the lock has. The writer's log is held meanwhile, and no longer than each question to store and
    /// lock may take; nor is a writer waited for who holds it.
    ///
    /// # Errors
    /// Those of [`Estate::catch_up`] and [`Estate::publish`]; `Unavailable` if the writer is not done in time.
    async fn refresh(
        &self,
        head: &Checkpoint,
        store: &dyn LogStore,
        lock: &dyn CheckpointLock,
    ) -> Result<(), OpenError> {
        let mut draft = timeout(ANSWERS, self.draft.lock()).await.map_err(|_| silent())?;
        if has(&self.published().log, head) {
            // This server's own writer had moved the lock.
            return Ok(());
        }
        self.catch_up(&mut draft, store, lock).await?;
        self.publish(&mut draft, store, lock).await.map(drop)
    }

    /// That the log has the head that the lock has, and the one that this server has signed last. If not, the estate stops
    /// and both heads are kept.
    async fn hold(
        &self,
        draft: &mut Draft,
        signed: Option<Head>,
        lock: &dyn CheckpointLock,
    ) -> Result<(), OpenError> {
        let is_signed =
            |head: &Head| draft.lock == Some(head.checkpoint) || signed_head(head, &self.log_key).is_some();
        let lacks = |head: &&Head| !has(&draft.published.log, &head.checkpoint) || !is_signed(head);
        let missing = [&signed, &draft.own].into_iter().flatten().filter(lacks);
        let missing = missing.max_by_key(|head| head.checkpoint.size);
        let Some(head) = missing else {
            draft.lock = signed.map(|head| head.checkpoint);
            return Ok(());
        };
        self.stopped.store(true, Ordering::SeqCst);
        let found = draft.published.head(&self.id);
        let why = match head.checkpoint.size {
            signed if signed > found.size => OpenError::BehindLock { have: found.size, signed },
            _ => OpenError::OtherHistory,
        };
        let split = Split { signed: head.note.clone(), found };
        tracing::error!(
            estate = %self.id, signed = %split.signed, found_size = found.size, found_root = %found.root,
            "this estate has stopped: {why}. Stop every server of it, find the database that has the signed head, and \
             serve that one: `yishi-server heads` shows it, and both heads, which the lock keeps in its table split_heads"
        );
        if let Err(error) = lock.keep_split(&split).await {
            tracing::error!(%error, "the two heads could not be kept; keep this message");
        }
        Err(why)
    }
}

/// All estates that this server serves.
#[derive(Debug, Default)]
pub struct Estates {
    estates: tokio::sync::RwLock<BTreeMap<EstateId, Arc<Estate>>>,
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
