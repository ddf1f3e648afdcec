//! How votes end: nobody blocks one by a dispute or by silence, and nothing is carried out before it is final.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Capability, Class, Close, DisputeGround, Final, OrgKind, Role, draft_end};
use yishi_protocol::calendar::{DAY_MS, objections_end_ms};
use yishi_protocol::count::{Counted, count};
use yishi_protocol::course::{CourseStage, Moment, NextAct, Subject};
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;
use yishi_protocol::state::Stage;
use yishi_tests::disputes::{dispute, end, ruling};
use yishi_tests::people::party;
use yishi_tests::stairwell::{Opened, grant, hour, opened, resolution, vote};
use yishi_tests::story::Story;

/// Eight homes of eleven let it pass: one fewer, and too few take part.
const FOR: [(&str, &str); 8] = [
    ("wang", "wang"),
    ("li", "li"),
    ("zhao", "zhao-qian"),
    ("wu", "wu"),
    ("zheng", "zheng"),
    ("chen", "chen"),
    ("chu", "chu"),
    ("wei", "wei"),
];

/// A vote of the stairwell whose totals are stated; feng counts for the residents' committee.
fn stated(voters: &[(&str, &str)]) -> (Story, EntryId) {
    let items = vec![resolution(1, Class::Ordinary)];
    let Opened { mut story, agenda, .. } = opened(items.clone()).unwrap();
    let office = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    let give = grant(story.log.state(), "feng", office, &[Capability::Tally], hour(12, 31, 0));
    story.say("second root", give, vec![]).unwrap();
    for (voter, home) in voters {
        let cast = vote(&story, voter, home, agenda, &[&[0]]);
        story.send(&cast).unwrap();
    }
    story.now_ms = hour(4, 4, 0);
    story.say("host", Close { agenda }, vec![]).unwrap();
    let Counted::Full(counted) = count(story.log.state(), &agenda, &story.evidence).unwrap() else {
        panic!("all openings are at hand")
    };
    story.say("host", counted.tally(&items), vec![]).unwrap();
    (story, agenda)
}

fn over_ms() -> u64 {
    objections_end_ms(hour(4, 4, 0))
}

fn tries(story: &mut Story, by: &str, body: impl Into<yishi_protocol::body::Body>) -> Result<EntryId, Code> {
    story.say_id(by, body, Vec::<Blob>::new()).map_err(|refused| refused.code)
}

fn drafted(story: &Story, agenda: EntryId) -> Final {
    draft_end(story.log.state(), &agenda, &story.evidence).unwrap().unwrap()
}

/// Sun disputes the ballot of a home.
fn disputes(story: &mut Story, agenda: EntryId, of: &str) -> EntryId {
    let ballot = story.log.state().agenda(&agenda).unwrap().standing_ballot(&party(of)).unwrap().entry;
    let (body, blobs) = dispute((agenda, 1), "sun-zhou", DisputeGround::Ballots, vec![ballot]);
    story.say_id("sun", body, blobs).unwrap()
}

fn carries(story: &Story, agenda: EntryId) -> bool {
    story.log.state().agenda(&agenda).unwrap().any_carried()
}

#[test]
fn nothing_is_carried_out_before_a_second_person_stands_behind_the_end() {
    let (mut story, agenda) = stated(&FOR);
    let stage = |story: &Story| story.log.state().agenda(&agenda).unwrap().stage_at(story.now_ms);
    assert_eq!((stage(&story), carries(&story, agenda)), (Stage::Tallied, false));
    story.now_ms = over_ms() - 1;
    let end_of = drafted(&story, agenda);
    assert_eq!(tries(&mut story, "host", end_of.clone()), Err(Code::TooEarlyToEnd));
    story.now_ms = over_ms();
    assert_eq!(tries(&mut story, "wei", end_of.clone()), Err(Code::MissingCapability));
    tries(&mut story, "host", end_of.clone()).unwrap();
    assert_eq!((stage(&story), carries(&story, agenda)), (Stage::ToEnd, false));
    end(&mut story, agenda).unwrap();
    assert_eq!((stage(&story), carries(&story, agenda)), (Stage::Final, true));
    assert!(story.log.state().agenda(&agenda).unwrap().finality.as_ref().unwrap().confirmed);
}

#[test]
fn silence_keeps_no_vote_open_for_more_than_seven_days() {
    let (mut story, agenda) = stated(&FOR);
    story.now_ms = over_ms();
    let end_of = drafted(&story, agenda);
    tries(&mut story, "host", end_of.clone()).unwrap();
    story.now_ms = over_ms() + 7 * DAY_MS - 1;
    tries(&mut story, "host", end_of.clone()).unwrap();
    assert!(!carries(&story, agenda), "to say it often is no second person");
    story.now_ms = over_ms() + 7 * DAY_MS;
    tries(&mut story, "host", end_of).unwrap();
    assert!(carries(&story, agenda));
    let state = story.log.state();
    assert!(!state.agenda(&agenda).unwrap().finality.as_ref().unwrap().confirmed, "which the log says");
}

#[test]
fn owners_end_what_the_office_leaves_open() {
    let (mut story, agenda) = stated(&FOR);
    let end_of = drafted(&story, agenda);
    let from_ms = over_ms() + 3 * DAY_MS;
    story.now_ms = from_ms - 1;
    assert_eq!(tries(&mut story, "li", end_of.clone()), Err(Code::MissingCapability));
    story.now_ms = from_ms;
    assert_eq!(tries(&mut story, "parker", end_of.clone()), Err(Code::MissingCapability));
    tries(&mut story, "li", end_of.clone()).unwrap();
    story.now_ms = from_ms + 7 * DAY_MS;
    tries(&mut story, "wei", end_of).unwrap();
    assert!(carries(&story, agenda));
}

#[test]
fn a_dispute_that_changes_nothing_keeps_nothing_back_and_is_printed() {
    // Nine take part: whatever li's ballot says, enough do, and enough are for it.
    let more: Vec<_> = FOR.into_iter().chain([("feng", "feng")]).collect();
    let (mut story, agenda) = stated(&more);
    let open = disputes(&mut story, agenda, "li");
    story.now_ms = over_ms();
    let end_of = drafted(&story, agenda);
    assert_eq!((end_of.items[0].stands, &end_of.items[0].disputes), (true, &vec![open]));
    end(&mut story, agenda).unwrap();
    assert!(carries(&story, agenda));
    let state = story.log.state();
    assert_eq!(state.agenda(&agenda).unwrap().finality.as_ref().unwrap().items, end_of.items);
}

#[test]
fn a_dispute_that_could_change_it_ends_without_a_ruling_and_holds_the_work_until_there_is_one() {
    let (mut story, agenda) = stated(&FOR);
    story.now_ms = over_ms() - 1;
    let open = disputes(&mut story, agenda, "wang");
    let disputed_ms = story.now_ms;
    story.now_ms = disputed_ms + 14 * DAY_MS - 1;
    let end_of = drafted(&story, agenda);
    assert!(!end_of.items[0].stands);
    assert_eq!(tries(&mut story, "host", end_of), Err(Code::DisputeOpen));
    story.now_ms = disputed_ms + 14 * DAY_MS;
    end(&mut story, agenda).unwrap();
    assert!(!carries(&story, agenda));
    for upheld in [false, true] {
        let mut story = story.clone();
        let (body, blobs) = ruling((agenda, open), upheld);
        story.say("feng", body, blobs).unwrap();
        assert_eq!(carries(&story, agenda), !upheld);
    }
}

#[test]
fn who_gave_notice_never_rules_and_from_the_eighth_day_on_the_residents_committee_does() {
    let (mut story, agenda) = stated(&FOR);
    let office = (OrgKind::Supervisors, Role::Supervisor);
    let give = grant(story.log.state(), "chen", office, &[Capability::Tally], hour(12, 31, 0));
    story.say("root", give, vec![]).unwrap();
    let open = disputes(&mut story, agenda, "wang");
    let from_ms = story.now_ms;
    let rules = |story: &Story, by: &str| {
        let (body, blobs) = ruling((agenda, open), false);
        story.clone().say(by, body, blobs).map(drop).map_err(|refused| refused.code)
    };
    let waits = |story: &Story| {
        let state = story.log.state();
        let of = state.agenda(&agenda).unwrap();
        let subject = Subject::Dispute(of, of.disputes.values().next().unwrap());
        let next = Moment::new(state, story.now_ms).next(&subject).unwrap();
        (subject.stage(state, story.now_ms), next.act, next.due_ms)
    };
    story.now_ms = from_ms + 7 * DAY_MS - 1;
    assert_eq!(rules(&story, "host"), Err(Code::OtherOrgNeeded));
    assert_eq!([rules(&story, "chen"), rules(&story, "feng")], [Ok(()), Ok(())]);
    let first = (CourseStage::Disputed, NextAct::RuleDispute, Some(from_ms + 7 * DAY_MS));
    assert_eq!(waits(&story), first);
    story.now_ms = from_ms + 7 * DAY_MS;
    assert_eq!([rules(&story, "chen"), rules(&story, "feng")], [Err(Code::OtherOrgNeeded), Ok(())]);
    let second = (CourseStage::Referred, NextAct::RuleDispute, Some(from_ms + 14 * DAY_MS));
    assert_eq!(waits(&story), second);
}
