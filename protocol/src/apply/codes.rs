//! `codes`: publishes the public halves of enrolment codes. It is also what makes a person known to the estate.

use std::collections::BTreeSet;

use super::{Change, Placed};
use crate::body::{Capability, Codes};
use crate::rejection::{Code as Refusal, Rejection, require};
use crate::signature::check_key;
use crate::state::{Code, State};

/// The most rows of one entry.
const MAX_ROWS: usize = 400;

pub(super) fn check(state: &State, placed: &Placed<'_>, body: &Codes) -> Result<Change, Rejection> {
    placed.require(state, Capability::Codes)?;
    require((1..=MAX_ROWS).contains(&body.codes.len()), Refusal::CodesInvalid)?;
    require(body.expires_ms > placed.received_ms, Refusal::CodeExpired)?;
    let (mut persons, mut keys) = (BTreeSet::new(), BTreeSet::new());
    for (person, key) in &body.codes {
        require(persons.insert(*person) && keys.insert(*key), Refusal::CodesInvalid)?;
        let used = state.code_keys.contains_key(key) || state.keys.contains_key(key);
        require(!used, Refusal::CodeReused)?;
        check_key(key)?;
    }

    let (codes, expires_ms, entry) = (body.codes.clone(), body.expires_ms, placed.entry.id());
    Ok(Change::new(move |state| {
        for (person, key) in codes {
            state.code_keys.insert(key, entry);
            state.persons.entry(person).or_default().code = Some(Code { key, expires_ms, spent: false });
        }
    }))
}
