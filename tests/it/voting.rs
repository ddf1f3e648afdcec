//! A vote as the people of the stairwell live it.

use std::collections::BTreeSet;

use yishi_protocol::body::{Class, Close, Confirm, ItemTally};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::{
    Counted, ItemResult, Outcome, ResolutionCount, Setting, Weight, count, stated_outcome,
};
use yishi_protocol::rejection::Code;
use yishi_protocol::state::Stage;
use yishi_tests::people::party;
use yishi_tests::stairwell::{AREA_C, HEADS, Opened, election, enrol, hour, opened, resolution, vote};

const FOR: &[&[u32]] = &[&[0]];
const AGAINST: &[&[u32]] = &[&[1]];

fn ordinary() -> Opened {
    opened(vec![resolution(1, Class::Ordinary)]).unwrap()
}

fn cast(opened: &mut Opened, voter: &str, home: &str, choice: &[&[u32]]) {
    let submission = vote(&opened.story, voter, home, opened.agenda, choice);
    opened.story.send(&submission).unwrap();
}

fn resolve(opened: &Opened) -> (ResolutionCount, Vec<Setting>) {
    match count(opened.story.log.state(), &opened.agenda, &opened.story.evidence).unwrap() {
        Counted::Full(count) => match count.items.into_iter().next().unwrap() {
            item if matches!(item.result, ItemResult::Resolution(_)) => match item.result {
                ItemResult::Resolution(result) => (result, item.sensitive),
                ItemResult::Election(_) => unreachable!(),
            },
            item => panic!("{item:?}"),
        },
        Counted::Erased(missing) => panic!("{missing:?}"),
    }
}

#[test]
fn two_homes_of_one_owner_are_one_head() {
    let mut opened = ordinary();
    cast(&mut opened, "wang", "wang", FOR);
    let (result, _) = resolve(&opened);
    assert_eq!(result.consenting, Weight { area_c: 2 * 8937, heads: 1 });
}

#[test]
fn with_one_ballot_less_the_quorum_is_not_met() {
    let mut opened = ordinary();
    for name in ["wang", "li", "wu", "zheng", "chen", "chu", "wei"] {
        cast(&mut opened, name, name, FOR);
    }
    // 7 of 11 heads: 21 < 22.
    assert_eq!(resolve(&opened).0.outcome, Outcome::QuorumNotMet);
    cast(&mut opened, "feng", "feng", AGAINST);
    let (result, _) = resolve(&opened);
    assert_eq!(result.outcome, Outcome::Passed);
    assert_eq!(result.checks.quorum_heads.to_string(), "3*8=24 >= 2*11=22");
    assert_eq!(result.checks.quorum_area.whole, AREA_C);
}

#[test]
fn the_last_ballot_counts_and_the_first_is_in_the_trail() {
    let mut opened = ordinary();
    cast(&mut opened, "wang", "wang", FOR);
    cast(&mut opened, "wang", "wang", AGAINST);
    let (result, _) = resolve(&opened);
    assert_eq!((result.consenting.heads, result.against.heads, result.participating.heads), (0, 1, 1));
    assert_eq!(opened.story.log.state().agenda(&opened.agenda).unwrap().ballots.len(), 2);
}

#[test]
fn a_home_whose_owners_named_nobody_is_not_counted() {
    let mut opened = ordinary();
    cast(&mut opened, "sun", "sun-zhou", FOR);
    cast(&mut opened, "zhou", "sun-zhou", AGAINST);
    let (result, _) = resolve(&opened);
    assert_eq!(result.participating, Weight::default());
    let agenda = opened.story.log.state().agenda(&opened.agenda).unwrap();
    assert_eq!(agenda.ballots.len(), 2, "both ballots are kept");
    assert!(agenda.standing_ballot(&party("sun-zhou")).is_none());
}

#[test]
fn a_new_phone_replaces_the_ballot_that_the_lost_one_cast() {
    let mut opened = ordinary();
    cast(&mut opened, "wang", "wang", FOR);
    let letters = yishi_tests::stairwell::codes(&["wang"], 2, hour(12, 31, 0));
    let letter = opened.story.say_id("host", letters, vec![]).unwrap();
    opened.story.say("root", Confirm { entry: letter }, vec![]).unwrap();
    let body = enrol(&opened.story.estate(), "wang", "wang's new phone", 2);
    opened.story.say("wang's new phone", body, vec![]).unwrap();
    assert_eq!(resolve(&opened).0.consenting.heads, 1, "the earlier ballot stands");
    let old = vote(&opened.story, "wang", "wang", opened.agenda, AGAINST);
    assert_eq!(opened.story.send(&old).unwrap_err().code, Code::KeyRevoked);
    cast(&mut opened, "wang's new phone", "wang", AGAINST);
    let (result, _) = resolve(&opened);
    assert_eq!((result.consenting.heads, result.against.heads), (0, 1));
}

#[test]
fn the_same_ballot_sent_twice_is_refused_and_changes_nothing() {
    let mut opened = ordinary();
    let submission = vote(&opened.story, "wang", "wang", opened.agenda, FOR);
    opened.story.send(&submission).unwrap();
    let before = opened.story.log.state().state_hash();
    assert_eq!(opened.story.send(&submission).unwrap_err().code, Code::SeqReused);
    assert_eq!(opened.story.log.state().state_hash(), before);
}

#[test]
fn a_stage_is_a_question_of_the_hour() {
    let mut opened = ordinary();
    let stage =
        |opened: &Opened, now_ms| opened.story.log.state().agenda(&opened.agenda).unwrap().stage_at(now_ms);
    assert_eq!(stage(&opened, hour(3, 20, 0) - 1), Stage::Opened);
    assert_eq!(stage(&opened, hour(3, 20, 0)), Stage::Voting);
    assert_eq!(stage(&opened, hour(4, 4, 0) - 1), Stage::Voting);
    assert_eq!(stage(&opened, hour(4, 4, 0)), Stage::Counting);
    opened.story.now_ms = hour(4, 4, 0) + 3 * DAY_MS;
    let close = Close { agenda: opened.agenda };
    assert_eq!(opened.story.say("tenant", close.clone(), vec![]).unwrap_err().code, Code::MissingCapability);
    assert_eq!(opened.story.say("parker", close.clone(), vec![]).unwrap_err().code, Code::MissingCapability);
    opened.story.say("li", close, vec![]).unwrap();
    assert_eq!(stage(&opened, opened.story.now_ms), Stage::Closed);
}

#[test]
fn a_host_who_opens_late_must_leave_the_shortest_window() {
    let mut opened = ordinary();
    let (body, blobs) = yishi_tests::stairwell::notice(opened.roll, vec![resolution(1, Class::Special)]);
    let body = yishi_protocol::body::Notice {
        opens_ms: body.opens_ms + 20 * DAY_MS,
        closes_ms: body.opens_ms + 30 * DAY_MS,
        ..body
    };
    let (opens_ms, closes_ms) = (body.opens_ms, body.closes_ms);
    let notice = opened.story.say_id("host", body, blobs).unwrap();
    let open = yishi_tests::stairwell::open(notice, opened.roll);
    opened.story.now_ms = closes_ms - 5 * DAY_MS + 1;
    assert_eq!(opened.story.say("host", open.clone(), vec![]).unwrap_err().code, Code::WindowTooShort);
    opened.story.now_ms = closes_ms - 5 * DAY_MS;
    let agenda = opened.story.say_id("host", open, vec![]).unwrap();
    let agenda = opened.story.log.state().agenda(&agenda).unwrap();
    assert_eq!(
        (agenda.opens_ms, agenda.opened_ms),
        (opens_ms, closes_ms - 5 * DAY_MS),
        "the delay is on record"
    );
}

#[test]
fn a_result_names_the_setting_that_would_have_turned_it() {
    let mut opened = ordinary();
    for name in ["wang", "li", "zheng", "chu"] {
        cast(&mut opened, name, name, FOR);
    }
    for name in ["wu", "chen", "wei"] {
        cast(&mut opened, name, name, AGAINST);
    }
    cast(&mut opened, "feng", "feng", &[&[2]]);
    let (result, sensitive) = resolve(&opened);
    assert_eq!(result.outcome, Outcome::NotPassed);
    assert_eq!(sensitive, [], "parking would not have turned it, nor could anything else here");
}

/// With each ballot of a resolution and an election, whatever the totals state follows from the totals.
#[test]
fn an_outcome_follows_from_the_totals_beside_it_and_a_false_one_does_not() {
    let items = vec![resolution(1, Class::Special), election(2)];
    let mut opened = opened(items.clone()).unwrap();
    let total = Weight { area_c: AREA_C, heads: HEADS.into() };
    let mut seen = BTreeSet::new();
    let votes: [(&str, &[&[u32]]); 10] = [
        ("wang", &[&[1], &[0]]),
        ("li", &[&[0], &[0]]),
        ("wu", &[&[0], &[]]),
        ("zheng", &[&[0], &[1]]),
        ("chen", &[&[0], &[0, 1]]),
        ("chu", &[&[0], &[0, 1]]),
        ("wei", &[&[0], &[0]]),
        ("feng", &[&[0], &[0, 1]]),
        ("developer", &[&[2], &[1]]),
        ("zheng", &[&[0], &[0, 1]]),
    ];
    for (name, choice) in votes {
        cast(&mut opened, name, name, choice);
        let Counted::Full(count) =
            count(opened.story.log.state(), &opened.agenda, &opened.story.evidence).unwrap()
        else {
            panic!("evidence is missing");
        };
        for (item, stated) in items.iter().zip(&count.tally(&items).items) {
            assert_eq!(stated_outcome(item, stated, total), stated.outcome, "{stated:?}");
            seen.insert(stated.outcome);
            let mut fewer = stated.clone();
            fewer.participating.heads = 1;
            assert_eq!(stated_outcome(item, &fewer, total), Outcome::QuorumNotMet);
        }
    }
    for outcome in [Outcome::Passed, Outcome::QuorumNotMet, Outcome::ElectionPartial, Outcome::ElectionFilled]
    {
        assert!(seen.contains(&outcome), "{outcome:?} was not among {seen:?}");
    }
    let turned = ItemTally {
        consenting: vec![Weight { area_c: 0, heads: 0 }],
        other: total,
        outcome: Outcome::Passed,
        participating: total,
    };
    assert_eq!(
        stated_outcome(&items[0], &turned, total),
        Outcome::NotPassed,
        "nobody consented, whatever is stated"
    );
    let equal = Weight { area_c: AREA_C / 2 + 1, heads: 6 };
    let tied = ItemTally {
        consenting: vec![equal; 3],
        other: Weight::default(),
        outcome: Outcome::ElectionFilled,
        participating: total,
    };
    assert_eq!(stated_outcome(&items[1], &tied, total), Outcome::LotRequired, "three equals for two seats");
}
