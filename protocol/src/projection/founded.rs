//! An estate: its founding entry, which says whose signature to believe.

use crate::body::{Body, Genesis};
use crate::checkpoint::Checkpoint;
use crate::envelope::BodyReader;
use crate::id::EstateId;
use crate::log::LogEntry;
use crate::rejection::{Code, Rejection};
use crate::view::{EstateView, Served};
use crate::wire::Proven;

/// An estate, proven by its own id: that is the hash of the founding entry, which names the key of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Founded {
    /// What the founding entry says.
    pub genesis: Genesis,
    /// The newest checkpoint, which that entry's log key has signed.
    pub seen: Checkpoint,
}

impl Founded {
    /// The estate of that id.
    ///
    /// # Errors
    /// `WRONG_ESTATE` if another entry is shown, `GENESIS_MISSING` if it founds nothing, and those of [`Served::open`].
    pub fn of(answer: &Served<EstateView>, estate: &EstateId, read: BodyReader) -> Result<Self, Rejection> {
        let own = |shown: &&Proven| shown.id().is_ok_and(|id| EstateId::from(id) == *estate);
        let missing = if answer.entries.is_empty() { Code::GenesisMissing } else { Code::WrongEstate };
        let shown = answer.entries.iter().find(own).ok_or(missing)?;
        // Before there is a key to believe: the id is a hash, so it proves what it is the hash of.
        let first = LogEntry::from_leaf_reading(0, &shown.leaf.0, read)?;
        let Body::Genesis(genesis) = first.entry.into_body() else {
            return Err(Code::GenesisMissing.into());
        };
        if shown.index != 0 {
            return Err(Code::GenesisMissing.into());
        }
        let seen = answer.open((estate, &genesis.log_key), read)?.checkpoint;
        Ok(Self { genesis, seen })
    }
}
