//! A letter: the entry that published its code, and whose it is.

use crate::body::Body;
use crate::id::{PersonId, PublicKey};
use crate::projection::{Home, person_name};
use crate::rejection::{Code, Rejection, require};
use crate::state::CodeStanding;
use crate::view::{CodeView, Opened};

/// A letter. The person and who published it are proven, and so are the homes' addresses; that the homes are this person's, the
/// name and what has become of the letter are the server's word.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// Whose it is.
    pub person: PersonId,
    /// The key that published it.
    pub issuer: PublicKey,
    /// The person's name, if the reader holds the letter: a wrong one would be the person's own to notice.
    pub name: Option<String>,
    /// The person's homes, likewise.
    pub homes: Vec<Home>,
    /// Until when it works, in milliseconds since 1970.
    pub expires_ms: u64,
    /// What has become of it.
    pub standing: CodeStanding,
    /// How many letters it takes to enrol.
    pub letters: u32,
}

impl Letter {
    /// The letter of that code.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if the entry did not publish this code for this person; those of [`Opened::entry`] and
    /// [`Home::of_list`].
    pub fn of(opened: &Opened<'_>, view: &CodeView, code: &PublicKey) -> Result<Self, Rejection> {
        let published = opened.entry(&view.codes)?;
        let Body::Codes(codes) = published.entry.body() else { return Err(Code::AnswerMismatch.into()) };
        require(codes.codes.contains(&(view.person, *code)), Code::AnswerMismatch)?;
        Ok(Self {
            person: view.person,
            issuer: published.entry.author(),
            name: person_name(opened, view.name.as_ref()),
            homes: Home::of_list(opened, &view.homes)?,
            expires_ms: view.expires_ms,
            standing: view.standing,
            letters: view.letters,
        })
    }
}
