//! `rule-dispute`: an organisation other than the one that gave notice of the vote rules on a dispute about its result.

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed, concern_of, note_on_matter};
use crate::body::{Capability, OrgKind};
use crate::course::{CourseStage, Deed, Subject};
use crate::id::{AgendaId, BlobId, EntryId, OrgId, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, Agenda, State};
use crate::strict_json::Strict;

use super::candidacy::election_of;
use super::dispute::{DisputeRecord, DisputeRuling};
use super::seat::ends;

/// Rules on a dispute, for good.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct RuleDispute {
    /// Of which vote.
    pub agenda: AgendaId,
    /// The entry of the dispute.
    pub dispute: EntryId,
    /// Why, a blob of kind `statement`.
    pub text: BlobId,
    /// Whether the dispute is right.
    pub upheld: bool,
}

impl Act for RuleDispute {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Tally)?;
        let person = placed.person().ok_or(Code::MissingCapability)?;
        let agenda = state.held_agenda(&self.agenda)?;
        let dispute = agenda.disputes.get(&self.dispute).ok_or(Code::DisputeUnknown)?;
        placed.require_for(state, Capability::Tally, &concern_of(state, &agenda.notice))?;
        let subject = Subject::Dispute(agenda, dispute);
        require(placed.lets(state, &subject, Deed::RuleDispute), Code::AlreadyRuled)?;
        let roll = state.rolls.get(&agenda.roll).ok_or(Code::RollUnknown)?;
        let owners = roll.parties.get(&dispute.party).map(|party| party.persons.as_slice());
        let own = dispute.by == person || owners.unwrap_or_default().contains(&person);
        require(!own, Code::OwnAct)?;
        require(!stood(state, agenda, &person), Code::OwnAct)?;
        let at_ms = placed.received_ms;
        let stage = subject.stage(state, at_ms);
        require(may_rule(state, (agenda, dispute), stage, (&person, at_ms)), Code::OtherOrgNeeded)?;

        let (notice, index) = (agenda.notice, placed.index);
        let (agenda, dispute) = (self.agenda, self.dispute);
        let ruling = DisputeRuling { entry: placed.id, text: self.text, upheld: self.upheld };
        Ok(Change::new(move |state| {
            note_on_matter(state, &notice, index);
            let agenda = state.agendas.get_mut(&agenda);
            if let Some(known) = agenda.and_then(|agenda| agenda.disputes.get_mut(&dispute)) {
                known.ruling = Some(ruling);
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.agenda)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.text]
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        shown.statement(&self.text)
    }

    fn statement(&self) -> Option<BlobId> {
        Some(self.text)
    }
}

/// Whether somebody may rule: none of the organisations for which they count gave the notice or wrote down a home's denial; once the
/// dispute is referred, one of them is the residents' committee, unless that is barred so. About an election of candidates neither one
/// of them rules, nor anybody who would leave an office by it, whoever gave the notice.
pub(crate) fn may_rule(
    state: &State,
    (agenda, dispute): (&Agenda, &DisputeRecord),
    stage: CourseStage,
    (person, at_ms): (&PersonId, u64),
) -> bool {
    let orgs = state.orgs_of(&Actor::Person(*person), Capability::Tally, at_ms);
    let is_committee =
        |org: &OrgId| state.orgs.get(org).is_some_and(|org| org.kind == OrgKind::ResidentsCommittee);
    let hosts = state.notices.get(&agenda.notice).map(|notice| &notice.orgs);
    let barred = |org: &OrgId| dispute.orgs.contains(org) || hosts.is_some_and(|hosts| hosts.contains(org));
    let other = !orgs.is_empty() && !orgs.iter().any(barred);
    let referred =
        stage == CourseStage::Referred && !state.orgs.keys().any(|org| is_committee(org) && barred(org));
    other
        && (!referred || orgs.iter().any(is_committee))
        && !stood(state, agenda, person)
        && !would_leave(state, agenda, (person, at_ms))
}

/// Whether somebody is on the ballots of an election of candidates, also if they have taken it back since.
fn stood(state: &State, agenda: &Agenda, person: &PersonId) -> bool {
    let notice = state.notices.get(&agenda.notice);
    notice.and_then(|notice| election_of(state, notice)).is_some_and(|(_, item, matter)| {
        let mut all = item.options.iter().filter_map(|option| matter.candidate(option));
        all.any(|(_, record)| record.person == *person)
    })
}

/// Whether somebody holds an office that ends once those are seated whom an election of candidates elects.
fn would_leave(state: &State, agenda: &Agenda, (person, at_ms): (&PersonId, u64)) -> bool {
    let notice = state.notices.get(&agenda.notice);
    let elects = notice.filter(|notice| election_of(state, notice).is_some());
    elects.is_some_and(|notice| {
        let (ended, _) = ends(state, notice.received_ms, at_ms);
        ended.iter().any(|(holder, _)| holder == person)
    })
}
