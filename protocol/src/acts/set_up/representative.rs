//! `representative`: names who votes for a home: each of its owners on their own phone, or two clerks from a document where
//! an owner cannot (a guardian, an heir, a company's agent).

use crate::acts::{Act, Waits};
use crate::apply::often::Often;
use crate::apply::second::propose;
use crate::apply::{At, Change, Placed};
use crate::body::Capability;
use crate::id::{BlobId, Hash, PartyId, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{AgendaVoters, Naming, Party, Proposal, State};
use crate::strict_json::Strict;

/// Names who votes for a party: by each of its owners, or by two clerks from a document.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Representative {
    /// SHA-256 of the document that says so (a guardian's, an heir's, a company's agent's), if a clerk records it.
    pub document: Option<Hash>,
    /// For which party.
    pub party: PartyId,
    /// Who votes.
    pub person: PersonId,
}

impl Act for Representative {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        if self.document.is_some() {
            placed.require(state, Capability::Roll)?;
            drop(effect(state, &placed.at(), self)?);
            return propose(state, placed, self.clone());
        }
        let owner = placed.person().ok_or(Code::PersonOnly)?;
        let party = party(state, &self.party, placed.received_ms).ok_or(Code::NotOnRoll)?;
        require(party.persons.contains(&owner), Code::NotOnRoll)?;
        placed.require_vouched(state)?;
        let one_of_several = party.persons.len() > 1 && party.persons.contains(&self.person);
        require(one_of_several, Code::RepresentativeInvalid)?;
        let once_more = placed.once_more(state, &owner, (Often::Naming, self.party.as_bytes()))?;

        let (owners, id, person, at_ms) =
            (party.persons.clone(), self.party, self.person, placed.received_ms);
        Ok(Change::new(move |state| {
            once_more.note(state);
            state.namings.change(id, |naming| naming.say(owner, person, &owners, at_ms));
            reconsider(state, &id, at_ms);
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }
}

impl Waits for Representative {
    const AUTHOR_HOLDS: Capability = Capability::Roll;

    fn in_words(&self) -> String {
        "somebody recorded to vote for a home".to_owned()
    }

    fn effect(&self, state: &State, at: &At, _proposal: &Proposal) -> Result<Change, Rejection> {
        effect(state, at, self)
    }
}

/// What a record does once a second clerk has confirmed it.
fn effect(state: &State, at: &At, body: &Representative) -> Result<Change, Rejection> {
    require(body.document.is_some_and(|document| document != Hash::ZERO), Code::RepresentativeInvalid)?;
    let party = party(state, &body.party, at.received_ms).ok_or(Code::NotOnRoll)?;
    require(state.persons.contains_key(&body.person), Code::PersonUnknown)?;
    let is_owner = party.persons.contains(&body.person);
    // An only owner needs no document, unless to end what an earlier one said.
    let named = state.namings.get(&body.party).and_then(Naming::now);
    let ends = named.is_some_and(|named| named != body.person);
    require(!is_owner || party.persons.len() > 1 || ends, Code::RepresentativeInvalid)?;
    require(is_owner || !state.is_managers_staff(&body.person, at.received_ms), Code::ProxyBarred)?;

    let (owners, id, person, at_ms) = (party.persons.clone(), body.party, body.person, at.received_ms);
    Ok(Change::new(move |state| {
        state.namings.change(id, |naming| naming.record(person, true, &owners, at_ms));
        reconsider(state, &id, at_ms);
    }))
}

/// A party of the newest roll, or of one on which somebody can still vote.
fn party<'a>(state: &'a State, id: &PartyId, at_ms: u64) -> Option<&'a Party> {
    let newest = state.newest_roll().map(|(_, roll)| roll);
    let running = state.notices.values().filter(|notice| notice.is_to_come(at_ms));
    let rolls = running.filter_map(|notice| state.rolls.get(&notice.body.roll));
    newest.into_iter().chain(rolls).find_map(|roll| roll.parties.get(id))
}

/// Finds anew what stands for a party in votes whose window has not ended: what was held for want of a name may count.
pub(crate) fn reconsider(state: &mut State, party: &PartyId, at_ms: u64) {
    let running: Vec<_> = state
        .agendas
        .iter()
        .filter(|(_, agenda)| at_ms < agenda.closes_ms)
        .filter(|(_, agenda)| agenda.book.casts().iter().any(|cast| cast.party == *party))
        .map(|(id, _)| *id)
        .collect();
    for id in running {
        let Some(agenda) = state.agendas.get(&id) else { continue };
        let Some(roll) = state.rolls.get(&agenda.roll) else { continue };
        let mut book = agenda.book.clone();
        book.reconsider(&AgendaVoters::on(state, agenda, roll));
        if let Some(agenda) = state.agendas.get_mut(&id) {
            agenda.book = book;
        }
    }
}
