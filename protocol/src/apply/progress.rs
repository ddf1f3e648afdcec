//! `progress`: whoever has a task reports on it. Paying more than allowed is not refused: it is shown.

use super::{Change, Placed};
use crate::body::{Capability, Progress};
use crate::rejection::{Code, Rejection, require};
use crate::state::{State, Task, WHOLE};

pub(super) fn check(state: &State, placed: &Placed, body: &Progress) -> Result<Change, Rejection> {
    placed.require(state, Capability::Progress)?;
    let task = state.tasks.get(&body.task).ok_or(Code::TaskUnknown)?;
    require(placed.person() == Some(task.assignee), Code::NotAssignee)?;
    let matter = super::open_matter(state, &task.matter)?;
    placed.require_for(state, Capability::Progress, &matter.concern())?;
    require(body.percent <= WHOLE, Code::PercentRange)?;
    let others_done = matter
        .tasks
        .iter()
        .filter(|task| **task != body.task)
        .all(|task| state.tasks.get(task).is_some_and(Task::is_done));
    let all_done = others_done && body.percent == WHOLE;

    let (id, body, index, received_ms) = (task.matter, body.clone(), placed.index, placed.received_ms);
    Ok(Change::new(move |state| {
        if let Some(task) = state.tasks.get_mut(&body.task) {
            task.percent = body.percent;
            task.paid_fen = body.paid_fen;
        }
        if let Some(matter) = state.matters.get_mut(&id) {
            matter.trail.insert(index);
            // A later word about finished work (a last payment) does not begin the marking anew.
            matter.done_ms = all_done.then(|| matter.done_ms.unwrap_or(received_ms));
        }
    }))
}
