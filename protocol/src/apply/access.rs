//! `access`: asks for the evidence of a closed vote, openly, in the log, before it is handed out.

use super::{Change, Placed};
use crate::body::{Access, Capability};
use crate::rejection::{Code, Rejection, require};
use crate::state::State;

pub(super) fn check(state: &State, placed: &Placed, body: &Access) -> Result<Change, Rejection> {
    placed.require(state, Capability::Evidence)?;
    let person = placed.person().ok_or(Code::MissingCapability)?;
    let agenda = state.agendas.get(&body.agenda).ok_or(Code::AgendaUnknown)?;
    placed.require_for(state, Capability::Evidence, &super::concern_of(state, &agenda.notice))?;
    require(agenda.closed_ms.is_some(), Code::NotClosed)?;

    let (agenda, index) = (body.agenda, placed.index);
    Ok(Change::new(move |state| {
        if let Some(agenda) = state.agendas.get_mut(&agenda) {
            agenda.accesses.insert(index, person);
        }
    }))
}
