//! `opinion`: anyone enrolled speaks about a matter while it goes on.

use crate::acts::Act;
use crate::admit::{Shown, is_said};
use crate::apply::often::Often;
use crate::apply::{Change, Placed, open_matter};
use crate::blob::{BlobKind, Spoken, Stance};
use crate::id::{BlobId, EntryId, Hash, MatterId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{LoggedOpinion, State};
use crate::strict_json::Strict;

/// Speaks about a matter. What is said, and on which side, is in the blob.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Opinion {
    /// Stance and words, a blob of kind `opinion`.
    pub blob: BlobId,
    /// On which matter.
    pub matter: MatterId,
    /// The opinion of the same matter that this one replies to.
    pub reply_to: Option<EntryId>,
}

impl Act for Opinion {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let person = placed.person().ok_or(Code::PersonOnly)?;
        let matter = open_matter(state, &self.matter)?;
        let known =
            |earlier: crate::id::EntryId| matter.opinions.values().any(|opinion| opinion.entry == earlier);
        require(self.reply_to.is_none_or(known), Code::OpinionUnknown)?;
        let once_more = placed.once_more(state, &person, (Often::Opinion, self.matter.as_bytes()))?;

        let opinion = LoggedOpinion { entry: placed.id, blob: self.blob, person, reply_to: self.reply_to };
        let (matter, index) = (self.matter, placed.index);
        Ok(Change::new(move |state| {
            once_more.note(state);
            if let Some(matter) = state.matters.get_mut(&matter) {
                matter.opinions.insert(index, opinion);
            }
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.blob]
    }

    fn own_words(&self) -> Vec<BlobId> {
        self.named_blobs()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let Some(spoken) = shown.read::<Spoken>(&self.blob, BlobKind::Opinion, &Hash::ZERO)? else {
            return Ok(());
        };
        let said = spoken.text.as_ref().map_or(spoken.stance != Stance::Question, is_said);
        require(said, Code::WordsMissing)
    }
}
