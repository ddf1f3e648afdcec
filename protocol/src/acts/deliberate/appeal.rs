//! `appeal`: whose words were hidden asks another organisation to rule.

use super::moderated::{self, Appealed};
use crate::acts::Act;
use crate::admit::{Shown, is_said};
use crate::apply::{Change, Placed};
use crate::blob::{BlobKind, Words};
use crate::course::{CourseStage, Deed, Subject};
use crate::id::{BlobId, EntryId, Hash, MatterId};
use crate::rejection::{Code, Rejection, require};
use crate::state::State;
use crate::strict_json::Strict;

/// Asks another organisation than the one that hid somebody's words to show them again.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Appeal {
    /// Of which matter.
    pub matter: MatterId,
    /// Why, a blob of kind `appeal`.
    pub text: BlobId,
    /// Which words: the entry that says them.
    pub words: EntryId,
}

impl Act for Appeal {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let person = placed.person().ok_or(Code::PersonOnly)?;
        let (matter, mut moderated) = state.moderated(&self.matter, &self.words)?;
        require(moderated.author == person, Code::NotAuthor)?;
        let subject = Subject::Words(matter, &moderated);
        let appealed = moderated.hiding().is_some_and(|hiding| hiding.appeal.is_some());
        let otherwise = match subject.stage(state, placed.received_ms) {
            CourseStage::Appealed | CourseStage::Unruled => Code::AlreadyAppealed,
            CourseStage::KeptHidden if appealed => Code::AlreadyAppealed,
            CourseStage::KeptHidden => Code::AppealLate,
            _ => Code::NotHidden,
        };
        require(placed.lets(state, &subject, Deed::Appeal), otherwise)?;

        let appeal = Appealed { entry: placed.id, at_ms: placed.received_ms, text: self.text };
        if let Some(hiding) = moderated.hidings.last_mut() {
            hiding.appeal = Some(appeal);
        }
        let place = (self.matter, self.words);
        Ok(Change::new(move |state| moderated::keep(state, place, moderated)))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.text]
    }

    fn own_words(&self) -> Vec<BlobId> {
        self.named_blobs()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let words = shown.read::<Words>(&self.text, BlobKind::Appeal, &Hash::ZERO)?;
        require(words.as_ref().is_none_or(is_said), Code::WordsMissing)
    }
}
