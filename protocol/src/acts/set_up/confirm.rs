//! `confirm`: stands behind a proposal, behind letters, or behind a device that is in already.

use super::roll_area::Rolled;
use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::second::Second;
use crate::apply::{At, Change, Placed};
use crate::audit::Figure;
use crate::body::{Nominate, Proposed};
use crate::course::{CourseStage, Deed, Subject};
use crate::id::{BlobId, EntryId, EstateId, PublicKey};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, Proposal, Roll, State};
use crate::strict_json::Strict;

/// Stands behind an act of somebody else, which asks for a second person.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Confirm {
    /// The act.
    pub entry: EntryId,
}

impl Act for Confirm {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        if let Some(proposal) = state.proposals.get(&self.entry) {
            // A device at the desk that is in force is a device like others.
            if proposal.in_force.is_none() || !state.key_entries.contains_key(&self.entry) {
                return put_in_force(state, placed, self, proposal);
            }
        }
        if let Some(codes) = state.code_entries.get(&self.entry) {
            return super::codes::confirm(state, placed, &self.entry, codes);
        }
        let device = state.key_entries.get(&self.entry).ok_or(Code::NothingToConfirm)?;
        super::enrol::confirm(state, placed, device)
    }

    /// Of a matter's trail is what puts the end of its vote in force.
    fn follows(&self) -> Option<EntryId> {
        Some(self.entry)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }

    /// A roll is added up again when it comes into force: settings may have changed since it was proposed.
    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        // And a candidate's name may have been taken since.
        if let Some(named) = named(shown.state, self) {
            named.admit_name(shown)?;
        }
        Rolled::admit(rolled(shown.state, self), shown)
    }

    fn rests_on(&self, state: &State) -> Vec<BlobId> {
        let named = named(state, self).and_then(|body| Some((body.candidacy.as_ref()?.text, body)));
        let names = named.map(|(own, body)| [own].into_iter().chain(body.other_names(state)));
        names.into_iter().flatten().chain(Rolled::facts(rolled(state, self))).collect()
    }

    fn figure(&self, _entry: &EntryId) -> Option<Figure> {
        Some(Figure::Roll(self.entry))
    }
}

/// The candidacy that it puts in force, if it does.
fn named<'a>(state: &'a State, body: &Confirm) -> Option<&'a Nominate> {
    let Proposed::Nominate(body) = &state.proposals.get(&body.entry)?.act else { return None };
    Some(body)
}

/// The roll that it puts in force, if it does.
fn rolled(state: &State, body: &Confirm) -> Option<Rolled> {
    state.proposals.get(&body.entry)?.act.rolled(state)
}

/// Puts a proposal in force.
fn put_in_force(
    state: &State,
    placed: &Placed,
    body: &Confirm,
    proposal: &Proposal,
) -> Result<Change, Rejection> {
    let subject = Subject::Proposal(proposal);
    let in_force = subject.stage(state, placed.received_ms) == CourseStage::InForce;
    require(!in_force, Code::AlreadyConfirmed)?;
    require(placed.lets(state, &subject, Deed::Confirm), Code::ProposalLapsed)?;
    let second = Second::of(state, placed, proposal)?;
    // Who was dismissed since has proposed nothing, nor has a root that ended.
    let held = match proposal.by {
        Actor::Person(author) if proposal.act.by_office() => {
            state.grants_of(&author, proposal.act.capability(), placed.received_ms).next().is_some()
        }
        Actor::Person(_) => true,
        Actor::Root(root) => state.keys.get(&root).is_some_and(|root| !root.revoked),
    };
    require(held, Code::MissingCapability)?;
    proposal.act.check_second(&second)?;
    let at = At { entry: body.entry, index: placed.index, received_ms: placed.received_ms };
    let effect = proposal.act.effect(state, &at, proposal)?;

    let (entry, index) = (body.entry, placed.index);
    Ok(Change::new(move |state| {
        if let Some(proposal) = state.proposals.get_mut(&entry) {
            proposal.in_force = Some(index);
        }
        effect.carry_out(state);
    }))
}

/// The roll that would come into force if somebody confirmed this entry now; none if it proposes none, or none that still holds.
pub fn proposed_roll(state: &State, entry: &EntryId) -> Option<Roll> {
    state.proposals.get(entry)?.act.roll(state)
}

/// Whether a key could stand behind what waits, by all rules of `confirm`: what a screen asks before it offers it.
pub fn may_confirm(state: &State, key: &PublicKey, entry: &EntryId, at_ms: u64) -> bool {
    let Some(record) = state.keys.get(key).filter(|record| !record.revoked) else { return false };
    let estate = state.estate.as_ref().map_or(EstateId::ZERO, |estate| estate.id);
    // An entry that nobody has signed yet: only its place and its author are looked at.
    let (id, index, holder) = (EntryId::ZERO, state.size, Some(record.holder));
    let placed = Placed { id, estate, author: *key, index, received_ms: at_ms, holder };
    Confirm { entry: *entry }.check(state, &placed).is_ok()
}
