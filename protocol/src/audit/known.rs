//! What whoever asks for an audit knows already, and holds a log against: whose it is to be, and heads of it that they
//! have seen. Without these a server can shorten its log, or tell each reader another one, and each of them holds.

use crate::checkpoint::Checkpoint;
use crate::id::EstateId;
use crate::log::Log;
use crate::rejection::{Code, Rejection, require};
use crate::state::Estate;

/// What is known already.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The estate that was asked about; none if any will do.
    pub estate: Option<EstateId>,
    /// Signed heads that somebody has kept.
    pub seen: Vec<Seen>,
}

/// A signed head that somebody has kept.
#[derive(Clone, Debug)]
pub struct Seen {
    /// What its keeper calls it: the name of a file.
    pub name: String,
    /// The signed note.
    pub note: String,
}

impl Known {
    /// That an export says to be of the estate that was asked about.
    ///
    /// # Errors
    /// `EXPORT_ESTATE`.
    pub(super) fn check_estate(&self, estate: &EstateId) -> Result<(), Rejection> {
        match &self.estate {
            Some(asked) if asked != estate => {
                Err(Rejection::with(Code::ExportEstate, format!("it is of {estate}")))
            }
            _ => Ok(()),
        }
    }

    /// That each head that was seen is one of this log: signed by its key, no longer than it, with its root at its size.
    /// Returns how many there are.
    ///
    /// # Errors
    /// `CHECKPOINT_FORM`, `EXPORT_ESTATE`, `SEEN_SIGNATURE`, `SEEN_SHORTENED`, `SEEN_FORKED`; each says which.
    pub(super) fn check_seen(&self, log: &Log, estate: &Estate) -> Result<u64, Rejection> {
        let mut seen = 0_u64;
        for Seen { name, note } in &self.seen {
            let of = |code, what: &str| Rejection::with(code, format!("{name}{what}"));
            let head = Checkpoint::open(note, &estate.id, &estate.log_key).map_err(|rejection| {
                match rejection.code {
                    Code::WrongEstate => of(Code::ExportEstate, " is of another estate"),
                    Code::BadSignature => of(Code::SeenSignature, ""),
                    code => of(code, ""),
                }
            })?;
            let size = log.tree().size();
            let at = format!(": {} entries; the file has {size}", head.size);
            let root = log.tree().root_at(head.size).ok_or_else(|| of(Code::SeenShortened, &at))?;
            require(root == head.root, Code::SeenForked).map_err(|rejection| of(rejection.code, &at))?;
            seen = seen.saturating_add(1);
        }
        Ok(seen)
    }
}
