//! `help-line`: says where an organisation is found, when, and under which telephone number, for whoever wants paper or
//! has no smartphone.
//!
//! Who puts a number here is rung by people who trust the estate. So it is said by somebody whose office has no limit, for
//! their own organisation alone, and stands once somebody who lets people in stands behind it. Taking one down is quick.

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::second::propose;
use crate::apply::{At, Change, Placed};
use crate::blob::{BlobKind, HelpText};
use crate::body::Capability;
use crate::course::{CourseStage, Subject};
use crate::id::{BlobId, Hash, OrgId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, HelpLineRecord, Org, Proposal, Proposed, State};
use crate::strict_json::Strict;

/// Says where an organisation is found, when, and under which telephone number, or takes that down.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct HelpLine {
    /// Whose line.
    pub org: OrgId,
    /// What it says, a blob of kind `help-text`; none takes down what stands and what waits.
    pub text: Option<BlobId>,
}

impl Act for HelpLine {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let by = placed.actor()?;
        let takes_down = self.text.is_none();
        if !(takes_down && matches!(by, Actor::Root(_))) {
            placed.require(state, Capability::Raise)?;
        }
        let org = state.orgs.get(&self.org).ok_or(Code::OrgUnknown)?;
        if matches!(by, Actor::Person(_)) {
            require(speaks(state, &by, &self.org, placed.received_ms), Code::OutOfReach)?;
        }
        if !takes_down {
            return propose(state, placed, Proposed::HelpLine(self.clone()));
        }
        let said = org.help_line.as_ref();
        let stands = said.is_some_and(|said| said.text.is_some());
        require(stands || waits(state, self, placed.received_ms), Code::HelpLineNone)?;
        let record = HelpLineRecord { by, index: placed.index, in_force: placed.index, text: None };
        Ok(set(self.org, record))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        self.text.into_iter().collect()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let Some(text) = &self.text else { return Ok(()) };
        let said = shown.read::<HelpText>(text, BlobKind::HelpText, &Hash::ZERO)?;
        require(said.as_ref().is_none_or(HelpText::is_well_formed), Code::HelpLineInvalid)
    }

    fn as_waiting(&self, _people: u32) -> Option<String> {
        Some("where an organisation is found and rung".to_owned())
    }
}

/// What it does once it is in force. Whatever was said or taken down after it was proposed holds in its place.
pub(super) fn effect(
    state: &State,
    at: &At,
    proposal: &Proposal,
    body: &HelpLine,
) -> Result<Change, Rejection> {
    require(speaks(state, &proposal.by, &body.org, at.received_ms), Code::OutOfReach)?;
    let last = state.orgs.get(&body.org).and_then(|org| org.help_line.as_ref());
    require(last.is_none_or(|last| last.index < proposal.index), Code::HelpLineSuperseded)?;
    let (by, index) = (proposal.by, proposal.index);
    Ok(set(body.org, HelpLineRecord { by, index, in_force: at.index, text: body.text }))
}

fn set(org: OrgId, record: HelpLineRecord) -> Change {
    Change::new(move |state| {
        if let Some(org) = state.orgs.get_mut(&org) {
            org.help_line = Some(record);
        }
    })
}

/// Whether somebody says for an organisation where it is found: an office that is limited to a part of the estate says
/// nothing for all of it.
fn speaks(state: &State, by: &Actor, org: &OrgId, at_ms: u64) -> bool {
    let Actor::Person(person) = by else { return false };
    let mut grants = state.grants_of(person, Capability::Raise, at_ms);
    grants.any(|grant| grant.org == *org && grant.reach.is_everywhere())
}

/// Whether a line of the organisation could still come into force.
fn waits(state: &State, body: &HelpLine, at_ms: u64) -> bool {
    let last = state.orgs.get(&body.org).and_then(|org| org.help_line.as_ref());
    state.proposals.values().any(|proposal| {
        matches!(&proposal.act, Proposed::HelpLine(line) if line.org == body.org)
            && Subject::Proposal(proposal).stage(state, at_ms) == CourseStage::Proposed
            && last.is_none_or(|last| last.index < proposal.index)
    })
}

impl State {
    /// The lines that stand at a moment, by organisation: those of people who still say for it where it is found. With an
    /// office ends what its holder told everybody to ring.
    pub fn help_lines_at(&self, at_ms: u64) -> impl Iterator<Item = (&OrgId, &Org, &HelpLineRecord)> {
        let lines = self.orgs.iter().filter_map(|(id, org)| Some((id, org, org.help_line.as_ref()?)));
        lines.filter(move |(id, _, line)| line.text.is_some() && speaks(self, &line.by, id, at_ms))
    }
}
