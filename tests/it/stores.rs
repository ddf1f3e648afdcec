//! Every keeper passes the same exam, and SQLite keeps what it promises on disk.

use std::sync::Arc;

use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{EntryId, EstateId, Hash};
use yishi_protocol::merkle::leaf_hash;
use yishi_server::lock::{CheckpointLock, Head, MemoryLock, Split, SqliteLock};
use yishi_server::store::{Append, LogStore, MemoryStore, NewEntry, SqliteStore, StoreError, conformance};

#[tokio::test]
async fn the_store_in_memory_passes() {
    conformance::check(Arc::new(MemoryStore::new())).await.unwrap();
}

#[tokio::test]
async fn sqlite_passes() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("yishi.db"), true).await.unwrap();
    conformance::check(Arc::new(store)).await.unwrap();
}

fn one_entry() -> Append {
    let leaf = b"a leaf".to_vec();
    let entry = NewEntry {
        entry_id: EntryId::from_bytes([1; 32]),
        leaf_hash: leaf_hash(&leaf),
        leaf,
        blobs: vec![yishi_tests::stairwell::consent()],
    };
    Append { estate: EstateId::from_bytes([1; 32]), first: 0, entries: vec![entry] }
}

#[tokio::test]
async fn what_sqlite_kept_is_there_after_it_was_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("yishi.db");
    let store = SqliteStore::open(&path, true).await.unwrap();
    store.append(&[one_entry()]).await.unwrap();
    store.close().await;
    let store = SqliteStore::open(&path, false).await.unwrap();
    let estate = EstateId::from_bytes([1; 32]);
    assert_eq!(store.leaves(&estate, 0, 9).await.unwrap(), [b"a leaf".to_vec()]);
    let consent = yishi_tests::stairwell::consent();
    assert_eq!(store.blobs(&estate, &[consent.id()]).await.unwrap(), [consent]);
}

#[tokio::test]
async fn sqlite_lets_nobody_change_or_delete_an_entry() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("yishi.db"), true).await.unwrap();
    store.append(&[one_entry()]).await.unwrap();
    for sql in ["update log_entries set leaf = x'00'", "delete from log_entries"] {
        let refused = sqlx::query(sql).execute(store.pool()).await.unwrap_err().to_string();
        assert!(refused.contains("log_entries is append-only"), "{refused}");
    }
}

/// Settings belong to a connection. Asked is the one that the store appends with, and it shows that it is: what is appended
/// counts among its own changes.
#[tokio::test]
async fn sqlite_syncs_every_commit_and_overwrites_what_is_erased() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("yishi.db"), true).await.unwrap();
    let changes = async || {
        let changes = sqlx::query_scalar::<_, i64>("select total_changes()");
        changes.fetch_one(store.writer()).await.unwrap()
    };
    let before = changes().await;
    store.append(&[one_entry()]).await.unwrap();
    assert_eq!(changes().await, before + 2, "an entry and a blob");
    for pool in [store.writer(), store.pool()] {
        let number =
            async |sql: &'static str| sqlx::query_scalar::<_, i64>(sql).fetch_one(pool).await.unwrap();
        let journal = sqlx::query_scalar::<_, String>("pragma journal_mode").fetch_one(pool).await.unwrap();
        assert_eq!(journal, "wal");
        assert_eq!(number("pragma synchronous").await, 2, "FULL");
        assert_eq!(number("pragma secure_delete").await, 1);
        assert_eq!(number("pragma foreign_keys").await, 1);
    }
}

#[tokio::test]
async fn a_file_that_is_not_there_is_not_made_by_serving() {
    let folder = tempfile::tempdir().unwrap();
    let missing = SqliteStore::open(&folder.path().join("nothing.db"), false).await;
    assert!(matches!(missing, Err(StoreError::Unavailable(_))));
}

pub(crate) async fn a_lock_moves_from_where_it_was_found(lock: &dyn CheckpointLock) {
    let (estate, other) = (EstateId::from_bytes([1; 32]), EstateId::from_bytes([2; 32]));
    let at = |size, byte| {
        let checkpoint = Checkpoint { estate, size, root: Hash::from_bytes([byte; 32]) };
        Head { checkpoint, note: format!("{size} {byte}") }
    };
    let (three, five, rival) = (at(3, 3), at(5, 5), at(5, 6));
    let conflict = |outcome| matches!(outcome, Err(StoreError::Conflict));
    assert_eq!(lock.load(&estate).await.unwrap(), None);
    assert!(conflict(lock.swap(Some(&three.checkpoint), &five).await), "there is nothing to move from");
    lock.swap(None, &three).await.unwrap();
    assert!(conflict(lock.swap(None, &rival).await), "it is no longer nothing");
    assert!(conflict(lock.swap(Some(&at(3, 4).checkpoint), &five).await), "the size alone is not enough");
    assert!(conflict(lock.swap(Some(&at(2, 3).checkpoint), &five).await), "nor the root");
    lock.swap(Some(&three.checkpoint), &five).await.unwrap();
    assert!(conflict(lock.swap(Some(&three.checkpoint), &rival).await), "somebody else was faster");
    assert_eq!(lock.load(&estate).await.unwrap(), Some(five.clone()));
    assert_eq!(lock.load(&other).await.unwrap(), None);
    let split = Split { signed: five.note, found: rival.checkpoint };
    for _ in 0..2 {
        lock.keep_split(&split).await.unwrap();
    }
    assert_eq!(lock.splits(&estate).await.unwrap(), [split]);
    assert_eq!(lock.splits(&other).await.unwrap(), []);
}

#[tokio::test]
async fn every_lock_moves_from_where_it_was_found() {
    let folder = tempfile::tempdir().unwrap();
    a_lock_moves_from_where_it_was_found(&MemoryLock::default()).await;
    let lock = SqliteLock::open(&folder.path().join("lock.db"), true).await.unwrap();
    a_lock_moves_from_where_it_was_found(&lock).await;
}
