//! Reading while votes come in: whatever is asked in the middle of a commit, the answer is of one head.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use yishi_protocol::audit::audit;
use yishi_protocol::body::{Body, Class};
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::{self, Ballot, Founded, Me};
use yishi_protocol::view::{EstateView, MeView, ResultView, Served};
use yishi_protocol::wire::Receipt;
use yishi_server::lock::SqliteLock;
use yishi_server::store::SqliteStore;
use yishi_tests::letters::add_device;
use yishi_tests::people::{party, public};
use yishi_tests::post_office::{PostOffice, Vote};
use yishi_tests::shown::{opened, shown};
use yishi_tests::stairwell::{ballot, resolution};

const VOTERS: [&str; 9] = ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "developer", "feng"];
/// How often each of them votes.
const ROUNDS: usize = 10;

struct Busy {
    office: PostOffice,
    vote: Vote,
    /// What has been read and no ballot has followed yet: so reads and commits go on beside each other to the end.
    read: Semaphore,
    voted: AtomicBool,
}

impl Busy {
    async fn json<T: yishi_protocol::Strict>(&self, who: &str, path: &str) -> T {
        let answer = self.office.get_as(who, path).await.unwrap();
        assert_eq!(answer.status, 200, "{path}: {}", String::from_utf8_lossy(&answer.body));
        answer.json().unwrap()
    }

    /// Reads everything once, all of whose proofs must lead to the head that came along; gives the heads.
    async fn read_all(&self, who: &str) -> Vec<Checkpoint> {
        let estate: Served<EstateView> = self.json(who, "").await;
        let first = Founded::of(&estate, &self.office.estate, Body::decode).unwrap().seen;
        let agenda: Served<ResultView> =
            self.json(who, &format!("/agendas/{}/result", self.vote.agenda)).await;
        let second = opened(&self.office, &agenda).unwrap();
        let vote = projection::Vote::of(&second, &agenda.stated.agenda, &self.vote.agenda).unwrap();
        assert_eq!(vote.agenda, Some(self.vote.agenda));
        let second = second.checkpoint;
        let me: Served<MeView> = self.json(who, "/me").await;
        let third = opened(&self.office, &me).unwrap();
        let own = Ballot::all(&third, &me.stated.ballots, (&me.stated.rights, &public(who))).unwrap();
        let third = third.checkpoint;
        if let Some(newest) = own.last() {
            let receipt: Receipt = self.json(who, &format!("/entries/{}", newest.entry)).await;
            receipt.open(&self.office.estate, &public("log")).unwrap();
        }
        let record = self.office.get_as(who, "/record").await.unwrap();
        let verdict = audit(&record.body);
        assert!(verdict.sound, "{:?}", verdict.first_wrong);
        assert!(verdict.entries >= third.size, "a record read later is no shorter");
        vec![first, second, third]
    }

    /// Reads until all have voted.
    async fn reads(&self, who: &'static str) -> Vec<Checkpoint> {
        let mut heads = Vec::new();
        while !self.voted.load(Ordering::SeqCst) {
            heads.extend(self.read_all(who).await);
            self.read.add_permits(VOTERS.len());
        }
        heads
    }

    /// Votes, and votes again. After each receipt the own ballot is there to be read.
    async fn votes(&self, who: &'static str) {
        let mut last: Option<EntryId> = None;
        for round in 0..ROUNDS {
            self.read.acquire().await.unwrap().forget();
            let mark = u32::try_from(round % 2).unwrap();
            let (body, blob) = ballot(self.vote.agenda, party(who), &[&[mark]], last);
            let entry = self.office.say(who, body, vec![blob]).await.unwrap();
            let me: Served<MeView> = self.json(who, "/me").await;
            let own = Ballot::all(
                &opened(&self.office, &me).unwrap(),
                &me.stated.ballots,
                (&me.stated.rights, &public(who)),
            )
            .unwrap();
            let newest = own.last().unwrap();
            assert_eq!((newest.entry, newest.stands, newest.own), (entry.entry.id(), true, true));
            last = Some(entry.entry.id());
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_read_while_votes_come_in_is_whole_and_of_one_history() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("yishi.db"), true).await.unwrap();
    let lock = SqliteLock::open(&folder.path().join("lock.db"), true).await.unwrap();
    let office = PostOffice::founded_in(Arc::new(store), Arc::new(lock)).await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let busy = Busy { office, vote, read: Semaphore::new(0), voted: AtomicBool::new(false) };
    let busy = Arc::new(busy);

    let (mut reading, mut voting) = (JoinSet::new(), JoinSet::new());
    for who in ["wang", "sun", "host"] {
        let busy = Arc::clone(&busy);
        reading.spawn(async move { busy.reads(who).await });
    }
    for who in VOTERS {
        let busy = Arc::clone(&busy);
        voting.spawn(async move { busy.votes(who).await });
    }
    loop {
        tokio::select! {
            voted = voting.join_next() => match voted {
                Some(voted) => voted.unwrap(),
                None => break,
            },
            // Readers go on until everybody has voted: one that ends now has failed, and votes would wait for it.
            Some(read) = reading.join_next() => panic!("a reader gave up: {:?}", read.err()),
        }
    }
    busy.voted.store(true, Ordering::SeqCst);

    let estate = busy.office.estates.get(&busy.office.estate).await.unwrap();
    let published = estate.published();
    let mut sizes = Vec::new();
    for heads in reading.join_all().await {
        assert!(heads.is_sorted_by_key(|head| head.size), "what is read later is no older");
        for head in heads {
            assert_eq!(published.log.tree().root_at(head.size), Some(head.root));
            sizes.push(head.size);
        }
    }
    sizes.sort_unstable();
    sizes.dedup();
    assert!(sizes.len() > 2, "nothing was committed between the reads: {sizes:?}");
}

/// However often somebody has voted, an answer about oneself holds a page of it, and the pages together hold each ballot once.
#[tokio::test]
async fn ones_own_ballots_are_read_once_in_answers_that_stay_small() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    // No key writes faster than a server lets it.
    let devices = ["wang", "wang's tablet", "wang's watch", "wang's desk"];
    for device in &devices[1..] {
        office.say("wang", add_device(&office.estate, "wang", device), vec![]).await.unwrap();
    }
    let mut cast = Vec::new();
    let again = async |cast: &mut Vec<EntryId>| {
        let (body, blob) = ballot(vote.agenda, party("wang"), &[&[0]], cast.last().copied());
        let device = devices[cast.len() % devices.len()];
        cast.push(office.say(device, body, vec![blob]).await.unwrap().entry.id());
    };
    for _ in 0..70 {
        again(&mut cast).await;
    }
    let (me, mut answers) = (public("wang"), 1);
    let first = shown::<MeView>(&office, Some("wang"), "/me").await.unwrap();
    let mut whole = Me::of(&opened(&office, &first).unwrap(), first.stated.clone(), &me).unwrap();
    while let Some(next) = whole.view.ballots_next {
        if answers == 1 {
            again(&mut cast).await;
        }
        let page = shown::<MeView>(&office, Some("wang"), &format!("/me?after={next}")).await.unwrap();
        assert!(page.stated.ballots.len() <= 50 && page.stated.parties.is_empty());
        let proven = opened(&office, &page).unwrap();
        whole.read_on(&proven, &page.stated, &me).unwrap();
        // What was read is no next page.
        let read = opened(&office, &first).unwrap();
        whole.clone().read_on(&read, &first.stated, &me).unwrap_err();
        answers += 1;
    }
    let read: Vec<EntryId> = whole.ballots.iter().map(|ballot| ballot.entry).collect();
    // What was cast meanwhile stands on no page of what was cast before.
    assert_eq!((read, answers), (cast[..70].to_vec(), 2));
}
