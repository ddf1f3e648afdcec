//! `close-matter`: ends a matter. That the stated score is what the marks give is [`crate::admit`]'s to say.

use super::{Change, Placed};
use crate::body::{Capability, CloseMatter, Ending};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Closing, State, Step};

pub(super) fn check(state: &State, placed: &Placed, body: &CloseMatter) -> Result<Change, Rejection> {
    placed.require(state, Capability::Answer)?;
    let matter = super::open_matter(state, &body.matter)?;
    placed.require_for(state, Capability::Answer, &matter.concern())?;
    require(usize::try_from(body.score.ratings) == Ok(matter.ratings.len()), Code::ScoreMismatch)?;
    match body.ending {
        Ending::Done => {
            require(matter.step() == Step::Evaluate, Code::NotDone)?;
            let until_ms = matter.marked_until_ms(&state.bylaws).ok_or(Code::NotDone)?;
            require(placed.received_ms >= until_ms, Code::RatingPeriod)?;
            require(body.score.is_content(), Code::NotContent)?;
        }
        Ending::NotPassed => {
            let voted_down = matter.tasks.is_empty() && matter.was_voted_down(state);
            require(voted_down, Code::NotVotedDown)?;
        }
    }

    let (id, index) = (body.matter, placed.index);
    let closing = Closing { ending: body.ending, score: body.score };
    Ok(Change::new(move |state| {
        if let Some(matter) = state.matters.get_mut(&id) {
            matter.trail.insert(index);
            matter.closing = Some(closing);
        }
    }))
}
