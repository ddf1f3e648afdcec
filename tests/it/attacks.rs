//! Attacks by those who hold an office: a chair alone, one root as two organisations, a dismissed officer, an agent in the
//! manager's service. None of them gets a vote, an office or a letter that is not theirs.

use yishi_protocol::apply::may_confirm;
use yishi_protocol::body::{
    Bylaws, Capability, Class, Codes, Confirm, OrgKind, Representative, Revoke, RevokeGrant, RevokeReason,
    Role, RollChange, UnitKind,
};
use yishi_protocol::bylaws::Bylaws as Settings;
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::late_keys;
use yishi_protocol::id::EntryId;
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::{Code, Rejection};

use yishi_tests::people::{party, person, public, set};
use yishi_tests::stairwell::{
    AREA_C, HEADS, Opened, Row, STAIRWELL, add_device, codes, consent, enrol, enrol_by_two, grant, hour,
    in_person, listed, notice, open, opened, resolution, roll_page, settled, vote,
};
use yishi_tests::story::Story;

const CHAIR: (OrgKind, Role) = (OrgKind::Committee, Role::Committee);
const CLERK: (OrgKind, Role) = (OrgKind::Committee, Role::Clerk);
const RESIDENTS: (OrgKind, Role) = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);

fn until() -> u64 {
    hour(12, 31, 0)
}

fn voting() -> Opened {
    opened(vec![resolution(1, Class::Ordinary)]).unwrap()
}

fn refused<T: std::fmt::Debug>(said: Result<T, Rejection>) -> Code {
    said.unwrap_err().code
}

fn give(story: &mut Story, giver: &str, name: &str, office: (OrgKind, Role), caps: &[Capability]) -> EntryId {
    let body = grant(story.log.state(), name, office, caps, until());
    story.say_id(giver, body, vec![]).unwrap()
}

fn confirm(story: &mut Story, who: &str, entry: EntryId) -> Result<EntryId, Rejection> {
    let offered = may_confirm(story.log.state(), &public(who), &entry, story.now_ms);
    let said = story.say_id(who, Confirm { entry }, vec![]);
    assert_eq!(said.is_ok(), offered, "a screen offers what the rules take");
    said
}

fn open_letter(story: &mut Story, name: &str, number: u32, device: &str) -> Result<EntryId, Rejection> {
    let body = enrol(&story.estate(), name, device, number);
    story.say_id(device, body, vec![consent()])
}

fn cast(story: &mut Story, device: &str, home: &str, agenda: EntryId) -> Result<EntryId, Rejection> {
    let submission = vote(story, device, home, agenda, &[&[0]]);
    story.send(&submission).map(|entry| entry.entry.id())
}

fn publish(story: &mut Story, settings: Settings) -> EntryId {
    let body = Bylaws { decision: None, document: leaf_hash(b"adopted"), settings };
    story.say_id("host", body, vec![]).unwrap()
}

fn two_issuers(story: &mut Story) {
    let entry = publish(story, Settings { letter_issuers: 2, ..Settings::default() });
    confirm(story, "second root", entry).unwrap();
}

#[test]
fn a_chair_alone_makes_no_second_person() {
    let Opened { mut story, agenda, .. } = voting();
    // Somebody on no roll, whose letter and phone the chair holds.
    story.say("host", codes(&["puppet"], 77, until()), vec![]).unwrap();
    let device = open_letter(&mut story, "puppet", 77, "puppet").unwrap();
    give(&mut story, "host", "puppet", CLERK, &[Capability::Codes, Capability::Roll]);
    assert_eq!(refused(confirm(&mut story, "host", device)), Code::OwnAct);
    let letter = story.say_id("host", codes(&["li"], 5, until()), vec![]).unwrap();
    assert_eq!(refused(confirm(&mut story, "puppet", letter)), Code::MissingCapability);
    assert_eq!(refused(open_letter(&mut story, "li", 5, "the chair's")), Code::CodeUnconfirmed);
    // A root who knows the puppet can still let it in; the office then acts, and the root's word is in the log.
    confirm(&mut story, "root", device).unwrap();
    confirm(&mut story, "puppet", letter).unwrap();
    open_letter(&mut story, "li", 5, "the new phone").unwrap();
    cast(&mut story, "the new phone", "li", agenda).unwrap();
}

#[test]
fn one_root_is_one_organisation() {
    let Opened { mut story, agenda, .. } = voting();
    let body = grant(story.log.state(), "wei", RESIDENTS, &[Capability::Codes], until());
    assert_eq!(refused(story.say("root", body, vec![])), Code::GrantOtherOrg);
    two_issuers(&mut story);
    let at_desk = in_person(&story.estate(), "li", "false li");
    let device = story.say_id("host", at_desk, vec![consent()]).unwrap();
    assert_eq!(refused(confirm(&mut story, "root", device)), Code::OtherOrgNeeded);
    assert_eq!(refused(cast(&mut story, "false li", "li", agenda)), Code::UnknownKey);

    give(&mut story, "root", "wu", CLERK, &[Capability::Codes]);
    let revoke = Revoke { device: public("wang"), reason: RevokeReason::Lost };
    let revoke = story.say_id("host", revoke, vec![]).unwrap();
    for same in ["wu", "root"] {
        assert_eq!(refused(confirm(&mut story, same, revoke)), Code::OtherOrgNeeded);
    }
    let letters = story.say_id("host", codes(&["li"], 9, until()), vec![]).unwrap();
    assert_eq!(refused(confirm(&mut story, "wu", letters)), Code::OtherOrgNeeded);
    confirm(&mut story, "second root", revoke).unwrap();
}

#[test]
fn two_issuers_confirm_each_others_halves_in_any_order() {
    for first in ["host", "wei"] {
        let Opened { mut story, agenda, .. } = voting();
        give(&mut story, "second root", "wei", RESIDENTS, &[Capability::Codes]);
        two_issuers(&mut story);
        let mine = story.say_id("host", codes(&["li"], 5, until()), vec![]).unwrap();
        let theirs = story.say_id("wei", codes(&["li"], 6, until()), vec![]).unwrap();
        let mut confirms = [("host", theirs), ("wei", mine)];
        confirms.sort_by_key(|(who, _)| *who != first);
        for (who, entry) in confirms {
            confirm(&mut story, who, entry).unwrap();
        }
        let body = enrol_by_two(&story.estate(), "li", "li new", [5, 6]);
        story.say("li new", body, vec![consent()]).unwrap();
        cast(&mut story, "li new", "li", agenda).unwrap();
    }
}

#[test]
fn with_two_issuers_an_officer_who_lost_the_phone_gets_in_again() {
    let Opened { mut story, agenda, .. } = voting();
    give(&mut story, "second root", "wei", RESIDENTS, &[Capability::Codes]);
    give(&mut story, "root", "wu", CLERK, &[Capability::Codes]);
    two_issuers(&mut story);
    // Nobody of the residents' committee holds what a clerk of the committee does, and the committee's own are its issuer's
    // colleagues: a root is left, of an estate that may have no other one.
    for (issuer, number) in [("host", 5), ("wei", 6)] {
        let half = story.say_id(issuer, codes(&["wu"], number, until()), vec![]).unwrap();
        confirm(&mut story, "root", half).unwrap();
    }
    let body = enrol_by_two(&story.estate(), "wu", "wu new", [5, 6]);
    story.say("wu new", body, vec![consent()]).unwrap();
    cast(&mut story, "wu new", "wu", agenda).unwrap();
}

#[test]
fn the_committee_does_not_become_the_residents_committee() {
    let (mut story, _) = listed().unwrap();
    let caps = [Capability::Bylaws, Capability::Codes, Capability::Roll];
    give(&mut story, "second root", "wei", RESIDENTS, &caps);
    give(&mut story, "root", "wu", CLERK, &[Capability::Codes]);
    let letter = story.say_id("wu", codes(&["wei"], 5, until()), vec![]).unwrap();
    assert_eq!(refused(confirm(&mut story, "host", letter)), Code::ConfirmerTooLow);
    assert_eq!(refused(open_letter(&mut story, "wei", 5, "thief")), Code::CodeUnconfirmed);
}

#[test]
fn who_was_dismissed_makes_and_ends_no_officers() {
    let mut story = settled().unwrap();
    story.say("host", codes(&["p"], 77, until()), vec![]).unwrap();
    let device = open_letter(&mut story, "p", 77, "p").unwrap();
    let all = Role::Committee.capabilities();
    let given = give(&mut story, "host", "p", CHAIR, all);
    let office = story.log.state().person(&person("host")).unwrap().grants[0].entry;
    story.say("root", RevokeGrant { grant: office }, vec![]).unwrap();
    assert_eq!(refused(confirm(&mut story, "host", device)), Code::OwnAct);
    assert_eq!(refused(story.say("host", RevokeGrant { grant: given }, vec![])), Code::GrantNotYours);
    let back = grant(story.log.state(), "host", CHAIR, all, until());
    assert_eq!(refused(story.say("p", back, vec![])), Code::MissingCapability);
}

#[test]
fn what_a_dismissed_clerk_proposed_comes_to_nothing() {
    let (mut story, _) = listed().unwrap();
    give(&mut story, "root", "wu", CLERK, &[Capability::Codes]);
    let body = in_person(&story.estate(), "grandpa", "g2");
    let entry = story.say_id("wu", body, vec![consent()]).unwrap();
    let office = story.log.state().person(&person("wu")).unwrap().grants[0].entry;
    story.say("root", RevokeGrant { grant: office }, vec![]).unwrap();
    assert_eq!(refused(confirm(&mut story, "host", entry)), Code::MissingCapability);
}

#[test]
fn a_waiting_device_cannot_be_shut_out_by_a_code_of_its_key() {
    let (mut story, _) = listed().unwrap();
    give(&mut story, "root", "wu", CLERK, &[Capability::Codes]);
    let body = in_person(&story.estate(), "grandma", "g1");
    let entry = story.say_id("wu", body, vec![consent()]).unwrap();
    let squat = Codes { codes: vec![(person("nobody"), public("g1"))], expires_ms: until() };
    assert_eq!(refused(story.say("host", squat, vec![])), Code::CodeReused);
    let now_ms = story.now_ms;
    let for_ever = codes(&["li"], 9, now_ms + 367 * DAY_MS);
    assert_eq!(refused(story.say("host", for_ever, vec![])), Code::CodesInvalid);
    confirm(&mut story, "host", entry).unwrap();
}

#[test]
fn a_device_that_another_one_added_is_vouched_with_it() {
    let (mut story, _) = listed().unwrap();
    give(&mut story, "root", "zheng", CLERK, &[Capability::Codes]);
    story.say("host", codes(&["p"], 7, until()), vec![]).unwrap();
    let first = open_letter(&mut story, "p", 7, "p1").unwrap();
    let body = add_device(&story.estate(), "p", "p2");
    story.say("p1", body, vec![]).unwrap();
    confirm(&mut story, "zheng", first).unwrap();
    for device in ["p1", "p2"] {
        assert!(story.log.state().key(&public(device)).unwrap().is_vouched(), "{device}");
    }
}

#[test]
fn an_agent_in_the_managers_service_casts_nothing() {
    let Opened { mut story, agenda, .. } = voting();
    give(&mut story, "root", "wu", CLERK, &[Capability::Roll]);
    let record = |story: &mut Story, home: &str| {
        let document = Some(leaf_hash(b"paper"));
        let body = Representative { document, party: party(home), person: person("tenant") };
        let entry = story.say_id("host", body, vec![]).unwrap();
        confirm(story, "wu", entry).unwrap();
    };
    let homes = ["sun-zhou", "li", "wang", "chen", "chu", "feng"];
    let limit = usize::try_from(story.log.state().bylaws().proxy_limit).unwrap();
    for (place, home) in homes.iter().enumerate() {
        record(&mut story, home);
        let said = cast(&mut story, "tenant", home, agenda).map(drop).map_err(|refused| refused.code);
        let expected = if place < limit { Ok(()) } else { Err(Code::ProxyLimit) };
        assert_eq!(said, expected, "an agent has as many homes as a proxy: {home}");
    }
    give(&mut story, "root", "tenant", (OrgKind::Manager, Role::Manager), &[Capability::Progress]);
    assert_eq!(refused(cast(&mut story, "tenant", "sun-zhou", agenda)), Code::ProxyBarred);
}

#[test]
fn settings_do_not_change_by_one_persons_word() {
    let mut story = settled().unwrap();
    let entry = publish(&mut story, Settings::default());
    confirm(&mut story, "second root", entry).unwrap();
    story.say("host", codes(&["new"], 5, until()), vec![]).unwrap();
    // Tighter rules too: at once they would void every letter in the post.
    publish(&mut story, Settings { letter_issuers: 2, ..Settings::default() });
    open_letter(&mut story, "new", 5, "new").unwrap();
}

#[test]
fn a_key_of_the_notices_own_millisecond_is_late() {
    let (mut story, roll) = listed().unwrap();
    for name in ["wu", "zheng"] {
        give(&mut story, "root", name, CLERK, &[Capability::Codes]);
    }
    story.now_ms = hour(3, 4, 10);
    let (body, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let notice = story.say_id("host", body, blobs).unwrap();
    let body = in_person(&story.estate(), "li", "false li");
    let entry = story.say_id("wu", body, vec![consent()]).unwrap();
    confirm(&mut story, "zheng", entry).unwrap();
    story.now_ms = hour(3, 19, 9);
    let agenda = story.say_id("host", open(notice, roll), vec![]).unwrap();
    story.now_ms = hour(3, 20, 0);
    cast(&mut story, "false li", "li", agenda).unwrap();
    assert_eq!(late_keys(story.log.state(), &agenda).unwrap().ballots, 1);
}

/// Measures one home again, and lists its party's row with it; confirmed by the root.
fn measure(story: &mut Story, base: EntryId, row: Row, area_c: u64) {
    let (page, blobs) = roll_page("newer", (0, 1), &[row], &[]);
    story.say("host", page, blobs).unwrap();
    let (gone, scopes, set) = (vec![], vec![], Some(set("newer")));
    let change = RollChange { area_c, base, gone, heads: HEADS, scopes, set };
    let change = story.say_id("host", change, vec![]).unwrap();
    confirm(story, "root", change).unwrap();
}

#[test]
fn a_rolls_column_does_not_overrule_what_owners_have_said() {
    let Opened { mut story, agenda, roll, .. } = voting();
    for owner in ["sun", "zhou"] {
        let body = Representative { document: None, party: party("sun-zhou"), person: person("sun") };
        story.say(owner, body, vec![]).unwrap();
    }
    let row: Row = ("sun-zhou", &["sun", "zhou"], Some("zhou"), "301", STAIRWELL, UnitKind::Dwelling, 8930);
    measure(&mut story, roll, row, AREA_C - 7);
    assert_eq!(refused(cast(&mut story, "zhou", "sun-zhou", agenda)), Code::NotRepresentative);
    cast(&mut story, "sun", "sun-zhou", agenda).unwrap();
}

#[test]
fn a_row_listed_again_does_not_end_what_two_clerks_saw_on_paper() {
    let Opened { mut story, agenda, roll, .. } = voting();
    give(&mut story, "root", "wu", CLERK, &[Capability::Roll]);
    let document = Some(leaf_hash(b"a guardian's certificate"));
    let body = Representative { document, party: party("zhao-qian"), person: person("zheng") };
    let record = story.say_id("host", body, vec![]).unwrap();
    confirm(&mut story, "wu", record).unwrap();
    // The column still names zhao, as it did; somebody only measured the home again.
    let row: Row = ("zhao-qian", &["zhao", "qian"], Some("zhao"), "202", STAIRWELL, UnitKind::Dwelling, 7600);
    measure(&mut story, roll, row, AREA_C - 58);
    assert_eq!(refused(cast(&mut story, "zhao", "zhao-qian", agenda)), Code::NotRepresentative);
    cast(&mut story, "zheng", "zhao-qian", agenda).unwrap();
}

#[test]
fn a_letter_that_was_used_waits_only_while_its_phone_does() {
    let mut story = settled().unwrap();
    let letter = story.say_id("root", codes(&["cousin"], 9, until()), vec![]).unwrap();
    let device = open_letter(&mut story, "cousin", 9, "cousin").unwrap();
    let waits = |story: &Story| {
        story.log.state().waiting_at(story.now_ms).iter().any(|waiting| waiting.entry == letter)
    };
    assert!(waits(&story), "one person alone let that phone in");
    confirm(&mut story, "host", device).unwrap();
    assert!(!waits(&story), "two persons stand behind it, and nothing is left to be done");
}
