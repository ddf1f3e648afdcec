//! The log for readers of other transparency logs (C2SP `tlog-tiles`): hashes for everybody, and leaves for whom the record
//! is for. The checkpoint beside them is [`super::checkpoint`]'s.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use yishi_protocol::tiles::{TILE_WIDTH, Tile, bundle, parse_level};

use super::App;
use super::error::ApiError;
use super::frozen::Frozen;
use super::reading::Inside;

const NO_TILE: ApiError = ApiError::NotFound("tile");

/// `GET …/tile/{level}/{*index}`: from the tree in memory, so a stranger costs no question of the store.
pub(super) async fn hashes(
    frozen: Frozen,
    Path((_, level, path)): Path<(String, String, String)>,
) -> Result<Response, ApiError> {
    let level = parse_level(&level).ok_or(NO_TILE)?;
    let tile = Tile::parse(&path).ok_or(NO_TILE)?;
    let hashes = frozen.tile(tile, level).ok_or(NO_TILE)?;
    // A whole tile is never another one. One that is being filled is soon of no use, and not worth a place in a cache.
    let kept = if tile.width == TILE_WIDTH { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(bytes(hashes, kept))
}

/// `GET …/tile/entries/{*index}`: for anyone who is enrolled, as the record is, since it tells who has voted while a vote
/// runs.
pub(super) async fn entries(
    State(app): State<App>,
    Inside { frozen, .. }: Inside,
    Path((_, path)): Path<(String, String)>,
) -> Result<Response, ApiError> {
    let tile = Tile::parse(&path).ok_or(NO_TILE)?;
    let (first, width) = tile.leaves(frozen.signed_size()).ok_or(NO_TILE)?;
    let estate = frozen.estate.id;
    // What is signed stays as it is: nobody has to wait until it is read.
    drop(frozen);
    let leaves = app.store.leaves(&estate, first, width.into()).await?;
    if leaves.len() != usize::from(width) {
        return Err(ApiError::Unavailable);
    }
    Ok(bytes(bundle(&leaves).ok_or(ApiError::Unavailable)?, "no-store"))
}

fn bytes(bytes: Vec<u8>, kept: &'static str) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/octet-stream"), (header::CACHE_CONTROL, kept)];
    (headers, bytes).into_response()
}
