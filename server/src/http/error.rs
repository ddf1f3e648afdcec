//! What goes wrong, as a status and `{code, detail}`.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::wire::Refusal;

use super::answer::json;
use crate::estates::OpenError;
use crate::store::StoreError;
use crate::writer::Refused;

/// Why a request is not answered as asked.
#[derive(Debug)]
pub(crate) enum ApiError {
    /// The rule book refuses.
    Rejected(Rejection),
    RouteUnknown,
    MethodNotAllowed,
    EstateUnknown,
    NotFound(&'static str),
    SubmissionForm(String),
    SubmissionTooLarge,
    PassRequired,
    TooFast {
        retry_after_s: u64,
    },
    ClockBehind,
    ClockParted,
    HistorySplit,
    Unavailable,
}

impl ApiError {
    fn status(&self) -> StatusCode {
        match self {
            ApiError::Rejected(rejection) => status_of(rejection.code),
            ApiError::RouteUnknown | ApiError::EstateUnknown | ApiError::NotFound(_) => StatusCode::NOT_FOUND,
            ApiError::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            ApiError::SubmissionForm(_) => StatusCode::BAD_REQUEST,
            ApiError::SubmissionTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            ApiError::PassRequired => StatusCode::UNAUTHORIZED,
            ApiError::TooFast { .. } => StatusCode::TOO_MANY_REQUESTS,
            ApiError::ClockBehind
            | ApiError::ClockParted
            | ApiError::HistorySplit
            | ApiError::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn refusal(&self) -> Refusal {
        let (code, detail) = match self {
            ApiError::Rejected(rejection) => return Refusal::from(rejection),
            ApiError::RouteUnknown => {
                ("ROUTE_UNKNOWN", "There is nothing at this address; see /api/openapi.json.")
            }
            ApiError::MethodNotAllowed => {
                ("METHOD_NOT_ALLOWED", "This address does not take that method; see /api/openapi.json.")
            }
            ApiError::EstateUnknown => {
                ("ESTATE_UNKNOWN", "This server keeps no such estate; check the address.")
            }
            ApiError::NotFound(what) => {
                return Refusal {
                    code: "NOT_FOUND".to_owned(),
                    detail: format!("There is no such {what} here; check the address."),
                };
            }
            ApiError::SubmissionForm(detail) => {
                let sentence = "The request is not a submission: {blobs, envelope}";
                return Refusal {
                    code: "SUBMISSION_FORM".to_owned(),
                    detail: format!("{sentence} ({detail})"),
                };
            }
            ApiError::SubmissionTooLarge => {
                ("SUBMISSION_TOO_LARGE", "An entry with its documents has at most 1 MiB; send less at once.")
            }
            ApiError::PassRequired => (
                "PASS_REQUIRED",
                "Only people of the estate may read this; send a pass in the authorization header.",
            ),
            ApiError::TooFast { .. } => (
                "TOO_FAST",
                "Too much came from this key or address in a short time; wait and send the same bytes again.",
            ),
            ApiError::ClockBehind => (
                "CLOCK_BEHIND",
                "The server's clock is behind what stands in the log, so it dates nothing now; nothing was lost, send \
                 the same bytes again later.",
            ),
            ApiError::ClockParted => (
                "CLOCK_PARTED",
                "The server's clock is wrong, so it takes nothing now; nothing was lost, try again later.",
            ),
            ApiError::HistorySplit => (
                "HISTORY_SPLIT",
                "The server has found another log than the one that it signed, so this estate has stopped; keep what \
                 you have signed and every receipt, and tell whoever runs the server.",
            ),
            ApiError::Unavailable => {
                ("UNAVAILABLE", "The server cannot answer now; send the same bytes again, that is safe.")
            }
        };
        Refusal { code: code.to_owned(), detail: detail.to_owned() }
    }
}

/// Malformed 400, wrong signature or pass 401, not allowed 403, too long 413; every other broken rule 409.
fn status_of(code: Code) -> StatusCode {
    match code {
        Code::TooLarge | Code::BlobTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Code::Truncated
        | Code::TrailingBytes
        | Code::UnknownVersion
        | Code::UnknownKind
        | Code::NumberTooLarge
        | Code::BodySchema
        | Code::BodyNotCanonical
        | Code::BlobKind
        | Code::BlobPayload
        | Code::BlobUnnamed => StatusCode::BAD_REQUEST,
        Code::KeyNotCanonical
        | Code::BadSignature
        | Code::BadCodeSignature
        | Code::UnknownKey
        | Code::KeyRevoked
        | Code::PassForm
        | Code::PassExpired => StatusCode::UNAUTHORIZED,
        Code::MissingCapability => StatusCode::FORBIDDEN,
        _ => StatusCode::CONFLICT,
    }
}

impl From<Rejection> for ApiError {
    fn from(rejection: Rejection) -> Self {
        ApiError::Rejected(rejection)
    }
}

impl From<Code> for ApiError {
    fn from(code: Code) -> Self {
        ApiError::Rejected(code.into())
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        // The cause is for the operator; whoever asked learns only that it is not their fault.
        tracing::error!(%error, "the store failed a reader");
        ApiError::Unavailable
    }
}

impl From<OpenError> for ApiError {
    fn from(error: OpenError) -> Self {
        tracing::error!(%error, "a log cannot be read");
        Refused::from(error).into()
    }
}

impl From<Refused> for ApiError {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Rejected(rejection) => ApiError::Rejected(rejection),
            Refused::EstateUnknown => ApiError::EstateUnknown,
            Refused::ClockBehind => ApiError::ClockBehind,
            Refused::HistorySplit => ApiError::HistorySplit,
            Refused::Unavailable => ApiError::Unavailable,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = (self.status(), json(&self.refusal())).into_response();
        let retry_after_s = match self {
            ApiError::TooFast { retry_after_s } => Some(retry_after_s),
            ApiError::Unavailable | ApiError::ClockBehind | ApiError::ClockParted => Some(2),
            _ => None,
        };
        if let Some(seconds) = retry_after_s {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
