//! Reading as a phone does: an answer, opened with its proofs by the one opener.

use yishi_protocol::body::Body;
use yishi_protocol::id::PublicKey;
use yishi_protocol::strict_json::Strict;
use yishi_protocol::view::{Opened, Served};

use crate::people::public;
use crate::post_office::{Failed, PostOffice};

/// What a server shows at an address below the estate's, to the key of a name or to nobody in particular.
///
/// # Errors
/// If it is refused, or is something else.
pub async fn shown<T: Strict>(
    office: &PostOffice,
    who: Option<&str>,
    path: &str,
) -> Result<Served<T>, Failed> {
    let answer = match who {
        Some(name) => office.get_as(name, path).await?,
        None => office.get(path).await?,
    };
    if !answer.status.is_success() {
        return Err(format!("{path}: {} {}", answer.status, answer.code()).into());
    }
    Ok(answer.json()?)
}

/// The answer, opened.
///
/// # Errors
/// If its proofs do not hold.
pub fn opened<'a, T>(office: &PostOffice, answer: &'a Served<T>) -> Result<Opened<'a>, Failed> {
    let log_key: PublicKey = public("log");
    Ok(answer.open((&office.estate, &log_key), Body::decode)?)
}
