//! `roll-call`: what a home that was drawn said when it was asked whether the ballot in its name is its own.
//!
//! Whoever asks belongs to no organisation that gave notice of the vote, and has asked for the evidence openly. Nobody is turned by
//! their word alone: a home that denies its ballot disputes it, and on that neither the host rules nor whoever wrote it down. A roll call
//! that is never made, or left half done, keeps no vote from ending; the result says that it was not audited.

use std::collections::BTreeSet;

use crate::acts::Act;
use crate::apply::{Change, Placed, may_read_evidence, note_on_matter};
use crate::body::{Capability, DisputeRecord};
use crate::course::{Course, CourseStage, Deed};
use crate::id::{AgendaId, BlobId, EntryId, OrgId, PartyId, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, Agenda, State};
use crate::strict_json::Strict;

/// What a home said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum CallAnswer {
    /// 确认: the ballot is its own.
    Confirmed,
    /// 否认: it is not.
    Denied,
    /// 没问到: nobody was found who could say.
    NotReached,
}

/// How a home was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum CallHow {
    /// 打电话.
    Phone,
    /// 上门.
    Visit,
    /// 写信.
    Letter,
}

/// Notes what a home that was drawn said of its ballot. Nobody asks what it chose.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct RollCall {
    /// Of which vote.
    pub agenda: AgendaId,
    /// What it said.
    pub answer: CallAnswer,
    /// How it was asked.
    pub how: CallHow,
    /// Which home.
    pub party: PartyId,
}

/// What a home said, as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct CallRecord {
    /// What it said.
    pub answer: CallAnswer,
    /// How it was asked.
    pub how: CallHow,
    /// The entry that says so.
    pub entry: EntryId,
    /// Who asked.
    pub by: PersonId,
}

/// The figures of a roll call, which everybody reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Strict)]
pub struct CallFigures {
    /// How many homes were drawn.
    pub asked: u64,
    /// Whether the result is called audited: four of five were reached.
    pub audited: bool,
    /// How many confirmed their ballot.
    pub confirmed: u64,
    /// How many denied it.
    pub denied: u64,
    /// How many of those drawn have a weak ballot.
    pub weak: u64,
}

impl Act for RollCall {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Evidence)?;
        let person = placed.person().ok_or(Code::MissingCapability)?;
        let agenda = state.held_agenda(&self.agenda)?;
        let asked = agenda.drawn.as_ref().is_some_and(|drawn| drawn.asks(&self.party));
        require(asked, Code::NotDrawn)?;
        let orgs = may_call(state, &person, &self.agenda, placed.received_ms)?;
        let stage = agenda.course_stage(placed.received_ms);
        let open = Course::Vote.lets(stage, Deed::RollCall) && placed.received_ms < agenda.calls_end_ms();
        require(open, Code::CallsOver)?;
        let roll = state.rolls.get(&agenda.roll).ok_or(Code::RollUnknown)?;
        let owners = roll.parties.get(&self.party).map(|party| party.persons.as_slice());
        require(!owners.unwrap_or_default().contains(&person), Code::OwnAct)?;
        let answered =
            agenda.calls.get(&self.party).is_some_and(|call| call.answer != CallAnswer::NotReached);
        require(!answered, Code::AlreadyCalled)?;

        let (notice, index) = (agenda.notice, placed.index);
        let record = CallRecord { answer: self.answer, how: self.how, entry: placed.id, by: person };
        // As long as anybody can dispute, a denial is a dispute; afterwards it is told, and a court decides.
        let disputes = stage == CourseStage::Tallied && self.answer == CallAnswer::Denied;
        let ballot = agenda.standing_ballot(&self.party).filter(|_| disputes).map(|ballot| ballot.entry);
        let dispute = ballot.map(|ballot| denial(self.party, ballot, (person, orgs), placed.received_ms));
        let body = self.clone();
        Ok(Change::new(move |state| {
            note_on_matter(state, &notice, index);
            if let Some(agenda) = state.agendas.get_mut(&body.agenda) {
                let entry = record.entry;
                agenda.calls.insert(body.party, record);
                if let Some(dispute) = dispute {
                    agenda.disputes.insert(entry, dispute);
                }
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.agenda)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }

    fn admit(&self, _shown: &mut crate::admit::Shown<'_>) -> Result<(), Rejection> {
        Ok(())
    }
}

/// That a person may call the homes that were drawn, and so be told where these are reached: they were drawn, the person has asked for
/// the evidence and still holds it for that vote, and none of the organisations for which they do gave notice. Returns these.
///
/// # Errors
/// `AGENDA_UNKNOWN`, `NOT_DRAWN`, `MISSING_CAPABILITY`, `OUT_OF_REACH`, `OTHER_ORG_NEEDED`.
pub fn may_call(
    state: &State,
    person: &PersonId,
    id: &AgendaId,
    at_ms: u64,
) -> Result<BTreeSet<OrgId>, Rejection> {
    let agenda = state.held_agenda(id)?;
    require(agenda.drawn.is_some(), Code::NotDrawn)?;
    may_read_evidence(state, person, id, at_ms)?;
    let orgs = state.orgs_of(&Actor::Person(*person), Capability::Evidence, at_ms);
    let hosts = state.notices.get(&agenda.notice).map(|notice| &notice.orgs);
    let hosts = hosts.is_some_and(|hosts| orgs.iter().any(|org| hosts.contains(org)));
    require(!hosts && !orgs.is_empty(), Code::OtherOrgNeeded)?;
    Ok(orgs)
}

/// The dispute that a home's denial of its ballot is, about every item.
fn denial(
    party: PartyId,
    ballot: EntryId,
    (by, orgs): (PersonId, BTreeSet<OrgId>),
    at_ms: u64,
) -> DisputeRecord {
    DisputeRecord { body: None, ballots: vec![ballot], party, by, orgs, at_ms, ruling: None }
}

impl Agenda {
    /// The figures of its roll call; none before it is drawn.
    pub fn call_figures(&self) -> Option<CallFigures> {
        let drawn = self.drawn.as_ref()?;
        let count = |answer: CallAnswer| {
            let said = self.calls.values().filter(|call| call.answer == answer).count();
            u64::try_from(said).unwrap_or(u64::MAX)
        };
        let (confirmed, denied) = (count(CallAnswer::Confirmed), count(CallAnswer::Denied));
        let [asked, weak] =
            [drawn.len(), drawn.weak.len()].map(|homes| u64::try_from(homes).unwrap_or(u64::MAX));
        let reached = confirmed.saturating_add(denied);
        let audited = reached.saturating_mul(5) >= asked.saturating_mul(4);
        Some(CallFigures { asked, audited, confirmed, denied, weak })
    }
}
