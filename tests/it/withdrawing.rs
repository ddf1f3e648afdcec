//! A vote is taken back before it begins: by whom, until when, what is left of it, and who reads why.

use axum::body::Body as HttpBody;
use axum::http::Request;
use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Body, Capability, Class, Grant, Notice, Open, OrgKind, Reach, Role, Withdraw};
use yishi_protocol::calendar::{DAY_MS, local_day};
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::Vote;
use yishi_protocol::rejection::Code;
use yishi_protocol::state::Stage;
use yishi_protocol::view::{AgendaList, AgendaView};
use yishi_tests::matters::{statement, words};
use yishi_tests::people::{party, public};
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::shown;
use yishi_tests::stairwell::{GARAGE, ballot, grant, hour, listed, notice, open, resolution};
use yishi_tests::story::Story;

fn back(notice: EntryId) -> (Withdraw, Vec<Blob>) {
    let text = statement("电梯尺寸写错了，改好再公示。");
    (Withdraw { notice, text: text.id() }, vec![text])
}

/// A vote of the stairwell that is noticed, and its roll.
fn noticed() -> (Story, EntryId, EntryId) {
    let (mut story, roll) = listed().unwrap();
    story.now_ms = story.now_ms.max(hour(3, 4, 10));
    let (body, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let id = story.say_id("host", body, blobs).unwrap();
    (story, id, roll)
}

fn tries(story: &mut Story, by: &str, id: EntryId) -> Result<(), Code> {
    let (body, blobs) = back(id);
    story.say(by, body, blobs).map(drop).map_err(|refused| refused.code)
}

#[test]
fn until_the_last_moment_before_its_window_and_not_at_it() {
    let opens_ms = hour(3, 20, 0);
    for opened in [false, true] {
        for (at_ms, said) in [(opens_ms - 1, Ok(())), (opens_ms, Err(Code::TooLateToWithdraw))] {
            let (mut story, id, roll) = noticed();
            if opened {
                story.now_ms = hour(3, 18, 9);
                story.say("host", open(id, roll), vec![]).unwrap();
            }
            story.now_ms = at_ms;
            // Whoever did not open it keeps the vote from beginning, but does not take it back once it should have begun.
            assert_eq!(tries(&mut story, "host", id), said, "opened: {opened}");
        }
    }
}

#[test]
fn only_an_office_that_may_give_such_notice_takes_one_back() {
    let (mut story, id, _) = noticed();
    let until_ms = hour(12, 31, 0);
    let office = |name, role: (OrgKind, Role), cap| grant(story.log.state(), name, role, &[cap], until_ms);
    let garage = Grant {
        reach: Reach { scopes: Some(vec![GARAGE]), ..Reach::default() },
        ..office("wei", (OrgKind::Committee, Role::Committee), Capability::Notice)
    };
    let clerk = office("chu", (OrgKind::Committee, Role::Clerk), Capability::Open);
    for given in [garage, clerk] {
        story.say("root", given, vec![]).unwrap();
    }
    for (name, code) in [
        ("wei", Code::OutOfReach),
        ("chu", Code::MissingCapability),
        ("li", Code::MissingCapability),
        ("root", Code::MissingCapability),
    ] {
        assert_eq!(tries(&mut story, name, id), Err(code), "{name}");
    }
}

#[test]
fn the_wizards_latest_day_is_the_rules() {
    let (story, _, roll) = noticed();
    let plan = yishi_protocol::plan::Plan::new(story.log.state().bylaws(), story.now_ms, Some(u64::MAX), 15);
    let (body, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    for (later_ms, said) in [(0, Ok(())), (DAY_MS, Err(Code::NoticeTooFar))] {
        let (opens_ms, closes_ms) = (plan.opens_ms() + later_ms, plan.closes_ms() + later_ms);
        assert_eq!(local_day(opens_ms), plan.latest + later_ms / DAY_MS);
        let body = Notice { opens_ms, closes_ms, ..body.clone() };
        let refused =
            story.clone().say("host", body, blobs.clone()).map(drop).map_err(|refused| refused.code);
        assert_eq!(refused, said);
    }
}

/// What is read of a vote by its notice or agenda.
async fn vote(office: &PostOffice, who: Option<&str>, id: &EntryId) -> Vote {
    let answer = shown::<AgendaView>(office, who, &format!("/agendas/{id}")).await.unwrap();
    let opened = answer.open((&office.estate, &public("log")), Body::decode).unwrap();
    Vote::of(&opened, &answer.stated, id).unwrap()
}

#[tokio::test]
async fn everybody_reads_that_it_was_taken_back_and_why() {
    let office = PostOffice::founded().await.unwrap();
    let roll = office.settle().await.unwrap();
    let mut ids = Vec::new();
    for _ in 0..2 {
        let (body, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
        ids.push(office.say("host", body, blobs).await.unwrap().entry.id());
    }
    office.clock.set(hour(3, 19, 9));
    let body: Open = open(ids[1], roll);
    let agenda = office.say("host", body, vec![]).await.unwrap().entry.id();
    for id in &ids {
        let (body, blobs) = back(*id);
        office.say("host", body, blobs).await.unwrap();
    }
    office.clock.set(hour(3, 21, 9));
    for id in [ids[0], ids[1], agenda] {
        for who in [None, Some("wang"), Some("tenant")] {
            let read = vote(&office, who, &id).await;
            assert_eq!(read.stage, Some(Stage::Withdrawn));
            let why = read.withdrawn.and_then(|withdrawn| withdrawn.why);
            assert_eq!(why, Some(words("电梯尺寸写错了，改好再公示。")));
        }
        let light = format!("/light?estate={}&vote={id}", office.estate);
        let page = office.call(Request::get(light).body(HttpBody::empty()).unwrap()).await.unwrap();
        let page = String::from_utf8(page.body).unwrap();
        assert!(page.contains("已撤回") && page.contains("电梯尺寸写错了"), "{page}");
    }
    let list: AgendaList = office.get("/agendas").await.unwrap().json().unwrap();
    let stages: Vec<_> = list.agendas.iter().map(|vote| vote.stage).collect();
    assert_eq!(stages, [Some(Stage::Withdrawn); 2], "no phone is offered a ballot");
    let (body, blob) = ballot(agenda, party("wang"), &[&[0]], None);
    let entry = office.sign("wang", body, vec![blob]).await.unwrap();
    assert_eq!(office.send(&entry).await.unwrap().code(), "VOTE_WITHDRAWN");
}
