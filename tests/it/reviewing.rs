//! What another organisation said of a matter before its vote stands with the result, proven, and nobody's else.

use yishi_protocol::blob::Words;
use yishi_protocol::body::{Action, Body, Class, Notice, OrgKind, ReviewOpinion};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::{AtHand, Stated};
use yishi_protocol::rejection::Code;
use yishi_protocol::view::{ResultView, Served};
use yishi_tests::matters::{answer, raise};
use yishi_tests::people::public;
use yishi_tests::post_office::PostOffice;
use yishi_tests::reviews::{ask_review, review};
use yishi_tests::shown::shown;
use yishi_tests::stairwell::{hour, notice, org, resolution};

/// An accepted matter of somebody's.
async fn accepted(office: &PostOffice, name: &str) -> EntryId {
    let (body, blobs) = raise();
    let matter = office.say(name, body, blobs).await.unwrap().entry.id();
    let (yes, text) = answer(matter, Action::Accept, "受理。");
    office.say("host", yes, text).await.unwrap();
    matter
}

/// The supervisors are asked about a matter.
async fn asked(office: &PostOffice, matter: EntryId, due_ms: u64) -> EntryId {
    let supervisors = org(&office.state().await.unwrap(), OrgKind::Supervisors);
    let (body, blobs) = ask_review(matter, supervisors, due_ms);
    office.say("host", body, blobs).await.unwrap().entry.id()
}

async fn noticed(office: &PostOffice, roll: EntryId, matter: EntryId) -> EntryId {
    let (of, text) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let (opens_ms, closes_ms) = (hour(4, 20, 0), hour(4, 20, 0) + 15 * DAY_MS);
    let of = Notice { matter: Some(matter), opens_ms, closes_ms, ..of };
    office.say("host", of, text).await.unwrap().entry.id()
}

async fn result(office: &PostOffice, id: EntryId) -> Served<ResultView> {
    shown(office, None, &format!("/agendas/{id}/result")).await.unwrap()
}

fn stated(office: &PostOffice, answer: &Served<ResultView>) -> Result<Stated, Code> {
    let opened = answer.open((&office.estate, &public("log")), Body::decode).unwrap();
    Stated::of(&opened, &answer.stated).map_err(|refused| refused.code)
}

#[tokio::test]
async fn a_result_shows_what_was_said_before_its_notice_and_that_nothing_was() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    office.chen_supervises().await.unwrap();
    let (first, second) = (accepted(&office, "wang").await, accepted(&office, "li").await);
    let due_ms = hour(3, 20, 0) + 3 * DAY_MS;
    let (given, silent) = (asked(&office, first, due_ms).await, asked(&office, second, due_ms).await);
    let (body, text) = review((first, given), ReviewOpinion::Against, "要先验收。");
    let said = office.say("chen", body, text).await.unwrap().entry.id();
    office.clock.set(due_ms);
    let (first, second) =
        (noticed(&office, vote.roll, first).await, noticed(&office, vote.roll, second).await);

    let honest = result(&office, first).await;
    assert_eq!(honest.stated.reviews, [(given, Some(said))]);
    let reviews = stated(&office, &honest).unwrap().reviews;
    let (opinion, why) = reviews[0].given.as_ref().unwrap();
    assert_eq!((*opinion, why), (ReviewOpinion::Against, &AtHand::Here(Words::zh("要先验收。"))));
    let none = result(&office, second).await;
    assert_eq!(none.stated.reviews, [(silent, None)]);
    assert_eq!(stated(&office, &none).unwrap().reviews[0].given, None);

    // A server that shows one vote's review with another.
    for reviews in [vec![(silent, Some(said))], vec![(said, None)], vec![(given, Some(given))]] {
        let mut bent = honest.clone();
        bent.stated.reviews = reviews;
        assert_eq!(stated(&office, &bent).map(|stated| stated.reviews.len()), Err(Code::AnswerMismatch));
    }
}
