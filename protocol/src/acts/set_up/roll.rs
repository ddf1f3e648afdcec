//! `roll`: closes a set of pages. From now on agendas can be noticed with it.

use std::collections::{BTreeMap, BTreeSet};

use super::representative;
use super::roll_area::Rolled;
use crate::acts::{Act, Waits};
use crate::admit::Shown;
use crate::apply::second::propose;
use crate::apply::{At, Change, Placed};
use crate::audit::Figure;
use crate::body::Capability;
use crate::id::{BlobId, EntryId, PartyId, PersonId, SetId, UnitId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{self, Map, Party, Proposal, RollDraft, State, Unit};
use crate::strict_json::Strict;

/// The most levels of a scope tree, the estate's included: every look at a scope walks up to it.
const MAX_LEVELS: usize = 8;
/// The most parts an estate can have.
const MAX_SCOPES: usize = 2000;

/// `[scope, parent]`: a part of the estate (a building, a stairwell) and the part it lies in.
pub type ScopeRow = (u32, Option<u32>);

/// Closes a set of pages: from now on it is a roll.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Roll {
    /// The area of all counted units, in 0.01 m².
    pub area_c: u64,
    /// The number of parties with a counted unit.
    pub heads: u32,
    /// The parts of the estate, each after the part it lies in; the first is the estate.
    #[strict(row("scope", "parent"))]
    pub scopes: Vec<ScopeRow>,
    /// The set it closes.
    pub set: SetId,
}

impl Act for Roll {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Roll)?;
        own_set(state, placed, &self.set)?;
        let change = effect(state, &placed.at(), self)?;
        if state.bylaws.roll_quorum == 0 {
            return Ok(change);
        }
        propose(state, placed, self.clone())
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        Rolled::admit(self.rolled(shown.state), shown)
    }

    fn rests_on(&self, state: &State) -> Vec<BlobId> {
        Rolled::facts(self.rolled(state))
    }

    /// A roll may wait for a second person; its area is looked at again when it comes into force.
    fn figure(&self, entry: &EntryId) -> Option<Figure> {
        Some(Figure::Roll(*entry))
    }
}

impl Waits for Roll {
    const AUTHOR_HOLDS: Capability = Capability::Roll;

    fn in_words(&self) -> String {
        format!("a roll of {} heads", self.heads)
    }

    fn effect(&self, state: &State, at: &At, _proposal: &Proposal) -> Result<Change, Rejection> {
        effect(state, at, self)
    }

    fn roll(&self, state: &State) -> Option<state::Roll> {
        whole(state, state.size, self).ok()
    }

    fn rolled(&self, state: &State) -> Option<Rolled> {
        Rolled::whole(state, self)
    }
}

/// What it does once it is in force: from then on agendas can be noticed with it, and its column of representatives speaks
/// for the homes that it names one for.
fn effect(state: &State, at: &At, body: &Roll) -> Result<Change, Rejection> {
    let roll = whole(state, at.index, body)?;
    Ok(put_in_force(state, at, roll, state.drafts.get(&body.set)))
}

/// The roll that it makes.
fn whole(state: &State, index: u64, body: &Roll) -> Result<state::Roll, Rejection> {
    let draft = complete_set(state, &body.set)?;
    // A whole roll says nothing of the one that is there, so it could take back what came into force since it was looked at.
    require(state.rolls.is_empty(), Code::RollSuperseded)?;
    let scopes = add_scopes(Map::new(), &body.scopes)?;
    let (parties, people, units) = (draft.parties.clone(), draft.people.clone(), draft.units.clone());
    let parts = Parts { area_c: body.area_c, heads: body.heads, parties, people, scopes, units };
    assemble(state, parts, Some(body.set), index)
}

/// That nobody closes pages that somebody else began: a page slipped in between would be signed by whoever did not write it.
pub(super) fn own_set(state: &State, placed: &Placed, set: &SetId) -> Result<(), Rejection> {
    match state.drafts.get(set) {
        Some(draft) => require(draft.by == placed.actor()?, Code::SetNotYours),
        None => Ok(()),
    }
}

/// The pages of a set, if all are there, none of what they list was erased since, and it is not closed.
pub(super) fn complete_set<'a>(state: &'a State, set: &SetId) -> Result<&'a RollDraft, Rejection> {
    require(!state.is_closed_set(set), Code::SetClosed)?;
    let draft = state.drafts.get(set).ok_or(Code::SetUnknown)?;
    if let Some(page) = (0..draft.pages).find(|page| !draft.received.contains_key(page)) {
        return Err(Rejection::with(Code::PagesMissing, format!("page {page} of {}", draft.pages)));
    }
    let erased = draft.blobs().any(|blob| state.erased.contains_key(blob));
    require(!erased, Code::BlobErased).map(|()| draft)
}

/// What a roll is made of, before it is held together. The parties' lists of units are filled then.
pub(super) struct Parts {
    pub(super) area_c: u64,
    pub(super) heads: u32,
    pub(super) parties: Map<PartyId, Party>,
    pub(super) people: Map<PersonId, BlobId>,
    pub(super) scopes: Map<u32, Option<u32>>,
    pub(super) units: Map<UnitId, Unit>,
}

/// Makes a roll the newest. On the pages that it closes the column of representatives speaks where it says something new: a row
/// that is listed again for a telephone number is no word about who votes.
pub(super) fn put_in_force(state: &State, at: &At, roll: state::Roll, pages: Option<&RollDraft>) -> Change {
    let before = state.newest_roll().map(|(_, before)| before);
    let column = |(party, row): (&PartyId, &Party)| {
        let known = before.and_then(|before| before.parties.get(party)).and_then(|row| row.representative);
        let named = row.representative.filter(|named| known != Some(*named))?;
        Some((*party, named, row.persons.clone()))
    };
    let column: Vec<_> = pages.into_iter().flat_map(|pages| &pages.parties).filter_map(column).collect();
    let (id, at_ms) = (at.entry, at.received_ms);
    Change::new(move |state| {
        for (party, person, persons) in column {
            state.namings.change(party, |naming| naming.record(person, false, &persons, at_ms));
            representative::reconsider(state, &party, at_ms);
        }
        if let Some(set) = &roll.set {
            state.drafts.remove(set);
        }
        state.rolls.insert(id, roll);
    })
}

/// A party is one set of owners for ever, and a set of owners one party: with other owners the namings of the earlier ones would
/// speak for them, and as another party the owners' own namings would be forgotten.
fn check_owner_sets(state: &State, roll: &state::Roll) -> Result<(), Rejection> {
    let by_owners: BTreeMap<_, _> = roll.parties.iter().map(|(id, party)| (&party.persons, id)).collect();
    for (id, earlier) in state.rolls.values().flat_map(|earlier| &earlier.parties) {
        let same = roll.parties.get(id).is_none_or(|party| party.persons == earlier.persons);
        let one = by_owners.get(&earlier.persons).is_none_or(|party| *party == id);
        require(same && one, Code::PartyChanged)?;
    }
    Ok(())
}

/// One tree: the estate first, every part after the part it lies in; no part twice.
pub(super) fn add_scopes(
    mut scopes: Map<u32, Option<u32>>,
    rows: &[ScopeRow],
) -> Result<Map<u32, Option<u32>>, Rejection> {
    require(scopes.len().saturating_add(rows.len()) <= MAX_SCOPES, Code::ScopeTree)?;
    for (scope, parent) in rows {
        let level = match parent {
            None if scopes.is_empty() => 1,
            None => return Err(Code::ScopeTree.into()),
            Some(parent) => level(&scopes, *parent).ok_or(Code::ScopeTree)?.saturating_add(1),
        };
        require(level <= MAX_LEVELS && scopes.insert(*scope, *parent), Code::ScopeTree)?;
    }
    require(!scopes.is_empty(), Code::ScopeTree)?;
    Ok(scopes)
}

/// How deep a part lies; 1 for the estate.
fn level(scopes: &Map<u32, Option<u32>>, scope: u32) -> Option<usize> {
    let mut above = *scopes.get(&scope)?;
    let mut level = 1_usize;
    while let Some(scope) = above {
        // Each part was listed after the one it lies in, so the way up ends.
        above = scopes.get(&scope).copied().flatten();
        level = level.saturating_add(1);
    }
    Some(level)
}

/// Holds parts together, as a roll that came into force at that place in the log.
pub(super) fn assemble(
    state: &State,
    parts: Parts,
    set: Option<SetId>,
    index: u64,
) -> Result<state::Roll, Rejection> {
    let Parts { area_c, heads, mut parties, people, scopes, units } = parts;
    for (id, unit) in &units {
        require(scopes.contains_key(&unit.scope), Code::ScopeUnknown)?;
        parties.get_mut(&unit.party).ok_or(Code::PartyUnknown)?.units.push(*id);
    }
    let mut owner_sets = BTreeSet::new();
    for party in parties.values() {
        require(!party.units.is_empty(), Code::PartyWithoutUnit)?;
        require(owner_sets.insert(&party.persons), Code::OwnerSetRepeated)?;
    }
    let pages = set.and_then(|set| state.drafts.get(&set)).map(|draft| draft.received.values().copied());
    let pages = pages.into_iter().flatten().collect();
    let roll = state::Roll { area_c, heads, parties, people, index, pages, set, units, scopes };
    let estate = roll.estate_scope().ok_or(Code::ScopeTree)?;
    let counted = u32::try_from(roll.heads_in(estate, state.bylaws.parking_counts));
    require(counted == Ok(heads), Code::RollHeads)?;
    check_owner_sets(state, &roll)?;
    Ok(roll)
}
