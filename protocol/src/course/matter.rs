//! The course of a matter: 提—议—决—办—评, and the ways in which it ends early.

use super::{By, Date, Deed, NextAct, Point, Row, When};
use crate::body::Capability;
use crate::state::{Matter, Standing, State, Step};

const ANSWERS: By = By::Office(Capability::Answer);
const PUTS: By = By::Office(Capability::Notice);
const GIVES: By = By::Office(Capability::Dispatch);

pub(super) const ROWS: &[Row] = &[
    Row::may(Point::Raised, Deed::Accept, ANSWERS, Point::Accepted)
        .when(When::Due(Date::Answer))
        .waits(NextAct::Answer),
    Row::may(Point::Raised, Deed::Decline, ANSWERS, Point::Declined),
    Row::may(Point::Raised, Deed::Merge, ANSWERS, Point::Merged),
    Row::may(Point::Accepted, Deed::Notice, PUTS, Point::AtVote).waits(NextAct::Discuss),
    Row::may(Point::Accepted, Deed::Dispatch, GIVES, Point::AtWork).waits(NextAct::Discuss),
    Row::may(Point::Accepted, Deed::Decline, ANSWERS, Point::Declined),
    Row::may(Point::Accepted, Deed::Merge, ANSWERS, Point::Merged),
    Row::passes(Point::AtVote, Deed::OfVote, When::Always, Point::Passed),
    Row::passes(Point::AtVote, Deed::OfVote, When::Always, Point::VotedDown),
    Row::passes(Point::AtVote, Deed::OfVote, When::Always, Point::Missed),
    Row::may(Point::AtVote, Deed::Notice, PUTS, Point::AtVote),
    Row::may(Point::AtVote, Deed::Dispatch, GIVES, Point::AtWork),
    Row::may(Point::Passed, Deed::Dispatch, GIVES, Point::AtWork).waits(NextAct::Dispatch),
    Row::may(Point::Passed, Deed::Notice, PUTS, Point::AtVote),
    Row::may(Point::VotedDown, Deed::EndNotPassed, ANSWERS, Point::NotPassed).waits(NextAct::CloseMatter),
    Row::may(Point::VotedDown, Deed::Notice, PUTS, Point::AtVote),
    Row::may(Point::VotedDown, Deed::Dispatch, GIVES, Point::AtWork),
    Row::may(Point::Missed, Deed::Notice, PUTS, Point::AtVote).waits(NextAct::NoticeAgain),
    Row::may(Point::Missed, Deed::Dispatch, GIVES, Point::AtWork),
    Row::passes(Point::AtWork, Deed::OfTasks, When::Always, Point::Marking),
    Row::may(Point::AtWork, Deed::Dispatch, GIVES, Point::AtWork),
    Row::may(Point::Marking, Deed::Rate, By::Owners, Point::Marking)
        .when(When::Until(Date::MarksEnd))
        .waits(NextAct::Rate),
    Row::time(Point::Marking, Date::MarksEnd, Point::Marked),
    Row::passes(Point::Marking, Deed::OfTasks, When::Always, Point::AtWork),
    Row::may(Point::Marking, Deed::Dispatch, GIVES, Point::AtWork),
    Row::may(Point::Marked, Deed::EndDone, ANSWERS, Point::Done).waits(NextAct::CloseMatter),
    Row::may(Point::Marked, Deed::Rate, By::Owners, Point::Marked),
    Row::passes(Point::Marked, Deed::OfTasks, When::Always, Point::AtWork),
    Row::may(Point::Marked, Deed::Dispatch, GIVES, Point::AtWork),
    Row::anywhere(Deed::HandOver, ANSWERS),
    Row::anywhere(Deed::Support, By::Owners),
    Row::anywhere(Deed::Speak, By::Residents),
];

/// Where its last act left it; `vote` is where the last vote about it stands, if there was one.
pub(super) fn after(state: &State, matter: &Matter, vote: Option<Point>) -> Point {
    match matter.standing() {
        Standing::Open => {}
        Standing::Done => return Point::Done,
        Standing::NotPassed => return Point::NotPassed,
        Standing::Declined => return Point::Declined,
        Standing::Merged => return Point::Merged,
    }
    match matter.step() {
        Step::Propose => Point::Raised,
        Step::Deliberate => Point::Accepted,
        Step::Decide if vote == Some(Point::NotHeld) => Point::Missed,
        Step::Decide if vote != Some(Point::Tallied) => Point::AtVote,
        Step::Decide if matter.last_vote_passed(state) => Point::Passed,
        Step::Decide => Point::VotedDown,
        Step::Execute => Point::AtWork,
        Step::Evaluate => Point::Marking,
    }
}
