//! `enrol-in-person`: somebody came to the desk with a phone. One clerk brings it in, a second one confirms.

use super::device::{check_device, device_message, let_in};
use crate::acts::{Act, Waits};
use crate::admit::Shown;
use crate::apply::second::{Second, propose};
use crate::apply::{At, Change, Placed};
use crate::body::Capability;
use crate::id::{BlobId, PersonId, PublicKey, SignatureBytes};
use crate::rejection::{Code, Rejection};
use crate::signature::verify_signature;
use crate::state::{Actor, CodeStanding, KeyRecord, Proposal, State, Way};
use crate::strict_json::Strict;

/// Binds a device key to a person who came to the desk with it. Takes effect when a second clerk confirms it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct EnrolInPerson {
    /// The consent text that the person was shown, a blob of kind `consent`.
    pub consent: BlobId,
    /// The person's device key.
    pub device: PublicKey,
    /// The device's signature over the device message ([`device_message`]).
    pub device_sig: SignatureBytes,
    /// Who came.
    pub person: PersonId,
}

impl Act for EnrolInPerson {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Codes)?;
        let by = placed.actor()?;
        // Its rules, before anybody else has to come and look.
        drop(effect(state, &placed.at(), &by, self)?);
        propose(state, placed, self.clone())
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.consent]
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        shown.consent(&self.consent)
    }
}

impl Waits for EnrolInPerson {
    const AUTHOR_HOLDS: Capability = Capability::Codes;

    fn in_words(&self) -> String {
        "a device brought to the desk".to_owned()
    }

    fn check_second(&self, second: &Second<'_>) -> Result<(), Rejection> {
        second.vouches_for(&self.person)
    }

    fn effect(&self, state: &State, at: &At, proposal: &Proposal) -> Result<Change, Rejection> {
        effect(state, at, &proposal.by, self)
    }

    fn device(&self) -> Option<PublicKey> {
        Some(self.device)
    }
}

/// What it does once it is confirmed: the device stands in place of the earlier ones, and letters are void.
fn effect(state: &State, at: &At, clerk: &Actor, body: &EnrolInPerson) -> Result<Change, Rejection> {
    check_device(state, &body.device)?;
    let estate = state.estate.as_ref().ok_or(Code::GenesisMissing)?;
    let message = device_message(&estate.id, &body.person, &body.device);
    verify_signature(&body.device, &message, &body.device_sig).map_err(|_| Code::BadDeviceSignature)?;

    let record = KeyRecord::device(body.person, (at.entry, at.received_ms), Way::InPerson(*clerk), true);
    let (person, device, entry) = (body.person, body.device, at.entry);
    Ok(Change::new(move |state| {
        for code in state.persons.get_mut(&person).into_iter().flat_map(|person| &mut person.codes) {
            if code.standing == CodeStanding::InForce {
                code.standing = CodeStanding::Replaced;
            }
        }
        let_in(state, &person, device, record, entry);
    }))
}
