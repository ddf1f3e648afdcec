//! Every SQL text of the log, once. `$N` parameters, so that the same text serves SQLite and PostgreSQL.

pub(super) const ESTATES: &str = "select distinct estate from log_entries where idx = 0";

/// Where the next entry of an estate belongs.
pub(super) const SIZE: &str = "select coalesce(max(idx) + 1, 0) from log_entries where estate = $1";

pub(super) const LEAVES: &str =
    "select leaf from log_entries where estate = $1 and idx >= $2 order by idx limit $3";

pub(super) const INDEX_OF: &str = "select idx from log_entries where estate = $1 and entry_id = $2";

/// Blobs are read in statements of several, by a list of ids that ends with a bracket.
pub(super) const SOME_BLOBS: &str = "select kind, context, salt, payload from blob_items where estate = ";
pub(super) const AND_BLOB_IN: &str = " and blob_id in (";

/// What the law has erased, by a list of ids that ends with a bracket.
pub(super) const ERASE_BLOBS: &str = "delete from blob_items where estate = ";

/// How many ids one statement asks for at most: a power of two.
pub(super) const BLOBS: usize = 256;

pub(super) const PING: &str = "select 1";

/// SQLite only. Taking the write lock at once: a transaction that begins by reading could fail when it comes to write.
pub(super) const BEGIN: &str = "begin immediate";

/// SQLite only. Changes nothing, and fails where nothing may be written; beginning a transaction does not.
pub(super) const MAY_WRITE: &str = "update _sqlx_migrations set version = version where 1 = 0";

/// SQLite only. A row if the file has ever had tables of ours.
pub(super) const IS_OURS: &str = "select 1 from sqlite_master where name = '_sqlx_migrations'";

/// SQLite only. Waits for nobody: what is still being read stays for the next time.
pub(super) const CHECKPOINT: &str = "pragma wal_checkpoint(passive)";

/// SQLite only. Moves everything into the tables and empties the write-ahead log: until then it says what was erased. The
/// first column is 1 if somebody still reads an older state.
pub(super) const TRUNCATE: &str = "pragma wal_checkpoint(truncate)";

/// PostgreSQL only. A commit is on disk before it is answered, whatever the database does otherwise; a server that was cut off
/// in the middle of a transaction does not keep the next place from the others for long; and nobody waits for it longer.
pub(crate) const BEGIN_DURABLY: &str = "begin; set local synchronous_commit = on;
    set local idle_in_transaction_session_timeout = '10s'; set local lock_timeout = '15s'";

/// PostgreSQL only. Settings that decide whether what was committed is kept, and as what it is kept. A database that has no such
/// setting says null: one that always syncs has none to turn off.
pub(super) const PROMISES: &str =
    "select current_setting('fsync', true), current_setting('synchronous_commit', true),
    current_setting('server_encoding', true), current_setting('transaction_read_only', true)";

/// PostgreSQL only. A row for each table of that name, in whatever schema.
pub(super) const TABLE: &str = "select 1 from pg_catalog.pg_tables where tablename = $1";

/// PostgreSQL only. What has been done to the tables.
pub(super) const MIGRATED: &str =
    "select version, checksum from _sqlx_migrations where success order by version";

/// PostgreSQL only. Adds nothing, and fails where nothing may be added.
pub(super) const MAY_ADD: &[&str] = &[
    "insert into log_entries (estate, idx, entry_id, leaf, leaf_hash)
     select estate, idx, entry_id, leaf, leaf_hash from log_entries where 1 = 0",
    "insert into blob_items (estate, blob_id, kind, context, salt, payload)
     select estate, blob_id, kind, context, salt, payload from blob_items where 1 = 0",
];

/// PostgreSQL only. Which cluster it is; fails where somebody may not know, or there is none.
pub(super) const CLUSTER: &str = "select system_identifier from pg_catalog.pg_control_system()";

/// Rows are added in statements of several: a statement a row would spend most of the time in round trips.
pub(super) const INSERT_ENTRIES: &str = "insert into log_entries (estate, idx, entry_id, leaf, leaf_hash) ";
pub(super) const INSERT_BLOBS: &str =
    "insert into blob_items (estate, blob_id, kind, context, salt, payload) ";

/// A taken place or entry id changes no row, which `rows_affected` shows: the compare-and-swap of the log.
pub(super) const NOTHING_IF_TAKEN: &str = " on conflict do nothing";

/// How many rows one statement adds.
pub(super) const ROWS: usize = 16;
