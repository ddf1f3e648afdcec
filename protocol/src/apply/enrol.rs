//! `enrol`: binds a device key to a person by a letter's code, and retires the person's earlier keys.
//!
//! Ballots that an earlier key has cast stand until they are replaced.

use super::{Change, Placed};
use crate::body::Enrol;
use crate::rejection::{Code, Rejection, require};
use crate::signature::{check_key, verify_signature};
use crate::state::{KeyHolder, KeyRecord, State};

pub(super) fn check(state: &State, placed: &Placed<'_>, body: &Enrol) -> Result<Change, Rejection> {
    let device = placed.entry.author();
    let person = state.persons.get(&body.person).ok_or(Code::PersonUnknown)?;
    let code = person.code.as_ref().filter(|code| code.key == body.code_pub).ok_or(Code::CodeUnknown)?;
    require(!code.spent, Code::CodeSpent)?;
    require(placed.received_ms < code.expires_ms, Code::CodeExpired)?;
    // A code is printed in a letter; a key made from it must not become a device.
    require(!state.code_keys.contains_key(&device), Code::KeyAlreadyBound)?;
    let estate = state.estate.as_ref().ok_or(Code::GenesisMissing)?;
    require(device != estate.log_key, Code::KeyAlreadyBound)?;
    check_key(&device)?;
    let message = Enrol::code_message(&estate.id, &body.person, &device);
    verify_signature(&body.code_pub, &message, &body.code_sig).map_err(|_| Code::BadCodeSignature)?;

    let id = body.person;
    let record = KeyRecord { holder: KeyHolder::Person(id), last_seq: None, revoked: false };
    Ok(Change::new(move |state| {
        let person = state.persons.entry(id).or_default();
        if let Some(code) = &mut person.code {
            code.spent = true;
        }
        for earlier in &person.keys {
            if let Some(key) = state.keys.get_mut(earlier) {
                key.revoked = true;
            }
        }
        person.keys.push(device);
        state.keys.insert(device, record);
    }))
}
