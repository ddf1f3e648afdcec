//! `ask-review`: a host asks another organisation, the Party branch or a lawyer's, to look at a matter before it is put to the
//! vote. While that is asked the matter is not noticed; so it has a date, and all dates of a round lie close together: whoever
//! asks once more, or asks one more, puts nothing off.

use std::collections::BTreeSet;

use super::review::ReviewRecord;
use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed, open_matter};
use crate::body::{Capability, OrgKind};
use crate::calendar::DAY_MS;
use crate::course::{Date, Deed, Subject};
use crate::id::{BlobId, EntryId, MatterId, OrgId, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Matter, State};
use crate::strict_json::Strict;

/// The least time that a reviewer has.
const LEAST_MS: u64 = DAY_MS;
/// How long the reviews of a round may keep a matter from being noticed, from when the first was asked for.
const MOST_MS: u64 = 14 * DAY_MS;

/// Asks another organisation to look at a matter before it is put to the vote.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct AskReview {
    /// Until when, in milliseconds since 1970: from then on the matter goes on without an opinion.
    pub due_ms: u64,
    /// Which matter.
    pub matter: MatterId,
    /// Who looks at it: an organisation that is not the author's.
    pub org: OrgId,
    /// What is to be looked at, the words of the coming notice perhaps, a blob of kind `statement`.
    pub text: BlobId,
}

impl Act for AskReview {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let person = placed.person().ok_or(Code::MissingCapability)?;
        let asks = [Capability::Answer, Capability::Notice];
        let holds = asks.into_iter().find(|capability| placed.require(state, *capability).is_ok());
        require(holds.is_some(), Code::MissingCapability)?;
        let matter = open_matter(state, &self.matter)?;
        let reaches = |capability| placed.require_for(state, capability, &matter.concern()).is_ok();
        require(asks.into_iter().any(reaches), Code::OutOfReach)?;
        let kind = state.orgs.get(&self.org).ok_or(Code::OrgUnknown)?.kind;
        let orgs = state.offices_of(&person, placed.received_ms);
        let other = kind != OrgKind::Manager && !orgs.contains(&self.org);
        require(other && state.is_in_office(&self.org, placed.received_ms), Code::ReviewerInvalid)?;
        let subject = Subject::Matter(matter);
        let lets = placed.lets(state, &subject, Deed::AskReview);
        require(lets, Code::MatterUnderWay)?;
        let known = || matter.reviews_of_round();
        require(known().all(|(_, review)| review.org != self.org), Code::AlreadyAsked)?;
        let first_ms = known().map(|(_, review)| review.at_ms).min().unwrap_or(placed.received_ms);
        let allowed = placed.received_ms.saturating_add(LEAST_MS)..=first_ms.saturating_add(MOST_MS);
        // Nor does it keep anybody from giving notice of a vote that is owed, once the host has let its time pass.
        let owed_ms = subject.date(state, Date::Demand).unwrap_or(u64::MAX);
        require(allowed.contains(&self.due_ms) && self.due_ms <= owed_ms, Code::ReviewDate)?;

        let (id, index, of) = (placed.id, placed.index, self.matter);
        let record = ReviewRecord {
            org: self.org,
            by: person,
            orgs,
            at_ms: placed.received_ms,
            due_ms: self.due_ms,
            notices: matter.notices.len().try_into().unwrap_or(u32::MAX),
            given: None,
        };
        Ok(Change::new(move |state| {
            if let Some(matter) = state.matters.get_mut(&of) {
                matter.trail.insert(index);
                matter.reviews.insert(id, record);
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

impl Matter {
    /// The reviews that were asked for since it was noticed last, by their entries.
    pub fn reviews_of_round(&self) -> impl Iterator<Item = (&EntryId, &ReviewRecord)> {
        let notices = u32::try_from(self.notices.len()).unwrap_or(u32::MAX);
        self.reviews.iter().filter(move |(_, review)| review.notices == notices)
    }

    /// The review that it waits for at a moment, in milliseconds since 1970, if any: of several the one that is due last.
    pub fn awaited_review(&self, now_ms: u64) -> Option<&ReviewRecord> {
        let open = self.reviews.values().filter(|review| review.given.is_none() && now_ms < review.due_ms);
        open.max_by_key(|review| review.due_ms)
    }
}

impl State {
    /// The organisations for which somebody holds any office at a moment.
    pub(crate) fn offices_of(&self, person: &PersonId, at_ms: u64) -> BTreeSet<OrgId> {
        let person = self.persons.get(person).into_iter();
        person.flat_map(|person| person.grants_at(at_ms)).map(|grant| grant.org).collect()
    }

    /// Whether somebody holds any office of an organisation at a moment.
    pub(crate) fn is_in_office(&self, org: &OrgId, at_ms: u64) -> bool {
        self.persons.values().any(|person| person.grants_at(at_ms).any(|grant| grant.org == *org))
    }

    /// Whether somebody gives a review: they hold an office of the organisation that was asked.
    pub(crate) fn reviews(&self, person: &PersonId, review: &ReviewRecord, at_ms: u64) -> bool {
        self.offices_of(person, at_ms).contains(&review.org)
    }

    /// Whether a reviewer is somebody else than those for whom the review is: who asked for it, for which organisations, and who
    /// brought the matter up.
    pub(crate) fn reviews_for_others(
        &self,
        person: &PersonId,
        (matter, review): (&Matter, &ReviewRecord),
        at_ms: u64,
    ) -> bool {
        let own = self.offices_of(person, at_ms).iter().any(|org| review.orgs.contains(org));
        !own && review.by != *person && matter.raiser != *person
    }
}
