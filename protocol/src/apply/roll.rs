//! `roll`: closes a set of pages. From now on agendas can be noticed with it.

use std::collections::BTreeSet;

use super::second::propose;
use super::{At, Change, Placed, representative};
use crate::body::{self, Capability, ScopeRow};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Map, Proposed, Roll, RollDraft, State};

/// The most levels of a scope tree, the estate's included: every look at a scope walks up to it.
const MAX_LEVELS: u32 = 8;
/// The most parts an estate can have.
const MAX_SCOPES: usize = 2000;

pub(super) fn check(state: &State, placed: &Placed, body: &body::Roll) -> Result<Change, Rejection> {
    placed.require(state, Capability::Roll)?;
    let change = effect(state, &placed.at(), body)?;
    if state.bylaws.roll_quorum == 0 {
        return Ok(change);
    }
    propose(state, placed, Proposed::Roll(body.clone()))
}

/// What it does once it is in force: from then on agendas can be noticed with it, and its column of representatives speaks
/// for the homes that it names one for.
pub(super) fn effect(state: &State, at: &At, body: &body::Roll) -> Result<Change, Rejection> {
    require(!state.rolls.values().any(|roll| roll.set == body.set), Code::SetClosed)?;
    let draft = state.drafts.get(&body.set).ok_or(Code::SetUnknown)?;
    let missing = (0..draft.pages).find(|page| !draft.received.contains(page));
    if let Some(page) = missing {
        return Err(Rejection::with(Code::PagesMissing, format!("page {page} of {}", draft.pages)));
    }

    let (estate, scopes) = check_scopes(&body.scopes)?;
    let roll = assemble(draft, scopes, body, at.index)?;
    let heads = u32::try_from(roll.heads_in(estate, state.bylaws.parking_counts));
    require(heads == Ok(body.heads), Code::RollHeads)?;

    check_owner_sets(state, &roll)?;

    let (id, set, at_ms) = (at.entry, body.set, at.received_ms);
    Ok(Change::new(move |state| {
        for (party, owners) in &roll.parties {
            if let Some(person) = owners.representative {
                state.namings.entry(*party).or_default().record(person, false, &owners.persons, at_ms);
                representative::reconsider(state, party, at_ms);
            }
        }
        state.drafts.remove(&set);
        state.rolls.insert(id, roll);
    }))
}

/// A party is one set of owners for ever: under another set the namings of the old owners would speak for the new ones.
fn check_owner_sets(state: &State, roll: &Roll) -> Result<(), Rejection> {
    for (id, party) in &roll.parties {
        let same =
            |earlier: &Roll| earlier.parties.get(id).is_none_or(|earlier| earlier.persons == party.persons);
        require(state.rolls.values().all(same), Code::PartyChanged)?;
    }
    Ok(())
}

/// One tree: the estate first, every part after the part it lies in.
fn check_scopes(rows: &[ScopeRow]) -> Result<(u32, Map<u32, Option<u32>>), Rejection> {
    require(rows.len() <= MAX_SCOPES, Code::ScopeTree)?;
    let Some(((estate, None), parts)) = rows.split_first() else {
        return Err(Code::ScopeTree.into());
    };
    let mut scopes = Map::from([(*estate, None)]);
    let mut levels = Map::from([(*estate, 1)]);
    for (scope, parent) in parts {
        let above = parent.and_then(|parent| levels.get(&parent).copied()).ok_or(Code::ScopeTree)?;
        require(above < MAX_LEVELS && scopes.insert(*scope, *parent).is_none(), Code::ScopeTree)?;
        levels.insert(*scope, above.saturating_add(1));
    }
    Ok((*estate, scopes))
}

fn assemble(
    draft: &RollDraft,
    scopes: Map<u32, Option<u32>>,
    body: &body::Roll,
    index: u64,
) -> Result<Roll, Rejection> {
    let mut parties = draft.parties.clone();
    for (id, unit) in &draft.units {
        require(scopes.contains_key(&unit.scope), Code::ScopeUnknown)?;
        parties.get_mut(&unit.party).ok_or(Code::PartyUnknown)?.units.push(*id);
    }
    let mut owner_sets = BTreeSet::new();
    for party in parties.values() {
        require(!party.units.is_empty(), Code::PartyWithoutUnit)?;
        require(owner_sets.insert(&party.persons), Code::OwnerSetRepeated)?;
    }
    Ok(Roll {
        area_c: body.area_c,
        heads: body.heads,
        parties,
        index,
        people: draft.people.clone(),
        scopes,
        set: body.set,
        units: draft.units.clone(),
    })
}
