//! `close-matter`: ends a matter. That the stated score is what the marks give is for `admit` to say, which sees them.

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed, open_matter};
use crate::audit::Figure;
use crate::blob::{BlobKind, Evidence, Rating, rating_context};
use crate::body::Capability;
use crate::count::check_score;
use crate::course::{CourseStage, Deed, Subject};
use crate::id::{BlobId, EntryId, MatterId, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Closing, Map, Round, State};
use crate::strict_json::Strict;

/// The mark from which on somebody is content.
const CONTENT: u32 = 4;

/// How a matter ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Ending {
    /// The work is done; where five or more marked it, those concerned are content.
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
    /// The marks added up; all zero where fewer than five marked it.
    pub score: Score,
    /// A last word, a blob of kind `statement`.
    pub text: BlobId,
}

/// The fewest marks of which a sum is told: those of fewer people would tell who gave which.
pub const LEAST_MARKS: usize = 5;

/// The marks of a round that new work ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
pub struct RoundScore {
    /// How many marked it.
    pub ratings: u32,
    /// The marks added up, once the matter has ended; none where fewer than five marked it, or a mark is not at hand.
    pub score: Option<Score>,
}

impl Score {
    /// Whether at least three of five who marked it are content; where nobody did, nobody is.
    pub fn is_content(&self) -> bool {
        self.ratings > 0
            && u64::from(self.content).saturating_mul(5) >= u64::from(self.ratings).saturating_mul(3)
    }
}

/// The marks of a round: by person, the latest.
type Ratings = Map<PersonId, BlobId>;

/// Whether so many marks can be told in sum.
pub(crate) fn tells(ratings: &Ratings) -> bool {
    ratings.len() >= LEAST_MARKS
}

impl Act for CloseMatter {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Answer)?;
        let matter = open_matter(state, &self.matter)?;
        placed.require_for(state, Capability::Answer, &matter.concern())?;
        if tells(&matter.ratings) {
            require(usize::try_from(self.score.ratings) == Ok(matter.ratings.len()), Code::ScoreMismatch)?;
        } else {
            require(self.score == Score::default(), Code::TooFewMarks)?;
        }
        let subject = Subject::Matter(matter);
        match self.ending {
            Ending::Done => {
                let marking = subject.stage(state, placed.received_ms) == CourseStage::Marking;
                require(!marking, Code::RatingPeriod)?;
                require(placed.lets(state, &subject, Deed::EndDone), Code::NotDone)?;
                require(!tells(&matter.ratings) || self.score.is_content(), Code::NotContent)?;
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
        let Some((ratings, is_last)) = deciding(shown.state, &self.matter)? else { return Ok(()) };
        let (score, without) = added(&self.matter, ratings, shown.evidence)?;
        let absent = without.len();
        shown.missing.blobs.extend(without);
        if is_last {
            return check_score(&score, absent, &self.score);
        }
        // Of an earlier round only that people were content is asked: whoever gave a mark that is not at hand may have been.
        let absent = u32::try_from(absent).unwrap_or(u32::MAX);
        let (content, ratings) = (score.content.saturating_add(absent), score.ratings.saturating_add(absent));
        require(Score { content, ratings, ..score }.is_content(), Code::NotContent)
    }

    fn rests_on(&self, state: &State) -> Vec<BlobId> {
        let deciding = deciding(state, &self.matter).ok().flatten();
        deciding.map(|(ratings, _)| ratings.values().copied().collect()).unwrap_or_default()
    }

    fn statement(&self) -> Option<BlobId> {
        Some(self.text)
    }

    fn figure(&self, _entry: &EntryId) -> Option<Figure> {
        Some(Figure::Score(self.matter))
    }
}

/// The marks that decide whether people are content, and whether they are those of the last round: the last round of which a
/// sum can be told. So no trivial work, after which nobody marks again, makes people content who were not.
fn deciding<'a>(state: &'a State, matter: &MatterId) -> Result<Option<(&'a Ratings, bool)>, Rejection> {
    let matter = state.matters.get(matter).ok_or(Code::MatterUnknown)?;
    if tells(&matter.ratings) {
        return Ok(Some((&matter.ratings, true)));
    }
    let earlier = matter.rounds.iter().rev().map(|round| &round.ratings);
    Ok(earlier.into_iter().find(|ratings| tells(ratings)).map(|ratings| (ratings, false)))
}

/// Whether the marks of a matter's work may be added up for whoever ends it: once they are all given, and from five on. Else
/// whoever asked after each would know each owner's.
///
/// # Errors
/// `MATTER_UNKNOWN`, `MATTER_CLOSED`, `RATING_PERIOD`, `NOT_DONE`, `TOO_FEW_MARKS`.
pub fn may_draft_score(state: &State, matter: &MatterId, at_ms: u64) -> Result<(), Rejection> {
    let matter = open_matter(state, matter)?;
    let stage = Subject::Matter(matter).stage(state, at_ms);
    require(stage != CourseStage::Marking, Code::RatingPeriod)?;
    require(stage == CourseStage::Marked, Code::NotDone)?;
    require(tells(&matter.ratings), Code::TooFewMarks)
}

/// The score with which a matter ends: the marks of its last round added up, or nothing where fewer than five marked it; beside
/// it the marks that are not at hand.
///
/// # Errors
/// `MATTER_UNKNOWN`, and the blob codes.
pub fn score(
    state: &State,
    matter: &MatterId,
    evidence: &Evidence,
) -> Result<(Score, Vec<BlobId>), Rejection> {
    let ratings = &state.matters.get(matter).ok_or(Code::MatterUnknown)?.ratings;
    if tells(ratings) { added(matter, ratings, evidence) } else { Ok((Score::default(), Vec::new())) }
}

/// The rounds of a matter that new work ended, in log order; what was marked is told once the matter has ended.
///
/// # Errors
/// `MATTER_UNKNOWN`, and the blob codes.
pub fn earlier_rounds(
    state: &State,
    matter: &MatterId,
    evidence: &Evidence,
) -> Result<Vec<RoundScore>, Rejection> {
    let record = state.matters.get(matter).ok_or(Code::MatterUnknown)?;
    let round = |round: &Round| {
        let ratings = u32::try_from(round.ratings.len()).unwrap_or(u32::MAX);
        if record.closing.is_none() || !tells(&round.ratings) {
            return Ok(RoundScore { ratings, score: None });
        }
        let (score, without) = added(matter, &round.ratings, evidence)?;
        Ok(RoundScore { ratings, score: without.is_empty().then_some(score) })
    };
    record.rounds.iter().map(round).collect()
}

/// Adds marks up; beside them those that are not at hand.
fn added(
    matter: &MatterId,
    ratings: &Ratings,
    evidence: &Evidence,
) -> Result<(Score, Vec<BlobId>), Rejection> {
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

/// The marks that a matter has been given since its work was last given out.
pub fn rating_blobs(state: &State, matter: &MatterId) -> Vec<BlobId> {
    state.matters.get(matter).map(|matter| matter.ratings.values().copied().collect()).unwrap_or_default()
}

/// The marks of a matter's earlier rounds.
pub fn earlier_blobs(state: &State, matter: &MatterId) -> Vec<BlobId> {
    let rounds = state.matters.get(matter).into_iter().flat_map(|matter| &matter.rounds);
    rounds.flat_map(|round| round.ratings.values().copied()).collect()
}
