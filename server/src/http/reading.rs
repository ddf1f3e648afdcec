//! What everybody may read: the estate that the path names, held still, unless the asker has the newest answer already.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::App;
use super::answer::{json, tagged};
use super::desk::Desk;
use super::error::ApiError;

/// The desk of a public answer. Whoever has the answer already gets the short one, and the handler is not run.
pub(super) struct Reading(pub(super) Desk);

impl Reading {
    /// The answer, with the tag that spares it the next time.
    pub(super) fn answer<T: Serialize>(&self, view: &T) -> Response {
        tagged(json(view), &self.0.tag())
    }
}

impl FromRequestParts<App> for Reading {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let unknown = |_| ApiError::EstateUnknown.into_response();
        let params = RawPathParams::from_request_parts(parts, app).await.map_err(unknown)?;
        let estate = params.iter().find(|(name, _)| *name == "estate").map_or("", |(_, estate)| estate);
        let desk = Desk::open(app, estate).await.map_err(IntoResponse::into_response)?;
        match desk.unchanged(&parts.headers) {
            Some(unchanged) => Err(unchanged),
            None => Ok(Self(desk)),
        }
    }
}
