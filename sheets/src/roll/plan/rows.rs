//! What pages are filled with.

use std::collections::{BTreeMap, BTreeSet};

use yishi_protocol::blob::{AreaSource, Blob, BlobKind, PersonName, Place, UnitFacts};
use yishi_protocol::body::{PartyRow, UnitKind};
use yishi_protocol::id::{PartyId, PersonId, Salt, UnitId};
use yishi_protocol::state::counts;
use yishi_protocol::view::RollTotals;

use super::{PlanError, Random};
use crate::roll::{FilePerson, FileUnit, RollFile};

/// A unit to be listed.
pub(super) struct UnitEntry {
    pub(super) id: UnitId,
    pub(super) party: PartyId,
    pub(super) scope: u32,
    pub(super) kind: UnitKind,
    pub(super) area_c: u32,
    pub(super) facts: Blob,
    pub(super) place: Blob,
}

/// Units, parties and people to be listed.
#[derive(Default)]
pub(super) struct Rows {
    /// The units.
    pub(super) units: Vec<UnitEntry>,
    /// The parties that need a row, by id.
    pub(super) parties: BTreeMap<PartyId, PartyRow>,
    /// The names of all their people.
    pub(super) names: BTreeMap<PersonId, Blob>,
}

/// Half of 32 random bytes.
pub(super) fn half(random: Random<'_>) -> Result<[u8; 16], PlanError> {
    let bytes = random().ok_or(PlanError::Random)?;
    bytes.first_chunk().copied().ok_or(PlanError::Random)
}

pub(super) fn salt(random: Random<'_>) -> Result<Salt, PlanError> {
    random().map(Salt::from_bytes).ok_or(PlanError::Random)
}

/// The file does not say where an area comes from; a roll that a host uploads is the register's.
pub(super) fn facts(unit: &FileUnit, random: Random<'_>) -> Result<Blob, PlanError> {
    let facts = UnitFacts { area_c: unit.area_c, source: AreaSource::Registered };
    Ok(Blob::record(BlobKind::Unit, salt(random)?, &facts))
}

pub(super) fn place(unit: &FileUnit, random: Random<'_>) -> Result<Blob, PlanError> {
    let place =
        Place { building: unit.building.clone(), entrance: unit.entrance.clone(), room: unit.room.clone() };
    Ok(Blob::record(BlobKind::Place, salt(random)?, &place))
}

pub(super) fn name(person: &FilePerson, random: Random<'_>) -> Result<Blob, PlanError> {
    let name = PersonName { name: person.name.clone(), phone: person.phone.clone() };
    Ok(Blob::record(BlobKind::Person, salt(random)?, &name))
}

impl Rows {
    /// Everything that a file lists.
    pub(super) fn of_file(
        file: &RollFile,
        persons: &[PersonId],
        parties: &[PartyId],
        units: &[UnitId],
        random: Random<'_>,
    ) -> Result<Self, PlanError> {
        let mut rows = Self::default();
        for (party, id) in file.parties.iter().zip(parties) {
            let mut owners: Vec<PersonId> =
                party.owners.iter().filter_map(|owner| persons.get(*owner)).copied().collect();
            owners.sort();
            let representative = party.representative.and_then(|owner| persons.get(owner)).copied();
            rows.parties.insert(*id, (*id, owners, representative));
        }
        for (person, id) in file.people.iter().zip(persons) {
            rows.names.insert(*id, name(person, random)?);
        }
        for (unit, id) in file.units.iter().zip(units) {
            rows.units.push(UnitEntry {
                id: *id,
                party: *parties.get(unit.party).ok_or(PlanError::TooLarge)?,
                scope: u32::try_from(unit.scope).map_err(|_| PlanError::TooLarge)?,
                kind: unit.kind,
                area_c: unit.area_c,
                facts: facts(unit, random)?,
                place: place(unit, random)?,
            });
        }
        Ok(rows)
    }

    /// What the units add up to.
    pub(super) fn totals(&self, parking_counts: bool) -> RollTotals {
        totals(self.units.iter().map(|unit| (unit.party, unit.kind, unit.area_c)), parking_counts)
    }
}

/// What units add up to: parties with a counted one, and the area of these.
pub(super) fn totals(
    units: impl Iterator<Item = (PartyId, UnitKind, u32)>,
    parking_counts: bool,
) -> RollTotals {
    let (mut parties, mut area_c) = (BTreeSet::new(), 0_u64);
    for (party, _, area) in units.filter(|(_, kind, _)| counts(*kind, parking_counts)) {
        parties.insert(party);
        area_c = area_c.saturating_add(area.into());
    }
    RollTotals { area_c, heads: u32::try_from(parties.len()).unwrap_or(u32::MAX) }
}
