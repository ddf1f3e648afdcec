//! Residents' words that were reported or hidden: what everybody reads of that, and the list of those who may hide and rule.

use std::collections::BTreeMap;

use axum::extract::Query;
use axum::response::Response;
use yishi_protocol::body::{Capability, HideReason, measures};
use yishi_protocol::course::Subject;
use yishi_protocol::id::{BlobId, EntryId, PersonId};
use yishi_protocol::state::Matter;
use yishi_protocol::view::{HiddenView, ModeratedList, ModeratedView};

use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::paging::{After, page};
use super::reading::Inside;
use super::showing::Showing;
use super::speakers::{speaker, text_of};

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
pub(super) async fn list(Query(after): Query<After>, inside: Inside) -> Result<Response, ApiError> {
    inside.require(Capability::Moderate)?;
    let (frozen, person) = (&inside.frozen, &inside.reader.person);
    let state = frozen.state();
    let mut showing = Showing::default();
    let mine = state.matters().filter(|(_, matter)| state.moderates(person, matter, frozen.now_ms));
    let all = mine.flat_map(|(id, matter)| matter.moderated.iter().map(move |of| (id, matter, of)));
    let (rows, more) = page(all, |(_, _, (entry, _))| **entry, after.name::<EntryId>()?.as_ref());
    let next = rows.last().filter(|_| more).map(|(_, _, (entry, _))| **entry);
    let named =
        rows.iter().filter_map(|(_, matter, (_, of))| text_of(frozen, &of.author, Some(matter.scope)));
    let texts = frozen.at_hand(named).await?;
    let mut list = Vec::new();
    for (id, matter, (entry, moderated)) in rows {
        list.push(ModeratedView {
            matter: *id,
            words: showing.entry(frozen, entry).await?,
            speaker: speaker(frozen, &moderated.author, Some(matter.scope), &texts),
            stage: Subject::Words(matter, moderated).stage(state, frozen.now_ms),
            reports: reports(moderated.reports.values()),
            hidden: words(frozen, &mut showing, (matter, entry, &moderated.blob), Some(person)).await?,
            may: measures(state, person, (id, entry), frozen.now_ms),
        });
    }
    Ok(json(&showing.answer(frozen, ModeratedList { next, words: list }).await?))
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
