//! `close-matter`: ends a matter. That the stated score is what the marks give is [`crate::admit`]'s to say.

use serde::{Deserialize, Serialize};

use crate::acts::Act;
use crate::apply::{Change, Placed, open_matter};
use crate::body::Capability;
use crate::id::{BlobId, MatterId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Closing, State, Step};
use crate::strict_json::{strict, strict_words};

/// How a matter ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// The work is done and those concerned are content.
    Done,
    /// Put to the vote and not passed.
    NotPassed,
}

/// The marks that count, added up. Every mark is 1 to 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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

strict_words!(Ending { Done = "done", NotPassed = "not-passed" });
strict!(Score { content, quality, ratings, satisfaction, speed });
strict!(CloseMatter { ending, matter, score, text });

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
        match self.ending {
            Ending::Done => {
                require(matter.step() == Step::Evaluate, Code::NotDone)?;
                let until_ms = matter.marked_until_ms(&state.bylaws).ok_or(Code::NotDone)?;
                require(placed.received_ms >= until_ms, Code::RatingPeriod)?;
                require(self.score.is_content(), Code::NotContent)?;
            }
            Ending::NotPassed => {
                let voted_down = matter.tasks.is_empty() && matter.was_voted_down(state);
                require(voted_down, Code::NotVotedDown)?;
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

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.text]
    }

    fn statement(&self) -> Option<BlobId> {
        Some(self.text)
    }
}
