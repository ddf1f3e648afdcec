//! How an estate comes to each stage.

use yishi_protocol::body::{Bylaws, Capability, Confirm, OrgKind, Role};
use yishi_protocol::bylaws::{Bylaws as Settings, Joint};
use yishi_protocol::course::{Course, CourseStage, Date, Deed};
use yishi_protocol::merkle::leaf_hash;

use super::{Estate, Told, before};
use crate::stairwell::{codes, consent, enrol, grant, hour};

/// Estates that stand at a stage of a course, each told another way. The first of several is without an earlier vote.
///
/// # Errors
/// If the rules refuse any of it.
pub fn at(stage: CourseStage) -> Told<Vec<(Course, Estate)>> {
    let matter = |mut estate: Estate| {
        estate.about = estate.matter;
        (Course::Matter, estate)
    };
    let done = |mut estate: Estate, deed| estate.deed(deed).map(|()| estate);
    let later = |mut estate: Estate, date| {
        estate.wait_until(date);
        estate
    };
    let voted = |earlier, passes| {
        let mut estate = Estate::noticed(earlier)?;
        estate.opened()?;
        estate.counted(passes)?;
        estate.ended()?;
        Told::Ok(estate)
    };
    let vote = |estate: Estate| vec![(Course::Vote, estate)];
    let opened = || {
        let mut estate = Estate::noticed(None)?;
        estate.opened()?;
        Told::Ok(estate)
    };
    let counting =
        || done(later(opened()?, Date::Opening), Deed::Vote).map(|estate| later(estate, Date::Closing));
    let tallied = || done(done(counting()?, Deed::Close)?, Deed::Tally);
    let disputed = |estate: Estate| vec![(Course::Dispute, estate)];
    let task = |estate: Estate| vec![(Course::Task, Estate { about: estate.task, ..estate })];
    let words = |estate: Estate| vec![(Course::Words, estate)];
    Ok(match stage {
        CourseStage::Raised => vec![matter(Estate::raised()?)],
        CourseStage::Accepted => vec![matter(Estate::accepted()?)],
        CourseStage::AtVote => vec![matter(Estate::noticed(None)?), matter(Estate::noticed(Some(true))?)],
        CourseStage::Passed => vec![matter(voted(None, true)?)],
        CourseStage::VotedDown => vec![matter(voted(None, false)?), matter(voted(Some(true), false)?)],
        CourseStage::Missed => {
            let (one, again) = (Estate::noticed(None)?, Estate::noticed(Some(true))?);
            let back = done(Estate::noticed(Some(true))?, Deed::Withdraw)?;
            vec![matter(later(one, Date::TooLate)), matter(later(again, Date::TooLate)), matter(back)]
        }
        CourseStage::AtWork => vec![matter(Estate::at_work()?)],
        CourseStage::Marking => vec![matter(Estate::marking()?)],
        CourseStage::Marked => vec![matter(later(Estate::marking()?, Date::MarksEnd))],
        CourseStage::Declined => vec![matter(done(Estate::raised()?, Deed::Decline)?)],
        CourseStage::Merged => vec![matter(done(Estate::accepted()?, Deed::Merge)?)],
        CourseStage::NotPassed => vec![matter(done(voted(None, false)?, Deed::EndNotPassed)?)],
        CourseStage::Done => vec![matter(done(later(Estate::marking()?, Date::MarksEnd), Deed::EndDone)?)],

        CourseStage::Noticed => vote(Estate::noticed(None)?),
        CourseStage::ToOpen => vote(later(Estate::noticed(None)?, Date::MayOpen)),
        CourseStage::NotHeld => vote(later(Estate::noticed(None)?, Date::TooLate)),
        CourseStage::Withdrawn => vote(done(opened()?, Deed::Withdraw)?),
        CourseStage::Opened => vote(opened()?),
        CourseStage::Voting => {
            let estate = later(opened()?, Date::Opening);
            let held = done(estate.clone(), Deed::Vote)?;
            vec![(Course::Vote, estate), (Course::Vote, held)]
        }
        CourseStage::Counting => vote(counting()?),
        CourseStage::Closed => vote(done(counting()?, Deed::Close)?),
        CourseStage::Tallied | CourseStage::ToEnd | CourseStage::Final => {
            let of = |estate: Estate| Ok((Course::Vote, ended_as(estate, stage)?));
            [tallied()?, Estate::drawn()?].into_iter().map(of).collect::<Told<_>>()?
        }

        CourseStage::Disputed => disputed(Estate::disputed()?),
        CourseStage::Referred => disputed(later(Estate::disputed()?, Date::Referral)),
        CourseStage::RuledUpon => disputed(done(Estate::disputed()?, Deed::RuleDispute)?),

        CourseStage::Demanded
        | CourseStage::DemandReferred
        | CourseStage::ReviewAsked
        | CourseStage::Reviewed
        | CourseStage::ReviewSilent => before::at(stage)?,

        CourseStage::Working => task(Estate::at_work()?),
        CourseStage::Finished => task(Estate::marking()?),
        CourseStage::Asked => vec![(Course::Question, Estate::asked()?)],
        CourseStage::Replied => vec![(Course::Question, done(Estate::asked()?, Deed::Reply)?)],

        CourseStage::Reported => words(Estate::reported()?),
        CourseStage::Left => words(done(Estate::reported()?, Deed::Leave)?),
        CourseStage::Hidden => words(done(Estate::reported()?, Deed::Hide)?),
        CourseStage::Appealed => words(Estate::appealed()?),
        CourseStage::Unruled => words(later(Estate::appealed()?, Date::Ruling)),
        CourseStage::KeptHidden => words(done(Estate::appealed()?, Deed::Keep)?),
        CourseStage::ShownAgain => words(done(Estate::appealed()?, Deed::Show)?),

        other => return waiting(other),
    })
}

/// The same of what waits for a second person, and of a vote's paper.
fn waiting(stage: CourseStage) -> Told<Vec<(Course, Estate)>> {
    let done = |mut estate: Estate, deed| estate.deed(deed).map(|()| estate);
    let later = |mut estate: Estate, date| {
        estate.wait_until(date);
        estate
    };
    let proposed = || {
        let settings = Settings { letter_issuers: 2, joint: Joint::AnyUnlessObjected, ..Settings::default() };
        Estate::alone(Bylaws { decision: None, document: leaf_hash(b"two letters"), settings })
    };
    let letters = |name: &str| Estate::alone(codes(&[name], 2, hour(7, 31, 0)));
    Ok(match stage {
        CourseStage::Proposed => vec![(Course::Proposal, proposed()?)],
        CourseStage::InForce => vec![(Course::Proposal, done(proposed()?, Deed::Confirm)?)],
        CourseStage::Lapsed => vec![(Course::Proposal, later(proposed()?, Date::Lapse))],
        // Li has a phone already, grandma nothing.
        CourseStage::LettersWait => vec![(Course::Letters, letters("li")?)],
        CourseStage::LettersAlone => vec![(Course::Letters, letters("grandma")?)],
        CourseStage::LettersSettled => {
            let mut estate = letters("grandma")?;
            estate.story.say("root", Confirm { entry: estate.about }, vec![])?;
            vec![(Course::Letters, estate)]
        }
        CourseStage::OfficeWaits => vec![(Course::Device, newly_in_office()?)],
        CourseStage::OfficeSettled => vec![(Course::Device, done(newly_in_office()?, Deed::Confirm)?)],
        _ => super::papers::at(stage)?,
    })
}

/// A vote whose totals are stated, at that stage of its end.
fn ended_as(mut estate: Estate, stage: CourseStage) -> Told<Estate> {
    // No lottery was drawn yet at the moment of the totals.
    estate.story.now_ms += 1;
    if stage != CourseStage::Tallied {
        estate.wait_until(Date::Objections);
    }
    if stage == CourseStage::Final {
        estate.deed(Deed::Final)?;
    }
    Ok(estate)
}

/// Grandma was given an office with her letter, and has come in by it.
fn newly_in_office() -> Told<Estate> {
    let mut estate = Estate::raised()?;
    let (story, until_ms) = (&mut estate.story, hour(7, 31, 0));
    story.say("root", codes(&["grandma"], 2, until_ms), vec![])?;
    let office = (OrgKind::Committee, Role::Clerk);
    let body = grant(story.log.state(), "grandma", office, &[Capability::Raise], until_ms);
    story.say("root", body, vec![])?;
    let body = enrol(&story.estate(), "grandma", "grandma", 2);
    estate.about = story.say_id("grandma", body, vec![consent()])?;
    Ok(estate)
}
