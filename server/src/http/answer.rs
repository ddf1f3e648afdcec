//! Answers as JSON, with tags that spare unchanged ones.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use yishi_protocol::strict_json::{self, Strict};

/// A value as a JSON answer.
pub(super) fn json<T: Strict>(value: &T) -> Response {
    let text = strict_json::write(value);
    ([(header::CONTENT_TYPE, "application/json")], Body::from(text)).into_response()
}

/// What an answer made from State depends on: the entries it has seen, and the minute, since stages change by the clock.
pub(super) fn tag(size: u64, now_ms: u64) -> String {
    format!("\"{size}-{}\"", now_ms / 60_000)
}

/// Whether the asker has the answer of that tag already.
pub(super) fn has(headers: &HeaderMap, tag: &str) -> bool {
    headers.get(header::IF_NONE_MATCH).is_some_and(|held| held.as_bytes() == tag.as_bytes())
}

/// Nothing new.
pub(super) fn unchanged(tag: &str) -> Response {
    tagged(StatusCode::NOT_MODIFIED.into_response(), tag)
}

/// An answer with its tag. Private, since many answers are for one reader.
pub(super) fn tagged(mut response: Response, tag: &str) -> Response {
    if let Ok(tag) = HeaderValue::from_str(tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    // Two readers can use one browser.
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("authorization"));
    response
}
