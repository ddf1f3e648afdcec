//! The checkpoint lock: what the log has signed last, kept outside the log's own backup.
//!
//! A signed checkpoint can never be taken back. If the database is restored from an older copy, its log is shorter than
//! the lock says, and the server refuses to start rather than sign a second history.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use sqlx::Row;
use sqlx::sqlite::SqlitePool;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{EstateId, Hash};

use crate::store::{StoreError, open_database};

const MIGRATIONS: &[(i64, &str, &str)] =
    &[(1, "lock", include_str!("../../migrations/sqlite/lock_0001.sql"))];

const LOAD: &str = "select size, root from checkpoint_lock where estate = $1";
/// Moves forward only, and from exactly where the caller thinks it is.
const ADVANCE: &str = "insert into checkpoint_lock (estate, size, root, note) values ($1, $2, $3, $4)
    on conflict (estate) do update set size = excluded.size, root = excluded.root, note = excluded.note
    where checkpoint_lock.size <= excluded.size";

/// Keeps each estate's newest checkpoint.
#[async_trait]
pub trait CheckpointLock: std::fmt::Debug + Send + Sync {
    /// The newest checkpoint, if one was ever signed.
    async fn load(&self, estate: &EstateId) -> Result<Option<Checkpoint>, StoreError>;

    /// Moves it forward. Durable once it returns; `Conflict` if it is further already.
    async fn advance(&self, to: &Checkpoint, note: &str) -> Result<(), StoreError>;
}

/// The lock in a SQLite file of its own, `lock.db` beside the log's key.
#[derive(Debug)]
pub struct SqliteLock {
    pool: SqlitePool,
}

impl SqliteLock {
    /// Opens the file, which must exist unless `create`.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn open(path: &Path, create: bool) -> Result<Self, StoreError> {
        Ok(Self { pool: open_database(path, create, MIGRATIONS).await? })
    }
}

#[async_trait]
impl CheckpointLock for SqliteLock {
    async fn load(&self, estate: &EstateId) -> Result<Option<Checkpoint>, StoreError> {
        let query = sqlx::query(LOAD).bind(estate.as_bytes().as_slice());
        let Some(row) = query.fetch_optional(&self.pool).await? else { return Ok(None) };
        let (size, root): (i64, Vec<u8>) = (row.try_get(0)?, row.try_get(1)?);
        let corrupt = |what: String| StoreError::Corrupt { table: "checkpoint_lock", what };
        let size = u64::try_from(size).map_err(|_| corrupt(format!("size {size}")))?;
        let root: [u8; 32] = root.try_into().map_err(|_| corrupt("a root that is no hash".to_owned()))?;
        Ok(Some(Checkpoint { estate: *estate, size, root: Hash::from_bytes(root) }))
    }

    async fn advance(&self, to: &Checkpoint, note: &str) -> Result<(), StoreError> {
        let size = i64::try_from(to.size).map_err(|error| StoreError::Unavailable(Box::new(error)))?;
        let query = sqlx::query(ADVANCE).bind(to.estate.as_bytes().as_slice()).bind(size);
        let query = query.bind(to.root.as_bytes().as_slice()).bind(note);
        match query.execute(&self.pool).await?.rows_affected() {
            0 => Err(StoreError::Conflict),
            _ => Ok(()),
        }
    }
}

/// The lock in memory, for tests and trials.
#[derive(Debug, Default)]
pub struct MemoryLock {
    checkpoints: Mutex<BTreeMap<EstateId, Checkpoint>>,
}

#[async_trait]
impl CheckpointLock for MemoryLock {
    async fn load(&self, estate: &EstateId) -> Result<Option<Checkpoint>, StoreError> {
        Ok(self.checkpoints.lock().unwrap_or_else(PoisonError::into_inner).get(estate).copied())
    }

    async fn advance(&self, to: &Checkpoint, _note: &str) -> Result<(), StoreError> {
        let mut checkpoints = self.checkpoints.lock().unwrap_or_else(PoisonError::into_inner);
        if checkpoints.get(&to.estate).is_some_and(|held| held.size > to.size) {
            return Err(StoreError::Conflict);
        }
        checkpoints.insert(to.estate, *to);
        Ok(())
    }
}
