//! What another organisation said of a matter before it was put to the vote.

use crate::blob::Words;
use crate::body::{Body, ReviewOpinion};
use crate::id::{EntryId, MatterId};
use crate::projection::AtHand;
use crate::rejection::{Code, Rejection, require};
use crate::view::Opened;

/// A review that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Reviewed {
    /// The entry that asked for it.
    pub entry: EntryId,
    /// Until when, in milliseconds since 1970.
    pub due_ms: u64,
    /// What was said: the opinion, and why. That nothing was is the server's word.
    pub given: Option<(ReviewOpinion, AtHand<Words>)>,
}

impl Reviewed {
    /// That the request is about the matter, and the review answers it.
    pub(super) fn of(
        opened: &Opened<'_>,
        (entry, given): (EntryId, Option<&EntryId>),
        matter: Option<&MatterId>,
    ) -> Result<Self, Rejection> {
        let Body::AskReview(asked) = opened.entry(&entry)?.entry.into_body() else {
            return Err(Code::AnswerMismatch.into());
        };
        require(Some(&asked.matter) == matter, Code::AnswerMismatch)?;
        let given = match given {
            Some(given) => {
                let Body::Review(review) = opened.entry(given)?.entry.into_body() else {
                    return Err(Code::AnswerMismatch.into());
                };
                require(review.request == entry, Code::AnswerMismatch)?;
                Some((review.opinion, AtHand::of(opened, &review.text)?))
            }
            None => None,
        };
        Ok(Self { entry, due_ms: asked.due_ms, given })
    }
}
