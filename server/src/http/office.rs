//! What the desk needs to know: the parts of the estate, who holds an office, who takes part in a vote.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use yishi_protocol::blob::{Blob, Evidence, Place, UnitFacts};
use yishi_protocol::body::Capability;
use yishi_protocol::count::turnout;
use yishi_protocol::id::{AgendaId, BlobId, PartyId};
use yishi_protocol::rejection::Code;
use yishi_protocol::state::{KeyHolder, Roll, Unit};
use yishi_protocol::view::{BuildingTurnout, Officer, OfficerList, ScopeList, ScopeView, TurnoutView};

use super::App;
use super::answer::json;
use super::desk::Desk;
use super::error::ApiError;
use super::matters::count;
use super::reader::reader;
use super::reading::Reading;
use super::speakers::title;

/// `GET …/scopes`
pub(super) async fn scopes(reading: Reading) -> Result<Response, ApiError> {
    let desk = &reading.0;
    let Some((id, roll)) = desk.state().newest_roll() else {
        return Ok(reading.answer(&ScopeList { roll: None, scopes: Vec::new() }));
    };
    let (places, areas) = (places(desk, roll).await?, areas(desk, roll).await?);
    let parking_counts = desk.state().bylaws().parking_counts;
    let scope = |(scope, parent): (&u32, &Option<u32>)| ScopeView {
        scope: *scope,
        parent: *parent,
        name: if parent.is_none() { String::new() } else { name(roll, &places, *scope) },
        heads: count(roll.heads_in(*scope, parking_counts)),
        area_c: roll.counted_units(*scope, parking_counts).filter_map(|(unit, _)| areas.get(&unit)).sum(),
    };
    let scopes = roll.scopes.iter().map(scope).collect();
    Ok(reading.answer(&ScopeList { roll: Some(*id), scopes }))
}

/// The addresses of a roll's units, by unit, as far as they are at hand.
async fn places(desk: &Desk, roll: &Roll) -> Result<BTreeMap<u32, Place>, ApiError> {
    let ids: Vec<BlobId> = roll.units.values().map(|unit| unit.place).collect();
    let blobs: BTreeMap<BlobId, Blob> =
        desk.blobs(&ids).await?.into_iter().map(|blob| (blob.id(), blob)).collect();
    let place = |id| serde_json::from_str(&blobs.get(id)?.payload).ok();
    Ok(roll.units.iter().filter_map(|(number, unit)| Some((*number, place(&unit.place)?))).collect())
}

/// The areas of a roll's units, by unit, as far as they are at hand.
async fn areas(desk: &Desk, roll: &Roll) -> Result<BTreeMap<u32, u64>, ApiError> {
    let ids: Vec<BlobId> = roll.units.values().map(|unit| unit.facts).collect();
    let blobs: BTreeMap<BlobId, Blob> =
        desk.blobs(&ids).await?.into_iter().map(|blob| (blob.id(), blob)).collect();
    let facts = |id: &BlobId| serde_json::from_str::<UnitFacts>(&blobs.get(id)?.payload).ok();
    let area = |(number, unit): (&u32, &Unit)| Some((*number, facts(&unit.facts)?.area_c.into()));
    Ok(roll.units.iter().filter_map(area).collect())
}

/// What the addresses in a part of the estate have in common: building, then entrance.
fn name(roll: &Roll, places: &BTreeMap<u32, Place>, scope: u32) -> String {
    let inside = roll.units.iter().filter(|(_, unit)| roll.lies_in(unit.scope, scope));
    let found: BTreeSet<(&str, &str)> = inside
        .filter_map(|(number, _)| places.get(number))
        .map(|place| (place.building.as_str(), place.entrance.as_str()))
        .collect();
    let buildings: BTreeSet<&str> = found.iter().map(|(building, _)| *building).collect();
    match (found.len(), buildings.into_iter().collect::<Vec<_>>().as_slice()) {
        (1, [building]) => format!("{building}{}", found.first().map_or("", |(_, entrance)| *entrance)),
        (_, [building]) => (*building).to_owned(),
        (_, buildings) => buildings.join("、"),
    }
}

/// `GET …/officers`: everybody may know who holds which office.
pub(super) async fn officers(reading: Reading) -> Result<Response, ApiError> {
    let desk = &reading.0;
    let mut officers = Vec::new();
    for (person, record) in desk.state().persons() {
        let held: Vec<_> = record.grants.iter().filter(|grant| desk.now_ms < grant.until_ms).collect();
        let caps: BTreeSet<Capability> = held.iter().flat_map(|grant| grant.caps.iter().copied()).collect();
        if caps.is_empty() {
            continue;
        }
        let named = held.iter().rfind(|grant| grant.title.is_some());
        let title = title(desk, named.and_then(|grant| grant.title.as_ref())).await?;
        officers.push(Officer { person: *person, title, caps: caps.into_iter().collect() });
    }
    Ok(reading.answer(&OfficerList { officers }))
}

/// `GET …/agendas/{agenda}/turnout`: who takes part, for those who call on homes. Never what anybody chose.
pub(super) async fn turnout_of(
    State(app): State<App>,
    Path((estate, agenda)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let desk = Desk::open(&app, &estate).await?;
    let reader = reader(&app, desk.state(), &desk.estate.id, &headers)?;
    let holder = KeyHolder::Person(reader.person);
    if !desk.state().holds(holder, Capability::Open, desk.now_ms) {
        return Err(Code::MissingCapability.into());
    }
    let id: AgendaId = agenda.parse().map_err(|_| ApiError::NotFound("agenda"))?;
    let agenda = desk.state().agenda(&id).ok_or(ApiError::NotFound("agenda"))?;
    let roll = desk.state().roll(&agenda.roll).ok_or(ApiError::Unavailable)?;
    let areas: Vec<BlobId> = roll.counted_units(agenda.scope, true).map(|(_, unit)| unit.facts).collect();
    let areas: Evidence = desk.blobs(&areas).await?.into_iter().collect();
    let turnout = turnout(agenda, roll, &areas)?;
    let places = places(&desk, roll).await?;
    let mut buildings = BTreeMap::<String, (BTreeSet<PartyId>, BTreeSet<PartyId>)>::new();
    for (number, unit) in roll.counted_units(agenda.scope, agenda.bylaws.parking_counts) {
        let building = places.get(&number).map(|place| place.building.clone()).unwrap_or_default();
        let (heads, voted) = buildings.entry(building).or_default();
        heads.insert(unit.party);
        if turnout.parties.contains(&unit.party) {
            voted.insert(unit.party);
        }
    }
    let mut buildings: Vec<BuildingTurnout> = buildings
        .into_iter()
        .map(|(name, (heads, voted))| BuildingTurnout {
            name,
            voted: count(voted.len()),
            heads: count(heads.len()),
        })
        .collect();
    buildings.sort_by_key(|building| std::cmp::Reverse(building.heads.saturating_sub(building.voted)));
    Ok(json(&TurnoutView {
        heads: count(turnout.parties.len()),
        area_c: turnout.participating.area_c,
        total_heads: agenda.heads,
        total_area_c: agenda.area_c,
        missing_heads: u32::try_from(turnout.missing.heads).unwrap_or(u32::MAX),
        missing_area_c: turnout.missing.area_c,
        held: count(turnout.held.len()),
        buildings,
    }))
}
