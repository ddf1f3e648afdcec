//! What is said to ask for a review and to give one, in the bodies and blobs that say it.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{AskReview, Capability, Grant, OrgKind, Review, ReviewOpinion, Role};
use yishi_protocol::id::{EntryId, OrgId};
use yishi_protocol::state::State;

use crate::matters::statement;
use crate::stairwell::{grant, hour};

/// Asks an organisation to look at a matter.
pub fn ask_review(matter: EntryId, org: OrgId, due_ms: u64) -> (AskReview, Vec<Blob>) {
    let text = statement("请看看这样公告合不合规。");
    (AskReview { due_ms, matter, org, text: text.id() }, vec![text])
}

/// Says what it thinks.
pub fn review(
    (matter, request): (EntryId, EntryId),
    opinion: ReviewOpinion,
    why: &str,
) -> (Review, Vec<Blob>) {
    let text = statement(why);
    (Review { matter, opinion, request, text: text.id() }, vec![text])
}

/// An office by which somebody speaks for the supervisors, whatever it holds.
pub fn supervisor(state: &State, name: &str) -> Grant {
    let office = (OrgKind::Supervisors, Role::Supervisor);
    grant(state, name, office, &[Capability::Evidence], hour(12, 31, 0))
}
