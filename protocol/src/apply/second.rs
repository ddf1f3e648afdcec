//! Second persons: the frame around acts for which one person is not enough.
//!
//! An act that asks for a second person is checked, noted, and waits; `confirm` runs its rules again and puts it in force.
//! What waits has no effect, and has lapsed after [`WAITS_MS`](crate::state::WAITS_MS).

use std::collections::BTreeSet;

use super::{Change, Placed, concern_of, note_on_matter};
use crate::body::{Capability, Proposed};
use crate::id::{AgendaId, NoticeId, OrgId, PersonId};
use crate::office::Concern;
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, Agenda, GrantRecord, Proposal, State};

/// Notes an act that waits. Its rules have been checked.
pub(crate) fn propose(state: &State, placed: &Placed, act: impl Into<Proposed>) -> Result<Change, Rejection> {
    let act = act.into();
    let by = placed.actor()?;
    let orgs = state.orgs_of(&by, act.capability(), placed.received_ms);
    let (index, proposed_ms) = (placed.index, placed.received_ms);
    let (id, proposal) = (placed.id, Proposal { act, by, orgs, index, proposed_ms, in_force: None });
    Ok(Change::new(move |state| _ = state.proposals.insert(id, proposal)))
}

/// The same of an act about a vote: both it and whoever stands behind it are of the trail of the vote's matter, so that what
/// follows there has what it follows before it.
pub(crate) fn propose_on_matter(
    state: &State,
    placed: &Placed,
    act: impl Into<Proposed>,
    notice: NoticeId,
) -> Result<Change, Rejection> {
    let (proposed, index) = (propose(state, placed, act)?, placed.index);
    Ok(Change::new(move |state| {
        proposed.carry_out(state);
        note_on_matter(state, &notice, index);
    }))
}

/// Whoever stands behind an act that waits.
pub(crate) struct Second<'a> {
    state: &'a State,
    placed: &'a Placed,
    proposal: &'a Proposal,
    who: Actor,
}

impl<'a> Second<'a> {
    /// Whoever signed an entry, if they may stand behind what was proposed so far as that holds for every kind.
    pub(crate) fn of(
        state: &'a State,
        placed: &'a Placed,
        proposal: &'a Proposal,
    ) -> Result<Self, Rejection> {
        let who = check_second(state, placed, &proposal.by, proposal.act.second_capability())?;
        Ok(Self { state, placed, proposal, who })
    }

    /// What the log means where they stand behind it.
    pub(crate) fn state(&self) -> &State {
        self.state
    }

    /// That what they hold reaches so far; a root reaches everything.
    pub(crate) fn reaches(&self, capability: Capability, concern: &Concern<'_>) -> Result<(), Rejection> {
        match self.who {
            Actor::Root(_) => Ok(()),
            Actor::Person(_) => self.placed.require_for(self.state, capability, concern),
        }
    }

    /// The agenda of the act, which what they hold reaches.
    ///
    /// # Errors
    /// `AGENDA_UNKNOWN`, `VOTE_WITHDRAWN`, then as [`Second::reaches`].
    pub(crate) fn reached_agenda(
        &self,
        capability: Capability,
        agenda: &AgendaId,
    ) -> Result<&'a Agenda, Rejection> {
        let agenda = self.state.held_agenda(agenda)?;
        self.reaches(capability, &concern_of(self.state, &agenda.notice)).map(|()| agenda)
    }

    /// That they are another person than that one.
    pub(crate) fn is_not(&self, person: &PersonId) -> Result<(), Rejection> {
        require(self.who != Actor::Person(*person), Code::OwnAct)
    }

    /// That they act for another organisation than the author.
    pub(crate) fn of_other_org(&self) -> Result<(), Rejection> {
        let Proposal { act, orgs, .. } = self.proposal;
        check_other_org(self.state, self.placed, &self.who, act.capability(), orgs)
    }

    /// That they act for another organisation than those, by what they hold to stand behind it.
    pub(crate) fn of_other_org_than(&self, orgs: &BTreeSet<OrgId>) -> Result<(), Rejection> {
        let capability = self.proposal.act.second_capability();
        let own = self.state.orgs_of(&self.who, capability, self.placed.received_ms);
        require(own.iter().any(|org| !orgs.contains(org)), Code::OtherOrgNeeded)
    }

    /// The same, where what they hold to stand behind it is not what its author holds.
    pub(crate) fn of_other_org_as_second(&self) -> Result<(), Rejection> {
        self.of_other_org_than(&self.proposal.orgs)
    }

    /// That they may vouch for a person, and act for another organisation than the author where letters have two issuers.
    pub(crate) fn vouches_for(&self, person: &PersonId) -> Result<(), Rejection> {
        let may = may_vouch(self.state, &self.who, person, self.placed.received_ms);
        require(may, Code::ConfirmerTooLow)?;
        if self.state.bylaws.letter_issuers == 2 { self.of_other_org() } else { Ok(()) }
    }
}

/// That whoever confirms is another person than the author, holds what the author held, and does not work for the manager.
pub(crate) fn check_second(
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
pub(crate) fn check_other_org(
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
pub(crate) fn check_second_org(
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
pub(crate) fn are_different(one: &BTreeSet<OrgId>, other: &BTreeSet<OrgId>) -> bool {
    one.iter().any(|org| other.iter().any(|second| second != org))
}

/// Whether somebody may vouch for who a person is: for whoever holds an office only a root, or a person who holds all of it
/// for the same organisation, so that none can take another's offices. Nobody vouches for themselves.
pub(crate) fn may_vouch(state: &State, second: &Actor, person: &PersonId, at_ms: u64) -> bool {
    let Actor::Person(voucher) = second else { return true };
    let roll = state.newest_roll().map(|(_, roll)| roll);
    let offices = state.persons.get(person).into_iter().flat_map(|person| person.grants_at(at_ms));
    let held = |capability, office: &GrantRecord| {
        let mut grants = state.grants_of(voucher, capability, at_ms);
        grants
            .any(|grant| grant.org == office.org && state.extent(grant).contains(roll, &state.extent(office)))
    };
    voucher != person
        && offices.into_iter().all(|office| office.caps.iter().all(|capability| held(*capability, office)))
}
