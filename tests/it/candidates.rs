//! Candidates: nobody is one against their will, nobody in office chooses who else stands, and a notice names all of them as they are.

use yishi_protocol::body::{
    Candidacy, CandidateCheck, Capability, CheckSource, Class, Confirm, Item, Nominate, OrgKind, RevokeGrant,
    Role,
};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::{EntryId, Hash, OrgId};
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::Code;
use yishi_tests::elections::{Standing, neighbour_grant, nominate, says, take_back, tries};
use yishi_tests::matters::{manager_grant, raise, statement};
use yishi_tests::people::person;
use yishi_tests::stairwell::{grant, hour, org, org_unit, resolution};

fn with(body: &Nominate, change: impl FnOnce(&mut Candidacy)) -> Nominate {
    let mut body = body.clone();
    body.candidacy.as_mut().map(change);
    body
}

#[test]
fn whoever_stands_does_so_with_their_own_phone_or_on_paper_that_another_office_has_seen() {
    let mut standing = Standing::accepted().unwrap();
    let matter = standing.matter;
    let back = |name| take_back(matter, name);
    let (own, blobs) = nominate(standing.story.log.state(), standing.matter, "wang");
    assert_eq!(tries(&mut standing, "li", own.clone(), blobs.clone()), Err(Code::CandidacyNotYours));
    assert_eq!(tries(&mut standing, "root", own.clone(), blobs.clone()), Err(Code::PersonOnly));
    // On paper: an office writes it down, and one of another organisation stands behind it.
    let paper = with(&own, |candidacy| candidacy.document = Some(leaf_hash(b"paper")));
    assert_eq!(tries(&mut standing, "li", paper.clone(), blobs.clone()), Err(Code::MissingCapability));
    let entry = tries(&mut standing, "host", paper.clone(), blobs.clone()).unwrap();
    assert_eq!(says(&mut standing, "host", Confirm { entry }), Err(Code::OwnAct));
    let colleague = grant(
        standing.story.log.state(),
        "wu",
        (OrgKind::Committee, Role::Committee),
        &[Capability::Tally],
        hour(12, 31, 0),
    );
    says(&mut standing, "root", colleague).unwrap();
    assert_eq!(says(&mut standing, "wu", Confirm { entry }), Err(Code::OtherOrgNeeded));
    assert_eq!(says(&mut standing, "root", Confirm { entry }), Err(Code::OtherOrgNeeded));
    // Whoever is recorded against their will takes it back, before and after.
    says(&mut standing, "wang", back("wang")).unwrap();
    assert_eq!(says(&mut standing, "feng", Confirm { entry }), Err(Code::CandidacyTakenBack));
    assert_eq!(says(&mut standing, "wang", back("wang")), Err(Code::CandidacyNone));
    let entry = tries(&mut standing, "host", paper, blobs).unwrap();
    says(&mut standing, "feng", Confirm { entry }).unwrap();
    assert_eq!(says(&mut standing, "host", back("wang")), Err(Code::CandidacyNotYours));
    says(&mut standing, "wang", back("wang")).unwrap();
}

#[test]
fn a_committee_stands_behind_none_of_those_who_would_follow_it_and_no_rival_behind_another() {
    let mut standing = Standing::with(&["li"]).unwrap();
    let (body, blobs) = nominate(standing.story.log.state(), standing.matter, "wang");
    let entry = tries(&mut standing, "wang", body, blobs).unwrap();
    assert_eq!(says(&mut standing, "host", Confirm { entry }), Err(Code::OtherOrgNeeded));
    assert_eq!(says(&mut standing, "root", Confirm { entry }), Err(Code::OtherOrgNeeded));
    let give = neighbour_grant(standing.story.log.state(), "li", &[Capability::Tally]);
    says(&mut standing, "second root", give).unwrap();
    assert_eq!(says(&mut standing, "li", Confirm { entry }), Err(Code::OwnAct));
    says(&mut standing, "second root", Confirm { entry }).unwrap();
}

#[test]
fn what_is_checked_is_all_there_and_all_met() {
    let mut standing = Standing::accepted().unwrap();
    let (good, blobs) = nominate(standing.story.log.state(), standing.matter, "wang");
    let row = |check, met| (check, met, CheckSource::Declaration);
    for (code, body) in [
        (Code::CandidacyInvalid, with(&good, |said| said.checks.clear())),
        (Code::CandidacyInvalid, with(&good, |said| said.checks.truncate(1))),
        (Code::CandidacyInvalid, with(&good, |said| said.checks.reverse())),
        (Code::CandidacyInvalid, with(&good, |said| said.years = 6)),
        (Code::CandidacyInvalid, with(&good, |said| said.years = 0)),
        (Code::CheckNotMet, with(&good, |said| said.checks[1].1 = false)),
        (Code::CheckNotMet, with(&good, |said| said.checks.insert(1, row(CandidateCheck::NoArrears, false)))),
        (Code::OrgUnknown, with(&good, |said| said.org = OrgId::ZERO)),
        (Code::MatterUnknown, Nominate { matter: EntryId::ZERO, ..good.clone() }),
    ] {
        assert_eq!(tries(&mut standing, "wang", body, blobs.clone()), Err(code));
    }
    let manager = org(standing.story.log.state(), OrgKind::Manager);
    let body = with(&good, |said| said.org = manager);
    assert_eq!(tries(&mut standing, "wang", body, blobs.clone()), Err(Code::CandidacyInvalid));
    let paper = with(&good, |said| said.document = Some(Hash::ZERO));
    assert_eq!(tries(&mut standing, "host", paper, blobs.clone()), Err(Code::CandidacyInvalid));
    // Whoever rents, and whoever owns a parking space alone.
    for stranger in ["tenant", "parker"] {
        let (body, blobs) = nominate(standing.story.log.state(), standing.matter, stranger);
        assert_eq!(tries(&mut standing, stranger, body, blobs), Err(Code::NotOnRoll), "{stranger}");
    }
    // Where the bylaws ask for it, that nothing is owed is one more row.
    let body = with(&good, |said| said.checks.insert(1, row(CandidateCheck::NoArrears, true)));
    tries(&mut standing, "wang", body, blobs).unwrap();
}

#[test]
fn an_owner_who_works_for_the_manager_does_not_stand() {
    let mut standing = Standing::accepted().unwrap();
    let (give, _) = manager_grant(standing.story.log.state(), hour(12, 31, 0));
    let give = yishi_protocol::body::Grant { person: person("wang"), title: None, ..give };
    let given = says(&mut standing, "root", give).unwrap();
    let (body, blobs) = nominate(standing.story.log.state(), standing.matter, "wang");
    assert_eq!(tries(&mut standing, "wang", body.clone(), blobs.clone()), Err(Code::CandidateBarred));
    // An office that somebody gave to bar them they lay down alone.
    says(&mut standing, "wang", RevokeGrant { grant: given }).unwrap();
    tries(&mut standing, "wang", body, blobs).unwrap();
}

#[test]
fn people_stand_for_a_matter_of_all_that_was_accepted_for_the_same_seats_and_once() {
    let mut standing = Standing::accepted().unwrap();
    // A matter of one stairwell elects nobody over all.
    let (body, blobs) = raise();
    let part = tries(&mut standing, "wang", body, blobs).unwrap();
    let (body, blobs) = nominate(standing.story.log.state(), part, "wang");
    assert_eq!(tries(&mut standing, "wang", body.clone(), blobs.clone()), Err(Code::MatterNotAccepted));
    let (accept, words) = yishi_tests::matters::answer(part, yishi_protocol::body::Action::Accept, "好。");
    tries(&mut standing, "host", accept, words).unwrap();
    assert_eq!(tries(&mut standing, "wang", body, blobs), Err(Code::ScopeTooNarrow));

    standing.stands("wang").unwrap();
    let (again, blobs) = nominate(standing.story.log.state(), standing.matter, "wang");
    assert_eq!(tries(&mut standing, "wang", again, blobs), Err(Code::AlreadyNominated));
    let (body, blobs) = nominate(standing.story.log.state(), standing.matter, "li");
    let longer = with(&body, |said| said.years = 5);
    assert_eq!(tries(&mut standing, "li", longer, blobs.clone()), Err(Code::CandidacyMismatch));
    let (other, names) = org_unit(OrgKind::Committee, "筹备组", None);
    let other = tries(&mut standing, "root", other, names).unwrap();
    let elsewhere = with(&body, |said| said.org = other);
    assert_eq!(tries(&mut standing, "li", elsewhere, blobs.clone()), Err(Code::CandidacyMismatch));
    // Nobody fills the list of what waits: five times, and no more.
    for _ in 0..5 {
        tries(&mut standing, "li", body.clone(), blobs.clone()).unwrap();
    }
    assert_eq!(tries(&mut standing, "li", body, blobs), Err(Code::TooOften));
}

#[test]
fn whoever_is_posted_first_chooses_no_committee_for_the_others_and_nobody_takes_their_words() {
    let mut standing = Standing::accepted().unwrap();
    let state = standing.story.log.state().clone();
    // There is one committee, so nobody stands for anything else: a second one is declared too late.
    let (body, blobs) = nominate(&state, standing.matter, "wang");
    let entry = tries(&mut standing, "wang", body, blobs).unwrap();
    let (other, names) = org_unit(OrgKind::Committee, "另一个业委会", None);
    let other = tries(&mut standing, "second root", other, names).unwrap();
    // Nor does the committee stand behind a friend who stands for the second one.
    let (body, blobs) = nominate(&state, standing.matter, "chu");
    let friend = with(&body, |said| said.org = other);
    let friend = tries(&mut standing, "chu", friend, blobs).unwrap();
    assert_eq!(says(&mut standing, "host", Confirm { entry: friend }), Err(Code::OtherOrgNeeded));
    says(&mut standing, "feng", Confirm { entry }).unwrap();
    assert_eq!(says(&mut standing, "feng", Confirm { entry: friend }), Err(Code::CandidacyMismatch));

    // Under a rival's words, or words that look the same, nobody stands, nor do two who waited at once.
    let (body, _) = nominate(&state, standing.matter, "li");
    let called = |text: &str| statement(text);
    for text in ["wang，桂苑业主", "WANG，桂苑业主", "w ang，桂\u{200b}苑业主"] {
        let text = called(text);
        let same = with(&body, |said| said.text = text.id());
        assert_eq!(tries(&mut standing, "li", same, vec![text]), Err(Code::CandidacyNameTaken));
    }
    let text = called("吴女士");
    let wu = nominate(&state, standing.matter, "wu").0;
    let [first, second] = [("li", body), ("wu", wu)].map(|(name, body)| {
        let body = with(&body, |said| said.text = text.id());
        tries(&mut standing, name, body, vec![text.clone()]).unwrap()
    });
    says(&mut standing, "feng", Confirm { entry: second }).unwrap();
    assert_eq!(says(&mut standing, "feng", Confirm { entry: first }), Err(Code::CandidacyNameTaken));
}

#[test]
fn the_committee_that_sits_is_the_one_that_is_elected_anew() {
    let (mut standing, agenda) = Standing::elected().unwrap();
    let seat = yishi_protocol::body::draft_seat(standing.story.log.state(), &agenda).unwrap();
    says(&mut standing, "wang", seat).unwrap();
    let (other, names) = org_unit(OrgKind::Committee, "另一个业委会", None);
    let other = tries(&mut standing, "second root", other, names).unwrap();
    let (body, blobs) = nominate(standing.story.log.state(), standing.matter, "chen");
    let elsewhere = with(&body, |said| said.org = other);
    assert_eq!(tries(&mut standing, "chen", elsewhere, blobs), Err(Code::CandidacyMismatch));
}

#[test]
fn a_notice_names_all_who_stand_in_their_order_and_makes_nobodys_seat_dearer() {
    let mut standing = Standing::with(&["wang", "li", "zhao", "wu"]).unwrap();
    let (early, blobs) = standing.notice();
    assert_eq!(tries(&mut standing, "host", early, blobs), Err(Code::PostedTooShort));
    standing.story.now_ms += 7 * DAY_MS;
    let (good, _) = standing.notice();
    let item = good.items.first().unwrap().clone();
    let options = item.options.clone();
    let free = |options: &[&str]| options.iter().map(|option| (*option).to_owned()).collect::<Vec<_>>();
    let reversed: Vec<_> = options.iter().rev().cloned().collect();
    for (code, change) in [
        (Code::CandidatesMismatch, Item { options: options[1..].to_vec(), ..item.clone() }),
        (Code::CandidatesMismatch, Item { options: reversed, ..item.clone() }),
        (Code::CandidatesMismatch, Item { options: free(&["A", "B", "C"]), ..item.clone() }),
        (Code::CandidatesMismatch, Item { class: Class::Special, ..item.clone() }),
        (Code::CandidatesMismatch, Item { raise: Some((9, 10)), ..item.clone() }),
        (Code::SeatsInvalid, Item { seats: 1, ..item.clone() }),
        (Code::SeatsInvalid, Item { seats: 4, ..item.clone() }),
        (Code::SeatsInvalid, Item { seats: 13, ..item.clone() }),
        // More than stand: whoever is elected would be too few of them for ever.
        (Code::SeatsInvalid, Item { seats: 5, ..item.clone() }),
        (Code::SeatsInvalid, Item { seats: 11, ..item.clone() }),
        // Any other question would use up the matter, and those who stand with it.
        (Code::CandidatesMismatch, resolution(1, Class::Ordinary)),
    ] {
        let (body, blobs) = standing.notice_of(vec![change]);
        assert_eq!(tries(&mut standing, "host", body, blobs), Err(code));
    }
    let twice = vec![item.clone(), Item { id: 2, ..item.clone() }];
    let (body, blobs) = standing.notice_of(twice);
    assert_eq!(tries(&mut standing, "host", body, blobs), Err(Code::CandidatesMismatch));
    let (body, blobs) = standing.notice();
    let without = yishi_protocol::body::Notice { lottery: None, ..body.clone() };
    assert_eq!(tries(&mut standing, "host", without, blobs.clone()), Err(Code::LotteryMissing));
    tries(&mut standing, "host", body, blobs).unwrap();
    // And from then on nobody comes late.
    let (body, blobs) = nominate(standing.story.log.state(), standing.matter, "chen");
    assert_eq!(tries(&mut standing, "chen", body, blobs), Err(Code::MatterUnderWay));
}

#[test]
fn whoever_is_posted_late_makes_the_vote_open_later_and_is_not_left_out() {
    let mut standing = Standing::with(&["wang", "li", "zhao"]).unwrap();
    standing.story.now_ms += 10 * DAY_MS;
    standing.stands("wu").unwrap();
    let (good, blobs) = standing.notice();
    let soon = yishi_protocol::body::Notice { opens_ms: good.opens_ms, ..good.clone() };
    // At the moment at which they are posted they have been posted for no time at all.
    assert_eq!(tries(&mut standing, "host", soon, blobs.clone()), Err(Code::PostedTooShort));
    standing.story.now_ms += 1;
    tries(&mut standing, "host", good, blobs).unwrap();
}

#[test]
fn ballots_call_a_candidate_as_they_call_themselves() {
    let mut standing = Standing::with(&["wang", "li", "zhao"]).unwrap();
    standing.story.now_ms += 7 * DAY_MS;
    let (good, _) = standing.notice();
    let mut swapped = good.items.clone();
    swapped[0].options.swap(0, 1);
    // The words in another order than the candidates.
    let (_, words) = standing.notice_of(swapped);
    let body = yishi_protocol::body::Notice { text: words[0].id(), ..good };
    assert_eq!(tries(&mut standing, "host", body, words), Err(Code::TextMismatch));
}
