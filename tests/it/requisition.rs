//! Who demands a vote, and what becomes of that: attacks that a vector of one log does not show.

use yishi_protocol::blob::{AgendaText, Blob, BlobKind, Evidence, Words};
use yishi_protocol::body::{
    Adoption, Bylaws, Capability, Class, Close, Confirm, Erase, ErasureGround, Grant, HideReason, Item,
    Measure, Method, Moderate, Notice, OrgKind, Raise, Reach, RequisitionStep, Role, RollChange, UnitKind,
};
use yishi_protocol::bylaws::{Bylaws as Settings, Joint};
use yishi_protocol::calendar::{DAY_MS, day_start_ms, earliest_opening_day};
use yishi_protocol::count::{Counted, count};
use yishi_protocol::course::{CourseStage, Deed, NextAct, Subject, queue};
use yishi_protocol::id::{EntryId, Salt};
use yishi_protocol::merkle::leaf_hash;
use yishi_protocol::rejection::Code;
use yishi_tests::courses::Estate;
use yishi_tests::matters::{asks, question, raise, requisition, statement};
use yishi_tests::people::{public, set};
use yishi_tests::stairwell::{
    AREA_C, ESTATE, GARAGE, HEADS, STAIRWELL, grant, hour, listed, notice, open, resolution, roll_page,
};
use yishi_tests::story::Story;

use RequisitionStep::{HandIn, Sign, TakeBack};

/// A matter that concerns a part of the estate, in an estate where everybody is in.
fn matter_of(scope: Option<u32>) -> (Story, EntryId) {
    let (mut story, _) = listed().unwrap();
    let (body, blobs) = raise();
    let body = Raise { scope: scope.unwrap_or(body.scope), ..body };
    let matter = story.say_id("wang", body, blobs).unwrap();
    (story, matter)
}

fn tries(
    story: &mut Story,
    matter: EntryId,
    (name, home): (&str, &str),
    step: RequisitionStep,
) -> Result<(), Code> {
    let body = requisition(matter, home, step);
    story.say(name, body, vec![]).map(drop).map_err(|refused| refused.code)
}

#[test]
fn both_a_fifth_of_the_heads_and_of_the_area_are_asked_for_exactly() {
    // Eleven homes, 99,570 by area: a fifth is three of them, and 19,914.
    let (mut story, matter) = matter_of(None);
    for home in ["li", "wu"] {
        assert_eq!(tries(&mut story, matter, (home, home), Sign), Ok(()));
    }
    assert_eq!(tries(&mut story, matter, ("li", "li"), HandIn), Err(Code::RequisitionShort), "two homes");
    assert_eq!(tries(&mut story, matter, ("wei", "wei"), Sign), Ok(()));
    assert_eq!(tries(&mut story, matter, ("li", "li"), HandIn), Ok(()), "three, and 22,974");
}

#[test]
fn two_homes_of_one_owner_are_one_head() {
    let (mut story, matter) = matter_of(None);
    assert_eq!(tries(&mut story, matter, ("wang", "wang"), Sign), Ok(()));
    assert_eq!(tries(&mut story, matter, ("wang", "wang"), Sign), Err(Code::RequisitionUnchanged));
    assert_eq!(tries(&mut story, matter, ("chu", "chu"), Sign), Ok(()));
    // Three units, more than a fifth of the area, and two heads.
    assert_eq!(tries(&mut story, matter, ("chu", "chu"), HandIn), Err(Code::RequisitionShort));
}

#[test]
fn a_home_of_two_signs_as_it_votes() {
    let (mut story, matter) = matter_of(None);
    let joint = ("sun", "sun-zhou");
    assert_eq!(tries(&mut story, matter, joint, Sign), Err(Code::JointNoRepresentative));
    assert_eq!(tries(&mut story, matter, ("qian", "zhao-qian"), Sign), Err(Code::NotRepresentative));
    assert_eq!(tries(&mut story, matter, ("zhao", "zhao-qian"), Sign), Ok(()));
    let settings = Settings { joint: Joint::AnyUnlessObjected, ..Settings::default() };
    let bylaws = Bylaws { decision: None, document: leaf_hash(b"bylaws"), settings };
    let entry = story.say_id("host", bylaws, vec![]).unwrap();
    story.say("second root", Confirm { entry }, vec![]).unwrap();
    assert_eq!(tries(&mut story, matter, joint, Sign), Ok(()));
    assert_eq!(tries(&mut story, matter, ("zhou", "sun-zhou"), Sign), Err(Code::RequisitionUnchanged));
    assert_eq!(
        tries(&mut story, matter, ("zhou", "sun-zhou"), TakeBack),
        Ok(()),
        "any of them takes it back"
    );
}

#[test]
fn owners_of_an_entrance_alone_do_not_demand_a_vote_of_the_estate_with_fewer() {
    // The estate has the same homes as its stairwell, so a fifth of it is a fifth of them; a parking space has no say.
    let (mut story, matter) = matter_of(Some(ESTATE));
    assert_eq!(tries(&mut story, matter, ("parker", "parker"), Sign), Err(Code::NotOnRoll));
    for home in ["li", "wu"] {
        assert_eq!(tries(&mut story, matter, (home, home), Sign), Ok(()));
    }
    assert_eq!(tries(&mut story, matter, ("wu", "wu"), HandIn), Err(Code::RequisitionShort));
}

#[test]
fn where_the_areas_of_those_who_signed_are_gone_it_is_taken_and_where_others_are_only_what_is_at_hand_counts()
{
    let (mut story, matter) = matter_of(None);
    for home in ["li", "wu", "wei"] {
        assert_eq!(tries(&mut story, matter, (home, home), Sign), Ok(()));
    }
    let hand_in = story.sign("li", requisition(matter, "li", HandIn), vec![]);
    let entry = yishi_protocol::verify(&hand_in.envelope).unwrap();
    let state = story.log.state();
    let said = yishi_protocol::admit::admit(state, &entry, &Evidence::default()).unwrap();
    assert!(said.missing().is_some(), "it stands as stated, and says what is missing");
    let said = yishi_protocol::admit::admit(state, &entry, &story.evidence).unwrap();
    assert!(said.missing().is_none());
}

fn stage(estate: &Estate) -> CourseStage {
    let state = estate.story.log.state();
    Subject::Matter(state.matter(&estate.about).unwrap()).stage(state, estate.story.now_ms)
}

#[test]
fn a_notice_that_comes_to_nothing_buys_the_host_no_time() {
    let mut estate = yishi_tests::courses::at(CourseStage::Demanded).unwrap().remove(0).1;
    let until_ms = {
        let state = estate.story.log.state();
        let matter = state.matter(&estate.about).unwrap();
        Subject::Matter(matter).date(state, yishi_protocol::course::Date::Demand).unwrap()
    };
    estate.story.now_ms = until_ms - DAY_MS;
    estate.deed(Deed::Notice).unwrap();
    assert_eq!(stage(&estate), CourseStage::AtVote);
    estate.story.now_ms = until_ms + DAY_MS;
    estate.deed(Deed::Withdraw).unwrap();
    assert_eq!(stage(&estate), CourseStage::DemandReferred, "the days go on from when it was handed in");
    // What it notices after them it neither takes back nor can leave unopened.
    estate.story.now_ms += DAY_MS;
    estate.deed(Deed::Notice).unwrap();
    assert_eq!(stage(&estate), CourseStage::AtVote);
    let late = *estate.story.log.state().matter(&estate.about).unwrap().notices.last().unwrap();
    assert!(estate.story.log.state().notice(&late).unwrap().called);
    estate.story.now_ms += DAY_MS;
    assert_eq!(estate.deed(Deed::Withdraw).unwrap_err().code, Code::OutOfReach);
}

#[test]
fn a_demand_is_answered_by_the_question_that_was_signed_and_by_no_other() {
    let (mut story, matter) = matter_of(None);
    for home in ["li", "wu", "wei"] {
        assert_eq!(tries(&mut story, matter, (home, home), Sign), Ok(()));
    }
    // Whoever brought it up takes its words from nobody who signed them, nor does the host hide them.
    let state = story.log.state();
    let words = state.matter(&matter).unwrap().text;
    let erase = Erase { blobs: vec![words], ground: ErasureGround::Asked, order: None, document: None };
    assert_eq!(story.say("wang", erase, vec![]).unwrap_err().code, Code::StillNeeded);
    assert_eq!(tries(&mut story, matter, ("li", "li"), HandIn), Ok(()));
    let text = statement("不文明。");
    let hides = Moderate {
        matter,
        measure: Measure::Hide,
        reason: Some(HideReason::Insult),
        text: text.id(),
        words: matter,
    };
    assert_eq!(story.say("host", hides, vec![text]).unwrap_err().code, Code::WordsAtVote);

    let roll = *story.log.state().newest_roll().unwrap().0;
    let (other, words) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let opens_ms = day_start_ms(earliest_opening_day(story.now_ms, 15));
    let dated = |body| Notice { closes_ms: opens_ms + 15 * DAY_MS, opens_ms, matter: Some(matter), ..body };
    let mut refuses = |body: Notice, blobs| {
        let refused = story.say("host", dated(body), blobs).map(drop).map_err(|refused| refused.code);
        assert_eq!(refused, Err(Code::RequisitionQuestion));
    };
    refuses(other.clone(), words);
    // Nor a word more or less, in the title, in the question, in what stands below it, or in a translation.
    let more = |words: &mut Words| words.text.push_str("（赞成就是不装）");
    let english =
        |words: &mut Words| words.more.push(("en".to_owned(), "Keep the steps as they are".to_owned()));
    let mut lies: Vec<AgendaText> = Vec::new();
    for lie in [&more as &dyn Fn(&mut Words), &english] {
        let places: [fn(&mut AgendaText) -> &mut Words; 3] =
            [|text| &mut text.title, |text| &mut text.body, |text| &mut text.items[0].title];
        lies.extend(places.map(|place| {
            let mut text = question();
            lie(place(&mut text));
            text
        }));
    }
    for text in lies {
        let blob = Blob::record(BlobKind::AgendaText, Salt::ZERO, &text);
        refuses(Notice { text: blob.id(), ..other.clone() }, vec![blob]);
    }
    // Nor something else beside it, a share that nobody reaches, an election, or settings that come along.
    let one = resolution(1, Class::Ordinary);
    let adopts = Some(Adoption { document: leaf_hash(b"bylaws"), settings: Settings::default() });
    let election = Item { method: Method::Election, options: vec!["A".to_owned()], seats: 1, ..one.clone() };
    for items in [
        vec![one.clone(), resolution(2, Class::Ordinary)],
        vec![Item { raise: Some((9, 10)), ..one.clone() }],
        vec![Item { adopts, ..one.clone() }],
        vec![election],
    ] {
        let (body, blobs) = asks(Notice { items, ..other.clone() });
        refuses(body, blobs);
    }
    let (good, blobs) = asks(other);
    story.say("host", dated(good), blobs).unwrap();
}

#[test]
fn a_demand_goes_on_however_the_host_ends_its_matter_while_owners_sign() {
    let ways: [&[Deed]; 3] = [&[Deed::Merge], &[Deed::Decline], &[Deed::Dispatch]];
    for way in ways {
        let mut estate = yishi_tests::courses::at(CourseStage::Accepted).unwrap().remove(0).1;
        estate.story.say("li", requisition(estate.about, "li", Sign), vec![]).unwrap();
        for deed in way {
            estate.deed(*deed).unwrap();
        }
        for name in ["wu", "wei"] {
            estate.story.say(name, requisition(estate.about, name, Sign), vec![]).unwrap();
        }
        estate.story.say("li", requisition(estate.about, "li", HandIn), vec![]).unwrap();
        assert_eq!(stage(&estate), CourseStage::Demanded, "{way:?}");
        // Work that is given out meanwhile does not take the place of the vote.
        assert_eq!(estate.deed(Deed::Dispatch).unwrap_err().code, Code::DecisionInvalid, "{way:?}");
        estate.deed(Deed::Notice).unwrap();
        assert_eq!(stage(&estate), CourseStage::AtVote, "{way:?}");
    }
    // Nor does an end, be it that the work was done, or that an earlier vote did not pass.
    for ended in [CourseStage::Done, CourseStage::NotPassed, CourseStage::Marked] {
        let mut estate = yishi_tests::courses::at(ended).unwrap().remove(0).1;
        for name in ["li", "wu", "wei"] {
            estate.story.say(name, requisition(estate.about, name, Sign), vec![]).unwrap();
        }
        estate.story.say("li", requisition(estate.about, "li", HandIn), vec![]).unwrap();
        assert_eq!(stage(&estate), CourseStage::Demanded, "{ended:?}");
        estate.deed(Deed::Notice).unwrap();
        assert_eq!(stage(&estate), CourseStage::AtVote, "{ended:?}");
    }
}

#[test]
fn the_end_of_a_vote_ends_the_demand() {
    let mut estate = yishi_tests::courses::at(CourseStage::VotedDown).unwrap().remove(0).1;
    for name in ["li", "wu", "wei"] {
        let body = requisition(estate.about, name, Sign);
        estate.story.say(name, body, vec![]).unwrap();
    }
    estate.story.say("li", requisition(estate.about, "li", HandIn), vec![]).unwrap();
    assert_eq!(stage(&estate), CourseStage::Demanded, "owners demand another vote");
    estate.vote_in_vain().unwrap();
    assert_eq!(stage(&estate), CourseStage::VotedDown);
    let matter = estate.story.log.state().matter(&estate.about).unwrap().clone();
    assert!(matter.demand.signed.is_empty(), "whoever wants a third one signs anew");
}

#[test]
fn whoever_has_sold_demands_nothing() {
    let (mut story, matter) = matter_of(None);
    for home in ["li", "wu", "wei"] {
        assert_eq!(tries(&mut story, matter, (home, home), Sign), Ok(()));
    }
    let (base, _) = story.log.state().newest_roll().unwrap();
    let base = *base;
    let bought = [("gao", &["gao"] as &[&str], None, "102", STAIRWELL, UnitKind::Dwelling, 7658)];
    let (page, blobs) = roll_page("sold", (0, 1), &bought, &[]);
    story.say("host", page, blobs).unwrap();
    let change = RollChange {
        area_c: AREA_C,
        base,
        gone: vec![],
        heads: HEADS,
        scopes: vec![],
        set: Some(set("sold")),
    };
    let entry = story.say_id("host", change, vec![]).unwrap();
    story.say("second root", Confirm { entry }, vec![]).unwrap();
    let state = story.log.state();
    assert_eq!(state.matter(&matter).unwrap().signers(state).count(), 2);
    assert_eq!(tries(&mut story, matter, ("wu", "wu"), HandIn), Err(Code::RequisitionShort));
    assert_eq!(tries(&mut story, matter, ("li", "li"), TakeBack), Err(Code::NotOnRoll));
}

#[test]
fn what_the_residents_committee_calls_it_sees_through_and_nothing_else() {
    let (mut story, matter) = matter_of(None);
    for home in ["li", "wu", "wei"] {
        assert_eq!(tries(&mut story, matter, (home, home), Sign), Ok(()));
    }
    assert_eq!(tries(&mut story, matter, ("li", "li"), HandIn), Ok(()));
    // An office that reaches the garage, and so neither the matter nor any vote of the stairwell.
    let office = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    let caps = [Capability::Close, Capability::Notice, Capability::Open, Capability::Tally];
    let body = grant(story.log.state(), "chen", office, &caps, hour(12, 31, 0));
    let reach = Reach { scopes: Some(vec![GARAGE]), ..Reach::default() };
    story.say("second root", Grant { reach, ..body }, vec![]).unwrap();
    story.now_ms += 30 * DAY_MS;
    let roll = *story.log.state().newest_roll().unwrap().0;
    let opens_ms = day_start_ms(earliest_opening_day(story.now_ms, 15));
    let (body, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let other = Notice { closes_ms: opens_ms + 15 * DAY_MS, opens_ms, ..body };
    let called = Notice { matter: Some(matter), ..other.clone() };
    let theirs = story.say_id("host", other, blobs).unwrap();
    let (called, blobs) = asks(called);
    let called = story.say_id("chen", called, blobs).unwrap();
    assert!(story.log.state().notice(&called).unwrap().called);
    story.now_ms = opens_ms;
    let refused = story.say("chen", open(theirs, roll), vec![]).unwrap_err();
    assert_eq!(refused.code, Code::OutOfReach, "of that vote alone");
    let agenda = story.say_id("chen", open(called, roll), vec![]).unwrap();
    story.now_ms = opens_ms + 15 * DAY_MS;
    story.say("chen", Close { agenda }, vec![]).unwrap();
    let Ok(Counted::Full(count)) = count(story.log.state(), &agenda, &story.evidence) else {
        panic!("all is here")
    };
    story.say("chen", count.tally(&[resolution(1, Class::Ordinary)]), vec![]).unwrap();
}

#[test]
fn once_the_hosts_time_is_over_the_residents_committee_has_it_in_its_queue() {
    let waits = |stage: CourseStage, name: &str| -> Vec<(NextAct, Option<u64>)> {
        let estate = yishi_tests::courses::at(stage).unwrap().remove(0).1;
        let all = queue(estate.story.log.state(), &public(name), estate.story.now_ms);
        let about = all.into_iter().filter(|one| one.about == estate.about);
        about.map(|one| (one.act, one.due_ms)).collect()
    };
    let host = waits(CourseStage::Demanded, "host");
    let [nobody, chen] = ["host", "chen"].map(|name| waits(CourseStage::DemandReferred, name));
    assert_eq!((host.len(), host[0].0), (1, NextAct::NoticeDemanded));
    assert_eq!((chen, nobody), (host, vec![]), "with the date that the host let pass");
    let request = yishi_tests::courses::at(CourseStage::ReviewAsked).unwrap().remove(0).1;
    let all = queue(request.story.log.state(), &public("feng"), request.story.now_ms);
    assert_eq!(all.iter().filter(|one| one.act == NextAct::Review).count(), 1, "a reviewer has the request");
}
