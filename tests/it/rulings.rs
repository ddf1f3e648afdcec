//! Who rules on a dispute about an election: nobody whom it would put out of office, and nobody who stood in it.

use yishi_protocol::body::{
    Capability, Confirm, DisputeGround, OrgKind, Role, RuleDispute, draft_end, draft_seat,
};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::course::{NextAct, queue};
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;
use yishi_tests::disputes::{dispute, ruling};
use yishi_tests::elections::{Standing, VOTERS, neighbour_grant, says, take_back, tries};
use yishi_tests::people::{party, public};
use yishi_tests::stairwell::{grant, hour, open};

/// The residents' committee gave notice of an election and opened it; its totals are stated, and sun disputes a ballot.
fn disputed() -> (Standing, EntryId, EntryId) {
    let mut standing = Standing::with(&["wang", "li", "zhao", "wu"]).unwrap();
    standing.story.now_ms += 7 * DAY_MS;
    let (body, blobs) = standing.notice();
    let opens_ms = body.opens_ms;
    let notice = tries(&mut standing, "feng", body, blobs).unwrap();
    standing.story.now_ms = opens_ms - DAY_MS;
    let roll = standing.roll;
    let agenda = says(&mut standing, "feng", open(notice, roll)).unwrap();
    standing.story.now_ms = opens_ms;
    for voter in VOTERS {
        standing.votes(agenda, voter, &["wang", "li", "zhao"]).unwrap();
    }
    standing.counted(agenda).unwrap();
    let ballot =
        standing.story.log.state().agenda(&agenda).unwrap().standing_ballot(&party("li")).unwrap().entry;
    let (body, blobs) = dispute((agenda, 1), "sun-zhou", DisputeGround::Ballots, vec![ballot]);
    let entry = tries(&mut standing, "sun", body, blobs).unwrap();
    (standing, agenda, entry)
}

fn rules(standing: &mut Standing, by: &str, of: (EntryId, EntryId), upheld: bool) -> Result<EntryId, Code> {
    let (body, words): (RuleDispute, _) = ruling(of, upheld);
    tries(standing, by, body, words)
}

fn is_asked(standing: &Standing, by: &str) -> bool {
    let all = queue(standing.story.log.state(), &public(by), standing.story.now_ms);
    all.iter().any(|one| one.act == NextAct::RuleDispute)
}

#[test]
fn an_old_committee_rules_on_no_dispute_of_its_own_ousting_whoever_gave_notice() {
    let (mut standing, agenda, entry) = disputed();
    let of = (agenda, entry);
    let until_ms = hour(12, 31, 0);
    // Neither the committee nor a clerk of it, nor somebody whom it gives a second office meanwhile.
    assert_eq!(rules(&mut standing, "host", of, true), Err(Code::OtherOrgNeeded));
    assert!(!is_asked(&standing, "host"));
    let state = standing.story.log.state().clone();
    let clerk = grant(&state, "chu", (OrgKind::Committee, Role::Clerk), &[Capability::Tally], until_ms);
    says(&mut standing, "host", clerk).unwrap();
    assert_eq!(rules(&mut standing, "chu", of, true), Err(Code::OtherOrgNeeded));
    // Nor supervisors whom its root makes once the election is noticed.
    let watches = (OrgKind::Supervisors, Role::Supervisor);
    says(&mut standing, "root", grant(&state, "zheng", watches, &[Capability::Tally], until_ms)).unwrap();
    assert_eq!(rules(&mut standing, "zheng", of, true), Err(Code::OtherOrgNeeded));
    // It is so a week later too, and then a member with another office all the more.
    standing.story.now_ms += 8 * DAY_MS;
    says(&mut standing, "second root", neighbour_grant(&state, "chu", &[Capability::Tally])).unwrap();
    for by in ["host", "chu", "zheng", "feng"] {
        assert_eq!(rules(&mut standing, by, of, true), Err(Code::OtherOrgNeeded), "{by}");
        assert!(!is_asked(&standing, by), "{by}");
    }
    // Whoever acts for neither does, and the result stands.
    says(&mut standing, "second root", grant(&state, "chen", watches, &[Capability::Tally], until_ms))
        .unwrap();
    assert!(is_asked(&standing, "chen"));
    rules(&mut standing, "chen", of, false).unwrap();
    standing.story.now_ms += 20 * DAY_MS;
    let ends = draft_end(standing.story.log.state(), &agenda, &standing.story.evidence).unwrap().unwrap();
    let entry = says(&mut standing, "feng", ends).unwrap();
    says(&mut standing, "chen", Confirm { entry }).unwrap();
    let seat = draft_seat(standing.story.log.state(), &agenda).unwrap();
    says(&mut standing, "wang", seat).unwrap();
}

#[test]
fn nobody_who_stood_rules_on_the_election_also_not_after_stepping_back() {
    let (mut standing, agenda, entry) = disputed();
    let state = standing.story.log.state().clone();
    let watches = (OrgKind::Supervisors, Role::Supervisor);
    for name in ["wang", "wu"] {
        let give = grant(&state, name, watches, &[Capability::Tally], hour(12, 31, 0));
        says(&mut standing, "second root", give).unwrap();
        assert_eq!(rules(&mut standing, name, (agenda, entry), false), Err(Code::OwnAct), "{name}");
        assert!(!is_asked(&standing, name), "{name}");
    }
    let back = take_back(standing.matter, "wu");
    says(&mut standing, "wu", back).unwrap();
    assert_eq!(rules(&mut standing, "wu", (agenda, entry), false), Err(Code::OwnAct));
}
