//! Who is who: which person, party and unit of the log stands for which owner and home of files.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use yishi_protocol::id::{PartyId, PersonId, UnitId};
use yishi_protocol::letter::LetterCode;

use super::homes::Homes;
use super::rows::half;
use super::{ImportedPerson, NewestRoll, PlanError, Random};
use crate::key::sheets_roll;
use crate::question::{Asker, Choice, Question, QuestionCode};
use crate::roll::people::name_key;
use crate::roll::{FilePerson, FileUnit, KnownPerson, Matching, RollFile, identify};

/// Which person and party of the log stands for which owner of the file. Kept beside the file, so that a second import
/// gives nobody a second identity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ids {
    /// Persons by owner number.
    #[serde(with = "super::spelt")]
    pub persons: BTreeMap<String, PersonId>,
    /// Parties by their owners' numbers, joined by `+`.
    #[serde(with = "super::spelt")]
    pub parties: BTreeMap<String, PartyId>,
    /// Units by building, entrance and room, joined by `/`.
    #[serde(default, with = "super::spelt")]
    pub units: BTreeMap<String, UnitId>,
    /// Names and phones by owner number, by which the next import knows people again.
    #[serde(default)]
    pub people: BTreeMap<String, KnownPerson>,
}

/// Everybody of a file.
pub(super) struct GivenPeople {
    /// Who they are, in the file's order.
    pub(super) persons: Vec<PersonId>,
    /// The numbers under which their identities are kept, which may differ from the file's in zeros.
    pub(super) numbers: Vec<String>,
    /// Those who had no identity before.
    pub(super) letters: Vec<ImportedPerson>,
}

/// Finds who of a roll file is who of an earlier import, with what is open about it.
pub fn match_people(file: &RollFile, known: &Ids) -> Matching {
    let before = known.persons.keys().map(|number| (number.clone(), known.people.get(number).cloned()));
    identify(&file.people, &before.collect(), &file.answers)
}

/// Whether somebody of a file is who another number stands for already.
fn is_one(person: &FilePerson, other: &str, asker: &mut Asker<'_>) -> bool {
    let (number, line) = (&person.owner_no, person.line);
    let sentence = sheets_roll::one_on_the_roll(&line, number, &other);
    let content = [number.as_str(), other, person.name.as_str()];
    let choices = [Choice::Merge, Choice::Keep];
    asker.ask(QuestionCode::PersonTwice, vec![line], &content, sentence, &choices) == Some(Choice::Merge)
}

/// What a home is called in [`Ids::units`].
pub(super) fn home_key(building: &str, entrance: &str, room: &str) -> String {
    format!("{building}/{entrance}/{room}")
}

pub(super) fn key_of(unit: &FileUnit) -> String {
    home_key(&unit.building, &unit.entrance, &unit.room)
}

impl Ids {
    /// Learns what the log says of people: it is right where these identities say something else, since somebody else may have
    /// brought the roll meanwhile. Whoever stands in the same home under the same name is the same person, whatever their number
    /// was; if that person stands in the file under two numbers, it is asked. All others are kept by home and name, so that
    /// whoever stands elsewhere under the same name and phone is asked about.
    pub(super) fn learn(&mut self, file: &RollFile, newest: &NewestRoll, homes: &Homes) -> Vec<Question> {
        let mut asker = Asker::new(&file.answers);
        let mut claimed: BTreeMap<PersonId, String> = BTreeMap::new();
        for (unit, on_roll) in file.units.iter().zip(&homes.known_as) {
            let Some(view) = on_roll.and_then(|id| newest.unit(&id)) else { continue };
            let owners = file.parties.get(unit.party).into_iter().flat_map(|party| &party.owners);
            for person in owners.filter_map(|owner| file.people.get(*owner)) {
                if claimed.values().any(|number| *number == person.owner_no) {
                    continue;
                }
                let mut alike: Vec<_> = view
                    .owners
                    .iter()
                    .filter_map(|owner| Some((owner.person, owner.named()?)))
                    .filter(|(_, named)| name_key(&named.name) == name_key(&person.name))
                    .collect();
                // Those who have no number yet stand before those who have.
                alike.sort_by_key(|(id, _)| claimed.contains_key(id));
                let Some((id, named)) = alike.into_iter().next() else { continue };
                if let Some(other) = claimed.get(&id)
                    && !is_one(person, other, &mut asker)
                {
                    continue;
                }
                claimed.entry(id).or_insert_with(|| person.owner_no.clone());
                self.persons.insert(person.owner_no.clone(), id);
                let written = KnownPerson { name: named.name, phone: named.phone };
                self.people.insert(person.owner_no.clone(), written);
            }
        }
        let mut known: BTreeSet<PersonId> = self.persons.values().copied().collect();
        for view in &newest.units {
            let home =
                view.address().map(|place| format!("{}{}{}", place.building, place.entrance, place.room));
            for owner in &view.owners {
                if let (true, Some(named)) = (known.insert(owner.person), owner.named()) {
                    let number = format!("{} {}", home.as_deref().unwrap_or_default(), named.name);
                    self.persons.insert(number.clone(), owner.person);
                    self.people.insert(number, KnownPerson { name: named.name, phone: named.phone });
                }
            }
        }
        asker.finish()
    }

    /// Gives everybody of a file an identity; `known_as` are the numbers under which they have one already.
    pub(super) fn give_people(
        &mut self,
        file: &RollFile,
        known_as: Vec<Option<String>>,
        random: Random<'_>,
    ) -> Result<GivenPeople, PlanError> {
        let mut given = GivenPeople { persons: Vec::new(), numbers: Vec::new(), letters: Vec::new() };
        for ((place, person), known_as) in file.people.iter().enumerate().zip(known_as) {
            let is_known = known_as.as_ref().and_then(|number| self.persons.get(number)).copied();
            let number = known_as.unwrap_or_else(|| person.owner_no.clone());
            let id = if let Some(id) = is_known {
                id
            } else {
                // Parties of whoever had the number before are not this person's.
                self.parties.retain(|owners, _| owners.split('+').all(|owner| owner != number));
                let id = PersonId::from_bytes(half(random)?);
                self.persons.insert(number.clone(), id);
                let code = LetterCode::from_random(part(random)?);
                given.letters.push(ImportedPerson { person: place, id, code });
                id
            };
            self.people.insert(number.clone(), KnownPerson::of(person));
            given.persons.push(id);
            given.numbers.push(number);
        }
        Ok(given)
    }

    /// Gives every party of a file an identity; `numbers` are its people's.
    pub(super) fn give_parties(
        &mut self,
        file: &RollFile,
        numbers: &[String],
        random: Random<'_>,
    ) -> Result<Vec<PartyId>, PlanError> {
        let mut parties = Vec::with_capacity(file.parties.len());
        for party in &file.parties {
            let fresh = PartyId::from_bytes(half(random)?);
            parties.push(*self.parties.entry(party_key(&party.owners, numbers)).or_insert(fresh));
        }
        Ok(parties)
    }

    /// Gives every unit of a file an identity.
    pub(super) fn give_units(
        &mut self,
        file: &RollFile,
        random: Random<'_>,
    ) -> Result<Vec<UnitId>, PlanError> {
        let mut units = Vec::with_capacity(file.units.len());
        for unit in &file.units {
            let fresh = UnitId::from_bytes(half(random)?);
            units.push(*self.units.entry(key_of(unit)).or_insert(fresh));
        }
        Ok(units)
    }
}

/// What a party is called in [`Ids::parties`].
pub(super) fn party_key(owners: &[usize], numbers: &[String]) -> String {
    let mut owners: Vec<&str> =
        owners.iter().filter_map(|owner| numbers.get(*owner)).map(String::as_str).collect();
    owners.sort_unstable();
    owners.join("+")
}

fn part(random: Random<'_>) -> Result<[u8; 20], PlanError> {
    let bytes = random().ok_or(PlanError::Random)?;
    bytes.first_chunk().copied().ok_or(PlanError::Random)
}
