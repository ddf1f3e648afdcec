//! The store on SQLite: write-ahead log, every commit synced to disk, one writer at a time.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Connection, Row, SqlSafeStr, Sqlite, SqliteConnection, Transaction};
use yishi_protocol::blob::Blob;
use yishi_protocol::id::{BlobId, EntryId, EstateId};

use super::files::Files;
use super::rows::{blob, erase_blobs, fixed, insert_blobs, insert_entries, place, some_blobs, to_i64};
use super::statements::{
    BEGIN, CHECKPOINT, ESTATES, INDEX_OF, IS_OURS, LEAVES, MAY_WRITE, PING, SIZE, TRUNCATE,
};
use super::trouble::Trouble;
use super::{Append, LogStore, StoreError};

const LOG_MIGRATIONS: &[(i64, &str, &str)] =
    &[(1, "log", include_str!("../../../migrations/sqlite/0001_log.sql"))];

/// The writer's memory for pages, in KiB with a minus sign as SQLite has it. Ids are hashes, so each entry touches its
/// own pages; with too little memory they are read again and again.
const WRITER_CACHE: &str = "-32768";
/// After how many entries the write-ahead log is emptied into the tables. Seldom, since a page that many entries touch is
/// then written once; before the writer must do it itself at about two pages an entry.
const SETTLE_AFTER: usize = 4_000;
/// How many pages, of 4 KiB, the write-ahead log has at most before the writer empties it itself.
const WAL_PAGES_MAX: &str = "16384";

/// Opens a SQLite file, makes it if `create`, brings its tables up to date, and sees that it can be written to.
///
/// # Errors
/// `Unavailable` if the file is missing, empty, locked, read-only, or not such a database.
pub(crate) async fn open_database(
    path: &Path,
    create: bool,
    migrations: &'static [(i64, &'static str, &'static str)],
) -> Result<(SqlitePool, Files), StoreError> {
    let pool = connect(options(path, create), 4).await?;
    // An empty file is a database too, and a lock without heads would let any log be signed.
    if !create && sqlx::query(IS_OURS).fetch_optional(&pool).await?.is_none() {
        return Err(Trouble::Empty.into());
    }
    let migration = |(version, name, sql): &(i64, &'static str, &'static str)| {
        Migration::new(*version, (*name).into(), MigrationType::Simple, (*sql).into_sql_str(), false)
    };
    let migrator = Migrator::with_migrations(migrations.iter().map(migration).collect());
    migrator.run(&pool).await.map_err(|error| match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => StoreError::from(error),
        error => StoreError::Unavailable(Box::new(error)),
    })?;
    sqlx::query(MAY_WRITE).execute(&pool).await?;
    Ok((pool, Files::of(path)?))
}

fn options(path: &Path, create: bool) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(create)
        .journal_mode(SqliteJournalMode::Wal)
        // Every commit reaches the disk before it is answered.
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(Duration::from_secs(5))
        .foreign_keys(true)
        // What is erased is overwritten, not only unlinked.
        .pragma("secure_delete", "on")
}

async fn connect(options: SqliteConnectOptions, connections: u32) -> Result<SqlitePool, StoreError> {
    // A connection to a file does not go stale, so it need not be asked before each use. It stays open: the write-ahead log
    // is deleted with the last one, and would be another file afterwards.
    let pool = SqlitePoolOptions::new().max_connections(connections).test_before_acquire(false);
    Ok(pool.idle_timeout(None).max_lifetime(None).connect_with(options).await?)
}

/// Keeps logs and blobs in one SQLite file.
#[derive(Clone, Debug)]
pub struct SqliteStore {
    /// For reading, and for tidying up behind the writer.
    pool: SqlitePool,
    /// One connection for everything that is written: what it has in memory stays true, since nobody else writes.
    writer: SqlitePool,
    /// Entries since the write-ahead log was last emptied into the tables.
    unsettled: Arc<AtomicUsize>,
    files: Files,
}

impl SqliteStore {
    /// Opens the file, which must exist unless `create`.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn open(path: &Path, create: bool) -> Result<Self, StoreError> {
        let (pool, files) = open_database(path, create, LOG_MIGRATIONS).await?;
        let options = options(path, false)
            .pragma("cache_size", WRITER_CACHE)
            .pragma("wal_autocheckpoint", WAL_PAGES_MAX);
        let writer = connect(options, 1).await?;
        Ok(Self { pool, writer, unsettled: Arc::default(), files })
    }

    /// Its connections for reading, for tests that look at the tables themselves.
    pub fn pool(&self) -> &SqlitePool {
        &self.pool
    }

    /// Its one connection for writing, for tests that ask how it writes: settings belong to a connection, not to the file.
    pub fn writer(&self) -> &SqlitePool {
        &self.writer
    }

    /// Waits until all connections are closed, so that the file can be moved.
    pub async fn close(&self) {
        self.writer.close().await;
        self.pool.close().await;
    }

    /// Moves what was committed from the write-ahead log into the tables, beside the writer and not in its way: that
    /// takes many times as long as a commit. If it fails nothing is lost, and the writer does it when the log is long.
    fn settle(&self, entries: usize) {
        if self.unsettled.fetch_add(entries, Ordering::Relaxed).saturating_add(entries) < SETTLE_AFTER {
            return;
        }
        self.unsettled.store(0, Ordering::Relaxed);
        let pool = self.pool.clone();
        tokio::spawn(async move {
            if let Err(error) = sqlx::query(CHECKPOINT).execute(&pool).await {
                tracing::warn!(%error, "the write-ahead log could not be emptied");
            }
        });
    }
}

async fn insert(transaction: &mut Transaction<'_, Sqlite>, append: &Append) -> Result<(), StoreError> {
    let size: i64 = sqlx::query(SIZE)
        .bind(append.estate.as_bytes().as_slice())
        .fetch_one(&mut **transaction)
        .await?
        .try_get(0)?;
    if u64::try_from(size) != Ok(append.first) {
        return Err(StoreError::Conflict);
    }
    for (mut statement, rows) in insert_entries(append)? {
        if statement.build().execute(&mut **transaction).await?.rows_affected() != rows {
            return Err(StoreError::Conflict);
        }
    }
    for mut statement in insert_blobs(append) {
        statement.build().execute(&mut **transaction).await?;
    }
    Ok(())
}

/// All of a batch, or nothing.
async fn write(connection: &mut SqliteConnection, batch: &[Append]) -> Result<(), StoreError> {
    let mut transaction = connection.begin_with(BEGIN).await?;
    for append in batch {
        insert(&mut transaction, append).await?;
    }
    Ok(transaction.commit().await?)
}

#[async_trait]
impl LogStore for SqliteStore {
    async fn estates(&self) -> Result<Vec<EstateId>, StoreError> {
        let rows = sqlx::query(ESTATES).fetch_all(&self.pool).await?;
        rows.iter().map(|row| Ok(EstateId::from_bytes(fixed(row, 0, "log_entries")?))).collect()
    }

    async fn append(&self, batch: &[Append]) -> Result<(), StoreError> {
        self.files.are_there()?;
        let mut connection = self.writer.acquire().await?;
        let written = write(&mut connection, batch).await;
        if let Err(StoreError::Unavailable(_)) = written {
            // Where SQLite ends a transaction by itself, as it does when the disk is full, the driver never gets the connection
            // out of it. The next one is a new one.
            drop(connection.close().await);
        }
        written?;
        self.files.are_there()?;
        self.settle(batch.iter().map(|append| append.entries.len()).sum());
        Ok(())
    }

    async fn leaves(&self, estate: &EstateId, from: u64, limit: u32) -> Result<Vec<Vec<u8>>, StoreError> {
        let query = sqlx::query(LEAVES).bind(estate.as_bytes().as_slice()).bind(to_i64(from)?);
        let rows = query.bind(i64::from(limit)).fetch_all(&self.pool).await?;
        self.files.are_there()?;
        rows.iter().map(|row| Ok(row.try_get(0)?)).collect()
    }

    async fn index_of(&self, estate: &EstateId, entry: &EntryId) -> Result<Option<u64>, StoreError> {
        let query =
            sqlx::query(INDEX_OF).bind(estate.as_bytes().as_slice()).bind(entry.as_bytes().as_slice());
        let row = query.fetch_optional(&self.pool).await?;
        self.files.are_there()?;
        let Some(row) = row else { return Ok(None) };
        place(row.try_get(0)?).map(Some)
    }

    async fn blobs(&self, estate: &EstateId, ids: &[BlobId]) -> Result<Vec<Blob>, StoreError> {
        let mut connection = self.pool.acquire().await?;
        let mut blobs = Vec::with_capacity(ids.len());
        for mut query in some_blobs::<Sqlite>(estate, ids) {
            for row in query.build().fetch_all(&mut *connection).await? {
                blobs.push(blob(&row)?);
            }
        }
        Ok(blobs)
    }

    async fn erase(&self, estate: &EstateId, ids: &[BlobId]) -> Result<u64, StoreError> {
        self.files.are_there()?;
        let mut connection = self.writer.acquire().await?;
        let mut gone = 0_u64;
        for mut query in erase_blobs::<Sqlite>(estate, ids) {
            gone = gone.saturating_add(query.build().execute(&mut *connection).await?.rows_affected());
        }
        // Also where nothing was there: whoever asks again may have been cut off before this.
        let busy: i64 = sqlx::query(TRUNCATE).fetch_one(&mut *connection).await?.try_get(0)?;
        if busy != 0 {
            return Err(StoreError::Unavailable("somebody still reads what was erased".into()));
        }
        self.files.are_there()?;
        Ok(gone)
    }

    async fn ping(&self) -> Result<(), StoreError> {
        sqlx::query(PING).execute(&self.pool).await?;
        self.files.are_there()
    }
}
