//! Whether a stated area can be that of its units.

use crate::blob::{BlobKind, Evidence, UnitFacts};
use crate::bylaws::Bylaws;
use crate::count::Areas;
use crate::id::Hash;
use crate::rejection::{Code, Rejection, require};
use crate::state::{Roll, State, counts};

/// That a stated area is at least what is at hand, and at most that with as much for each missing unit as can be said.
/// With nothing missing only the sum passes.
///
/// # Errors
/// The code.
pub(crate) fn check_area(areas: &Areas, stated_c: u64, otherwise: Code) -> Result<(), Rejection> {
    let missing = u64::try_from(areas.missing.len()).unwrap_or(u64::MAX);
    let most = areas.sum().saturating_add(missing.saturating_mul(u32::MAX.into()));
    require((areas.sum()..=most).contains(&stated_c), otherwise)
}

/// The least and the most that some units can be together, in 0.01 m².
#[derive(Clone, Copy, Default)]
struct Span {
    least: u64,
    most: u64,
}

impl Span {
    fn add(&mut self, area_c: Option<u32>) {
        self.least = self.least.saturating_add(area_c.unwrap_or_default().into());
        self.most = self.most.saturating_add(area_c.unwrap_or(u32::MAX).into());
    }
}

/// That the area of a scope fits that of its roll: both together with the units of the roll outside the scope. The roll
/// was counted with parking or without, whichever gives its heads; without, as long as no settings came into force.
///
/// # Errors
/// `SCOPE_AREA`; and what a blob breaks that is at hand but does not fit the entry naming it.
pub(crate) fn check_scope_area(
    state: &State,
    roll: &Roll,
    (scope, parking_counts): (u32, bool),
    stated_c: u64,
    evidence: &Evidence,
) -> Result<(), Rejection> {
    // What the roll has beside the scope, and the parking that the scope counts.
    let (mut beside, mut beside_parking, mut inside_parking) =
        (Span::default(), Span::default(), Span::default());
    for unit in roll.units.values().filter(|unit| counts(unit.kind, true)) {
        let facts: Option<UnitFacts> = evidence.read(&unit.facts, BlobKind::Unit, &Hash::ZERO)?;
        let area_c = facts.map(|facts| facts.area_c);
        let inside = roll.lies_in(unit.scope, scope);
        if !counts(unit.kind, false) {
            let parking = if inside && parking_counts { &mut inside_parking } else { &mut beside_parking };
            parking.add(area_c);
        } else if !inside {
            beside.add(area_c);
        }
    }
    let estate = roll.estate_scope().unwrap_or_default();
    let counted_so = |parking: bool| {
        let known = state.adopted.is_some() || parking == Bylaws::default().parking_counts;
        known && u32::try_from(roll.heads_in(estate, parking)) == Ok(roll.heads)
    };
    let without = || {
        let most = stated_c.saturating_sub(inside_parking.least).saturating_add(beside.most);
        let least = stated_c.saturating_sub(inside_parking.most).saturating_add(beside.least);
        stated_c >= inside_parking.least && (least..=most).contains(&roll.area_c)
    };
    let with = || {
        let least = stated_c.saturating_add(beside.least).saturating_add(beside_parking.least);
        let most = stated_c.saturating_add(beside.most).saturating_add(beside_parking.most);
        (least..=most).contains(&roll.area_c)
    };
    let fits = (counted_so(false) && without()) || (counted_so(true) && with());
    require(fits, Code::ScopeArea)
}
