//! The end of a vote's window is put off: for want of turnout alone, once, while it runs, and everybody reads it.

use axum::body::Body as HttpBody;
use axum::http::Request;
use yishi_protocol::admit::Admitted;
use yishi_protocol::blob::{Blob, Evidence};
use yishi_protocol::body::{
    Body, Capability, Class, Close, Extend, Grant, OrgKind, Reach, Representative, Role,
};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::{QUORUM, Weight, turnout};
use yishi_protocol::id::EntryId;
use yishi_protocol::log::LogEntry;
use yishi_protocol::projection::Vote;
use yishi_protocol::rejection::Code;
use yishi_protocol::strict_json::MAX_INTEGER;
use yishi_protocol::verify;
use yishi_protocol::view::{AgendaList, AgendaView};
use yishi_tests::matters::{statement, words};
use yishi_tests::people::{party, person, public};
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::shown;
use yishi_tests::stairwell::{GARAGE, Opened, ROLL, grant, hour, opened as opened_with, resolution, vote};
use yishi_tests::story::Story;

fn later(agenda: EntryId, closes_ms: u64) -> (Extend, Vec<Blob>) {
    let text = statement("参加的人还不够三分之二。");
    (Extend { agenda, closes_ms, text: text.id() }, vec![text])
}

/// A vote of the stairwell, opened.
fn opened() -> Opened {
    opened_with(vec![resolution(1, Class::Ordinary)]).unwrap()
}

fn tries(story: &mut Story, by: &str, (agenda, closes_ms): (EntryId, u64)) -> Result<(), Code> {
    let (body, blobs) = later(agenda, closes_ms);
    story.say(by, body, blobs).map(drop).map_err(|refused| refused.code)
}

#[test]
fn within_the_window_and_at_no_moment_beside_it() {
    let opened = opened();
    let closes_ms = hour(4, 4, 0);
    for (now_ms, said) in [
        (hour(3, 20, 0) - 1, Err(Code::OutsideWindow)),
        (hour(3, 20, 0), Ok(())),
        (closes_ms - 1, Ok(())),
        (closes_ms, Err(Code::OutsideWindow)),
        (closes_ms + 30 * DAY_MS, Err(Code::OutsideWindow)),
    ] {
        let mut story = opened.story.clone();
        story.now_ms = now_ms;
        assert_eq!(tries(&mut story, "host", (opened.agenda, closes_ms + DAY_MS)), said, "{now_ms}");
    }
}

#[test]
fn once_whoever_asks_and_as_far_as_the_frozen_settings_let() {
    let Opened { mut story, agenda, .. } = opened();
    let (opens_ms, closes_ms) = (hour(3, 20, 0), hour(4, 4, 0));
    story.now_ms = opens_ms;
    for (to_ms, said) in [
        (closes_ms, Err(Code::WindowLength)),
        (closes_ms + DAY_MS - 1, Err(Code::WindowLength)),
        (closes_ms + DAY_MS, Ok(())),
        (opens_ms + 60 * DAY_MS, Ok(())),
        (opens_ms + 60 * DAY_MS + 1, Err(Code::WindowLength)),
        (MAX_INTEGER, Err(Code::WindowLength)),
    ] {
        assert_eq!(tries(&mut story.clone(), "host", (agenda, to_ms)), said, "{to_ms}");
    }
    let office = |name, reach| Grant {
        reach,
        ..grant(
            story.log.state(),
            name,
            (OrgKind::ResidentsCommittee, Role::ResidentsCommittee),
            &[Capability::Notice],
            hour(12, 31, 0),
        )
    };
    let garage = office("chu", Reach { scopes: Some(vec![GARAGE]), ..Reach::default() });
    let community = office("wei", Reach::default());
    for given in [garage, community] {
        story.say("second root", given, vec![]).unwrap();
    }
    assert_eq!(tries(&mut story, "li", (agenda, closes_ms + DAY_MS)), Err(Code::MissingCapability));
    assert_eq!(tries(&mut story, "chu", (agenda, closes_ms + DAY_MS)), Err(Code::OutOfReach));
    assert_eq!(tries(&mut story, "host", (agenda, closes_ms + DAY_MS)), Ok(()));
    assert_eq!(tries(&mut story, "wei", (agenda, closes_ms + 9 * DAY_MS)), Err(Code::AlreadyExtended));
}

/// Homes that vote, the smallest first.
fn homes() -> Vec<(&'static str, &'static str)> {
    let voter = |home: &'static str| if home == "zhao-qian" { ("zhao", home) } else { (home, home) };
    let mut rows: Vec<_> = ROLL.iter().filter(|row| !["sun-zhou", "parker"].contains(&row.0)).collect();
    // Wang has two homes, so comes last.
    rows.sort_by_key(|row| (row.0 == "wang", row.6));
    rows.dedup_by_key(|row| row.0);
    rows.into_iter().map(|row| voter(row.0)).collect()
}

#[test]
fn it_is_one_vote_too_many_when_both_counts_reach_two_thirds() {
    let Opened { mut story, agenda, .. } = opened();
    story.now_ms = hour(3, 20, 0);
    let (mut lacked, mut reached) = (false, false);
    for (voter, home) in homes() {
        let cast = vote(&story, voter, home, agenda, &[&[1]]);
        if story.send(&cast).is_err() {
            continue;
        }
        let state = story.log.state();
        let of = state.agenda(&agenda).unwrap();
        let now = turnout(of, state.roll(&of.roll).unwrap(), &story.evidence).unwrap();
        let heads = QUORUM.of(now.participating.heads, of.heads.into()).holds();
        let area = QUORUM.of(now.participating.area_c, of.area_c).holds();
        assert_eq!(now.missing == Weight::default(), heads && area);
        let said = tries(&mut story.clone(), "host", (agenda, hour(4, 5, 0)));
        assert_eq!(said, if heads && area { Err(Code::QuorumReached) } else { Ok(()) });
        (lacked, reached) = (lacked || heads && !area, reached || heads && area);
        if heads && !area {
            // The heads reach, so the areas decide: who has them not at hand can only note what the log says.
            assert!(matches!(held_against(&story, agenda, &Evidence::default()), Admitted::Stated(_)));
        }
        if !heads {
            assert!(matches!(held_against(&story, agenda, &Evidence::default()), Admitted::Recomputed));
        }
    }
    assert!(reached, "all of them are enough");
    assert!(lacked, "the small homes are enough heads and not enough area");
}

/// What an audit says of an extension, with these blobs at hand beside its own words.
fn held_against(story: &Story, agenda: EntryId, evidence: &Evidence) -> Admitted {
    let (body, blobs) = later(agenda, hour(4, 5, 0));
    let mut evidence = evidence.clone();
    for blob in &blobs {
        evidence.insert(blob.clone());
    }
    let submission = story.clone().sign("host", body, blobs);
    let entry = verify(&submission.envelope).unwrap();
    let entry = LogEntry { index: story.log.state().size(), received_ms: story.now_ms, entry };
    story.log.clone().replay(&entry, &evidence).unwrap()
}

#[test]
fn ballots_that_were_cast_stand_and_others_come() {
    let Opened { mut story, agenda, .. } = opened();
    story.now_ms = hour(4, 3, 23);
    let wang = vote(&story, "wang", "wang", agenda, &[&[0]]);
    let first = story.send(&wang).unwrap().entry.id();
    let sun = vote(&story, "sun", "sun-zhou", agenda, &[&[0]]);
    story.send(&sun).unwrap();
    tries(&mut story, "host", (agenda, hour(4, 9, 0))).unwrap();
    story.now_ms = hour(4, 4, 0);
    let close = |story: &mut Story, by| {
        story.say(by, Close { agenda }, vec![]).map(drop).map_err(|refused| refused.code)
    };
    assert_eq!(close(&mut story, "host"), Err(Code::TooEarlyToClose));
    let standing = |story: &Story, home| {
        story.log.state().agenda(&agenda).unwrap().standing_ballot(&party(home)).cloned()
    };
    assert_eq!(standing(&story, "wang").map(|ballot| ballot.entry), Some(first));
    // The owners of two agree on who votes before the new end: what was held counts.
    assert_eq!(standing(&story, "sun-zhou"), None);
    for owner in ["sun", "zhou"] {
        let body = Representative { document: None, party: party("sun-zhou"), person: person("sun") };
        story.say(owner, body, vec![]).unwrap();
    }
    assert!(standing(&story, "sun-zhou").is_some());
    story.now_ms = hour(4, 9, 0) - 1;
    let again = vote(&story, "wang", "wang", agenda, &[&[1]]);
    story.send(&again).unwrap();
    story.now_ms = hour(4, 9, 0);
    let late = vote(&story, "li", "li", agenda, &[&[0]]);
    assert_eq!(story.send(&late).map(drop).map_err(|refused| refused.code), Err(Code::OutsideWindow));
    // The owners' three days begin at the new end too.
    story.now_ms = hour(4, 12, 0) - 1;
    assert_eq!(close(&mut story, "li"), Err(Code::MissingCapability));
    story.now_ms = hour(4, 12, 0);
    assert_eq!(close(&mut story, "li"), Ok(()));
}

#[tokio::test]
async fn everybody_reads_the_new_end_and_why() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (body, blobs) = later(vote.agenda, hour(4, 9, 0));
    office.say("host", body, blobs).await.unwrap();
    for who in [None, Some("wang"), Some("tenant")] {
        let answer = shown::<AgendaView>(&office, who, &format!("/agendas/{}", vote.agenda)).await.unwrap();
        let opened = answer.open((&office.estate, &public("log")), Body::decode).unwrap();
        let read = Vote::of(&opened, &answer.stated, &vote.agenda).unwrap();
        assert_eq!((read.closes_ms(), read.notice.closes_ms), (hour(4, 9, 0), hour(4, 4, 0)));
        assert_eq!(read.extended.and_then(|of| of.why), Some(words("参加的人还不够三分之二。")));
    }
    let list: AgendaList = office.get("/agendas").await.unwrap().json().unwrap();
    assert_eq!(list.agendas[0].closes_ms, hour(4, 9, 0));
    let light = format!("/light?estate={}&vote={}", office.estate, vote.agenda);
    let page = office.call(Request::get(light).body(HttpBody::empty()).unwrap()).await.unwrap();
    let page = String::from_utf8(page.body).unwrap();
    assert!(page.contains("参加的人还不够三分之二"), "{page}");
}
