//! Lies about what was erased, what would be, and what is held of somebody: a server that keeps words back has no erasure to show
//! for it.

use std::fmt::Debug;

use yishi_protocol::body::{Body, Confirm, ErasureGround, OrgKind};
use yishi_protocol::id::EntryId;
use yishi_protocol::log::LogEntry;
use yishi_protocol::projection::{AtHand, Erasing, Erasure, Held, Matter};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::view::{CopyView, ErasableList, ErasedView, ErasureView, MatterView, Served};
use yishi_tests::erasing::{asked, keeper, ordered};
use yishi_tests::people::{person, public};
use yishi_tests::post_office::PostOffice;

use crate::lying::{Facts, at_hand, bent, fact, of_homes, told};

/// What wu and chen said is erased, by wu and by order; that what li said is erased waits.
pub(crate) async fn erase(office: &PostOffice, [first, second]: [EntryId; 2]) -> EntryId {
    let state = office.state().await.unwrap();
    let said = |matter: &EntryId, name: &str| {
        let mut opinions = state.matter(matter).unwrap().opinions.values();
        opinions.find(|opinion| opinion.person == person(name)).unwrap().blob
    };
    office.say("wu", asked(&[said(&first, "wu")]), vec![]).await.unwrap();
    office.declare(OrgKind::ResidentsCommittee, "居委会").await.unwrap();
    let give = keeper(&office.state().await.unwrap(), "feng");
    office.say("root", give, vec![]).await.unwrap();
    let (body, blobs) = ordered(&[said(&second, "chen")]);
    let entry = office.say("host", body, blobs).await.unwrap().entry.id();
    office.say("feng", Confirm { entry }, vec![]).await.unwrap();
    let raised = state.matter(&second).unwrap().text;
    let (body, blobs) = ordered(&[raised, said(&second, "wang")]);
    office.say("host", body, blobs).await.unwrap().entry.id()
}

/// What is said, or that it was erased: by whom, why and when.
pub(crate) fn of_words(what: &str, id: &EntryId, words: &AtHand<impl Debug>) -> Option<String> {
    match words {
        AtHand::Here(words) => Some(fact(what, (id, words))),
        AtHand::Erased(gone) => Some(fact("erased", (id, gone))),
        AtHand::Absent => None,
    }
}

/// What would be erased says.
fn of_erasing(one: &Erasing) -> Option<String> {
    at_hand("would erase", one.says.as_ref().map(|says| (one.view.blob, says)))
}

#[tokio::test]
async fn a_lie_about_what_an_erasure_would_take_is_refused_or_changes_nothing() {
    let told = told().await;
    let path = format!("/erasures/{}", told.waits);
    let erasure: Served<ErasureView> = told.read(Some("feng"), &path).await;
    assert_eq!(erasure.stated.erasable.len(), 2);
    let refused = told.hold(&erasure, |answer| {
        let erasure = Erasure::of(&told.open(answer)?, answer.stated.clone(), &told.waits)?;
        let mut facts = Facts::from([fact("erases", (&erasure.body, erasure.act.index))]);
        facts.extend(at_hand("by order", erasure.order.as_ref()));
        facts.extend(erasure.erasing.iter().filter_map(of_erasing));
        Ok(facts)
    });
    assert!(refused.contains(&Code::AnswerMismatch), "{refused:?}");
    // One of two is kept from whoever confirms.
    let one = bent(&told, &erasure, |view| drop(view.erasable.pop()));
    let seen = Erasure::of(&told.open(&one).unwrap(), one.stated.clone(), &told.waits).map(drop);
    assert_eq!(seen.map_err(|wrong| wrong.code), Err(Code::AnswerMismatch), "less than it lists");
    let path = format!("/erasable?about={}", told.matters[1]);
    let list: Served<ErasableList> = told.read(Some("host"), &path).await;
    told.hold(&list, |answer| {
        let all = Erasing::all(&told.open(answer)?, answer.stated.clone())?;
        Ok(all.iter().filter_map(of_erasing).collect())
    });
}

#[tokio::test]
async fn no_server_calls_words_erased_that_nobody_erased() {
    let told = told().await;
    let [first, second] = told.matters;
    let read = async |matter: EntryId| -> Served<MatterView> {
        told.read(Some("wang"), &format!("/matters/{matter}")).await
    };
    let gone = |answer: &Served<MatterView>, matter: &EntryId| {
        let matter = Matter::of(&told.open(answer)?, answer.stated.clone(), matter)?;
        let gone = matter.opinions.iter().filter_map(|said| said.spoken.gone());
        Ok::<_, Rejection>(gone.map(|gone| (gone.ground, gone.by, gone.confirmed_by)).collect::<Vec<_>>())
    };
    let (asked, ordered) = (read(first).await, read(second).await);
    assert_eq!(gone(&asked, &first), Ok(vec![(ErasureGround::Asked, public("wu"), None)]));
    let by_order = vec![(ErasureGround::Ordered, public("host"), Some(public("feng")))];
    assert_eq!(gone(&ordered, &second), Ok(by_order));
    // What waits is not in force: nobody calls wang's words erased by it, with whatever confirmation.
    let waits = told.liar.entries.get(&told.waits).unwrap().clone();
    let Body::Erase(body) = LogEntry::from_leaf(waits.index, &waits.leaf.0).unwrap().entry.into_body() else {
        panic!("it erases")
    };
    let confirmed = ordered.erased[0].confirmed;
    for confirmed in [None, confirmed, Some(told.waits)] {
        let mut lie = bent(&told, &ordered, |_| {});
        lie.blobs.retain(|blob| !body.blobs.contains(&blob.id()));
        lie.erased.extend(body.blobs.iter().map(|blob| ErasedView {
            act: told.waits,
            blob: *blob,
            confirmed,
        }));
        lie.erased.sort_by_key(|row| row.blob);
        assert_eq!(
            gone(&lie, &second).map_err(|wrong| wrong.code),
            Err(Code::AnswerMismatch),
            "{confirmed:?}"
        );
    }
    // Kept back is not erased.
    let mut kept_back = asked.clone();
    kept_back.blobs.clear();
    kept_back.erased.clear();
    assert_eq!(gone(&kept_back, &first), Ok(vec![]));
}

#[tokio::test]
async fn a_lie_about_a_copy_is_refused_or_changes_nothing() {
    let told = told().await;
    let copy: Served<CopyView> = told.read(Some("wang"), "/me/copy").await;
    let read = |answer: &Served<CopyView>| {
        let held = Held::of(&told.open(answer)?, answer.stated.clone(), &person("wang"))?;
        let mut facts = of_homes(&held.homes);
        for said in &held.said {
            facts.insert(fact("said at", (said.index, said.at_ms)));
            facts.extend(said.says.iter().map(|says| fact("said", (said.index, says))));
        }
        for ballot in &held.ballots {
            if ballot.own {
                facts.insert(fact("cast", (ballot.view.entry, ballot.at_ms, ballot.agenda, ballot.party)));
                facts.extend(of_words("chose", &ballot.view.entry, &ballot.choice));
            }
        }
        Ok(facts)
    };
    let refused = told.hold(&copy, read);
    assert!(refused.contains(&Code::AnswerMismatch), "{refused:?}");
    // What somebody else said is not put into wang's mouth, nor wang's copy into somebody else's hands.
    let li: Served<CopyView> = told.read(Some("li"), "/me/copy").await;
    let theirs = bent(&told, &copy, |view| view.said.clone_from(&li.stated.said));
    assert_eq!(read(&theirs).map_err(|wrong| wrong.code), Err(Code::AnswerMismatch), "another's words");
    let none = bent(&told, &copy, |view| view.letters[0].entry = told.matters[0]);
    assert_eq!(read(&none).map_err(|wrong| wrong.code), Err(Code::AnswerMismatch), "what is no letter");
    assert_eq!(read(&li).map_err(|wrong| wrong.code), Err(Code::AnswerMismatch), "another's copy");
}
