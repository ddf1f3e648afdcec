//! What may be erased, for whoever begins an erasure, and what one that waits would erase, for whoever stands behind it. What
//! may be erased, why not, and who reads what of it, the rule book says.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use axum::extract::{Path, Query};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;
use yishi_protocol::apply::{ErasureReader, proposed_erasure};
use yishi_protocol::id::{BlobId, EntryId, PersonId};
use yishi_protocol::rejection::Code;
use yishi_protocol::state::{Erasable, Matter};
use yishi_protocol::view::{ErasableList, ErasableView, ErasureView};

use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::paging::ROWS;
use super::reader::shown_key;
use super::reading::Inside;
use super::showing::Showing;

/// How many blobs are asked about for one page.
const ASKED_A_PAGE: usize = 100;

#[derive(Debug, Deserialize)]
pub(super) struct AskedErasable {
    /// A matter, books, a vote or a person; what nobody needs any more, if it is absent.
    about: Option<String>,
    /// After which blob the page begins.
    after: Option<String>,
}

/// Blobs, and for some of them the place of an entry that names it.
type Found = BTreeMap<BlobId, Option<u64>>;

/// `GET …/erasable`: what may be erased of something, or what nobody needs any more, for whoever keeps rolls.
pub(super) async fn list(Query(asked): Query<AskedErasable>, inside: Inside) -> Result<Response, ApiError> {
    let (frozen, key) = (&inside.frozen, &inside.reader.key);
    let (state, now_ms) = (frozen.state(), frozen.now_ms);
    let reader = ErasureReader::beginning(state, key, now_ms).ok_or(Code::MissingCapability)?;
    let found = match &asked.about {
        Some(about) => about_it(frozen, about).await?,
        None => state.outlived(now_ms).into_iter().map(|blob| (blob, None)).collect(),
    };
    let after = asked.after.as_deref().map(str::parse::<BlobId>).transpose();
    let from = after.map_err(|_| ApiError::NotFound("page"))?.map_or(Bound::Unbounded, Bound::Excluded);
    let mut rest = found.range((from, Bound::Unbounded)).peekable();
    let (mut rows, mut next) = (Vec::new(), None);
    for (blob, place) in rest.by_ref().take(ASKED_A_PAGE) {
        let erasable = state.erasable(blob, now_ms);
        // Without a subject only what can go is told: the rest is not asked for.
        let told = erasable.filter(|erasable| asked.about.is_some() || erasable.ended.is_none());
        rows.extend(told.map(|erasable| (erasable, *place)));
        next = Some(*blob);
        if rows.len() == ROWS {
            break;
        }
    }
    let next = next.filter(|_| rest.peek().is_some());
    let mut showing = Showing::default();
    let erasable = shown(frozen, &mut showing, &reader, rows).await?;
    Ok(json(&showing.answer(frozen, ErasableList { erasable, next }).await?))
}

/// `GET …/erasures/{entry}`: what an erasure that waits would erase, for whoever may stand behind it and for its author.
pub(super) async fn erasure(
    frozen: Frozen,
    Path((_, entry)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let key = shown_key(&headers, &frozen.estate.id, frozen.now_ms).ok_or(ApiError::PassRequired)?;
    let (state, now_ms) = (frozen.state(), frozen.now_ms);
    let record = state.key(&key).ok_or(Code::UnknownKey)?;
    if record.revoked {
        return Err(Code::KeyRevoked.into());
    }
    let entry: EntryId = entry.parse().map_err(|_| ApiError::NotFound("erasure"))?;
    let erase = proposed_erasure(state, &entry).ok_or(ApiError::NotFound("erasure"))?;
    let reader = ErasureReader::of(state, &key, &entry, now_ms).ok_or(Code::MissingCapability)?;
    let mut showing = Showing::default();
    let act = showing.entry(&frozen, &entry).await?;
    if let Some(order) = &erase.order {
        showing.blob(order);
    }
    let rows = erase.blobs.iter().filter_map(|blob| Some((state.erasable(blob, now_ms)?, None))).collect();
    let erasable = shown(&frozen, &mut showing, &reader, rows).await?;
    Ok(json(&showing.answer(&frozen, ErasureView { act, erasable }).await?))
}

/// Rows with the entries that name them, and the blobs that the reader reads.
async fn shown(
    frozen: &Frozen,
    showing: &mut Showing,
    reader: &ErasureReader<'_>,
    rows: Vec<(Erasable, Option<u64>)>,
) -> Result<Vec<ErasableView>, ApiError> {
    let blobs = frozen.at_hand(rows.iter().map(|(erasable, _)| erasable.blob)).await?;
    showing.all(blobs.into_iter().filter(|blob| reader.reads(blob)));
    let mut views = Vec::with_capacity(rows.len());
    for (erasable, place) in rows {
        let Erasable { blob, sort, said, cast, ended, ordered } = erasable;
        let entry = match (said.map(|said| said.index).or(place), cast) {
            (Some(place), _) => Some(showing.at(frozen, place).await?),
            (None, Some(cast)) => Some(showing.entry(frozen, &cast).await?),
            (None, None) => None,
        };
        let code = |code: Option<Code>| code.map(|code| code.as_str().to_owned());
        views.push(ErasableView { blob, ended: code(ended), entry, ordered: code(ordered), sort });
    }
    Ok(views)
}

/// What may be erased, now or later, of what somebody named.
async fn about_it(frozen: &Frozen, about: &str) -> Result<Found, ApiError> {
    let state = frozen.state();
    let bare = |found: BTreeSet<BlobId>| found.into_iter().map(|blob| (blob, None)).collect();
    if let Ok(person) = about.parse::<PersonId>() {
        return Ok(bare(state.erasable_of(&person)));
    }
    let id: EntryId = about.parse().map_err(|_| ApiError::NotFound("subject"))?;
    if let Some(matter) = state.matter(&id) {
        return of_matter(frozen, matter).await;
    }
    if state.disclosure(&id).is_some() {
        return of_books(frozen, &id).await;
    }
    let agenda = state.agenda(&id).or_else(|| state.agenda(&state.notice(&id)?.opened?));
    let agenda = agenda.ok_or(ApiError::NotFound("subject"))?;
    Ok(bare(agenda.ballots.values().map(|ballot| ballot.blob).collect()))
}

/// What was said about a matter, by residents and by offices, and what was said of hiding that.
async fn of_matter(frozen: &Frozen, matter: &Matter) -> Result<Found, ApiError> {
    let mut places = matter.trail.iter().copied().collect::<Vec<_>>();
    places.extend(matter.opinions.keys());
    for hiding in matter.moderated.values().flat_map(|of| &of.hidings) {
        let appealed = hiding.appeal.as_ref().map(|appealed| &appealed.entry);
        let ruled = hiding.ruling.as_ref().map(|ruled| &ruled.entry);
        for entry in [Some(&hiding.entry), appealed, ruled].into_iter().flatten() {
            places.push(frozen.index(entry).await?);
        }
    }
    let mut found = named_at(frozen, places).await?;
    if frozen.state().erased(&matter.text).is_none() {
        found.entry(matter.text).or_default();
    }
    Ok(found)
}

/// Questions about books and the replies.
async fn of_books(frozen: &Frozen, books: &EntryId) -> Result<Found, ApiError> {
    let mut places = Vec::new();
    for (_, asked) in frozen.state().questions().filter(|(_, asked)| asked.disclosure == *books) {
        places.push(asked.index);
        if let Some((entry, _)) = &asked.reply {
            places.push(frozen.index(entry).await?);
        }
    }
    named_at(frozen, places).await
}

/// The blobs that the entries at some places name.
async fn named_at(frozen: &Frozen, places: Vec<u64>) -> Result<Found, ApiError> {
    let mut found = Found::new();
    for place in places {
        let entry = Showing::default().entry_at(frozen, place).await?;
        for blob in entry.entry.body().named_blobs() {
            found.entry(blob).or_insert(Some(place));
        }
    }
    found.retain(|blob, _| frozen.state().erased(blob).is_none());
    Ok(found)
}
