//! `answer`: what the host does with a matter. Every matter gets one; nothing disappears.

use super::{Change, Placed};
use crate::body::{Action, Answer, Capability};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Matter, State};

pub(super) fn check(state: &State, placed: &Placed, body: &Answer) -> Result<Change, Rejection> {
    placed.require(state, Capability::Answer)?;
    let matter = super::open_matter(state, &body.matter)?;
    placed.require_for(state, Capability::Answer, &matter.concern())?;
    let under_way = !matter.notices.is_empty() || !matter.tasks.is_empty();
    match (body.action, body.into, body.tier) {
        (Action::Accept, None, None) => require(matter.accepted_ms.is_none(), Code::AlreadyAnswered)?,
        (Action::Decline, None, None) => require(!under_way, Code::MatterUnderWay)?,
        (Action::Merge, Some(into), None) => {
            require(!under_way, Code::MatterUnderWay)?;
            require(into != body.matter, Code::AnswerInvalid)?;
            super::open_matter(state, &into)?;
        }
        (Action::Escalate, None, Some(tier)) => require(tier > matter.tier, Code::AnswerInvalid)?,
        (Action::Return, None, Some(tier)) => require(tier < matter.tier, Code::AnswerInvalid)?,
        _ => return Err(Code::AnswerInvalid.into()),
    }

    let (body, index, received_ms) = (body.clone(), placed.index, placed.received_ms);
    Ok(Change::new(move |state| {
        if let Some(matter) = state.matters.get_mut(&body.matter) {
            matter.trail.insert(index);
            record(matter, &body, received_ms);
        }
    }))
}

fn record(matter: &mut Matter, body: &Answer, received_ms: u64) {
    match body.action {
        Action::Accept => matter.accepted_ms = Some(received_ms),
        Action::Decline => matter.declined = true,
        Action::Merge => matter.merged_into = body.into,
        Action::Escalate | Action::Return => {
            matter.tier = body.tier.unwrap_or(matter.tier);
            matter.asked_ms = received_ms;
        }
    }
}
