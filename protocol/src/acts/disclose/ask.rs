//! `ask`: anyone enrolled asks about a disclosure or one of its lines.

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::often::Often;
use crate::apply::{Change, Placed};
use crate::body::LinePlace;
use crate::id::{BlobId, DisclosureId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Question, State};
use crate::strict_json::Strict;

/// Asks about a disclosure. Its entry id is the question's id.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Ask {
    /// Which disclosure.
    pub disclosure: DisclosureId,
    /// Which of its lines; none for the whole.
    #[strict(row("page", "line"))]
    pub line: Option<LinePlace>,
    /// The question, a blob of kind `statement`.
    pub text: BlobId,
}

impl Act for Ask {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let by = placed.person().ok_or(Code::PersonOnly)?;
        let disclosure = state.disclosures.get(&self.disclosure).ok_or(Code::DisclosureUnknown)?;
        require(self.line.is_none_or(|line| disclosure.body.has_line(line)), Code::LineUnknown)?;
        let once_more = placed.once_more(state, &by, (Often::Question, self.disclosure.as_bytes()))?;

        let question = Question {
            index: placed.index,
            disclosure: self.disclosure,
            line: self.line,
            by,
            asked_ms: placed.received_ms,
            text: self.text,
            reply: None,
        };
        let id = placed.id;
        Ok(Change::new(move |state| {
            once_more.note(state);
            state.questions.insert(id, question);
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.text]
    }

    fn own_words(&self) -> Vec<BlobId> {
        self.named_blobs()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        shown.statement(&self.text)
    }
}
