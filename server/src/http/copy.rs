//! `GET …/me/copy`: what is held of a person, for that person to read, keep and have corrected or erased.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use axum::extract::Query;
use axum::response::Response;
use serde::Deserialize;
use yishi_protocol::body::Body;
use yishi_protocol::id::{BlobId, EntryId, EstateId, PartyId, PersonId, PublicKey};
use yishi_protocol::projection::Held;
use yishi_protocol::rejection::Code;
use yishi_protocol::state::{KeyRecord, State};
use yishi_protocol::view::{CopyView, HeldDevice, HeldLetter, Served};

use super::App;
use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::light;
use super::me::{ballot_views, ballots, parties};
use super::reading::Inside;
use super::showing::Showing;
use crate::words::Lang;

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
    let from = from.from.unwrap_or_default();
    Ok(json(&held(&frozen, (&reader.person, Some(&reader.key)), from).await?))
}

/// All that is held of a person, as the same answers say it, opened with their proofs and written down for paper: for somebody who
/// has no phone, by whoever keeps the server. `lang` is a language tag (RFC 5646).
///
/// # Errors
/// If there is no such estate or nobody of that name in it, the store does not answer, or an answer is not what it proves.
pub async fn person_copy(app: &App, estate: &EstateId, person: &PersonId, lang: &str) -> Result<String> {
    let frozen = Frozen::open(app, &estate.to_string()).await.map_err(|refused| told(&refused))?;
    let known = frozen.state().person(person).is_some()
        || frozen.state().rolls().any(|(_, roll)| roll.people.contains_key(person));
    ensure!(known, "the estate has nobody of that id: {person}");
    let key = frozen.state().estate().context("the log founds no estate")?.log_key;
    let (mut parts, mut from) = (Vec::new(), Some(0));
    while let Some(place) = from {
        let answer = held(&frozen, (person, None), place).await.map_err(|refused| told(&refused))?;
        from = answer.stated.next;
        let view = answer.stated.clone();
        parts.push(Held::of(&answer.open((estate, &key), Body::decode)?, view, person)?);
    }
    let name = frozen.state().estate().map(|estate| estate.name.clone()).unwrap_or_default();
    Ok(light::copy::text(Lang::of(lang), (&name, frozen.now_ms), person, &parts))
}

/// What a request would have been refused with.
fn told(refused: &ApiError) -> anyhow::Error {
    anyhow::anyhow!("{refused:?}")
}

/// What is held of a person, from a place in the log on, as far as whoever reads it with a key may; without one, for paper.
async fn held(
    frozen: &Frozen,
    (person, read_by): (&PersonId, Option<&PublicKey>),
    from: u64,
) -> Result<Served<CopyView>, ApiError> {
    let state = frozen.state();
    let mut showing = Showing::default();
    let mut places = state.said_by(person, from).into_iter();
    let mut said = Vec::new();
    for (index, blob) in places.by_ref().take(SAID_A_PAGE) {
        let entry = showing.at(frozen, index).await?;
        showing.blob(&blob);
        said.push(entry);
    }
    // What does not come in pages stands in the first answer alone, once.
    let first = from == 0;
    let (names, marks) =
        if first { (names(state, person), marks(state, person)) } else { Default::default() };
    for blob in names.iter().chain(&marks) {
        showing.blob(blob);
    }
    let (deliveries, readings) =
        if first { of_homes(frozen, &mut showing, person).await? } else { Default::default() };
    let cast = if first { ballots(frozen, person) } else { Vec::new() };
    let view = CopyView {
        ballots: ballot_views(frozen, &mut showing, (person, read_by), cast).await?,
        deliveries,
        devices: devices(state, person),
        letters: if first { letters(frozen, &mut showing, person).await? } else { Vec::new() },
        marks,
        names,
        next: places.next().map(|(index, _)| index),
        parties: parties(frozen, &mut showing, person).await?,
        person: *person,
        readings,
        said,
    };
    showing.answer(frozen, view).await
}

/// How notices reached the homes of a person, and the readings of paper ballots of these, as the roll of each vote has them.
async fn of_homes(
    frozen: &Frozen,
    showing: &mut Showing,
    person: &PersonId,
) -> Result<(Vec<(PartyId, EntryId)>, Vec<EntryId>), ApiError> {
    let state = frozen.state();
    let (mut deliveries, mut readings) = (Vec::new(), Vec::new());
    for (_, notice) in state.notices() {
        let Some(roll) = state.roll(&notice.body.roll) else { continue };
        for (party, _) in roll.parties_of(person) {
            let Some(stands) = notice.deliveries.get(party) else { continue };
            let said = showing.read(frozen, &stands.entry).await?;
            // The entry says it of other homes too; of theirs alone is the document shown.
            if let Body::Delivery(said) = said.entry.body()
                && let Some(row) = said.rows.iter().find(|row| row.party == *party)
                && let Some(slip) = &row.evidence
            {
                showing.blob(slip);
            }
            deliveries.push((*party, stands.entry));
        }
    }
    for (_, agenda) in state.agendas() {
        let Some(roll) = state.roll(&agenda.roll) else { continue };
        let own: BTreeSet<&PartyId> = roll.parties_of(person).map(|(party, _)| party).collect();
        let all = agenda.sheets.values().flat_map(|sheet| sheet.readings.values());
        for reading in all.filter(|reading| own.contains(&reading.content.party)) {
            readings.push((showing.read(frozen, &reading.entry).await?.index, reading.entry));
        }
    }
    readings.sort_by_key(|(index, _)| *index);
    Ok((deliveries, readings.into_iter().map(|(_, entry)| entry).collect()))
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

async fn letters(
    frozen: &Frozen,
    showing: &mut Showing,
    person: &PersonId,
) -> Result<Vec<HeldLetter>, ApiError> {
    let mut letters = Vec::new();
    for code in frozen.state().person(person).into_iter().flat_map(|person| &person.codes) {
        let entry = showing.entry(frozen, &code.entry).await?;
        letters.push(HeldLetter { entry, expires_ms: code.expires_ms, standing: code.standing });
    }
    Ok(letters)
}
