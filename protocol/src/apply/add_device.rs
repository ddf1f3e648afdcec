//! `add-device`: a person's device brings in another one of theirs. Nobody else has to agree, and all offices stay.

use super::enrol::check_device;
use super::{Change, Placed};
use crate::body::{AddDevice, device_message};
use crate::rejection::{Code, Rejection, require};
use crate::signature::verify_signature;
use crate::state::{KeyRecord, State, Way};

/// The most devices of one person at a time.
const MAX_DEVICES: usize = 5;

pub(super) fn check(state: &State, placed: &Placed, body: &AddDevice) -> Result<Change, Rejection> {
    let id = placed.person().ok_or(Code::PersonOnly)?;
    let person = state.persons.get(&id).ok_or(Code::PersonUnknown)?;
    require(person.live_keys(&state.keys).count() < MAX_DEVICES, Code::DevicesTooMany)?;
    check_device(state, &body.device)?;
    let estate = state.estate.as_ref().ok_or(Code::GenesisMissing)?;
    let message = device_message(&estate.id, &id, &body.device);
    verify_signature(&body.device, &message, &body.device_sig).map_err(|_| Code::BadDeviceSignature)?;

    let author = placed.author;
    let vouched = state.keys.get(&author).is_some_and(KeyRecord::is_vouched);
    let record = KeyRecord::device(id, placed.received_ms, Way::Device(author), vouched);
    let (device, entry) = (body.device, placed.id);
    Ok(Change::new(move |state| {
        state.persons.entry(id).or_default().keys.push(device);
        state.keys.insert(device, record);
        state.key_entries.insert(entry, device);
    }))
}
