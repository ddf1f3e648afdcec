//! The offices of the reader.

use crate::body::{Body, Grant};
use crate::rejection::{Code, Rejection, require};
use crate::view::{MeView, Opened};

/// The grants that the answer names, each proven and to the person of whom it speaks; whether one is in force is for whoever
/// knows the time.
///
/// # Errors
/// `ANSWER_MISMATCH` if an entry is no grant, or is to somebody else; those of [`Opened::entry`].
pub fn grants(opened: &Opened<'_>, view: &MeView) -> Result<Vec<Grant>, Rejection> {
    let mut grants = Vec::new();
    for id in &view.grants {
        let Body::Grant(grant) = opened.entry(id)?.entry.into_body() else {
            return Err(Code::AnswerMismatch.into());
        };
        require(grant.person == view.person, Code::AnswerMismatch)?;
        grants.push(grant);
    }
    Ok(grants)
}
