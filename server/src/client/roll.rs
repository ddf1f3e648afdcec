//! Importing an owner roll: from a file that was read to entries in the log.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use yishi_protocol::blob::{AreaSource, Blob, BlobKind, PersonName, Place, UnitFacts};
use yishi_protocol::body::{Body, Codes, Roll, RollPage};
use yishi_protocol::envelope::MAX_BODY;
use yishi_protocol::id::{EstateId, PartyId, PersonId, Salt, SetId, UnitId};
use yishi_protocol::letter::LetterCode;
use yishi_protocol::signature::public_key;
use yishi_sheets::roll::{KnownPerson, Matching, RollFile, identify};
use yishi_sheets::settled;

use crate::keys::random;

/// The most rows of a page, and the most codes of an entry.
const ROWS: usize = 400;
/// A page's body stays well below what an entry may hold.
const PAGE_BYTES: usize = MAX_BODY - 4096;

/// Which person and party of the log stands for which owner of the file. Kept beside the file, so that a second import
/// gives nobody a second identity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ids {
    /// Persons by owner number.
    pub persons: BTreeMap<String, PersonId>,
    /// Parties by their owners' numbers, joined by `+`.
    pub parties: BTreeMap<String, PartyId>,
    /// Units by building, entrance and room, joined by `/`.
    #[serde(default)]
    pub units: BTreeMap<String, UnitId>,
    /// Names and phones by owner number, by which the next import knows people again.
    #[serde(default)]
    pub people: BTreeMap<String, KnownPerson>,
}

/// A person who gets a letter.
#[derive(Clone, Debug)]
pub struct ImportedPerson {
    /// The place in the file's list of people.
    pub person: usize,
    /// The person's identity in the log.
    pub id: PersonId,
    /// The letter's code.
    pub code: LetterCode,
}

/// What an import will say, before anything is sent.
#[derive(Clone, Debug)]
pub struct ImportPlan {
    /// The pages with their blobs.
    pub pages: Vec<(RollPage, Vec<Blob>)>,
    /// The closing entry.
    pub roll: Roll,
    /// Who gets a letter: everybody who had no identity before.
    pub letters: Vec<ImportedPerson>,
    /// Everybody's identity.
    pub ids: Ids,
}

/// Finds who of a roll file is who of an earlier import, with what is open about it.
pub fn match_people(file: &RollFile, known: &Ids) -> Matching {
    let before = known.persons.keys().map(|number| (number.clone(), known.people.get(number).cloned()));
    identify(&file.people, &before.collect(), &file.answers)
}

/// Turns a roll file into entries. `known` are the identities of an earlier import.
///
/// # Errors
/// If a question is open, the operating system gives no random bytes, or the file has more units than a roll can.
pub fn plan_import(file: &RollFile, known: &Ids) -> Result<ImportPlan> {
    let matching = match_people(file, known);
    ensure!(file.is_settled() && settled(&matching.questions), "nothing was planned: questions are open");
    let mut ids = known.clone();
    let mut letters = Vec::new();
    let mut persons = Vec::with_capacity(file.people.len());
    // The numbers under which the identities are kept, which may differ from the file's in zeros.
    let mut numbers = Vec::with_capacity(file.people.len());
    for ((place, person), known_as) in file.people.iter().enumerate().zip(matching.known_as) {
        let is_new = known_as.is_none();
        let number = known_as.unwrap_or_else(|| person.owner_no.clone());
        if is_new {
            // Parties of whoever had the number before are not this person's.
            ids.parties.retain(|owners, _| owners.split('+').all(|owner| owner != number));
            let id = PersonId::from_bytes(random()?);
            ids.persons.insert(number.clone(), id);
            letters.push(ImportedPerson { person: place, id, code: LetterCode::from_random(random()?) });
        }
        persons.push(*ids.persons.get(&number).context("every person has an identity")?);
        ids.people.insert(number.clone(), KnownPerson::of(person));
        numbers.push(number);
    }
    let mut parties = Vec::with_capacity(file.parties.len());
    for party in &file.parties {
        let owners = party.owners.iter().filter_map(|owner| numbers.get(*owner));
        let mut owners: Vec<&str> = owners.map(String::as_str).collect();
        owners.sort_unstable();
        let name = owners.join("+");
        let fresh = PartyId::from_bytes(random()?);
        parties.push(*ids.parties.entry(name).or_insert(fresh));
    }
    let mut units = Vec::with_capacity(file.units.len());
    for unit in &file.units {
        let fresh = UnitId::from_bytes(random()?);
        let name = format!("{}/{}/{}", unit.building, unit.entrance, unit.room);
        units.push(*ids.units.entry(name).or_insert(fresh));
    }
    let set = SetId::from_bytes(random()?);
    let pages = pages(file, &persons, &parties, &units, set)?;
    let totals = file.totals();
    let scopes = file
        .scopes
        .iter()
        .zip(0..)
        .map(|(scope, number)| Ok((number, scope.parent.map(u32::try_from).transpose()?)));
    let roll = Roll {
        area_c: totals.area_c,
        heads: u32::try_from(totals.heads)?,
        scopes: scopes.collect::<Result<Vec<_>>>()?,
        set,
    };
    Ok(ImportPlan { pages, roll, letters, ids })
}

/// Fills pages unit by unit, each with its party and that party's people, where they are new; in the order of random ids,
/// since the order of the file would tell who lives next to whom.
fn pages(
    file: &RollFile,
    persons: &[PersonId],
    parties: &[PartyId],
    units: &[UnitId],
    set: SetId,
) -> Result<Vec<(RollPage, Vec<Blob>)>> {
    let empty =
        || (RollPage { page: 0, pages: 0, parties: vec![], people: vec![], set, units: vec![] }, Vec::new());
    let mut pages = vec![empty()];
    let mut listed = vec![false; parties.len()];
    let mut named = vec![false; persons.len()];
    let mut shuffled: Vec<_> = file.units.iter().zip(units).collect();
    shuffled.sort_by_key(|(_, id)| **id);
    for (unit, id) in shuffled {
        let (mut page, mut blobs) = pages.pop().unwrap_or_else(empty);
        let party = file.parties.get(unit.party).context("every unit has a party")?;
        let owners = party.owners.as_slice();
        let rows = page.parties.len() + page.people.len() + page.units.len();
        // One unit adds at most a party row and its owners twice, each below 120 bytes.
        let room = Body::from(page.clone()).encode().len() + 400 + owners.len() * 160;
        if rows + owners.len() + 2 > ROWS || room > PAGE_BYTES {
            pages.push((page, blobs));
            (page, blobs) = empty();
        }
        if let Some(listed @ false) = listed.get_mut(unit.party) {
            *listed = true;
            let mut row: Vec<PersonId> =
                owners.iter().filter_map(|owner| persons.get(*owner)).copied().collect();
            row.sort();
            let representative = party.representative.and_then(|owner| persons.get(owner)).copied();
            let id = *parties.get(unit.party).context("every party has an identity")?;
            page.parties.push((id, row, representative));
            for owner in owners {
                if let (Some(named @ false), Some(person)) = (named.get_mut(*owner), file.people.get(*owner))
                {
                    *named = true;
                    let name = PersonName { name: person.name.clone(), phone: person.phone.clone() };
                    let blob = Blob::record(BlobKind::Person, Salt::from_bytes(random()?), &name);
                    page.people.push((*persons.get(*owner).context("every owner is a person")?, blob.id()));
                    blobs.push(blob);
                }
            }
        }
        // The file does not say where an area comes from; a roll that a host uploads is the register's.
        let facts = UnitFacts { area_c: unit.area_c, source: AreaSource::Registered };
        let facts = Blob::record(BlobKind::Unit, Salt::from_bytes(random()?), &facts);
        let place = Place {
            building: unit.building.clone(),
            entrance: unit.entrance.clone(),
            room: unit.room.clone(),
        };
        let place = Blob::record(BlobKind::Place, Salt::from_bytes(random()?), &place);
        let party = *parties.get(unit.party).context("every unit has a party")?;
        page.units.push((*id, party, u32::try_from(unit.scope)?, unit.kind, facts.id(), place.id()));
        blobs.extend([facts, place]);
        pages.push((page, blobs));
    }
    let count = u32::try_from(pages.len())?;
    for ((page, blobs), number) in pages.iter_mut().zip(0..) {
        (page.page, page.pages) = (number, count);
        page.parties.sort_by_key(|row| row.0);
        page.people.sort_by_key(|row| row.0);
        blobs.sort_by_key(Blob::id);
    }
    Ok(pages)
}

impl ImportPlan {
    /// What it says, in order: the pages, the roll, the letters' codes.
    pub fn entries(&self, estate: &EstateId, codes_until_ms: u64) -> Vec<(Body, Vec<Blob>)> {
        let pages = self.pages.iter().map(|(page, blobs)| (page.clone().into(), blobs.clone()));
        let roll = core::iter::once((self.roll.clone().into(), Vec::new()));
        let codes = self.letters.chunks(ROWS).map(|letters| {
            let row = |letter: &ImportedPerson| (letter.id, public_key(&letter.code.key(estate)));
            let codes = letters.iter().map(row).collect();
            (Codes { codes, expires_ms: codes_until_ms }.into(), Vec::new())
        });
        pages.chain(roll).chain(codes).collect()
    }
}
