//! `object`: where any co-owner may cast a home's ballot, another one holds it, or lets it go again. It ends with a naming.

use crate::acts::Act;
use crate::acts::set_up::representative::reconsider;
use crate::apply::often::Often;
use crate::apply::{Change, Placed};
use crate::bylaws::Joint;
use crate::calendar::DAY_MS;
use crate::count::By;
use crate::course::{Course, Deed};
use crate::id::{AgendaId, BlobId, EntryId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{AgendaVoters, State};
use crate::strict_json::Strict;

/// How long a co-owner has to object, from the ballot on.
const OBJECTION_MS: u64 = DAY_MS;

/// A co-owner holds the ballot of another, or lets it go again.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Object {
    /// The entry of the ballot.
    pub ballot: EntryId,
    /// Whether it is held from now on.
    pub stands: bool,
}

impl Act for Object {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let person = placed.person().ok_or(Code::PersonOnly)?;
        let (id, number) = find(state, self).ok_or(Code::BallotUnknown)?;
        let agenda = state.agendas.get(&id).ok_or(Code::AgendaUnknown)?;
        let roll = state.rolls.get(&agenda.roll).ok_or(Code::RollUnknown)?;
        let ballot = agenda.ballots.get(&number).ok_or(Code::BallotUnknown)?;
        let cast =
            agenda.book.casts().iter().find(|cast| cast.number == number).ok_or(Code::BallotUnknown)?;
        let owners =
            roll.parties.get(&ballot.party).map(|party| party.persons.as_slice()).unwrap_or_default();
        require(owners.contains(&person) && owners.len() > 1, Code::NotOnRoll)?;
        placed.require_vouched(state)?;
        // All owners' own paper, or a proxy's ballot, is no co-owner's to hold: an own ballot takes its place.
        let by_another = matches!(cast.by, By::CoOwner(other) if other != person);
        let any = agenda.bylaws.joint == Joint::AnyUnlessObjected;
        let named = AgendaVoters::on(state, agenda, roll).representative(&ballot.party).is_some();
        let changes = agenda.book.holds(number, &person) != self.stands;
        require(any && by_another && !named && changes, Code::ObjectionInvalid)?;
        let late = self.stands && placed.received_ms >= cast.at.saturating_add(OBJECTION_MS);
        let in_place = Course::Vote.lets(agenda.course_stage(placed.received_ms), Deed::Object);
        require(!late && in_place, Code::ObjectionLate)?;
        let once_more = if self.stands {
            Some(placed.once_more(state, &person, (Often::Objection, self.ballot.as_bytes()))?)
        } else {
            None
        };

        let (stands, party, at_ms) = (self.stands, ballot.party, placed.received_ms);
        Ok(Change::new(move |state| {
            if let Some(once_more) = once_more {
                once_more.note(state);
            }
            if let Some(agenda) = state.agendas.get_mut(&id) {
                agenda.book.object(number, person, stands);
            }
            reconsider(state, &party, at_ms);
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }
}

/// The vote and the place in the log of a ballot.
fn find(state: &State, body: &Object) -> Option<(AgendaId, u64)> {
    state.agendas.iter().find_map(|(id, agenda)| {
        let mut ballots = agenda.ballots.iter();
        ballots.find(|(_, ballot)| ballot.entry == body.ballot).map(|(number, _)| (*id, *number))
    })
}
