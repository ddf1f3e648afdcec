//! `genesis`: founds an estate. Stands first and once.

use super::{Change, Placed};
use crate::body::Genesis;
use crate::id::EstateId;
use crate::rejection::{Code, Rejection, require};
use crate::signature::check_key;
use crate::state::{Estate, KeyRecord, Map, State};

/// The version of the rules this library judges by. 0 is the time before the first release: logs made then are for
/// trial, and their rules may still change.
pub const RULES: u32 = 0;

pub(super) fn check(state: &State, placed: &Placed, body: &Genesis) -> Result<Change, Rejection> {
    require(state.estate.is_none(), Code::GenesisTwice)?;
    require(placed.estate == EstateId::ZERO, Code::WrongEstate)?;
    require(body.rules == RULES, Code::RulesUnknown)?;
    let valid = (1..=120).contains(&body.name.len())
        && (1..=16).contains(&body.roots.len())
        && body.roots.is_sorted_by(|left, right| left < right)
        && body.roots.contains(&placed.author)
        && !body.roots.contains(&body.log_key)
        // Acts of a root do not wait for another root yet.
        && body.root_quorum == 1;
    require(valid, Code::GenesisInvalid)?;
    for key in body.roots.iter().chain([&body.log_key]) {
        check_key(key)?;
    }

    let estate =
        Estate { id: placed.id.into(), log_key: body.log_key, name: body.name.clone(), rules: body.rules };
    let record = KeyRecord::root(placed.received_ms);
    let keys: Map<_, _> = body.roots.iter().map(|key| (*key, record.clone())).collect();
    Ok(Change::new(move |state| {
        state.estate = Some(estate);
        state.keys = keys;
    }))
}
