//! `extend`: puts the end of a vote's window off, once, because too few have voted. It is said within the window, while nobody
//! has read a choice: so nobody goes on asking until they like what comes out.

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed, note_on_matter};
use crate::body::{Capability, Mode};
use crate::calendar::DAY_MS;
use crate::count::{Weight, turnout};
use crate::course::{Course, Deed};
use crate::id::{AgendaId, BlobId, EntryId};
use crate::rejection::{Code, Rejection, require};
use crate::state::State;
use crate::strict_json::Strict;

/// Puts the end of a vote's window off, once, for want of turnout. The ballots that were cast stand.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Extend {
    /// Which agenda.
    pub agenda: AgendaId,
    /// The new end of the voting window, exclusive, in milliseconds since 1970.
    pub closes_ms: u64,
    /// Why, in words, a blob of kind `statement`.
    pub text: BlobId,
}

/// That the end of a vote's window was put off.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Extension {
    /// The new end of the window, exclusive, in milliseconds since 1970.
    pub closes_ms: u64,
    /// The entry that says so.
    pub entry: EntryId,
    /// Why, a blob of kind `statement`.
    pub text: BlobId,
}

impl Act for Extend {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let agenda = placed.reached_agenda(state, Capability::Notice, &self.agenda)?;
        let in_place = Course::Vote.lets(agenda.course_stage(placed.received_ms), Deed::Extend);
        require(in_place, Code::OutsideWindow)?;
        let record = state.notices.get(&agenda.notice).ok_or(Code::NoticeUnknown)?;
        match record.body.mode {
            Mode::Sealed => require(record.extended.is_none(), Code::AlreadyExtended)?,
            // Choices that everybody reads would tell whether it pays to go on.
            Mode::Open => return Err(Code::AlreadyExtended.into()),
        }
        let longest_ms = u64::from(agenda.bylaws.window_days_max).saturating_mul(DAY_MS);
        let allowed = agenda.closes_ms.saturating_add(DAY_MS)..=agenda.opens_ms.saturating_add(longest_ms);
        require(allowed.contains(&self.closes_ms), Code::WindowLength)?;

        let (notice, index, agenda, closes_ms) = (agenda.notice, placed.index, self.agenda, self.closes_ms);
        let extension = Extension { closes_ms, entry: placed.id, text: self.text };
        Ok(Change::new(move |state| {
            note_on_matter(state, &notice, index);
            if let Some(record) = state.notices.get_mut(&notice) {
                record.extended = Some(extension);
            }
            if let Some(agenda) = state.agendas.get_mut(&agenda) {
                agenda.closes_ms = closes_ms;
                agenda.book.extend(closes_ms);
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.agenda)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.text]
    }

    /// Who takes part the log tells, and what they weigh their areas: below two thirds of the heads, no area has to be at hand.
    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        shown.statement(&self.text)?;
        let state = shown.state;
        let agenda = state.agendas.get(&self.agenda).ok_or(Code::AgendaUnknown)?;
        let roll = state.rolls.get(&agenda.roll).ok_or(Code::RollUnknown)?;
        let turnout = turnout(agenda, roll, shown.evidence)?;
        require(turnout.missing != Weight::default(), Code::QuorumReached)?;
        if turnout.missing.heads == 0 {
            shown.missing.blobs.extend(turnout.unknown);
        }
        Ok(())
    }

    fn statement(&self) -> Option<BlobId> {
        Some(self.text)
    }

    fn rests_on(&self, state: &State) -> Vec<BlobId> {
        let agenda = state.agendas.get(&self.agenda);
        let counted = agenda.and_then(|agenda| Some((agenda, state.rolls.get(&agenda.roll)?)));
        let units = counted.into_iter().flat_map(|(agenda, roll)| roll.counted_units(agenda.scope, true));
        units.map(|(_, unit)| unit.facts).collect()
    }
}
