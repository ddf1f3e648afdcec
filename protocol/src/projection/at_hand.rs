//! What a blob says, or why it does not: that it was erased is proven by who erased it, or not told. A server that keeps
//! words back has no `erase` to show for it.

use crate::body::{Body, ErasureGround, Kind};
use crate::id::{BlobId, PublicKey};
use crate::rejection::{Code, Rejection, require};
use crate::strict_json::{self, Strict};
use crate::view::{ErasedView, Opened};

/// What was erased, proven: by whom, why, when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone {
    /// The key that signed the `erase`.
    pub by: PublicKey,
    /// The key that confirmed it; none where its author asked for what is theirs.
    pub confirmed_by: Option<PublicKey>,
    /// Why.
    pub ground: ErasureGround,
    /// Since when, in milliseconds since 1970: when the entry came that put it in force.
    pub at_ms: u64,
}

/// What a blob says.
#[derive(Clone, Debug, PartialEq)]
pub enum AtHand<T> {
    /// It is here.
    Here(T),
    /// It was erased.
    Erased(Gone),
    /// It is not here, and nobody shows that it was erased: it was never sent, is not for this reader, or is kept back.
    Absent,
}

impl<T> AtHand<T> {
    /// What it says, if it is here.
    pub const fn as_ref(&self) -> Option<&T> {
        match self {
            AtHand::Here(said) => Some(said),
            AtHand::Erased(_) | AtHand::Absent => None,
        }
    }

    /// Whether it is here.
    pub const fn is_here(&self) -> bool {
        self.as_ref().is_some()
    }

    /// How it was erased, if it was.
    pub const fn gone(&self) -> Option<Gone> {
        match self {
            AtHand::Erased(gone) => Some(*gone),
            AtHand::Here(_) | AtHand::Absent => None,
        }
    }
}

impl<T: Strict> AtHand<T> {
    /// What the blob of that name says in an answer.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if it is called erased and the entries do not erase it; those of [`Opened::entry`].
    pub fn of(opened: &Opened<'_>, blob: &BlobId) -> Result<Self, Rejection> {
        if let Some(said) = opened.words(blob) {
            return Ok(AtHand::Here(said));
        }
        Ok(opened
            .erased(blob)
            .map(|erased| gone(opened, erased))
            .transpose()?
            .map_or(AtHand::Absent, AtHand::Erased))
    }
}

/// Reads what erases, and no other kind.
fn of_erasures(kind: Kind, body: &[u8]) -> Result<Body, Rejection> {
    if kind == Kind::Confirm {
        return strict_json::read(body).map(Body::Confirm);
    }
    require(kind == Kind::Erase, Code::AnswerMismatch)?;
    strict_json::read(body).map(Body::Erase)
}

/// That the entries erase the blob: what somebody asks for at once, all else by a second person.
fn gone(opened: &Opened<'_>, erased: &ErasedView) -> Result<Gone, Rejection> {
    let act = opened.entry_by(&erased.act, of_erasures)?;
    let (by, index, mut at_ms) = (act.entry.author(), act.index, act.received_ms);
    let Body::Erase(body) = act.entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
    let asked = body.ground == ErasureGround::Asked;
    require(body.blobs.contains(&erased.blob) && asked == erased.confirmed.is_none(), Code::AnswerMismatch)?;
    let mut confirmed_by = None;
    if let Some(confirmed) = &erased.confirmed {
        let second = opened.entry_by(confirmed, of_erasures)?;
        let Body::Confirm(confirm) = second.entry.body() else { return Err(Code::AnswerMismatch.into()) };
        let behind = confirm.entry == erased.act && second.index > index;
        require(behind && second.entry.author() != by, Code::AnswerMismatch)?;
        (at_ms, confirmed_by) = (second.received_ms, Some(second.entry.author()));
    }
    Ok(Gone { by, confirmed_by, ground: body.ground, at_ms })
}
