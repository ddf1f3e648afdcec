//! Offices that come and go while something takes its course.

use yishi_protocol::body::{Capability, Grant, OrgKind, Reach, RevokeGrant, Role, Tier};
use yishi_protocol::id::EntryId;

use super::{Estate, Told};
use crate::people::person;
use crate::stairwell::{grant, hour};

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
