//! How a notice reached homes, and the doorstep round of a vote that lacks a quorum.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;
use yishi_protocol::apply::may_call;
use yishi_protocol::blob::Place;
use yishi_protocol::body::Capability;
use yishi_protocol::bylaws::Conformity;
use yishi_protocol::count::{Door, areas, fewest_doors, reached, silence, turnout, walks};
use yishi_protocol::few;
use yishi_protocol::id::{AgendaId, EntryId, NoticeId, PartyId, UnitId};
use yishi_protocol::state::{Agenda, NoticeRecord, Roll, Unit};
use yishi_protocol::view::{DeliveryCounts, DeliveryView, DoorView, RoundView, Served, SilenceView};

use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::office::places;
use super::reading::{Inside, Reading};
use super::showing::Showing;

/// The most doors of one round.
const DOORS: usize = 400;
/// The most pairs of one round.
const PAIRS: usize = 20;

/// `GET …/agendas/{agenda}/delivery`: by the name of the agenda, or of its notice.
pub(super) async fn delivery(
    reading: Reading,
    Path((_, agenda)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    let exact = reading.holds(&[Capability::Open]);
    let view = delivery_view(&reading, &agenda, exact).await?;
    Ok(reading.answer(&view))
}

async fn delivery_view(
    reading: &Reading,
    agenda: &str,
    exact: bool,
) -> Result<Served<DeliveryView>, ApiError> {
    let (frozen, state) = (&reading.0, reading.0.state());
    let id: EntryId = agenda.parse().map_err(|_| ApiError::NotFound("agenda"))?;
    let notice: NoticeId = state.agenda(&id).map_or(id, |agenda| agenda.notice);
    let record = state.notice(&notice).ok_or(ApiError::NotFound("agenda"))?;
    let opened = record.opened.and_then(|id| Some((id, state.agenda(&id)?)));
    let tallied = opened.filter(|(_, agenda)| agenda.tally.is_some());
    let mut showing = Showing::default();
    let mut own = Vec::new();
    if let (Some(reader), Some(roll)) = (&reading.1, state.roll(&record.body.roll)) {
        for (party, _) in roll.parties_of(&reader.person) {
            if let Some(stands) = record.deliveries.get(party) {
                own.push((*party, showing.entry(frozen, &stands.entry).await?));
            }
        }
    }
    let view = DeliveryView {
        notice,
        counts: if exact || tallied.is_some() { Some(counts(frozen, record, exact)?) } else { None },
        own,
        silence: match tallied.filter(|_| reading.1.is_some()) {
            Some((id, _)) => added(frozen, &id).await?,
            None => None,
        },
    };
    showing.answer(frozen, view).await
}

fn counts(frozen: &Frozen, record: &NoticeRecord, exact: bool) -> Result<DeliveryCounts, ApiError> {
    let found = reached(frozen.state(), record)?;
    Ok(if exact { few::all_reached(&found) } else { few::reached(&found) })
}

/// What anybody may read of it, once the totals of the vote are stated.
pub(super) fn public_counts(frozen: &Frozen, notice: &NoticeId) -> Result<Option<DeliveryCounts>, ApiError> {
    let Some(record) = frozen.state().notice(notice) else { return Ok(None) };
    let opened = record.opened.and_then(|agenda| frozen.state().agenda(&agenda));
    let stated = opened.is_some_and(|agenda| agenda.tally.is_some());
    stated.then(|| counts(frozen, record, false)).transpose()
}

async fn added(frozen: &Frozen, agenda: &AgendaId) -> Result<Option<SilenceView>, ApiError> {
    let lets = frozen.state().agenda(agenda).map(|agenda| agenda.bylaws.conformity);
    if lets.is_none_or(|lets| lets == Conformity::Off) {
        return Ok(None);
    }
    let evidence = frozen.evidence(agenda).await?;
    let found = silence(frozen.state(), agenda, &evidence)?;
    Ok(found.map(|found| SilenceView { silent: found.silent, without: found.without }))
}

/// For how many pairs a round is walked.
#[derive(Debug, Deserialize)]
pub(super) struct Pairs {
    pairs: Option<usize>,
}

/// `GET …/agendas/{agenda}/round`: where those ring who call on homes that have not voted. Never what anybody chose, and nothing
/// once the vote is final.
pub(super) async fn round(
    inside: Inside,
    Path((_, agenda)): Path<(String, String)>,
    Query(Pairs { pairs }): Query<Pairs>,
) -> Result<Response, ApiError> {
    let frozen = &inside.frozen;
    let state = frozen.state();
    let id: AgendaId = agenda.parse().map_err(|_| ApiError::NotFound("agenda"))?;
    may_call(state, &inside.reader.person, &id, frozen.now_ms)?;
    let agenda = state.agenda(&id).ok_or(ApiError::NotFound("agenda"))?;
    let notice = state.notice(&agenda.notice).ok_or(ApiError::Unavailable)?;
    let roll = state.roll(&agenda.roll).ok_or(ApiError::Unavailable)?;
    let facts = frozen.at_hand(roll.units.values().map(|unit| unit.facts)).await?;
    let turnout = turnout(agenda, roll, &facts)?;
    let by_unit = areas(counted(agenda, roll), &facts)?.by_unit;
    let doors = doors(agenda, roll, &by_unit, &places(frozen, roll).await?);
    let doors: Vec<Door> = doors.into_iter().filter(|door| !turnout.parties.contains(&door.party)).collect();
    let homes = doors.len();
    let (mut doors, closes) = fewest_doors(turnout.missing, doors);
    let fewest = closes.then(|| many(doors.len()));
    doors.truncate(DOORS);
    let door = |door: Door| DoorView {
        grade: notice.deliveries.get(&door.party).map(|stands| stands.grade),
        party: door.party,
        building: door.place.building,
        entrance: door.place.entrance,
        room: door.place.room,
    };
    let walks = walks(doors, pairs.unwrap_or(1).clamp(1, PAIRS));
    Ok(json(&RoundView {
        notice: agenda.notice,
        missing_heads: turnout.missing.heads,
        missing_area_c: turnout.missing.area_c,
        homes: many(homes),
        fewest,
        walks: walks.into_iter().map(|walk| walk.into_iter().map(door).collect()).collect(),
    }))
}

fn many(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn counted<'a>(agenda: &Agenda, roll: &'a Roll) -> impl Iterator<Item = (UnitId, &'a Unit)> {
    roll.counted_units(agenda.scope, agenda.bylaws.parking_counts)
}

/// The homes of a vote, each with its whole area, and rung at where its largest unit lies.
fn doors(
    agenda: &Agenda,
    roll: &Roll,
    areas: &BTreeMap<UnitId, u64>,
    places: &BTreeMap<UnitId, Place>,
) -> Vec<Door> {
    let mut doors: BTreeMap<PartyId, (Door, u64)> = BTreeMap::new();
    for (id, unit) in counted(agenda, roll) {
        let area_c = areas.get(&id).copied().unwrap_or_default();
        // Where a home's address was erased nobody can ring.
        let Some(place) = places.get(&id) else { continue };
        let first = || (Door { party: unit.party, area_c: 0, place: place.clone() }, 0);
        let (door, largest) = doors.entry(unit.party).or_insert_with(first);
        door.area_c = door.area_c.saturating_add(area_c);
        if area_c > *largest {
            (door.place, *largest) = (place.clone(), area_c);
        }
    }
    doors.into_values().map(|(door, _)| door).collect()
}
