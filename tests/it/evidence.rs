//! What stays proven when blobs are gone, and what is noticed when they are wrong.

use yishi_protocol::admit::Admitted;
use yishi_protocol::blob::{Evidence, Missing};
use yishi_protocol::body::{Class, Close};
use yishi_protocol::count::{Count, Counted, count};
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::rejection::Code;
use yishi_tests::people::party;
use yishi_tests::stairwell::{Opened, hour, opened, resolution, vote};

fn voted() -> Opened {
    let mut opened = opened(vec![resolution(1, Class::Ordinary)]).unwrap();
    for name in ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "feng"] {
        let submission = vote(&opened.story, name, name, opened.agenda, &[&[0]]);
        opened.story.send(&submission).unwrap();
    }
    opened.story.now_ms = hour(4, 4, 0);
    opened.story.say("host", Close { agenda: opened.agenda }, vec![]).unwrap();
    opened
}

fn full(opened: &Opened) -> Count {
    match count(opened.story.log.state(), &opened.agenda, &opened.story.evidence).unwrap() {
        Counted::Full(count) => *count,
        Counted::Erased(missing) => panic!("{missing:?}"),
    }
}

fn opening_of(opened: &Opened, name: &str) -> yishi_protocol::id::BlobId {
    opened.story.log.state().agenda(&opened.agenda).unwrap().standing_ballot(&party(name)).unwrap().blob
}

#[test]
fn a_missing_opening_blocks_the_tally_and_is_named() {
    let mut opened = voted();
    let tally = full(&opened).tally(&[resolution(1, Class::Ordinary)]);
    let opening = opening_of(&opened, "li");
    let withheld = opened.story.evidence.remove(&opening).unwrap();
    let refusal = opened.story.say("host", tally.clone(), vec![]).unwrap_err();
    assert_eq!((refusal.code, refusal.detail), (Code::OpeningMissing, Some(opening.to_string())));
    // The voter kept it and supplies it.
    opened.story.say("host", tally, vec![withheld]).unwrap();
}

#[test]
fn after_an_erasure_the_stated_totals_stand_and_an_outcome_that_nothing_could_change() {
    let mut opened = voted();
    let tally = full(&opened).tally(&[resolution(1, Class::Ordinary)]);
    let before = opened.story.log.clone();
    let entry = opened.story.say("host", tally, vec![]).unwrap();
    let opening = opening_of(&opened, "li");
    let mut evidence = opened.story.evidence.clone();
    evidence.remove(&opening);

    let mut auditor = before.clone();
    let found = auditor.replay(&entry, &evidence).unwrap();
    let missing = Missing { openings: vec![opening], ..Missing::default() };
    assert_eq!(found, Admitted::Decided(missing), "all the others consented");
    assert_eq!(auditor.state().state_hash(), opened.story.log.state().state_hash());
    let nothing = before.clone().replay(&entry, &Evidence::new()).unwrap();
    assert!(
        matches!(nothing, Admitted::Stated(missing) if missing.openings.len() == 8 && missing.blobs.len() == 12)
    );
}

#[test]
fn each_voter_can_be_shown_the_ballot_as_it_was_counted() {
    use yishi_protocol::count::counted_tree;
    use yishi_protocol::merkle::{leaf_hash, proves_inclusion};
    let opened = voted();
    let counted = full(&opened);
    let agenda = opened.story.log.state().agenda(&opened.agenda).unwrap();
    let ballots = agenda.ballots.values().map(|ballot| (ballot.party, (ballot.entry, ballot.blob))).collect();
    let tree = counted_tree(&ballots);
    assert_eq!(tree.root(), counted.counted_root);
    for ((party, (entry, blob)), index) in ballots.iter().zip(0..) {
        let leaf = [&party.as_bytes()[..], entry.as_bytes(), blob.as_bytes()].concat();
        let proof = tree.inclusion_proof(index, tree.size()).unwrap();
        assert!(proves_inclusion(leaf_hash(&leaf), index, tree.size(), &counted.counted_root, &proof));
    }
}

#[test]
fn an_auditor_finds_an_entry_that_the_server_should_have_refused() {
    let opened = voted();
    let mut tally = full(&opened).tally(&[resolution(1, Class::Ordinary)]);
    tally.items[0].consenting[0].heads += 1;
    let submission = opened.story.sign("host", tally, vec![]);
    let entry = yishi_protocol::verify(&submission.envelope).unwrap();
    let log = &opened.story.log;
    let entry = LogEntry { index: log.state().size(), received_ms: opened.story.now_ms, entry };
    let mut auditor: Log = log.clone();
    assert_eq!(auditor.replay(&entry, &opened.story.evidence).unwrap_err().code, Code::TallyMismatch);
}
