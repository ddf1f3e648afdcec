//! `review`: somebody of the organisation that was asked says what it thinks of a matter. It is advice: whatever it says, the host
//! may put the matter to the vote, and everybody reads both.

use std::collections::BTreeSet;

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed};
use crate::course::{CourseStage, Deed, Subject};
use crate::id::{BlobId, EntryId, MatterId, OrgId, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::state::State;
use crate::strict_json::Strict;

/// What a reviewer thinks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum ReviewOpinion {
    /// 同意.
    Agree,
    /// 原则同意，有意见.
    Remarks,
    /// 建议不办.
    Against,
}

impl ReviewOpinion {
    /// Every opinion, in the order in which screens list them.
    pub const ALL: [ReviewOpinion; 3] =
        [ReviewOpinion::Agree, ReviewOpinion::Remarks, ReviewOpinion::Against];
}

/// Says what the organisation that was asked thinks of a matter.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Review {
    /// Of which matter.
    pub matter: MatterId,
    /// What it thinks.
    pub opinion: ReviewOpinion,
    /// The entry that asked for it.
    pub request: EntryId,
    /// Why, a blob of kind `statement`.
    pub text: BlobId,
}

/// A review that was asked for, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct ReviewRecord {
    /// Which organisation was asked.
    pub org: OrgId,
    /// Who asked.
    pub by: PersonId,
    /// The organisations for which they held an office, none of which reviews.
    pub orgs: BTreeSet<OrgId>,
    /// When, in milliseconds since 1970.
    pub at_ms: u64,
    /// Until when, in milliseconds since 1970.
    pub due_ms: u64,
    /// How often the matter had been noticed then.
    pub notices: u32,
    /// What was said: the entry, and the opinion.
    pub given: Option<(EntryId, ReviewOpinion)>,
}

impl ReviewRecord {
    /// Where its last act left it.
    pub(crate) fn after(&self) -> CourseStage {
        if self.given.is_some() { CourseStage::Reviewed } else { CourseStage::ReviewAsked }
    }
}

impl Act for Review {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let person = placed.person().ok_or(Code::PersonOnly)?;
        // An opinion is heard though the matter has ended since: it was asked for.
        let matter = state.matters.get(&self.matter).ok_or(Code::MatterUnknown)?;
        let review = matter.reviews.get(&self.request).ok_or(Code::ReviewUnknown)?;
        require(state.reviews(&person, review, placed.received_ms), Code::NotReviewer)?;
        let others = state.reviews_for_others(&person, (matter, review), placed.received_ms);
        require(others, Code::OwnAct)?;
        let subject = Subject::Review(matter, review);
        require(review.given.is_none(), Code::AlreadyReviewed)?;
        require(placed.lets(state, &subject, Deed::Review), Code::ReviewLate)?;

        let (index, of, request) = (placed.index, self.matter, self.request);
        let given = (placed.id, self.opinion);
        Ok(Change::new(move |state| {
            let Some(matter) = state.matters.get_mut(&of) else { return };
            matter.trail.insert(index);
            if let Some(review) = matter.reviews.get_mut(&request) {
                review.given = Some(given);
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.request)
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
