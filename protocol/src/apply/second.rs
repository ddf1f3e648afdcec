//! Second persons: the frame around acts for which one person is not enough.
//!
//! An act that asks for a second person is checked, noted, and waits; `confirm` runs its rules again and puts it in force.
//! What waits has no effect, and has lapsed after [`WAITS_MS`](crate::state::WAITS_MS).

use std::collections::BTreeSet;

use super::{At, Change, Placed, bylaws, enrol_in_person, representative, revoke, roll, roll_change};
use crate::body::{Capability, Confirm};
use crate::id::{EntryId, EstateId, OrgId, PersonId, PublicKey};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, GrantRecord, Proposal, Proposed, Roll, State};

/// Notes an act that waits. Its rules have been checked.
pub(super) fn propose(state: &State, placed: &Placed, act: Proposed) -> Result<Change, Rejection> {
    let by = placed.actor()?;
    let orgs = state.orgs_of(&by, act.capability(), placed.received_ms);
    let (index, proposed_ms) = (placed.index, placed.received_ms);
    let (id, proposal) = (placed.id, Proposal { act, by, orgs, index, proposed_ms, in_force: None });
    Ok(Change::new(move |state| drop(state.proposals.insert(id, proposal))))
}

/// That whoever confirms is another person than the author, holds what the author held, and does not work for the manager.
pub(super) fn check_second(
    state: &State,
    placed: &Placed,
    by: &Actor,
    capability: Capability,
) -> Result<Actor, Rejection> {
    let second = placed.actor()?;
    require(second != *by, Code::OwnAct)?;
    if let Actor::Person(person) = second {
        require(!state.is_managers_staff(&person, placed.received_ms), Code::ConfirmBarred)?;
        placed.require(state, capability)?;
    }
    Ok(second)
}

/// That somebody acts for another organisation than those.
pub(super) fn check_other_org(
    state: &State,
    placed: &Placed,
    second: &Actor,
    capability: Capability,
    orgs: &BTreeSet<OrgId>,
) -> Result<(), Rejection> {
    let own = state.orgs_of(second, capability, placed.received_ms);
    require(are_different(orgs, &own), Code::OtherOrgNeeded)
}

/// That who stands behind a letter, where letters have two issuers, acts for another organisation than its issuer, or is a root:
/// an officer's own organisation cannot, and the other one does not hold what the officer holds, so a root is left.
pub(super) fn check_second_org(
    state: &State,
    placed: &Placed,
    second: &Actor,
    orgs: &BTreeSet<OrgId>,
) -> Result<(), Rejection> {
    if state.bylaws.letter_issuers == 1 || matches!(second, Actor::Root(_)) {
        return Ok(());
    }
    check_other_org(state, placed, second, Capability::Codes, orgs)
}

/// Whether one person can stand for an organisation of the first and the other for another one.
pub(super) fn are_different(one: &BTreeSet<OrgId>, other: &BTreeSet<OrgId>) -> bool {
    one.iter().any(|org| other.iter().any(|second| second != org))
}

/// Whether somebody may vouch for who a person is: for whoever holds an office only a root, or a person who holds all of it
/// for the same organisation, so that none can take another's offices. Nobody vouches for themselves.
pub(super) fn may_vouch(state: &State, second: &Actor, person: &PersonId, at_ms: u64) -> bool {
    let Actor::Person(voucher) = second else { return true };
    let roll = state.newest_roll().map(|(_, roll)| roll);
    let offices = state.persons.get(person).into_iter().flat_map(|person| person.grants_at(at_ms));
    let held = |capability, office: &GrantRecord| {
        let mut grants = state.grants_of(voucher, capability, at_ms);
        grants.any(|grant| grant.org == office.org && grant.reach.contains(roll, &office.reach))
    };
    voucher != person
        && offices.into_iter().all(|office| office.caps.iter().all(|capability| held(*capability, office)))
}

/// Puts a proposal in force.
fn put_in_force(
    state: &State,
    placed: &Placed,
    body: &Confirm,
    proposal: &Proposal,
) -> Result<Change, Rejection> {
    require(proposal.in_force.is_none(), Code::AlreadyConfirmed)?;
    require(proposal.waits_at(placed.received_ms), Code::ProposalLapsed)?;
    let capability = proposal.act.capability();
    let second = check_second(state, placed, &proposal.by, capability)?;
    // Who was dismissed since has proposed nothing.
    if let Actor::Person(author) = proposal.by {
        let holds = state.grants_of(&author, capability, placed.received_ms).next().is_some();
        require(holds, Code::MissingCapability)?;
    }
    let two_issuers = state.bylaws.letter_issuers == 2;
    let other_org = || check_other_org(state, placed, &second, capability, &proposal.orgs);
    let vouches = |person: &PersonId| {
        require(may_vouch(state, &second, person, placed.received_ms), Code::ConfirmerTooLow)
    };
    let at = At { entry: body.entry, index: placed.index, received_ms: placed.received_ms };
    let effect = match &proposal.act {
        Proposed::Bylaws(body) => {
            other_org()?;
            bylaws::effect(state, &at, body)?
        }
        Proposed::EnrolInPerson(body) => {
            vouches(&body.person)?;
            if two_issuers {
                other_org()?;
            }
            enrol_in_person::effect(state, &at, &proposal.by, body)?
        }
        Proposed::Representative(body) => representative::effect(state, &at, body)?,
        Proposed::Revoke(body) => {
            vouches(&revoke::person_of(state, &body.device)?)?;
            if two_issuers {
                other_org()?;
            }
            revoke::effect(state, body, Some(at.received_ms))?
        }
        Proposed::Roll(body) => roll::effect(state, &at, body)?,
        Proposed::RollChange(body) => roll_change::effect(state, &at, body)?,
    };

    let (entry, index) = (body.entry, placed.index);
    Ok(Change::new(move |state| {
        if let Some(proposal) = state.proposals.get_mut(&entry) {
            proposal.in_force = Some(index);
        }
        effect.carry_out(state);
    }))
}

/// `confirm`: stands behind a proposal, behind letters, or behind a device that is in already.
pub(super) fn check(state: &State, placed: &Placed, body: &Confirm) -> Result<Change, Rejection> {
    if let Some(proposal) = state.proposals.get(&body.entry) {
        // A device at the desk that is in force is a device like others.
        if proposal.in_force.is_none() || !state.key_entries.contains_key(&body.entry) {
            return put_in_force(state, placed, body, proposal);
        }
    }
    if let Some(codes) = state.code_entries.get(&body.entry) {
        return super::codes::confirm(state, placed, &body.entry, codes);
    }
    let device = state.key_entries.get(&body.entry).ok_or(Code::NothingToConfirm)?;
    super::enrol::confirm(state, placed, device)
}

/// The roll that would come into force if somebody confirmed this entry now; none if it proposes none, or none that still holds.
pub fn proposed_roll(state: &State, entry: &EntryId) -> Option<Roll> {
    match &state.proposals.get(entry)?.act {
        Proposed::Roll(body) => roll::whole(state, state.size, body).ok(),
        Proposed::RollChange(body) => roll_change::changed(state, state.size, body).ok(),
        Proposed::Bylaws(_)
        | Proposed::EnrolInPerson(_)
        | Proposed::Representative(_)
        | Proposed::Revoke(_) => None,
    }
}

/// Whether a key could stand behind what waits, by all rules of `confirm`: what a screen asks before it offers it.
pub fn may_confirm(state: &State, key: &PublicKey, entry: &EntryId, at_ms: u64) -> bool {
    let Some(record) = state.keys.get(key).filter(|record| !record.revoked) else { return false };
    let estate = state.estate.as_ref().map_or(EstateId::ZERO, |estate| estate.id);
    // An entry that nobody has signed yet: only its place and its author are looked at.
    let (id, index, holder) = (EntryId::ZERO, state.size, Some(record.holder));
    let placed = Placed { id, estate, author: *key, index, received_ms: at_ms, holder };
    check(state, &placed, &Confirm { entry: *entry }).is_ok()
}
