//! Residents' words that were reported or hidden: what everybody reads of that, and the list of those who may hide and rule.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use axum::response::Response;
use yishi_protocol::body::{Capability, HideReason, measures};
use yishi_protocol::course::{CourseStage, Subject};
use yishi_protocol::id::{BlobId, EntryId, PersonId};
use yishi_protocol::state::Matter;
use yishi_protocol::view::{HiddenView, ModeratedList, ModeratedView};

use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::reading::Inside;
use super::showing::Showing;
use super::speakers::Speakers;

/// How the words that an entry says in a blob were hidden, if they are or were, as far as this reader may know. Shows the words
/// themselves too, to whoever may read them.
pub(super) async fn words(
    frozen: &Frozen,
    showing: &mut Showing,
    (matter, entry, blob): (&Matter, &EntryId, &BlobId),
    reader: Option<&PersonId>,
) -> Result<Option<HiddenView>, ApiError> {
    let state = frozen.state();
    let Some(moderated) = matter.moderated.get(entry) else {
        showing.blob(blob);
        return Ok(None);
    };
    let subject = Subject::Words(matter, moderated);
    let stage = subject.stage(state, frozen.now_ms);
    let reads =
        reader.is_some_and(|reader| state.reads_hidden(reader, matter, &moderated.author, frozen.now_ms));
    if reads || !stage.is_hidden() {
        showing.blob(blob);
    }
    let Some(hiding) = moderated.hiding() else { return Ok(None) };
    showing.blob(&hiding.text);
    let moderation = showing.entry(frozen, &hiding.entry).await?;
    let (mut appeal, mut ruling) = (None, None);
    if let Some(appealed) = &hiding.appeal {
        appeal = Some(showing.entry(frozen, &appealed.entry).await?);
        if reads {
            showing.blob(&appealed.text);
        }
    }
    if let Some(ruled) = &hiding.ruling {
        ruling = Some(showing.entry(frozen, &ruled.entry).await?);
        showing.blob(&ruled.text);
    }
    let orgs = hiding.orgs.iter().filter_map(|org| state.org(org)).map(|org| org.kind);
    let mut orgs: Vec<_> = orgs.collect();
    orgs.sort();
    orgs.dedup();
    let yours = reader == Some(&moderated.author);
    let due_ms = subject.waits_until_ms(state, frozen.now_ms);
    Ok(Some(HiddenView { moderation, orgs, stage, appeal, ruling, due_ms, yours }))
}

/// `GET …/moderated`: all that was reported or hidden, for those who may hide and rule, as far as their office reaches.
pub(super) async fn list(inside: Inside) -> Result<Response, ApiError> {
    inside.require(Capability::Moderate)?;
    let (frozen, person) = (&inside.frozen, &inside.reader.person);
    let state = frozen.state();
    let mut showing = Showing::default();
    let mut list = Vec::new();
    let mine = state.matters().filter(|(_, matter)| state.moderates(person, matter, frozen.now_ms));
    for (id, matter) in mine {
        for (entry, moderated) in &matter.moderated {
            let at = frozen.index(entry).await?;
            let view = ModeratedView {
                matter: *id,
                words: showing.at(frozen, at).await?,
                speaker: Speakers::about(matter.scope).of(frozen, &moderated.author).await?,
                stage: Subject::Words(matter, moderated).stage(state, frozen.now_ms),
                reports: reports(moderated.reports.values()),
                hidden: words(frozen, &mut showing, (matter, entry, &moderated.blob), Some(person)).await?,
                may: measures(state, person, (id, entry), frozen.now_ms),
            };
            list.push((!waits(view.stage), Reverse(at), view));
        }
    }
    list.sort_by_key(|(rests, at, _)| (*rests, *at));
    let words = list.into_iter().map(|(.., view)| view).collect();
    Ok(json(&showing.answer(frozen, ModeratedList { words }).await?))
}

/// Whether somebody of an office has to look at words that stand there.
fn waits(stage: CourseStage) -> bool {
    matches!(stage, CourseStage::Reported | CourseStage::Appealed | CourseStage::Unruled)
}

/// How many reported words, by reason.
fn reports<'a>(reasons: impl Iterator<Item = &'a HideReason>) -> Vec<(HideReason, u32)> {
    let mut sums: BTreeMap<HideReason, u32> = BTreeMap::new();
    for reason in reasons {
        let sum = sums.entry(*reason).or_default();
        *sum = sum.saturating_add(1);
    }
    sums.into_iter().collect()
}
