//! The owner roll: who votes, and what for.

use std::collections::BTreeSet;

use super::{Actor, Agenda, Map, Naming, NoticeRecord, State};
use crate::body::{ScopeRow, UnitKind};
use crate::count::{By, Cast, Mandate, Voter, Voters};
use crate::id::{BlobId, PartyId, PersonId, SetId, UnitId};
use crate::strict_json::Strict;

/// An owner party.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Party {
    /// Its owners, in ascending order.
    pub persons: Vec<PersonId>,
    /// The place in the log of the page that lists it.
    pub page: u64,
    /// Which of several owners votes for it, by the roll's column; [`State::naming`] has what was named since.
    pub representative: Option<PersonId>,
    /// Its units, in ascending order.
    pub units: Vec<UnitId>,
}

/// A unit of the roll. Its area and address are blobs.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
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
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct RollDraft {
    /// Who began it: nobody else adds to it or closes it.
    pub by: Actor,
    /// How many pages it will have.
    pub pages: u32,
    /// Which pages are here, each with its place in the log.
    pub received: Map<u32, u64>,
    /// The parties so far; their unit lists fill when the set is closed.
    pub parties: Map<PartyId, Party>,
    /// The committed names so far.
    pub people: Map<PersonId, BlobId>,
    /// The units so far.
    pub units: Map<UnitId, Unit>,
}

impl RollDraft {
    /// Somebody's set of that many pages, none of which is here.
    pub(crate) fn new(by: Actor, pages: u32) -> Self {
        let (parties, people, units) = (Map::new(), Map::new(), Map::new());
        Self { by, pages, received: Map::new(), parties, people, units }
    }

    /// The names, areas and addresses that it lists.
    pub(crate) fn blobs(&self) -> impl Iterator<Item = &BlobId> {
        let units = self.units.values().flat_map(|unit| [&unit.facts, &unit.place]);
        units.chain(self.people.values())
    }
}

/// A closed roll.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Roll {
    /// The area of all counted units, in 0.01 m², as the host stated and the units' blobs confirmed.
    pub area_c: u64,
    /// The number of parties with a counted unit.
    pub heads: u32,
    /// Parties by id.
    pub parties: Map<PartyId, Party>,
    /// Names by person, as blobs of kind `person`.
    pub people: Map<PersonId, BlobId>,
    /// The place in the log of the entry that put it in force.
    pub index: u64,
    /// The places in the log of the pages of its set, page by page.
    pub pages: Vec<u64>,
    /// The upload it was made from, which cannot be closed twice; none if it only took away from an earlier one.
    pub set: Option<SetId>,
    /// Units by id.
    pub units: Map<UnitId, Unit>,
    /// Each part of the estate and the part it lies in; the estate lies in none.
    pub scopes: Map<u32, Option<u32>>,
}

impl Roll {
    /// Whether `scope` is `outer` or lies in it.
    pub fn lies_in(&self, scope: u32, outer: u32) -> bool {
        lies_in(&self.scopes, scope, outer)
    }

    /// The units that count in a scope.
    pub fn counted_units(&self, scope: u32, parking_counts: bool) -> impl Iterator<Item = (UnitId, &Unit)> {
        let counts = move |unit: &Unit| counts(unit.kind, parking_counts) && self.lies_in(unit.scope, scope);
        self.units.iter().map(|(id, unit)| (*id, unit)).filter(move |(_, unit)| counts(unit))
    }

    /// How many parties have a counted unit in a scope: each is one head (SPC interpretation, art. 9).
    pub fn heads_in(&self, scope: u32, parking_counts: bool) -> usize {
        self.counted_units(scope, parking_counts).map(|(_, unit)| unit.party).collect::<BTreeSet<_>>().len()
    }

    /// The parties to which a person belongs.
    pub fn parties_of(&self, person: &PersonId) -> impl Iterator<Item = (&PartyId, &Party)> {
        self.parties.iter().filter(move |(_, party)| party.persons.contains(person))
    }

    /// Whether a party has several owners.
    pub fn is_joint(&self, party: &PartyId) -> bool {
        self.parties.get(party).is_some_and(|party| party.persons.len() > 1)
    }

    /// In which role a person casts for a party: owner, one of several owners or whoever was recorded to act for them, or
    /// proxy. `named` represents the party.
    pub fn role(&self, party: &PartyId, person: PersonId, named: Option<PersonId>) -> By<PersonId> {
        match self.parties.get(party) {
            Some(party) if party.persons.contains(&person) && party.persons.len() == 1 => By::Owner,
            Some(party) if party.persons.contains(&person) => By::CoOwner(person),
            Some(_) if named == Some(person) => By::Agent(person),
            Some(_) => By::Proxy(person),
            None => By::Owner,
        }
    }

    /// The units of the roll that a change makes of this one: without those that are gone, with the rows of its pages.
    pub(crate) fn units_after(&self, gone: &[UnitId], rows: Option<&RollDraft>) -> Map<UnitId, Unit> {
        let mut units = self.units.clone();
        for unit in gone {
            units.remove(unit);
        }
        if let Some(rows) = rows {
            units.extend_from(&rows.units);
        }
        units
    }

    /// The parts of the estate, each after the part it lies in.
    pub fn scopes_in_order(&self) -> Vec<ScopeRow> {
        let level = |scope: u32| {
            let above = |scope: &u32| self.scopes.get(scope).copied().flatten();
            core::iter::successors(Some(scope), above).count()
        };
        let mut rows: Vec<ScopeRow> = self.scopes.iter().map(|(scope, parent)| (*scope, *parent)).collect();
        rows.sort_by_key(|(scope, _)| (level(*scope), *scope));
        rows
    }

    /// The part of the estate that lies in none: all of it.
    pub fn estate_scope(&self) -> Option<u32> {
        self.scopes.iter().find(|(_, parent)| parent.is_none()).map(|(scope, _)| *scope)
    }
}

/// The units of two rolls whose rows, or whose owners' rows, differ; in the order of their ids.
///
/// Rows name blobs: a roll uploaded as a whole names new ones for what has not changed, and only whoever has the blobs can tell.
pub fn differing_units(before: Option<&Roll>, after: &Roll) -> BTreeSet<UnitId> {
    let earlier = before.into_iter().flat_map(|before| before.units.keys());
    let row = |roll: &Roll, id: &UnitId| {
        let Unit { party, scope, kind, facts, place, page: _ } = roll.units.get(id)?;
        let owners = roll.parties.get(party)?;
        let names: Vec<_> = owners.persons.iter().map(|person| roll.people.get(person).copied()).collect();
        Some((*party, *scope, *kind, *facts, *place, owners.representative, names))
    };
    let differs = |id: &&UnitId| before.and_then(|before| row(before, id)) != row(after, id);
    earlier.chain(after.units.keys()).filter(differs).copied().collect()
}

/// Whether `scope` is `outer` or lies in it, by the parts of an estate, each of which was listed after the part it lies in.
pub(crate) fn lies_in(scopes: &Map<u32, Option<u32>>, scope: u32, outer: u32) -> bool {
    let mut here = Some(scope);
    while let Some(scope) = here {
        if scope == outer {
            return true;
        }
        // Each scope was listed after its parent, so the way up ends.
        here = scopes.get(&scope).copied().flatten();
    }
    false
}

/// Whether a unit of that kind counts, by area and for its owner's head.
pub const fn counts(kind: UnitKind, parking_counts: bool) -> bool {
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
    /// Who votes for homes of several owners; none where only the scope is asked for.
    namings: Option<(&'a Map<PartyId, Naming>, u64)>,
    /// Where the mandates stand; none likewise.
    notice: Option<&'a NoticeRecord>,
}

impl<'a> AgendaVoters<'a> {
    /// Whoever has a counted unit in a scope.
    pub fn in_scope(roll: &'a Roll, scope: u32, parking_counts: bool) -> Self {
        Self { roll, scope, parking_counts, namings: None, notice: None }
    }

    /// Who votes on an agenda: for homes of several owners whoever was named before its window ended, and whoever has a
    /// written mandate.
    pub fn on(state: &'a State, agenda: &Agenda, roll: &'a Roll) -> Self {
        let namings = Some((&state.namings, agenda.closes_ms));
        let notice = state.notices.get(&agenda.notice);
        Self { namings, notice, ..Self::in_scope(roll, agenda.scope, agenda.bylaws.parking_counts) }
    }

    /// The units of a party that count; none if it has no vote here.
    pub fn units_of(&self, party: &PartyId) -> Vec<UnitId> {
        let units = self.roll.parties.get(party).map(|party| party.units.as_slice()).unwrap_or_default();
        units.iter().copied().filter(|unit| self.counts(unit)).collect()
    }

    fn counts(&self, unit: &UnitId) -> bool {
        let counted =
            |unit: &Unit| counts(unit.kind, self.parking_counts) && self.roll.lies_in(unit.scope, self.scope);
        self.roll.units.get(unit).is_some_and(counted)
    }

    /// Whether a person owns, alone or with others, a counted unit in the scope.
    pub fn is_owner(&self, person: &PersonId) -> bool {
        self.roll.parties_of(person).any(|(_, party)| party.units.iter().any(|unit| self.counts(unit)))
    }

    /// Who represents a party by what was named before the window ended.
    pub fn representative(&self, party: &PartyId) -> Option<PersonId> {
        let listed = self.roll.parties.get(party).and_then(|party| party.representative);
        match self.namings.and_then(|(namings, closes_ms)| Some((namings.get(party)?, closes_ms))) {
            Some((naming, closes_ms)) => naming.before(closes_ms),
            None => listed,
        }
    }
}

impl Voters<PartyId, PersonId> for AgendaVoters<'_> {
    fn voter(&self, id: &PartyId) -> Option<Voter<PersonId>> {
        let party = self.roll.parties.get(id)?;
        if !party.units.iter().any(|unit| self.counts(unit)) {
            return None;
        }
        let representative = self.representative(id);
        Some(match party.persons.as_slice() {
            [_] if representative.is_none() => Voter::Sole,
            _ => Voter::Joint { representative },
        })
    }

    fn mandate(&self, cast: &Cast<PartyId, PersonId>) -> Option<Mandate> {
        // Of the manager's staff nobody gets one, and none of them is let in with a ballot.
        self.notice?.mandate_of(self.roll, cast).map(|_| Mandate { barred: false })
    }
}
