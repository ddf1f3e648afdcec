//! `roll`: closes a set of pages. From now on agendas can be noticed with it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, Placed};
use crate::body::{self, Capability, ScopeRow};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Roll, RollDraft, State};

/// The most parts an estate can have.
const MAX_SCOPES: usize = 2000;

pub(super) fn check(state: &State, placed: &Placed<'_>, body: &body::Roll) -> Result<Change, Rejection> {
    placed.require(state, Capability::Roll)?;
    require(!state.rolls.values().any(|roll| roll.set == body.set), Code::SetClosed)?;
    let draft = state.drafts.get(&body.set).ok_or(Code::SetUnknown)?;
    let missing = (0..draft.pages).find(|page| !draft.received.contains(page));
    if let Some(page) = missing {
        return Err(Rejection::with(Code::PagesMissing, format!("page {page} of {}", draft.pages)));
    }

    let (estate, scopes) = check_scopes(&body.scopes)?;
    let roll = assemble(draft, scopes, body, placed.index)?;
    let heads = u32::try_from(roll.heads_in(estate, state.bylaws.parking_counts));
    require(heads == Ok(body.heads), Code::RollHeads)?;

    let (id, set) = (placed.entry.id(), body.set);
    Ok(Change::new(move |state| {
        state.drafts.remove(&set);
        state.rolls.insert(id, roll);
    }))
}

/// One tree: the estate first, every part after the part it lies in.
fn check_scopes(rows: &[ScopeRow]) -> Result<(u32, BTreeMap<u32, Option<u32>>), Rejection> {
    require(rows.len() <= MAX_SCOPES, Code::ScopeTree)?;
    let Some(((estate, None), parts)) = rows.split_first() else {
        return Err(Code::ScopeTree.into());
    };
    let mut scopes = BTreeMap::from([(*estate, None)]);
    for (scope, parent) in parts {
        require(parent.is_some_and(|parent| scopes.contains_key(&parent)), Code::ScopeTree)?;
        require(scopes.insert(*scope, *parent).is_none(), Code::ScopeTree)?;
    }
    Ok((*estate, scopes))
}

fn assemble(
    draft: &RollDraft,
    scopes: BTreeMap<u32, Option<u32>>,
    body: &body::Roll,
    index: u64,
) -> Result<Roll, Rejection> {
    let mut parties = draft.parties.clone();
    for (number, unit) in &draft.units {
        require(scopes.contains_key(&unit.scope), Code::ScopeUnknown)?;
        parties.get_mut(&unit.party).ok_or(Code::PartyUnknown)?.units.push(*number);
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
