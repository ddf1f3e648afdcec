//! Whoever is nobody here: what a stranger sends costs a signature and no more, and keeps no owner from voting.

use std::net::IpAddr;
use std::sync::Arc;

use axum::body::Body as HttpBody;
use axum::http::Request;
use yishi_protocol::body::{Body, Class, Close, Tally};
use yishi_protocol::envelope::{Unsigned, View};
use yishi_protocol::id::{EstateId, Hash};
use yishi_protocol::strict_json;
use yishi_protocol::wire::{Base64Bytes, Receipt, Submission};
use yishi_server::lock::MemoryLock;
use yishi_server::serving::Asker;
use yishi_tests::faults::{Counted, Suspended};
use yishi_tests::people::{key, party};
use yishi_tests::post_office::{Answer, PostOffice, Vote};
use yishi_tests::stairwell::{ballot, codes, consent, enrol, hour, resolution};

async fn voting() -> (PostOffice, Vote, Arc<Counted>) {
    let store = Arc::<Counted>::default();
    let lock = Arc::<MemoryLock>::default();
    let office = PostOffice::founded_in(Arc::clone(&store) as _, lock).await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    (office, vote, store)
}

async fn ballot_of(office: &PostOffice, vote: Vote, name: &str) -> Submission {
    let (body, blob) = ballot(vote.agenda, party(name), &[&[0]], None);
    office.sign(name, body, vec![blob]).await.unwrap()
}

fn said(answer: &Answer) -> (u16, String) {
    (answer.status.as_u16(), answer.code())
}

/// Posts from an address.
async fn send_from(office: &PostOffice, address: &str, submission: &Submission) -> Answer {
    let uri = format!("/api/estates/{}/entries", office.estate);
    let body = HttpBody::from(strict_json::write(submission));
    let mut request = Request::post(uri).body(body).unwrap();
    let address: IpAddr = address.parse().unwrap();
    request.extensions_mut().insert(Asker { address: Some(address), ..Asker::default() });
    office.call(request).await.unwrap()
}

/// A vote that has ended, and a count of it that nobody has published yet.
async fn counted(office: &PostOffice, vote: Vote) -> Tally {
    for name in ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "feng"] {
        let answer = office.send(&ballot_of(office, vote, name).await).await.unwrap();
        assert_eq!(answer.status, 200);
    }
    office.clock.set(hour(4, 4, 0));
    office.say("host", Close { agenda: vote.agenda }, vec![]).await.unwrap();
    let draft = office.get_as("host", &format!("/agendas/{}/tally-draft", vote.agenda)).await.unwrap();
    draft.json().unwrap()
}

#[tokio::test]
async fn without_the_right_to_count_nothing_is_read_to_be_counted() {
    let (office, vote, store) = voting().await;
    let tally = counted(&office, vote).await;
    let before = store.asked().1;
    for (name, refusal) in [("nobody", (401, "UNKNOWN_KEY")), ("li", (403, "MISSING_CAPABILITY"))] {
        let submission = office.sign(name, tally.clone(), vec![]).await.unwrap();
        let refusal = (refusal.0, refusal.1.to_owned());
        assert_eq!(said(&office.send(&submission).await.unwrap()), refusal);
        assert_eq!(store.asked().1, before, "{name} makes the server read no opening");
    }
    office.say("host", tally, vec![]).await.unwrap();
    assert!(store.asked().1 > before, "the host's count is held against them");
}

#[tokio::test]
async fn who_is_not_known_never_waits_for_the_writer() {
    let lock = Suspended::new(Arc::<MemoryLock>::default());
    let store = Arc::<Counted>::default();
    let office = PostOffice::founded_in(store, Arc::clone(&lock) as _).await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (other, other_blob) = ballot(vote.agenda, party("wang"), &[&[0]], None);
    let unknown = office.sign("nobody", other, vec![other_blob]).await.unwrap();
    let no_letter = enrol(&office.estate, "wang", "wang's new phone", 7);
    let no_letter = office.sign("wang's new phone", no_letter, vec![consent()]).await.unwrap();
    let used = enrol(&office.estate, "wang", "wang's new phone", 1);
    let used = office.sign("wang's new phone", used, vec![consent()]).await.unwrap();
    // While the writer moves the lock, whoever waits for it here waits for ever.
    let (there, go) = lock.suspend();
    let known = ballot_of(&office, vote, "li").await;
    let strangers = async {
        there.await.unwrap();
        for (submission, code) in
            [(unknown, "UNKNOWN_KEY"), (no_letter, "CODE_UNKNOWN"), (used, "CODE_SPENT")]
        {
            assert_eq!(office.send(&submission).await.unwrap().code(), code);
        }
        go.send(()).unwrap();
    };
    let (answer, ()) = tokio::join!(office.send(&known), strangers);
    assert_eq!(answer.unwrap().status, 200);
    // A letter that opens lets a new key in as ever.
    office.letter(codes(&["wang"], 2, hour(12, 31, 0))).await.unwrap();
    let device = enrol(&office.estate, "wang", "wang's new phone", 2);
    office.say("wang's new phone", device, vec![consent()]).await.unwrap();
}

#[tokio::test]
async fn a_flood_from_an_address_keeps_nobody_there_from_voting_or_entering() {
    let (office, vote, _) = voting().await;
    office.letter(codes(&["wang"], 2, hour(12, 31, 0))).await.unwrap();
    let here = "198.51.100.7";
    let mut refused = Vec::new();
    for number in 0..62 {
        let (body, blob) = ballot(vote.agenda, party("wang"), &[&[0]], None);
        let flood = office.sign(&format!("nobody {number}"), body, vec![blob]).await.unwrap();
        refused.push(said(&send_from(&office, here, &flood).await));
    }
    assert_eq!(refused[59], (401, "UNKNOWN_KEY".to_owned()));
    assert_eq!(refused[61], (429, "TOO_FAST".to_owned()));
    let elsewhere = send_from(
        &office,
        "203.0.113.1",
        &office.sign("nobody", Close { agenda: vote.agenda }, vec![]).await.unwrap(),
    )
    .await;
    assert_eq!(said(&elsewhere), (401, "UNKNOWN_KEY".to_owned()), "another address is another matter");
    let owner = send_from(&office, here, &ballot_of(&office, vote, "li").await).await;
    assert_eq!(owner.status, 200, "an owner at the same address votes");
    let device = enrol(&office.estate, "wang", "wang's new phone", 2);
    let newcomer = office.sign("wang's new phone", device, vec![consent()]).await.unwrap();
    assert_eq!(send_from(&office, here, &newcomer).await.status, 200, "and whoever has a letter comes in");
}

#[tokio::test]
async fn nobody_uses_up_what_another_key_may_send() {
    let (office, vote, _) = voting().await;
    let (body, blob) = ballot(vote.agenda, party("wang"), &[&[0]], None);
    let first = office.sign("wang", body, vec![blob]).await.unwrap();
    let receipt: Receipt = office.send(&first).await.unwrap().json().unwrap();
    // The log is there to be read, and so is what wang has signed in it.
    let copied = Submission { blobs: vec![], ..first };
    for _ in 0..40 {
        let again: Receipt = send_from(&office, "198.51.100.7", &copied).await.json().unwrap();
        assert_eq!(again.proven.index, receipt.proven.index);
    }
    // What wang's key has signed for another estate, too.
    let elsewhere = Unsigned {
        estate: EstateId::from_bytes([9; 32]),
        seq: 1000,
        view: View { size: 0, root: Hash::ZERO },
        client_ms: 0,
        body: Body::from(Close { agenda: vote.agenda }),
    };
    let elsewhere = elsewhere.sign(&key("wang")).unwrap();
    let elsewhere = Submission { blobs: vec![], envelope: Base64Bytes(elsewhere) };
    for _ in 0..40 {
        assert_eq!(send_from(&office, "198.51.100.7", &elsewhere).await.code(), "WRONG_ESTATE");
    }
    let entry = yishi_protocol::verify(&copied.envelope.0).unwrap().id();
    let (body, blob) = ballot(vote.agenda, party("wang"), &[&[1]], Some(entry));
    office.say("wang", body, vec![blob]).await.unwrap();
}

#[tokio::test]
async fn an_owner_behind_a_server_that_did_not_write_is_known_there() {
    let (office, vote, _) = voting().await;
    let rival = office.restarted().await.unwrap();
    office.letter(codes(&["wang"], 2, hour(12, 31, 0))).await.unwrap();
    let device = enrol(&office.estate, "wang", "wang's new phone", 2);
    office.say("wang's new phone", device, vec![consent()]).await.unwrap();
    let (body, blob) = ballot(vote.agenda, party("wang"), &[&[0]], None);
    let submission = office.sign("wang's new phone", body, vec![blob]).await.unwrap();
    assert_eq!(send_from(&rival, "198.51.100.7", &submission).await.status, 200);
}
