//! `enrol-in-person`: somebody came to the desk with a phone. One clerk brings it in, a second one confirms.

use super::enrol::{check_device, let_in};
use super::second::propose;
use super::{At, Change, Placed};
use crate::body::{Capability, EnrolInPerson, device_message};
use crate::rejection::{Code, Rejection};
use crate::signature::verify_signature;
use crate::state::{Actor, CodeStanding, KeyRecord, Proposed, State, Way};

pub(super) fn check(state: &State, placed: &Placed, body: &EnrolInPerson) -> Result<Change, Rejection> {
    placed.require(state, Capability::Codes)?;
    let by = placed.actor()?;
    // Its rules, before anybody else has to come and look.
    drop(effect(state, &placed.at(), &by, body)?);
    propose(state, placed, Proposed::EnrolInPerson(body.clone()))
}

/// What it does once it is confirmed: the device stands in place of the earlier ones, and letters are void.
pub(super) fn effect(
    state: &State,
    at: &At,
    clerk: &Actor,
    body: &EnrolInPerson,
) -> Result<Change, Rejection> {
    check_device(state, &body.device)?;
    let estate = state.estate.as_ref().ok_or(Code::GenesisMissing)?;
    let message = device_message(&estate.id, &body.person, &body.device);
    verify_signature(&body.device, &message, &body.device_sig).map_err(|_| Code::BadDeviceSignature)?;

    let record = KeyRecord::device(body.person, at.received_ms, Way::InPerson(*clerk), true);
    let (person, device, entry) = (body.person, body.device, at.entry);
    Ok(Change::new(move |state| {
        for code in &mut state.persons.entry(person).or_default().codes {
            if code.standing == CodeStanding::InForce {
                code.standing = CodeStanding::Replaced;
            }
        }
        let_in(state, &person, device, record, entry);
    }))
}
