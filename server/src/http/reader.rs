//! Who is reading: a key that shows a pass, and the person behind it.

use std::sync::Arc;

use axum::http::{HeaderMap, header};
use yishi_protocol::id::{EstateId, PersonId, PublicKey};
use yishi_protocol::pass;
use yishi_protocol::rejection::Code;
use yishi_protocol::state::KeyHolder;

use super::App;
use super::error::ApiError;
use super::frozen::Frozen;
use crate::estates::Estate;

/// The estate of a path.
pub(super) async fn estate(app: &App, text: &str) -> Result<Arc<Estate>, ApiError> {
    let id: EstateId = text.parse().map_err(|_| ApiError::EstateUnknown)?;
    app.estates.get(&id).await.ok_or(ApiError::EstateUnknown)
}

/// An enrolled person who showed a pass.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader {
    pub(super) key: PublicKey,
    pub(super) person: PersonId,
}

/// Reads the pass of a request.
pub(super) fn reader(frozen: &Frozen, headers: &HeaderMap) -> Result<Reader, ApiError> {
    let header = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let text = header.and_then(|value| value.strip_prefix("Yishi-Pass ")).ok_or(ApiError::PassRequired)?;
    let pass = pass::open(text.trim(), &frozen.estate.id, frozen.now_ms)?;
    let key = frozen.state().key(&pass.key).ok_or(Code::UnknownKey)?;
    match key.holder {
        _ if key.revoked => Err(Code::KeyRevoked.into()),
        KeyHolder::Person(person) => Ok(Reader { key: pass.key, person }),
        KeyHolder::Root => Err(ApiError::PassRequired),
    }
}

/// The key of a pass that holds, whether or not the estate knows the key.
pub(super) fn shown_key(headers: &HeaderMap, estate: &EstateId, now_ms: u64) -> Option<PublicKey> {
    let header = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    pass::open(header.strip_prefix("Yishi-Pass ")?.trim(), estate, now_ms).ok().map(|pass| pass.key)
}
