//! Roll calls: nobody chooses whom they ask, nobody turns a result by writing down what nobody said, and none that is left half done
//! keeps a vote from ending.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{
    Access, Body, CallAnswer, Capability, Class, Close, Confirm, Draw, Notice, OrgKind, Role, draft_end,
    may_call,
};
use yishi_protocol::calendar::{DAY_MS, objections_end_ms};
use yishi_protocol::count::{Counted, count, weak_ballots};
use yishi_protocol::draw::{sample, seed};
use yishi_protocol::id::{EntryId, PartyId};
use yishi_protocol::rejection::Code;
use yishi_tests::calls::{LOTTERY, call, draw};
use yishi_tests::disputes::{end, ruling};
use yishi_tests::people::{party, person};
use yishi_tests::post_office::PostOffice;
use yishi_tests::stairwell::{Opened, grant, hour, listed, notice, open, resolution, vote};
use yishi_tests::story::Story;

const VOTERS: [(&str, &str); 8] = [
    ("wang", "wang"),
    ("li", "li"),
    ("zhao", "zhao-qian"),
    ("wu", "wu"),
    ("zheng", "zheng"),
    ("chen", "chen"),
    ("chu", "chu"),
    ("wei", "wei"),
];

/// A vote whose notice names a lottery, tallied. Feng supervises, sun counts for the residents' committee.
fn tallied() -> (Story, EntryId) {
    let (mut story, roll) = listed().unwrap();
    let until_ms = hour(12, 31, 0);
    let supervises = (OrgKind::Supervisors, Role::Supervisor);
    let both = [Capability::Evidence, Capability::Tally];
    let give = grant(story.log.state(), "feng", supervises, &both, until_ms);
    story.say("root", give, vec![]).unwrap();
    let office = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    let give = grant(story.log.state(), "sun", office, &[Capability::Tally], until_ms);
    story.say("second root", give, vec![]).unwrap();
    let items = vec![resolution(1, Class::Ordinary)];
    let (body, blobs) = notice(roll, items.clone());
    let body = Notice { lottery: Some(LOTTERY.to_owned()), ..body };
    let (opens_ms, closes_ms) = (body.opens_ms, body.closes_ms);
    let noticed = story.say_id("host", body, blobs).unwrap();
    story.now_ms = opens_ms;
    let agenda = story.say_id("host", open(noticed, roll), vec![]).unwrap();
    for (voter, home) in VOTERS {
        let cast = vote(&story, voter, home, agenda, &[&[0]]);
        story.send(&cast).unwrap();
    }
    story.now_ms = closes_ms;
    story.say("host", Close { agenda }, vec![]).unwrap();
    let Counted::Full(counted) = count(story.log.state(), &agenda, &story.evidence).unwrap() else {
        panic!("all openings are at hand")
    };
    story.say("host", counted.tally(&items), vec![]).unwrap();
    (story, agenda)
}

fn tries(story: &mut Story, by: &str, body: impl Into<Body>) -> Result<EntryId, Code> {
    story.say_id(by, body, Vec::<Blob>::new()).map_err(|refused| refused.code)
}

/// The host enters numbers, feng stands behind them and asks for the evidence.
fn drawn() -> (Story, EntryId) {
    let (mut story, agenda) = tallied();
    story.now_ms += DAY_MS;
    let body = draw(&story, agenda, &[3, 9, 27]);
    let entry = tries(&mut story, "host", body).unwrap();
    tries(&mut story, "feng", Confirm { entry }).unwrap();
    tries(&mut story, "feng", Access { agenda }).unwrap();
    (story, agenda)
}

fn asked(story: &Story, agenda: EntryId) -> Vec<PartyId> {
    let drawn = story.log.state().agenda(&agenda).unwrap().drawn.clone().unwrap();
    drawn.weak.union(&drawn.others).copied().collect()
}

fn end_ms(story: &Story, agenda: EntryId) -> u64 {
    objections_end_ms(story.log.state().agenda(&agenda).unwrap().tallied_ms.unwrap())
}

#[test]
fn nobody_draws_alone_nor_two_of_the_host() {
    let (mut story, agenda) = tallied();
    story.now_ms += DAY_MS;
    let give = grant(
        story.log.state(),
        "wu",
        (OrgKind::Committee, Role::Clerk),
        &[Capability::Tally],
        hour(12, 31, 0),
    );
    story.say("root", give, vec![]).unwrap();
    let body = draw(&story, agenda, &[3, 9, 27]);
    let entry = tries(&mut story, "host", body).unwrap();
    assert!(story.log.state().agenda(&agenda).unwrap().drawn.is_none());
    assert_eq!(tries(&mut story, "host", Confirm { entry }), Err(Code::OwnAct));
    assert_eq!(tries(&mut story, "wu", Confirm { entry }), Err(Code::OtherOrgNeeded));
    tries(&mut story, "feng", Confirm { entry }).unwrap();
    assert!(story.log.state().agenda(&agenda).unwrap().drawn.is_some());
    // Numbers that somebody likes better come too late, proposed before or after.
    let other = draw(&story, agenda, &[1, 2, 3]);
    assert_eq!(tries(&mut story, "host", other), Err(Code::AlreadyDrawn));
}

#[test]
fn of_two_draws_that_wait_the_first_in_force_is_the_only_one() {
    let (mut story, agenda) = tallied();
    story.now_ms += DAY_MS;
    let (one, other) = (draw(&story, agenda, &[3, 9, 27]), draw(&story, agenda, &[4, 10, 28]));
    let one = tries(&mut story, "host", one).unwrap();
    let other = tries(&mut story, "host", other).unwrap();
    tries(&mut story, "feng", Confirm { entry: one }).unwrap();
    assert_eq!(tries(&mut story, "feng", Confirm { entry: other }), Err(Code::AlreadyDrawn));
}

#[test]
fn anybody_draws_the_same_homes_again() {
    let (story, agenda) = drawn();
    let state = story.log.state().agenda(&agenda).unwrap();
    let root = state.tally.as_ref().unwrap().counted_root;
    let counted = VOTERS.map(|(_, home)| party(home)).into();
    let weak = weak_ballots(story.log.state(), &agenda).unwrap().into_keys().collect();
    let again = sample(&seed(&agenda, &root, &[3, 9, 27]), &counted, &weak, Some(1));
    let drawn = state.drawn.as_ref().unwrap();
    assert_eq!((&drawn.weak, &drawn.others), (&again.weak, &again.others));
    // One home of eight could turn it: all are asked.
    assert_eq!(drawn.len(), 8);
}

#[test]
fn numbers_of_before_the_totals_or_of_another_week_draw_nobody() {
    let (mut story, agenda) = tallied();
    let stated_ms = story.now_ms;
    story.now_ms += 14 * DAY_MS;
    let good = draw(&story, agenda, &[3, 9, 27]);
    for drawn_ms in [stated_ms - 1, stated_ms, stated_ms + 7 * DAY_MS + 1, story.now_ms + 1] {
        let body = Draw { drawn_ms, ..good.clone() };
        assert_eq!(tries(&mut story, "host", body), Err(Code::DrawInvalid), "{drawn_ms}");
    }
    tries(&mut story, "host", Draw { drawn_ms: stated_ms + 7 * DAY_MS, ..good }).unwrap();
}

#[test]
fn a_margin_that_would_ask_fewer_is_refused() {
    let (mut story, agenda) = tallied();
    story.now_ms += DAY_MS;
    let good = draw(&story, agenda, &[3]);
    for margins in [vec![Some(2)], vec![None], vec![Some(0)]] {
        let body = Draw { margins, ..good.clone() };
        assert_eq!(tries(&mut story, "host", body), Err(Code::MarginMismatch));
    }
}

#[test]
fn the_host_calls_nobody_and_nobody_calls_at_home() {
    let (mut story, agenda) = drawn();
    let home = asked(&story, agenda)[0];
    let supervises = (OrgKind::Supervisors, Role::Supervisor);
    let give = grant(story.log.state(), "chen", supervises, &[Capability::Evidence], hour(12, 31, 0));
    story.say("root", give, vec![]).unwrap();
    assert_eq!(
        tries(&mut story, "host", call(agenda, home, CallAnswer::Confirmed)),
        Err(Code::MissingCapability)
    );
    let own = call(agenda, party("chen"), CallAnswer::Confirmed);
    assert_eq!(tries(&mut story, "chen", own.clone()), Err(Code::MissingCapability), "without asking for it");
    tries(&mut story, "chen", Access { agenda }).unwrap();
    assert_eq!(tries(&mut story, "chen", own), Err(Code::OwnAct));
    let absent = call(agenda, party("sun-zhou"), CallAnswer::Denied);
    assert_eq!(tries(&mut story, "feng", absent), Err(Code::NotDrawn));
}

#[test]
fn what_a_home_said_is_written_once() {
    let (mut story, agenda) = drawn();
    let home = asked(&story, agenda)[0];
    for _ in 0..2 {
        tries(&mut story, "feng", call(agenda, home, CallAnswer::NotReached)).unwrap();
    }
    tries(&mut story, "feng", call(agenda, home, CallAnswer::Confirmed)).unwrap();
    for answer in [CallAnswer::Denied, CallAnswer::NotReached, CallAnswer::Confirmed] {
        assert_eq!(tries(&mut story, "feng", call(agenda, home, answer)), Err(Code::AlreadyCalled));
    }
}

#[test]
fn a_supervisor_who_invents_denials_turns_nothing_alone() {
    let (mut story, agenda) = drawn();
    for home in asked(&story, agenda) {
        tries(&mut story, "feng", call(agenda, home, CallAnswer::Denied)).unwrap();
    }
    let figures = story.log.state().agenda(&agenda).unwrap().call_figures().unwrap();
    assert_eq!((figures.asked, figures.denied, figures.audited), (8, 8, true));
    let denials: Vec<EntryId> =
        story.log.state().agenda(&agenda).unwrap().disputes.iter().map(|(entry, _)| *entry).collect();
    assert_eq!(denials.len(), 8);
    // Neither whoever wrote it down nor the host rules on it.
    for by in ["feng", "host"] {
        let (body, blobs) = ruling((agenda, denials[0]), true);
        let refused = story.say(by, body, blobs).map(drop).map_err(|refused| refused.code);
        assert!(matches!(refused, Err(Code::OtherOrgNeeded | Code::OwnAct)), "{by}: {refused:?}");
    }
    // Another supervisor of the same organisation does not either.
    let supervises = (OrgKind::Supervisors, Role::Supervisor);
    let give = grant(story.log.state(), "wei", supervises, &[Capability::Tally], hour(12, 31, 0));
    story.say("root", give, vec![]).unwrap();
    let other = denials.iter().find(|entry| {
        story.log.state().agenda(&agenda).unwrap().disputes.get(entry).unwrap().party != party("wei")
    });
    let (body, blobs) = ruling((agenda, *other.unwrap()), true);
    let refused = story.say("wei", body, blobs).map(drop).map_err(|refused| refused.code);
    assert_eq!(refused, Err(Code::OtherOrgNeeded));
    // The residents' committee dismisses them, and what passed can be carried out.
    for denial in denials {
        let (body, blobs) = ruling((agenda, denial), false);
        story.say("sun", body, blobs).unwrap();
    }
    end(&mut story, agenda).unwrap();
    assert!(story.log.state().agenda(&agenda).unwrap().any_carried());
}

#[test]
fn denials_hold_the_work_back_and_not_the_end() {
    let (mut story, agenda) = drawn();
    let home = asked(&story, agenda)[0];
    story.now_ms = end_ms(&story, agenda) - 1;
    tries(&mut story, "feng", call(agenda, home, CallAnswer::Denied)).unwrap();
    let denied_ms = story.now_ms;
    story.now_ms = denied_ms + 14 * DAY_MS - 1;
    let early = draft_end(story.log.state(), &agenda, &story.evidence).unwrap().unwrap();
    assert!(!early.items[0].stands, "one home is the margin");
    assert_eq!(tries(&mut story, "host", early), Err(Code::DisputeOpen));
    story.now_ms = denied_ms + 14 * DAY_MS;
    end(&mut story, agenda).unwrap();
    assert!(!story.log.state().agenda(&agenda).unwrap().any_carried());
    let denial = *story.log.state().agenda(&agenda).unwrap().disputes.iter().next().unwrap().0;
    for upheld in [false, true] {
        let mut story = story.clone();
        let (body, blobs) = ruling((agenda, denial), upheld);
        story.say("sun", body, blobs).unwrap();
        assert_eq!(story.log.state().agenda(&agenda).unwrap().any_carried(), !upheld);
    }
}

#[test]
fn a_roll_call_left_half_done_keeps_no_vote_from_ending_and_a_late_denial_is_told() {
    let (mut story, agenda) = drawn();
    let homes = asked(&story, agenda);
    tries(&mut story, "feng", call(agenda, homes[0], CallAnswer::Confirmed)).unwrap();
    end(&mut story, agenda).unwrap();
    let told = |story: &Story| story.log.state().agenda(&agenda).unwrap().call_figures().unwrap();
    assert!(story.log.state().agenda(&agenda).unwrap().any_carried());
    assert!(!told(&story).audited, "one of eight was reached");
    // It goes on for thirty days; what is denied then is told and holds nothing back.
    tries(&mut story, "feng", call(agenda, homes[1], CallAnswer::Denied)).unwrap();
    assert_eq!((told(&story).confirmed, told(&story).denied), (1, 1));
    assert!(story.log.state().agenda(&agenda).unwrap().disputes.is_empty());
    assert!(story.log.state().agenda(&agenda).unwrap().any_carried());
    let stated_ms = story.log.state().agenda(&agenda).unwrap().tallied_ms.unwrap();
    story.now_ms = stated_ms + 30 * DAY_MS - 1;
    tries(&mut story, "feng", call(agenda, homes[2], CallAnswer::NotReached)).unwrap();
    story.now_ms += 1;
    assert_eq!(
        tries(&mut story, "feng", call(agenda, homes[2], CallAnswer::Confirmed)),
        Err(Code::CallsOver)
    );
}

#[test]
fn four_of_five_make_an_audit() {
    let (mut story, agenda) = drawn();
    let homes: Vec<PartyId> = asked(&story, agenda);
    for (reached, home) in (1..).zip(&homes) {
        tries(&mut story, "feng", call(agenda, *home, CallAnswer::Confirmed)).unwrap();
        let figures = story.log.state().agenda(&agenda).unwrap().call_figures().unwrap();
        assert_eq!(figures.audited, reached * 5 >= homes.len() * 4, "{reached}");
    }
}

#[test]
fn a_vote_whose_notice_names_no_lottery_has_no_roll_call() {
    let Opened { mut story, agenda, .. } =
        yishi_tests::stairwell::opened(vec![resolution(1, Class::Ordinary)]).unwrap();
    story.now_ms = hour(4, 4, 0);
    story.say("host", Close { agenda }, vec![]).unwrap();
    let Counted::Full(counted) = count(story.log.state(), &agenda, &story.evidence).unwrap() else {
        panic!("all openings are at hand")
    };
    story.say("host", counted.tally(&[resolution(1, Class::Ordinary)]), vec![]).unwrap();
    story.now_ms += DAY_MS;
    let body = draw(&story, agenda, &[3]);
    assert_eq!(tries(&mut story, "host", body), Err(Code::LotteryMissing));
}

/// Where the homes are reached is told to whoever calls them, once it was asked for in the log, and to nobody else.
#[tokio::test]
async fn contacts_are_read_by_whoever_calls_and_by_nobody_else() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let path = format!("/agendas/{}/calls", vote.agenda);
    for (who, code) in [(None, "PASS_REQUIRED"), (Some("li"), "NOT_DRAWN"), (Some("host"), "NOT_DRAWN")] {
        let refused = match who {
            None => office.get(&path).await.unwrap(),
            Some(who) => office.get_as(who, &path).await.unwrap(),
        };
        assert_eq!(refused.code(), code, "{who:?}");
    }
    // The rule itself, on a log where homes are drawn.
    let (story, agenda) = drawn();
    let state = story.log.state();
    let may =
        |who: &str| may_call(state, &person(who), &agenda, story.now_ms).map(drop).map_err(|no| no.code);
    assert_eq!(may("feng"), Ok(()));
    for who in ["host", "sun", "li", "wang"] {
        assert_eq!(may(who), Err(Code::MissingCapability), "{who}");
    }
}

#[test]
fn whoever_may_draw_or_call_finds_it_in_the_queue_until_it_is_done() {
    use yishi_protocol::course::{NextAct, queue};
    use yishi_tests::people::public;
    let (mut story, agenda) = tallied();
    let waits = |story: &Story, name: &str| {
        let todos = queue(story.log.state(), &public(name), story.now_ms).into_iter();
        let of_calls = todos.filter(|one| matches!(one.act, NextAct::Draw | NextAct::RollCall));
        of_calls.map(|one| (one.act, one.count)).collect::<Vec<_>>()
    };
    for name in ["host", "feng", "sun"] {
        assert_eq!(waits(&story, name), [(NextAct::Draw, 1)], "{name}");
    }
    assert_eq!(waits(&story, "wang"), [], "an owner");
    story.now_ms += DAY_MS;
    let body = draw(&story, agenda, &[3, 9, 27]);
    let entry = tries(&mut story, "host", body).unwrap();
    assert_eq!(waits(&story, "sun"), [], "numbers wait for a second person already");
    tries(&mut story, "feng", Confirm { entry }).unwrap();
    assert_eq!(waits(&story, "feng"), [(NextAct::RollCall, 8)]);
    assert_eq!([waits(&story, "host"), waits(&story, "sun")], [vec![], vec![]], "without evidence");
    tries(&mut story, "feng", Access { agenda }).unwrap();
    let homes = asked(&story, agenda);
    tries(&mut story, "feng", call(agenda, homes[0], CallAnswer::Confirmed)).unwrap();
    tries(&mut story, "feng", call(agenda, homes[1], CallAnswer::NotReached)).unwrap();
    assert_eq!(waits(&story, "feng"), [(NextAct::RollCall, 7)], "who was not reached is asked again");
    story.now_ms += 30 * DAY_MS;
    assert_eq!(waits(&story, "feng"), []);
}
