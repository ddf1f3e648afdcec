//! A server that erases: what it shows, keeps and finds again when it starts; and a copy of what it holds of somebody.

use std::path::Path;
use std::sync::Arc;

use yishi_protocol::audit::audit;
use yishi_protocol::blob::{BlobKind, PersonName, Stance};
use yishi_protocol::id::{BlobId, EntryId};
use yishi_protocol::view::{CopyView, Served};
use yishi_server::http::{App, person_copy};
use yishi_server::lock::{MemoryLock, SqliteLock};
use yishi_server::store::{MemoryStore, SqliteStore};
use yishi_tests::erasing::asked;
use yishi_tests::faults::{Fault, Faulty};
use yishi_tests::letters::{codes, consent, enrol};
use yishi_tests::matters::{opinion, raise};
use yishi_tests::people::person;
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::{opened, shown};
use yishi_tests::stairwell::hour;

/// What nobody should find once it is erased.
const PRIVATE: &str = "我叫李四，住102室，电话13811112222。";

async fn posted(office: &PostOffice) -> (EntryId, BlobId) {
    let (body, blobs) = raise();
    let matter = office.say("wang", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = opinion(matter, Stance::Against, PRIVATE, None);
    let said = body.blob;
    office.say("li", body, blobs).await.unwrap();
    (matter, said)
}

#[tokio::test]
async fn what_is_erased_leaves_every_answer_and_comes_back_with_none() {
    let office = PostOffice::founded().await.unwrap();
    office.settle().await.unwrap();
    let (matter, said) = posted(&office).await;
    let light = format!("/light?estate={}&matter={matter}", office.estate);
    let reads = async || {
        let mut found = 0;
        for who in ["li", "wu", "host"] {
            for path in [format!("/matters/{matter}"), format!("/blobs/{said}"), "/record".to_owned()] {
                let answer = office.get_as(who, &path).await.unwrap();
                found += usize::from(String::from_utf8(answer.body).unwrap().contains("13811112222"));
            }
        }
        let request = axum::http::Request::get(light.as_str()).body(axum::body::Body::empty()).unwrap();
        let page = String::from_utf8(office.call(request).await.unwrap().body).unwrap();
        (found, page.contains("13811112222"), page.contains("（本人要求，"))
    };
    assert_eq!(reads().await, (9, true, false));
    office.say("li", asked(&[said]), vec![]).await.unwrap();
    assert_eq!(reads().await, (0, false, true));
    assert!(office.store.blobs(&office.estate, &[said]).await.unwrap().is_empty());
    // A neighbour who kept it brings it back, as it was.
    let (body, blobs) = opinion(matter, Stance::Against, PRIVATE, None);
    let again = office.sign("wu", body, blobs).await.unwrap();
    assert_eq!(office.send(&again).await.unwrap().code(), "BLOB_ERASED");
    assert!(office.store.blobs(&office.estate, &[said]).await.unwrap().is_empty());
    let verdict = audit(&office.get_as("wu", "/record").await.unwrap().body);
    assert!(verdict.sound && verdict.erased == 1, "{:?}", verdict.first_wrong);
}

#[tokio::test]
async fn a_start_erases_what_was_kept_or_put_back() {
    let store = Faulty::new(MemoryStore::new());
    let lock = Arc::new(MemoryLock::default());
    let office = PostOffice::founded_in(Arc::clone(&store) as _, lock).await.unwrap();
    office.settle().await.unwrap();
    let (matter, said) = posted(&office).await;
    store.set(Fault::ErasesNothing);
    office.say("li", asked(&[said]), vec![]).await.unwrap();
    let kept = async || office.store.blobs(&office.estate, &[said]).await.unwrap().len();
    assert_eq!(kept().await, 1, "the program was stopped between the entry and the erasure");
    let shown = office.get_as("li", &format!("/matters/{matter}")).await.unwrap().body;
    assert!(!String::from_utf8(shown).unwrap().contains("13811112222"), "nobody is shown it");
    store.set(Fault::None);
    office.restarted().await.unwrap();
    assert_eq!(kept().await, 0);

    // And what could not be erased goes with whatever is written next.
    let (body, blobs) = opinion(matter, Stance::Against, "另一句。", None);
    let other = body.blob;
    office.say("wu", body, blobs).await.unwrap();
    store.set(Fault::ErasesNothing);
    office.say("wu", asked(&[other]), vec![]).await.unwrap();
    store.set(Fault::None);
    let (body, blobs) = opinion(matter, Stance::For, "好。", None);
    office.say("zheng", body, blobs).await.unwrap();
    assert!(office.store.blobs(&office.estate, &[other]).await.unwrap().is_empty());
}

#[tokio::test]
async fn everybody_has_a_copy_of_what_is_held_of_them_and_nobody_of_others() {
    let office = PostOffice::founded().await.unwrap();
    office.settle().await.unwrap();
    let (matter, said) = posted(&office).await;
    let (body, blobs) = opinion(matter, Stance::For, "支持。", None);
    office.say("wu", body, blobs).await.unwrap();
    let read = async |name: &str| {
        let copy: Served<CopyView> = shown(&office, Some(name), "/me/copy").await.unwrap();
        opened(&office, &copy).unwrap();
        copy
    };
    let copy = read("li").await;
    let kinds = |copy: &Served<CopyView>, kind| copy.blobs.iter().filter(|blob| blob.kind == kind).count();
    assert_eq!(copy.stated.person, person("li"));
    assert_eq!([copy.stated.said.len(), copy.stated.names.len(), copy.stated.devices.len()], [1, 1, 1]);
    assert_eq!([kinds(&copy, BlobKind::Person), kinds(&copy, BlobKind::Place)], [1, 1]);
    let opinions: Vec<_> = copy.blobs.iter().filter(|blob| blob.kind == BlobKind::Opinion).collect();
    assert_eq!(opinions.iter().map(|blob| blob.id()).collect::<Vec<_>>(), [said]);
    // What does not come in pages stands in the first answer alone, so that a long copy says it once.
    let later: Served<CopyView> = shown(&office, Some("li"), "/me/copy?from=1").await.unwrap();
    assert_eq!([later.stated.names.len(), later.stated.ballots.len(), later.stated.devices.len()], [0, 0, 1]);
    // Nothing of it is erased for being in a copy; what was erased is in none.
    office.say("li", asked(&[said]), vec![]).await.unwrap();
    let copy = read("li").await;
    assert_eq!((copy.stated.said.len(), kinds(&copy, BlobKind::Opinion)), (0, 0));
    assert_eq!(office.get("/me/copy").await.unwrap().code(), "PASS_REQUIRED");

    // Whoever kept a letter reads nobody's telephone number by it.
    office.say("host", codes(&["sleeper"], 1, hour(12, 1, 0)), vec![]).await.unwrap();
    let body = enrol(&office.estate, "sleeper", "sleeper", 1);
    office.say("sleeper", body, vec![consent()]).await.unwrap();
    assert_eq!(office.get_as("sleeper", "/me/copy").await.unwrap().code(), "KEY_UNCONFIRMED");
}

#[tokio::test]
async fn a_copy_on_paper_says_what_is_held_of_one_person_and_nothing_of_others() {
    let office = PostOffice::founded().await.unwrap();
    office.settle().await.unwrap();
    let (matter, said) = posted(&office).await;
    let (body, blobs) = opinion(matter, Stance::For, "支持支持。", None);
    office.say("wu", body, blobs).await.unwrap();
    let parts = (Arc::clone(&office.estates), Arc::clone(&office.store), Arc::clone(&office.lock));
    let app = App::new(parts.0, parts.1, parts.2, Arc::clone(&office.clock) as _);
    let copy = async |name: &str| person_copy(&app, &office.estate, &person(name), "zh-CN").await;
    let text = copy("li").await.unwrap();
    let view: Served<CopyView> = shown(&office, Some("li"), "/me/copy").await.unwrap();
    let names = view.blobs.iter().filter(|blob| blob.kind == BlobKind::Person);
    let names: Vec<PersonName> = names.map(|blob| blob.open().unwrap()).collect();
    assert!(text.contains(PRIVATE) && text.contains(&names[0].name), "{text}");
    assert!(text.contains(&view.stated.devices[0].device.to_string()), "{text}");
    assert!(!text.contains("支持支持。"), "what wu said is wu's");
    assert!(copy("wu").await.unwrap().contains("支持支持。"));
    office.say("li", asked(&[said]), vec![]).await.unwrap();
    assert!(!copy("li").await.unwrap().contains(PRIVATE));
    assert!(copy("nobody at all").await.is_err());
}

/// Whether a text stands in any file of a folder.
fn found_in(folder: &Path, text: &str) -> bool {
    let files = std::fs::read_dir(folder).unwrap();
    let bytes = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
    let mut bytes = bytes.into_iter();
    bytes.any(|bytes| bytes.windows(text.len()).any(|part| part == text.as_bytes()))
}

#[tokio::test]
async fn no_file_of_sqlite_holds_what_was_erased() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("yishi.db"), true).await.unwrap();
    let lock = SqliteLock::open(&folder.path().join("lock.db"), true).await.unwrap();
    let office = PostOffice::founded_in(Arc::new(store), Arc::new(lock)).await.unwrap();
    office.settle().await.unwrap();
    let (_, said) = posted(&office).await;
    assert!(found_in(folder.path(), PRIVATE));
    office.say("li", asked(&[said]), vec![]).await.unwrap();
    assert!(!found_in(folder.path(), PRIVATE));
}
