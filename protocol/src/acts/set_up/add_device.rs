//! `add-device`: a person's device brings in another one of theirs. Nobody else has to agree, and all offices stay.

use super::device::{check_device, device_message};
use crate::acts::Act;
use crate::apply::often::Often;
use crate::apply::{Change, Placed};
use crate::id::{BlobId, PublicKey, SignatureBytes};
use crate::rejection::{Code, Rejection, require};
use crate::signature::verify_signature;
use crate::state::{KeyRecord, State, Way};
use crate::strict_json::Strict;

/// The most devices of one person at a time.
const MAX_DEVICES: usize = 5;

/// Adds a device to those of the author, who keeps the others and all offices.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct AddDevice {
    /// The new device's key.
    pub device: PublicKey,
    /// Its signature over the device message ([`device_message`]).
    pub device_sig: SignatureBytes,
}

impl Act for AddDevice {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let id = placed.person().ok_or(Code::PersonOnly)?;
        let person = state.persons.get(&id).ok_or(Code::PersonUnknown)?;
        require(person.live_keys(&state.keys).count() < MAX_DEVICES, Code::DevicesTooMany)?;
        check_device(state, &self.device)?;
        let estate = state.estate.as_ref().ok_or(Code::GenesisMissing)?;
        let message = device_message(&estate.id, &id, &self.device);
        verify_signature(&self.device, &message, &self.device_sig).map_err(|_| Code::BadDeviceSignature)?;
        let once_more = placed.once_more(state, &id, (Often::Device, &[]))?;

        let author = placed.author;
        let vouched = state.keys.get(&author).is_some_and(KeyRecord::is_vouched);
        let record = KeyRecord::device(id, (placed.id, placed.received_ms), Way::Device(author), vouched);
        let (device, entry) = (self.device, placed.id);
        Ok(Change::new(move |state| {
            once_more.note(state);
            state.persons.change(id, |person| person.keys.push(device));
            state.keys.insert(device, record);
            state.key_entries.insert(entry, device);
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }

    fn as_waiting(&self, _people: u32) -> Option<String> {
        Some("the device of somebody who was given an office".to_owned())
    }
}
