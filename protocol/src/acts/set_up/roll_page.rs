//! `roll-page`: one page of an owner roll. Pages may come in any order; nothing counts until the set is closed.
//!
//! Rows are written as lists, not objects, because a page holds hundreds of them.

use std::collections::BTreeSet;

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed};
use crate::blob::{BlobKind, PersonName, Place, UnitFacts};
use crate::body::Capability;
use crate::id::{BlobId, Hash, PartyId, PersonId, SetId, UnitId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Map, Party, RollDraft, State, Unit};
use crate::strict_json::Strict;

/// The most rows of a page, over all lists.
const MAX_ROWS: usize = 400;
/// The most pages of a set.
const MAX_PAGES: u32 = 1000;
/// The most owners of one party.
const MAX_OWNERS: usize = 50;

/// What a unit is for; it decides whether the unit counts. Kinds that never count are listed so that nothing of the
/// register has to be left out, or called what it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum UnitKind {
    /// 人防: an air-raid shelter. Never counts.
    CivilDefence,
    /// 社区用房, 物业用房 and the like, which belong to all. Never counts.
    Communal,
    /// A home.
    Dwelling,
    /// An office.
    Office,
    /// A parking space: counts only where the settings say so (DOMAIN R8).
    Parking,
    /// A shop.
    Shop,
    /// 储藏室: a storage room. Never counts.
    Storage,
}

/// `[party, [person…], representative]`: an owner party, its owners in ascending order, and which of several owners
/// votes for it.
pub type PartyRow = (PartyId, Vec<PersonId>, Option<PersonId>);

/// `[person, blob]`: the person's name and phone, as a blob of kind `person`.
pub type PersonRow = (PersonId, BlobId);

/// `[unit, party, scope, kind, facts, place]`: the unit, its owner, where it lies, what it is, then its area as a blob
/// of kind `unit` and its address as a blob of kind `place`. Two blobs, so that one can be erased without the other.
pub type UnitRow = (UnitId, PartyId, u32, UnitKind, BlobId, BlobId);

/// One page of a roll, at most 400 rows over all three lists. Each list stands in ascending order of ids, which are
/// random, so that the order of a file, which tells who lives next to whom, is nowhere in the log.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct RollPage {
    /// This page's number, from 0.
    pub page: u32,
    /// How many pages the set has, at most 1,000.
    pub pages: u32,
    /// Parties that stand on no other page.
    #[strict(row("party", "owners", "representative"))]
    pub parties: Vec<PartyRow>,
    /// The persons of this page's parties whose name no earlier page of the set commits, each with a blob of kind `person`.
    #[strict(row("person", "blob"))]
    pub people: Vec<PersonRow>,
    /// The upload the page belongs to.
    pub set: SetId,
    /// Units that stand on no other page, each with its area, a blob of kind `unit`, and its address, one of kind `place`.
    #[strict(row("unit", "party", "scope", "kind", "facts", "place"))]
    pub units: Vec<UnitRow>,
}

impl Act for RollPage {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Roll)?;
        require(self.pages <= MAX_PAGES && self.page < self.pages, Code::PageOutOfRange)?;
        let rows = self.parties.len().saturating_add(self.people.len()).saturating_add(self.units.len());
        require(rows <= MAX_ROWS, Code::TooManyRows)?;
        require(!state.is_closed_set(&self.set), Code::SetClosed)?;
        let draft = state.drafts.get(&self.set);
        let by = placed.actor()?;
        if let Some(draft) = draft {
            require(draft.by == by, Code::SetNotYours)?;
            require(draft.pages == self.pages, Code::PagesDiffer)?;
            require(!draft.received.contains_key(&self.page), Code::PageRepeated)?;
        }

        let parties = check_parties(draft, &self.parties, placed.index)?;
        let people = check_people(draft, self)?;
        let units = check_units(draft, self, placed.index)?;
        // Ids are random, so in their order no row tells which rows of the file stood beside it.
        let sorted = self.parties.is_sorted_by_key(|row| row.0)
            && self.people.is_sorted_by_key(|row| row.0)
            && self.units.is_sorted_by_key(|row| row.0);
        require(sorted, Code::RowsOrder)?;
        let (set, page, pages, index) = (self.set, self.page, self.pages, placed.index);
        Ok(Change::new(move |state| {
            if !state.drafts.contains_key(&set) {
                state.drafts.insert(set, RollDraft::new(by, pages));
            }
            if let Some(draft) = state.drafts.get_mut(&set) {
                draft.received.insert(page, index);
                draft.parties.extend_from(&parties);
                draft.people.extend_from(&people);
                draft.units.extend_from(&units);
            }
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        let units = self.units.iter().flat_map(|(_, _, _, _, facts, place)| [*facts, *place]);
        units.chain(self.people.iter().map(|(_, name)| *name)).collect()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        for (_, _, _, _, facts, place) in &self.units {
            let facts = shown.read::<UnitFacts>(facts, BlobKind::Unit, &Hash::ZERO)?;
            // What has no area can be made in any number, and each would be a head.
            require(facts.is_none_or(|facts| facts.area_c > 0), Code::AreaZero)?;
            let place = shown.read::<Place>(place, BlobKind::Place, &Hash::ZERO)?;
            require(place.as_ref().is_none_or(Place::is_seen), Code::WordsMissing)?;
        }
        for (_, name) in &self.people {
            let name = shown.read::<PersonName>(name, BlobKind::Person, &Hash::ZERO)?;
            require(name.as_ref().is_none_or(PersonName::is_seen), Code::WordsMissing)?;
        }
        Ok(())
    }
}

fn check_parties(
    draft: Option<&RollDraft>,
    rows: &[PartyRow],
    page: u64,
) -> Result<Map<PartyId, Party>, Rejection> {
    let mut parties = Map::new();
    for (id, persons, representative) in rows {
        let listed =
            (1..=MAX_OWNERS).contains(&persons.len()) && persons.is_sorted_by(|left, right| left < right);
        require(listed, Code::PersonsInvalid)?;
        let represents = representative.is_none_or(|person| persons.len() > 1 && persons.contains(&person));
        require(represents, Code::RepresentativeInvalid)?;
        let known = draft.is_some_and(|draft| draft.parties.contains_key(id));
        let (persons, representative) = (persons.clone(), *representative);
        let party = Party { persons, page, representative, units: Vec::new() };
        require(!known && parties.insert(*id, party), Code::PartyRepeated)?;
    }
    Ok(parties)
}

/// A name is committed once in a set, on the first page that lists the person.
fn check_people(draft: Option<&RollDraft>, body: &RollPage) -> Result<Map<PersonId, BlobId>, Rejection> {
    let committed = |person| draft.is_some_and(|draft| draft.people.contains_key(person));
    let owners: BTreeSet<_> = body.parties.iter().flat_map(|(_, persons, _)| persons).collect();
    let mut people = Map::new();
    for (person, name) in &body.people {
        let wanted = owners.contains(person) && !committed(person);
        require(wanted && people.insert(*person, *name), Code::PersonBlobs)?;
    }
    let all = owners.into_iter().all(|person| people.contains_key(person) || committed(person));
    require(all, Code::PersonBlobs)?;
    Ok(people)
}

fn check_units(
    draft: Option<&RollDraft>,
    body: &RollPage,
    page: u64,
) -> Result<Map<UnitId, Unit>, Rejection> {
    let mut units = Map::new();
    for (id, party, scope, kind, facts, place) in &body.units {
        let known = draft.is_some_and(|draft| draft.units.contains_key(id));
        let unit = Unit { party: *party, scope: *scope, kind: *kind, facts: *facts, place: *place, page };
        require(!known && units.insert(*id, unit), Code::UnitRepeated)?;
    }
    Ok(units)
}
