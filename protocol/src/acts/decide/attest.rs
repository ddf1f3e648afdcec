//! `attest`: stands behind the minutes of a meeting, or denies what they say of oneself.
//!
//! Minutes of one hand decide nothing: somebody who was there by their own phone stands behind them, or an office of another
//! organisation. What was written down of somebody they deny within seven days.

use crate::acts::Act;
use crate::acts::deliberate::meeting::{MINUTES_MS, MeetingRecord};
use crate::acts::set_up::charter::{BodySort, Charter};
use crate::apply::{Change, Placed};
use crate::body::Capability;
use crate::id::{BlobId, EntryId, PartyId, PersonId, VoterId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, State};
use crate::strict_json::Strict;

/// Stands behind the minutes of a meeting, or denies what they say of oneself.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Attest {
    /// For whom what was written down is denied; none stands behind all of it.
    pub denies: Option<VoterId>,
    /// Of which meeting.
    pub meeting: EntryId,
    /// Which minutes.
    pub minutes: EntryId,
}

impl Act for Attest {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let person = placed.person().ok_or(Code::PersonOnly)?;
        let (meeting, charter) = state.called_meeting(&self.meeting)?;
        let minutes = meeting.minutes.as_ref().filter(|minutes| minutes.entry == self.minutes);
        let minutes = minutes.ok_or(Code::MeetingUnknown)?;
        placed.require_vouched(state)?;
        match &self.denies {
            None => {
                require(minutes.attested.is_none(), Code::MinutesStand)?;
                require(minutes.by != person, Code::OwnAct)?;
                let until_ms = meeting.body.ends_ms.saturating_add(MINUTES_MS);
                require(placed.received_ms < until_ms, Code::MinutesTime)?;
                let known = meeting.was_there(&person) || is_other_office(state, placed, &minutes.by);
                require(known, Code::NotThere)?;
            }
            Some(voter) => {
                let open = meeting.denials_end_ms().is_none_or(|end_ms| placed.received_ms < end_ms);
                let lapses_ms = meeting.body.ends_ms.saturating_add(MINUTES_MS);
                let lapsed = minutes.attested.is_none() && placed.received_ms >= lapses_ms;
                require(open && !lapsed, Code::MinutesTime)?;
                let written = minutes.body.rows.iter().any(|(of, ..)| of == voter);
                require(written && !minutes.denied.contains_key(voter), Code::NotWrittenDown)?;
                check_own(state, (meeting, charter), voter, person)?;
            }
        }

        let (id, index, now_ms) = (placed.id, placed.index, placed.received_ms);
        let (of, denies, matter) = (self.meeting, self.denies, meeting.body.matter);
        Ok(Change::new(move |state| {
            if let Some(minutes) = state.meetings.get_mut(&of).and_then(|meeting| meeting.minutes.as_mut()) {
                match denies {
                    None => minutes.attested = Some((id, now_ms)),
                    Some(voter) => _ = minutes.denied.insert(voter, id),
                }
            }
            if let Some(matter) = state.matters.get_mut(&matter) {
                matter.trail.insert(index);
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.minutes)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }
}

/// Whether somebody counts or supervises for another organisation than those for which the minutes' author gives notice.
fn is_other_office(state: &State, placed: &Placed, author: &PersonId) -> bool {
    let now_ms = placed.received_ms;
    let Some(person) = placed.person() else { return false };
    let own = state.orgs_of(&Actor::Person(person), Capability::Tally, now_ms);
    !own.is_empty() && own.is_disjoint(&state.offices_of(author, now_ms))
}

/// That somebody denies what was written down of themselves, or of a home of theirs.
fn check_own(
    state: &State,
    (meeting, charter): (&MeetingRecord, &Charter),
    voter: &VoterId,
    person: PersonId,
) -> Result<(), Rejection> {
    if charter.sort != BodySort::Households {
        return require(VoterId::from(person) == *voter, Code::NotWrittenDown);
    }
    let roll = state.rolls.get(&meeting.roll).ok_or(Code::RollUnknown)?;
    let party = PartyId::from_bytes(*voter.as_bytes());
    let owners = roll.parties.get(&party).map(|party| party.persons.as_slice());
    require(owners.unwrap_or_default().contains(&person), Code::NotWrittenDown)
}
