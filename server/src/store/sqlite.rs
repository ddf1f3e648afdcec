//! The store on SQLite: write-ahead log, every commit synced to disk, one writer at a time.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Connection, QueryBuilder, Row, SqlSafeStr, Sqlite, SqliteConnection, Transaction};
use yishi_protocol::blob::{Blob, BlobKind};
use yishi_protocol::id::{BlobId, EntryId, EstateId, Hash, Salt};

use super::files::{Files, Trouble};
use super::statements::{
    AND_BLOB_IN, BEGIN, BLOBS, CHECKPOINT, ERASE_BLOBS, ESTATES, INDEX_OF, INSERT_BLOBS, INSERT_ENTRIES,
    IS_OURS, LEAVES, MAY_WRITE, NOTHING_IF_TAKEN, PING, ROWS, SIZE, SOME_BLOBS, TRUNCATE,
};
use super::{Append, LogStore, NewEntry, StoreError};

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

/// The path in `sqlite:PATH`, or `None` if the URL is for another database.
pub fn path_of_url(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:")?;
    Some(PathBuf::from(path.strip_prefix("//").unwrap_or(path)))
}

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

fn to_i64(value: u64) -> Result<i64, StoreError> {
    i64::try_from(value).map_err(|error| StoreError::Unavailable(Box::new(error)))
}

async fn insert_entries(
    transaction: &mut Transaction<'_, Sqlite>,
    append: &Append,
) -> Result<(), StoreError> {
    let size: i64 = sqlx::query(SIZE)
        .bind(append.estate.as_bytes().as_slice())
        .fetch_one(&mut **transaction)
        .await?
        .try_get(0)?;
    if u64::try_from(size) != Ok(append.first) {
        return Err(StoreError::Conflict);
    }
    let mut place = append.first;
    for rows in append.entries.chunks(ROWS) {
        let mut placed: Vec<(i64, &NewEntry)> = Vec::with_capacity(rows.len());
        for entry in rows {
            placed.push((to_i64(place)?, entry));
            place = place.saturating_add(1);
        }
        let mut insert = QueryBuilder::<Sqlite>::new(INSERT_ENTRIES);
        insert.push_values(&placed, |mut row, (place, entry)| {
            row.push_bind(append.estate.as_bytes().as_slice())
                .push_bind(*place)
                .push_bind(entry.entry_id.as_bytes().as_slice())
                .push_bind(entry.leaf.as_slice())
                .push_bind(entry.leaf_hash.as_bytes().as_slice());
        });
        insert.push(NOTHING_IF_TAKEN);
        let inserted = insert.build().execute(&mut **transaction).await?.rows_affected();
        if usize::try_from(inserted) != Ok(rows.len()) {
            return Err(StoreError::Conflict);
        }
    }
    Ok(())
}

async fn insert_blobs(transaction: &mut Transaction<'_, Sqlite>, append: &Append) -> Result<(), StoreError> {
    let blobs: Vec<(BlobId, &Blob)> =
        append.entries.iter().flat_map(|entry| &entry.blobs).map(|blob| (blob.id(), blob)).collect();
    for rows in blobs.chunks(ROWS) {
        let mut insert = QueryBuilder::<Sqlite>::new(INSERT_BLOBS);
        insert.push_values(rows, |mut row, (id, blob)| {
            row.push_bind(append.estate.as_bytes().as_slice())
                .push_bind(id.as_bytes().to_vec())
                .push_bind(blob.kind.name())
                .push_bind(blob.context.as_bytes().as_slice())
                .push_bind(blob.salt.as_bytes().as_slice())
                .push_bind(blob.payload.as_str());
        });
        insert.push(NOTHING_IF_TAKEN);
        insert.build().execute(&mut **transaction).await?;
    }
    Ok(())
}

/// All of a batch, or nothing.
async fn write(connection: &mut SqliteConnection, batch: &[Append]) -> Result<(), StoreError> {
    let mut transaction = connection.begin_with(BEGIN).await?;
    for append in batch {
        insert_entries(&mut transaction, append).await?;
        insert_blobs(&mut transaction, append).await?;
    }
    Ok(transaction.commit().await?)
}

/// A column of a fixed number of bytes.
fn fixed<const N: usize>(
    row: &sqlx::sqlite::SqliteRow,
    column: usize,
    table: &'static str,
) -> Result<[u8; N], StoreError> {
    let bytes: Vec<u8> = row.try_get(column)?;
    let what = format!("column {column} has {} bytes instead of {N}", bytes.len());
    bytes.try_into().map_err(|_| StoreError::Corrupt { table, what })
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
        let index: i64 = row.try_get(0)?;
        let negative = |_| StoreError::Corrupt { table: "log_entries", what: format!("index {index}") };
        u64::try_from(index).map(Some).map_err(negative)
    }

    async fn blobs(&self, estate: &EstateId, ids: &[BlobId]) -> Result<Vec<Blob>, StoreError> {
        let mut connection = self.pool.acquire().await?;
        let mut blobs = Vec::with_capacity(ids.len());
        for ids in ids.chunks(BLOBS) {
            let mut query = QueryBuilder::<Sqlite>::new(SOME_BLOBS);
            query.push_bind(estate.as_bytes().as_slice()).push(AND_BLOB_IN);
            let mut list = query.separated(", ");
            // Filled up to a power of two, so that there are few different statements to be kept.
            for id in ids.iter().chain(ids.last().into_iter().cycle()).take(ids.len().next_power_of_two()) {
                list.push_bind(id.as_bytes().as_slice());
            }
            let query = query.push(")").build();
            for row in query.fetch_all(&mut *connection).await? {
                let kind: String = row.try_get(0)?;
                let unknown = || StoreError::Corrupt { table: "blob_items", what: format!("kind {kind:?}") };
                blobs.push(Blob {
                    kind: BlobKind::from_name(&kind).ok_or_else(unknown)?,
                    context: Hash::from_bytes(fixed(&row, 1, "blob_items")?),
                    salt: Salt::from_bytes(fixed(&row, 2, "blob_items")?),
                    payload: row.try_get(3)?,
                });
            }
        }
        Ok(blobs)
    }

    async fn erase(&self, estate: &EstateId, ids: &[BlobId]) -> Result<u64, StoreError> {
        self.files.are_there()?;
        let mut connection = self.writer.acquire().await?;
        let mut gone = 0_u64;
        for ids in ids.chunks(BLOBS) {
            let mut query = QueryBuilder::<Sqlite>::new(ERASE_BLOBS);
            query.push_bind(estate.as_bytes().as_slice()).push(AND_BLOB_IN);
            let mut list = query.separated(", ");
            for id in ids {
                list.push_bind(id.as_bytes().as_slice());
            }
            let erased = query.push(")").build().execute(&mut *connection).await?.rows_affected();
            gone = gone.saturating_add(erased);
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
