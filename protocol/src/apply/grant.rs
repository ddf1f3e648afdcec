//! `grant`: gives a person capabilities until a date. Grants form a tree from the roots and only ever narrow.

use super::{Change, Placed};
use crate::body::{Capability, Grant};
use crate::rejection::{Code, Rejection, require};
use crate::state::{GrantRecord, KeyHolder, State};

/// How many hands a capability may pass through, so that a screen can prove an author's right with three entries.
const MAX_DEPTH: u32 = 3;

pub(super) fn check(state: &State, placed: &Placed<'_>, body: &Grant) -> Result<Change, Rejection> {
    placed.require(state, Capability::Grant)?;
    let listed = !body.caps.is_empty() && body.caps.is_sorted_by(|left, right| left < right);
    require(listed, Code::GrantInvalid)?;
    require(body.is_in_force(placed.received_ms), Code::GrantExpired)?;
    require(state.persons.contains_key(&body.person), Code::PersonUnknown)?;

    let depth = match placed.holder {
        Some(KeyHolder::Person(granter)) => narrowed_depth(state, placed, granter, body)?,
        // Roots give anything: they are where all grants come from.
        Some(KeyHolder::Root) | None => 1,
    };
    let entry = placed.entry.id();
    let grant =
        GrantRecord { entry, caps: body.caps.clone(), title: body.title, until_ms: body.until_ms, depth };
    let person = body.person;
    Ok(Change::new(move |state| state.persons.entry(person).or_default().grants.push(grant)))
}

/// The depth of the new grant, if the granter holds everything it gives for at least as long.
fn narrowed_depth(
    state: &State,
    placed: &Placed<'_>,
    granter: crate::id::PersonId,
    body: &Grant,
) -> Result<u32, Rejection> {
    let granter = state.persons.get(&granter).ok_or(Code::PersonUnknown)?;
    let mut deepest = 0;
    for capability in body.caps.iter().chain([&Capability::Grant]) {
        let long_enough = granter
            .grants_in_force(placed.received_ms, *capability)
            .filter(|held| held.until_ms >= body.until_ms)
            .map(|held| held.depth);
        deepest = deepest.max(long_enough.min().ok_or(Code::GrantWidens)?);
    }
    require(deepest < MAX_DEPTH, Code::GrantTooDeep)?;
    Ok(deepest.saturating_add(1))
}
