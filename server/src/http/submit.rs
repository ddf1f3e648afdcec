//! `POST …/entries`: an entry with its blobs comes in, a receipt goes out.
//!
//! The order of work: form, signature, whose key it is, how fast that one writes; then the writer asks the rules, and only
//! then what the entry rests on. Nobody who is not enrolled makes the writer do anything, except by a letter that opens.

use axum::body::Bytes;
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use tokio::time::timeout;
use yishi_protocol::apply::{Author, author};
use yishi_protocol::envelope::{Entry, Verified};
use yishi_protocol::rejection::Rejection;
use yishi_protocol::verify;
use yishi_protocol::wire::{Receipt, Submission};

use super::App;
use super::answer::json;
use super::error::ApiError;
use super::frozen::Frozen;
use super::reader::estate;
use crate::published::Published;
use crate::serving::Asker;

pub(super) async fn submit(
    State(app): State<App>,
    Path(estate_id): Path<String>,
    request: Request,
) -> Result<Response, ApiError> {
    let asker: Asker = request.extensions().get().copied().unwrap_or_default();
    let stranger = |refusal| {
        let too_fast = asker.address.and_then(|address| app.limits.take_from(address).err());
        too_fast.unwrap_or(refusal)
    };
    let submission = form(request, asker).await;
    // Stamped when the request is read, before any waiting.
    let received_ms = app.now_ms()?;
    let estate = estate(&app, &estate_id).await?;
    let submission = submission.map_err(stranger)?;
    // Signature and form are checked here, many requests at once; the writer judges in order.
    let entry = verify(&submission.envelope.0).map_err(|rejection| stranger(rejection.into()))?;
    let mut by = standing(&estate.published(), &entry, received_ms);
    if by.is_err() {
        // Another server may have taken something that this one has not read yet.
        by = standing(&*estate.read(&*app.store, &*app.lock).await?, &entry, received_ms);
    }
    match by {
        Ok(Author::Known) => app.limits.take(&entry.author())?,
        Ok(Author::Newcomer) => {}
        // Everybody can read what was signed, and send it again: it has the place it had, and its author's allowance is
        // not touched.
        Ok(Author::Again) => match again(&app, &estate_id, &entry).await? {
            Again::Proven(receipt) => return Ok(json(&receipt)),
            // The writer signs it.
            Again::Unsigned => {}
            Again::Not(rejection) => return Err(stranger(rejection.into())),
        },
        Err(rejection) => {
            let refusal = stranger(rejection.into());
            if matches!(refusal, ApiError::TooFast { .. }) {
                return Err(refusal);
            }
            return match again(&app, &estate_id, &entry).await? {
                Again::Proven(receipt) => Ok(json(&receipt)),
                Again::Unsigned | Again::Not(_) => Err(refusal),
            };
        }
    }
    submission.evidence(&entry)?;
    Ok(json(&app.writer.submit(estate.id, entry, submission.blobs, received_ms).await?))
}

/// Reads a submission, in the time that there is for it.
async fn form(request: Request, asker: Asker) -> Result<Submission, ApiError> {
    let body = timeout(asker.body_time, Bytes::from_request(request, &())).await;
    let body = body.map_err(|_| ApiError::Unavailable)?.map_err(|rejection| {
        match rejection.into_response().status() {
            StatusCode::PAYLOAD_TOO_LARGE => ApiError::SubmissionTooLarge,
            _ => ApiError::SubmissionForm("the body broke off".to_owned()),
        }
    })?;
    crate::json::read(&body).map_err(|rejection| {
        ApiError::SubmissionForm(rejection.detail.unwrap_or_else(|| rejection.code.to_string()))
    })
}

/// Who signed, by a log. A newcomer's entry is judged by it: by then only the evidence can refuse it.
fn standing(published: &Published, entry: &Verified<Entry>, received_ms: u64) -> Result<Author, Rejection> {
    let state = published.log.state();
    let judge = |author| match author {
        Author::Known | Author::Again => Ok(author),
        Author::Newcomer => {
            let received_ms = received_ms.max(state.last_received_ms());
            published.log.judge(entry.clone(), received_ms).map(|_| author)
        }
    };
    author(state, entry).and_then(judge)
}

/// Whether an entry that comes again stands in the log.
enum Again {
    /// Under the signed checkpoint.
    Proven(Receipt),
    /// It is kept, and not signed yet.
    Unsigned,
    /// It does not, and this is what it broke.
    Not(Rejection),
}

async fn again(app: &App, estate_id: &str, entry: &Verified<Entry>) -> Result<Again, ApiError> {
    let frozen = Frozen::open(app, estate_id).await?;
    match app.store.index_of(&frozen.estate.id, &entry.id()).await? {
        None => Ok(Again::Not(frozen.refusal(entry))),
        Some(index) if index >= frozen.signed_size() => Ok(Again::Unsigned),
        Some(index) => {
            let proven = frozen.proven_at(index).await?;
            Ok(Again::Proven(Receipt { checkpoint: frozen.note(), proven }))
        }
    }
}
