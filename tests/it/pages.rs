//! However much is said, an answer stays small, and whoever follows its pages reads everything once.

use std::sync::Arc;

use yishi_protocol::blob::{Evidence, Stance};
use yishi_protocol::body::{Body, Class};
use yishi_protocol::envelope::Unsigned;
use yishi_protocol::id::EntryId;
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::projection::Matter;
use yishi_protocol::view::{MatterView, Served};
use yishi_server::lock::MemoryLock;
use yishi_server::store::{Append, LogStore, NewEntry};
use yishi_tests::faults::Counted;
use yishi_tests::matters::{opinion, raise};
use yishi_tests::people::{key, public};
use yishi_tests::post_office::PostOffice;
use yishi_tests::stairwell::resolution;

/// How many opinions one matter has.
const SAID: usize = 1_800;
/// The most bytes of an answer here: 50 opinions with their proofs and words of 200 characters.
const LARGEST: usize = 256 * 1024;
/// Each says as much as the others.
const SPEAKERS: [&str; 4] = ["wang", "li", "wu", "zheng"];

/// A matter that everybody has spoken about for years, and a server that begins on its log.
async fn crowded() -> (PostOffice, Arc<Counted>, EntryId, Vec<EntryId>) {
    let (store, lock) = (Arc::<Counted>::default(), Arc::<MemoryLock>::default());
    let office = PostOffice::founded_in(Arc::clone(&store) as _, Arc::clone(&lock) as _).await.unwrap();
    office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (body, blobs) = raise();
    let matter = office.say("wang", body, blobs).await.unwrap().entry.id();
    let mut log = Log::new();
    let leaves = store.leaves(&office.estate, 0, 1000).await.unwrap();
    for (index, leaf) in (0..).zip(&leaves) {
        log.replay(&LogEntry::from_leaf(index, leaf).unwrap(), &Evidence::new()).unwrap();
    }
    let mut append = Append { estate: office.estate, first: log.tree().size(), entries: Vec::new() };
    let mut said = Vec::new();
    for (number, name) in (0..SAID).zip(SPEAKERS.into_iter().cycle()) {
        let words = format!("{number}{}", "这段坡道要早点修好，".repeat(20));
        let (body, blobs) = opinion(matter, Stance::For, &words, None);
        let last_seq = log.state().key(&public(name)).unwrap().last_seq;
        let (estate, seq, view) = (office.estate, last_seq.map_or(0, |last| last + 1), log.view());
        let draft = Unsigned { estate, seq, view, client_ms: 0, body: Body::from(body) };
        let entry = yishi_protocol::verify(&draft.sign(&key(name)).unwrap()).unwrap();
        let evidence: Evidence = blobs.iter().cloned().collect();
        let at_ms = log.state().last_received_ms();
        let entry = log.accept(entry, at_ms, &evidence).unwrap();
        said.push(entry.entry.id());
        let (entry_id, leaf, leaf_hash) = (entry.entry.id(), entry.leaf(), entry.leaf_hash());
        append.entries.push(NewEntry { entry_id, leaf, leaf_hash, blobs });
    }
    store.append(&[append]).await.unwrap();
    let clock = Arc::clone(&office.clock);
    let office = PostOffice::started(Arc::clone(&store) as _, lock, office.estate, clock).await.unwrap();
    (office, store, matter, said)
}

/// A page of the matter, opened as a window does.
async fn page(office: &PostOffice, matter: &EntryId, after: Option<u64>) -> Matter {
    let after = after.map(|after| format!("?after={after}")).unwrap_or_default();
    let answer = office.get(&format!("/matters/{matter}{after}")).await.unwrap();
    assert!(answer.body.len() <= LARGEST, "{} bytes", answer.body.len());
    let (shown, view) = answer.json::<Served<MatterView>>().unwrap().apart();
    let opened = shown.open((&office.estate, &public("log")), Body::decode).unwrap();
    Matter::of(&opened, view, matter).unwrap()
}

#[tokio::test]
async fn everything_that_was_said_is_read_once_in_answers_that_stay_small() {
    let (office, store, matter, mut said) = crowded().await;
    let before = store.asked().0;
    let mut whole = page(&office, &matter, None).await;
    assert!(store.asked().0 - before <= 3, "for who spoke, who acted, and all that is shown");
    let mut pages = 1;
    while let Some(next) = whole.view.opinions_next {
        // Others go on talking while somebody reads.
        if pages % 12 == 0 {
            let (body, blobs) = opinion(matter, Stance::Against, &format!("later {pages}"), None);
            said.push(office.say("chen", body, blobs).await.unwrap().entry.id());
        }
        whole.read_on(page(&office, &matter, Some(next)).await).unwrap();
        pages += 1;
    }
    assert_eq!(whole.opinions.iter().map(|said| said.id).collect::<Vec<_>>(), said);
    assert_eq!((said.len(), pages), (SAID + 3, 37));
    // A page that was read already, or another matter's, is no next one.
    let mut first = page(&office, &matter, None).await;
    first.read_on(page(&office, &matter, None).await).unwrap_err();

    for path in ["/matters", "/agendas", "/disclosures", "/officers", "/waiting", "/scopes"] {
        let answer = office.get(path).await.unwrap();
        assert!(answer.body.len() <= LARGEST, "{path}: {} bytes", answer.body.len());
    }
    for path in ["/me", "/people"] {
        let answer = office.get_as("host", path).await.unwrap();
        assert!(answer.body.len() <= LARGEST, "{path}: {} bytes", answer.body.len());
    }
    let light = |number: usize| {
        let uri = format!("/light?estate={}&matter={matter}&page={number}", office.estate);
        axum::http::Request::get(uri).body(axum::body::Body::empty()).unwrap()
    };
    let newest = office.call(light(1)).await.unwrap();
    assert!(newest.body.len() <= LARGEST && String::from_utf8_lossy(&newest.body).contains("later 36"));
    let oldest = office.call(light(37)).await.unwrap();
    assert!(String::from_utf8_lossy(&oldest.body).contains("0这段坡道"));
}
