//! What a file changes of the newest roll.

use std::collections::{BTreeMap, BTreeSet};

use yishi_protocol::blob::{Blob, BlobKind, PersonName};
use yishi_protocol::body::{Body, PartyRow, RollChange, ScopeRow};
use yishi_protocol::envelope::MAX_BODY;
use yishi_protocol::id::{PartyId, PersonId, SetId, UnitId};
use yishi_protocol::projection::{RollOwner, RollUnit, RollUnitChange};

use super::homes::Homes;
use super::ids::key_of;
use super::rows::{self, Rows, UnitEntry, half};
use super::{Closing, Ids, ImportPlan, NewestRoll, PlanError, Random, pages};
use crate::roll::place::{building_key, entrance_key};
use crate::roll::{FileParty, FileUnit, RollFile};

/// Turns a roll file into what it changes of the newest roll, by `homes`, by the identities that are known, and by `known_as`: the
/// numbers under which the file's people have theirs. Every question is answered.
///
/// What the file does not have is not taken from the roll: a phone, or the column of who votes for several owners. Names are
/// committed anew for everybody of a party whose row changes.
///
/// # Errors
/// If nothing changes, an area that stays is erased, or there is more than a change can hold.
pub(super) fn plan_change(
    file: &RollFile,
    mut ids: Ids,
    newest: &NewestRoll,
    (homes, known_as): (Homes, Vec<Option<String>>),
    parking_counts: bool,
    random: Random<'_>,
) -> Result<ImportPlan, PlanError> {
    let people = ids.give_people(file, known_as, random)?;
    let mut draft = Finding {
        file,
        newest,
        persons: &people.persons,
        rows: Rows::default(),
        scopes: newest.scopes_by_name(),
        new_scopes: Vec::new(),
        named_anew: BTreeMap::new(),
        changes: Vec::new(),
    };
    let parties = draft.parties(random)?;
    draft.units(&homes, &parties, random)?;
    draft.names(random)?;
    let Finding { rows, new_scopes, named_anew, changes, .. } = draft;
    let totals = totals_after(newest, &homes, &rows, parking_counts)?;
    for (unit, id) in file.units.iter().zip(&homes.known_as) {
        if let Some(id) = id {
            ids.units.insert(key_of(unit), *id);
        }
    }

    if rows.units.is_empty() && rows.parties.is_empty() && homes.gone.is_empty() {
        return Err(PlanError::NothingChanged);
    }
    // A set of its own even where only units go: by it a change that is sent again is known to be in force.
    let set = SetId::from_bytes(half(random)?);
    let gone = gone(newest, &homes);
    let change = RollChange {
        area_c: totals.area_c,
        base: newest.roll,
        gone: homes.gone,
        heads: totals.heads,
        scopes: new_scopes,
        set: Some(set),
    };
    if Body::from(change.clone()).encode().len() > MAX_BODY {
        return Err(PlanError::TooLarge);
    }
    let pages = pages::fill(rows, set)?;
    let changes = changes.into_iter().chain(gone).collect();
    let mut parts = newest.parts();
    parts.extend(named_anew);
    let closing = Closing::Change(change);
    Ok(ImportPlan { pages, closing, changes, parts, letters: people.letters, ids })
}

/// The units that are to go, as they are.
fn gone(newest: &NewestRoll, homes: &Homes) -> Vec<RollUnitChange> {
    let view = |id| Some(RollUnitChange { after: None, before: Some(newest.unit(id)?.clone()) });
    homes.gone.iter().filter_map(view).collect()
}

/// What the roll adds up to afterwards: its units as they are, without those that go, with the rows.
fn totals_after(
    newest: &NewestRoll,
    homes: &Homes,
    rows: &Rows,
    parking_counts: bool,
) -> Result<yishi_protocol::view::RollTotals, PlanError> {
    let listed: BTreeSet<UnitId> = rows.units.iter().map(|unit| unit.id).collect();
    let gone = |id| homes.gone.binary_search(id).is_ok();
    let mut units: Vec<_> = rows.units.iter().map(|unit| (unit.party, unit.kind, unit.area_c)).collect();
    for unit in newest.units.iter().filter(|unit| !listed.contains(&unit.unit) && !gone(&unit.unit)) {
        let counts = yishi_protocol::state::counts(unit.kind, parking_counts);
        let area_c = unit.area_c();
        if counts && area_c.is_none() {
            return Err(PlanError::AreaErased);
        }
        units.push((unit.party, unit.kind, area_c.unwrap_or_default()));
    }
    Ok(rows::totals(units.into_iter(), parking_counts))
}

/// The rows while they are found.
struct Finding<'a> {
    file: &'a RollFile,
    newest: &'a NewestRoll,
    persons: &'a [PersonId],
    rows: Rows,
    scopes: BTreeMap<Vec<String>, u32>,
    new_scopes: Vec<ScopeRow>,
    /// What these are called.
    named_anew: BTreeMap<u32, String>,
    changes: Vec<RollUnitChange>,
}

impl Finding<'_> {
    /// Every party of the file, and a row for each that is new or says something new.
    fn parties(&mut self, random: Random<'_>) -> Result<Vec<PartyId>, PlanError> {
        let mut on_roll: BTreeMap<PartyId, &RollUnit> = BTreeMap::new();
        for unit in &self.newest.units {
            on_roll.insert(unit.party, unit);
        }
        let mut ids = Vec::with_capacity(self.file.parties.len());
        // Two parties of the file are one where an answer made one person of two numbers.
        let mut known = self.newest.parties.clone();
        for party in &self.file.parties {
            let row = self.party_row(party, &mut known, random)?;
            let unchanged = on_roll.get(&row.0).is_some_and(|unit| {
                row.2.is_none_or(|named| unit.representative == Some(named))
                    && party.owners.iter().all(|owner| self.is_named_so(unit, *owner))
            });
            ids.push(row.0);
            if !unchanged {
                // A column that says nothing takes nothing back.
                let earlier = on_roll.get(&row.0).and_then(|unit| unit.representative);
                self.rows.parties.insert(row.0, (row.0, row.1, row.2.or(earlier)));
            }
        }
        Ok(ids)
    }

    fn party_row(
        &self,
        party: &FileParty,
        known: &mut BTreeMap<Vec<PersonId>, PartyId>,
        random: Random<'_>,
    ) -> Result<PartyRow, PlanError> {
        let person = |owner: usize| self.persons.get(owner).copied();
        let mut owners: Vec<PersonId> = party.owners.iter().filter_map(|owner| person(*owner)).collect();
        owners.sort();
        owners.dedup();
        let fresh = PartyId::from_bytes(half(random)?);
        let id = *known.entry(owners.clone()).or_insert(fresh);
        Ok((id, owners, party.representative.and_then(person)))
    }

    /// Whether an owner of a unit is on the roll as the file names them.
    fn is_named_so(&self, unit: &RollUnit, owner: usize) -> bool {
        let (Some(person), Some(id)) = (self.file.people.get(owner), self.persons.get(owner)) else {
            return false;
        };
        let named = unit.owners.iter().find(|owner| owner.person == *id).and_then(RollOwner::named);
        named.is_some_and(|named| {
            named.name == person.name && (person.phone.is_none() || named.phone == person.phone)
        })
    }

    /// A row for each unit that is new or has another owner, kind or area.
    fn units(&mut self, homes: &Homes, parties: &[PartyId], random: Random<'_>) -> Result<(), PlanError> {
        for (unit, on_roll) in self.file.units.iter().zip(&homes.known_as) {
            let party = *parties.get(unit.party).ok_or(PlanError::TooLarge)?;
            let before = on_roll.and_then(|id| self.newest.unit(&id));
            let entry = match before {
                Some(before) => {
                    let same_area = before.area_c() == Some(unit.area_c);
                    if same_area && before.party == party && before.kind == unit.kind {
                        continue;
                    }
                    let facts = before.facts.clone().filter(|_| same_area);
                    UnitEntry {
                        id: before.unit,
                        party,
                        scope: before.scope,
                        kind: unit.kind,
                        area_c: unit.area_c,
                        facts: facts.map_or_else(|| rows::facts(unit, random), Ok)?,
                        // Found by its address, so it is at hand.
                        place: before.place.clone().map_or_else(|| rows::place(unit, random), Ok)?,
                    }
                }
                None => UnitEntry {
                    id: UnitId::from_bytes(half(random)?),
                    party,
                    scope: self.scope(unit)?,
                    kind: unit.kind,
                    area_c: unit.area_c,
                    facts: rows::facts(unit, random)?,
                    place: rows::place(unit, random)?,
                },
            };
            self.rows.units.push(entry);
        }
        Ok(())
    }

    /// The part of the estate in which a new unit lies; parts that are new get the next numbers.
    fn scope(&mut self, unit: &FileUnit) -> Result<u32, PlanError> {
        let (mut name, mut written) = (Vec::new(), String::new());
        let mut parent = *self.scopes.get(&name).ok_or(PlanError::TooLarge)?;
        let parts =
            [(&unit.building, building_key(&unit.building)), (&unit.entrance, entrance_key(&unit.entrance))];
        for (part, meant) in parts.into_iter().filter(|(part, _)| !part.is_empty()) {
            name.push(meant);
            written.push_str(part);
            if let Some(scope) = self.scopes.get(&name) {
                parent = *scope;
                continue;
            }
            let all = self.newest.scopes.iter().chain(&self.new_scopes);
            let last = all.map(|(scope, _)| *scope).max().unwrap_or_default();
            let scope = last.checked_add(1).ok_or(PlanError::TooLarge)?;
            self.new_scopes.push((scope, Some(parent)));
            self.named_anew.insert(scope, written.clone());
            self.scopes.insert(name.clone(), scope);
            parent = scope;
        }
        Ok(parent)
    }

    /// The names of everybody whose party has a row, and what every unit that this touches says before and after.
    fn names(&mut self, random: Random<'_>) -> Result<(), PlanError> {
        let earlier: BTreeMap<PersonId, &RollOwner> = self
            .newest
            .units
            .iter()
            .flat_map(|unit| &unit.owners)
            .map(|owner| (owner.person, owner))
            .collect();
        let in_file: BTreeMap<PersonId, usize> =
            self.persons.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        for (_, owners, _) in self.rows.parties.values() {
            for owner in owners {
                let Some(person) = in_file.get(owner).and_then(|place| self.file.people.get(*place)) else {
                    continue;
                };
                let before = earlier.get(owner).and_then(|owner| owner.named());
                let phone = person.phone.clone().or_else(|| before.as_ref()?.phone.clone());
                let name = PersonName { name: person.name.clone(), phone };
                // The same words again are the same blob.
                let kept = earlier
                    .get(owner)
                    .and_then(|owner| owner.name.clone())
                    .filter(|_| before.as_ref() == Some(&name));
                let blob = match kept {
                    Some(blob) => blob,
                    None => Blob::record(BlobKind::Person, rows::salt(random)?, &name),
                };
                self.rows.names.insert(*owner, blob);
            }
        }
        self.changes = self.told(&earlier);
        Ok(())
    }

    /// Every unit that has a row, or whose party has one, before and after.
    fn told(&self, earlier: &BTreeMap<PersonId, &RollOwner>) -> Vec<RollUnitChange> {
        let mut owners_of: BTreeMap<PartyId, (Vec<PersonId>, Option<PersonId>)> = BTreeMap::new();
        for unit in &self.newest.units {
            let owners = unit.owners.iter().map(|owner| owner.person).collect();
            owners_of.insert(unit.party, (owners, unit.representative));
        }
        for (party, owners, representative) in self.rows.parties.values() {
            owners_of.insert(*party, (owners.clone(), *representative));
        }
        let owner = |person: &PersonId| {
            let name = self.rows.names.get(person).cloned();
            let name = name.or_else(|| earlier.get(person).and_then(|owner| owner.name.clone()));
            RollOwner { name, person: *person }
        };
        let after = |entry: &UnitEntry| {
            let (owners, representative) = owners_of.get(&entry.party).cloned().unwrap_or_default();
            RollUnit {
                facts: Some(entry.facts.clone()),
                kind: entry.kind,
                owners: owners.iter().map(owner).collect(),
                party: entry.party,
                place: Some(entry.place.clone()),
                representative,
                scope: entry.scope,
                unit: entry.id,
            }
        };
        let entries: BTreeMap<UnitId, RollUnit> =
            self.rows.units.iter().map(|entry| (entry.id, after(entry))).collect();
        let mut changes = Vec::new();
        for before in &self.newest.units {
            let after = match entries.get(&before.unit) {
                Some(after) => after.clone(),
                None if self.rows.parties.contains_key(&before.party) => {
                    let (owners, representative) = owners_of.get(&before.party).cloned().unwrap_or_default();
                    RollUnit { owners: owners.iter().map(owner).collect(), representative, ..before.clone() }
                }
                None => continue,
            };
            if !after.says_the_same(before) {
                changes.push(RollUnitChange { after: Some(after), before: Some(before.clone()) });
            }
        }
        let is_new = |unit: &&RollUnit| self.newest.unit(&unit.unit).is_none();
        changes.extend(
            entries
                .values()
                .filter(is_new)
                .map(|after| RollUnitChange { after: Some(after.clone()), before: None }),
        );
        changes
    }
}
