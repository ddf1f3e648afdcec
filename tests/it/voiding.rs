//! Ballots that are left out of a count: nobody leaves out what they lost by, and what is found counts.

use yishi_protocol::audit::{Basis, audit};
use yishi_protocol::blob::Blob;
use yishi_protocol::body::{
    Body, Capability, Class, Close, Confirm, Deny, DisputeGround, Item, OrgKind, Role, Tally, Void,
    VoidGround, draft_end,
};
use yishi_protocol::calendar::{DAY_MS, objections_end_ms};
use yishi_protocol::count::{Count, Counted, Outcome, count, silent_parties};
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;
use yishi_tests::disputes::{dispute, end, ruling, voiding};
use yishi_tests::exported::Exported;
use yishi_tests::paper::{AGAINST, keyed, voting};
use yishi_tests::people::party;
use yishi_tests::stairwell::{Opened, grant, hour, opened, resolution, vote};
use yishi_tests::story::Story;

/// Eight homes of eleven let it pass: one fewer, and too few take part.
const FOR: [&str; 8] = ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "zhao-qian"];
const MISSING: VoidGround = VoidGround::OpeningMissing;
const UPHELD: VoidGround = VoidGround::Upheld;

fn items() -> Vec<Item> {
    vec![resolution(1, Class::Ordinary)]
}

/// Feng counts for the residents' committee, wu for the committee that gives notice.
fn counters(story: &mut Story) {
    let residents = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    let clerk = (OrgKind::Committee, Role::Clerk);
    for (root, name, office) in [("second root", "feng", residents), ("root", "wu", clerk)] {
        let give = grant(story.log.state(), name, office, &[Capability::Tally], hour(12, 31, 0));
        story.say(root, give, vec![]).unwrap();
    }
}

/// A closed vote in which these homes are for it.
fn closed(homes: &[&str]) -> (Story, EntryId) {
    let Opened { mut story, agenda, .. } = opened(items()).unwrap();
    counters(&mut story);
    story.now_ms = hour(3, 21, 12);
    for home in homes {
        let voter = if *home == "zhao-qian" { "zhao" } else { home };
        let cast = vote(&story, voter, home, agenda, &[&[0]]);
        story.send(&cast).unwrap();
    }
    story.now_ms = hour(4, 4, 0);
    story.say("host", Close { agenda }, vec![]).unwrap();
    (story, agenda)
}

fn of(story: &Story, agenda: EntryId, home: &str) -> EntryId {
    story.log.state().agenda(&agenda).unwrap().standing_ballot(&party(home)).unwrap().entry
}

/// The server loses the opening of a home's ballot, and says what it was.
fn lose(story: &mut Story, agenda: EntryId, home: &str) -> Blob {
    let opening = story.log.state().agenda(&agenda).unwrap().standing_ballot(&party(home)).unwrap().blob;
    story.evidence.remove(&opening).unwrap()
}

fn says(story: &mut Story, by: &str, body: impl Into<Body>, blobs: Vec<Blob>) -> Result<EntryId, Code> {
    story.say_id(by, body, blobs).map_err(|refused| refused.code)
}

fn voids(story: &mut Story, by: &str, (body, blobs): (Void, Vec<Blob>)) -> Result<EntryId, Code> {
    says(story, by, body, blobs)
}

/// The host makes ballots void and feng stands behind it.
fn void(story: &mut Story, agenda: EntryId, ballots: Vec<EntryId>, ground: VoidGround) {
    let entry = voids(story, "host", voiding(agenda, ballots, ground)).unwrap();
    story.say("feng", Confirm { entry }, vec![]).unwrap();
}

fn counted(story: &Story, agenda: EntryId) -> Count {
    match count(story.log.state(), &agenda, &story.evidence).unwrap() {
        Counted::Full(count) => *count,
        Counted::Erased(missing) => panic!("{missing:?}"),
    }
}

fn tally(story: &Story, agenda: EntryId) -> Tally {
    counted(story, agenda).tally(&items())
}

fn states(story: &mut Story, agenda: EntryId) -> Tally {
    let tally = tally(story, agenda);
    story.say("host", tally.clone(), vec![]).unwrap();
    tally
}

/// Whoever says it for that home disputes the ballot of one, and feng rules.
fn disputed(story: &mut Story, agenda: EntryId, (by, home): (&str, &str), ballot: EntryId, upheld: bool) {
    let (body, blobs) = dispute((agenda, 1), home, DisputeGround::Ballots, vec![ballot]);
    let entry = story.say_id(by, body, blobs).unwrap();
    let (body, blobs) = ruling((agenda, entry), upheld);
    story.say("feng", body, blobs).unwrap();
}

#[test]
fn nobody_gives_a_ballot_up_alone_nor_two_of_the_host_nor_within_seven_days() {
    let (mut story, agenda) = closed(&FOR);
    lose(&mut story, agenda, "wang");
    let said = || voiding(agenda, vec![of(&story, agenda, "wang")], MISSING);
    let said = [said(), said(), said()];
    let [early, other, good] = said;
    story.now_ms = hour(4, 4, 0) + 7 * DAY_MS - 1;
    assert_eq!(voids(&mut story, "host", early), Err(Code::NotToVoid));
    story.now_ms += 1;
    assert_eq!(voids(&mut story, "li", other), Err(Code::MissingCapability));
    let entry = voids(&mut story, "host", good.clone()).unwrap();
    let confirm = |story: &mut Story, by, entry| says(story, by, Confirm { entry }, vec![]);
    for (by, code) in [("host", Code::OwnAct), ("wu", Code::OtherOrgNeeded), ("root", Code::OtherOrgNeeded)] {
        assert_eq!(confirm(&mut story, by, entry), Err(code), "{by}");
    }
    // Nor does the host stand behind what another organisation says: two others can without it.
    let theirs = voids(&mut story, "feng", good).unwrap();
    assert_eq!(confirm(&mut story, "host", theirs), Err(Code::OtherOrgNeeded));
    assert_eq!(confirm(&mut story, "second root", theirs), Err(Code::OtherOrgNeeded));
    let missing = count(story.log.state(), &agenda, &story.evidence).unwrap();
    assert!(matches!(missing, Counted::Erased(_)), "what waits takes nothing out");
    confirm(&mut story, "feng", entry).unwrap();
    let count = counted(&story, agenda);
    assert_eq!((count.voided.len(), count.items[0].result.outcome()), (1, Outcome::QuorumNotMet));
    assert_eq!(confirm(&mut story, "second root", theirs), Err(Code::OtherOrgNeeded));
    let none = Tally { voided: vec![], ..tally(&story, agenda) };
    assert_eq!(says(&mut story, "host", none, vec![]), Err(Code::TallyMismatch));
    states(&mut story, agenda);
}

#[test]
fn a_ballot_whose_opening_is_here_is_not_given_up() {
    let (mut story, agenda) = closed(&FOR);
    story.now_ms = hour(4, 4, 0) + 7 * DAY_MS;
    let ballots: Vec<EntryId> = ["wang", "li"].map(|home| of(&story, agenda, home)).to_vec();
    assert_eq!(voids(&mut story, "host", voiding(agenda, ballots.clone(), MISSING)), Err(Code::OpeningFound));
    // One that is missing takes no other one with it; and there is no dispute yet that could be upheld.
    lose(&mut story, agenda, "wang");
    assert_eq!(voids(&mut story, "host", voiding(agenda, ballots.clone(), MISSING)), Err(Code::OpeningFound));
    assert_eq!(voids(&mut story, "host", voiding(agenda, ballots, UPHELD)), Err(Code::NotToVoid));
}

#[test]
fn an_opening_that_is_found_before_the_totals_counts() {
    let (mut story, agenda) = closed(&FOR);
    let opening = lose(&mut story, agenda, "wang");
    story.now_ms = hour(4, 4, 0) + 7 * DAY_MS;
    let ballot = of(&story, agenda, "wang");
    void(&mut story, agenda, vec![ballot], MISSING);
    let without = tally(&story, agenda);
    assert_eq!(without.voided, [ballot]);
    story.evidence.insert(opening);
    // The host would rather state them without.
    assert_eq!(says(&mut story, "host", without, vec![]), Err(Code::OpeningFound));
    let tally = states(&mut story, agenda);
    assert_eq!((tally.voided, tally.items[0].outcome), (vec![], Outcome::Passed));
}

#[test]
fn an_opening_that_is_found_afterwards_makes_no_record_false_and_holds_the_work_once_it_is_disputed() {
    let (mut story, agenda) = closed(&FOR);
    let opening = lose(&mut story, agenda, "wang");
    story.now_ms = hour(4, 4, 0) + 7 * DAY_MS;
    let ballot = of(&story, agenda, "wang");
    void(&mut story, agenda, vec![ballot], MISSING);
    let stated = states(&mut story, agenda);
    assert_eq!((stated.voided.clone(), stated.items[0].outcome), (vec![ballot], Outcome::QuorumNotMet));
    for found in [false, true] {
        if found {
            story.evidence.insert(opening.clone());
        }
        let verdict = audit(&Exported::of(&story).evidence_of(agenda));
        assert!(verdict.sound, "{:?}", verdict.first_wrong);
        let vote = verdict.votes.iter().find(|vote| vote.agenda == agenda).unwrap();
        assert_eq!(vote.totals, Some(Basis::Recomputed));
        // Whoever judges reads the result both ways.
        let out = vote.left_out.as_ref().unwrap();
        assert_eq!((&out.ballots[..], &out.turns[..]), (&[ballot][..], &[1][..]));
        let with = if found { (vec![ballot], vec![Outcome::Passed]) } else { (vec![], vec![]) };
        assert_eq!((out.found.clone(), out.with_found.clone()), with);
    }
    // What is stated stays, and whoever counts gets the same.
    assert_eq!(tally(&story, agenda), stated);
    let again = voiding(agenda, vec![of(&story, agenda, "li")], MISSING);
    assert_eq!(voids(&mut story, "host", again), Err(Code::NotToVoid));
    let (body, blobs) = dispute((agenda, 1), "li", DisputeGround::Ballots, vec![ballot]);
    story.say("li", body, blobs).unwrap();
    story.now_ms = objections_end_ms(story.now_ms);
    let drafted = draft_end(story.log.state(), &agenda, &story.evidence).unwrap().unwrap();
    assert!(!drafted.items[0].stands, "it could have let it pass");
}

#[test]
fn a_ballot_that_a_ruling_is_against_is_left_out_and_the_totals_are_stated_again() {
    let (mut story, agenda) = closed(&FOR);
    let ballot = of(&story, agenda, "wang");
    states(&mut story, agenda);
    let said = || voiding(agenda, vec![ballot], UPHELD);
    disputed(&mut story, agenda, ("li", "li"), ballot, false);
    assert_eq!(
        voids(&mut story, "host", said()),
        Err(Code::VoidInvalid),
        "what was dismissed grounds nothing"
    );
    disputed(&mut story, agenda, ("chu", "chu"), ballot, true);
    let other = voiding(agenda, vec![of(&story, agenda, "li")], UPHELD);
    assert_eq!(voids(&mut story, "host", other), Err(Code::VoidInvalid));
    story.now_ms = objections_end_ms(hour(4, 4, 0));
    let held = draft_end(story.log.state(), &agenda, &story.evidence).unwrap().unwrap();
    assert!(!held.items[0].stands);
    void(&mut story, agenda, vec![ballot], UPHELD);
    assert_eq!(says(&mut story, "host", held, vec![]), Err(Code::TallyStale));
    let with = Tally { voided: vec![], ..tally(&story, agenda) };
    assert_eq!(says(&mut story, "host", with, vec![]), Err(Code::TallyMismatch));
    let stated = states(&mut story, agenda);
    assert_eq!((stated.voided, stated.items[0].outcome), (vec![ballot], Outcome::QuorumNotMet));
    // The dispute got what it asks for and holds nothing any more; it is listed all the same.
    story.now_ms = objections_end_ms(story.now_ms);
    let drafted = draft_end(story.log.state(), &agenda, &story.evidence).unwrap().unwrap();
    assert_eq!((drafted.items[0].stands, drafted.items[0].disputes.len()), (true, 1));
    end(&mut story, agenda).unwrap();
    assert_eq!(voids(&mut story, "host", said()), Err(Code::NotToVoid), "the vote is final");
}

#[test]
fn only_ballots_that_stand_are_made_void_and_none_of_a_home_takes_its_place() {
    let Opened { mut story, agenda, .. } = opened(items()).unwrap();
    counters(&mut story);
    for marks in [&[&[1][..]][..], &[&[0][..]]] {
        story.now_ms = story.now_ms.max(hour(3, 21, 12)) + DAY_MS;
        let cast = vote(&story, "wang", "wang", agenda, marks);
        story.send(&cast).unwrap();
    }
    let of_vote = story.log.state().agenda(&agenda).unwrap();
    let casts: Vec<EntryId> = of_vote.ballots.values().map(|ballot| ballot.entry).collect();
    let [replaced, standing] = casts[..] else { panic!("{casts:?}") };
    story.now_ms = hour(4, 4, 0);
    story.say("host", Close { agenda }, vec![]).unwrap();
    lose(&mut story, agenda, "wang");
    story.now_ms += 7 * DAY_MS;
    for ballots in [vec![replaced], vec![replaced, standing], vec![], vec![standing, standing]] {
        assert_eq!(voids(&mut story, "host", voiding(agenda, ballots, MISSING)), Err(Code::VoidInvalid));
    }
    void(&mut story, agenda, vec![standing], MISSING);
    let count = counted(&story, agenda);
    assert_eq!(count.items[0].result.tally(&[]).participating.heads, 0);
    // The home has spoken: its silence is nobody's.
    let state = story.log.state();
    assert!(!silent_parties(state, state.agenda(&agenda).unwrap()).contains(&party("wang")));
    let twice = voiding(agenda, vec![standing], MISSING);
    assert_eq!(voids(&mut story, "host", twice), Err(Code::VoidInvalid));
}

#[test]
fn a_sheet_that_is_void_leaves_its_owner_the_denial() {
    let mut opened = voting().unwrap();
    let cast = vote(&opened.story, "li", "li", opened.agenda, &[&[0]]);
    opened.story.send(&cast).unwrap();
    opened.story.now_ms += DAY_MS;
    keyed(&mut opened, (7, "li"), AGAINST).unwrap();
    let Opened { mut story, agenda, .. } = opened;
    counters(&mut story);
    let sheet = of(&story, agenda, "li");
    story.now_ms = hour(4, 4, 0);
    let entry = story.say_id("wu", yishi_tests::paper::boxed(agenda, &[7]), vec![]).unwrap();
    story.say("zheng", Confirm { entry }, vec![]).unwrap();
    story.say("host", Close { agenda }, vec![]).unwrap();
    states(&mut story, agenda);
    disputed(&mut story, agenda, ("chu", "chu"), sheet, true);
    void(&mut story, agenda, vec![sheet], UPHELD);
    let tally = states(&mut story, agenda);
    assert_eq!((tally.voided.clone(), tally.items[0].participating.heads), (vec![sheet], 0));
    story.say("li", Deny { agenda, sheet: 7 }, vec![]).unwrap();
    let tally = states(&mut story, agenda);
    assert_eq!((tally.voided, tally.items[0].consenting[0].heads), (vec![sheet], 1));
}
