//! `dispatch`: gives out the work that a matter needs. What was put to the vote is done only if it passed.

use super::{Change, Placed};
use crate::body::{Capability, Dispatch};
use crate::id::AgendaId;
use crate::rejection::{Code, Rejection, require};
use crate::state::{KeyHolder, Matter, State, Task};

pub(super) fn check(state: &State, placed: &Placed, body: &Dispatch) -> Result<Change, Rejection> {
    placed.require(state, Capability::Dispatch)?;
    let matter = super::open_matter(state, &body.matter)?;
    placed.require_for(state, Capability::Dispatch, &matter.concern())?;
    require(matter.accepted_ms.is_some(), Code::MatterNotAccepted)?;
    match body.decision {
        None => require(matter.notices.is_empty(), Code::DecisionInvalid)?,
        Some((agenda, item)) => require(passed(state, matter, &agenda, item), Code::DecisionInvalid)?,
    }
    let assignee = KeyHolder::Person(body.assignee);
    let takes_work = state.reaches(assignee, Capability::Progress, placed.received_ms, &matter.concern());
    require(takes_work, Code::AssigneeInvalid)?;
    require(body.due_ms > placed.received_ms, Code::DuePast)?;

    let task = Task {
        assignee: body.assignee,
        cap_fen: body.cap_fen,
        decision: body.decision,
        dispatched_ms: placed.received_ms,
        due_ms: body.due_ms,
        matter: body.matter,
        text: body.text,
        paid_fen: 0,
        percent: 0,
    };
    let (id, index) = (placed.id, placed.index);
    Ok(Change::new(move |state| {
        if let Some(matter) = state.matters.get_mut(&task.matter) {
            matter.tasks.push(id);
            matter.trail.insert(index);
            // Work again: what was marked was not the end of it.
            matter.done_ms = None;
            matter.ratings.clear();
        }
        state.tasks.insert(id, task);
    }))
}

/// Whether an item of a vote on this matter passed.
fn passed(state: &State, matter: &Matter, agenda: &AgendaId, item: u32) -> bool {
    let about = state.agendas.get(agenda).is_some_and(|agenda| matter.notices.contains(&agenda.notice));
    about && super::passed(state, agenda, item)
}
