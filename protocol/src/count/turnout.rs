//! How many have voted: as far as everybody may know while a vote is open, and exactly, for the desk.

use std::collections::BTreeSet;

use super::threshold::QUORUM;
use super::weight::Weight;
use crate::blob::{BlobKind, Evidence, UnitFacts};
use crate::calendar::HOUR_MS;
use crate::id::{Hash, PartyId};
use crate::rejection::Rejection;
use crate::state::{Agenda, Roll};

/// The figure moves in steps of this many parties.
const STEP: u64 = 5;

/// How many parties had a standing ballot at the last full hour, rounded down to a multiple of five: whoever watches the
/// figure cannot tell from a change that a certain neighbour has just voted.
pub fn public_turnout(agenda: &Agenda, now_ms: u64) -> u64 {
    let hour_ms = now_ms.checked_div(HOUR_MS).unwrap_or_default().saturating_mul(HOUR_MS);
    let cast = agenda.book.casts().iter().filter(|cast| cast.at < hour_ms);
    let parties: BTreeSet<_> =
        cast.map(|cast| cast.party).filter(|party| agenda.book.standing(party).is_some()).collect();
    let parties = u64::try_from(parties.len()).unwrap_or(u64::MAX);
    parties.saturating_sub(parties.checked_rem(STEP).unwrap_or_default())
}

/// Who takes part in a vote now. It says nothing of what anybody chose, and is for those who call on homes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turnout {
    /// The parties with a standing ballot.
    pub parties: BTreeSet<PartyId>,
    /// The parties whose ballots are all held, because their owners have not named who votes.
    pub held: BTreeSet<PartyId>,
    /// What the parties with a standing ballot weigh.
    pub participating: Weight,
    /// How much more is needed for a quorum.
    pub missing: Weight,
}

/// Adds up who takes part. A unit whose area is not at hand adds none.
///
/// # Errors
/// What a blob breaks that is at hand but does not fit the entry naming it.
pub fn turnout(agenda: &Agenda, roll: &Roll, evidence: &Evidence) -> Result<Turnout, Rejection> {
    let mut turnout = Turnout::default();
    for party in agenda.book.casts().iter().map(|cast| cast.party) {
        if agenda.book.standing(&party).is_some() {
            turnout.parties.insert(party);
        } else {
            turnout.held.insert(party);
        }
    }
    let mut area_c = 0_u64;
    for (_, unit) in roll.counted_units(agenda.scope, agenda.bylaws.parking_counts) {
        if turnout.parties.contains(&unit.party)
            && let Some(facts) = evidence.read::<UnitFacts>(&unit.facts, BlobKind::Unit, &Hash::ZERO)?
        {
            area_c = area_c.saturating_add(facts.area_c.into());
        }
    }
    let heads = u64::try_from(turnout.parties.len()).unwrap_or(u64::MAX);
    turnout.participating = Weight { area_c, heads };
    let needed =
        Weight { area_c: QUORUM.least_of(agenda.area_c), heads: QUORUM.least_of(agenda.heads.into()) };
    turnout.missing = needed.without(turnout.participating);
    Ok(turnout)
}
