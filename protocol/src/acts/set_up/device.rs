//! What all ways to bring a device in have in common.

use std::collections::BTreeSet;

use crate::id::{EntryId, EstateId, PersonId, PublicKey};
use crate::rejection::{Code, Rejection, require};
use crate::signature::check_key;
use crate::state::{KeyHolder, KeyRecord, State, Way};

/// What a device signs that another key brings in: `"estate-device/v1\0" ‖ estate ‖ person ‖ device key`, so that nobody
/// binds a key whose holder did not ask for it.
pub fn device_message(estate: &EstateId, person: &PersonId, device: &PublicKey) -> Vec<u8> {
    let parts: [&[u8]; 4] = [b"estate-device/v1\0", estate.as_bytes(), person.as_bytes(), device.as_bytes()];
    parts.concat()
}

/// That a key may become a device: it is none of the estate's, and an ordinary key.
pub(super) fn check_device(state: &State, device: &PublicKey) -> Result<(), Rejection> {
    // A code is printed in a letter; a key made from it must not become a device.
    let bound = state.keys.contains_key(device) || state.code_keys.contains_key(device);
    require(!bound, Code::KeyAlreadyBound)?;
    let estate = state.estate.as_ref().ok_or(Code::GenesisMissing)?;
    require(*device != estate.log_key, Code::KeyAlreadyBound)?;
    check_key(device)
}

/// Puts a person's device in place of the earlier ones.
pub(super) fn let_in(state: &mut State, id: &PersonId, device: PublicKey, record: KeyRecord, entry: EntryId) {
    state.persons.change(*id, |person| {
        for earlier in &person.keys {
            if let Some(key) = state.keys.get_mut(earlier) {
                key.revoked = true;
            }
        }
        person.keys.push(device);
    });
    state.keys.insert(device, record);
    state.key_entries.insert(entry, device);
}

/// Devices of a person are vouched, and with them those that they have added.
pub(super) fn vouch_for_devices(
    state: &mut State,
    person: &PersonId,
    at_ms: u64,
    is_meant: impl Fn(&PublicKey, &Way) -> bool,
) {
    let keys = state.persons.get(person).map(|person| person.keys.clone()).unwrap_or_default();
    let mut vouched = BTreeSet::new();
    for key in keys {
        let Some(record) = state.keys.get_mut(&key) else { continue };
        // Devices stand in the order in which they entered, so those that others added come after them.
        let added = matches!(&record.way, Way::Device(earlier) if vouched.contains(earlier));
        if added || is_meant(&key, &record.way) {
            record.vouched_ms.get_or_insert(at_ms);
            vouched.insert(key);
        }
    }
}

/// Whether the holder of a key is a person.
pub(super) const fn person_of(holder: KeyHolder) -> Option<PersonId> {
    match holder {
        KeyHolder::Person(person) => Some(person),
        KeyHolder::Root => None,
    }
}
