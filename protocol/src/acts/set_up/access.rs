//! `access`: asks for the evidence of a closed vote, openly, in the log, before it is handed out.

use crate::acts::Act;
use crate::apply::{Change, Placed, concern_of};
use crate::body::Capability;
use crate::course::{Course, Deed};
use crate::id::{AgendaId, BlobId};
use crate::rejection::{Code, Rejection, require};
use crate::state::State;
use crate::strict_json::Strict;

/// Asks for the evidence of a closed vote: areas and openings. Every hand-out has such an entry.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Access {
    /// Which agenda.
    pub agenda: AgendaId,
}

impl Act for Access {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Evidence)?;
        let person = placed.person().ok_or(Code::MissingCapability)?;
        let agenda = state.held_agenda(&self.agenda)?;
        placed.require_for(state, Capability::Evidence, &concern_of(state, &agenda.notice))?;
        let stage = agenda.course_stage(placed.received_ms);
        require(Course::Vote.lets(stage, Deed::Access), Code::NotClosed)?;

        let (agenda, index) = (self.agenda, placed.index);
        Ok(Change::new(move |state| {
            if let Some(agenda) = state.agendas.get_mut(&agenda) {
                agenda.accesses.insert(index, person);
            }
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }
}
