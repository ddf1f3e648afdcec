//! Attacks on written mandates: whoever could vote for a home without its owner's word, or for more homes than they may; whoever
//! could keep an owner from having the last one; and what a result says of it.

use yishi_protocol::blob::{Blob, ProxyTerms};
use yishi_protocol::body::{
    Capability, Class, Confirm, Extend, OrgKind, Proxy, Representative, Role, Withdraw,
};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::{By, Counted, LateKeys, count, late_keys};
use yishi_protocol::id::{EntryId, Hash};
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::state::Stage;

use yishi_tests::mandates::{mandate, on_paper, take_back};
use yishi_tests::matters::statement;
use yishi_tests::people::{party, person, salt};
use yishi_tests::stairwell::{
    Opened, codes, consent, enrol, grant, hour, in_person, listed, notice, opened, resolution, vote,
};
use yishi_tests::story::Story;

const CLERK: (OrgKind, Role) = (OrgKind::Committee, Role::Clerk);
const FOR: &[&[u32]] = &[&[0]];
const AGAINST: &[&[u32]] = &[&[1]];

fn voting() -> Opened {
    opened(vec![resolution(1, Class::Ordinary)]).unwrap()
}

fn refused<T: std::fmt::Debug>(said: Result<T, Rejection>) -> Code {
    said.unwrap_err().code
}

fn give(story: &mut Story, owner: &str, notice: EntryId, to: (&str, &str)) -> Result<EntryId, Rejection> {
    let (home, proxy) = to;
    let (body, blobs) = mandate(notice, home, proxy, &[None]);
    story.say_id(owner, body, blobs)
}

fn cast(
    story: &mut Story,
    device: &str,
    home: &str,
    agenda: EntryId,
    choice: &[&[u32]],
) -> Result<EntryId, Rejection> {
    let submission = vote(story, device, home, agenda, choice);
    story.send(&submission).map(|entry| entry.entry.id())
}

fn office(story: &mut Story, name: &str, office: (OrgKind, Role), caps: &[Capability]) {
    let body = grant(story.log.state(), name, office, caps, hour(12, 31, 0));
    story.say("root", body, vec![]).unwrap();
}

fn confirm(story: &mut Story, who: &str, entry: EntryId) -> Result<EntryId, Rejection> {
    story.say_id(who, Confirm { entry }, vec![])
}

/// Two clerks, wu and zheng, keep the roll.
fn two_clerks(story: &mut Story) {
    for name in ["wu", "zheng"] {
        office(story, name, CLERK, &[Capability::Codes, Capability::Roll]);
    }
}

fn late(story: &Story, agenda: EntryId) -> LateKeys {
    late_keys(story.log.state(), &agenda).unwrap()
}

fn standing(story: &Story, agenda: EntryId, home: &str) -> Option<EntryId> {
    let agenda = story.log.state().agenda(&agenda).unwrap();
    agenda.standing_ballot(&party(home)).map(|ballot| ballot.entry)
}

#[test]
fn a_mandate_is_given_as_soon_as_the_vote_is_announced_and_the_result_counts_it() {
    let (mut story, roll) = listed().unwrap();
    story.now_ms = hour(3, 4, 10);
    let (body, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let notice = story.say_id("host", body, blobs).unwrap();
    give(&mut story, "wang", notice, ("wang", "tenant")).unwrap();
    story.now_ms = hour(3, 19, 9);
    let open = yishi_tests::stairwell::open(notice, roll);
    let agenda = story.say_id("host", open, vec![]).unwrap();
    assert_eq!(refused(cast(&mut story, "tenant", "wang", agenda, FOR)), Code::OutsideWindow);
    story.now_ms = hour(3, 20, 0);
    cast(&mut story, "tenant", "wang", agenda, FOR).unwrap();
    cast(&mut story, "li", "li", agenda, FOR).unwrap();
    assert_eq!((late(&story, agenda).proxies, late(&story, agenda).recorded), (1, 0));
    let counted = count(story.log.state(), &agenda, &story.evidence).unwrap();
    assert!(matches!(counted, Counted::Full(count) if count.trail.len() == 2), "both are counted");
    // It was for that vote and no other.
    assert_eq!(refused(cast(&mut story, "tenant", "li", agenda, FOR)), Code::NoMandate);
}

#[test]
fn nobody_but_its_owner_gives_a_homes_mandate() {
    let Opened { mut story, notice, .. } = voting();
    for (author, home, code) in [
        ("li", "wang", Code::NotOnRoll),
        ("tenant", "wang", Code::NotOnRoll),
        ("root", "wang", Code::PersonOnly),
        // Of several owners the one who was named; where nobody was, nobody binds the others.
        ("sun", "sun-zhou", Code::ProxyGiver),
        ("qian", "zhao-qian", Code::ProxyGiver),
        ("parker", "parker", Code::NotOnRoll),
        ("wang", "nobody", Code::NotOnRoll),
    ] {
        assert_eq!(refused(give(&mut story, author, notice, (home, "tenant"))), code, "{author} for {home}");
    }
    give(&mut story, "zhao", notice, ("zhao-qian", "tenant")).unwrap();
    let other = EntryId::ZERO;
    assert_eq!(refused(give(&mut story, "wang", other, ("wang", "tenant"))), Code::NoticeUnknown);
}

#[test]
fn a_proxy_hands_nothing_on() {
    let Opened { mut story, notice, agenda, .. } = voting();
    give(&mut story, "wang", notice, ("wang", "tenant")).unwrap();
    assert_eq!(refused(give(&mut story, "tenant", notice, ("wang", "li"))), Code::ProxyOfProxy);
    // Nor whoever was recorded to act for an owner.
    two_clerks(&mut story);
    let document = Some(leaf_hash(b"a guardian's certificate"));
    let body = Representative { document, party: party("feng"), person: person("parker") };
    let record = story.say_id("wu", body, vec![]).unwrap();
    confirm(&mut story, "zheng", record).unwrap();
    assert_eq!(refused(give(&mut story, "parker", notice, ("feng", "li"))), Code::ProxyOfProxy);
    // The owner themselves may, whoever votes for them by a record.
    give(&mut story, "feng", notice, ("feng", "li")).unwrap();
    cast(&mut story, "li", "feng", agenda, FOR).unwrap();
    // Once it is taken back, the tenant is a stranger again.
    story.say("wang", take_back(notice, "wang"), vec![]).unwrap();
    assert_eq!(refused(give(&mut story, "tenant", notice, ("wang", "li"))), Code::NotOnRoll);
}

#[test]
fn a_mandate_of_one_who_represents_the_home_no_more_is_worth_nothing() {
    let Opened { mut story, notice, agenda, .. } = voting();
    give(&mut story, "zhao", notice, ("zhao-qian", "tenant")).unwrap();
    let named =
        |name: &str| Representative { document: None, party: party("zhao-qian"), person: person(name) };
    let cast_first = cast(&mut story, "tenant", "zhao-qian", agenda, FOR).unwrap();
    story.say("qian", named("qian"), vec![]).unwrap();
    assert_eq!(refused(cast(&mut story, "tenant", "zhao-qian", agenda, AGAINST)), Code::NoMandate);
    story.say("zhao", named("qian"), vec![]).unwrap();
    assert_eq!(refused(cast(&mut story, "tenant", "zhao-qian", agenda, AGAINST)), Code::NoMandate);
    // What was cast while it held stands, until an owner votes.
    assert_eq!(standing(&story, agenda, "zhao-qian"), Some(cast_first));
    let own = cast(&mut story, "qian", "zhao-qian", agenda, AGAINST).unwrap();
    assert_eq!(standing(&story, agenda, "zhao-qian"), Some(own));
}

#[test]
fn the_owners_own_ballot_prevails_in_every_order() {
    let Opened { mut story, notice, agenda, .. } = voting();
    give(&mut story, "wang", notice, ("wang", "tenant")).unwrap();
    let by_proxy = cast(&mut story, "tenant", "wang", agenda, FOR).unwrap();
    let own = cast(&mut story, "wang", "wang", agenda, AGAINST).unwrap();
    assert_ne!(by_proxy, own);
    assert_eq!(refused(cast(&mut story, "tenant", "wang", agenda, FOR)), Code::OwnerPrevails);
    // Nor by giving the mandate again after it.
    give(&mut story, "wang", notice, ("wang", "li")).unwrap();
    assert_eq!(refused(cast(&mut story, "li", "wang", agenda, FOR)), Code::OwnerPrevails);
    assert_eq!(standing(&story, agenda, "wang"), Some(own));
    assert_eq!(late(&story, agenda).proxies, 0);
    give(&mut story, "chen", notice, ("chen", "li")).unwrap();
    cast(&mut story, "chen", "chen", agenda, FOR).unwrap();
    assert_eq!(refused(cast(&mut story, "li", "chen", agenda, AGAINST)), Code::OwnerPrevails);
}

#[test]
fn what_is_taken_back_is_gone_and_what_was_cast_before_stands() {
    let Opened { mut story, notice, agenda, .. } = voting();
    assert_eq!(refused(story.say("wang", take_back(notice, "wang"), vec![])), Code::ProxyInvalid);
    give(&mut story, "wang", notice, ("wang", "tenant")).unwrap();
    let first = cast(&mut story, "tenant", "wang", agenda, FOR).unwrap();
    // All of it in one millisecond: the order of the log decides, and a count says the same as the door.
    story.say("wang", take_back(notice, "wang"), vec![]).unwrap();
    assert_eq!(refused(cast(&mut story, "tenant", "wang", agenda, AGAINST)), Code::NoMandate);
    assert_eq!(standing(&story, agenda, "wang"), Some(first));
    let Counted::Full(counted) = count(story.log.state(), &agenda, &story.evidence).unwrap() else {
        unreachable!("everything is at hand")
    };
    assert_eq!(counted.trail.len(), 1);
    assert_eq!(late(&story, agenda).proxies, 1);
    // The other one is not the proxy because the first one was.
    give(&mut story, "wang", notice, ("wang", "li")).unwrap();
    assert_eq!(refused(cast(&mut story, "tenant", "wang", agenda, AGAINST)), Code::NoMandate);
    cast(&mut story, "li", "wang", agenda, AGAINST).unwrap();
}

#[test]
fn a_proxys_places_are_not_won_back() {
    let Opened { mut story, notice, agenda, .. } = voting();
    for home in ["wang", "li", "chen", "chu"] {
        give(&mut story, home, notice, (home, "tenant")).unwrap();
    }
    for home in ["wang", "li", "chen"] {
        cast(&mut story, "tenant", home, agenda, FOR).unwrap();
    }
    assert_eq!(refused(cast(&mut story, "tenant", "chu", agenda, FOR)), Code::ProxyLimit);
    story.say("wang", take_back(notice, "wang"), vec![]).unwrap();
    cast(&mut story, "li", "li", agenda, AGAINST).unwrap();
    assert_eq!(refused(cast(&mut story, "tenant", "chu", agenda, FOR)), Code::ProxyLimit);
    // A place that is taken is taken for the same home too.
    cast(&mut story, "tenant", "chen", agenda, AGAINST).unwrap();
    // The limit is of whoever casts: strangers' mandates take nobody's place away.
    give(&mut story, "chu", notice, ("chu", "wang")).unwrap();
    cast(&mut story, "wang", "chu", agenda, FOR).unwrap();
}

#[test]
fn the_managers_staff_are_barred_when_it_is_given_and_when_they_cast() {
    let Opened { mut story, notice, agenda, .. } = voting();
    let staff = (OrgKind::Manager, Role::Manager);
    office(&mut story, "manager", staff, &[Capability::Progress]);
    assert_eq!(refused(give(&mut story, "wang", notice, ("wang", "manager"))), Code::ProxyBarred);
    give(&mut story, "wang", notice, ("wang", "tenant")).unwrap();
    office(&mut story, "tenant", staff, &[Capability::Progress]);
    assert_eq!(refused(cast(&mut story, "tenant", "wang", agenda, FOR)), Code::ProxyBarred);
}

#[test]
fn what_the_owner_said_to_mark_is_marked() {
    let items = vec![resolution(1, Class::Ordinary), resolution(2, Class::Ordinary)];
    let Opened { mut story, notice, agenda, .. } = opened(items).unwrap();
    let (body, blobs) = mandate(notice, "wang", "tenant", &[Some(&[1]), None]);
    story.say("wang", body, blobs).unwrap();
    assert_eq!(refused(cast(&mut story, "tenant", "wang", agenda, &[&[0], &[0]])), Code::ProxyDirected);
    cast(&mut story, "tenant", "wang", agenda, &[&[1], &[0]]).unwrap();
    cast(&mut story, "tenant", "wang", agenda, &[&[1], &[2]]).unwrap();
    // The owner is bound by nothing.
    cast(&mut story, "wang", "wang", agenda, &[&[0], &[0]]).unwrap();
    for (told, code) in [
        (vec![Some([0].as_slice())], Code::ChoiceCount),
        (vec![Some([3].as_slice()), None], Code::ChoiceOutOfRange),
        (vec![None, Some([0, 1].as_slice())], Code::ChoiceNotOne),
    ] {
        let (body, blobs) = mandate(notice, "li", "tenant", &told);
        assert_eq!(refused(story.say("li", body, blobs)), code);
    }
}

#[test]
fn the_terms_of_one_home_are_not_anothers_and_come_along() {
    let Opened { mut story, notice, .. } = voting();
    let (body, _) = mandate(notice, "wang", "tenant", &[None]);
    assert_eq!(refused(story.say("wang", body.clone(), vec![])), Code::BlobMissing);
    let terms = ProxyTerms { choice: vec![None], words: None };
    let others = Blob::proxy_terms(&notice, &party("li"), salt("li's"), &terms);
    let copied = Proxy { terms: Some(others.id()), ..body.clone() };
    assert_eq!(refused(story.say("wang", copied, vec![others])), Code::BlobContext);
    let (_, blobs) = mandate(notice, "wang", "tenant", &[None]);
    for (wrong, code) in [
        (Proxy { terms: None, ..body.clone() }, Code::ProxyInvalid),
        (Proxy { person: None, ..body.clone() }, Code::ProxyInvalid),
        (Proxy { person: Some(person("wang")), ..body.clone() }, Code::ProxyInvalid),
        (Proxy { person: Some(person("nobody")), ..body.clone() }, Code::PersonUnknown),
        (Proxy { until_ms: Some(story.now_ms), ..body.clone() }, Code::ProxyInvalid),
        (Proxy { until_ms: Some(hour(4, 4, 0) + 1), ..body.clone() }, Code::ProxyInvalid),
    ] {
        assert_eq!(refused(story.say("wang", wrong.clone(), blobs.clone())), code, "{wrong:?}");
    }
}

#[test]
fn it_ends_when_it_was_said_to_end_or_with_the_vote() {
    let Opened { mut story, notice, agenda, .. } = voting();
    let until_ms = hour(3, 25, 0);
    let (body, blobs) = mandate(notice, "wang", "tenant", &[None]);
    story.say("wang", Proxy { until_ms: Some(until_ms), ..body }, blobs).unwrap();
    give(&mut story, "li", notice, ("li", "tenant")).unwrap();
    story.now_ms = until_ms - 1;
    cast(&mut story, "tenant", "wang", agenda, FOR).unwrap();
    story.now_ms = until_ms;
    assert_eq!(refused(cast(&mut story, "tenant", "wang", agenda, AGAINST)), Code::NoMandate);
    // One for the whole vote lasts as long as the vote is put off, one with a date does not.
    story.now_ms = hour(4, 4, 0) - DAY_MS;
    let blob = statement("人数不够，再开几天。");
    let put_off = Extend { agenda, closes_ms: hour(4, 10, 0), text: blob.id() };
    story.say("host", put_off, vec![blob]).unwrap();
    story.now_ms = hour(4, 9, 0);
    cast(&mut story, "tenant", "li", agenda, FOR).unwrap();
    assert_eq!(refused(cast(&mut story, "tenant", "wang", agenda, AGAINST)), Code::NoMandate);
    story.now_ms = hour(4, 10, 0);
    assert_eq!(refused(give(&mut story, "chen", notice, ("chen", "tenant"))), Code::OutsideWindow);
    assert_eq!(refused(story.say("li", take_back(notice, "li"), vec![])), Code::OutsideWindow);
}

#[test]
fn a_vote_that_was_taken_back_takes_its_mandates_along() {
    let (mut story, roll) = listed().unwrap();
    story.now_ms = hour(3, 4, 10);
    let items = || vec![resolution(1, Class::Ordinary)];
    let (body, blobs) = notice(roll, items());
    let first = story.say_id("host", body, blobs).unwrap();
    give(&mut story, "wang", first, ("wang", "tenant")).unwrap();
    let blob = statement("重新公示。");
    story.say("host", Withdraw { notice: first, text: blob.id() }, vec![blob]).unwrap();
    assert_eq!(refused(give(&mut story, "li", first, ("li", "tenant"))), Code::VoteWithdrawn);
    let Opened { mut story, agenda, .. } = yishi_tests::stairwell::opened_on(story, roll, items()).unwrap();
    assert_eq!(refused(cast(&mut story, "tenant", "wang", agenda, FOR)), Code::NoMandate);
    assert_eq!(story.log.state().agenda(&agenda).unwrap().stage_at(story.now_ms), Stage::Voting);
}

#[test]
fn a_late_key_does_not_hide_behind_a_proxy() {
    let Opened { mut story, notice, agenda, .. } = voting();
    two_clerks(&mut story);
    // A stolen letter lets a false li in, who votes with nobody's eye on the phone: by one who was enrolled long ago.
    let entry = story.say_id("wu", codes(&["li"], 9, hour(12, 31, 0)), vec![]).unwrap();
    confirm(&mut story, "zheng", entry).unwrap();
    let body = enrol(&story.estate(), "li", "false li", 9);
    story.say("false li", body, vec![consent()]).unwrap();
    give(&mut story, "false li", notice, ("li", "tenant")).unwrap();
    cast(&mut story, "tenant", "li", agenda, FOR).unwrap();
    let late = late(&story, agenda);
    assert_eq!((late.ballots, late.issuers.len(), late.proxies), (1, 1, 1));
}

#[test]
fn a_phone_that_waits_at_the_desk_gives_nothing() {
    let Opened { mut story, notice, .. } = voting();
    office(&mut story, "wu", CLERK, &[Capability::Codes]);
    let body = in_person(&story.estate(), "li", "false li");
    story.say("wu", body, vec![consent()]).unwrap();
    assert_eq!(refused(give(&mut story, "false li", notice, ("li", "tenant"))), Code::UnknownKey);
}

#[test]
fn two_clerks_record_a_paper_and_neither_of_them_is_its_proxy() {
    let Opened { mut story, notice, agenda, .. } = voting();
    two_clerks(&mut story);
    let record = |story: &mut Story, by: &str, home: &str, to: &str| {
        let (body, blobs) = on_paper(notice, home, to, &[None]);
        story.say_id(by, body, blobs)
    };
    assert_eq!(refused(record(&mut story, "wang", "wang", "tenant")), Code::MissingCapability);
    assert_eq!(refused(record(&mut story, "wu", "chu", "wu")), Code::OwnAct);
    let to_zheng = record(&mut story, "wu", "chu", "zheng").unwrap();
    assert_eq!(refused(confirm(&mut story, "zheng", to_zheng)), Code::OwnAct);
    let (body, blobs) = on_paper(notice, "chu", "tenant", &[None]);
    let zero = Proxy { document: Some(Hash::ZERO), ..body };
    assert_eq!(refused(story.say("wu", zero, blobs)), Code::ProxyInvalid);
    let entry = record(&mut story, "wu", "chu", "tenant").unwrap();
    assert_eq!(refused(cast(&mut story, "tenant", "chu", agenda, FOR)), Code::NoMandate, "it waits");
    confirm(&mut story, "zheng", entry).unwrap();
    cast(&mut story, "tenant", "chu", agenda, FOR).unwrap();
    assert_eq!(
        (late(&story, agenda).proxies, late(&story, agenda).recorded),
        (1, 1),
        "and stands in the result"
    );
    // A clerk with an office may be somebody's proxy, as anybody may; whoever looks at the result sees nothing of it but a number.
    give(&mut story, "wang", notice, ("wang", "wu")).unwrap();
    cast(&mut story, "wu", "wang", agenda, FOR).unwrap();
}

#[test]
fn no_paper_overrules_what_an_owner_has_said_with_a_phone() {
    let Opened { mut story, notice, agenda, .. } = voting();
    two_clerks(&mut story);
    let (paper, terms) = on_paper(notice, "chu", "tenant", &[None]);
    let waiting = story.say_id("wu", paper.clone(), terms.clone()).unwrap();
    give(&mut story, "chu", notice, ("chu", "li")).unwrap();
    assert_eq!(refused(confirm(&mut story, "zheng", waiting)), Code::ProxyOwnWord);
    story.say("chu", take_back(notice, "chu"), vec![]).unwrap();
    assert_eq!(refused(story.say("wu", paper, terms)), Code::ProxyOwnWord);
    assert_eq!(refused(cast(&mut story, "tenant", "chu", agenda, FOR)), Code::NoMandate);
    // And what a paper said, the owner takes back alone.
    let (paper, terms) = on_paper(notice, "chen", "tenant", &[None]);
    let entry = story.say_id("wu", paper, terms).unwrap();
    confirm(&mut story, "zheng", entry).unwrap();
    story.say("chen", take_back(notice, "chen"), vec![]).unwrap();
    assert_eq!(refused(cast(&mut story, "tenant", "chen", agenda, FOR)), Code::NoMandate);
}

#[test]
fn giving_again_and_again_ends_and_taking_back_does_not() {
    let Opened { mut story, notice, .. } = voting();
    for _ in 0..10 {
        give(&mut story, "wang", notice, ("wang", "tenant")).unwrap();
    }
    assert_eq!(refused(give(&mut story, "wang", notice, ("wang", "tenant"))), Code::TooOften);
    story.say("wang", take_back(notice, "wang"), vec![]).unwrap();
    let record = story.log.state().notice(&notice).unwrap();
    assert!(record.mandates.get(&party("wang")).unwrap().given.iter().all(|one| one.ended.is_some()));
}

#[test]
fn a_ballot_by_mandate_is_its_proxys_in_the_book() {
    let Opened { mut story, notice, agenda, .. } = voting();
    give(&mut story, "wang", notice, ("wang", "tenant")).unwrap();
    cast(&mut story, "tenant", "wang", agenda, FOR).unwrap();
    let agenda = story.log.state().agenda(&agenda).unwrap();
    assert_eq!(agenda.book.casts().iter().next().unwrap().by, By::Proxy(person("tenant")));
}
