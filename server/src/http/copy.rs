//! `GET …/me/copy`: what is held of a person, for that person to read, keep and have corrected or erased.

use axum::extract::Query;
use axum::response::Response;
use serde::Deserialize;
use yishi_protocol::id::{BlobId, PersonId, PublicKey};
use yishi_protocol::rejection::Code;
use yishi_protocol::state::{CodeRecord, KeyRecord, State};
use yishi_protocol::view::{CopyView, HeldDevice, HeldLetter};

use super::answer::json;
use super::error::ApiError;
use super::me::{ballot_views, ballots, parties};
use super::reading::Inside;
use super::showing::Showing;

/// How much of what somebody said stands in one answer.
const SAID_A_PAGE: usize = 200;

#[derive(Debug, Deserialize)]
pub(super) struct From {
    /// A place in the log.
    from: Option<u64>,
}

pub(super) async fn copy(
    Inside { frozen, reader }: Inside,
    Query(from): Query<From>,
) -> Result<Response, ApiError> {
    let state = frozen.state();
    // Whoever keeps somebody's letter could come in by it, and would read their telephone number here.
    if !state.key(&reader.key).is_some_and(KeyRecord::is_vouched) {
        return Err(Code::KeyUnconfirmed.into());
    }
    let mut showing = Showing::default();
    let mut places = state.said_by(&reader.person, from.from.unwrap_or_default()).into_iter();
    let mut said = Vec::new();
    for (index, blob) in places.by_ref().take(SAID_A_PAGE) {
        let entry = showing.at(&frozen, index).await?;
        showing.blob(&blob);
        said.push(entry);
    }
    let (names, marks) = (names(state, &reader.person), marks(state, &reader.person));
    for blob in names.iter().chain(&marks) {
        showing.blob(blob);
    }
    let view = CopyView {
        ballots: ballot_views(&frozen, &mut showing, &reader, ballots(&frozen, &reader)).await?,
        devices: devices(state, &reader.person),
        letters: letters(state, &reader.person),
        marks,
        names,
        next: places.next().map(|(index, _)| index),
        parties: parties(&frozen, &mut showing, &reader.person).await?,
        person: reader.person,
        said,
    };
    Ok(json(&showing.answer(&frozen, view).await?))
}

/// The blobs that hold a person's name and phone and are not erased.
fn names(state: &State, person: &PersonId) -> Vec<BlobId> {
    let names = state.rolls().filter_map(|(_, roll)| roll.people.get(person)).copied();
    let mut names: Vec<BlobId> = names.filter(|name| state.erased(name).is_none()).collect();
    names.sort();
    names.dedup();
    names
}

fn marks(state: &State, person: &PersonId) -> Vec<BlobId> {
    let rounds = state.matters().flat_map(|(_, matter)| {
        matter.rounds.iter().map(|round| &round.ratings).chain(core::iter::once(&matter.ratings))
    });
    let marks = rounds.filter_map(|ratings| ratings.get(person)).copied();
    marks.filter(|marks| state.erased(marks).is_none()).collect()
}

fn devices(state: &State, person: &PersonId) -> Vec<HeldDevice> {
    let keys = state.person(person).into_iter().flat_map(|person| &person.keys);
    let held = |device: &PublicKey| {
        let key = state.key(device)?;
        Some(HeldDevice { device: *device, entered_ms: key.entered_ms, revoked: key.revoked })
    };
    keys.filter_map(held).collect()
}

fn letters(state: &State, person: &PersonId) -> Vec<HeldLetter> {
    let codes = state.person(person).into_iter().flat_map(|person| &person.codes);
    let held = |code: &CodeRecord| HeldLetter {
        entry: code.entry,
        expires_ms: code.expires_ms,
        standing: code.standing,
    };
    codes.map(held).collect()
}
