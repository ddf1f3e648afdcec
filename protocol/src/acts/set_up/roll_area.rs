//! What rolls must show: the areas of their counted units add up to what is stated.

use super::roll::Roll;
use super::roll_change::RollChange;
use crate::admit::Shown;
use crate::id::{BlobId, UnitId};
use crate::rejection::{Code, Rejection};
use crate::state::{Map, State, Unit, counts};

/// The units and the stated area of a roll that an entry makes, or puts in force. None if what it is made of is not
/// there, which [`apply`](crate::apply) has refused.
pub(crate) struct Rolled {
    units: Map<UnitId, Unit>,
    area_c: u64,
}

impl Rolled {
    pub(crate) fn whole(state: &State, roll: &Roll) -> Option<Self> {
        Some(Self { units: state.drafts.get(&roll.set)?.units.clone(), area_c: roll.area_c })
    }

    pub(crate) fn changed(state: &State, change: &RollChange) -> Option<Self> {
        let rows = change.set.as_ref().and_then(|set| state.drafts.get(set));
        let units = state.rolls.get(&change.base)?.units_after(&change.gone, rows);
        Some(Self { units, area_c: change.area_c })
    }

    /// That the areas at hand give the stated one.
    pub(crate) fn admit(rolled: Option<Self>, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let Some(rolled) = rolled else { return Ok(()) };
        let parking_counts = shown.state.bylaws.parking_counts;
        let counted = rolled.units.iter().filter(|(_, unit)| counts(unit.kind, parking_counts));
        shown.area(counted.map(|(id, unit)| (*id, unit)), rolled.area_c, Code::RollArea)
    }

    /// The blobs that it rests on.
    pub(crate) fn facts(rolled: Option<Self>) -> Vec<BlobId> {
        rolled.map_or_else(Vec::new, |rolled| rolled.units.values().map(|unit| unit.facts).collect())
    }
}
