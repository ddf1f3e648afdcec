//! What a reading handler begins with: the estate that the path names, held still, and who asks.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use yishi_protocol::body::Capability;
use yishi_protocol::rejection::Code;
use yishi_protocol::state::KeyHolder;
use yishi_protocol::strict_json::Strict;

use super::App;
use super::answer::{has, json, tagged, unchanged};
use super::error::ApiError;
use super::frozen::Frozen;
use super::reader::{Reader, reader};

impl FromRequestParts<App> for Frozen {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let unknown = |_| ApiError::EstateUnknown;
        let params = RawPathParams::from_request_parts(parts, app).await.map_err(unknown)?;
        let estate = params.iter().find(|(name, _)| *name == "estate").map_or("", |(_, estate)| estate);
        Frozen::open(app, estate).await
    }
}

/// The log that a public answer shows, and who of the estate asks, if anybody does. Whoever has the answer already gets the
/// short one, and the handler is not run.
pub(super) struct Reading(pub(super) Frozen, pub(super) Option<Reader>);

impl Reading {
    /// The answer, with the tag that spares it the next time.
    pub(super) fn answer<T: Strict>(&self, view: &T) -> Response {
        tagged(json(view), &self.tag())
    }

    /// What the answer depends on: the reader too, since people of the estate are told more.
    fn tag(&self) -> String {
        match &self.1 {
            Some(reader) => format!("\"{}-{}\"", self.0.tag().trim_matches('"'), reader.person),
            None => self.0.tag(),
        }
    }

    /// Whether whoever asks holds one of these now.
    pub(super) fn holds(&self, capabilities: &[Capability]) -> bool {
        let holds = |holder, of| self.0.state().holds(holder, of, self.0.now_ms);
        let holder = self.1.map(|reader| KeyHolder::Person(reader.person));
        holder.is_some_and(|holder| capabilities.iter().any(|of| holds(holder, *of)))
    }
}

impl FromRequestParts<App> for Reading {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let frozen = Frozen::from_request_parts(parts, app).await.map_err(IntoResponse::into_response)?;
        // A pass that does not hold is no reason to refuse what everybody may read.
        let reader = reader(&frozen, &parts.headers).ok();
        let reading = Self(frozen, reader);
        let tag = reading.tag();
        if has(&parts.headers, &tag) { Err(unchanged(&tag)) } else { Ok(reading) }
    }
}

/// The log that an answer shows to people of the estate, and who of them asks. Without a good pass the handler is not run.
pub(super) struct Inside {
    pub(super) frozen: Frozen,
    pub(super) reader: Reader,
}

impl Inside {
    /// # Errors
    /// `MISSING_CAPABILITY`, if whoever asks does not hold it now.
    pub(super) fn require(&self, capability: Capability) -> Result<(), ApiError> {
        let holder = KeyHolder::Person(self.reader.person);
        let held = self.frozen.state().holds(holder, capability, self.frozen.now_ms);
        if held { Ok(()) } else { Err(Code::MissingCapability.into()) }
    }
}

impl FromRequestParts<App> for Inside {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let frozen = Frozen::from_request_parts(parts, app).await?;
        let reader = reader(&frozen, &parts.headers)?;
        Ok(Self { frozen, reader })
    }
}
