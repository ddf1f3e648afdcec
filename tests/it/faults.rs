//! Crashes, broken disks, restored backups, rival servers: nothing given is lost, nothing is signed twice.

use std::sync::Arc;

use axum::http::StatusCode;
use yishi_protocol::body::Class;
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;
use yishi_protocol::wire::{Receipt, Submission};
use yishi_server::estates::OpenError;
use yishi_server::lock::{MemoryLock, SqliteLock};
use yishi_server::store::{LogStore, MemoryStore, SqliteStore};
use yishi_tests::faults::{Fault, Faulty};
use yishi_tests::people::{party, public};
use yishi_tests::post_office::{PostOffice, Vote};
use yishi_tests::stairwell::{ballot, resolution};

type FaultyOffice = (PostOffice, Vote, Arc<Faulty<MemoryStore>>, Arc<Faulty<MemoryLock>>);

async fn office() -> FaultyOffice {
    let (store, lock) = (Faulty::new(MemoryStore::new()), Faulty::new(MemoryLock::default()));
    let office = PostOffice::founded_in(Arc::clone(&store) as _, Arc::clone(&lock) as _).await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    (office, vote, store, lock)
}

async fn ballot_of(office: &PostOffice, agenda: EntryId, name: &str) -> Submission {
    let (body, blob) = ballot(agenda, party(name), &[&[0]], None);
    office.sign(name, body, vec![blob]).await.unwrap()
}

async fn size(office: &PostOffice) -> u64 {
    let estate = office.estates.get(&office.estate).await.unwrap();
    let published = estate.published();
    assert_eq!(published.log.tree().size(), published.signed_size);
    published.signed_size
}

/// Reads everything again, as an auditor would.
async fn check_log(office: &PostOffice) {
    let again = office.restarted().await.unwrap();
    assert_eq!(size(&again).await, size(office).await);
}

#[tokio::test]
async fn the_write_fails_and_nothing_is_kept() {
    let (office, vote, store, _) = office().await;
    let submission = ballot_of(&office, vote.agenda, "wang").await;
    let before = size(&office).await;
    store.set(Fault::FailsAndNothingIsKept);
    let answer = office.send(&submission).await.unwrap();
    assert_eq!((answer.status, answer.code().as_str()), (StatusCode::SERVICE_UNAVAILABLE, "UNAVAILABLE"));
    store.set(Fault::None);
    assert_eq!(size(&office).await, before);
    let receipt: Receipt = office.send(&submission).await.unwrap().json().unwrap();
    assert_eq!(receipt.proven.index, before);
    check_log(&office).await;
}

#[tokio::test]
async fn the_write_fails_but_the_entry_is_kept() {
    let (office, vote, store, _) = office().await;
    let submission = ballot_of(&office, vote.agenda, "wang").await;
    let before = size(&office).await;
    store.set(Fault::FailsButAllIsKept);
    assert_eq!(office.send(&submission).await.unwrap().status, StatusCode::SERVICE_UNAVAILABLE);
    store.set(Fault::None);
    let receipt: Receipt = office.send(&submission).await.unwrap().json().unwrap();
    assert_eq!(receipt.proven.index, before, "it is found where it was kept");
    receipt.open(&office.estate, &public("log")).unwrap();
    check_log(&office).await;
}

#[tokio::test]
async fn nothing_is_taken_while_the_store_cannot_be_read_again() {
    let (office, vote, store, _) = office().await;
    let submission = ballot_of(&office, vote.agenda, "wang").await;
    store.set(Fault::EverythingFails);
    for _ in 0..3 {
        assert_eq!(office.send(&submission).await.unwrap().status, StatusCode::SERVICE_UNAVAILABLE);
    }
    store.set(Fault::None);
    assert_eq!(office.send(&submission).await.unwrap().status, StatusCode::OK);
    let other = ballot_of(&office, vote.agenda, "li").await;
    assert_eq!(office.send(&other).await.unwrap().status, StatusCode::OK);
    check_log(&office).await;
}

#[tokio::test]
async fn a_full_database_takes_nothing_and_goes_on_when_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("yishi.db"), true).await.unwrap();
    let lock = Arc::new(SqliteLock::open(&folder.path().join("lock.db"), true).await.unwrap());
    let office = PostOffice::founded_in(Arc::new(store.clone()), lock).await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    // To SQLite the same as no room on the disk. It allows no less than there is, and holds for this connection alone: the
    // next one finds that room was made.
    sqlx::query("pragma max_page_count = 1").execute(store.writer()).await.unwrap();
    let mut full = None;
    for name in ["wang", "li", "wu", "zheng", "chen", "feng"].into_iter().cycle().take(60) {
        let (body, blob) = ballot(vote.agenda, party(name), &[&[0]], None);
        let submission = office.sign(name, body, vec![blob]).await.unwrap();
        let answer = office.send(&submission).await.unwrap();
        if answer.status == StatusCode::SERVICE_UNAVAILABLE {
            assert_eq!(answer.code(), "UNAVAILABLE");
            full = Some(submission);
            break;
        }
    }
    let submission = full.unwrap();
    let before = size(&office).await;
    let receipt: Receipt = office.send(&submission).await.unwrap().json().unwrap();
    assert_eq!(receipt.proven.index, before);
    check_log(&office).await;
}

#[tokio::test]
async fn the_lock_fails_and_the_answer_waits_until_it_holds() {
    for fault in [Fault::FailsAndNothingIsKept, Fault::FailsButAllIsKept] {
        let (office, vote, _, lock) = office().await;
        let submission = ballot_of(&office, vote.agenda, "wang").await;
        lock.set(fault);
        assert_eq!(office.send(&submission).await.unwrap().status, StatusCode::SERVICE_UNAVAILABLE);
        lock.set(Fault::None);
        let receipt: Receipt = office.send(&submission).await.unwrap().json().unwrap();
        receipt.open(&office.estate, &public("log")).unwrap();
        check_log(&office).await;
    }
}

#[tokio::test]
async fn after_a_crash_between_commit_and_signing_start_up_signs() {
    let (office, vote, _, lock) = office().await;
    let submission = ballot_of(&office, vote.agenda, "wang").await;
    lock.set(Fault::FailsAndNothingIsKept);
    assert_eq!(office.send(&submission).await.unwrap().status, StatusCode::SERVICE_UNAVAILABLE);
    lock.set(Fault::None);
    let restarted = office.restarted().await.unwrap();
    let id = yishi_protocol::verify(&submission.envelope.0).unwrap().id();
    let receipt: Receipt = restarted.get(&format!("/entries/{id}")).await.unwrap().json().unwrap();
    receipt.open(&office.estate, &public("log")).unwrap();
}

#[tokio::test]
async fn a_restored_older_database_is_not_served() {
    let folder = tempfile::tempdir().unwrap();
    let (database, backup) = (folder.path().join("yishi.db"), folder.path().join("backup.db"));
    let store = SqliteStore::open(&database, true).await.unwrap();
    let lock = Arc::new(SqliteLock::open(&folder.path().join("lock.db"), true).await.unwrap());
    let office = PostOffice::founded_in(Arc::new(store.clone()), Arc::clone(&lock) as _).await.unwrap();
    sqlx::query("vacuum into $1").bind(backup.to_str().unwrap()).execute(store.pool()).await.unwrap();
    office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (estate, clock) = (office.estate, Arc::clone(&office.clock));
    let restored: Arc<dyn LogStore> = Arc::new(SqliteStore::open(&backup, false).await.unwrap());
    let refused = PostOffice::started(restored, lock, estate, clock).await.unwrap_err();
    let refused = refused.to_string();
    assert!(refused.contains("restored from an older copy"), "{refused}");
    office.restarted().await.unwrap();
}

#[tokio::test]
async fn another_history_than_the_signed_one_is_not_served() {
    let (office, _, _, _) = office().await;
    // A log of the same estate that went another way, and is longer.
    let other: Arc<dyn LogStore> = Arc::new(MemoryStore::new());
    let leaves = office.store.leaves(&office.estate, 0, 1000).await.unwrap();
    let fork = leaves.len() - 2;
    let short: Vec<_> = leaves.iter().take(fork).cloned().collect();
    append_raw(&*other, office.estate, &short).await;
    let lock: Arc<MemoryLock> = Arc::default();
    let rival = PostOffice::started(Arc::clone(&other), lock, office.estate, Arc::clone(&office.clock))
        .await
        .unwrap();
    for letter in 10..16 {
        let body = yishi_tests::stairwell::codes(&["wang"], letter, yishi_tests::stairwell::hour(12, 31, 0));
        rival.say("root", body, vec![]).await.unwrap();
    }
    let refused =
        PostOffice::started(other, Arc::clone(&office.lock), office.estate, Arc::clone(&office.clock))
            .await
            .unwrap_err();
    let refused = refused.to_string();
    assert!(refused.contains(&OpenError::OtherHistory.to_string()), "{refused}");
}

async fn append_raw(store: &dyn LogStore, estate: yishi_protocol::id::EstateId, leaves: &[Vec<u8>]) {
    use yishi_server::store::{Append, NewEntry};
    let entries = leaves.iter().zip(0..).map(|(leaf, index)| {
        let entry = yishi_protocol::log::LogEntry::from_leaf(index, leaf).unwrap();
        NewEntry {
            entry_id: entry.entry.id(),
            leaf: leaf.clone(),
            leaf_hash: entry.leaf_hash(),
            blobs: vec![],
        }
    });
    store.append(&[Append { estate, first: 0, entries: entries.collect() }]).await.unwrap();
}

#[tokio::test]
async fn two_servers_on_one_store_write_one_log() {
    let (office, vote, _, _) = office().await;
    let rival = office.restarted().await.unwrap();
    for (office, name) in
        [(&office, "wang"), (&rival, "li"), (&office, "wu"), (&rival, "zheng"), (&rival, "chen")]
    {
        let submission = ballot_of(office, vote.agenda, name).await;
        let receipt: Receipt = office.send(&submission).await.unwrap().json().unwrap();
        receipt.open(&office.estate, &public("log")).unwrap();
    }
    check_log(&rival).await;
    // What one of them has taken, the other finds.
    let submission = ballot_of(&office, vote.agenda, "feng").await;
    let first: Receipt = rival.send(&submission).await.unwrap().json().unwrap();
    let again: Receipt = office.send(&submission).await.unwrap().json().unwrap();
    assert_eq!(first.proven.index, again.proven.index);
}

#[tokio::test]
async fn a_changed_leaf_in_the_database_is_not_served() {
    let (office, _, _, _) = office().await;
    let mut leaves = office.store.leaves(&office.estate, 0, 1000).await.unwrap();
    let bent: Arc<dyn LogStore> = Arc::new(MemoryStore::new());
    let last = leaves.len() - 1;
    append_raw(&*bent, office.estate, &leaves[..last]).await;
    let changed = leaves[last].len() - 1;
    leaves[last][changed] ^= 1;
    bent.append(&[yishi_server::store::Append {
        estate: office.estate,
        first: u64::try_from(last).unwrap(),
        entries: vec![yishi_server::store::NewEntry {
            entry_id: EntryId::from_bytes([9; 32]),
            leaf_hash: yishi_protocol::merkle::leaf_hash(&leaves[last]),
            leaf: leaves[last].clone(),
            blobs: vec![],
        }],
    }])
    .await
    .unwrap();
    let lock = Arc::new(MemoryLock::default());
    let refused =
        PostOffice::started(bent, lock, office.estate, Arc::clone(&office.clock)).await.unwrap_err();
    let refused = refused.to_string();
    assert!(refused.contains(Code::BadSignature.as_str()), "{refused}");
}
