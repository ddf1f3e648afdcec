//! The newest signed head, and that it only adds to one that somebody has kept.

use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use yishi_protocol::rejection::Code;
use yishi_protocol::wire::Consistency;

use super::App;
use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;

/// `GET …/checkpoint`: the signed note, for witnesses, for whoever reads tiles and whoever keeps one. `GET …/checkpoint?since=SIZE`: the same
/// with the proof that the log of that size begins this one.
pub(super) async fn checkpoint(
    State(app): State<App>,
    mut frozen: Frozen,
    RawQuery(query): RawQuery,
) -> Result<Response, ApiError> {
    let asked = query.as_deref().unwrap_or_default().split('&').find_map(|pair| pair.strip_prefix("since="));
    let Some(since) = asked else {
        let headers =
            [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
        return Ok((headers, frozen.note()).into_response());
    };
    let since: u64 = since.parse().map_err(|_| ApiError::NotFound("checkpoint"))?;
    if since > frozen.signed_size() {
        // Phones call this a second history: only the lock's own word says that nobody has signed so much.
        let signed = app.lock.load(&frozen.estate.id).await?.map_or(0, |head| head.checkpoint.size);
        if since > signed {
            return Err(Code::ViewAhead.into());
        }
        frozen = Frozen::open(&app, &frozen.estate.id.to_string()).await?;
    }
    if since > frozen.signed_size() {
        return Err(ApiError::Unavailable);
    }
    // Every log begins with the empty one: that is no checkpoint.
    let proof = frozen.consistency_proof(since).ok_or(ApiError::NotFound("checkpoint"))?;
    Ok(json(&Consistency { checkpoint: frozen.note(), proof, since }))
}
