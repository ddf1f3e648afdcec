//! Two servers on copies, a backup restored under a running one, a process that slept: no two signed heads disagree, and no
//! ballot that was acknowledged is gone behind a 200.

use std::path::Path;
use std::sync::Arc;

use axum::http::StatusCode;
use yishi_protocol::body::Class;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{EntryId, EstateId};
use yishi_protocol::wire::{Base64Bytes, Receipt, Submission};
use yishi_server::lock::{CheckpointLock, SqliteLock};
use yishi_server::store::{LogStore, SqliteStore};
use yishi_tests::faults::Suspended;
use yishi_tests::people::{party, public};
use yishi_tests::post_office::{Answer, PostOffice, Vote};
use yishi_tests::stairwell::{ballot, codes, consent, enrol, hour, resolution};

/// A server on files, in the middle of a vote.
struct Filed {
    folder: tempfile::TempDir,
    store: SqliteStore,
    lock: Arc<SqliteLock>,
    office: PostOffice,
    vote: Vote,
}

async fn filed() -> Filed {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("yishi.db"), true).await.unwrap();
    let lock = Arc::new(SqliteLock::open(&folder.path().join("lock.db"), true).await.unwrap());
    let office = PostOffice::founded_in(Arc::new(store.clone()), Arc::clone(&lock) as _).await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    Filed { folder, store, lock, office, vote }
}

impl Filed {
    /// The same lock, as another process opens it.
    async fn lock_again(&self) -> Arc<SqliteLock> {
        Arc::new(SqliteLock::open(&self.folder.path().join("lock.db"), false).await.unwrap())
    }

    /// A copy of the database.
    async fn copy(&self, name: &str) -> SqliteStore {
        let path = self.folder.path().join(name);
        let copy = sqlx::query("vacuum into $1").bind(path.to_str().unwrap());
        copy.execute(self.store.pool()).await.unwrap();
        SqliteStore::open(&path, false).await.unwrap()
    }

    /// Another server, on a store and a lock.
    async fn rival(&self, store: &SqliteStore, lock: Arc<dyn CheckpointLock>) -> PostOffice {
        let (estate, clock) = (self.office.estate, Arc::clone(&self.office.clock));
        PostOffice::started(Arc::new(store.clone()), lock, estate, clock).await.unwrap()
    }

    async fn cast(&self, office: &PostOffice, name: &str) -> Answer {
        let (body, blob) = ballot(self.vote.agenda, party(name), &[&[0]], None);
        office.send(&office.sign(name, body, vec![blob]).await.unwrap()).await.unwrap()
    }
}

/// Puts the content of an older file in the place of the newer one, in one transaction beside whoever has it open, as
/// `.restore` does.
async fn restore(store: &SqliteStore, backup: &Path) {
    let mut connection = store.pool().acquire().await.unwrap();
    let attach = sqlx::query("attach $1 as backup").bind(backup.to_str().unwrap());
    attach.execute(&mut *connection).await.unwrap();
    for sql in [
        "begin immediate",
        "drop trigger log_entries_are_never_deleted",
        "delete from main.log_entries",
        "insert into main.log_entries select * from backup.log_entries",
        "delete from main.blob_items",
        "insert into main.blob_items select * from backup.blob_items",
        "commit",
        "detach backup",
    ] {
        sqlx::query(sql).execute(&mut *connection).await.unwrap();
    }
}

async fn size(store: &SqliteStore, estate: &EstateId) -> usize {
    store.leaves(estate, 0, 1000).await.unwrap().len()
}

fn receipt(office: &PostOffice, answer: &Answer) -> (Checkpoint, EntryId) {
    assert_eq!(answer.status, StatusCode::OK, "{}", String::from_utf8_lossy(&answer.body));
    let receipt: Receipt = answer.json().unwrap();
    let (checkpoint, entry) = receipt.open(&office.estate, &public("log")).unwrap();
    (checkpoint, entry.entry.id())
}

fn has_stopped(answer: &Answer) {
    let said = (answer.status, answer.code());
    assert_eq!(said, (StatusCode::SERVICE_UNAVAILABLE, "HISTORY_SPLIT".to_owned()));
}

/// Every head that was signed is a head of the log that a store keeps.
async fn one_history(office: &PostOffice, heads: &[Checkpoint]) {
    let again = office.restarted().await.unwrap();
    let estate = again.estates.get(&again.estate).await.unwrap();
    let published = estate.published();
    for head in heads {
        assert_eq!(published.log.tree().root_at(head.size), Some(head.root));
    }
}

#[tokio::test]
async fn of_two_servers_on_copies_of_a_database_only_one_signs() {
    let filed = filed().await;
    let copy = filed.copy("copy.db").await;
    let rival = filed.rival(&copy, filed.lock_again().await).await;
    let before = size(&copy, &filed.office.estate).await;
    let (first, _) = receipt(&filed.office, &filed.cast(&filed.office, "wang").await);
    // As many entries as the lock has, and other ones.
    has_stopped(&filed.cast(&rival, "li").await);
    assert_eq!(size(&copy, &filed.office.estate).await, before, "a fork that is seen is not written");
    // It does not grow past the lock either, and shows nobody a log that was not signed.
    has_stopped(&filed.cast(&rival, "wu").await);
    has_stopped(&rival.get("/agendas").await.unwrap());
    let health = axum::http::Request::get("/healthz").body(axum::body::Body::empty()).unwrap();
    assert_eq!(rival.call(health).await.unwrap().status, StatusCode::SERVICE_UNAVAILABLE);
    let (second, _) = receipt(&filed.office, &filed.cast(&filed.office, "zheng").await);
    one_history(&filed.office, &[first, second]).await;
    let splits = filed.lock.splits(&filed.office.estate).await.unwrap();
    assert_eq!(splits.len(), 1, "both heads are kept");
    let signed = Checkpoint::open(&splits[0].signed, &filed.office.estate, &public("log")).unwrap();
    assert_eq!((signed, splits[0].found.size), (first, first.size - 1));
}

#[tokio::test]
async fn a_backup_restored_under_a_running_server_hides_no_ballot_behind_a_200() {
    let filed = filed().await;
    drop(filed.copy("backup.db").await);
    let mut heads = Vec::new();
    for name in ["wang", "li"] {
        heads.push(receipt(&filed.office, &filed.cast(&filed.office, name).await).0);
    }
    let newest = filed.copy("newest.db").await;
    restore(&filed.store, &filed.folder.path().join("backup.db")).await;
    let before = size(&filed.store, &filed.office.estate).await;
    // Two to reach the lock's size again, one to pass it.
    for name in ["wu", "zheng", "chen", "chu"] {
        has_stopped(&filed.cast(&filed.office, name).await);
    }
    assert_eq!(size(&filed.store, &filed.office.estate).await, before, "nothing grows on what was restored");
    assert_eq!(filed.lock.splits(&filed.office.estate).await.unwrap().len(), 1);
    let refused = filed.office.restarted().await.unwrap_err().to_string();
    assert!(refused.contains("restored from an older copy"), "{refused}");
    // With the newest database back, everything that was acknowledged is there and it goes on.
    let again = filed.rival(&newest, filed.lock_again().await).await;
    heads.push(receipt(&again, &filed.cast(&again, "wu").await).0);
    one_history(&again, &heads).await;
}

#[tokio::test]
async fn a_server_knows_its_own_head_even_if_the_lock_was_restored_too() {
    let filed = filed().await;
    let before = size(&filed.store, &filed.office.estate).await;
    drop(filed.copy("backup.db").await);
    let sql = "select size, root, note from checkpoint_lock";
    let path = filed.folder.path().join("lock.db");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path);
    let lock = sqlx::SqlitePool::connect_with(options).await.unwrap();
    let (held, root, note): (i64, Vec<u8>, String) = sqlx::query_as(sql).fetch_one(&lock).await.unwrap();
    let (acknowledged, entry) = receipt(&filed.office, &filed.cast(&filed.office, "wang").await);
    let newest = filed.copy("newest.db").await;
    restore(&filed.store, &filed.folder.path().join("backup.db")).await;
    sqlx::query("drop trigger checkpoint_lock_moves_forward_only").execute(&lock).await.unwrap();
    let back = sqlx::query("update checkpoint_lock set size = $1, root = $2, note = $3");
    back.bind(held).bind(root).bind(note).execute(&lock).await.unwrap();
    has_stopped(&filed.cast(&filed.office, "li").await);
    assert_eq!(filed.lock.splits(&filed.office.estate).await.unwrap().len(), 1);
    // What it kept is not forgotten with the process: no server starts on the shorter log, though that is the lock's by now.
    let refused = filed.office.restarted().await.unwrap_err().to_string();
    assert!(refused.contains(&format!("{} were signed", acknowledged.size)), "{refused}");
    assert_eq!(size(&filed.store, &filed.office.estate).await, before);
    let stands = filed.lock.load(&filed.office.estate).await.unwrap().unwrap();
    assert_eq!(i64::try_from(stands.checkpoint.size), Ok(held), "nothing was signed on the way");
    // The newest database has both heads, and goes on with everything that was acknowledged.
    let again = filed.rival(&newest, filed.lock_again().await).await;
    assert_eq!(receipt(&again, &again.get(&format!("/entries/{entry}")).await.unwrap()).1, entry);
    let next = receipt(&again, &filed.cast(&again, "li").await).0;
    one_history(&again, &[acknowledged, next]).await;
    assert_eq!(filed.lock.splits(&filed.office.estate).await.unwrap().len(), 1, "both heads stay kept");
}

/// Whoever copied the lock has signed twice. No log has both, so one goes on, and what contradicts it is forgotten by nobody.
#[tokio::test]
async fn of_two_signed_histories_the_locks_goes_on_and_the_other_stays_proven() {
    let filed = filed().await;
    let copy = filed.copy("copy.db").await;
    let path = filed.folder.path().join("copied-lock.db");
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(filed.folder.path().join("lock.db"));
    let lock = sqlx::SqlitePool::connect_with(options).await.unwrap();
    sqlx::query("vacuum into $1").bind(path.to_str().unwrap()).execute(&lock).await.unwrap();
    let copied = Arc::new(SqliteLock::open(&path, false).await.unwrap());
    let rival = filed.rival(&copy, copied).await;
    let (other, _) = receipt(&rival, &filed.cast(&rival, "li").await);
    let (first, entry) = receipt(&filed.office, &filed.cast(&filed.office, "wang").await);
    assert!(first.size == other.size && first.root != other.root);
    // Somebody puts the copy's log under the running server, and then the right one back.
    let right = filed.copy("right.db").await;
    restore(&filed.store, &filed.folder.path().join("copy.db")).await;
    has_stopped(&filed.cast(&filed.office, "wu").await);
    assert!(filed.office.restarted().await.is_err());
    let again = filed.rival(&right, filed.lock_again().await).await;
    assert_eq!(receipt(&again, &again.get(&format!("/entries/{entry}")).await.unwrap()).1, entry);
    one_history(&again, &[first]).await;
    let splits = filed.lock.splits(&filed.office.estate).await.unwrap();
    assert_eq!((splits.len(), splits[0].found), (1, other), "the other history's head is kept");
    // What was acknowledged in the other history alone comes in as the same bytes, if its author had seen none of that.
    let leaf = copy.leaves(&filed.office.estate, other.size - 1, 1).await.unwrap().pop().unwrap();
    let leaf = yishi_protocol::log::LogEntry::from_leaf(other.size - 1, &leaf).unwrap();
    let blobs = copy.blobs(&filed.office.estate, &leaf.entry.body().named_blobs()).await.unwrap();
    let envelope = Base64Bytes(leaf.entry.bytes().to_vec());
    let (head, collected) = receipt(&again, &again.send(&Submission { blobs, envelope }).await.unwrap());
    assert_eq!(collected, leaf.entry.id());
    one_history(&again, &[first, head]).await;
}

#[tokio::test]
async fn a_process_that_slept_before_it_signed_signs_what_stands_now() {
    let filed = filed().await;
    let slow = Suspended::new(filed.lock_again().await);
    let sleeper = filed.rival(&filed.store, Arc::clone(&slow) as _).await;
    let (there, go) = slow.suspend();
    let slept = filed.cast(&sleeper, "wang");
    let others = async {
        there.await.unwrap();
        let mut heads = Vec::new();
        for name in ["li", "wu"] {
            heads.push(receipt(&filed.office, &filed.cast(&filed.office, name).await).0);
        }
        go.send(()).unwrap();
        heads
    };
    let (slept, mut heads) = tokio::join!(slept, others);
    let (head, entry) = receipt(&sleeper, &slept);
    assert_eq!(head, heads[1], "a lost swap is no mismatch: the newest head covers it");
    heads.push(head);
    heads.push(receipt(&sleeper, &filed.cast(&sleeper, "zheng").await).0);
    let found = filed.office.get(&format!("/entries/{entry}")).await.unwrap();
    heads.push(receipt(&filed.office, &found).0);
    one_history(&filed.office, &heads).await;
    assert_eq!(filed.lock.splits(&filed.office.estate).await.unwrap(), []);
}

#[tokio::test]
async fn a_process_that_slept_on_a_copy_signs_nothing() {
    let filed = filed().await;
    let copy = filed.copy("copy.db").await;
    let slow = Suspended::new(filed.lock_again().await);
    let sleeper = filed.rival(&copy, Arc::clone(&slow) as _).await;
    let (there, go) = slow.suspend();
    let slept = filed.cast(&sleeper, "wang");
    let other = async {
        there.await.unwrap();
        let head = receipt(&filed.office, &filed.cast(&filed.office, "li").await).0;
        go.send(()).unwrap();
        head
    };
    let (slept, head) = tokio::join!(slept, other);
    has_stopped(&slept);
    has_stopped(&filed.cast(&sleeper, "wu").await);
    one_history(&filed.office, &[head]).await;
    let splits = filed.lock.splits(&filed.office.estate).await.unwrap();
    let signed = Checkpoint::open(&splits[0].signed, &filed.office.estate, &public("log")).unwrap();
    assert_eq!(
        (splits.len(), signed, splits[0].found.size),
        (1, head, head.size),
        "of one size, and not the same"
    );
    assert_ne!(splits[0].found.root, head.root);
}

#[tokio::test]
async fn what_one_server_took_the_other_knows_when_it_judges() {
    let filed = filed().await;
    let rival = filed.rival(&filed.store, filed.lock_again().await).await;
    // A second letter and phone of wang's, taken by the one server, vote at the other.
    filed.office.letter(codes(&["wang"], 2, hour(12, 31, 0))).await.unwrap();
    let device = enrol(&filed.office.estate, "wang", "wang's new phone", 2);
    filed.office.say("wang's new phone", device, vec![consent()]).await.unwrap();
    let (body, blob) = ballot(filed.vote.agenda, party("wang"), &[&[0]], None);
    let submission = filed.office.sign("wang's new phone", body, vec![blob]).await.unwrap();
    receipt(&rival, &rival.send(&submission).await.unwrap());
}
