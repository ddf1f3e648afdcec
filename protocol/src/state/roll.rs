//! The owner roll: who votes, and what for.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::body::UnitKind;
use crate::count::{By, Voter, Voters};
use crate::id::{BlobId, PartyId, PersonId, SetId};

/// An owner party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Its owners, in ascending order.
    pub persons: Vec<PersonId>,
    /// Which of several owners votes for it.
    pub representative: Option<PersonId>,
    /// The numbers of its units, in ascending order.
    pub units: Vec<u32>,
}

/// A unit of the roll. Its area and address are blobs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Who owns it.
    pub party: PartyId,
    /// The part of the estate it lies in.
    pub scope: u32,
    /// What it is.
    pub kind: UnitKind,
    /// Its area, a blob of kind `unit`.
    pub facts: BlobId,
    /// Its address, a blob of kind `place`.
    pub place: BlobId,
    /// The place in the log of the page that lists it.
    pub page: u64,
}

/// An upload that is not closed yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollDraft {
    /// How many pages it will have.
    pub pages: u32,
    /// Which pages are here.
    pub received: BTreeSet<u32>,
    /// The parties so far; their unit lists fill when the set is closed.
    pub parties: BTreeMap<PartyId, Party>,
    /// The committed names so far.
    pub people: BTreeMap<PersonId, BlobId>,
    /// The units so far.
    pub units: BTreeMap<u32, Unit>,
}

impl RollDraft {
    /// A set of that many pages, none of which is here.
    pub(crate) fn new(pages: u32) -> Self {
        Self {
            pages,
            received: BTreeSet::new(),
            parties: BTreeMap::new(),
            people: BTreeMap::new(),
            units: BTreeMap::new(),
        }
    }
}

/// A closed roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roll {
    /// The area of all counted units, in 0.01 m², as the host stated and the units' blobs confirmed.
    pub area_c: u64,
    /// The number of parties with a counted unit.
    pub heads: u32,
    /// Parties by id.
    pub parties: BTreeMap<PartyId, Party>,
    /// Names by person, as blobs of kind `person`.
    pub people: BTreeMap<PersonId, BlobId>,
    /// The place in the log of its `roll` entry.
    pub index: u64,
    /// The upload it was made from, which cannot be closed twice.
    pub set: SetId,
    /// Units by number.
    pub units: BTreeMap<u32, Unit>,
    /// Each part of the estate and the part it lies in; the estate lies in none.
    pub scopes: BTreeMap<u32, Option<u32>>,
}

impl Roll {
    /// Whether `scope` is `outer` or lies in it.
    pub fn lies_in(&self, scope: u32, outer: u32) -> bool {
        let mut here = Some(scope);
        while let Some(scope) = here {
            if scope == outer {
                return true;
            }
            // Each scope was listed after its parent, so the way up ends.
            here = self.scopes.get(&scope).copied().flatten();
        }
        false
    }

    /// The units that count in a scope.
    pub fn counted_units(&self, scope: u32, parking_counts: bool) -> impl Iterator<Item = (u32, &Unit)> {
        let counts = move |unit: &Unit| counts(unit.kind, parking_counts) && self.lies_in(unit.scope, scope);
        self.units.iter().map(|(number, unit)| (*number, unit)).filter(move |(_, unit)| counts(unit))
    }

    /// How many parties have a counted unit in a scope: each is one head (SPC interpretation, art. 9).
    pub fn heads_in(&self, scope: u32, parking_counts: bool) -> usize {
        self.counted_units(scope, parking_counts).map(|(_, unit)| unit.party).collect::<BTreeSet<_>>().len()
    }

    /// The parties to which a person belongs.
    pub fn parties_of(&self, person: &PersonId) -> impl Iterator<Item = (&PartyId, &Party)> {
        self.parties.iter().filter(move |(_, party)| party.persons.contains(person))
    }

    /// In which role a person casts for a party: owner, one of several owners, or proxy.
    pub fn role(&self, party: &PartyId, person: PersonId) -> By<PersonId> {
        match self.parties.get(party) {
            Some(party) if !party.persons.contains(&person) => By::Proxy(person),
            Some(party) if party.persons.len() > 1 => By::CoOwner(person),
            _ => By::Owner,
        }
    }
}

/// Whether a unit of that kind counts, by area and for its owner's head. Nothing makes a storage room, a shelter or a
/// communal room count.
pub(crate) fn counts(kind: UnitKind, parking_counts: bool) -> bool {
    match kind {
        UnitKind::Dwelling | UnitKind::Office | UnitKind::Shop => true,
        UnitKind::Parking => parking_counts,
        UnitKind::CivilDefence | UnitKind::Communal | UnitKind::Storage => false,
    }
}

/// Who votes in one scope of a roll.
#[derive(Clone, Copy, Debug)]
pub struct AgendaVoters<'a> {
    /// The frozen roll.
    pub roll: &'a Roll,
    /// The part of the estate that votes.
    pub scope: u32,
    /// Whether parking spaces count.
    pub parking_counts: bool,
}

impl AgendaVoters<'_> {
    /// The units of a party that count; none if it has no vote here.
    pub fn units_of(&self, party: &PartyId) -> Vec<u32> {
        let units = self.roll.parties.get(party).map(|party| party.units.as_slice()).unwrap_or_default();
        units.iter().copied().filter(|number| self.counts(*number)).collect()
    }

    fn counts(&self, number: u32) -> bool {
        let counted =
            |unit: &Unit| counts(unit.kind, self.parking_counts) && self.roll.lies_in(unit.scope, self.scope);
        self.roll.units.get(&number).is_some_and(counted)
    }

    /// Whether a person owns, alone or with others, a counted unit in the scope.
    pub fn is_owner(&self, person: &PersonId) -> bool {
        let owns = |party: &PartyId| {
            self.roll.parties.get(party).is_some_and(|party| party.persons.contains(person))
        };
        self.roll.counted_units(self.scope, self.parking_counts).any(|(_, unit)| owns(&unit.party))
    }
}

impl Voters<PartyId, PersonId> for AgendaVoters<'_> {
    fn voter(&self, party: &PartyId) -> Option<Voter<PersonId>> {
        let party = self.roll.parties.get(party)?;
        if !party.units.iter().any(|number| self.counts(*number)) {
            return None;
        }
        Some(match party.persons.as_slice() {
            [_] => Voter::Sole,
            _ => Voter::Joint { representative: party.representative },
        })
    }
}
