//! The course of a matter: 提—议—决—办—评, and the ways in which it ends early.

use super::{By, CourseStage, Date, Deed, NextAct, Row, When};
use crate::body::Capability;
use crate::state::{Matter, Standing, State, Step};

const ANSWERS: By = By::Office(Capability::Answer);
const PUTS: By = By::Office(Capability::Notice);
const GIVES: By = By::Office(Capability::Dispatch);

const fn asks(stage: CourseStage) -> Row {
    Row::may(stage, Deed::AskReview, By::OfficeOf([Capability::Answer, Capability::Notice]), stage)
}

const fn signs(stage: CourseStage) -> Row {
    Row::may(stage, Deed::Requisition, By::Owners, stage)
}

const fn hands_in(stage: CourseStage) -> Row {
    Row::may(stage, Deed::HandIn, By::Owners, CourseStage::Demanded)
}

const CALLS: By = By::ResidentsCommittee(Capability::Notice);

pub(super) const ROWS: &[Row] = &[
    Row::may(CourseStage::Raised, Deed::Accept, ANSWERS, CourseStage::Accepted)
        .when(When::Due(Date::Answer))
        .waits(NextAct::Answer),
    Row::may(CourseStage::Raised, Deed::Decline, ANSWERS, CourseStage::Declined),
    Row::may(CourseStage::Raised, Deed::Merge, ANSWERS, CourseStage::Merged),
    asks(CourseStage::Raised),
    signs(CourseStage::Raised),
    hands_in(CourseStage::Raised),
    Row::may(CourseStage::Accepted, Deed::Notice, PUTS, CourseStage::AtVote)
        .when(When::Due(Date::Discuss))
        .waits(NextAct::Discuss),
    Row::may(CourseStage::Accepted, Deed::Dispatch, GIVES, CourseStage::AtWork)
        .when(When::Due(Date::Discuss))
        .waits(NextAct::Discuss),
    Row::may(CourseStage::Accepted, Deed::Decline, ANSWERS, CourseStage::Declined),
    Row::may(CourseStage::Accepted, Deed::Merge, ANSWERS, CourseStage::Merged),
    asks(CourseStage::Accepted),
    signs(CourseStage::Accepted),
    hands_in(CourseStage::Accepted),
    // What a host declines, merges, gives out or ends its owners can demand all the same: else it would do so while they sign.
    signs(CourseStage::Declined),
    hands_in(CourseStage::Declined),
    signs(CourseStage::Merged),
    hands_in(CourseStage::Merged),
    signs(CourseStage::NotPassed),
    hands_in(CourseStage::NotPassed),
    signs(CourseStage::Done),
    hands_in(CourseStage::Done),
    Row::may(CourseStage::Demanded, Deed::Notice, PUTS, CourseStage::AtVote)
        .when(When::Until(Date::Demand))
        .waits(NextAct::NoticeDemanded),
    asks(CourseStage::Demanded),
    Row::time(CourseStage::Demanded, Date::Demand, CourseStage::DemandReferred),
    Row::may(CourseStage::DemandReferred, Deed::Notice, CALLS, CourseStage::AtVote)
        .when(When::Due(Date::Demand))
        .waits(NextAct::NoticeDemanded),
    Row::may(CourseStage::DemandReferred, Deed::Notice, PUTS, CourseStage::AtVote),
    Row::passes(CourseStage::AtVote, Deed::OfVote, When::Always, CourseStage::Passed),
    Row::passes(CourseStage::AtVote, Deed::OfVote, When::Always, CourseStage::VotedDown),
    Row::passes(CourseStage::AtVote, Deed::OfVote, When::Always, CourseStage::Missed),
    Row::may(CourseStage::Passed, Deed::Dispatch, GIVES, CourseStage::AtWork).waits(NextAct::Dispatch),
    Row::may(CourseStage::Passed, Deed::Notice, PUTS, CourseStage::AtVote),
    asks(CourseStage::Passed),
    Row::may(CourseStage::VotedDown, Deed::EndNotPassed, ANSWERS, CourseStage::NotPassed)
        .waits(NextAct::CloseMatter),
    Row::may(CourseStage::VotedDown, Deed::Notice, PUTS, CourseStage::AtVote),
    asks(CourseStage::VotedDown),
    signs(CourseStage::VotedDown),
    hands_in(CourseStage::VotedDown),
    Row::may(CourseStage::Missed, Deed::Notice, PUTS, CourseStage::AtVote).waits(NextAct::NoticeAgain),
    Row::may(CourseStage::Missed, Deed::Dispatch, GIVES, CourseStage::AtWork),
    asks(CourseStage::Missed),
    signs(CourseStage::Missed),
    hands_in(CourseStage::Missed),
    signs(CourseStage::AtWork),
    hands_in(CourseStage::AtWork),
    Row::passes(CourseStage::AtWork, Deed::OfTasks, When::Always, CourseStage::Marking),
    Row::may(CourseStage::AtWork, Deed::Dispatch, GIVES, CourseStage::AtWork),
    Row::may(CourseStage::Marking, Deed::Rate, By::Owners, CourseStage::Marking)
        .when(When::Until(Date::MarksEnd))
        .waits(NextAct::Rate),
    signs(CourseStage::Marking),
    hands_in(CourseStage::Marking),
    Row::time(CourseStage::Marking, Date::MarksEnd, CourseStage::Marked),
    Row::passes(CourseStage::Marking, Deed::OfTasks, When::Always, CourseStage::AtWork),
    Row::may(CourseStage::Marking, Deed::Dispatch, GIVES, CourseStage::AtWork),
    Row::may(CourseStage::Marked, Deed::EndDone, ANSWERS, CourseStage::Done)
        .when(When::Due(Date::Ending))
        .waits(NextAct::CloseMatter),
    Row::may(CourseStage::Marked, Deed::Rate, By::Owners, CourseStage::Marked),
    signs(CourseStage::Marked),
    hands_in(CourseStage::Marked),
    Row::passes(CourseStage::Marked, Deed::OfTasks, When::Always, CourseStage::AtWork),
    Row::may(CourseStage::Marked, Deed::Dispatch, GIVES, CourseStage::AtWork),
    Row::anywhere(Deed::HandOver, ANSWERS),
    Row::anywhere(Deed::Support, By::Owners),
    Row::anywhere(Deed::Speak, By::Residents),
];

/// Where its last act left it; `vote` is where the last vote about it stands, if there was one.
pub(super) fn after(state: &State, matter: &Matter, vote: Option<CourseStage>) -> CourseStage {
    match matter.standing() {
        Standing::Open => {}
        Standing::Done => return CourseStage::Done,
        Standing::NotPassed => return CourseStage::NotPassed,
        Standing::Declined => return CourseStage::Declined,
        Standing::Merged => return CourseStage::Merged,
    }
    if matter.is_owed(vote) {
        return CourseStage::Demanded;
    }
    // The vote that is demanded goes on, also where work was given out before it.
    if matter.demand.handed_in.is_some() {
        return CourseStage::AtVote;
    }
    match matter.step() {
        Step::Propose => CourseStage::Raised,
        Step::Deliberate => CourseStage::Accepted,
        // Before a meeting: owners can still take it to themselves.
        Step::Decide if matter.notices.is_empty() => CourseStage::Accepted,
        Step::Decide if matches!(vote, Some(CourseStage::NotHeld | CourseStage::Withdrawn)) => {
            CourseStage::Missed
        }
        Step::Decide if vote != Some(CourseStage::Final) || matter.awaits_ruling(state) => {
            CourseStage::AtVote
        }
        Step::Decide if matter.last_vote_passed(state) => CourseStage::Passed,
        Step::Decide => CourseStage::VotedDown,
        Step::Execute => CourseStage::AtWork,
        Step::Evaluate => CourseStage::Marking,
    }
}
