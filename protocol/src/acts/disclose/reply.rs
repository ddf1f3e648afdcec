//! `reply`: answers a question about a disclosure, once; whoever is not content asks again.

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed};
use crate::body::Capability;
use crate::course::{Deed, Subject};
use crate::id::{BlobId, QuestionId};
use crate::office::Concern;
use crate::rejection::{Code, Rejection, require};
use crate::state::State;
use crate::strict_json::Strict;

/// Answers a question.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Reply {
    /// Which question.
    pub question: QuestionId,
    /// The answer, a blob of kind `statement`.
    pub text: BlobId,
}

impl Act for Reply {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Disclosure)?;
        let question = state.questions.get(&self.question).ok_or(Code::QuestionUnknown)?;
        let disclosure = state.disclosures.get(&question.disclosure).ok_or(Code::DisclosureUnknown)?;
        let ledgers: Vec<_> = disclosure.body.ledgers.iter().map(|sums| sums.ledger).collect();
        let concern = Concern { ledgers: &ledgers, ..Concern::default() };
        placed.require_for(state, Capability::Disclosure, &concern)?;
        require(placed.lets(state, &Subject::Question(question), Deed::Reply), Code::AlreadyReplied)?;

        let (question, reply) = (self.question, (placed.id, self.text));
        Ok(Change::new(move |state| {
            if let Some(question) = state.questions.get_mut(&question) {
                question.reply = Some(reply);
            }
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.text]
    }

    fn kept_words(&self) -> Vec<BlobId> {
        self.named_blobs()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        shown.statement(&self.text)
    }
}
