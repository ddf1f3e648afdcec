//! `close-matter`: ends a matter. That the stated score is what the marks give is for `admit` to say, which sees them.

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed, open_matter};
use crate::audit::Figure;
use crate::blob::{BlobKind, Evidence, Rating, rating_context};
use crate::body::Capability;
use crate::count::check_score;
use crate::course::{CourseStage, Deed, Subject};
use crate::id::{BlobId, EntryId, MatterId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Closing, State};
use crate::strict_json::Strict;

/// The mark from which on somebody is content.
const CONTENT: u32 = 4;

/// How a matter ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Ending {
    /// The work is done and those concerned are content.
    Done,
    /// Put to the vote and not passed.
    NotPassed,
}

/// The marks that count, added up. Every mark is 1 to 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Strict)]
pub struct Score {
    /// How many gave 4 or 5 for satisfaction.
    pub content: u32,
    /// The sum of the marks for quality.
    pub quality: u32,
    /// How many marked it.
    pub ratings: u32,
    /// The sum of the marks for satisfaction.
    pub satisfaction: u32,
    /// The sum of the marks for speed.
    pub speed: u32,
}

/// Ends a matter and states its score; refused unless the score is what the ratings give.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct CloseMatter {
    /// How it ends.
    pub ending: Ending,
    /// Which matter.
    pub matter: MatterId,
    /// The marks added up; all zero where there are none.
    pub score: Score,
    /// A last word, a blob of kind `statement`.
    pub text: BlobId,
}

impl Score {
    /// Whether at least three of five who marked it are content; silence is.
    pub fn is_content(&self) -> bool {
        u64::from(self.content).saturating_mul(5) >= u64::from(self.ratings).saturating_mul(3)
    }
}

impl Act for CloseMatter {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Answer)?;
        let matter = open_matter(state, &self.matter)?;
        placed.require_for(state, Capability::Answer, &matter.concern())?;
        require(usize::try_from(self.score.ratings) == Ok(matter.ratings.len()), Code::ScoreMismatch)?;
        let subject = Subject::Matter(matter);
        match self.ending {
            Ending::Done => {
                let marking = subject.stage(state, placed.received_ms) == CourseStage::Marking;
                require(!marking, Code::RatingPeriod)?;
                require(placed.lets(state, &subject, Deed::EndDone), Code::NotDone)?;
                require(self.score.is_content(), Code::NotContent)?;
            }
            Ending::NotPassed => {
                require(placed.lets(state, &subject, Deed::EndNotPassed), Code::NotVotedDown)?;
            }
        }

        let (id, index) = (self.matter, placed.index);
        let closing = Closing { ending: self.ending, score: self.score };
        Ok(Change::new(move |state| {
            if let Some(matter) = state.matters.get_mut(&id) {
                matter.trail.insert(index);
                matter.closing = Some(closing);
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
        shown.statement(&self.text)?;
        let (score, without) = score(shown.state, &self.matter, shown.evidence)?;
        check_score(&score, without.len(), &self.score)?;
        shown.missing.blobs.extend(without);
        Ok(())
    }

    fn rests_on(&self, state: &State) -> Vec<BlobId> {
        rating_blobs(state, &self.matter)
    }

    fn statement(&self) -> Option<BlobId> {
        Some(self.text)
    }

    fn figure(&self, _entry: &EntryId) -> Option<Figure> {
        Some(Figure::Score(self.matter))
    }
}

/// Adds up the marks that count for a matter; beside it the marks that are not at hand.
///
/// # Errors
/// `MATTER_UNKNOWN`, and the blob codes.
pub fn score(
    state: &State,
    matter: &MatterId,
    evidence: &Evidence,
) -> Result<(Score, Vec<BlobId>), Rejection> {
    let ratings = &state.matters.get(matter).ok_or(Code::MatterUnknown)?.ratings;
    let (mut score, mut without) = (Score::default(), Vec::new());
    for (person, blob) in ratings {
        let context = rating_context(matter, person);
        let Some(marks) = evidence.read::<Rating>(blob, BlobKind::Rating, &context)? else {
            without.push(*blob);
            continue;
        };
        score.ratings = score.ratings.saturating_add(1);
        score.content = score.content.saturating_add(u32::from(marks.satisfaction >= CONTENT));
        score.quality = score.quality.saturating_add(marks.quality);
        score.satisfaction = score.satisfaction.saturating_add(marks.satisfaction);
        score.speed = score.speed.saturating_add(marks.speed);
    }
    Ok((score, without))
}

/// The marks on which a matter's score rests.
pub fn rating_blobs(state: &State, matter: &MatterId) -> Vec<BlobId> {
    state.matters.get(matter).map(|matter| matter.ratings.values().copied().collect()).unwrap_or_default()
}
