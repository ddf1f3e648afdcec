//! `roll-change`: what the register changed since the newest roll. Whatever it does not name stays, under the same ids.

use std::collections::BTreeSet;

use super::roll::{Parts, add_scopes, assemble, complete_set, own_set, put_in_force};
use super::roll_area::Rolled;
use crate::acts::{Act, Waits};
use crate::admit::Shown;
use crate::apply::second::propose;
use crate::apply::{At, Change, Placed};
use crate::audit::Figure;
use crate::body::{Capability, ScopeRow};
use crate::id::{BlobId, EntryId, RollId, SetId, UnitId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Map, Party, Proposal, Roll, RollDraft, State, differing_units};
use crate::strict_json::Strict;

/// Changes the newest roll where the register changed: homes sold, split, joined, built, corrected or gone. Whatever it does not
/// name stays as it is, under the same ids.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct RollChange {
    /// The area of all counted units after the change, in 0.01 m².
    pub area_c: u64,
    /// The roll that it changes, which is the newest.
    pub base: RollId,
    /// Units that are no more, in ascending order.
    pub gone: Vec<UnitId>,
    /// The number of parties with a counted unit after the change.
    pub heads: u32,
    /// Further parts of the estate, each after the part it lies in.
    #[strict(row("scope", "parent"))]
    pub scopes: Vec<ScopeRow>,
    /// The set of pages with the rows that are new or take the place of earlier ones; none if there are none.
    pub set: Option<SetId>,
}

impl Act for RollChange {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Roll)?;
        if let Some(set) = &self.set {
            own_set(state, placed, set)?;
        }
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

impl Waits for RollChange {
    const AUTHOR_HOLDS: Capability = Capability::Roll;

    fn in_words(&self) -> String {
        format!("a change of the roll, {} heads after it", self.heads)
    }

    fn effect(&self, state: &State, at: &At, _proposal: &Proposal) -> Result<Change, Rejection> {
        effect(state, at, self)
    }

    fn roll(&self, state: &State) -> Option<Roll> {
        changed(state, state.size, self).ok()
    }

    fn rolled(&self, state: &State) -> Option<Rolled> {
        Rolled::changed(state, self)
    }
}

/// What it does once it is in force: the roll it changes, with what it names, is the newest roll.
fn effect(state: &State, at: &At, body: &RollChange) -> Result<Change, Rejection> {
    let roll = changed(state, at.index, body)?;
    let set = body.set.as_ref().and_then(|set| state.drafts.get(set));
    Ok(put_in_force(state, at, roll, set))
}

/// The roll that it makes.
fn changed(state: &State, index: u64, body: &RollChange) -> Result<Roll, Rejection> {
    // First: whoever sends a change again that is in force already is told so, and not that it is too late.
    require(body.set.is_none_or(|set| !state.is_closed_set(&set)), Code::SetClosed)?;
    let base = state.rolls.get(&body.base).ok_or(Code::RollUnknown)?;
    let newest = state.newest_roll().is_some_and(|(newest, _)| *newest == body.base);
    // Another change came into force meanwhile: what was looked at is not what would become of it.
    require(newest, Code::RollSuperseded)?;
    let draft = body.set.as_ref().map(|set| complete_set(state, set)).transpose()?;
    check_gone(base, draft, body)?;

    let units = base.units_after(&body.gone, draft);
    let owning: BTreeSet<_> = units.values().map(|unit| unit.party).collect();
    let stay = base.parties.iter().filter(|(party, _)| owning.contains(party));
    let mut parties: Map<_, _> =
        stay.map(|(id, party)| (*id, Party { units: Vec::new(), ..party.clone() })).collect();
    if let Some(draft) = draft {
        parties.extend_from(&draft.parties);
    }
    let owners: BTreeSet<_> = parties.values().flat_map(|party| party.persons.iter().copied()).collect();
    let listed = base.people.iter().chain(draft.into_iter().flat_map(|draft| &draft.people));
    let people = listed.filter(|(person, _)| owners.contains(person)).map(|(person, name)| (*person, *name));
    let people = people.collect();
    let scopes = add_scopes(base.scopes.clone(), &body.scopes)?;
    let parts = Parts { area_c: body.area_c, heads: body.heads, parties, people, scopes, units };
    let roll = assemble(state, parts, body.set, index)?;
    // What changes nothing would still take the ground from under changes that wait.
    let same = roll.scopes == base.scopes && differing_units(Some(base), &roll).is_empty();
    require(!same, Code::RollUnchanged)?;
    Ok(roll)
}

/// Units that go were there, and do not come again in the same change.
fn check_gone(base: &Roll, draft: Option<&RollDraft>, body: &RollChange) -> Result<(), Rejection> {
    require(body.gone.is_sorted_by(|left, right| left < right), Code::RowsOrder)?;
    for unit in &body.gone {
        require(base.units.contains_key(unit), Code::UnitUnknown)?;
        require(draft.is_none_or(|draft| !draft.units.contains_key(unit)), Code::UnitRepeated)?;
    }
    Ok(())
}
