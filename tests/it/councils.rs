//! Councils: who gives a mandate, what it reaches, whose hand counts.

use yishi_protocol::body::{
    BodySort, Capability, Category, Charter, Confirm, Dispatch, Mark, Meeting, MeetingStage, OrgKind, Purse,
    RequisitionStep, Role,
};
use yishi_protocol::calendar::{DAY_MS, HOUR_MS};
use yishi_protocol::id::{EntryId, Hash};
use yishi_protocol::rejection::Code;
use yishi_tests::councils::{
    Council, HALF, MEMBERS, charter as charter_of, from_community, hand, meeting, member, members, minutes,
    stage, work,
};
use yishi_tests::matters::{manager_grant, raise, requisition};
use yishi_tests::people::person;
use yishi_tests::stairwell::{STAIRWELL, grant, hour};

#[test]
fn a_council_of_fifteen_decides_as_the_worked_vote_says_and_its_decision_carries_work_within_its_cap() {
    let mut council = Council::founded().unwrap();
    let (mut called, blobs) = meeting((council.charter, council.matter), 12);
    called.cost = from_community(200_000);
    let id = council.tries("neighbour", (called, blobs)).unwrap();
    assert_eq!(stage(&council, id), Some(MeetingStage::Called));
    council.story.now_ms = hour(3, 12, 19);
    council
        .hands(id, &["wang", "li", "zhao", "qian", "sun", "zhou", "wu", "zheng", "chen"], Mark::For)
        .unwrap();
    council.hands(id, &["chu", "developer"], Mark::Against).unwrap();
    council.hands(id, &["tenant"], Mark::Abstain).unwrap();
    council.hands(id, &["feng"], Mark::Recused).unwrap();
    assert_eq!(stage(&council, id), Some(MeetingStage::Sitting));
    council.minuted(minutes(id, [9, 2, 1, 13, 1, 15])).unwrap();
    assert_eq!(stage(&council, id), Some(MeetingStage::Passed));
    let state = council.story.log.state();
    let (record, charter) = (state.meeting(&id).unwrap(), state.charter(&council.charter).unwrap());
    let counts = record.minutes.as_ref().unwrap().body.counts;
    let working = charter.body.rules.working(&counts, record.denied()).map(|line| line.to_string());
    assert_eq!(working, ["2*13=26 > 1*15=15", "2*9=18 > 1*13=13"]);

    for (code, decision, fen) in [
        (Code::DecisionInvalid, None, 100),
        (Code::DecisionInvalid, Some((id, 2)), 100),
        (Code::DecisionInvalid, Some((council.charter, 1)), 100),
        (Code::OverDecision, Some((id, 1)), 200_001),
    ] {
        let work = work(&council, decision, fen);
        assert_eq!(council.tries("neighbour", work), Err(code));
    }
    let (unlimited, blobs) = work(&council, Some((id, 1)), 0);
    let unlimited = Dispatch { cap_fen: None, ..unlimited };
    assert_eq!(council.tries("neighbour", (unlimited, blobs)), Err(Code::OverDecision));
    let first = work(&council, Some((id, 1)), 150_000);
    council.tries("neighbour", first).unwrap();
    let second = work(&council, Some((id, 1)), 50_001);
    assert_eq!(council.tries("neighbour", second), Err(Code::OverDecision));
    let second = work(&council, Some((id, 1)), 50_000);
    council.tries("neighbour", second).unwrap();
}

#[test]
fn nobody_makes_a_council_of_their_own() {
    let mut council = Council::without_charter().unwrap();
    let good = charter_of(&MEMBERS);
    // The committee, which puts things to owners, makes no council of its friends; nor does a root.
    assert_eq!(council.tries("host", good.clone()), Err(Code::CharterGiver));
    assert_eq!(council.tries("root", good.clone()), Err(Code::MissingCapability));
    assert_eq!(council.tries("wang", good.clone()), Err(Code::MissingCapability));
    // Whoever gives it does not sit in it, and the residents' committee alone gives none.
    let with_giver = charter_of(&["neighbour", "wang", "li"]);
    assert_eq!(council.tries("neighbour", with_giver), Err(Code::CharterGiver));
    let entry = council.tries("neighbour", good.clone()).unwrap();
    assert_eq!(council.tries("neighbour", (Confirm { entry }, vec![])), Err(Code::OwnAct));
    let called = meeting((entry, council.matter), 12);
    assert_eq!(council.tries("neighbour", called), Err(Code::CharterUnknown));
    let state = council.story.log.state();
    let colleague = grant(
        state,
        "wei",
        (OrgKind::ResidentsCommittee, Role::ResidentsCommittee),
        &[Capability::Bylaws],
        hour(12, 31, 0),
    );
    let colleague = yishi_protocol::body::Grant { person: person("host"), ..colleague };
    council.tries("second root", (colleague, vec![])).unwrap();
    // The host now holds bylaws for both: what counts is that one of them is another organisation.
    council.tries("host", (Confirm { entry }, vec![])).unwrap();
    // A second person who sits in it stands behind none.
    let with_second = charter_of(&["guard", "wang", "li"]);
    let entry = council.tries("neighbour", with_second).unwrap();
    assert_eq!(council.tries("guard", (Confirm { entry }, vec![])), Err(Code::OwnAct));
}

#[test]
fn a_charter_lists_each_member_once_hands_over_no_owners_matter_and_ends() {
    let mut council = Council::without_charter().unwrap();
    let (good, blobs) = charter_of(&MEMBERS);
    let with = |change: &dyn Fn(&mut Charter)| {
        let mut body = good.clone();
        change(&mut body);
        body
    };
    let twice = members(&["wang", "wang", "li"]);
    let half = yishi_protocol::body::BodyShare { more_than: false, ..HALF };
    for (code, body) in [
        (Code::CharterInvalid, with(&|body| body.members.clone_from(&twice))),
        (Code::CharterInvalid, with(&|body| body.members.truncate(2))),
        (Code::CharterInvalid, with(&|body| body.members.reverse())),
        (Code::CharterInvalid, with(&|body| body.categories.clear())),
        (Code::CharterInvalid, with(&|body| body.document = Hash::ZERO)),
        (Code::CharterInvalid, with(&|body| body.until_ms = hour(3, 1, 0))),
        (Code::CharterInvalid, with(&|body| body.until_ms += 1827 * DAY_MS)),
        (Code::CharterInvalid, with(&|body| body.resolved_ms = hour(3, 3, 0))),
        (Code::CharterInvalid, with(&|body| body.rules.in_force_ms = hour(3, 3, 0))),
        (Code::CharterInvalid, with(&|body| body.rules.majority = half)),
        (Code::CharterInvalid, with(&|body| body.sort = BodySort::Households)),
        (Code::OwnersMatter, with(&|body| body.categories = vec![Category::Access, Category::Election])),
        (Code::OwnersMatter, with(&|body| body.categories = vec![Category::Fee])),
        (Code::OwnersMatter, with(&|body| body.categories = vec![Category::LiftInstallation])),
        (Code::OwnersMatter, with(&|body| body.categories = vec![Category::Advert])),
        (Code::ScopeUnknown, with(&|body| body.scope = 9)),
        (Code::PersonUnknown, with(&|body| body.members = members(&["wang", "li", "nobody"]))),
        (Code::CharterUnknown, with(&|body| body.replaces = Some(EntryId::ZERO))),
    ] {
        assert_eq!(council.tries("neighbour", (body, blobs.clone())), Err(code));
    }
    // The manager's staff sit in none.
    let (give, words) = manager_grant(council.story.log.state(), hour(12, 31, 0));
    council.tries("root", (give, words)).unwrap();
    let staffed = charter_of(&["manager", "wang", "li"]);
    assert_eq!(council.tries("neighbour", staffed), Err(Code::HandBarred));
}

#[test]
fn a_mandate_is_looked_at_before_anybody_is_called() {
    let mut council = Council::founded().unwrap();
    let (good, blobs) = meeting((council.charter, council.matter), 12);
    let with = |change: &dyn Fn(&mut Meeting)| {
        let mut body = good.clone();
        change(&mut body);
        body
    };
    for (code, body) in [
        (Code::CharterUnknown, with(&|body| body.charter = EntryId::ZERO)),
        (Code::MatterUnknown, with(&|body| body.matter = EntryId::ZERO)),
        (Code::OwnersMatter, with(&|body| body.cost = Some((1, Purse::Owners)))),
        (Code::OverCharterCap, with(&|body| body.cost = from_community(5_000_001))),
        (Code::OverCharterCap, with(&|body| body.cost = from_community(0))),
        (
            Code::NoticeTooShort,
            with(&|body| (body.starts_ms, body.ends_ms) = (hour(3, 9, 19), hour(3, 9, 21))),
        ),
        (Code::NoticeTooFar, with(&|body| (body.starts_ms, body.ends_ms) = (hour(9, 9, 19), hour(9, 9, 21)))),
        (Code::MeetingTime, with(&|body| body.ends_ms = body.starts_ms + 13 * HOUR_MS)),
        (Code::MeetingTime, with(&|body| body.ends_ms = body.starts_ms)),
        (Code::CharterOver, with(&|body| body.ends_ms = hour(12, 31, 1))),
        (Code::NotEntitled, with(&|body| body.interested = vec![member("host")])),
    ] {
        assert_eq!(council.tries("neighbour", (body, blobs.clone())), Err(code));
    }
    assert_eq!(council.tries("wang", (good.clone(), blobs.clone())), Err(Code::MissingCapability));
    // A matter of another kind, of none, or nobody has taken up.
    for (category, code) in [
        (Some(Category::Dogs), Code::OutsideCharter),
        (None, Code::OutsideCharter),
        (Some(Category::LiftInstallation), Code::OwnersMatter),
        (Some(Category::Noise), Code::MatterNotAccepted),
    ] {
        let (body, words) = raise();
        let body = yishi_protocol::body::Raise { category, ..body };
        let matter = council.tries("li", (body, words)).unwrap();
        let called = meeting((council.charter, matter), 12);
        assert_eq!(council.tries("neighbour", called), Err(code));
    }
    // A mandate for the stairwell reaches nothing of the whole estate.
    let (narrow, words) = charter_of(&MEMBERS);
    let narrow = Charter { scope: STAIRWELL, until_ms: hour(3, 12, 20), ..narrow };
    let narrow = council.chartered((narrow, words)).unwrap();
    // Whose term ends during the session decides nothing in it.
    let called = meeting((narrow, council.matter), 12);
    assert_eq!(council.tries("neighbour", called), Err(Code::CharterOver));
}

#[test]
fn a_cap_is_not_widened_by_halving_a_matter() {
    let mut council = Council::founded().unwrap();
    let (body, words) = raise();
    let other =
        council.tries("li", (yishi_protocol::body::Raise { category: Some(Category::Waste), ..body }, words));
    let other = other.unwrap();
    let (yes, words) = yishi_tests::matters::answer(other, yishi_protocol::body::Action::Accept, "好。");
    council.tries("host", (yes, words)).unwrap();
    let called = |council: &Council, matter, fen, day| {
        let (body, blobs) = meeting((council.charter, matter), day);
        (Meeting { cost: from_community(fen), ..body }, blobs)
    };
    let first = called(&council, council.matter, 3_000_000, 12);
    let first = council.tries("neighbour", first).unwrap();
    let second = called(&council, other, 2_000_001, 13);
    assert_eq!(council.tries("neighbour", second), Err(Code::OverCharterCap));
    // What came to nothing binds nothing.
    council.story.now_ms = hour(3, 12, 19);
    council.hands(first, &["wang"], Mark::For).unwrap();
    council.minuted(minutes(first, [1, 0, 0, 1, 0, 15])).unwrap();
    assert_eq!(stage(&council, first), Some(MeetingStage::NoQuorum));
    let second = called(&council, other, 2_000_001, 25);
    council.tries("neighbour", second).unwrap();
    // Without a quorum the matter is called again, after new days of notice.
    let again = called(&council, council.matter, 100, 25);
    council.tries("neighbour", again).unwrap();
}

#[test]
fn what_owners_decide_or_demand_to_decide_no_council_decides() {
    let mut council = Council::founded().unwrap();
    let id = council.sitting().unwrap();
    council.hands(id, &MEMBERS[..8], Mark::For).unwrap();
    council.minuted(minutes(id, [8, 0, 0, 8, 0, 15])).unwrap();
    assert_eq!(stage(&council, id), Some(MeetingStage::Passed));
    // A fifth of the homes takes it away even then.
    for name in ["wang", "li", "wu", "zheng"] {
        council.tries(name, (requisition(council.matter, name, RequisitionStep::Sign), vec![])).unwrap();
    }
    let handed = requisition(council.matter, "wang", RequisitionStep::HandIn);
    council.tries("wang", (handed, vec![])).unwrap();
    let work = work(&council, Some((id, 1)), 0);
    assert_eq!(council.tries("neighbour", work), Err(Code::DecisionInvalid));
    let called = meeting((council.charter, council.matter), 25);
    assert_eq!(council.tries("neighbour", called), Err(Code::MatterUnderWay));
}

#[test]
fn a_matter_is_not_called_again_until_it_passes() {
    let mut council = Council::founded().unwrap();
    let id = council.sitting().unwrap();
    let again = |council: &mut Council| {
        let called = meeting((council.charter, council.matter), 28);
        council.tries("neighbour", called)
    };
    assert_eq!(again(&mut council), Err(Code::MeetingStands));
    council.hands(id, &MEMBERS[..8], Mark::Against).unwrap();
    council.minuted(minutes(id, [0, 8, 0, 8, 0, 15])).unwrap();
    assert_eq!(stage(&council, id), Some(MeetingStage::NotPassed));
    assert_eq!(again(&mut council), Err(Code::MeetingStands));
    let (work, words) = work(&council, None, 0);
    assert_eq!(council.tries("neighbour", (work, words)), Err(Code::DecisionInvalid));
}

#[test]
fn hands_are_raised_by_members_while_the_meeting_is_held_and_no_swap_of_members_reaches_it() {
    let mut council = Council::founded().unwrap();
    let called = meeting((council.charter, council.matter), 12);
    let id = council.tries("neighbour", called).unwrap();
    assert_eq!(council.tries("wang", (hand(id, "wang", Mark::For), vec![])), Err(Code::OutsideSession));
    // Other members take their place between notice and session: what was called is held by those who were called.
    let (other, words) = charter_of(&["wang", "host", "tenant"]);
    let other = council.chartered((Charter { replaces: Some(council.charter), ..other }, words)).unwrap();
    council.story.now_ms = hour(3, 12, 19);
    assert_eq!(council.tries("host", (hand(id, "host", Mark::For), vec![])), Err(Code::NotEntitled));
    assert_eq!(council.tries("li", (hand(id, "wang", Mark::For), vec![])), Err(Code::NotEntitled));
    council.hands(id, &["li"], Mark::Against).unwrap();
    council.hands(id, &["li"], Mark::For).unwrap();
    council.hands(id, &["li"], Mark::Recused).unwrap();
    assert_eq!(council.tries("li", (hand(id, "li", Mark::For), vec![])), Err(Code::MustRecuse));
    let mut sealed = hand(id, "wu", Mark::For);
    sealed.mark = None;
    assert_eq!(council.tries("wu", (sealed, vec![])), Err(Code::HandForm));
    council.story.now_ms = hour(3, 13, 19);
    assert_eq!(council.tries("wu", (hand(id, "wu", Mark::For), vec![])), Err(Code::OutsideSession));
    // The one that was replaced calls nobody together any more, the new one does.
    let (body, words) = raise();
    let matter = council.tries("li", (body, words)).unwrap();
    let (yes, words) = yishi_tests::matters::answer(matter, yishi_protocol::body::Action::Accept, "好。");
    council.tries("host", (yes, words)).unwrap();
    let called = meeting((council.charter, matter), 25);
    assert_eq!(council.tries("neighbour", called), Err(Code::CharterOver));
    let called = meeting((other, matter), 25);
    council.tries("neighbour", called).unwrap();
}

#[test]
fn whoever_it_concerns_or_works_for_the_manager_keeps_out() {
    let mut council = Council::founded().unwrap();
    let (mut called, blobs) = meeting((council.charter, council.matter), 12);
    called.interested = vec![member("feng")];
    let id = council.tries("neighbour", (called, blobs)).unwrap();
    let (give, words) = manager_grant(council.story.log.state(), hour(12, 31, 0));
    let give = yishi_protocol::body::Grant { person: person("chu"), title: None, ..give };
    council.tries("root", (give, vec![])).unwrap();
    drop(words);
    council.story.now_ms = hour(3, 12, 19);
    assert_eq!(council.tries("chu", (hand(id, "chu", Mark::For), vec![])), Err(Code::HandBarred));
    for mark in [Mark::For, Mark::Against, Mark::Abstain] {
        assert_eq!(council.tries("feng", (hand(id, "feng", mark), vec![])), Err(Code::MustRecuse));
    }
    council.hands(id, &["feng"], Mark::Present).unwrap();
    council.hands(id, &["feng"], Mark::Recused).unwrap();
}
