//! `answer`: what the host does with a matter. Every matter gets one; nothing disappears.

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed, open_matter};
use crate::body::{Capability, Tier};
use crate::id::{BlobId, EntryId, MatterId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Matter, State};
use crate::strict_json::Strict;

/// What the host does with a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Action {
    /// Takes it up.
    Accept,
    /// Does not take it up, and says why. This ends it.
    Decline,
    /// Hands it to a farther tier.
    Escalate,
    /// Goes on with it under another matter. This ends it.
    Merge,
    /// Hands it back to a nearer tier.
    Return,
}

/// The host's answer to a matter.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Answer {
    /// What is done.
    pub action: Action,
    /// For `merge`: the matter under which it goes on.
    pub into: Option<MatterId>,
    /// Which matter.
    pub matter: MatterId,
    /// The answer in words, a blob of kind `statement`.
    pub text: BlobId,
    /// For `escalate` and `return`: to which tier.
    pub tier: Option<Tier>,
}

impl Act for Answer {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Answer)?;
        let matter = open_matter(state, &self.matter)?;
        placed.require_for(state, Capability::Answer, &matter.concern())?;
        let under_way = !matter.notices.is_empty() || !matter.tasks.is_empty();
        match (self.action, self.into, self.tier) {
            (Action::Accept, None, None) => require(matter.accepted_ms.is_none(), Code::AlreadyAnswered)?,
            (Action::Decline, None, None) => require(!under_way, Code::MatterUnderWay)?,
            (Action::Merge, Some(into), None) => {
                require(!under_way, Code::MatterUnderWay)?;
                require(into != self.matter, Code::AnswerInvalid)?;
                open_matter(state, &into)?;
            }
            (Action::Escalate, None, Some(tier)) => require(tier > matter.tier, Code::AnswerInvalid)?,
            (Action::Return, None, Some(tier)) => require(tier < matter.tier, Code::AnswerInvalid)?,
            _ => return Err(Code::AnswerInvalid.into()),
        }

        let (answer, index, received_ms) = (self.clone(), placed.index, placed.received_ms);
        Ok(Change::new(move |state| {
            if let Some(matter) = state.matters.get_mut(&answer.matter) {
                matter.trail.insert(index);
                record(matter, &answer, received_ms);
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.matter)
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

fn record(matter: &mut Matter, body: &Answer, received_ms: u64) {
    match body.action {
        Action::Accept => matter.accepted_ms = Some(received_ms),
        Action::Decline => matter.declined = true,
        Action::Merge => matter.merged_into = body.into,
        Action::Escalate | Action::Return => {
            matter.tier = body.tier.unwrap_or(matter.tier);
            matter.asked_ms = received_ms;
        }
    }
}
