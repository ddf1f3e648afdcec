//! `revoke`: retires a device, at once if it is the author's own, else when a second clerk confirms it. What it signed stands.

use super::codes::person_of as holder_of;
use super::second::propose;
use super::{Change, Placed};
use crate::body::{Capability, Revoke};
use crate::id::{PersonId, PublicKey};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Proposed, State};

pub(super) fn check(state: &State, placed: &Placed, body: &Revoke) -> Result<Change, Rejection> {
    let change = effect(state, body, None)?;
    if placed.person() == Some(person_of(state, &body.device)?) {
        return Ok(change);
    }
    placed.require(state, Capability::Codes)?;
    propose(state, placed, Proposed::Revoke(body.clone()))
}

/// Whose device it is.
pub(super) fn person_of(state: &State, device: &PublicKey) -> Result<PersonId, Rejection> {
    let key = state.keys.get(device).ok_or(Code::DeviceUnknown)?;
    holder_of(key.holder).ok_or_else(|| Code::DeviceUnknown.into())
}

/// What it does: the device signs nothing more. `stopped_ms` is when it takes effect, if others than its person say so.
pub(super) fn effect(state: &State, body: &Revoke, stopped_ms: Option<u64>) -> Result<Change, Rejection> {
    person_of(state, &body.device)?;
    require(state.keys.get(&body.device).is_some_and(|key| !key.revoked), Code::DeviceRetired)?;
    let device = body.device;
    Ok(Change::new(move |state| {
        if let Some(key) = state.keys.get_mut(&device) {
            key.revoked = true;
            key.stopped_ms = stopped_ms;
        }
    }))
}
