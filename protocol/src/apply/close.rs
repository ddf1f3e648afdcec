//! `close`: ends the taking of ballots, after which openings may be read. The window itself ends by the clock.

use super::{Change, Placed};
use crate::body::{Capability, Close};
use crate::rejection::{Code, Rejection, require};
use crate::state::State;

pub(super) fn check(state: &State, placed: &Placed, body: &Close) -> Result<Change, Rejection> {
    let agenda = state.agendas.get(&body.agenda).ok_or(Code::AgendaUnknown)?;
    placed.require_or_late_owner(state, agenda, Capability::Close)?;
    require(agenda.closed_ms.is_none(), Code::AlreadyClosed)?;
    require(placed.received_ms >= agenda.closes_ms, Code::TooEarlyToClose)?;

    let (notice, index) = (agenda.notice, placed.index);
    let (agenda, closed_ms) = (body.agenda, placed.received_ms);
    Ok(Change::new(move |state| {
        super::note_on_matter(state, &notice, index);
        if let Some(agenda) = state.agendas.get_mut(&agenda) {
            agenda.closed_ms = Some(closed_ms);
        }
    }))
}
