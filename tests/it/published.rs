//! A published log is a value: whoever reads keeps nobody waiting, and reads what any server has acknowledged. A start takes what
//! the log's key has signed, and nothing else.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use yishi_protocol::blob::Evidence;
use yishi_protocol::body::{Body, Class};
use yishi_protocol::checkpoint::{Checkpoint, SignedHead};
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::merkle::{MerkleTree, leaf_hash};
use yishi_protocol::rejection::Code;
use yishi_protocol::resume::Resuming;
use yishi_protocol::view::{ResultView, Served};
use yishi_protocol::wire::{Consistency, Receipt};
use yishi_server::lock::{CheckpointLock, MemoryLock, SqliteLock};
use yishi_server::store::{LogStore, SqliteStore};
use yishi_tests::faults::{Counted, Fault, Faulty, Suspended};
use yishi_tests::people::{key, party, public};
use yishi_tests::post_office::{PostOffice, Vote};
use yishi_tests::stairwell::{ballot, resolution};

async fn opened(store: Arc<dyn LogStore>, lock: Arc<dyn CheckpointLock>) -> (PostOffice, Vote) {
    let office = PostOffice::founded_in(store, lock).await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    (office, vote)
}

/// Votes, and gives the head of the receipt.
async fn cast(office: &PostOffice, vote: &Vote, name: &str) -> Checkpoint {
    let (body, blob) = ballot(vote.agenda, party(name), &[&[0]], None);
    let answer = office.send(&office.sign(name, body, vec![blob]).await.unwrap()).await.unwrap();
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.code());
    answer.json::<Receipt>().unwrap().open(&office.estate, &public("log")).unwrap().0
}

async fn size(office: &PostOffice) -> u64 {
    office.estates.get(&office.estate).await.unwrap().published().signed_size
}

#[tokio::test]
async fn a_reader_who_waits_for_the_store_keeps_no_ballot_from_its_receipt() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("yishi.db"), true).await.unwrap();
    let store = Suspended::new(Arc::new(store));
    let (office, vote) = opened(Arc::clone(&store) as _, Arc::<MemoryLock>::default()).await;
    let before = size(&office).await;
    let (there, go) = store.suspend();
    let path = format!("/agendas/{}/result", vote.agenda);
    let voting = async {
        there.await.unwrap();
        let heads = [cast(&office, &vote, "wang").await, cast(&office, &vote, "li").await];
        go.send(()).unwrap();
        heads
    };
    let (answer, heads) = tokio::join!(office.get(&path), voting);
    assert_eq!(heads.map(|head| head.size), [before + 1, before + 2]);
    // What was read is what was there when the reading began, and is proven by its own note.
    let served: Served<ResultView> = answer.unwrap().json().unwrap();
    let opened = served.open((&office.estate, &public("log")), Body::decode).unwrap();
    assert_eq!(opened.checkpoint.size, before);
    opened.entry(&vote.agenda).unwrap();
    assert_eq!(served.stated.agenda.turnout_heads, 0);
}

#[tokio::test]
async fn a_server_that_did_not_write_shows_what_another_acknowledged_and_reads_no_more_than_that() {
    let (store, lock) = (Arc::<Counted>::default(), Arc::<MemoryLock>::default());
    let (office, vote) = opened(Arc::clone(&store) as _, Arc::clone(&lock) as _).await;
    let clock = Arc::clone(&office.clock);
    let other = PostOffice::started(Arc::clone(&store) as _, lock, office.estate, clock).await.unwrap();
    for (here, there, name) in [(&office, &other, "wang"), (&other, &office, "li"), (&office, &other, "wu")] {
        let head = cast(here, &vote, name).await;
        let before = store.leaves_read();
        let answer = there.get(&format!("/checkpoint?since={}", head.size)).await.unwrap();
        let newest: Consistency = answer.json().unwrap();
        let shown = Checkpoint::open(&newest.checkpoint, &office.estate, &public("log")).unwrap();
        assert_eq!((shown, newest.proof.len()), (head, 0));
        // Its own last one, to see that it is the same log, and the new one.
        assert_eq!(store.leaves_read() - before, 2);
    }
}

#[tokio::test]
async fn while_the_lock_does_not_answer_the_newest_known_log_is_shown_and_no_phone_is_told_of_a_split() {
    let (store, lock) = (Arc::<Counted>::default(), Faulty::new(MemoryLock::default()));
    let (office, _) = opened(store, Arc::clone(&lock) as _).await;
    let size = size(&office).await;
    lock.set(Fault::EverythingFails);
    assert_eq!(office.get(&format!("/checkpoint?since={size}")).await.unwrap().status, StatusCode::OK);
    let ahead = office.get(&format!("/checkpoint?since={}", size + 1)).await.unwrap();
    assert_eq!((ahead.status, ahead.code().as_str()), (StatusCode::SERVICE_UNAVAILABLE, "UNAVAILABLE"));
    lock.set(Fault::None);
    let ahead = office.get(&format!("/checkpoint?since={}", size + 1)).await.unwrap();
    assert_eq!(ahead.code(), "VIEW_AHEAD", "now it is known that nobody has signed so much");
}

/// A server has to catch up with another one, and its store does not answer whoever reads: that reader is told so, soon, and keeps
/// no ballot of this server from its receipt.
#[tokio::test]
async fn a_store_that_hangs_for_a_reader_keeps_no_ballot_waiting() {
    let (shared, lock) = (Arc::<Counted>::default(), Arc::<MemoryLock>::default());
    let (office, vote) = opened(Arc::clone(&shared) as _, Arc::clone(&lock) as _).await;
    let (store, clock) = (Suspended::new(shared), Arc::clone(&office.clock));
    let other = PostOffice::started(Arc::clone(&store) as _, lock, office.estate, clock).await.unwrap();
    let (body, blob) = ballot(vote.agenda, party("li"), &[&[0]], None);
    let li = other.sign("li", body, vec![blob]).await.unwrap();
    let head = cast(&office, &vote, "wang").await;

    let (there, go) = store.suspend_leaves();
    let voting = async {
        there.await.unwrap();
        // The reader waits inside the store, and nobody lets it out before the ballot has its receipt.
        let answer = other.send(&li).await.unwrap();
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.code());
        drop(go);
        answer.json::<Receipt>().unwrap().open(&office.estate, &public("log")).unwrap().0
    };
    let both = async { tokio::join!(other.get("/agendas"), other.get("/agendas"), voting) };
    let (one, two, voted) =
        tokio::time::timeout(Duration::from_mins(1), both).await.expect("nobody waits for the store");
    for answer in [one.unwrap(), two.unwrap()] {
        // Whoever came first has met the store; nobody is shown less than was acknowledged.
        let told = (answer.status, answer.code());
        let soon = (StatusCode::SERVICE_UNAVAILABLE, "UNAVAILABLE".to_owned());
        assert!(told == soon || told.0 == StatusCode::OK, "{told:?}");
    }
    assert_eq!(voted.size, head.size + 1, "it stands after what the other server took");
    assert_eq!(other.get("/agendas").await.unwrap().status, StatusCode::OK);
}

/// The leaves of a log with a few ballots.
async fn leaves() -> (PostOffice, Vec<Vec<u8>>) {
    let store = Arc::<Counted>::default();
    let (office, vote) = opened(Arc::clone(&store) as _, Arc::<MemoryLock>::default()).await;
    cast(&office, &vote, "wang").await;
    let leaves = store.leaves(&office.estate, 0, 1000).await.unwrap();
    (office, leaves)
}

/// The head of these leaves, signed by the key of that name.
fn signed(office: &PostOffice, leaves: &[Vec<u8>], by: &str) -> Result<SignedHead, Code> {
    let mut tree = MerkleTree::new();
    for leaf in leaves {
        tree.push(leaf_hash(leaf));
    }
    let head = Checkpoint { estate: office.estate, size: tree.size(), root: tree.root() };
    SignedHead::open(&head.sign(&key(by)), &office.estate, &public("log")).map_err(|refused| refused.code)
}

fn resumed(head: SignedHead, leaves: &[Vec<u8>]) -> Result<Log, Code> {
    let mut resuming = Resuming::new(head);
    let taken = leaves.iter().try_for_each(|leaf| resuming.take(leaf));
    taken.and_then(|()| resuming.finish()).map_err(|refused| refused.code)
}

#[tokio::test]
async fn what_a_signed_head_covers_needs_no_signature_and_nothing_else_is_taken() {
    let (office, leaves) = leaves().await;
    let head = signed(&office, &leaves, "log").unwrap();
    let mut replayed = Log::new();
    for (index, leaf) in (0..).zip(&leaves) {
        replayed.replay(&LogEntry::from_leaf(index, leaf).unwrap(), &Evidence::new()).unwrap();
    }
    let log = resumed(head, &leaves).unwrap();
    assert_eq!(log.state().state_hash(), replayed.state().state_hash());
    assert_eq!(log.view(), replayed.view());

    // The last byte of a leaf belongs to its signature. Where the log has not signed the leaf, it is not taken.
    let mut changed = leaves.clone();
    *changed.last_mut().unwrap().last_mut().unwrap() ^= 1;
    assert_eq!(resumed(head, &changed).unwrap_err(), Code::ViewMismatch);
    // Where it has, nobody asks again: this is the log's own word.
    resumed(signed(&office, &changed, "log").unwrap(), &changed).unwrap();

    let (_, fewer) = leaves.split_last().unwrap();
    assert_eq!(resumed(head, fewer).unwrap_err(), Code::ViewAhead);
    assert_eq!(resumed(signed(&office, fewer, "log").unwrap(), &leaves).unwrap_err(), Code::ViewAhead);
    assert_eq!(signed(&office, &leaves, "wang").unwrap_err(), Code::BadSignature);
    // Signatures aside, the rules are asked as ever.
    let mut twice = leaves.clone();
    twice.push(leaves.last().unwrap().clone());
    assert!(resumed(signed(&office, &twice, "log").unwrap(), &twice).is_err());
}

/// A server on files that has taken ballots and was stopped; the files are open beside it.
async fn stopped() -> (tempfile::TempDir, PostOffice, SqliteStore) {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("yishi.db"), true).await.unwrap();
    let lock = Arc::new(SqliteLock::open(&folder.path().join("lock.db"), true).await.unwrap());
    let (office, vote) = opened(Arc::new(store.clone()), lock).await;
    cast(&office, &vote, "wang").await;
    (folder, office, store)
}

async fn run(path: &Path, sql: &'static str, blob: Option<Vec<u8>>) {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    sqlx::query(sql).bind(blob).execute(&pool).await.unwrap();
    pool.close().await;
}

#[tokio::test]
async fn a_start_takes_no_leaf_that_was_not_signed_and_no_head_of_another_key() {
    let (folder, office, store) = stopped().await;
    office.restarted().await.unwrap();
    let leaves = store.leaves(&office.estate, 0, 1000).await.unwrap();
    let database = folder.path().join("yishi.db");
    run(&database, "drop trigger log_entries_are_never_changed", None).await;
    let put = "update log_entries set leaf = $1 where idx = (select max(idx) from log_entries)";
    let last = leaves.last().unwrap();
    // The server's own date is under no signature but the log's; the signature is under none but the log's either.
    let mut later = last.clone();
    later[7] ^= 1;
    run(&database, put, Some(later)).await;
    let refused = office.restarted().await.unwrap_err().to_string();
    assert!(refused.contains("another history"), "{refused}");
    let mut unsigned = last.clone();
    *unsigned.last_mut().unwrap() ^= 1;
    run(&database, put, Some(unsigned)).await;
    let refused = office.restarted().await.unwrap_err().to_string();
    assert!(refused.contains("BAD_SIGNATURE"), "{refused}");
    run(&database, put, Some(last.clone())).await;
    office.restarted().await.unwrap();

    // A head of the same leaves that somebody else has signed is nobody's word.
    let mut tree = MerkleTree::new();
    for leaf in &leaves {
        tree.push(leaf_hash(leaf));
    }
    let head = Checkpoint { estate: office.estate, size: tree.size(), root: tree.root() };
    let note = head.sign(&key("wang")).into_bytes();
    run(&folder.path().join("lock.db"), "update checkpoint_lock set note = cast($1 as text)", Some(note))
        .await;
    let refused = office.restarted().await.unwrap_err().to_string();
    assert!(refused.contains("another history"), "{refused}");
}
