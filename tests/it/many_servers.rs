//! Two servers that write for one estate, on one PostgreSQL: they lose nothing and fork nothing; and a database that is gone, or
//! restored behind the lock, hides no ballot that was acknowledged.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::http::StatusCode;
use yishi_cluster::Cluster;
use yishi_protocol::body::Class;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::EntryId;
use yishi_protocol::log::LogEntry;
use yishi_protocol::wire::Receipt;
use yishi_server::lock::{CheckpointLock, PostgresLock};
use yishi_server::store::{LogStore, PostgresStore, Server};
use yishi_tests::faults::Suspended;
use yishi_tests::people::{party, public};
use yishi_tests::post_office::{Answer, PostOffice, Vote};
use yishi_tests::stairwell::{ballot, codes, consent, enrol, hour, resolution};

use crate::postgres::{name, server};

/// An estate on PostgreSQL in the middle of a vote, and the first of its servers.
struct Kept {
    log: Server,
    lock: Server,
    office: PostOffice,
    vote: Vote,
}

async fn kept(cluster: &Cluster) -> Kept {
    let [log, lock] = [(), ()].map(|()| server(&cluster.database().unwrap()));
    let store = Arc::new(PostgresStore::open(&log, true).await.unwrap());
    let held = Arc::new(PostgresLock::open(&lock, true).await.unwrap());
    let office = PostOffice::founded_in(store, held).await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    Kept { log, lock, office, vote }
}

impl Kept {
    async fn lock(&self) -> Arc<PostgresLock> {
        Arc::new(PostgresLock::open(&self.lock, false).await.unwrap())
    }

    async fn store(&self) -> Arc<PostgresStore> {
        Arc::new(PostgresStore::open(&self.log, false).await.unwrap())
    }

    /// Another server, with connections of its own.
    async fn another(&self, lock: Arc<dyn CheckpointLock>) -> PostOffice {
        let (estate, clock) = (self.office.estate, Arc::clone(&self.office.clock));
        PostOffice::started(self.store().await, lock, estate, clock).await.unwrap()
    }

    async fn cast(&self, office: &PostOffice, name: &str) -> Answer {
        self.cast_again(office, name, None).await
    }

    /// Sends a ballot, and the same bytes again as long as the server says that it may have been kept.
    async fn cast_again(&self, office: &PostOffice, name: &str, before: Option<EntryId>) -> Answer {
        let (body, blob) = ballot(self.vote.agenda, party(name), &[&[0]], before);
        let submission = office.sign(name, body, vec![blob]).await.unwrap();
        for _ in 0..50 {
            let answer = office.send(&submission).await.unwrap();
            if answer.code() != "UNAVAILABLE" {
                return answer;
            }
        }
        panic!("it is never taken");
    }

    /// The log that is kept has each of the heads, and each entry once where its receipt says.
    async fn holds(&self, receipts: &[(Checkpoint, LogEntry)]) {
        let again = self.another(self.lock().await).await;
        let estate = again.estates.get(&again.estate).await.unwrap();
        let published = estate.published();
        let leaves = self.store().await.leaves(&again.estate, 0, 10_000).await.unwrap();
        let mut places = BTreeMap::new();
        for (leaf, index) in leaves.iter().zip(0..) {
            let entry = LogEntry::from_leaf(index, leaf).unwrap();
            assert_eq!(places.insert(entry.entry.id(), index), None, "an act stands twice");
        }
        for (head, entry) in receipts {
            assert_eq!(published.log.tree().root_at(head.size), Some(head.root), "there are two histories");
            assert_eq!(places.get(&entry.entry.id()), Some(&entry.index), "an acknowledged act is not there");
        }
    }
}

fn receipt(office: &PostOffice, answer: &Answer) -> (Checkpoint, LogEntry) {
    assert_eq!(answer.status, StatusCode::OK, "{}", String::from_utf8_lossy(&answer.body));
    answer.json::<Receipt>().unwrap().open(&office.estate, &public("log")).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_that_write_for_one_estate_lose_nothing_and_fork_nothing() {
    let Some(cluster) =
        Cluster::of_tests("two_servers_that_write_for_one_estate_lose_nothing_and_fork_nothing")
    else {
        return;
    };
    let kept = Arc::new(kept(cluster).await);
    let other = Arc::new(kept.another(kept.lock().await).await);
    let before = kept.store().await.leaves(&kept.office.estate, 0, 10_000).await.unwrap().len();
    let voting =
        ["wang", "li", "wu", "zheng", "chen", "chu"].into_iter().zip([false, true].into_iter().cycle());
    let voting = voting.map(|(name, at_other)| {
        let (kept, other) = (Arc::clone(&kept), Arc::clone(&other));
        tokio::spawn(async move {
            let office = if at_other { &*other } else { &kept.office };
            let (mut receipts, mut before) = (Vec::new(), None);
            for _ in 0..8 {
                let (head, entry) = receipt(office, &kept.cast_again(office, name, before).await);
                before = Some(entry.entry.id());
                receipts.push((head, entry));
            }
            receipts
        })
    });
    let mut receipts = Vec::new();
    for voting in voting.collect::<Vec<_>>() {
        receipts.extend(voting.await.unwrap());
    }
    kept.holds(&receipts).await;
    let after = kept.store().await.leaves(&kept.office.estate, 0, 10_000).await.unwrap().len();
    assert_eq!(after, before + receipts.len(), "each act stands once, and nothing else");
    let mut places: Vec<_> = receipts.iter().map(|(_, entry)| entry.index).collect();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), receipts.len());
    assert_eq!(kept.lock().await.splits(&kept.office.estate).await.unwrap(), []);
}

#[tokio::test]
async fn a_server_that_did_not_write_judges_by_what_the_other_has_taken() {
    let Some(cluster) = Cluster::of_tests("a_server_that_did_not_write_judges_by_what_the_other_has_taken")
    else {
        return;
    };
    let kept = kept(cluster).await;
    let other = kept.another(kept.lock().await).await;
    // A second letter and phone of wang's, taken by the one server, vote at the other.
    kept.office.letter(codes(&["wang"], 2, hour(12, 31, 0))).await.unwrap();
    let device = enrol(&kept.office.estate, "wang", "wang's new phone", 2);
    kept.office.say("wang's new phone", device, vec![consent()]).await.unwrap();
    let (body, blob) = ballot(kept.vote.agenda, party("wang"), &[&[0]], None);
    let submission = kept.office.sign("wang's new phone", body, vec![blob]).await.unwrap();
    let first = receipt(&other, &other.send(&submission).await.unwrap());
    // Sent to the first one too, it has the place it had.
    let again = receipt(&kept.office, &kept.office.send(&submission).await.unwrap());
    assert_eq!(again.1.index, first.1.index);
    // And the old phone, which knows of nothing, is told so by whichever it asks.
    for office in [&kept.office, &other] {
        assert_eq!(kept.cast(office, "wang").await.code(), "KEY_REVOKED");
    }
    kept.holds(&[first, again]).await;
}

#[tokio::test]
async fn a_server_that_slept_before_it_signed_signs_what_stands_now() {
    let Some(cluster) = Cluster::of_tests("a_server_that_slept_before_it_signed_signs_what_stands_now")
    else {
        return;
    };
    let kept = kept(cluster).await;
    let slow = Suspended::new(kept.lock().await);
    let sleeper = kept.another(Arc::clone(&slow) as _).await;
    let (there, go) = slow.suspend();
    let slept = kept.cast(&sleeper, "wang");
    let others = async {
        there.await.unwrap();
        let mut receipts = Vec::new();
        for name in ["li", "wu"] {
            receipts.push(receipt(&kept.office, &kept.cast(&kept.office, name).await));
        }
        go.send(()).unwrap();
        receipts
    };
    let (slept, mut receipts) = tokio::join!(slept, others);
    let slept = receipt(&sleeper, &slept);
    assert_eq!(slept.0, receipts[1].0, "a lost swap is no mismatch: the newest head covers it");
    receipts.push(slept);
    kept.holds(&receipts).await;
    assert_eq!(kept.lock().await.splits(&kept.office.estate).await.unwrap(), []);
}

#[tokio::test]
async fn a_database_restored_behind_the_lock_stops_every_server_and_loses_nothing() {
    let Some(cluster) =
        Cluster::of_tests("a_database_restored_behind_the_lock_stops_every_server_and_loses_nothing")
    else {
        return;
    };
    let kept = kept(cluster).await;
    let other = kept.another(kept.lock().await).await;
    let backup = cluster.run("pg_dump", &[&name(&kept.log)]).unwrap();
    let receipts = [
        receipt(&kept.office, &kept.cast(&kept.office, "wang").await),
        receipt(&other, &kept.cast(&other, "li").await),
    ];
    let newest = cluster.run("pg_dump", &[&name(&kept.log)]).unwrap();
    let restore = |dump: &str| {
        cluster.run("dropdb", &["--force", &name(&kept.log)]).unwrap();
        cluster.run("createdb", &[&name(&kept.log)]).unwrap();
        cluster.sql(&name(&kept.log), dump).unwrap();
    };
    restore(&backup);
    let before = kept.store().await.leaves(&kept.office.estate, 0, 10_000).await.unwrap().len();
    for office in [&kept.office, &other] {
        for name in ["wu", "zheng", "chen"] {
            let answer = kept.cast(office, name).await;
            let said = (answer.status, answer.code());
            assert_eq!(said, (StatusCode::SERVICE_UNAVAILABLE, "HISTORY_SPLIT".to_owned()));
        }
    }
    let after = kept.store().await.leaves(&kept.office.estate, 0, 10_000).await.unwrap().len();
    assert_eq!(after, before, "nothing grows on what was restored");
    assert_eq!(kept.lock().await.splits(&kept.office.estate).await.unwrap().len(), 1, "both heads are kept");
    let refused = kept.office.restarted().await.unwrap_err().to_string();
    assert!(refused.contains("restored from an older copy"), "{refused}");
    restore(&newest);
    let again = kept.another(kept.lock().await).await;
    let more = receipt(&again, &kept.cast(&again, "wu").await);
    kept.holds(&[&receipts[..], &[more]].concat()).await;
}

#[tokio::test]
async fn a_database_that_is_gone_and_back_has_everything_that_was_acknowledged() {
    let Some(cluster) =
        Cluster::of_test_alone("a_database_that_is_gone_and_back_has_everything_that_was_acknowledged")
    else {
        return;
    };
    let kept = kept(&cluster).await;
    let mut receipts = vec![receipt(&kept.office, &kept.cast(&kept.office, "wang").await)];
    let (body, blob) = ballot(kept.vote.agenda, party("li"), &[&[0]], None);
    let submission = kept.office.sign("li", body, vec![blob]).await.unwrap();
    cluster.cut().unwrap();
    let answer = kept.office.send(&submission).await.unwrap();
    assert_eq!((answer.status, answer.code()), (StatusCode::SERVICE_UNAVAILABLE, "UNAVAILABLE".to_owned()));
    cluster.resume().unwrap();
    receipts.push(receipt(&kept.office, &kept.office.send(&submission).await.unwrap()));
    kept.holds(&receipts).await;
}
