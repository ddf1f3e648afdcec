//! A server that puts into a log what no rule took: a notice by a stranger, with an office and letters made up for it. A phone
//! asks for the author's authority and believes none of it.

use std::sync::Arc;

use yishi_protocol::body::{
    AddDevice, Body, Capability, Class, Codes, Enrol, Grant, Notice, OrgKind, Revoke, RevokeReason, Role,
    code_message, device_message,
};
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::envelope::Unsigned;
use yishi_protocol::id::EntryId;
use yishi_protocol::log::LogEntry;
use yishi_protocol::merkle::{MerkleTree, leaf_hash};
use yishi_protocol::projection::authority::{MOST_ENTRIES, is_shown};
use yishi_protocol::rejection::Code;
use yishi_protocol::signature::sign;
use yishi_protocol::state::KeyHolder;
use yishi_protocol::verify;
use yishi_protocol::view::{AuthorityView, Served};
use yishi_protocol::wire::{Base64Bytes, Proven};
use yishi_server::lock::MemoryLock;
use yishi_server::store::SqliteStore;
use yishi_tests::faults::Counted;
use yishi_tests::letters::{code, codes, consent, enrol};
use yishi_tests::people::{key, person, public};
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::{opened, shown};
use yishi_tests::stairwell::{grant, hour, notice, resolution};

type Answer = Served<AuthorityView>;

fn believed(office: &PostOffice, answer: &Answer) -> Result<bool, Code> {
    let opened = opened(office, answer).expect("the proofs hold");
    is_shown(&opened, &answer.stated, (&office.estate, &[public("root")])).map_err(|refused| refused.code)
}

/// The log of an estate with whatever its server likes after it.
struct Forger<'a> {
    office: &'a PostOffice,
    leaves: Vec<Vec<u8>>,
}

impl<'a> Forger<'a> {
    async fn of(office: &'a PostOffice) -> Self {
        let leaves = office.store.leaves(&office.estate, 0, 1000).await.unwrap();
        Self { office, leaves }
    }

    /// An entry that nobody judged.
    fn adds(&mut self, by: &str, body: impl Into<Body>) -> EntryId {
        let view = LogEntry::from_leaf(0, &self.leaves[0]).unwrap().entry.view();
        let (estate, body) = (self.office.estate, body.into());
        let signed = Unsigned {
            estate,
            seq: 900 + u64::try_from(self.leaves.len()).unwrap(),
            view,
            client_ms: hour(3, 12, 0),
            body,
        }
        .sign(&key(by));
        let entry = verify(&signed.unwrap()).unwrap();
        let id = entry.id();
        let index = u64::try_from(self.leaves.len()).unwrap();
        self.leaves.push(LogEntry { index, received_ms: hour(3, 12, 0), entry }.leaf());
        id
    }

    /// What it answers of an act.
    fn answers(&self, act: EntryId, by: Vec<EntryId>) -> Answer {
        let mut tree = MerkleTree::new();
        self.leaves.iter().for_each(|leaf| tree.push(leaf_hash(leaf)));
        let head = Checkpoint { estate: self.office.estate, size: tree.size(), root: tree.root() };
        let proven = |(index, leaf): (usize, &Vec<u8>)| {
            let index = u64::try_from(index).unwrap();
            let proof = tree.inclusion_proof(index, head.size).unwrap();
            Proven { index, leaf: Base64Bytes(leaf.clone()), proof }
        };
        let all = self.leaves.iter().enumerate().map(proven).map(|proven| (proven.id().unwrap(), proven));
        let mut named: Vec<_> = all.filter(|(id, _)| *id == act || by.contains(id)).collect();
        named.sort_by_key(|(id, _)| *id);
        let entries = named.into_iter().map(|(_, proven)| proven).collect();
        let checkpoint = head.sign(&key("log"));
        Served { blobs: vec![], checkpoint, entries, erased: vec![], stated: AuthorityView { act, by } }
    }
}

#[tokio::test]
async fn the_authority_of_whoever_hosts_a_vote_is_shown_from_a_root_on() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    for act in [vote.notice, vote.agenda] {
        let answer: Answer = shown(&office, None, &format!("/entries/{act}/authority")).await.unwrap();
        assert_eq!(answer.stated.act, act);
        assert_eq!(believed(&office, &answer), Ok(true));
        // Nothing is shown in vain: without any one of them, it is not believed.
        let by = answer.stated.by.clone();
        assert!(by.len() >= 3, "enrolment, letter, office: {by:?}");
        for missing in &by {
            let mut less = answer.clone();
            less.stated.by.retain(|id| id != missing);
            assert_eq!(believed(&office, &less), Ok(false), "without {missing}");
        }
        // Another root founded another estate.
        let opened = opened(&office, &answer).unwrap();
        let other = is_shown(&opened, &answer.stated, (&office.estate, &[public("thief")]));
        assert_eq!(other, Ok(false));
    }
}

#[tokio::test]
async fn a_notice_by_a_key_that_the_server_made_up_is_not_believed() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let honest: Answer = shown(&office, None, &format!("/entries/{}/authority", vote.notice)).await.unwrap();
    let mut forger = Forger::of(&office).await;
    let notice = office.state().await.unwrap().notice(&vote.notice).unwrap().body.clone();
    let grants = |forger: &Forger<'_>| -> Vec<Grant> {
        let entries = forger.leaves.iter().enumerate().map(|(index, leaf)| {
            LogEntry::from_leaf(u64::try_from(index).unwrap(), leaf).unwrap().entry.into_body()
        });
        entries.filter_map(|body| if let Body::Grant(grant) = body { Some(grant) } else { None }).collect()
    };
    let state = office.state().await.unwrap();
    let Some(KeyHolder::Person(host)) = state.key(&public("host")).map(|key| key.holder) else {
        panic!("it hosts")
    };
    let hosts = grants(&forger).into_iter().find(|grant| grant.person == host).unwrap();

    // The host's letter again, by the thief's own code, which the thief publishes.
    let letter = Codes { codes: vec![(host, code("host", 9).1)], expires_ms: hour(12, 31, 0) };
    let published = forger.adds("thief", letter);
    let message = code_message(&office.estate, &host, &public("thief"));
    let codes = vec![(code("host", 9).1, sign(&key("host's letter 9"), &message))];
    let enrolled = Enrol { codes, consent: consent().id(), person: host };
    let entered = forger.adds("thief", enrolled);
    // An office for the thief, by the thief.
    let given = forger.adds("thief", Grant { person: person("thief"), ..hosts.clone() });
    // The same, and the host's, by a resident who has a key and no office.
    let by_wang = forger.adds("wang", hosts.clone());
    let act = forger.adds("thief", notice.clone());
    let mut named = honest.stated.by.clone();
    for more in [vec![], vec![entered], vec![published, entered], vec![published, entered, given, by_wang]] {
        named.extend(more);
        named.dedup();
        assert_eq!(believed(&office, &forger.answers(act, named.clone())), Ok(false));
    }

    // A resident whose key is real has no office by that.
    let wangs = forger.adds("wang", notice);
    let wang: Vec<EntryId> = forger
        .leaves
        .iter()
        .enumerate()
        .map(|(index, leaf)| LogEntry::from_leaf(u64::try_from(index).unwrap(), leaf).unwrap())
        .filter(|entry| matches!(entry.entry.body(), Body::Enrol(_) | Body::Codes(_) | Body::Grant(_)))
        .map(|entry| entry.entry.id())
        .take(MOST_ENTRIES)
        .collect();
    assert_eq!(believed(&office, &forger.answers(wangs, wang)), Ok(false));
}

/// What stands later in the log is no ground for what stands before it.
#[tokio::test]
async fn an_office_given_afterwards_does_not_help() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let notice = office.state().await.unwrap().notice(&vote.notice).unwrap().body.clone();
    let honest: Answer = shown(&office, None, &format!("/entries/{}/authority", vote.notice)).await.unwrap();
    let mut forger = Forger::of(&office).await;
    let mut by = honest.stated.by.clone();
    let (mut grant, state) = (None, office.state().await.unwrap());
    let Some(KeyHolder::Person(host)) = state.key(&public("host")).map(|key| key.holder) else {
        panic!("it hosts")
    };
    for (index, leaf) in forger.leaves.iter().enumerate() {
        let entry = LogEntry::from_leaf(u64::try_from(index).unwrap(), leaf).unwrap();
        match entry.entry.body() {
            Body::Grant(body) if body.person == host => grant = Some(body.clone()),
            Body::Enrol(body) if body.person == person("wang") => by.push(entry.entry.id()),
            Body::Codes(body) if body.codes.iter().any(|row| row.0 == person("wang")) => {
                by.push(entry.entry.id());
            }
            _ => {}
        }
    }
    by.sort();
    by.dedup();
    let act = forger.adds("wang", notice.clone());
    by.push(forger.adds("root", Grant { person: person("wang"), ..grant.unwrap() }));
    assert_eq!(believed(&office, &forger.answers(act, by.clone())), Ok(false));
    let later = forger.adds("wang", notice);
    assert_eq!(believed(&office, &forger.answers(later, by)), Ok(true));
}

#[tokio::test]
async fn a_server_that_names_too_much_or_what_it_does_not_show_is_refused() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let path = format!("/entries/{}/authority", vote.notice);
    let mut answer: Answer = shown(&office, None, &path).await.unwrap();
    let by = answer.stated.by.clone();
    answer.stated.by = vec![by[0]; MOST_ENTRIES + 1];
    assert_eq!(believed(&office, &answer), Err(Code::AnswerMismatch));
    answer.stated.by = vec![EntryId::from_bytes([7; 32])];
    assert_eq!(believed(&office, &answer), Err(Code::AnswerMismatch));
    // An act that asks for no office has none to show.
    let wang = office.store.leaves(&office.estate, 0, 1000).await.unwrap();
    let enrolled = wang.iter().enumerate().find_map(|(index, leaf)| {
        let entry = LogEntry::from_leaf(u64::try_from(index).unwrap(), leaf).unwrap();
        matches!(entry.entry.body(), Body::Enrol(_)).then(|| entry.entry.id())
    });
    let none = office.get(&format!("/entries/{}/authority", enrolled.unwrap())).await.unwrap();
    assert_eq!((none.status.as_u16(), none.code()), (404, "NOT_FOUND".to_owned()));
}

/// Somebody in office has letters from a person, and signs with a second phone: each step on the way back is named.
#[tokio::test]
async fn the_authority_of_a_second_phone_is_shown_too() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    // By a letter that the host published, who is no root.
    let until_ms = hour(12, 31, 0);
    office.letter(codes(&["wang"], 2, until_ms)).await.unwrap();
    let entered = enrol(&office.estate, "wang", "wang's first", 2);
    office.say("wang's first", entered, vec![consent()]).await.unwrap();
    let state = office.state().await.unwrap();
    let caps = [Capability::Notice];
    let given = grant(&state, "wang", (OrgKind::Committee, Role::Committee), &caps, until_ms);
    office.say("root", given, vec![]).await.unwrap();
    let device = public("wang's second");
    let message = device_message(&office.estate, &person("wang"), &device);
    let device_sig = sign(&key("wang's second"), &message);
    office.say("wang's first", AddDevice { device, device_sig }, vec![]).await.unwrap();
    let (body, blobs) = notice(vote.roll, vec![resolution(1, Class::Ordinary)]);
    let (opens_ms, closes_ms) = (hour(4, 10, 0), hour(4, 25, 0));
    let body = Notice { opens_ms, closes_ms, ..body };
    let act = office.say("wang's second", body, blobs).await.unwrap().entry.id();
    let answer: Answer = shown(&office, None, &format!("/entries/{act}/authority")).await.unwrap();
    assert_eq!(believed(&office, &answer), Ok(true), "{:?}", answer.stated.by);
}

/// Whoever asks may be a stranger: each entry that is named is read once, from a store as it is served, and no others are,
/// however many phones the way back leads through.
#[tokio::test]
async fn what_a_stranger_asks_for_reads_no_more_than_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("yishi.db"), true).await.unwrap();
    let store = Counted::of(store);
    let office = PostOffice::founded_in(Arc::clone(&store) as _, Arc::<MemoryLock>::default()).await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let asked = async |act: EntryId| {
        let before = (store.leaves_read(), store.places_sought());
        let answer: Answer = shown(&office, None, &format!("/entries/{act}/authority")).await.unwrap();
        (answer, store.leaves_read() - before.0, store.places_sought() - before.1)
    };
    let (answer, leaves, places) = asked(vote.notice).await;
    assert_eq!((leaves, places), (answer.stated.by.len() + 1, answer.stated.by.len() + 1));

    // The host goes from phone to phone.
    let Some(KeyHolder::Person(host)) =
        office.state().await.unwrap().key(&public("host")).map(|key| key.holder)
    else {
        panic!("it hosts")
    };
    let mut phone = "host".to_owned();
    for number in 0..u32::try_from(MOST_ENTRIES).unwrap() + 4 {
        let next = format!("host's phone {number}");
        let device = public(&next);
        let device_sig = sign(&key(&next), &device_message(&office.estate, &host, &device));
        office.say(&phone, AddDevice { device, device_sig }, vec![]).await.unwrap();
        let gone = Revoke { device: public(&phone), reason: RevokeReason::Replaced };
        office.say(&next, gone, vec![]).await.unwrap();
        phone = next;
    }
    let (body, blobs) = notice(vote.roll, vec![resolution(1, Class::Ordinary)]);
    let (opens_ms, closes_ms) = (hour(4, 10, 0), hour(4, 25, 0));
    let act = office.say(&phone, Notice { opens_ms, closes_ms, ..body }, blobs).await.unwrap().entry.id();
    let (answer, leaves, places) = asked(act).await;
    assert_eq!(answer.stated.by.len(), MOST_ENTRIES);
    assert_eq!((leaves, places), (MOST_ENTRIES + 1, MOST_ENTRIES + 1));
    assert_eq!(believed(&office, &answer), Ok(false), "a way as long as that proves nothing");
}
