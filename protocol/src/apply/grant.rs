//! `grant`: gives a person an office until a date. Grants form a tree from the roots and only ever narrow.
//!
//! A person whose key nobody but one issuer stands behind has an office only once its giver, or a root, has confirmed that
//! key: else whoever issued their letter would have it.

use super::{Change, Placed};
use crate::body::{Capability, Grant};
use crate::id::PersonId;
use crate::office::{OWN_ORG_ONLY, UNDIVIDED, go_together};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, GrantRecord, KeyRecord, Org, Person, State};

/// How many hands a capability may pass through, so that a screen can prove an author's right with three entries.
const MAX_DEPTH: u32 = 3;

pub(super) fn check(state: &State, placed: &Placed, body: &Grant) -> Result<Change, Rejection> {
    placed.require(state, Capability::Grant)?;
    let listed = !body.caps.is_empty() && body.caps.is_sorted_by(|left, right| left < right);
    require(listed, Code::GrantInvalid)?;
    require(body.is_in_force(placed.received_ms), Code::GrantExpired)?;
    let org = state.orgs.get(&body.org).ok_or(Code::OrgUnknown)?;
    check_office(state, org, body)?;
    let person = state.persons.get(&body.person).ok_or(Code::PersonUnknown)?;
    check_together(state, placed, person, org, body)?;

    let by = placed.actor()?;
    let depth = match by {
        Actor::Person(granter) => narrowed_depth(state, placed, granter, body)?,
        // Roots give anything, they are where all grants come from: but none in the name of another root's organisation, which
        // would make one of them two.
        Actor::Root(key) => {
            require(org.root.is_none_or(|root| root == key), Code::GrantOtherOrg)?;
            1
        }
    };
    let vouched = |key| state.keys.get(key).is_some_and(KeyRecord::is_vouched);
    let waits = !person.live_keys(&state.keys).any(vouched);
    let grant = GrantRecord {
        entry: placed.id,
        by,
        caps: body.caps.clone(),
        org: body.org,
        reach: body.reach.clone(),
        role: body.role,
        title: body.title,
        since_ms: placed.received_ms,
        until_ms: body.until_ms,
        depth,
        waits,
        ended_ms: None,
    };
    let person = body.person;
    Ok(Change::new(move |state| state.persons.entry(person).or_default().grants.push(grant)))
}

/// That the role has what is given, in such an organisation, as far as it reaches.
fn check_office(state: &State, org: &Org, body: &Grant) -> Result<(), Rejection> {
    let may_hold = body.caps.iter().all(|capability| body.role.capabilities().contains(capability));
    require(may_hold && body.role.organisations().contains(&org.kind), Code::RoleInvalid)?;
    require(body.reach.is_well_formed(), Code::ReachInvalid)?;
    let whole = body.reach.is_everywhere() || !body.caps.iter().any(|cap| UNDIVIDED.contains(cap));
    require(whole, Code::ReachInvalid)?;
    let roll = state.newest_roll().map(|(_, roll)| roll);
    let known = |scope: &u32| roll.is_some_and(|roll| roll.scopes.contains_key(scope));
    require(body.reach.scopes.iter().flatten().all(known), Code::ScopeUnknown)
}

/// That the person's other offices go together with this one, those that wait included.
fn check_together(
    state: &State,
    placed: &Placed,
    person: &Person,
    org: &Org,
    body: &Grant,
) -> Result<(), Rejection> {
    let held = person.grants.iter().filter(|grant| grant.may_come_into_force(placed.received_ms));
    let mut held = held.filter_map(|grant| Some((state.orgs.get(&grant.org)?.kind, grant.role)));
    require(held.all(|held| go_together(held, (org.kind, body.role))), Code::OfficesClash)
}

/// The depth of the new grant, if the granter holds everything it gives, as far and for at least as long.
fn narrowed_depth(state: &State, placed: &Placed, granter: PersonId, body: &Grant) -> Result<u32, Rejection> {
    let roll = state.newest_roll().map(|(_, roll)| roll);
    let mut deepest = 0;
    for capability in body.caps.iter().chain([&Capability::Grant]) {
        let held = state
            .grants_of(&granter, *capability, placed.received_ms)
            .filter(|held| held.until_ms >= body.until_ms && held.reach.contains(roll, &body.reach));
        let least = held.clone().map(|held| held.depth).min();
        deepest = deepest.max(least.ok_or(Code::GrantWidens)?);
        let own = held.clone().any(|held| held.org == body.org);
        let given = body.caps.contains(capability);
        require(!given || !OWN_ORG_ONLY.contains(capability) || own, Code::GrantOtherOrg)?;
    }
    require(deepest < MAX_DEPTH, Code::GrantTooDeep)?;
    Ok(deepest.saturating_add(1))
}
