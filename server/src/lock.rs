//! The checkpoint lock: what the log has signed last, kept outside the log's own backup.
//!
//! A signed checkpoint can never be taken back. Whoever signs moves the lock from exactly the head that it has found in its
//! own log to the next one; of two servers that have gone different ways only one can, and the other one stops. If a
//! database is restored from an older copy, its log is shorter than the lock says, and nothing more is signed over it.
//! One lock belongs to one estate for ever: it is never copied, and never restored.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use sqlx::postgres::Postgres;
use sqlx::query::Query;
use sqlx::sqlite::{Sqlite, SqlitePool};
use sqlx::{ColumnIndex, Database, Decode, Encode, Row, Type};
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{EstateId, Hash};

use crate::store::{
    Files, PostgresPool, Server, StoreError, Tables, bounded, durably, open_database, to_i64,
};

const MIGRATIONS: &[(i64, &str, &str)] = &[
    (1, "lock", include_str!("../../migrations/sqlite/lock_0001.sql")),
    (2, "split heads", include_str!("../../migrations/sqlite/lock_0002.sql")),
];

const POSTGRES: Tables = Tables {
    migrations: &[
        (1, "lock", include_str!("../../migrations/postgres/lock_0001.sql")),
        (2, "split heads", include_str!("../../migrations/postgres/lock_0002.sql")),
    ],
    never_beside: "log_entries",
    may_write: &[
        "insert into checkpoint_lock (estate, size, root, note)
         select estate, size, root, note from checkpoint_lock where 1 = 0",
        "update checkpoint_lock set size = size, root = root, note = note where 1 = 0",
        "insert into split_heads (estate, size, root, signed_note)
         select estate, size, root, signed_note from split_heads where 1 = 0",
    ],
};

const LOAD: &str = "select size, root, note from checkpoint_lock where estate = $1";
/// For the first head of all. No row is changed if there is one already.
const FIRST: &str = "insert into checkpoint_lock (estate, size, root, note) values ($1, $2, $3, $4)
    on conflict do nothing";
/// From exactly where the caller has found it, and forward only. No row is changed if it stands elsewhere.
const SWAP: &str = "update checkpoint_lock set size = $2, root = $3, note = $4
    where estate = $1 and size = $5 and root = $6 and size < $2";
const KEEP_SPLIT: &str = "insert into split_heads (estate, size, root, signed_note) values ($1, $2, $3, $4)
    on conflict do nothing";
const SPLITS: &str = "select size, root, signed_note from split_heads where estate = $1 order by size, root";

/// A head that was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What was signed.
    pub checkpoint: Checkpoint,
    /// The signed note.
    pub note: String,
}

/// Two heads that no one log can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The note that was signed.
    pub signed: String,
    /// The head of the log that was found in its place. Nobody has signed it.
    pub found: Checkpoint,
}

/// Keeps each estate's newest checkpoint.
#[async_trait]
pub trait CheckpointLock: std::fmt::Debug + Send + Sync {
    /// The newest head, if one was ever signed.
    async fn load(&self, estate: &EstateId) -> Result<Option<Head>, StoreError>;

    /// Moves it from exactly `from`, size and root; from nothing if none was ever signed. Durable once it returns;
    /// `Conflict` if it stands elsewhere, and then it has not moved. After `Unavailable` it may have.
    async fn swap(&self, from: Option<&Checkpoint>, to: &Head) -> Result<(), StoreError>;

    /// Keeps two heads that do not go together, as evidence, for ever. Keeping the same ones again changes nothing.
    async fn keep_split(&self, split: &Split) -> Result<(), StoreError>;

    /// Every pair that was kept.
    async fn splits(&self, estate: &EstateId) -> Result<Vec<Split>, StoreError>;
}

/// The lock in a SQLite file of its own, `lock.db` beside the log's key.
#[derive(Debug)]
pub struct SqliteLock {
    pool: SqlitePool,
    files: Files,
}

impl SqliteLock {
    /// Opens the file, which must exist unless `create`.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn open(path: &Path, create: bool) -> Result<Self, StoreError> {
        let (pool, files) = open_database(path, create, MIGRATIONS).await?;
        Ok(Self { pool, files })
    }

    /// Waits until all connections are closed, so that the file can be moved with whoever has it.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// The checkpoint whose size and root stand in the first two columns of a row, and the note in the third.
fn head<R: Row>(row: &R, estate: &EstateId, table: &'static str) -> Result<(Checkpoint, String), StoreError>
where
    usize: ColumnIndex<R>,
    for<'r> i64: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> Vec<u8>: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> String: Decode<'r, R::Database> + Type<R::Database>,
{
    let (size, root): (i64, Vec<u8>) = (row.try_get(0)?, row.try_get(1)?);
    let corrupt = |what: String| StoreError::Corrupt { table, what };
    let size = u64::try_from(size).map_err(|_| corrupt(format!("size {size}")))?;
    let root: [u8; 32] = root.try_into().map_err(|_| corrupt("a root that is no hash".to_owned()))?;
    Ok((Checkpoint { estate: *estate, size, root: Hash::from_bytes(root) }, row.try_get(2)?))
}

/// Moves the lock, with what it binds.
fn swapping<'q, DB: Database>(
    from: Option<&'q Checkpoint>,
    to: &'q Head,
) -> Result<Query<'q, DB, DB::Arguments>, StoreError>
where
    &'q [u8]: Encode<'q, DB> + Type<DB>,
    &'q str: Encode<'q, DB> + Type<DB>,
    i64: Encode<'q, DB> + Type<DB>,
{
    let Head { checkpoint, note } = to;
    let query = sqlx::query(if from.is_some() { SWAP } else { FIRST });
    let query = query.bind(checkpoint.estate.as_bytes().as_slice()).bind(to_i64(checkpoint.size)?);
    let query = query.bind(checkpoint.root.as_bytes().as_slice()).bind(note.as_str());
    let Some(from) = from else { return Ok(query) };
    Ok(query.bind(to_i64(from.size)?).bind(from.root.as_bytes().as_slice()))
}

/// Keeps two heads, with what it binds.
fn keeping<DB: Database>(split: &Split) -> Result<Query<'_, DB, DB::Arguments>, StoreError>
where
    for<'q> &'q [u8]: Encode<'q, DB> + Type<DB>,
    for<'q> &'q str: Encode<'q, DB> + Type<DB>,
    for<'q> i64: Encode<'q, DB> + Type<DB>,
{
    let Split { signed, found } = split;
    let query = sqlx::query(KEEP_SPLIT).bind(found.estate.as_bytes().as_slice());
    Ok(query.bind(to_i64(found.size)?).bind(found.root.as_bytes().as_slice()).bind(signed.as_str()))
}

#[async_trait]
impl CheckpointLock for SqliteLock {
    async fn load(&self, estate: &EstateId) -> Result<Option<Head>, StoreError> {
        let query = sqlx::query(LOAD).bind(estate.as_bytes().as_slice());
        let row = query.fetch_optional(&self.pool).await?;
        self.files.are_there()?;
        let Some(row) = row else { return Ok(None) };
        let (checkpoint, note) = head(&row, estate, "checkpoint_lock")?;
        Ok(Some(Head { checkpoint, note }))
    }

    async fn swap(&self, from: Option<&Checkpoint>, to: &Head) -> Result<(), StoreError> {
        let query = swapping::<Sqlite>(from, to)?;
        self.files.are_there()?;
        match query.execute(&self.pool).await?.rows_affected() {
            0 => Err(StoreError::Conflict),
            _ => self.files.are_there(),
        }
    }

    async fn keep_split(&self, split: &Split) -> Result<(), StoreError> {
        keeping::<Sqlite>(split)?.execute(&self.pool).await?;
        Ok(())
    }

    async fn splits(&self, estate: &EstateId) -> Result<Vec<Split>, StoreError> {
        let rows = sqlx::query(SPLITS).bind(estate.as_bytes().as_slice()).fetch_all(&self.pool).await?;
        let split = |row| head(row, estate, "split_heads").map(|(found, signed)| Split { signed, found });
        rows.iter().map(split).collect()
    }
}

/// The lock in a database of PostgreSQL: one for all servers of an estate, and never the log's own database.
#[derive(Clone, Debug)]
pub struct PostgresLock(PostgresPool);

impl std::ops::Deref for PostgresLock {
    type Target = PostgresPool;

    fn deref(&self) -> &PostgresPool {
        &self.0
    }
}

impl PostgresLock {
    /// Opens the database, which must have our tables unless `create`.
    ///
    /// # Errors
    /// `Unavailable`: it does not answer, is another program's, keeps a log, or does not sync what it commits.
    pub async fn open(server: &Server, create: bool) -> Result<Self, StoreError> {
        PostgresPool::open(server, create, &POSTGRES).await.map(Self)
    }
}

#[async_trait]
impl CheckpointLock for PostgresLock {
    async fn load(&self, estate: &EstateId) -> Result<Option<Head>, StoreError> {
        let query = sqlx::query(LOAD).bind(estate.as_bytes().as_slice());
        let row = bounded(async { Ok(query.fetch_optional(self.pool()).await?) }).await?;
        let Some(row) = row else { return Ok(None) };
        let (checkpoint, note) = head(&row, estate, "checkpoint_lock")?;
        Ok(Some(Head { checkpoint, note }))
    }

    async fn swap(&self, from: Option<&Checkpoint>, to: &Head) -> Result<(), StoreError> {
        let query = swapping::<Postgres>(from, to)?;
        durably(self.pool(), async |connection| match query.execute(connection).await?.rows_affected() {
            0 => Err(StoreError::Conflict),
            _ => Ok(()),
        })
        .await
    }

    async fn keep_split(&self, split: &Split) -> Result<(), StoreError> {
        let query = keeping::<Postgres>(split)?;
        durably(self.pool(), async |connection| Ok(query.execute(connection).await.map(drop)?)).await
    }

    async fn splits(&self, estate: &EstateId) -> Result<Vec<Split>, StoreError> {
        let query = sqlx::query(SPLITS).bind(estate.as_bytes().as_slice());
        let rows = bounded(async { Ok(query.fetch_all(self.pool()).await?) }).await?;
        let split = |row| head(row, estate, "split_heads").map(|(found, signed)| Split { signed, found });
        rows.iter().map(split).collect()
    }
}

#[derive(Debug, Default)]
struct Held {
    heads: BTreeMap<EstateId, Head>,
    splits: Vec<Split>,
}

/// The lock in memory, for tests and trials.
#[derive(Debug, Default)]
pub struct MemoryLock {
    held: Mutex<Held>,
}

impl MemoryLock {
    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl CheckpointLock for MemoryLock {
    async fn load(&self, estate: &EstateId) -> Result<Option<Head>, StoreError> {
        Ok(self.held().heads.get(estate).cloned())
    }

    async fn swap(&self, from: Option<&Checkpoint>, to: &Head) -> Result<(), StoreError> {
        let mut held = self.held();
        if held.heads.get(&to.checkpoint.estate).map(|head| &head.checkpoint) != from {
            return Err(StoreError::Conflict);
        }
        held.heads.insert(to.checkpoint.estate, to.clone());
        Ok(())
    }

    async fn keep_split(&self, split: &Split) -> Result<(), StoreError> {
        let mut held = self.held();
        if !held.splits.contains(split) {
            held.splits.push(split.clone());
        }
        Ok(())
    }

    async fn splits(&self, estate: &EstateId) -> Result<Vec<Split>, StoreError> {
        Ok(self.held().splits.iter().filter(|split| split.found.estate == *estate).cloned().collect())
    }
}
