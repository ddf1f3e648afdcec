//! Elections: nobody is a candidate unless they wish, nobody in office chooses who else stands, and who is voted out goes, whatever they do.

use std::collections::BTreeSet;

use yishi_protocol::body::{
    Capability, Class, Confirm, DisputeGround, Item, Method, OrgKind, RevokeGrant, Role, Seat, draft_seat,
    elected, option_of,
};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::Outcome;
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;
use yishi_protocol::state::{KeyHolder, State};
use yishi_tests::disputes::{annulment, dispute};
use yishi_tests::elections::{Standing, VOTERS, nominate, says, take_back, tries};
use yishi_tests::matters::manager_grant;
use yishi_tests::people::{party, person, public};
use yishi_tests::stairwell::{grant, hour, org, org_unit};

fn holds(state: &State, name: &str, capability: Capability, at_ms: u64) -> bool {
    state.holds(KeyHolder::Person(person(name)), capability, at_ms)
}

fn seat(standing: &Standing, agenda: EntryId) -> Seat {
    draft_seat(standing.story.log.state(), &agenda).unwrap()
}

#[test]
fn nobody_is_slipped_under_an_election_after_its_notice() {
    let mut standing = Standing::accepted().unwrap();
    standing.story.now_ms += 7 * DAY_MS;
    // The host's friends sign before the notice and send after the vote; their names' ids are known all the same.
    let state = standing.story.log.state().clone();
    let signed: Vec<_> = ["wang", "li", "zhao"]
        .into_iter()
        .map(|name| {
            let (body, blobs) = nominate(&state, standing.matter, name);
            standing.story.sign(name, body, blobs)
        })
        .collect();
    let entries: Vec<_> =
        signed.iter().map(|sent| yishi_protocol::verify(&sent.envelope).unwrap().id()).collect();
    let options = entries.iter().map(option_of).collect();
    let item = Item {
        adopts: None,
        class: Class::Special,
        id: 1,
        method: Method::Election,
        options,
        raise: None,
        seats: 3,
    };
    let (body, blobs) = standing.notice_of(vec![item]);
    let opens_ms = body.opens_ms;
    let notice = tries(&mut standing, "host", body, blobs).unwrap();
    standing.story.now_ms = opens_ms - DAY_MS;
    let roll = standing.roll;
    let agenda = says(&mut standing, "host", yishi_tests::stairwell::open(notice, roll)).unwrap();
    standing.story.now_ms = opens_ms;
    for (voter, home) in VOTERS {
        let cast = yishi_tests::stairwell::vote(&standing.story, voter, home, agenda, &[&[0, 1, 2]]);
        // What they have signed takes the number that they would sign next.
        if !["wang", "li", "zhao"].contains(&voter) {
            standing.story.send(&cast).unwrap();
        }
    }
    for (sent, entry) in signed.iter().zip(&entries) {
        standing.story.now_ms += 1;
        assert_eq!(
            standing.story.send(sent).map_err(|refused| refused.code).err(),
            Some(Code::MatterUnderWay),
            "{entry}"
        );
    }
    standing.counted(agenda).unwrap();
    standing.ended(agenda).unwrap();
    for (sent, entry) in signed.iter().zip(&entries) {
        standing.story.send(sent).unwrap();
        says(&mut standing, "feng", Confirm { entry: *entry }).unwrap();
    }
    let state = standing.story.log.state();
    assert_eq!(elected(state, &agenda, state.agenda(&agenda).unwrap()), None);
    let forged = Seat {
        agenda,
        org: org(state, OrgKind::Committee),
        persons: vec![person("wang")],
        until_ms: hour(12, 31, 0),
    };
    assert_eq!(says(&mut standing, "wang", forged), Err(Code::ElectsNobody));
}

#[test]
fn whoever_was_voted_out_can_do_nothing_any_more_without_their_word() {
    let (mut standing, agenda) = Standing::elected().unwrap();
    let now_ms = standing.story.now_ms;
    let body = seat(&standing, agenda);
    // It says nothing that the log does not say already, so it is any owner's, and nothing else can be said.
    assert_eq!(says(&mut standing, "tenant", body.clone()), Err(Code::MissingCapability));
    for wrong in [
        Seat { persons: body.persons[1..].to_vec(), ..body.clone() },
        Seat { persons: body.persons.iter().rev().copied().collect(), ..body.clone() },
        Seat { until_ms: body.until_ms + DAY_MS, ..body.clone() },
        Seat { org: org(standing.story.log.state(), OrgKind::Supervisors), ..body.clone() },
    ] {
        assert_eq!(says(&mut standing, "wang", wrong), Err(Code::SeatMismatch));
    }
    says(&mut standing, "chu", body.clone()).unwrap();
    assert_eq!(says(&mut standing, "wang", body.clone()), Err(Code::AlreadySeated));

    let state = standing.story.log.state();
    for capability in Role::Committee.capabilities() {
        assert!(!holds(state, "host", *capability, now_ms), "{capability:?}");
        for member in ["wang", "li", "zhao"] {
            assert!(holds(state, member, *capability, now_ms), "{member} {capability:?}");
        }
    }
    assert!(state.key(&public("root")).unwrap().revoked);
    assert!(!state.key(&public("second root")).unwrap().revoked);
    let again =
        grant(state, "host", (OrgKind::Committee, Role::Committee), &[Capability::Notice], hour(12, 31, 0));
    assert_eq!(says(&mut standing, "root", again.clone()), Err(Code::KeyRevoked));
    assert_eq!(says(&mut standing, "host", again.clone()), Err(Code::MissingCapability));
    // Nor does another root put anybody in the place of those who were elected.
    assert_eq!(says(&mut standing, "second root", again.clone()), Err(Code::GrantOtherOrg));
    says(&mut standing, "wang", again).unwrap();
    // The term runs from the end of the vote.
    let term = standing.story.log.state().agenda(&agenda).unwrap().finality.as_ref().unwrap().since_ms
        + 3 * 365 * DAY_MS;
    assert_eq!(body.until_ms, term);
    let state = standing.story.log.state();
    assert!(
        holds(state, "wang", Capability::Notice, term - 1) && !holds(state, "wang", Capability::Notice, term)
    );
}

#[test]
fn no_member_and_no_root_ends_the_seat_of_another_but_everybody_leaves_their_own() {
    let (mut standing, agenda) = Standing::elected().unwrap();
    let now_ms = standing.story.now_ms;
    let body = seat(&standing, agenda);
    let entry = says(&mut standing, "wang", body).unwrap();
    let end = RevokeGrant { grant: entry };
    for other in ["second root", "feng", "host", "chu"] {
        assert_eq!(says(&mut standing, other, end.clone()), Err(Code::GrantNotYours), "{other}");
    }
    says(&mut standing, "li", end.clone()).unwrap();
    let state = standing.story.log.state();
    assert!(
        !holds(state, "li", Capability::Notice, now_ms) && holds(state, "wang", Capability::Notice, now_ms)
    );
    assert_eq!(says(&mut standing, "li", end), Err(Code::GrantEnded));
}

#[test]
fn what_the_old_committee_handed_on_to_host_elsewhere_ends_and_who_reports_goes_on() {
    let mut standing = Standing::with(&["wang", "li", "zhao"]).unwrap();
    let until_ms = hour(12, 31, 0);
    let state = standing.story.log.state().clone();
    // A friend who hosts for the neighbours' committee, a contact who brings up matters, a clerk of the own one.
    let friend = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    let friend = grant(&state, "chu", friend, &[Capability::Answer, Capability::Notice], until_ms);
    says(&mut standing, "host", friend).unwrap();
    let contact = (OrgKind::Committee, Role::BuildingContact);
    says(&mut standing, "host", grant(&state, "wei", contact, &[Capability::Raise], until_ms)).unwrap();
    let (give, blobs) = manager_grant(&state, until_ms);
    tries(&mut standing, "host", give, blobs).unwrap();
    let agenda = standing.opened().unwrap();
    // Once the election is noticed, their root makes supervisors.
    let watches = (OrgKind::Supervisors, Role::Supervisor);
    let give = grant(&state, "zheng", watches, &[Capability::Evidence, Capability::Tally], until_ms);
    says(&mut standing, "root", give).unwrap();
    // And a second committee, for which nobody was elected.
    let (other, names) = org_unit(OrgKind::Committee, "筹备组", None);
    let other = tries(&mut standing, "root", other, names).unwrap();
    let host =
        grant(&state, "developer", (OrgKind::Committee, Role::Committee), &[Capability::Notice], until_ms);
    says(&mut standing, "root", yishi_protocol::body::Grant { org: other, ..host }).unwrap();
    for voter in VOTERS {
        standing.votes(agenda, voter, &["wang", "li", "zhao"]).unwrap();
    }
    standing.counted(agenda).unwrap();
    standing.ended(agenda).unwrap();
    let now_ms = standing.story.now_ms;
    let body = seat(&standing, agenda);
    says(&mut standing, "wang", body).unwrap();
    let state = standing.story.log.state();
    for (name, capability, stays) in [
        ("chu", Capability::Notice, false),
        ("chu", Capability::Answer, false),
        ("zheng", Capability::Tally, false),
        ("developer", Capability::Notice, false),
        ("wei", Capability::Raise, false),
        ("manager", Capability::Progress, true),
        ("feng", Capability::Tally, true),
    ] {
        assert_eq!(holds(state, name, capability, now_ms), stays, "{name} {capability:?}");
    }
}

#[test]
fn what_a_root_that_ended_had_proposed_cannot_be_put_in_force() {
    let (mut standing, agenda) = Standing::elected().unwrap();
    // The old committee's root would retire the phone of somebody who was elected.
    let reason = yishi_protocol::body::RevokeReason::Lost;
    let device = yishi_protocol::body::Revoke { device: public("chu"), reason };
    let entry = says(&mut standing, "root", device).unwrap();
    let body = seat(&standing, agenda);
    says(&mut standing, "wang", body).unwrap();
    assert_eq!(says(&mut standing, "second root", Confirm { entry }), Err(Code::MissingCapability));
}

#[test]
fn an_office_that_somebody_gives_the_elected_keeps_nobody_from_their_seat() {
    let (mut standing, agenda) = Standing::elected().unwrap();
    let now_ms = standing.story.now_ms;
    let (give, _) = manager_grant(standing.story.log.state(), hour(12, 31, 0));
    let give = yishi_protocol::body::Grant { person: person("wang"), title: None, ..give };
    says(&mut standing, "root", give).unwrap();
    let body = seat(&standing, agenda);
    says(&mut standing, "li", body).unwrap();
    let state = standing.story.log.state();
    assert!(
        holds(state, "wang", Capability::Notice, now_ms) && !state.is_managers_staff(&person("wang"), now_ms)
    );
}

#[test]
fn a_host_who_does_not_end_the_vote_stays_no_longer_than_the_owners_let() {
    let mut standing = Standing::with(&["wang", "li", "zhao"]).unwrap();
    let agenda = standing.opened().unwrap();
    for voter in VOTERS {
        standing.votes(agenda, voter, &["wang", "li", "zhao"]).unwrap();
    }
    standing.counted(agenda).unwrap();
    let state = standing.story.log.state();
    let body =
        Seat { agenda, org: org(state, OrgKind::Committee), persons: vec![], until_ms: u64::from(u32::MAX) };
    assert_eq!(says(&mut standing, "wang", body), Err(Code::VoteNotFinal));
    // Three days after the objections any owner ends it, and again a week later alone.
    let stated_ms = standing.story.log.state().agenda(&agenda).unwrap().tallied_ms.unwrap();
    standing.story.now_ms = yishi_protocol::calendar::objections_end_ms(stated_ms) + 3 * DAY_MS;
    let state = standing.story.log.state();
    let ends = yishi_protocol::body::draft_end(state, &agenda, &standing.story.evidence).unwrap().unwrap();
    says(&mut standing, "chu", ends.clone()).unwrap();
    standing.story.now_ms += 7 * DAY_MS;
    says(&mut standing, "chu", ends).unwrap();
    let body = seat(&standing, agenda);
    says(&mut standing, "chu", body).unwrap();
}

#[test]
fn whoever_takes_it_back_after_the_notice_stays_on_the_ballot_and_is_not_seated() {
    let mut standing = Standing::with(&["wang", "li", "zhao", "wu"]).unwrap();
    let order = standing.order();
    let matter = standing.matter;
    let back = |name| take_back(matter, name);
    let agenda = standing.opened().unwrap();
    says(&mut standing, "wang", back("wang")).unwrap();
    for (voter, home) in VOTERS {
        // Nobody but the first home marks wang in place of wu.
        let names = if home == "wang" { ["wang", "li", "zhao"] } else { ["li", "zhao", "wu"] };
        let marks = order.iter().zip(0..).filter(|(name, _)| names.contains(&name.as_str()));
        let marks: Vec<u32> = marks.map(|(_, place)| place).collect();
        let cast = yishi_tests::stairwell::vote(&standing.story, voter, home, agenda, &[&marks]);
        standing.story.send(&cast).unwrap();
    }
    standing.counted(agenda).unwrap();
    standing.ended(agenda).unwrap();
    let seated = seat(&standing, agenda).persons;
    let mut others = [person("li"), person("zhao"), person("wu")].to_vec();
    others.sort();
    assert_eq!(seated, others);
}

/// Four stand for three seats: wang and li are elected, zhao and wu have as many homes and as much area as each other.
fn tied() -> (Standing, EntryId) {
    let mut standing = Standing::with(&["wang", "li", "zhao", "wu"]).unwrap();
    let agenda = standing.opened().unwrap();
    for (voter, home) in VOTERS {
        let marks = match home {
            "li" | "zhao-qian" | "zheng" => ["wang", "li", "wu"],
            "wu" | "chen" | "chu" => ["wang", "li", "zhao"],
            _ => ["wang", "zhao", "wu"],
        };
        standing.votes(agenda, (voter, home), &marks).unwrap();
    }
    standing.counted(agenda).unwrap();
    (standing, agenda)
}

#[test]
fn between_equals_a_lot_decides_that_nobody_chose_and_anybody_repeats() {
    let (standing, agenda) = tied();
    let tally = standing.story.log.state().agenda(&agenda).unwrap().tally.clone().unwrap();
    assert_eq!(tally.items.first().unwrap().outcome, Outcome::LotRequired);
    let mut last = BTreeSet::new();
    for number in 0..12 {
        let mut standing = standing.clone();
        standing.drawn(agenda, &[number, 9, 27]).unwrap();
        standing.ended(agenda).unwrap();
        let body = seat(&standing, agenda);
        assert_eq!(body.persons.len(), 3);
        assert!(body.persons.contains(&person("wang")) && body.persons.contains(&person("li")));
        last.extend(body.persons.iter().filter(|one| [person("zhao"), person("wu")].contains(one)).copied());
        says(&mut standing, "wang", body).unwrap();
    }
    assert_eq!(last.len(), 2, "each of the two has a chance");
}

#[test]
fn where_nobody_draws_the_seat_stays_free_and_so_few_may_be_too_few() {
    let (mut standing, agenda) = tied();
    standing.ended(agenda).unwrap();
    let state = standing.story.log.state();
    let found = elected(state, &agenda, state.agenda(&agenda).unwrap()).unwrap();
    assert_eq!((found.seated.len(), found.tied.len(), found.enough), (2, 2, false));
}

#[test]
fn too_few_members_are_no_committee() {
    let mut standing = Standing::with(&["wang", "li", "zhao"]).unwrap();
    let agenda = standing.opened().unwrap();
    for voter in VOTERS {
        standing.votes(agenda, voter, &["wang", "li"]).unwrap();
    }
    standing.counted(agenda).unwrap();
    standing.ended(agenda).unwrap();
    let state = standing.story.log.state();
    let found = elected(state, &agenda, state.agenda(&agenda).unwrap()).unwrap();
    assert_eq!((found.seated.len(), found.enough), (2, false));
    assert_eq!(draft_seat(state, &agenda), None);
    let mut persons = vec![person("wang"), person("li")];
    persons.sort();
    let body = Seat { agenda, org: org(state, OrgKind::Committee), persons, until_ms: hour(12, 31, 0) };
    assert_eq!(says(&mut standing, "wang", body), Err(Code::SeatsTooFew));
}

#[test]
fn a_disputed_election_seats_nobody_until_somebody_rules_and_an_annulled_one_nobody_at_all() {
    let mut standing = Standing::with(&["wang", "li", "zhao"]).unwrap();
    let agenda = standing.opened().unwrap();
    for voter in VOTERS {
        standing.votes(agenda, voter, &["wang", "li", "zhao"]).unwrap();
    }
    standing.counted(agenda).unwrap();
    let ballot =
        standing.story.log.state().agenda(&agenda).unwrap().standing_ballot(&party("li")).unwrap().entry;
    let (body, blobs) = dispute((agenda, 1), "sun-zhou", DisputeGround::Ballots, vec![ballot]);
    let disputed = tries(&mut standing, "sun", body, blobs).unwrap();
    standing.story.now_ms += 20 * DAY_MS;
    standing.ended(agenda).unwrap();
    let body = seat(&standing, agenda);
    assert_eq!(says(&mut standing, "wang", body.clone()), Err(Code::ResultHeld));
    let (rules, words) = yishi_tests::disputes::ruling((agenda, disputed), false);
    tries(&mut standing, "feng", rules, words).unwrap();
    says(&mut standing, "wang", body).unwrap();
}

#[test]
fn with_its_annulment_a_seat_ends_and_nobody_comes_back() {
    let (mut standing, agenda) = Standing::elected().unwrap();
    let body = seat(&standing, agenda);
    says(&mut standing, "wang", body.clone()).unwrap();
    let now_ms = standing.story.now_ms;
    let (annul, words) = annulment(&standing.story, agenda, vec![1]);
    let entry = tries(&mut standing, "feng", annul, words).unwrap();
    says(&mut standing, "wang", Confirm { entry }).unwrap();
    let state = standing.story.log.state();
    for name in ["wang", "li", "zhao", "host"] {
        assert!(!holds(state, name, Capability::Notice, now_ms), "{name}");
    }
    assert!(state.key(&public("root")).unwrap().revoked);
    assert_eq!(says(&mut standing, "wang", body), Err(Code::ResultHeld));
}

#[test]
fn of_two_elections_the_later_one_holds_whichever_is_seated_first() {
    let (mut standing, first) = Standing::elected().unwrap();
    let early = seat(&standing, first);
    // Nobody seated the first; the host, still in office, holds another one, for the same matter.
    let second = standing.opened().unwrap();
    for voter in VOTERS {
        standing.votes(second, voter, &["wang", "li", "zhao"]).unwrap();
    }
    standing.counted(second).unwrap();
    standing.ended(second).unwrap();
    let late = seat(&standing, second);
    says(&mut standing, "wang", late).unwrap();
    assert_eq!(says(&mut standing, "wang", early), Err(Code::SeatSuperseded));
}
