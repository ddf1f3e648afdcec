//! `POST …/entries`: an entry with its blobs comes in, a receipt goes out.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use yishi_protocol::verify;
use yishi_protocol::wire::Submission;

use super::App;
use super::answer::json;
use super::error::ApiError;
use super::reader::estate;

pub(super) async fn submit(
    State(app): State<App>,
    Path(estate_id): Path<String>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, ApiError> {
    // Stamped when the request is read, before any waiting.
    let received_ms = app.now_ms()?;
    let body = body.map_err(|rejection| match rejection.into_response().status() {
        StatusCode::PAYLOAD_TOO_LARGE => ApiError::SubmissionTooLarge,
        _ => ApiError::SubmissionForm("the body broke off".to_owned()),
    })?;
    let estate = estate(&app, &estate_id).await?;
    let submission: Submission = crate::json::read(&body).map_err(|rejection| {
        ApiError::SubmissionForm(rejection.detail.unwrap_or_else(|| rejection.code.to_string()))
    })?;
    // Signature, form and blobs are checked here, many requests at once; the writer judges in order.
    let entry = verify(&submission.envelope.0)?;
    submission.evidence(&entry)?;
    app.limits.take(&entry.author())?;
    let receipt = app.writer.submit(estate.id, entry, submission.blobs, received_ms).await?;
    Ok(json(&receipt))
}
