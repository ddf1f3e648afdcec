//! How an estate comes to each stage.

use yishi_protocol::body::{Bylaws, Capability, Confirm, OrgKind, Role};
use yishi_protocol::bylaws::{Bylaws as Settings, Joint};
use yishi_protocol::course::{Course, Date, Deed, Point};
use yishi_protocol::merkle::leaf_hash;

use super::{Estate, Told};
use crate::stairwell::{codes, consent, enrol, grant, hour};

/// Estates that stand at a stage of a course, each told another way. The first of several is without an earlier vote.
///
/// # Errors
/// If the rules refuse any of it.
pub fn at(point: Point) -> Told<Vec<(Course, Estate)>> {
    let matter = |mut estate: Estate| {
        estate.about = estate.matter;
        (Course::Matter, estate)
    };
    let done = |mut estate: Estate, deed| estate.deed(deed).map(|()| estate);
    let later = |mut estate: Estate, date| {
        estate.wait_until(date);
        estate
    };
    let voted = |passes| {
        let mut estate = Estate::noticed(None)?;
        estate.opened()?;
        estate.counted(passes)?;
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
    let task = |mut estate: Estate| {
        estate.about = estate.task;
        vec![(Course::Task, estate)]
    };
    let proposed = || {
        let settings = Settings { letter_issuers: 2, joint: Joint::AnyUnlessObjected, ..Settings::default() };
        Estate::alone(Bylaws { decision: None, document: leaf_hash(b"two letters"), settings })
    };
    let letters = |name: &str| Estate::alone(codes(&[name], 2, hour(7, 31, 0)));
    Ok(match point {
        Point::Raised => vec![matter(Estate::raised()?)],
        Point::Accepted => vec![matter(Estate::accepted()?)],
        Point::AtVote => vec![matter(Estate::noticed(None)?), matter(Estate::noticed(Some(true))?)],
        Point::Passed => vec![matter(voted(true)?)],
        Point::VotedDown => {
            let mut again = Estate::noticed(Some(true))?;
            again.opened()?;
            again.counted(false)?;
            vec![matter(voted(false)?), matter(again)]
        }
        Point::Missed => {
            let (one, again) = (Estate::noticed(None)?, Estate::noticed(Some(true))?);
            vec![matter(later(one, Date::TooLate)), matter(later(again, Date::TooLate))]
        }
        Point::AtWork => vec![matter(Estate::at_work()?)],
        Point::Marking => vec![matter(Estate::marking()?)],
        Point::Marked => vec![matter(later(Estate::marking()?, Date::MarksEnd))],
        Point::Declined => vec![matter(done(Estate::raised()?, Deed::Decline)?)],
        Point::Merged => vec![matter(done(Estate::accepted()?, Deed::Merge)?)],
        Point::NotPassed => vec![matter(done(voted(false)?, Deed::EndNotPassed)?)],
        Point::Done => vec![matter(done(later(Estate::marking()?, Date::MarksEnd), Deed::EndDone)?)],

        Point::Noticed => vote(Estate::noticed(None)?),
        Point::ToOpen => vote(later(Estate::noticed(None)?, Date::MayOpen)),
        Point::NotHeld => vote(later(Estate::noticed(None)?, Date::TooLate)),
        Point::Opened => vote(opened()?),
        Point::Voting => {
            let estate = later(opened()?, Date::Opening);
            let held = done(estate.clone(), Deed::Vote)?;
            vec![(Course::Vote, estate), (Course::Vote, held)]
        }
        Point::Counting => vote(counting()?),
        Point::Closed => vote(done(counting()?, Deed::Close)?),
        Point::Tallied => vote(done(done(counting()?, Deed::Close)?, Deed::Tally)?),

        Point::Working => task(Estate::at_work()?),
        Point::Finished => task(Estate::marking()?),
        Point::Asked => vec![(Course::Question, Estate::asked()?)],
        Point::Replied => vec![(Course::Question, done(Estate::asked()?, Deed::Reply)?)],

        Point::Proposed => vec![(Course::Proposal, proposed()?)],
        Point::InForce => vec![(Course::Proposal, done(proposed()?, Deed::Confirm)?)],
        Point::Lapsed => vec![(Course::Proposal, later(proposed()?, Date::Lapse))],
        // Li has a phone already, grandma nothing.
        Point::LettersWait => vec![(Course::Letters, letters("li")?)],
        Point::LettersAlone => vec![(Course::Letters, letters("grandma")?)],
        Point::LettersSettled => {
            let mut estate = letters("grandma")?;
            estate.story.say("root", Confirm { entry: estate.about }, vec![])?;
            vec![(Course::Letters, estate)]
        }
        Point::OfficeWaits => vec![(Course::Device, newly_in_office()?)],
        Point::OfficeSettled => vec![(Course::Device, done(newly_in_office()?, Deed::Confirm)?)],
    })
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
