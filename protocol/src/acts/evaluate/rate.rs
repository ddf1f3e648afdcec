//! `rate`: an owner of the part concerned marks the work, once it is done. The marks themselves are a blob.

use super::close_matter::tells;
use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::often::Often;
use crate::apply::{Change, Placed, open_matter};
use crate::blob::{BlobKind, Rating, rating_context};
use crate::course::{CourseStage, Deed, Subject};
use crate::id::{BlobId, MatterId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{KeyHolder, Matter, State};
use crate::strict_json::Strict;

/// The best mark.
const BEST: u32 = 5;

/// Rating a matter's work, once it is done. The latest marks of a person count.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Rate {
    /// The marks, a blob of kind `rating` made for this matter and person.
    pub blob: BlobId,
    /// Which matter.
    pub matter: MatterId,
}

impl Act for Rate {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let person = placed.person().ok_or(Code::PersonOnly)?;
        let matter = open_matter(state, &self.matter)?;
        require(!matter.parties_with_say(state, &person).is_empty(), Code::NotOnRoll)?;
        may_rate(state, matter, placed.received_ms)?;
        placed.require_vouched(state)?;
        let once_more = placed.once_more(state, &person, (Often::Rating, self.matter.as_bytes()))?;

        let Rate { blob, matter } = *self;
        Ok(Change::new(move |state| {
            once_more.note(state);
            if let Some(matter) = state.matters.get_mut(&matter) {
                matter.ratings.insert(person, blob);
            }
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.blob]
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let Some(KeyHolder::Person(person)) = shown.state.keys.get(&shown.author).map(|key| key.holder)
        else {
            return Err(Code::PersonOnly.into());
        };
        let context = rating_context(&self.matter, &person);
        match shown.read::<Rating>(&self.blob, BlobKind::Rating, &context)? {
            Some(marks) => check_marks(&marks),
            None => Ok(()),
        }
    }
}

/// Whether a matter's work can be marked at a moment, in milliseconds since 1970, by whoever has a say in it.
///
/// # Errors
/// `MARKING_OVER`, `NOT_DONE`.
pub fn may_rate(state: &State, matter: &Matter, at_ms: u64) -> Result<(), Rejection> {
    let subject = Subject::Matter(matter);
    let stage = subject.stage(state, at_ms);
    // From five on their sum can be looked at: with one mark more, the difference of two sums would be that mark.
    require(!(stage == CourseStage::Marked && tells(&matter.ratings)), Code::MarkingOver)?;
    require(subject.course().lets(stage, Deed::Rate), Code::NotDone)
}

fn check_marks(marks: &Rating) -> Result<(), Rejection> {
    let all = [marks.quality, marks.satisfaction, marks.speed];
    require(all.iter().all(|mark| (1..=BEST).contains(mark)), Code::MarkRange)
}
