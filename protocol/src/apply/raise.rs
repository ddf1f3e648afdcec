//! `raise`: brings up a matter. Anyone enrolled may; for somebody else only who takes such things down.

use std::collections::BTreeSet;

use super::{Change, Placed};
use crate::body::{Capability, Origin, Raise};
use crate::office::Concern;
use crate::rejection::{Code, Rejection, require};
use crate::state::{Map, Matter, State};

pub(super) fn check(state: &State, placed: &Placed, body: &Raise) -> Result<Change, Rejection> {
    let raiser = placed.person().ok_or(Code::PersonOnly)?;
    if body.origin != Origin::Resident {
        placed.require(state, Capability::Raise)?;
    }
    let (_, roll) = state.newest_roll().ok_or(Code::RollUnknown)?;
    require(roll.scopes.contains_key(&body.scope), Code::ScopeUnknown)?;
    if body.origin != Origin::Resident {
        let (scope, tier) = (Some(body.scope), Some(body.tier));
        let concern = Concern { scope, tier, category: body.category, ledgers: &[] };
        placed.require_for(state, Capability::Raise, &concern)?;
    }

    let matter = Matter {
        category: body.category,
        origin: body.origin,
        raiser,
        raised_ms: placed.received_ms,
        scope: body.scope,
        tier: body.tier,
        text: body.text,
        asked_ms: placed.received_ms,
        accepted_ms: None,
        declined: false,
        merged_into: None,
        supports: BTreeSet::new(),
        opinions: Map::new(),
        notices: Vec::new(),
        tasks: Vec::new(),
        done_ms: None,
        ratings: Map::new(),
        closing: None,
        trail: BTreeSet::from([placed.index]),
    };
    let id = placed.id;
    Ok(Change::new(move |state| drop(state.matters.insert(id, matter))))
}
