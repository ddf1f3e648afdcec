//! The offices of the reader.

use crate::body::{Body, Grant, Reach, Role, Seat};
use crate::rejection::{Code, Rejection, require};
use crate::view::{MeView, Opened};

/// The grants that the answer names, each proven and to the person of whom it speaks; whether one is in force is for whoever
/// knows the time.
///
/// # Errors
/// `ANSWER_MISMATCH` if an entry is neither a grant nor a seat, or is somebody else's; those of [`Opened::entry`].
pub fn grants(opened: &Opened<'_>, view: &MeView) -> Result<Vec<Grant>, Rejection> {
    let mut grants = Vec::new();
    for id in &view.grants {
        let body = opened.entry(id)?.entry.into_body();
        if let Body::Seat(seat) = &body {
            grants.push(sits(seat, view).ok_or(Code::AnswerMismatch)?);
            continue;
        }
        let Body::Grant(grant) = body else { return Err(Code::AnswerMismatch.into()) };
        require(grant.person == view.person, Code::AnswerMismatch)?;
        grants.push(grant);
    }
    Ok(grants)
}

/// What a seat gives the reader: all that a member may hold, as if somebody had granted it; none if it is not theirs.
fn sits(seat: &Seat, view: &MeView) -> Option<Grant> {
    seat.persons.contains(&view.person).then(|| Grant {
        caps: Role::Committee.capabilities().to_vec(),
        org: seat.org,
        person: view.person,
        reach: Reach::default(),
        role: Role::Committee,
        title: None,
        until_ms: seat.until_ms,
    })
}
