//! `GET …/matters/{matter}/requisition`: how far owners are who demand a vote.

use axum::extract::Path;
use axum::response::Response;
use yishi_protocol::body::demand_blobs;
use yishi_protocol::id::MatterId;
use yishi_protocol::view::RequisitionView;

use super::answer::json;
use super::error::ApiError;
use super::matters::count;
use super::reading::Inside;

/// Areas are read for people of the estate alone, and only where something can be signed.
pub(super) async fn requisition(
    Inside { frozen, reader }: Inside,
    Path((_, matter)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    let id: MatterId = matter.parse().map_err(|_| ApiError::NotFound("matter"))?;
    let state = frozen.state();
    let matter = state.matter(&id).ok_or(ApiError::NotFound("matter"))?;
    let open = matter.asks_to_sign(state, frozen.now_ms);
    let demands = &frozen.estate.demands;
    let area = match demands.known(state, (&id, matter)).filter(|_| open) {
        Some(area) => Some(area),
        None if open => {
            let blobs = frozen.at_hand(demand_blobs(state, matter)).await?;
            demands.add_up(state, (&id, matter), &blobs)?
        }
        None => None,
    };
    Ok(json(&RequisitionView {
        area,
        handed_in_ms: matter.demand.handed_in.map(|handed_in| handed_in.at_ms),
        mine: matter.signing(state, &reader.person, frozen.now_ms),
        needed: u32::try_from(matter.demanded_heads(state)).unwrap_or(u32::MAX),
        open,
        signed: count(matter.signers(state).count()),
    }))
}
