//! `GET …/matters/{matter}/requisition`: how far owners are who demand a vote.

use axum::extract::Path;
use axum::response::Response;
use yishi_protocol::body::{Meter, demand_blobs};
use yishi_protocol::course::{Deed, Subject};
use yishi_protocol::id::MatterId;
use yishi_protocol::view::RequisitionView;

use super::answer::json;
use super::error::ApiError;
use super::matters::count;
use super::reading::Inside;

/// The steps in which areas are told, in 0.01 m².
const STEP_C: u64 = 10_000;

/// Areas are read for people of the estate alone, and only where something can be signed.
pub(super) async fn requisition(
    Inside { frozen, reader }: Inside,
    Path((_, matter)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    let id: MatterId = matter.parse().map_err(|_| ApiError::NotFound("matter"))?;
    let state = frozen.state();
    let matter = state.matter(&id).ok_or(ApiError::NotFound("matter"))?;
    let subject = Subject::Matter(matter);
    let open = subject.course().lets(subject.stage(state, frozen.now_ms), Deed::Requisition)
        && matter.demand.handed_in.is_none();
    let areas = if open {
        let blobs = frozen.at_hand(demand_blobs(state, matter)).await?;
        Some(Meter::of(state, matter, &blobs)?).filter(|meter| meter.missing.is_empty())
    } else {
        None
    };
    let rounded = |area_c: u64| area_c.div_ceil(STEP_C).saturating_mul(STEP_C);
    Ok(json(&RequisitionView {
        handed_in_ms: matter.demand.handed_in.map(|handed_in| handed_in.at_ms),
        mine: matter.signing(state, &reader.person, frozen.now_ms),
        missing_area_c: areas.as_ref().map(|meter| rounded(meter.lacks().area_c)),
        needed: u32::try_from(matter.demanded_heads(state)).unwrap_or(u32::MAX),
        needed_area_c: areas.as_ref().map(|meter| rounded(meter.needed().area_c)),
        open,
        signed: count(matter.signers(state).count()),
    }))
}
