//! The store on PostgreSQL: any number of servers, of which for each place of a log one is first.
//!
//! Nothing is locked beforehand. Who adds rows at a place that somebody else has taken adds none, and is told so: the key
//! (estate, place) decides. So the tables can be spread by estate over many machines, and engines that are spread so, and
//! that end one of two transactions instead of letting it wait, give the same answers.

use std::future::Future;
use std::time::Duration;

use async_trait::async_trait;
use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgPool, PgPoolOptions};
use sqlx::{Connection, PgConnection, Postgres, Row, SqlSafeStr};
use yishi_protocol::blob::Blob;
use yishi_protocol::id::{BlobId, EntryId, EstateId};

use super::location::Server;
use super::rows::{blob, erase_blobs, fixed, insert_blobs, insert_entries, place, some_blobs, to_i64};
use super::statements::{
    BEGIN_DURABLY, CLUSTER, ESTATES, INDEX_OF, LEAVES, MAY_ADD, MIGRATED, PING, PROMISES, SIZE, TABLE,
};
use super::trouble::Trouble;
use super::{Append, LogStore, StoreError};

/// What a database of ours holds.
#[derive(Debug)]
pub(crate) struct Tables {
    /// Number, name and text of each migration.
    pub(crate) migrations: &'static [(i64, &'static str, &'static str)],
    /// A table that must not lie beside them.
    pub(crate) never_beside: &'static str,
    /// Change nothing, and fail where this user may not write.
    pub(crate) may_write: &'static [&'static str],
}

const LOG: Tables = Tables {
    migrations: &[(1, "log", include_str!("../../../migrations/postgres/0001_log.sql"))],
    never_beside: "checkpoint_lock",
    may_write: MAY_ADD,
};

/// How many connections a server has at most.
const CONNECTIONS: u32 = 16;
/// How long is waited for a connection.
const CONNECTING: Duration = Duration::from_secs(5);
/// How long is waited for an answer; longer than a transaction may wait for another one.
const ANSWERING: Duration = Duration::from_secs(20);

/// Waits for an answer, but not for ever: a network that swallows everything says nothing for hours.
///
/// # Errors
/// `Unavailable` if there is none.
pub(crate) async fn bounded<T>(work: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
    let silent = |_| StoreError::from(Trouble::Silent(ANSWERING));
    tokio::time::timeout(ANSWERING, work).await.map_err(silent)?
}

/// Does something in a transaction that is on disk when it was committed. A connection on which it is not known how that went is
/// closed without a word: the database then ends whatever was begun on it.
///
/// # Errors
/// `Conflict` if somebody else was first, and nothing was kept; after `Unavailable` it may have been.
pub(crate) async fn durably<T>(
    pool: &PgPool,
    work: impl AsyncFnOnce(&mut PgConnection) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let mut connection: PoolConnection<Postgres> = bounded(async { Ok(pool.acquire().await?) }).await?;
    let done = bounded(async {
        let mut transaction = connection.begin_with(BEGIN_DURABLY).await?;
        match work(&mut transaction).await {
            Ok(done) => {
                transaction.commit().await?;
                Ok(done)
            }
            Err(error) => {
                // If not by this, it is undone by the connection's end.
                drop(transaction.rollback().await);
                Err(error)
            }
        }
    });
    let done = done.await;
    if let Err(StoreError::Unavailable(_)) = done {
        drop(connection.detach());
    }
    done
}

/// Opens a database, brings its tables up to date or makes them if `create`, and sees that it keeps what it says it keeps.
///
/// # Errors
/// `Unavailable` if it does not answer, has not our tables, has those of `tables.never_beside`, or would not keep them.
async fn connected(server: &Server, create: bool, tables: &'static Tables) -> Result<PgPool, StoreError> {
    // A pool waits and says at last that it has waited; this says why.
    let mut connection = bounded(async { Ok(PgConnection::connect_with(&server.0).await?) }).await?;
    promises(&mut connection).await?;
    if has_table(&mut connection, tables.never_beside).await? {
        return Err(Trouble::Together.into());
    }
    // A database without tables is one too, and a lock without heads would let any log be signed.
    if !create && !has_table(&mut connection, "_sqlx_migrations").await? {
        return Err(Trouble::Empty.into());
    }
    migrate(&mut connection, tables).await?;
    for statement in tables.may_write {
        sqlx::query(*statement).execute(&mut connection).await?;
    }
    connection.close().await?;
    let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(CONNECTING);
    Ok(pool.connect_lazy_with((*server.0).clone()))
}

/// That what is committed is on disk, and what is read is what was written.
async fn promises(connection: &mut PgConnection) -> Result<(), StoreError> {
    let row = sqlx::query(PROMISES).fetch_one(connection).await?;
    let settings: [(&'static str, &[&str]); 4] = [
        ("fsync", &["on"]),
        ("synchronous_commit", &["on", "remote_apply"]),
        ("server_encoding", &["UTF8"]),
        ("transaction_read_only", &["off"]),
    ];
    for (column, (setting, right)) in settings.into_iter().enumerate() {
        let found: Option<String> = row.try_get(column)?;
        if let Some(found) = found.filter(|found| !right.contains(&found.as_str())) {
            return Err(Trouble::Promises(setting, found).into());
        }
    }
    Ok(())
}

async fn has_table(connection: &mut PgConnection, name: &str) -> Result<bool, StoreError> {
    Ok(sqlx::query(TABLE).bind(name).fetch_optional(connection).await?.is_some())
}

/// Brings the tables up to date. Whoever only serves need not be allowed to, as long as they are.
async fn migrate(connection: &mut PgConnection, tables: &'static Tables) -> Result<(), StoreError> {
    let migration = |(version, name, sql): &(i64, &'static str, &'static str)| {
        Migration::new(*version, (*name).into(), MigrationType::Simple, (*sql).into_sql_str(), false)
    };
    let mut migrator = Migrator::with_migrations(tables.migrations.iter().map(migration).collect());
    // Engines that spread tables have no advisory locks. Of two that migrate at once one fails, and finds it done.
    migrator.set_locking(false);
    if are_migrated(connection, &migrator).await? {
        return Ok(());
    }
    let Err(error) = migrator.run(&mut *connection).await else { return Ok(()) };
    if matches!(are_migrated(connection, &migrator).await, Ok(true)) {
        return Ok(());
    }
    Err(match error {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            Trouble::Said(error).into()
        }
        error => StoreError::Unavailable(Box::new(error)),
    })
}

async fn are_migrated(connection: &mut PgConnection, migrator: &Migrator) -> Result<bool, StoreError> {
    if !has_table(connection, "_sqlx_migrations").await? {
        return Ok(false);
    }
    let done: Vec<(i64, Vec<u8>)> = sqlx::query_as(MIGRATED).fetch_all(connection).await?;
    let known = migrator.iter().map(|migration| (migration.version, migration.checksum.to_vec()));
    Ok(known.eq(done))
}

/// Our tables in a database of PostgreSQL, of a log or of a lock, and the connections to it.
#[derive(Clone)]
pub struct PostgresPool {
    pool: PgPool,
    server: Server,
}

impl std::fmt::Debug for PostgresPool {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PostgresPool({})", self.server)
    }
}

impl PostgresPool {
    /// Opens the database, which must have these tables unless `create`.
    ///
    /// # Errors
    /// Those of [`connected`].
    pub(crate) async fn open(
        server: &Server,
        create: bool,
        tables: &'static Tables,
    ) -> Result<Self, StoreError> {
        Ok(Self { pool: connected(server, create, tables).await?, server: server.clone() })
    }

    /// Its connections: for tests too, that look at the tables themselves.
    pub fn pool(&self) -> &PgPool {
        &self.pool
    }

    /// Which cluster it is of, as far as one may know.
    pub(crate) async fn cluster(&self) -> Option<i64> {
        bounded(async { Ok(sqlx::query(CLUSTER).fetch_one(&self.pool).await?.try_get(0)?) }).await.ok()
    }

    /// Waits until all connections are closed.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// Keeps logs and blobs in a database of PostgreSQL.
#[derive(Clone, Debug)]
pub struct PostgresStore(PostgresPool);

impl std::ops::Deref for PostgresStore {
    type Target = PostgresPool;

    fn deref(&self) -> &PostgresPool {
        &self.0
    }
}

impl PostgresStore {
    /// Opens the database, which must have our tables unless `create`.
    ///
    /// # Errors
    /// `Unavailable`: it does not answer, is another program's, keeps a lock, or does not sync what it commits.
    pub async fn open(server: &Server, create: bool) -> Result<Self, StoreError> {
        PostgresPool::open(server, create, &LOG).await.map(Self)
    }
}

async fn insert(connection: &mut PgConnection, append: &Append) -> Result<(), StoreError> {
    let size: i64 = sqlx::query(SIZE)
        .bind(append.estate.as_bytes().as_slice())
        .fetch_one(&mut *connection)
        .await?
        .try_get(0)?;
    // Beyond the end would leave a gap. Before it, or at it if somebody else is being faster, a key decides.
    if u64::try_from(size) != Ok(append.first) {
        return Err(StoreError::Conflict);
    }
    for (mut statement, rows) in insert_entries(append)? {
        if statement.build().execute(&mut *connection).await?.rows_affected() != rows {
            return Err(StoreError::Conflict);
        }
    }
    for mut statement in insert_blobs(append) {
        statement.build().execute(&mut *connection).await?;
    }
    Ok(())
}

#[async_trait]
impl LogStore for PostgresStore {
    async fn estates(&self) -> Result<Vec<EstateId>, StoreError> {
        let rows = bounded(async { Ok(sqlx::query(ESTATES).fetch_all(self.pool()).await?) }).await?;
        rows.iter().map(|row| Ok(EstateId::from_bytes(fixed(row, 0, "log_entries")?))).collect()
    }

    async fn append(&self, batch: &[Append]) -> Result<(), StoreError> {
        durably(self.pool(), async |connection| {
            for append in batch {
                insert(connection, append).await?;
            }
            Ok(())
        })
        .await
    }

    async fn leaves(&self, estate: &EstateId, from: u64, limit: u32) -> Result<Vec<Vec<u8>>, StoreError> {
        let query = sqlx::query(LEAVES).bind(estate.as_bytes().as_slice()).bind(to_i64(from)?);
        let query = query.bind(i64::from(limit));
        let rows = bounded(async { Ok(query.fetch_all(self.pool()).await?) }).await?;
        rows.iter().map(|row| Ok(row.try_get(0)?)).collect()
    }

    async fn index_of(&self, estate: &EstateId, entry: &EntryId) -> Result<Option<u64>, StoreError> {
        let query =
            sqlx::query(INDEX_OF).bind(estate.as_bytes().as_slice()).bind(entry.as_bytes().as_slice());
        let row = bounded(async { Ok(query.fetch_optional(self.pool()).await?) }).await?;
        let Some(row) = row else { return Ok(None) };
        place(row.try_get(0)?).map(Some)
    }

    async fn blobs(&self, estate: &EstateId, ids: &[BlobId]) -> Result<Vec<Blob>, StoreError> {
        let mut blobs = Vec::with_capacity(ids.len());
        for mut query in some_blobs::<Postgres>(estate, ids) {
            let rows = bounded(async { Ok(query.build().fetch_all(self.pool()).await?) }).await?;
            for row in &rows {
                blobs.push(blob(row)?);
            }
        }
        Ok(blobs)
    }

    async fn erase(&self, estate: &EstateId, ids: &[BlobId]) -> Result<u64, StoreError> {
        durably(self.pool(), async |connection| {
            let mut gone = 0_u64;
            for mut query in erase_blobs::<Postgres>(estate, ids) {
                gone = gone.saturating_add(query.build().execute(&mut *connection).await?.rows_affected());
            }
            Ok(gone)
        })
        .await
    }

    async fn ping(&self) -> Result<(), StoreError> {
        bounded(async { Ok(sqlx::query(PING).execute(self.pool()).await?) }).await.map(drop)
    }
}
