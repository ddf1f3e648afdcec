//! What is said of a matter before it is put to the vote, and who comes and goes.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Body, Capability, Grant, OrgKind, Reach, ReviewOpinion, RevokeGrant, Role, Tier};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::course::Deed;
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;

use super::{Estate, Told};
use crate::people::person;
use crate::reviews::{ask_review, review};
use crate::stairwell::{grant, hour, org};

impl Estate {
    /// The supervisors are asked to look at the matter.
    pub(super) fn review_asked() -> Told<Self> {
        let mut estate = Self::accepted()?;
        estate.deed(Deed::AskReview)?;
        estate.about = estate.request;
        Ok(estate)
    }

    /// The body of a deed before a vote, and who says it.
    pub(super) fn said_before(&self, deed: Deed) -> Told<(&'static str, Body, Vec<Blob>)> {
        let matter = self.matter;
        match deed {
            Deed::AskReview => {
                let org = org(self.story.log.state(), OrgKind::Supervisors);
                let (body, blobs) = ask_review(matter, org, self.story.now_ms + 10 * DAY_MS);
                Ok(("host", body.into(), blobs))
            }
            Deed::Review => {
                let (body, blobs) = review((matter, self.request), ReviewOpinion::Agree, "可以。");
                Ok(("feng", body.into(), blobs))
            }
            _ => Err(Code::NotYet.into()),
        }
    }
}

/// Somebody answers for the residents' committee, from the community on.
///
/// # Errors
/// If the rules refuse it.
pub fn community_answers(estate: &mut Estate, name: &str) -> Told<()> {
    let (office, caps) = ((OrgKind::ResidentsCommittee, Role::GridWorker), [Capability::Answer]);
    let body = grant(estate.story.log.state(), name, office, &caps, hour(12, 31, 0));
    let reach = Reach { tiers: Some(vec![Tier::Community, Tier::Street]), ..Reach::default() };
    estate.story.say("second root", Grant { reach, ..body }, vec![]).map(drop)
}

/// The host's office ends.
///
/// # Errors
/// If the rules refuse it.
pub fn host_leaves(estate: &mut Estate) -> Told<()> {
    let host = estate.story.log.state().person(&person("host"));
    let office = host.and_then(|host| host.grants.first()).map_or(EntryId::ZERO, |grant| grant.entry);
    estate.story.say("root", RevokeGrant { grant: office }, vec![]).map(drop)
}
