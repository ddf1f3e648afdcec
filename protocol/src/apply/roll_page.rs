//! `roll-page`: one page of an owner roll. Pages may come in any order; nothing counts until the set is closed.

use std::collections::BTreeSet;

use super::{Change, Placed};
use crate::body::{Capability, PartyRow, RollPage};
use crate::id::{BlobId, PartyId, PersonId, UnitId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Map, Party, RollDraft, State, Unit};

/// The most rows of a page, over all lists.
const MAX_ROWS: usize = 400;
/// The most pages of a set.
const MAX_PAGES: u32 = 1000;
/// The most owners of one party.
const MAX_OWNERS: usize = 50;

pub(super) fn check(state: &State, placed: &Placed, body: &RollPage) -> Result<Change, Rejection> {
    placed.require(state, Capability::Roll)?;
    require(body.pages <= MAX_PAGES && body.page < body.pages, Code::PageOutOfRange)?;
    let rows = body.parties.len().saturating_add(body.people.len()).saturating_add(body.units.len());
    require(rows <= MAX_ROWS, Code::TooManyRows)?;
    require(!state.is_closed_set(&body.set), Code::SetClosed)?;
    let draft = state.drafts.get(&body.set);
    let by = placed.actor()?;
    if let Some(draft) = draft {
        require(draft.by == by, Code::SetNotYours)?;
        require(draft.pages == body.pages, Code::PagesDiffer)?;
        require(!draft.received.contains(&body.page), Code::PageRepeated)?;
    }

    let parties = check_parties(draft, &body.parties)?;
    let people = check_people(draft, body)?;
    let units = check_units(draft, body, placed.index)?;
    // Ids are random, so in their order no row tells which rows of the file stood beside it.
    let sorted = body.parties.is_sorted_by_key(|row| row.0)
        && body.people.is_sorted_by_key(|row| row.0)
        && body.units.is_sorted_by_key(|row| row.0);
    require(sorted, Code::RowsOrder)?;
    let (set, page, pages) = (body.set, body.page, body.pages);
    Ok(Change::new(move |state| {
        let draft = state.drafts.entry(set).or_insert_with(|| RollDraft::new(by, pages));
        draft.received.insert(page);
        draft.parties.extend(parties);
        draft.people.extend(people);
        draft.units.extend(units);
    }))
}

fn check_parties(draft: Option<&RollDraft>, rows: &[PartyRow]) -> Result<Map<PartyId, Party>, Rejection> {
    let mut parties = Map::new();
    for (id, persons, representative) in rows {
        let listed =
            (1..=MAX_OWNERS).contains(&persons.len()) && persons.is_sorted_by(|left, right| left < right);
        require(listed, Code::PersonsInvalid)?;
        let represents = representative.is_none_or(|person| persons.len() > 1 && persons.contains(&person));
        require(represents, Code::RepresentativeInvalid)?;
        let known = draft.is_some_and(|draft| draft.parties.contains_key(id));
        let party = Party { persons: persons.clone(), representative: *representative, units: Vec::new() };
        require(!known && parties.insert(*id, party).is_none(), Code::PartyRepeated)?;
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
        require(wanted && people.insert(*person, *name).is_none(), Code::PersonBlobs)?;
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
        require(!known && units.insert(*id, unit).is_none(), Code::UnitRepeated)?;
    }
    Ok(units)
}
