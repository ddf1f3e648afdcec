//! How large units are, as far as their blobs are at hand.

use std::collections::BTreeMap;

use crate::blob::{BlobKind, Evidence, UnitFacts};
use crate::id::{BlobId, Hash, UnitId};
use crate::rejection::Rejection;
use crate::state::Unit;

/// The areas of some units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// In 0.01 m², by unit.
    pub by_unit: BTreeMap<UnitId, u64>,
    /// The blobs of units whose area is not known.
    pub missing: Vec<BlobId>,
}

impl Areas {
    /// All known areas together, in 0.01 m².
    pub fn sum(&self) -> u64 {
        self.by_unit.values().fold(0, |sum, area_c| sum.saturating_add(*area_c))
    }
}

/// Reads the areas of units.
///
/// # Errors
/// What a blob breaks that is at hand but does not fit the entry naming it.
pub fn areas<'a>(
    units: impl IntoIterator<Item = (UnitId, &'a Unit)>,
    evidence: &Evidence,
) -> Result<Areas, Rejection> {
    let mut areas = Areas::default();
    for (id, unit) in units {
        match evidence.read::<UnitFacts>(&unit.facts, BlobKind::Unit, &Hash::ZERO)? {
            Some(facts) => drop(areas.by_unit.insert(id, facts.area_c.into())),
            None => areas.missing.push(unit.facts),
        }
    }
    Ok(areas)
}
