//! The newest roll as the log has it.

use std::collections::BTreeMap;

use yishi_protocol::body::ScopeRow;
use yishi_protocol::id::{PartyId, PersonId, RollId, UnitId};
use yishi_protocol::projection::{RollPart, RollUnit};
use yishi_protocol::view::RollTotals;

use crate::roll::place::{building_key, entrance_key};

/// The newest roll, put together from the pages in which a server shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewestRoll {
    /// Which.
    pub roll: RollId,
    /// What it adds up to.
    pub totals: RollTotals,
    /// The parts of the estate, each after the part it lies in.
    pub scopes: Vec<ScopeRow>,
    /// The units.
    pub units: Vec<RollUnit>,
    /// Every party of this roll and of earlier ones, by its owners in ascending order.
    pub parties: BTreeMap<Vec<PersonId>, PartyId>,
}

impl NewestRoll {
    /// Puts the pages together, in their order; none if there is no roll, or if they are of several: it changed meanwhile.
    pub fn of_pages(pages: Vec<RollPart>) -> Option<Self> {
        let (roll, totals) = (pages.first()?.roll?, pages.first()?.totals?);
        if pages.iter().any(|page| page.roll != Some(roll)) {
            return None;
        }
        let mut parties = BTreeMap::new();
        let (mut scopes, mut units) = (Vec::new(), Vec::new());
        for page in pages {
            parties.extend(page.former.into_iter().map(|(party, owners)| (owners, party)));
            scopes = page.scopes;
            units.extend(page.units);
        }
        for unit in &units {
            let owners = unit.owners.iter().map(|owner| owner.person).collect();
            parties.insert(owners, unit.party);
        }
        units.sort_by_key(|unit: &RollUnit| unit.unit);
        Some(Self { roll, totals, scopes, units, parties })
    }

    /// A unit.
    pub fn unit(&self, id: &UnitId) -> Option<&RollUnit> {
        let place = self.units.binary_search_by_key(id, |unit| unit.unit).ok()?;
        self.units.get(place)
    }

    /// The parts of the estate by what the names of the buildings and entrances that lie in them mean; the estate by no name.
    pub(super) fn scopes_by_name(&self) -> BTreeMap<Vec<String>, u32> {
        let mut named = BTreeMap::new();
        if let Some((estate, _)) = self.scopes.iter().find(|(_, parent)| parent.is_none()) {
            named.insert(Vec::new(), *estate);
        }
        for (name, scope) in self.named() {
            let mut parts = name.into_iter();
            let building = parts.next().map(|building| building_key(&building));
            let entrance = parts.next().map(|entrance| entrance_key(&entrance));
            named.entry(building.into_iter().chain(entrance).collect()).or_insert(scope);
        }
        named
    }

    /// What each part of the estate is called, by the addresses of the units in it.
    pub fn parts(&self) -> BTreeMap<u32, String> {
        let mut parts = BTreeMap::new();
        for (name, scope) in self.named() {
            parts.entry(scope).or_insert_with(|| name.concat());
        }
        parts
    }

    /// Each part that units' addresses name: building, or building and entrance.
    fn named(&self) -> Vec<(Vec<String>, u32)> {
        let parents: BTreeMap<u32, Option<u32>> = self.scopes.iter().copied().collect();
        let mut named = Vec::new();
        for unit in &self.units {
            let Some(place) = unit.address() else { continue };
            if place.entrance.is_empty() {
                named.push((vec![place.building], unit.scope));
            } else {
                let building = parents.get(&unit.scope).copied().flatten();
                named.extend(building.map(|scope| (vec![place.building.clone()], scope)));
                named.push((vec![place.building, place.entrance], unit.scope));
            }
        }
        named
    }
}
