//! What the blobs of a matter must show: words that were said, marks in range, a score as given.

use super::Admitted;
use crate::blob::{BlobKind, Evidence, Marks, MatterText, Missing, Spoken, Stance, Words, rating_context};
use crate::body::{Body, CloseMatter, Score};
use crate::envelope::Entry;
use crate::id::{BlobId, Hash, MatterId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{KeyHolder, State};

/// The longest title of a matter, in characters: it must fit lists.
const MAX_TITLE: usize = 80;
/// The best mark.
const BEST: u32 = 5;
/// The mark from which on somebody is content.
const CONTENT: u32 = 4;

pub(super) fn admit(state: &State, entry: &Entry, evidence: &Evidence) -> Result<Admitted, Rejection> {
    let mut missing = Missing::default();
    match entry.body() {
        Body::Raise(raise) => matter_text(&raise.text, evidence, &mut missing)?,
        Body::Answer(answer) => statement(&answer.text, evidence, &mut missing)?,
        Body::Opinion(opinion) => spoken(&opinion.blob, evidence, &mut missing)?,
        Body::Dispatch(dispatch) => statement(&dispatch.text, evidence, &mut missing)?,
        Body::Progress(progress) => statement(&progress.text, evidence, &mut missing)?,
        Body::Rate(rate) => {
            let Some(KeyHolder::Person(person)) = state.keys.get(&entry.author()).map(|key| key.holder)
            else {
                return Err(Code::PersonOnly.into());
            };
            let context = rating_context(&rate.matter, &person);
            match evidence.read::<Marks>(&rate.blob, BlobKind::Rating, &context)? {
                Some(marks) => check_marks(&marks)?,
                None => missing.blobs.push(rate.blob),
            }
        }
        Body::CloseMatter(close) => {
            statement(&close.text, evidence, &mut missing)?;
            stated_score(state, close, evidence, &mut missing)?;
        }
        _ => {}
    }
    Ok(missing.into())
}

fn matter_text(text: &BlobId, evidence: &Evidence, missing: &mut Missing) -> Result<(), Rejection> {
    let Some(text) = evidence.read::<MatterText>(text, BlobKind::MatterText, &Hash::ZERO)? else {
        missing.blobs.push(*text);
        return Ok(());
    };
    let fits = |title: &str| title.trim().chars().count() <= MAX_TITLE;
    let fits = fits(&text.title.text) && text.title.more.iter().all(|(_, title)| fits(title));
    require(fits && is_said(&text.title) && is_said(&text.body), Code::WordsMissing)
}

/// Whether something is said, in every language in which it is.
fn is_said(words: &Words) -> bool {
    !words.text.trim().is_empty() && words.more.iter().all(|(_, text)| !text.trim().is_empty())
}

/// Something said in words, which must be there.
pub(super) fn statement(text: &BlobId, evidence: &Evidence, missing: &mut Missing) -> Result<(), Rejection> {
    if let Some(words) = evidence.read::<Words>(text, BlobKind::Statement, &Hash::ZERO)? {
        return require(is_said(&words), Code::WordsMissing);
    }
    missing.blobs.push(*text);
    Ok(())
}

fn spoken(blob: &BlobId, evidence: &Evidence, missing: &mut Missing) -> Result<(), Rejection> {
    if let Some(spoken) = evidence.read::<Spoken>(blob, BlobKind::Opinion, &Hash::ZERO)? {
        let said = spoken.text.as_ref().map_or(spoken.stance != Stance::Question, is_said);
        return require(said, Code::WordsMissing);
    }
    missing.blobs.push(*blob);
    Ok(())
}

fn check_marks(marks: &Marks) -> Result<(), Rejection> {
    let all = [marks.quality, marks.satisfaction, marks.speed];
    require(all.iter().all(|mark| (1..=BEST).contains(mark)), Code::MarkRange)
}

fn stated_score(
    state: &State,
    close: &CloseMatter,
    evidence: &Evidence,
    missing: &mut Missing,
) -> Result<(), Rejection> {
    let (score, without) = score(state, &close.matter, evidence)?;
    let complete = without.is_empty();
    missing.blobs.extend(without);
    require(!complete || score == close.score, Code::ScoreMismatch)
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
        let Some(marks) = evidence.read::<Marks>(blob, BlobKind::Rating, &context)? else {
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
