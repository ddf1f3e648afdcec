//! `revoke-grant`: ends an office before its day: by whoever gave it and still gives offices, by its holder, or by a root. What its holder handed on
//! stands until that is ended too.

use super::{Change, Placed};
use crate::body::{Capability, RevokeGrant};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, State};

pub(super) fn check(state: &State, placed: &Placed, body: &RevokeGrant) -> Result<Change, Rejection> {
    let actor = placed.actor()?;
    let mut grants =
        state.persons.iter().flat_map(|(id, person)| person.grants.iter().map(move |grant| (*id, grant)));
    let (holder, grant) = grants.find(|(_, grant)| grant.entry == body.grant).ok_or(Code::GrantUnknown)?;
    // Whoever no longer gives offices ends none either.
    let gave = grant.by == actor && placed.require(state, Capability::Grant).is_ok();
    let may = matches!(actor, Actor::Root(_)) || gave || Actor::Person(holder) == actor;
    require(may, Code::GrantNotYours)?;
    require(grant.may_come_into_force(placed.received_ms), Code::GrantEnded)?;

    let (id, ended_ms) = (body.grant, placed.received_ms);
    Ok(Change::new(move |state| {
        let grants = state.persons.get_mut(&holder).into_iter().flat_map(|person| &mut person.grants);
        for grant in grants.filter(|grant| grant.entry == id) {
            grant.ended_ms = Some(ended_ms);
        }
    }))
}
