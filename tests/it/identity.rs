//! The clerk who wants to win, and the estate that must not lock itself out: each attack ends at a named refusal or at a
//! waiting act that others see.

use yishi_protocol::body::{
    Body, Capability, Class, Close, Confirm, Grant, Open, OrgKind, Reach, Representative, Revoke,
    RevokeGrant, RevokeReason, Role, Roll, Tier, UnitKind,
};
use yishi_protocol::calendar::{DAY_MS, HOUR_MS};
use yishi_protocol::count::late_keys;
use yishi_protocol::id::EntryId;
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::projection::{self, Ballot};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::state::{Actor, CodeStanding, Pending};
use yishi_protocol::view::{MeView, PersonList, WaitingList};
use yishi_tests::people::{party, person, public, set};
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::{self, shown};
use yishi_tests::stairwell::{
    ESTATE, Opened, Row, STAIRWELL, add_device, ballot, codes, consent, enrol, genesis, grant, host_grant,
    hour, in_person, listed, notice, opened, org_unit, resolution, roll_page, settled, vote,
};
use yishi_tests::story::Story;

/// The area of each home of a small roll, in 0.01 m².
const AREA_C: u32 = 8937;
const CLERK: (OrgKind, Role) = (OrgKind::Committee, Role::Clerk);
const FOR: &[&[u32]] = &[&[0]];

fn until() -> u64 {
    hour(12, 31, 0)
}

/// An open vote, with wu and zheng as the committee's clerks and wei as the residents' committee's.
fn voting() -> Opened {
    let mut opened = opened(vec![resolution(1, Class::Ordinary)]).unwrap();
    clerks(&mut opened.story);
    opened
}

fn clerks(story: &mut Story) {
    let theirs = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    for (name, office) in [("wu", CLERK), ("zheng", CLERK), ("wei", theirs)] {
        let body = grant(story.log.state(), name, office, &[Capability::Codes, Capability::Roll], until());
        let root = if office == theirs { "second root" } else { "root" };
        story.say(root, body, vec![]).unwrap();
    }
}

fn refused<T: std::fmt::Debug>(said: Result<T, Rejection>) -> Code {
    said.unwrap_err().code
}

/// A letter by an issuer, which that issuer keeps.
fn letter(story: &mut Story, issuer: &str, name: &str, number: u32) -> EntryId {
    story.say_id(issuer, codes(&[name], number, until()), vec![]).unwrap()
}

fn open_letter(story: &mut Story, name: &str, number: u32, device: &str) -> Result<EntryId, Rejection> {
    let body = enrol(&story.estate(), name, device, number);
    story.say_id(device, body, vec![consent()])
}

fn waits(story: &Story) -> Vec<Pending> {
    story.log.state().waiting_at(story.now_ms)
}

fn cast(story: &mut Story, device: &str, home: &str, agenda: EntryId) -> Result<EntryId, Rejection> {
    let submission = vote(story, device, home, agenda, FOR);
    story.send(&submission).map(|entry| entry.entry.id())
}

#[test]
fn a_clerk_who_keeps_the_chairs_letter_opens_nothing_and_everybody_sees_it_wait() {
    let Opened { mut story, .. } = voting();
    let entry = letter(&mut story, "wu", "host", 2);
    assert_eq!(refused(open_letter(&mut story, "host", 2, "thief")), Code::CodeUnconfirmed);
    assert!(waits(&story).iter().any(|waiting| waiting.entry == entry && waiting.lapses_ms.is_some()));
    // No number of clerks below the chair is enough, nor the chair's own word.
    for accomplice in ["zheng", "wei", "host"] {
        assert_eq!(refused(story.say(accomplice, Confirm { entry }, vec![])), Code::ConfirmerTooLow);
    }
    assert_eq!(refused(open_letter(&mut story, "host", 2, "thief")), Code::CodeUnconfirmed);
    story.now_ms += 14 * DAY_MS;
    assert_eq!(refused(story.say("root", Confirm { entry }, vec![])), Code::ProposalLapsed);
    assert!(waits(&story).iter().all(|waiting| waiting.entry != entry));
    // The chair's device has not been touched.
    story.say("host", codes(&["tenant"], 3, until()), vec![]).unwrap();
}

#[test]
fn a_letter_that_lapsed_does_not_open_because_others_of_its_entry_were_confirmed() {
    let Opened { mut story, .. } = voting();
    let rows = codes(&["li", "a new tenant"], 2, until());
    let entry = story.say_id("wu", rows, vec![]).unwrap();
    let of_use = |story: &Story, name: &str| {
        let state = story.log.state();
        let code =
            state.person(&person(name)).unwrap().codes.iter().find(|code| code.entry == entry).unwrap();
        state.letter_until_ms(code)
    };
    assert_eq!(of_use(&story, "li"), story.now_ms + 14 * DAY_MS, "who looks at it sees that it lapses");
    assert_eq!(of_use(&story, "a new tenant"), until());
    story.now_ms += 14 * DAY_MS;
    story.say("zheng", Confirm { entry }, vec![]).unwrap();
    assert_eq!(refused(open_letter(&mut story, "li", 2, "thief")), Code::CodeUnconfirmed);
    open_letter(&mut story, "a new tenant", 2, "the tenant's phone").unwrap();
}

#[test]
fn two_clerks_at_the_desk_cannot_become_the_chair() {
    let Opened { mut story, .. } = voting();
    let body = in_person(&story.estate(), "host", "thief");
    let entry = story.say_id("wu", body, vec![consent()]).unwrap();
    assert_eq!(refused(story.say("zheng", Confirm { entry }, vec![])), Code::ConfirmerTooLow);
    assert_eq!(refused(story.say("thief", codes(&["li"], 4, until()), vec![])), Code::UnknownKey);
}

#[test]
fn a_clerk_does_not_take_an_owners_vote_and_the_owner_keeps_it() {
    let Opened { mut story, agenda, .. } = voting();
    letter(&mut story, "wu", "li", 2);
    assert_eq!(refused(open_letter(&mut story, "li", 2, "thief")), Code::CodeUnconfirmed);
    cast(&mut story, "li", "li", agenda).unwrap();
}

/// Homes that never came: nobody has opened their letters, which the clerk has kept.
#[test]
fn letters_to_homes_that_never_come_make_no_voters_before_the_notice_or_after_it() {
    let mut story = settled().unwrap();
    clerks(&mut story);
    // Before the notice the letters open, but the devices cast nothing.
    let sleepers = ["sleeper 1", "sleeper 2"];
    let entry = story.say_id("wu", codes(&sleepers, 1, until()), vec![]).unwrap();
    open_letter(&mut story, "sleeper 1", 1, "wu's phone 1").unwrap();
    let Opened { mut story, agenda, .. } = voting_on(story, &sleepers);
    let home = "home of sleeper 1";
    assert_eq!(refused(cast(&mut story, "wu's phone 1", home, agenda)), Code::KeyUnconfirmed);
    // A second device of the same false person inherits the doubt.
    let more = add_device(&story.estate(), "sleeper 1", "wu's phone 3");
    story.say("wu's phone 1", more, vec![]).unwrap();
    assert_eq!(refused(cast(&mut story, "wu's phone 3", home, agenda)), Code::KeyUnconfirmed);
    // After the notice the other letter opens nothing at all.
    assert_eq!(refused(open_letter(&mut story, "sleeper 2", 1, "wu's phone 2")), Code::CodeUnconfirmed);
    assert_eq!(refused(story.say("wu", Confirm { entry }, vec![])), Code::OwnAct);
    assert!(waits(&story).iter().any(|waiting| waiting.entry == entry && waiting.people == 2));

    // If a second person is careless enough, the result says how many ballots came so, and by whom.
    story.say("zheng", Confirm { entry }, vec![]).unwrap();
    cast(&mut story, "wu's phone 3", home, agenda).unwrap();
    let late = late_keys(story.log.state(), &agenda).unwrap();
    assert_eq!(late.ballots, 1);
    assert_eq!(late.issuers.into_iter().collect::<Vec<_>>(), [(Actor::Person(person("wu")), 1)]);
}

/// A vote on a roll of one home for each of some people, and wang's.
fn voting_on(mut story: Story, names: &[&'static str]) -> Opened {
    let mut rows: Vec<Row> = vec![("wang", &["wang"], None, "101", STAIRWELL, UnitKind::Dwelling, AREA_C)];
    for name in names {
        // A row names what lives as long as the test.
        let owner: &'static [&'static str] = vec![*name].leak();
        let (home, room) = (format!("home of {name}").leak(), format!("room of {name}").leak());
        rows.push((home, owner, None, room, STAIRWELL, UnitKind::Dwelling, AREA_C));
    }
    let (page, blobs) = roll_page("small", (0, 1), &rows, &[]);
    story.say("host", page, blobs).unwrap();
    let heads = u32::try_from(rows.len()).unwrap();
    let area_c = u64::from(AREA_C) * u64::from(heads);
    let scopes = vec![(ESTATE, None), (STAIRWELL, Some(ESTATE))];
    let roll = story.say_id("host", Roll { area_c, heads, scopes, set: set("small") }, vec![]).unwrap();
    story.say("root", Confirm { entry: roll }, vec![]).unwrap();
    story.now_ms = hour(3, 4, 10);
    let (body, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let notice = story.say_id("host", body, blobs).unwrap();
    story.now_ms = hour(3, 19, 9);
    let open = Open { area_c, corrections: vec![], heads, notice, roll };
    let agenda = story.say_id("host", open, vec![]).unwrap();
    story.now_ms = hour(3, 20, 0);
    Opened { story, agenda, roll, notice }
}

#[test]
fn a_committee_makes_neither_its_own_second_person_nor_its_own_supervisor() {
    let (mut story, _) = listed().unwrap();
    let state = story.log.state().clone();
    let (org, name) = org_unit(OrgKind::Supervisors, "自家监督组", None);
    assert_eq!(refused(story.say("host", org, name)), Code::MissingCapability);
    let theirs = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    for caps in [Capability::Codes, Capability::Roll, Capability::Tally, Capability::Bylaws] {
        let body = grant(&state, "wu", theirs, &[caps], until());
        assert_eq!(refused(story.say("host", body, vec![])), Code::GrantOtherOrg, "{caps:?}");
    }
    // The manager's staff let nobody in, by whichever role.
    let staff = grant(&state, "manager", (OrgKind::Manager, Role::Manager), &[Capability::Progress], until());
    story.say("root", staff, vec![]).unwrap();
    let clerk = grant(&state, "manager", CLERK, &[Capability::Codes], until());
    assert_eq!(refused(story.say("root", clerk, vec![])), Code::OfficesClash);
    let entry = letter(&mut story, "host", "tenant", 2);
    assert_eq!(refused(story.say("manager", Confirm { entry }, vec![])), Code::ConfirmBarred);
}

#[test]
fn an_office_with_a_limit_is_handed_on_no_farther() {
    let (mut story, _) = listed().unwrap();
    let state = story.log.state().clone();
    let caps = [Capability::Answer, Capability::Grant];
    let near = Reach { tiers: Some(vec![Tier::Building]), ..Reach::default() };
    let body = grant(&state, "wu", (OrgKind::Committee, Role::Committee), &caps, until());
    story.say("host", Grant { reach: near.clone(), ..body }, vec![]).unwrap();
    let body = grant(&state, "zheng", (OrgKind::Committee, Role::Committee), &[Capability::Answer], until());
    assert_eq!(refused(story.say("wu", body.clone(), vec![])), Code::GrantWidens);
    story.say("wu", Grant { reach: near, ..body }, vec![]).unwrap();
}

#[test]
fn a_new_committees_first_letters_open_and_its_offices_wait_for_a_look_at_the_phone() {
    let mut story = Story::at(hour(3, 1, 9));
    story.say("root", genesis(), vec![]).unwrap();
    let (org, name) = org_unit(OrgKind::Committee, "业主委员会", Some("root"));
    story.say("root", org, name).unwrap();
    letter(&mut story, "root", "host", 1);
    let office = host_grant(story.log.state(), until());
    let office = story.say_id("root", office, vec![]).unwrap();
    let device = open_letter(&mut story, "host", 1, "host").unwrap();
    let act = codes(&["li"], 1, until());
    assert_eq!(refused(story.say("host", act.clone(), vec![])), Code::MissingCapability);
    assert!(waits(&story).iter().any(|waiting| waiting.entry == device));
    story.say("root", Confirm { entry: device }, vec![]).unwrap();
    story.say("host", act, vec![]).unwrap();
    // One office only: the root is the second person, and the office ends by its hand.
    let entry = letter(&mut story, "host", "wang", 1);
    story.say("root", Confirm { entry }, vec![]).unwrap();
    open_letter(&mut story, "wang", 1, "wang").unwrap();
    story.say("root", RevokeGrant { grant: office }, vec![]).unwrap();
    assert_eq!(refused(story.say("host", codes(&["wu"], 1, until()), vec![])), Code::MissingCapability);
}

#[test]
fn a_chair_who_lost_the_phone_is_chair_again_with_the_roots_word() {
    let Opened { mut story, .. } = voting();
    let entry = letter(&mut story, "wu", "host", 2);
    story.say("root", Confirm { entry }, vec![]).unwrap();
    open_letter(&mut story, "host", 2, "host's new phone").unwrap();
    story.say("host's new phone", codes(&["tenant"], 3, until()), vec![]).unwrap();
    assert_eq!(refused(story.say("host", codes(&["tenant"], 4, until()), vec![])), Code::KeyRevoked);
}

#[test]
fn an_office_given_after_the_letter_was_confirmed_asks_for_a_higher_word_again() {
    let Opened { mut story, .. } = voting();
    let entry = letter(&mut story, "wu", "li", 2);
    story.say("zheng", Confirm { entry }, vec![]).unwrap();
    let office = host_grant(story.log.state(), until());
    story.say("root", Grant { person: person("li"), ..office }, vec![]).unwrap();
    assert_eq!(refused(open_letter(&mut story, "li", 2, "thief")), Code::CodeUnconfirmed);
    story.say("root", Confirm { entry }, vec![]).unwrap();
    open_letter(&mut story, "li", 2, "li's new phone").unwrap();
}

#[test]
fn a_clerk_who_refuses_is_passed_by_and_a_waiting_letter_voids_none() {
    let Opened { mut story, .. } = voting();
    // Two letters wait; zheng confirms the newer, so the older one never comes into force.
    let older = letter(&mut story, "wu", "li", 2);
    let newer = letter(&mut story, "wei", "li", 3);
    story.say("zheng", Confirm { entry: newer }, vec![]).unwrap();
    story.say("host", Confirm { entry: older }, vec![]).unwrap();
    assert_eq!(refused(open_letter(&mut story, "li", 2, "li's other phone")), Code::CodeReplaced);
    open_letter(&mut story, "li", 3, "li's new phone").unwrap();
}

#[test]
fn a_phone_lost_on_the_last_evening_still_votes_and_the_result_says_so() {
    let Opened { mut story, agenda, .. } = voting();
    cast(&mut story, "li", "li", agenda).unwrap();
    story.now_ms = hour(4, 4, 0) - HOUR_MS;
    let entry = letter(&mut story, "wu", "li", 2);
    story.say("wei", Confirm { entry }, vec![]).unwrap();
    open_letter(&mut story, "li", 2, "li's new phone").unwrap();
    cast(&mut story, "li's new phone", "li", agenda).unwrap();
    cast(&mut story, "wang", "wang", agenda).unwrap();
    let late = late_keys(story.log.state(), &agenda).unwrap();
    assert_eq!((late.ballots, late.issuers.len()), (1, 1));
}

/// Two clerks of one mind: they stop the phone of an owner who votes otherwise, and record somebody for a home that never comes.
/// Both are theirs to do; the result says that they did.
#[test]
fn what_two_clerks_do_to_the_voters_while_a_vote_runs_stands_in_its_result() {
    let Opened { mut story, agenda, .. } = voting();
    let done = |story: &Story| {
        let late = late_keys(story.log.state(), &agenda).unwrap();
        (late.recorded, late.stopped)
    };
    let both = |story: &mut Story, body: Body| {
        let entry = story.say_id("wu", body, vec![]).unwrap();
        story.say("wei", Confirm { entry }, vec![]).unwrap();
    };
    story.now_ms = hour(4, 2, 0);
    let document = Some(leaf_hash("委托书".as_bytes()));
    let acts = |home: &str, name: &str| Representative { document, party: party(home), person: person(name) };
    both(&mut story, acts("feng", "zheng").into());
    assert_eq!(done(&story), (0, 0), "nobody has voted so");
    cast(&mut story, "zheng", "feng", agenda).unwrap();
    cast(&mut story, "zheng", "zheng", agenda).unwrap();
    both(&mut story, Revoke { device: public("li"), reason: RevokeReason::Lost }.into());
    // One that its person stops, and that of somebody who has no home, say nothing.
    story.say("wang", Revoke { device: public("wang"), reason: RevokeReason::Lost }, vec![]).unwrap();
    both(&mut story, Revoke { device: public("tenant"), reason: RevokeReason::Lost }.into());
    assert_eq!(done(&story), (1, 1));
    // An only owner who votes again by a paper is no voter made.
    both(&mut story, acts("feng", "feng").into());
    cast(&mut story, "feng", "feng", agenda).unwrap();
    assert_eq!(done(&story), (0, 1));
}

#[test]
fn a_device_at_the_desk_takes_two_clerks_and_leaves_the_ballot_standing() {
    let Opened { mut story, agenda, .. } = voting();
    let first = cast(&mut story, "li", "li", agenda).unwrap();
    let body = in_person(&story.estate(), "li", "li's new phone");
    let entry = story.say_id("wu", body, vec![consent()]).unwrap();
    assert_eq!(refused(cast(&mut story, "li's new phone", "li", agenda)), Code::UnknownKey);
    story.say("wei", Confirm { entry }, vec![]).unwrap();
    let (body, blob) = ballot(agenda, party("li"), FOR, Some(first));
    story.say("li's new phone", body, vec![blob]).unwrap();
    assert!(story.log.state().key(&public("li")).unwrap().revoked);
}

#[tokio::test]
async fn a_sealed_choice_is_shown_to_the_phone_that_signed_it_and_to_nobody_else() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (body, blob) = ballot(vote.agenda, party("zhao-qian"), FOR, None);
    office.say("zhao", body, vec![blob]).await.unwrap();
    let tablet = add_device(&office.estate, "zhao", "zhao's tablet");
    office.say("zhao", tablet, vec![]).await.unwrap();
    let shown = async |who: &str| {
        let me = shown::<MeView>(&office, Some(who), "/me").await.unwrap();
        let opened = shown::opened(&office, &me).unwrap();
        let ballots = Ballot::all(&opened, &me.stated.ballots, (&me.stated.rights, &public(who))).unwrap();
        ballots.iter().map(|ballot| ballot.opening(&opened).unwrap().is_here()).collect::<Vec<_>>()
    };
    assert_eq!(shown("zhao").await, [true]);
    assert_eq!(shown("qian").await, [false], "a co-owner");
    assert_eq!(shown("zhao's tablet").await, [false], "another device, as a thief of a letter would have");
    office.clock.set(hour(4, 4, 0));
    office.say("host", Close { agenda: vote.agenda }, vec![]).await.unwrap();
    assert_eq!(shown("zhao's tablet").await, [true], "the same person's");
    assert_eq!(shown("qian").await, [false], "how a home voted is told by whoever voted");
}

#[tokio::test]
async fn what_waits_is_public_and_who_is_who_is_for_the_desk() {
    let office = PostOffice::founded().await.unwrap();
    office.settle().await.unwrap();
    let entry = office.say("host", codes(&["li"], 2, until()), vec![]).await.unwrap().entry.id();
    let list = shown::<WaitingList>(&office, None, "/waiting").await.unwrap();
    let acts =
        projection::Waiting::all(&shown::opened(&office, &list).unwrap(), list.stated.clone()).unwrap();
    let waiting = &acts.iter().find(|waiting| waiting.id() == entry).unwrap().stated;
    assert_eq!((waiting.people, waiting.lapses_ms.is_some()), (1, true));
    assert!(!waiting.yours, "nobody showed a pass");
    for (reader, yours) in [("host", false), ("li", false), ("root", true)] {
        let list = shown::<WaitingList>(&office, Some(reader), "/waiting").await.unwrap();
        let mut found =
            list.stated.waiting.iter().filter(|waiting| waiting.people == 1 && waiting.lapses_ms.is_some());
        assert_eq!(found.next().map(|waiting| waiting.yours), Some(yours), "{reader}");
    }
    for reader in ["li", "tenant"] {
        assert_eq!(office.get_as(reader, "/people").await.unwrap().status, 403, "{reader}");
    }
    assert_eq!(office.get("/people").await.unwrap().status, 401);
    let everybody = shown::<PersonList>(&office, Some("host"), "/people").await.unwrap().stated;
    let li = everybody.people.iter().find(|view| view.person == person("li")).unwrap();
    assert_eq!((li.devices, li.vouched), (1, true));
    assert_eq!(li.letter.as_ref().unwrap().standing, CodeStanding::Waiting);
    let sun = everybody.people.iter().find(|view| view.person == person("sun")).unwrap();
    assert_eq!((sun.parties[0].representative, sun.parties[0].words.len()), (None, 2));
    assert!(everybody.next.is_none());
}
