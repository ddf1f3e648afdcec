//! What the desk needs to know of homes: the parts of the estate, and who takes part in a vote.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use axum::extract::Path;
use axum::response::Response;
use yishi_protocol::blob::Place;
use yishi_protocol::body::Capability;
use yishi_protocol::count::{self, PartTurnout, areas, turnout};
use yishi_protocol::few::parts;
use yishi_protocol::id::{AgendaId, UnitId};
use yishi_protocol::state::Roll;
use yishi_protocol::view::{BuildingTurnout, DayTurnout, ScopeList, ScopeView, TurnoutView};

use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::matters::count;
use super::reading::{Inside, Reading};

/// `GET …/scopes`
pub(super) async fn scopes(reading: Reading) -> Result<Response, ApiError> {
    let exact = reading.holds(&[Capability::Notice, Capability::Open, Capability::Roll]);
    Ok(reading.answer(&scope_list(&reading.0, exact).await?))
}

/// The parts of the estate, on the newest roll: with exact figures, or as far as anybody may read them.
pub(super) async fn scope_list(frozen: &Frozen, exact: bool) -> Result<ScopeList, ApiError> {
    let Some((id, roll)) = frozen.state().newest_roll() else {
        return Ok(ScopeList { roll: None, scopes: Vec::new() });
    };
    let places = places(frozen, roll).await?;
    let facts = frozen.at_hand(roll.units.values().map(|unit| unit.facts)).await?;
    let parking_counts = frozen.state().bylaws().parking_counts;
    let told = parts(roll, parking_counts);
    let scope = |(scope, parent): (&u32, &Option<u32>)| {
        let exact = exact || parent.is_none();
        Ok(ScopeView {
            scope: *scope,
            parent: *parent,
            name: if parent.is_none() { String::new() } else { name(roll, &places, *scope) },
            heads: if exact {
                Some(count(roll.heads_in(*scope, parking_counts)))
            } else {
                told.get(scope).copied()
            },
            area_c: if exact {
                Some(areas(roll.counted_units(*scope, parking_counts), &facts)?.sum())
            } else {
                None
            },
        })
    };
    let scopes = roll.scopes.iter().map(scope).collect::<Result<_, ApiError>>()?;
    Ok(ScopeList { roll: Some(*id), scopes })
}

/// The addresses of a roll's units, by unit, as far as they are at hand.
pub(super) async fn places(frozen: &Frozen, roll: &Roll) -> Result<BTreeMap<UnitId, Place>, ApiError> {
    let blobs = frozen.at_hand(roll.units.values().map(|unit| unit.place)).await?;
    let place = |id| blobs.get(id)?.open().ok();
    Ok(roll.units.iter().filter_map(|(number, unit)| Some((*number, place(&unit.place)?))).collect())
}

/// What the addresses in a part of the estate have in common: building, then entrance.
pub(super) fn name(roll: &Roll, places: &BTreeMap<UnitId, Place>, scope: u32) -> String {
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

/// `GET …/agendas/{agenda}/turnout`: who takes part, for those who call on homes. Never what anybody chose.
pub(super) async fn turnout_of(
    inside: Inside,
    Path((_, agenda)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    inside.require(Capability::Open)?;
    let frozen = &inside.frozen;
    let id: AgendaId = agenda.parse().map_err(|_| ApiError::NotFound("agenda"))?;
    let agenda = frozen.state().agenda(&id).ok_or(ApiError::NotFound("agenda"))?;
    let roll = frozen.state().roll(&agenda.roll).ok_or(ApiError::Unavailable)?;
    let facts = frozen.at_hand(roll.units.values().map(|unit| unit.facts)).await?;
    let turnout = turnout(agenda, roll, &facts)?;
    let places = places(frozen, roll).await?;
    let building = |unit: UnitId| places.get(&unit).map_or_else(String::new, |place| place.building.clone());
    let row = |(name, part): (String, PartTurnout)| BuildingTurnout {
        name,
        voted: count(part.voted),
        heads: count(part.heads),
    };
    let mut buildings: Vec<_> = turnout.by_part(agenda, roll, building).into_iter().map(row).collect();
    buildings.sort_by_key(|building| Reverse(building.heads.saturating_sub(building.voted)));
    let day = |of: count::DayTurnout| DayTurnout {
        day: u32::try_from(of.day).unwrap_or(u32::MAX),
        heads: u32::try_from(of.participating.heads).unwrap_or(u32::MAX),
        area_c: of.participating.area_c,
    };
    let days = turnout.by_day(frozen.state(), agenda, roll, (&facts, frozen.now_ms))?;
    Ok(json(&TurnoutView {
        heads: count(turnout.parties.len()),
        area_c: turnout.participating.area_c,
        total_heads: agenda.heads,
        total_area_c: agenda.area_c,
        missing_heads: u32::try_from(turnout.missing.heads).unwrap_or(u32::MAX),
        missing_area_c: turnout.missing.area_c,
        held: count(turnout.held.len()),
        buildings,
        days: days.into_iter().map(day).collect(),
    }))
}
