//! `deny`: an owner who voted online says that a sheet of paper, which counts in the place of that ballot, is not theirs. Their
//! own ballot counts again, without a ruling: two clerks can err or lie, a key cannot.
//!
//! Whoever has handed in a sheet can so come back to their earlier ballot once they know the result. That is the price, so
//! results say how many were denied, and who denies one signs it.

use crate::acts::Act;
use crate::apply::{Change, Placed, note_on_matter};
use crate::calendar::objections_end_ms;
use crate::course::CourseStage;
use crate::id::{AgendaId, BlobId, EntryId, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Agenda, KeyHolder, LoggedBallot, State};
use crate::strict_json::Strict;

/// Denies a sheet that counts in the place of the author's ballot online.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Deny {
    /// Of which vote.
    pub agenda: AgendaId,
    /// The number of the sheet.
    pub sheet: u32,
}

impl Act for Deny {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let person = placed.person().ok_or(Code::PersonOnly)?;
        let agenda = state.held_agenda(&self.agenda)?;
        require(state.rolls.contains_key(&agenda.roll), Code::RollUnknown)?;
        placed.require_vouched(state)?;
        let number = check_denial(state, agenda, (&person, self.sheet), placed.received_ms)?;

        let (notice, index, id) = (agenda.notice, placed.index, self.agenda);
        Ok(Change::new(move |state| {
            note_on_matter(state, &notice, index);
            if let Some(agenda) = state.agendas.get_mut(&id) {
                if let Some(paper) = agenda.ballots.get_mut(&number).and_then(|ballot| ballot.paper.as_mut())
                {
                    paper.denied = true;
                }
                agenda.book.deny(number);
                agenda.recount = agenda.tally.is_some();
            }
            super::paper::reconsider(state, &id);
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.agenda)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }
}

/// That somebody may deny a sheet of a vote at a moment, in milliseconds since 1970, by whatever key they sign it. Gives the place
/// in the log of the reading that put it in the count.
///
/// # Errors
/// `BALLOT_UNKNOWN`, `NOT_ON_ROLL`, `PAPER_DENIED`, `DENIAL_LATE`, `DENIAL_INVALID`.
pub fn check_denial(
    state: &State,
    agenda: &Agenda,
    (person, sheet): (&PersonId, u32),
    now_ms: u64,
) -> Result<u64, Rejection> {
    let number = agenda.sheets.get(&sheet).and_then(|sheet| sheet.counted);
    let (number, ballot) =
        number.and_then(|number| Some((number, agenda.ballots.get(&number)?))).ok_or(Code::BallotUnknown)?;
    let roll = state.rolls.get(&agenda.roll).ok_or(Code::RollUnknown)?;
    let owners = roll.parties.get(&ballot.party).map(|party| party.persons.as_slice());
    require(owners.is_some_and(|owners| owners.contains(person)), Code::NotOnRoll)?;
    let denied = ballot.paper.as_ref().is_some_and(|paper| paper.denied);
    require(!denied, Code::PaperDenied)?;
    require(agenda.takes_denials(now_ms), Code::DenialLate)?;
    let stands = agenda.book.standing(&ballot.party) == Some(number);
    let is_theirs = |one: &LoggedBallot| {
        let by = one.key.and_then(|key| state.keys.get(&key)).map(|key| key.holder);
        one.party == ballot.party && by == Some(KeyHolder::Person(*person))
    };
    require(stands && agenda.ballots.values().any(is_theirs), Code::DenialInvalid)?;
    Ok(number)
}

impl Agenda {
    /// Whether its sheets can be denied at a moment, in milliseconds since 1970.
    fn takes_denials(&self, now_ms: u64) -> bool {
        match self.course_stage(now_ms) {
            CourseStage::Voting | CourseStage::Counting | CourseStage::Closed => true,
            CourseStage::Tallied => self.denials_end_ms().is_some_and(|end_ms| now_ms < end_ms),
            _ => false,
        }
    }

    /// Until when its sheets can be denied, exclusive, in milliseconds since 1970: of the totals that were stated first; none
    /// before any are.
    pub fn denials_end_ms(&self) -> Option<u64> {
        self.first_tallied_ms.map(objections_end_ms)
    }
}
