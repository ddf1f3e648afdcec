//! Where the log and its blobs are kept: one contract, several keepers.
//!
//! A store keeps bytes and gives them back; it knows no rule and counts nothing. Every keeper, the one in memory too,
//! passes [`conformance`].

pub mod conformance;
mod files;
mod location;
mod memory;
mod postgres;
pub(crate) mod prompt;
mod rows;
mod sqlite;
mod statements;
mod trouble;

use async_trait::async_trait;
use yishi_protocol::blob::Blob;
use yishi_protocol::id::{BlobId, EntryId, EstateId, Hash};

pub(crate) use files::Files;
pub use location::{Server, StoreLocation};
pub use memory::MemoryStore;
pub use postgres::{PostgresPool, PostgresStore};
pub(crate) use postgres::{Tables, bounded, durably};
pub(crate) use rows::to_i64;
pub use sqlite::SqliteStore;
pub(crate) use sqlite::open_database;

/// Why a store could not do what it was asked.
#[derive(Debug)]
pub enum StoreError {
    /// A place in the log is taken: somebody else has written. Reload, judge again, try again.
    Conflict,
    /// A row is not what the store wrote.
    Corrupt {
        /// The table.
        table: &'static str,
        /// What is wrong with the row.
        what: String,
    },
    /// The database did not answer, or answered with a failure. Whether a write happened is unknown.
    Unavailable(Box<dyn std::error::Error + Send + Sync>),
}

impl std::fmt::Display for StoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            StoreError::Conflict => f.write_str("a place in the log is taken"),
            StoreError::Corrupt { table, what } => write!(f, "a row of {table} is corrupt: {what}"),
            StoreError::Unavailable(cause) => write!(f, "{cause}"),
        }
    }
}

impl std::error::Error for StoreError {}

/// An entry to be kept, with the blobs that came along.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// Its name.
    pub entry_id: EntryId,
    /// `received_ms` and envelope.
    pub leaf: Vec<u8>,
    /// The leaf's hash.
    pub leaf_hash: Hash,
    /// Its blobs. One that is kept already stays as it is.
    pub blobs: Vec<Blob>,
}

/// Entries for one estate's log.
#[derive(Clone, Debug)]
pub struct Append {
    /// Whose log.
    pub estate: EstateId,
    /// The place of the first entry: the log's size before.
    pub first: u64,
    /// The entries, in order.
    pub entries: Vec<NewEntry>,
}

/// Keeps logs and blobs.
#[async_trait]
pub trait LogStore: std::fmt::Debug + Send + Sync {
    /// The estates that have a log.
    async fn estates(&self) -> Result<Vec<EstateId>, StoreError>;

    /// Keeps entries and their blobs, all of them or nothing. Durable once it returns. `Conflict` if the
    /// first place is not the next one or an entry id is taken; then nothing was kept. After `Unavailable` it is unknown whether they were: read the log again.
    async fn append(&self, batch: &[Append]) -> Result<(), StoreError>;

    /// The leaves from `from` on, in order, at most `limit`. None beyond the end.
    async fn leaves(&self, estate: &EstateId, from: u64, limit: u32) -> Result<Vec<Vec<u8>>, StoreError>;

    /// The place of an entry.
    async fn index_of(&self, estate: &EstateId, entry: &EntryId) -> Result<Option<u64>, StoreError>;

    /// Those of the blobs that are kept, in any order. What was erased is simply not there.
    async fn blobs(&self, estate: &EstateId, ids: &[BlobId]) -> Result<Vec<Blob>, StoreError>;

    /// Erases blobs for good, and what the keeper has beside its tables of them: nobody who gets hold of its files reads them
    /// any more once it returns. What is not there is erased already; after `Unavailable` ask again. Returns how many were
    /// there.
    async fn erase(&self, estate: &EstateId, ids: &[BlobId]) -> Result<u64, StoreError>;

    /// A cheap question, to see whether the store answers.
    async fn ping(&self) -> Result<(), StoreError>;
}
