//! Beginning an erasure and standing behind it: who sees what would go. The attack is to propose an erasure in order to read: a
//! neighbour's ballot, hidden words, a telephone number.

use std::collections::BTreeSet;

use yishi_protocol::blob::{BlobKind, Stance};
use yishi_protocol::body::{Class, Close, Confirm, Grant, HideReason, OrgKind, Tally};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::{BlobId, EntryId};
use yishi_protocol::projection::{BlobSays, Erasing, Erasure};
use yishi_protocol::state::ErasableSort;
use yishi_protocol::view::{ErasableList, ErasureView, Served};
use yishi_tests::erasing::{asked, ended, keeper, ordered};
use yishi_tests::matters::{answer, opinion, raise};
use yishi_tests::moderation::hide;
use yishi_tests::people::{party, person};
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::{opened, shown};
use yishi_tests::stairwell::{ballot, hour, resolution};

/// What nobody should find once it is hidden.
const PRIVATE: &str = "我叫李四，住102室，电话13811112222。";

/// A matter of wang's, what li said about it, which is hidden, and chen, who keeps rolls for another organisation than the host.
async fn hidden(office: &PostOffice) -> (EntryId, BlobId) {
    let (body, blobs) = raise();
    let matter = office.say("wang", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = opinion(matter, Stance::Against, PRIVATE, None);
    let said = body.blob;
    let words = office.say("li", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = hide((matter, words), HideReason::PersonalData);
    office.say("host", body, blobs).await.unwrap();
    office.declare(OrgKind::ResidentsCommittee, "居委会").await.unwrap();
    let give = keeper(&office.state().await.unwrap(), "chen");
    office.say("root", give, vec![]).await.unwrap();
    (matter, said)
}

#[tokio::test]
async fn whoever_is_asked_to_confirm_reads_what_would_go_and_nobody_else_does() {
    let office = PostOffice::founded().await.unwrap();
    office.settle().await.unwrap();
    let (_, said) = hidden(&office).await;
    let (body, blobs) = ordered(&[said]);
    let entry = office.say("host", body.clone(), blobs).await.unwrap().entry.id();
    let path = format!("/erasures/{entry}");
    let answer: Served<ErasureView> = shown(&office, Some("chen"), &path).await.unwrap();
    let erasure = Erasure::of(&opened(&office, &answer).unwrap(), answer.stated.clone(), &entry).unwrap();
    assert_eq!(erasure.body, body);
    assert!(erasure.order.is_some());
    let [erasing] = erasure.erasing.as_slice() else { panic!("one was listed") };
    assert!(matches!(&erasing.says, Some(BlobSays::Spoken(spoken)) if spoken.text.is_some()), "{erasing:?}");
    assert_eq!((erasing.view.sort, erasing.view.ordered.as_deref()), (ErasableSort::Words, None));
    assert!(erasing.at_ms.is_some(), "when it was said is proven");

    // Not its author's neighbours, the manager, a root who could not confirm it, nor whoever has no pass.
    office.manager_takes_office(hour(12, 31, 0)).await.unwrap();
    for who in ["wang", "li", "wu", "manager", "root"] {
        assert_eq!(office.get_as(who, &path).await.unwrap().code(), "MISSING_CAPABILITY", "{who}");
    }
    assert_eq!(office.get(&path).await.unwrap().code(), "PASS_REQUIRED");
    // What chen may read there opens no other door, and no other words.
    assert_eq!(office.get_as("chen", &format!("/blobs/{said}")).await.unwrap().code(), "NOT_FOUND");
    let list = office.get_as("chen", &format!("/erasable?about={}", person("li"))).await.unwrap();
    assert!(!String::from_utf8(list.body).unwrap().contains(PRIVATE), "chen has to be asked");
    let other = format!("/erasures/{}", EntryId::ZERO);
    assert_eq!(office.get_as("chen", &other).await.unwrap().code(), "NOT_FOUND");
    // Once it is in force there is nothing left to be read.
    office.say("chen", Confirm { entry }, vec![]).await.unwrap();
    for who in ["chen", "host"] {
        assert_eq!(office.get_as(who, &path).await.unwrap().code(), "MISSING_CAPABILITY", "{who}");
    }
}

#[tokio::test]
async fn nobody_reads_hidden_words_by_proposing_to_erase_them() {
    let office = PostOffice::founded().await.unwrap();
    office.settle().await.unwrap();
    let (_, said) = hidden(&office).await;
    let (body, blobs) = ordered(&[said]);
    let entry = office.say("chen", body, blobs).await.unwrap().entry.id();
    let path = format!("/erasures/{entry}");
    let answer: Served<ErasureView> = shown(&office, Some("chen"), &path).await.unwrap();
    let erasure = Erasure::of(&opened(&office, &answer).unwrap(), answer.stated.clone(), &entry).unwrap();
    assert_eq!(erasure.erasing[0].says, None, "chen neither hides nor rules");
    // The host hides words, and is asked to confirm.
    let answer: Served<ErasureView> = shown(&office, Some("host"), &path).await.unwrap();
    assert_eq!(answer.blobs.iter().filter(|blob| blob.id() == said).count(), 1);
}

#[tokio::test]
async fn a_ballot_is_read_by_nobody_for_being_erased() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let mut openings = Vec::new();
    for name in ["wang", "li"] {
        let (body, blob) = ballot(vote.agenda, party(name), &[&[0]], None);
        openings.push(blob.id());
        office.say(name, body, vec![blob]).await.unwrap();
    }
    office.clock.set(hour(4, 4, 0));
    office.say("host", Close { agenda: vote.agenda }, vec![]).await.unwrap();
    let draft = office.get_as("host", &format!("/agendas/{}/tally-draft", vote.agenda)).await.unwrap();
    office.say("host", draft.json::<Tally>().unwrap(), vec![]).await.unwrap();
    office.declare(OrgKind::ResidentsCommittee, "居委会").await.unwrap();
    let give = keeper(&office.state().await.unwrap(), "chen");
    office.say("root", give, vec![]).await.unwrap();
    let list = async |about: &str| {
        let answer: Served<ErasableList> =
            shown(&office, Some("chen"), &format!("/erasable{about}")).await.unwrap();
        let found = Erasing::all(&opened(&office, &answer).unwrap(), answer.stated.clone()).unwrap();
        (found, answer.blobs.into_iter().map(|blob| blob.kind).collect::<Vec<_>>())
    };
    // Why they do not go yet, the rule book says.
    let (found, blobs) = list(&format!("?about={}", vote.agenda)).await;
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|one| one.view.ended.as_deref() == Some("STILL_NEEDED")), "{found:?}");
    assert!(found.iter().all(|one| one.view.ordered.as_deref() == Some("NOT_ERASABLE")), "{found:?}");
    assert_eq!(blobs, []);
    assert_eq!(list("").await.0, [], "somebody needs everything");

    office.clock.set(hour(4, 4, 0) + 366 * DAY_MS);
    let give = keeper(&office.state().await.unwrap(), "chen");
    office.say("root", Grant { until_ms: give.until_ms + 366 * DAY_MS, ..give }, vec![]).await.unwrap();
    let (found, blobs) = list("").await;
    let listed: BTreeSet<BlobId> = found.iter().map(|one| one.view.blob).collect();
    assert_eq!(listed, openings.iter().copied().collect());
    assert_eq!(blobs, [], "whoever keeps rolls reads no ballot for it");
    let entry = office.say("chen", ended(&openings), vec![]).await.unwrap().entry.id();
    let answer: Served<ErasureView> =
        shown(&office, Some("root"), &format!("/erasures/{entry}")).await.unwrap();
    assert_eq!((answer.stated.erasable.len(), answer.blobs.len()), (2, 0), "nor does who stands behind it");
    office.say("root", Confirm { entry }, vec![]).await.unwrap();
    assert_eq!(list("").await.0, []);
}

#[tokio::test]
async fn whoever_keeps_rolls_sees_all_that_an_order_may_name_and_others_see_nothing() {
    let office = PostOffice::founded().await.unwrap();
    office.settle().await.unwrap();
    let (matter, said) = hidden(&office).await;
    let (body, blobs) = answer(matter, yishi_protocol::body::Action::Accept, "收到。");
    let official = body.text;
    office.say("host", body, blobs).await.unwrap();
    let read = async |who: &str, about: String| -> (Vec<Erasing>, Vec<BlobKind>) {
        let path = format!("/erasable?about={about}");
        let answer: Served<ErasableList> = shown(&office, Some(who), &path).await.unwrap();
        let found = Erasing::all(&opened(&office, &answer).unwrap(), answer.stated.clone()).unwrap();
        (found, answer.blobs.into_iter().map(|blob| blob.kind).collect())
    };
    let (found, _) = read("host", matter.to_string()).await;
    let text = office.state().await.unwrap().matter(&matter).unwrap().text;
    let blobs: BTreeSet<BlobId> = found.iter().map(|one| one.view.blob).collect();
    assert!(blobs.is_superset(&BTreeSet::from([text, said, official])), "{blobs:?}");
    assert!(found.iter().all(|one| one.view.ordered.is_none() && one.says.is_some() && one.at_ms.is_some()));
    assert!(
        found.iter().all(|one| one.view.ended.as_deref() == Some("NOT_ERASABLE")),
        "nothing said has a term"
    );
    // Of a person: the name, which the newest roll needs, and what they said.
    let (found, kinds) = read("chen", person("li").to_string()).await;
    let why: BTreeSet<_> = found.iter().map(|one| (one.view.sort, one.view.ended.clone())).collect();
    let [needed, said_so] = ["STILL_NEEDED", "NOT_ERASABLE"].map(|code| Some(code.to_owned()));
    assert_eq!(why, BTreeSet::from([(ErasableSort::Name, needed), (ErasableSort::Words, said_so)]));
    assert_eq!(kinds, [BlobKind::Person], "chen does not read what is hidden");
    for who in ["wang", "li"] {
        let path = format!("/erasable?about={}", person("li"));
        assert_eq!(office.get_as(who, &path).await.unwrap().code(), "MISSING_CAPABILITY", "{who}");
    }
    assert_eq!(office.get_as("root", "/erasable").await.unwrap().code(), "PASS_REQUIRED");
    for nothing in [EntryId::ZERO.to_string(), "x".to_owned()] {
        let path = format!("/erasable?about={nothing}");
        assert_eq!(office.get_as("host", &path).await.unwrap().code(), "NOT_FOUND");
    }
    // What its author took back is offered to nobody.
    office.say("li", asked(&[said]), vec![]).await.unwrap();
    assert!(read("host", matter.to_string()).await.0.iter().all(|one| one.view.blob != said));
}
