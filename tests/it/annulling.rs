//! Annulments: nobody annuls alone what they lost, and what was annulled carries no work and can be voted on anew.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Annul, Capability, Confirm, OrgKind, Role};
use yishi_protocol::course::{CourseStage, Deed};
use yishi_protocol::id::{EntryId, Hash};
use yishi_protocol::rejection::Code;
use yishi_protocol::state::Step;
use yishi_tests::courses::{Estate, at};
use yishi_tests::disputes::annulment;
use yishi_tests::stairwell::{grant, hour};

/// A matter's vote that passed and is final; chen counts for the residents' committee.
fn passed() -> Estate {
    let mut estate = at(CourseStage::Passed).unwrap().remove(0).1;
    let office = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    let give = grant(estate.story.log.state(), "chen", office, &[Capability::Tally], hour(12, 31, 0));
    estate.story.say("second root", give, vec![]).unwrap();
    estate
}

fn agenda(estate: &Estate) -> EntryId {
    let state = estate.story.log.state();
    let matter = state.matter(&estate.about).unwrap();
    state.notice(matter.notices.last().unwrap()).unwrap().opened.unwrap()
}

fn tries(estate: &mut Estate, by: &str, (body, blobs): (Annul, Vec<Blob>)) -> Result<EntryId, Code> {
    estate.story.say_id(by, body, blobs).map_err(|refused| refused.code)
}

fn stage(estate: &Estate) -> CourseStage {
    estate.subject().unwrap().stage(estate.story.log.state(), estate.story.now_ms)
}

#[test]
fn nobody_annuls_alone_nor_two_of_the_host() {
    let mut estate = passed();
    let agenda = agenda(&estate);
    let clerk = (OrgKind::Committee, Role::Clerk);
    let give = grant(estate.story.log.state(), "wu", clerk, &[Capability::Tally], hour(12, 31, 0));
    estate.story.say("root", give, vec![]).unwrap();
    let (body, blobs) = annulment(&estate.story, agenda, vec![1]);
    assert_eq!(tries(&mut estate, "li", (body.clone(), blobs.clone())), Err(Code::MissingCapability));
    let entry = tries(&mut estate, "host", (body, blobs)).unwrap();
    let carries = |estate: &Estate| estate.story.log.state().agenda(&agenda).unwrap().any_carried();
    assert!(carries(&estate), "what waits annuls nothing");
    for (by, code) in [("host", Code::OwnAct), ("wu", Code::OtherOrgNeeded)] {
        let refused =
            estate.story.say(by, Confirm { entry }, vec![]).map(drop).map_err(|refused| refused.code);
        assert_eq!(refused, Err(code), "{by}");
    }
    estate.story.say("chen", Confirm { entry }, vec![]).unwrap();
    assert!(!carries(&estate));
}

#[test]
fn what_was_annulled_is_voted_on_anew_and_its_work_is_not_the_matters() {
    let mut estate = passed();
    let agenda = agenda(&estate);
    estate.deed(Deed::Dispatch).unwrap();
    assert_eq!(stage(&estate), CourseStage::AtWork);
    let entry = {
        let said = annulment(&estate.story, agenda, vec![1]);
        tries(&mut estate, "host", said).unwrap()
    };
    estate.story.say("chen", Confirm { entry }, vec![]).unwrap();
    assert_eq!(stage(&estate), CourseStage::VotedDown);
    let matter = estate.story.log.state().matter(&estate.about).unwrap();
    assert_eq!((matter.step(), matter.tasks.len(), matter.annulled.len()), (Step::Decide, 1, 1));
    // Nothing more is given out by it, and finishing what was given out finishes nothing.
    assert_eq!(estate.deed(Deed::Dispatch).map_err(|refused| refused.code), Err(Code::DecisionInvalid));
    estate.deed(Deed::Finish).unwrap();
    assert_eq!(stage(&estate), CourseStage::VotedDown);
    let again = annulment(&estate.story, agenda, vec![1]);
    assert_eq!(tries(&mut estate, "host", again), Err(Code::AlreadyAnnulled));
    estate.deed(Deed::Notice).unwrap();
    assert_eq!(stage(&estate), CourseStage::AtVote);
}

#[test]
fn an_annulment_names_its_items_its_document_and_its_day() {
    let mut estate = passed();
    let agenda = agenda(&estate);
    let (good, blobs) = annulment(&estate.story, agenda, vec![1]);
    for body in [
        Annul { items: vec![], ..good.clone() },
        Annul { items: vec![2], ..good.clone() },
        Annul { items: vec![1, 1], ..good.clone() },
        Annul { document: Hash::ZERO, ..good.clone() },
        Annul { decided_ms: estate.story.now_ms + 1, ..good.clone() },
        Annul { decided_ms: 0, ..good.clone() },
    ] {
        assert_eq!(tries(&mut estate, "host", (body, blobs.clone())), Err(Code::AnnulmentInvalid));
    }
    tries(&mut estate, "host", (good, blobs)).unwrap();
}
