//! `revoke-grant`: ends an office before its day: by whoever gave it and still gives offices, by its holder, or by a root. What its holder handed on
//! stands until that is ended too.

use crate::acts::Act;
use crate::apply::{Change, Placed};
use crate::body::Capability;
use crate::id::{BlobId, EntryId, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, GrantRecord, State};
use crate::strict_json::Strict;

/// Ends a grant before its day.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct RevokeGrant {
    /// The entry that gave it.
    pub grant: EntryId,
}

impl Act for RevokeGrant {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let actor = placed.actor()?;
        let all = state.persons.iter();
        let mut grants = all.flat_map(|(id, person)| person.grants.iter().map(move |grant| (*id, grant)));
        // By one entry many are seated: of these whoever signs leaves their own seat.
        let is_it = |(holder, grant): &(PersonId, &GrantRecord)| {
            grant.entry == self.grant && (grant.seated_by.is_none() || Actor::Person(*holder) == actor)
        };
        let seats = state.agendas.values().any(|agenda| agenda.seated == Some(self.grant));
        let unknown = if seats { Code::GrantNotYours } else { Code::GrantUnknown };
        let (holder, grant) = grants.find(is_it).ok_or(unknown)?;
        // Whoever no longer gives offices ends none either.
        let gave = grant.by == actor && placed.require(state, Capability::Grant).is_ok();
        let may = matches!(actor, Actor::Root(_)) || gave || Actor::Person(holder) == actor;
        require(may, Code::GrantNotYours)?;
        require(grant.may_come_into_force(placed.received_ms), Code::GrantEnded)?;

        let (id, ended_ms) = (self.grant, placed.received_ms);
        Ok(Change::new(move |state| {
            let grants = state.persons.get_mut(&holder).into_iter().flat_map(|person| &mut person.grants);
            for grant in grants.filter(|grant| grant.entry == id) {
                grant.ended_ms = Some(ended_ms);
            }
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }
}
