//! A log as readers have it, and as whoever writes to it has it.

use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::EstateId;
use yishi_protocol::log::Log;
use yishi_protocol::wire::{Base64Bytes, Proven, Receipt};

use crate::lock::Head;

/// A log and the note over it: a value. What comes in afterwards is published as another one, so that whoever reads this one
/// holds nobody up, however long it takes, and an answer never mixes two heads.
#[derive(Clone, Debug)]
pub struct Published {
    /// What the log means.
    pub log: Log,
    /// The signed checkpoint.
    pub note: String,
    /// How many entries the checkpoint covers: all of them in what is published.
    pub signed_size: u64,
}

impl Published {
    /// A leaf of the log with its proof under the checkpoint. `None` if the log has no such entry.
    pub fn prove(&self, index: u64, leaf: Vec<u8>) -> Option<Proven> {
        let proof = self.log.tree().inclusion_proof(index, self.signed_size)?;
        Some(Proven { index, leaf: Base64Bytes(leaf), proof })
    }

    /// [`Published::prove`] with the checkpoint.
    pub fn receipt(&self, index: u64, leaf: Vec<u8>) -> Option<Receipt> {
        Some(Receipt { checkpoint: self.note.clone(), proven: self.prove(index, leaf)? })
    }

    /// The log's own head.
    pub(crate) fn head(&self, estate: &EstateId) -> Checkpoint {
        Checkpoint { estate: *estate, size: self.log.tree().size(), root: self.log.tree().root() }
    }
}

/// The log that is being written: what is published, and what was judged since and may not be kept yet.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) published: Published,
    /// What this server has signed last, whatever the lock says.
    pub(crate) own: Option<Head>,
    /// Where the lock stood when it was last found in this log: from there it is moved.
    pub(crate) lock: Option<Checkpoint>,
    /// Whether the log in memory may not be the one in the store, so that it must be held against it before anything is
    /// written.
    pub(crate) stale: bool,
    /// From which entry on the store has not erased yet what the log says is erased. It is asked until it has.
    pub(crate) unerased_from: u64,
}

impl Draft {
    /// Whether a leaf lies under the signed checkpoint.
    pub(crate) fn proves(&self, proven: &Proven) -> bool {
        self.own.as_ref().is_some_and(|head| proven.check(&head.checkpoint).is_ok())
    }
}
