//! `withdraw`: takes a noticed vote back before its window begins, with the reason. Whoever errs in a notice says so and gives a
//! new one; once ballots can be cast nobody takes a vote back, for then it would be for how it goes.

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed, concern_of, note_on_matter};
use crate::body::Capability;
use crate::course::{CourseStage, Deed, Subject};
use crate::id::{AgendaId, BlobId, EntryId, NoticeId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Agenda, State};
use crate::strict_json::Strict;

/// Takes a noticed vote back before its window begins, opened or not.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Withdraw {
    /// The notice that is taken back.
    pub notice: NoticeId,
    /// Why, a blob of kind `statement`.
    pub text: BlobId,
}

/// That a vote was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Withdrawal {
    /// The entry that says so.
    pub entry: EntryId,
    /// Why, a blob of kind `statement`.
    pub text: BlobId,
}

impl Act for Withdraw {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Notice)?;
        let record = state.notices.get(&self.notice).ok_or(Code::NoticeUnknown)?;
        if record.called {
            // Whoever let the time pass does not end what was called since.
            let caller = placed.acts_for_caller(state, &self.notice, Capability::Notice);
            require(caller, Code::OutOfReach)?;
        } else {
            placed.require_for(state, Capability::Notice, &concern_of(state, &self.notice))?;
        }
        let subject = Subject::Vote(record);
        let stage = subject.stage(state, placed.received_ms);
        require(stage != CourseStage::Withdrawn, Code::VoteWithdrawn)?;
        // Where nobody opened it in time it can still be opened late: then too its window has begun.
        let in_time = placed.received_ms < record.body.opens_ms;
        require(in_time && subject.course().lets(stage, Deed::Withdraw), Code::TooLateToWithdraw)?;

        let (notice, index, opened) = (self.notice, placed.index, record.opened);
        let withdrawal = Withdrawal { entry: placed.id, text: self.text };
        Ok(Change::new(move |state| {
            note_on_matter(state, &notice, index);
            if let Some(record) = state.notices.get_mut(&notice) {
                record.withdrawn = Some(withdrawal);
            }
            if let Some(agenda) = opened.and_then(|agenda| state.agendas.get_mut(&agenda)) {
                agenda.withdrawn = true;
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.notice)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.text]
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        shown.statement(&self.text)
    }

    fn statement(&self) -> Option<BlobId> {
        Some(self.text)
    }
}

impl State {
    /// An opened vote that was not taken back.
    ///
    /// # Errors
    /// `AGENDA_UNKNOWN`, `VOTE_WITHDRAWN`.
    pub(crate) fn held_agenda(&self, agenda: &AgendaId) -> Result<&Agenda, Rejection> {
        let agenda = self.agendas.get(agenda).ok_or(Code::AgendaUnknown)?;
        require(!agenda.withdrawn, Code::VoteWithdrawn).map(|()| agenda)
    }
}
