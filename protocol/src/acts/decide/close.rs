//! `close`: ends the taking of ballots, after which openings may be read. The window itself ends by the clock.

use crate::acts::Act;
use crate::apply::{Change, Placed, note_on_matter};
use crate::body::Capability;
use crate::course::{Course, Deed};
use crate::id::{AgendaId, BlobId, EntryId};
use crate::rejection::{Code, Rejection, require};
use crate::state::State;
use crate::strict_json::Strict;

/// Ends the taking of ballots, after the window has ended.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Close {
    /// Which agenda.
    pub agenda: AgendaId,
}

impl Act for Close {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let agenda = state.held_agenda(&self.agenda)?;
        placed.require_or_late_owner(state, agenda, Capability::Close)?;
        let stage = agenda.course_stage(placed.received_ms);
        require(agenda.closed_ms.is_none(), Code::AlreadyClosed)?;
        require(Course::Vote.lets(stage, Deed::Close), Code::TooEarlyToClose)?;
        agenda.check_papers(placed.received_ms)?;

        let (notice, index) = (agenda.notice, placed.index);
        let (agenda, closed_ms) = (self.agenda, placed.received_ms);
        Ok(Change::new(move |state| {
            note_on_matter(state, &notice, index);
            if let Some(agenda) = state.agendas.get_mut(&agenda) {
                agenda.closed_ms = Some(closed_ms);
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.agenda)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }
}
