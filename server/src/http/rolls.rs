//! The roll with names, areas and addresses, for those who keep it; and what a proposed one would change, for those who may
//! stand behind it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use axum::extract::{Path, Query};
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;
use yishi_protocol::apply::proposed_roll;
use yishi_protocol::blob::Evidence;
use yishi_protocol::body::Capability;
use yishi_protocol::id::{BlobId, EntryId, PartyId, PersonId, UnitId};
use yishi_protocol::projection::RollUnit;
use yishi_protocol::rejection::Code;
use yishi_protocol::state::{KeyHolder, Roll, State, differing_units};
use yishi_protocol::view::{OwnerView, RollDifference, RollTotals, RollView, UnitChange, UnitView};

use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::office;
use super::reader::shown_key;
use super::reading::Inside;
use super::showing::Showing;

/// How many units are looked at for one page.
const UNITS_A_PAGE: usize = 200;

/// Where a page begins.
#[derive(Debug, Deserialize)]
pub(super) struct AfterUnit {
    after: Option<String>,
}

impl AfterUnit {
    fn bound(&self) -> Result<Bound<UnitId>, ApiError> {
        match self.after.as_deref().map(str::parse::<UnitId>) {
            None => Ok(Bound::Unbounded),
            Some(Ok(unit)) => Ok(Bound::Excluded(unit)),
            Some(Err(_)) => Err(ApiError::NotFound("unit")),
        }
    }
}

/// `GET …/roll`: the newest roll, page by page, for whoever keeps it.
pub(super) async fn newest(inside: Inside, Query(after): Query<AfterUnit>) -> Result<Response, ApiError> {
    inside.require(Capability::Roll)?;
    let frozen = &inside.frozen;
    let after = after.bound()?;
    let Some((id, roll)) = frozen.state().newest_roll() else {
        let nothing =
            RollView { former: vec![], next: None, roll: None, scopes: vec![], totals: None, units: vec![] };
        return Ok(json(&Showing::default().answer(frozen, nothing).await?));
    };
    let former = if after == Bound::Unbounded { former(frozen.state(), roll) } else { BTreeMap::new() };
    let ids = roll.units.keys().copied().collect();
    let (page, next) = page(&ids, after);
    let blobs = blobs(frozen, &[roll], &page).await?;
    let view = RollView {
        former: former.into_iter().collect(),
        next,
        roll: Some(*id),
        scopes: roll.scopes_in_order(),
        totals: Some(totals(roll)),
        units: page.iter().filter_map(|unit| view(roll, unit)).collect(),
    };
    let mut showing = Showing::default();
    showing.all(blobs);
    Ok(json(&showing.answer(frozen, view).await?))
}

/// `GET …/rolls/{entry}/difference`: what a roll that waits would change, for whoever keeps the roll, and for roots.
pub(super) async fn difference(
    frozen: Frozen,
    Path((_, entry)): Path<(String, String)>,
    Query(after): Query<AfterUnit>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let key = shown_key(&headers, &frozen.estate.id, frozen.now_ms).ok_or(ApiError::PassRequired)?;
    let key = frozen.state().key(&key).ok_or(Code::UnknownKey)?;
    if key.revoked {
        return Err(Code::KeyRevoked.into());
    }
    if key.holder != KeyHolder::Root && !frozen.state().holds(key.holder, Capability::Roll, frozen.now_ms) {
        return Err(Code::MissingCapability.into());
    }
    let entry: EntryId = entry.parse().map_err(|_| ApiError::NotFound("roll"))?;
    let proposed = proposed_roll(frozen.state(), &entry).ok_or(ApiError::NotFound("roll"))?;
    let newest = frozen.state().newest_roll().map(|(_, roll)| roll);
    let (page, next) = page(&differing_units(newest, &proposed), after.bound()?);
    let rolls: Vec<_> = newest.into_iter().chain([&proposed]).collect();
    let blobs = blobs(&frozen, &rolls, &page).await?;
    let change = |unit: &UnitId| UnitChange {
        after: view(&proposed, unit),
        before: newest.and_then(|roll| view(roll, unit)),
    };
    let with = |view: &UnitView| RollUnit::with(view, &|id| blobs.get(id).cloned());
    let differs = |change: &UnitChange| match (&change.before, &change.after) {
        (Some(before), Some(after)) => !with(before).says_the_same(&with(after)),
        _ => true,
    };
    let changes: Vec<_> = page.iter().map(change).filter(differs).collect();
    let (before, after) = (newest.map(totals), totals(&proposed));
    let places = office::places(&frozen, &proposed).await?;
    let inside = proposed.scopes.iter().filter(|(_, parent)| parent.is_some());
    let parts = inside.map(|(scope, _)| (*scope, office::name(&proposed, &places, *scope))).collect();
    let mut showing = Showing::default();
    let views = changes.iter().flat_map(|change| change.before.iter().chain(&change.after));
    let named: BTreeSet<BlobId> = views.flat_map(UnitView::blobs).collect();
    showing.all(named.iter().filter_map(|id| blobs.get(id)).cloned());
    Ok(json(&showing.answer(&frozen, RollDifference { after, before, changes, next, parts }).await?))
}

/// The units of a page, and after which the next one begins.
fn page(units: &BTreeSet<UnitId>, after: Bound<UnitId>) -> (Vec<UnitId>, Option<UnitId>) {
    let mut rest = units.range((after, Bound::Unbounded));
    let page: Vec<UnitId> = rest.by_ref().take(UNITS_A_PAGE).copied().collect();
    let next = rest.next().and(page.last().copied());
    (page, next)
}

/// Parties of earlier rolls that are on this one no more.
fn former(state: &State, roll: &Roll) -> BTreeMap<PartyId, Vec<PersonId>> {
    let earlier = state.rolls().flat_map(|(_, earlier)| &earlier.parties);
    let gone = earlier.filter(|(party, _)| !roll.parties.contains_key(*party));
    gone.map(|(party, row)| (*party, row.persons.clone())).collect()
}

fn totals(roll: &Roll) -> RollTotals {
    RollTotals { area_c: roll.area_c, heads: roll.heads }
}

/// What some units' rows and their owners' name.
async fn blobs(frozen: &Frozen, rolls: &[&Roll], units: &[UnitId]) -> Result<Evidence, ApiError> {
    let mut named: BTreeSet<BlobId> = BTreeSet::new();
    for roll in rolls {
        for unit in units.iter().filter_map(|unit| roll.units.get(unit)) {
            named.extend([unit.facts, unit.place]);
            let owners = roll.parties.get(&unit.party).into_iter().flat_map(|party| &party.persons);
            named.extend(owners.filter_map(|owner| roll.people.get(owner)));
        }
    }
    frozen.at_hand(named).await
}

fn view(roll: &Roll, id: &UnitId) -> Option<UnitView> {
    let unit = roll.units.get(id)?;
    let party = roll.parties.get(&unit.party)?;
    let owner = |person: &_| OwnerView { name: roll.people.get(person).copied(), person: *person };
    Some(UnitView {
        facts: unit.facts,
        kind: unit.kind,
        owners: party.persons.iter().map(owner).collect(),
        party: unit.party,
        place: unit.place,
        representative: party.representative,
        scope: unit.scope,
        unit: *id,
    })
}
