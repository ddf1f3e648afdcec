//! `tally`: states the counted totals. That they are right is [`crate::admit`]'s to say, which sees the openings.

use super::{Change, Placed};
use crate::body::{Capability, Tally};
use crate::rejection::{Code, Rejection, require};
use crate::state::State;

pub(super) fn check(state: &State, placed: &Placed, body: &Tally) -> Result<Change, Rejection> {
    let agenda = state.agendas.get(&body.agenda).ok_or(Code::AgendaUnknown)?;
    placed.require_or_late_owner(state, agenda, Capability::Tally)?;
    require(agenda.closed_ms.is_some(), Code::NotClosed)?;
    require(agenda.tally.is_none(), Code::AlreadyTallied)?;
    // What the log alone can tell: every item has a total, and no ballot was voided, as that kind does not exist.
    let items = state.notices.get(&agenda.notice).map_or(0, |notice| notice.body.items.len());
    require(body.items.len() == items && body.voided.is_empty(), Code::TallyMismatch)?;

    let (notice, index) = (agenda.notice, placed.index);
    let (tally, id) = (body.clone(), placed.id);
    Ok(Change::new(move |state| {
        super::note_on_matter(state, &notice, index);
        if let Some(agenda) = state.agendas.get_mut(&tally.agenda) {
            agenda.tally = Some(tally);
            agenda.tally_entry = Some(id);
        }
    }))
}
