//! Whoever keeps a checkpoint is proved that the newest one only adds to it, as any reader of RFC 6962 can check.

use ct_merkle::{ConsistencyProof, RootHash};
use sha2::Sha256;
use yishi_protocol::body::Class;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::Hash;
use yishi_protocol::rejection::Code;
use yishi_protocol::wire::Consistency;
use yishi_tests::people::{key, party, public};
use yishi_tests::post_office::PostOffice;
use yishi_tests::stairwell::{ballot, resolution};

async fn newest(office: &PostOffice) -> Checkpoint {
    let note = String::from_utf8(office.get("/checkpoint").await.unwrap().body).unwrap();
    Checkpoint::open(&note, &office.estate, &public("log")).unwrap()
}

async fn since(office: &PostOffice, size: u64) -> Consistency {
    office.get(&format!("/checkpoint?since={size}")).await.unwrap().json().unwrap()
}

/// A server, and its heads from before each of a few ballots to now.
async fn told() -> (PostOffice, Vec<Checkpoint>) {
    let office = PostOffice::founded().await.unwrap();
    let mut heads = vec![newest(&office).await];
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    heads.push(newest(&office).await);
    for name in ["wang", "li", "wu", "zheng", "chen"] {
        let (body, blob) = ballot(vote.agenda, party(name), &[&[0]], None);
        office.say(name, body, vec![blob]).await.unwrap();
        heads.push(newest(&office).await);
    }
    (office, heads)
}

#[tokio::test]
async fn a_foreign_reader_accepts_that_the_newest_head_adds_to_every_older_one() {
    let (office, heads) = told().await;
    let root = |head: &Checkpoint| RootHash::<Sha256>::new((*head.root.as_bytes()).into(), head.size);
    let last = heads.last().unwrap();
    for head in &heads {
        let answer = since(&office, head.size).await;
        assert_eq!(answer.open(head, &public("log")).unwrap(), *last);
        let proof: Vec<u8> = answer.proof.iter().flat_map(|hash| *hash.as_bytes()).collect();
        let proof = ConsistencyProof::try_from_bytes(proof).unwrap();
        root(last).verify_consistency(&root(head), &proof).unwrap();
    }
}

#[tokio::test]
async fn two_histories_are_never_proved_to_be_one() {
    let (office, heads) = told().await;
    let (log, older) = (public("log"), heads[1]);
    let good = since(&office, older.size).await;
    let refused = |answer: &Consistency, older: &Checkpoint| answer.open(older, &log).unwrap_err().code;
    let other = Checkpoint { root: Hash::from_bytes([7; 32]), ..older };
    assert_eq!(refused(&good, &other), Code::ViewMismatch, "another history of that size");
    assert_eq!(refused(&good, &Checkpoint { size: older.size - 1, ..older }), Code::ViewMismatch);
    assert_eq!(refused(&good, &Checkpoint { size: 0, ..older }), Code::ViewMismatch);
    for place in 0..good.proof.len() {
        let mut bent = good.clone();
        bent.proof[place] = Hash::ZERO;
        assert_eq!(refused(&bent, &older), Code::ViewMismatch);
        bent.proof.remove(place);
        assert_eq!(refused(&bent, &older), Code::ViewMismatch);
    }
    // The log's own key on a head of another history, which only its holder can make.
    let forked = Checkpoint { root: Hash::from_bytes([8; 32]), ..*heads.last().unwrap() };
    let forked = Consistency { checkpoint: forked.sign(&key("log")), ..good.clone() };
    assert_eq!(refused(&forked, &older), Code::ViewMismatch);
    let shorter = Consistency { checkpoint: heads[0].sign(&key("log")), proof: vec![], since: older.size };
    assert_eq!(refused(&shorter, &older), Code::ViewAhead);
    let strangers = Consistency { checkpoint: older.sign(&key("wang")), proof: vec![], since: older.size };
    assert_eq!(refused(&strangers, &older), Code::BadSignature);
}

#[tokio::test]
async fn a_size_that_no_head_has_is_refused_by_name() {
    let (office, heads) = told().await;
    let more = heads.last().unwrap().size + 1;
    let said = async |path: &str| {
        let answer = office.get(path).await.unwrap();
        (answer.status.as_u16(), answer.code())
    };
    assert_eq!(said(&format!("/checkpoint?since={more}")).await, (409, "VIEW_AHEAD".to_owned()));
    for unknown in ["0", "-1", "", "x", "18446744073709551616"] {
        let path = format!("/checkpoint?since={unknown}");
        assert_eq!(said(&path).await, (404, "NOT_FOUND".to_owned()), "{path}");
    }
}
