//! A court file: what it holds is what was exported, and a recount without some ballots is the count of a vote in which those homes
//! took no part.

use std::collections::BTreeSet;

use yishi_protocol::audit::{Known, audit_vote};
use yishi_protocol::body::{Class, Close};
use yishi_protocol::count::{Counted, Recount, count};
use yishi_protocol::export::{court_file, in_court_file};
use yishi_protocol::id::EntryId;
use yishi_tests::exported::Exported;
use yishi_tests::people::party;
use yishi_tests::stairwell::{Opened, ballot, hour, opened, resolution};
use yishi_tests::story::Story;

const PAGE: &str = "<p>卷宗</p><script id=\"evidence\">@EVIDENCE@</script>";

/// Who votes, for which home, and what they mark.
const VOTERS: [(&str, &str, u32); 9] = [
    ("wang", "wang", 0),
    ("li", "li", 0),
    ("zhao", "zhao-qian", 0),
    ("wu", "wu", 1),
    ("zheng", "zheng", 0),
    ("chen", "chen", 0),
    ("chu", "chu", 2),
    ("wei", "wei", 0),
    ("feng", "feng", 0),
];

/// A vote in which some of them take part, closed.
fn closed(voters: &[(&str, &str, u32)]) -> (Story, EntryId) {
    let Opened { mut story, agenda, .. } = opened(vec![resolution(1, Class::Ordinary)]).unwrap();
    for (voter, home, mark) in voters {
        let (body, blob) = ballot(agenda, party(home), &[&[*mark]], None);
        story.say(voter, body, vec![blob]).unwrap();
    }
    story.now_ms = hour(4, 4, 0);
    story.say("host", Close { agenda }, vec![]).unwrap();
    (story, agenda)
}

#[test]
fn a_recount_without_some_ballots_is_the_count_of_a_vote_without_those_homes() {
    let (story, agenda) = closed(&VOTERS);
    let state = story.log.state();
    let recount = Recount::new(state, &agenda, &story.evidence).unwrap().unwrap();
    assert_eq!(recount.ballots().len(), VOTERS.len());
    let mut outcomes = BTreeSet::new();
    // Every way to strike out one or two of them, and none.
    for (place, first) in VOTERS.iter().enumerate() {
        for second in &VOTERS[place..] {
            let out = [first.1, second.1].map(party);
            let struck = recount.ballots().iter().filter(|ballot| out.contains(&ballot.party));
            let struck = recount.without(&struck.map(|ballot| ballot.entry).collect());
            let left: Vec<_> = VOTERS.into_iter().filter(|voter| !out.contains(&party(voter.1))).collect();
            let (without, agenda) = closed(&left);
            let Counted::Full(counted) = count(without.log.state(), &agenda, &without.evidence).unwrap()
            else {
                panic!("all openings are at hand")
            };
            let counted: Vec<_> = counted.items.into_iter().map(|item| item.result).collect();
            assert_eq!(struck, counted, "{out:?}");
            outcomes.insert(format!("{:?}", struck[0].outcome()));
        }
    }
    assert!(outcomes.len() > 1, "some of it changes what comes out: {outcomes:?}");
    let Counted::Full(counted) = count(state, &agenda, &story.evidence).unwrap() else {
        panic!("all openings are at hand")
    };
    let all: Vec<_> = counted.items.into_iter().map(|item| item.result).collect();
    assert_eq!(recount.without(&BTreeSet::new()), all);
    assert_eq!(recount.without(&BTreeSet::from([EntryId::ZERO])), all, "a ballot that is not there");
}

#[test]
fn a_court_file_holds_what_was_exported_and_nobody_counts_what_was_changed() {
    let (story, agenda) = closed(&VOTERS);
    let exported = Exported::of(&story);
    let evidence = exported.evidence_of(agenda);
    let file = court_file(PAGE, &evidence).unwrap();
    assert_eq!(in_court_file(&file).as_deref(), Some(&*evidence));
    assert_eq!(court_file("<p>no room</p>", &evidence), None);
    assert_eq!(court_file(&PAGE.repeat(2), &evidence), None, "two rooms");
    assert_eq!(in_court_file(&file.repeat(2)), None, "which of them is it?");
    for no_file in ["", "<p>no room</p>", "<script id=\"evidence\">#</script>", "<script id=\"evidence\">"] {
        assert_eq!(in_court_file(no_file), None, "{no_file}");
    }

    let (verdict, audited) = audit_vote(&evidence, &Known::default());
    assert!(verdict.sound, "{:?}", verdict.first_wrong);
    let audited = audited.unwrap();
    assert_eq!((audited.agenda, audited.log.tree().root()), (agenda, verdict.root));
    let (_, of_a_record) = audit_vote(&exported.record(), &Known::default());
    assert!(of_a_record.is_none(), "a record is no vote's evidence");
    let mut changed = evidence;
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    let (verdict, audited) = audit_vote(&changed, &Known::default());
    assert!(!verdict.sound && audited.is_none());
}
