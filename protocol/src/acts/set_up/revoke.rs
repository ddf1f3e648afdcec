//! `revoke`: retires a device, at once if it is the author's own, else when a second clerk confirms it. What it signed stands.

use super::device::person_of as holder_of;
use crate::acts::{Act, Waits};
use crate::apply::second::{Second, propose};
use crate::apply::{At, Change, Placed};
use crate::body::Capability;
use crate::id::{BlobId, PersonId, PublicKey};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Proposal, State};
use crate::strict_json::Strict;

/// Why a device is retired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum RevokeReason {
    /// Its person has died.
    Deceased,
    /// It should never have been let in.
    Invalid,
    /// It was lost.
    Lost,
    /// Its person has no more to do with the estate.
    MovedAway,
    /// Its person uses another one.
    Replaced,
    /// It was stolen, or somebody else has used it.
    Stolen,
}

/// Retires a device: at once if its own person says so, else when a second clerk confirms it. What it signed stands.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Revoke {
    /// The device's key.
    pub device: PublicKey,
    /// Why.
    pub reason: RevokeReason,
}

impl Act for Revoke {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let change = effect(state, self, None)?;
        if placed.person() == Some(person_of(state, &self.device)?) {
            return Ok(change);
        }
        placed.require(state, Capability::Codes)?;
        propose(state, placed, self.clone())
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }
}

impl Waits for Revoke {
    const AUTHOR_HOLDS: Capability = Capability::Codes;

    fn in_words(&self) -> String {
        "a device to be retired".to_owned()
    }

    fn check_second(&self, second: &Second<'_>) -> Result<(), Rejection> {
        second.vouches_for(&person_of(second.state(), &self.device)?)
    }

    fn effect(&self, state: &State, at: &At, _proposal: &Proposal) -> Result<Change, Rejection> {
        effect(state, self, Some(at.received_ms))
    }
}

/// Whose device it is.
fn person_of(state: &State, device: &PublicKey) -> Result<PersonId, Rejection> {
    let key = state.keys.get(device).ok_or(Code::DeviceUnknown)?;
    holder_of(key.holder).ok_or_else(|| Code::DeviceUnknown.into())
}

/// What it does: the device signs nothing more. `stopped_ms` is when it takes effect, if others than its person say so.
fn effect(state: &State, body: &Revoke, stopped_ms: Option<u64>) -> Result<Change, Rejection> {
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
