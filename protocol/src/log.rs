//! The log: entries placed and dated, and the door through which they come.
//!
//! [`Log`] is a [`State`] with the Merkle tree of the leaves that made it. The server lets entries in with
//! [`Log::accept`]; an auditor takes them as they are with [`Log::replay`]. Both run the same checks in the same order.

use crate::admit::{Admitted, admit};
use crate::apply::{Change, check};
use crate::blob::{Evidence, Missing};
use crate::body::Body;
use crate::envelope::{BodyReader, Entry, Verified, View, verify_reading};
use crate::id::Hash;
use crate::merkle::{MerkleTree, leaf_hash};
use crate::rejection::{Code, Rejection, require};
use crate::state::State;

/// An entry that the server has given a place and a date. Both are hashed into the leaf, so both are evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// The place, from 0.
    pub index: u64,
    /// When the server read the request, never before the entry ahead of it; in milliseconds since 1970.
    pub received_ms: u64,
    /// What was signed.
    pub entry: Verified<Entry>,
}

impl LogEntry {
    /// The bytes of the leaf: `received_ms` as eight bytes, big end first, then the envelope.
    pub fn leaf(&self) -> Vec<u8> {
        let parts: [&[u8]; 2] = [&self.received_ms.to_be_bytes(), self.entry.bytes()];
        parts.concat()
    }

    /// The leaf's hash (RFC 6962).
    pub fn leaf_hash(&self) -> Hash {
        leaf_hash(&self.leaf())
    }

    /// Reads a leaf back and checks its signature.
    ///
    /// # Errors
    /// Those of [`crate::verify`].
    pub fn from_leaf(index: u64, leaf: &[u8]) -> Result<Self, Rejection> {
        Self::from_leaf_reading(index, leaf, Body::decode)
    }

    /// [`Self::from_leaf`] with another reader of bodies.
    ///
    /// # Errors
    /// Those of [`verify_reading`].
    pub fn from_leaf_reading(index: u64, leaf: &[u8], read: BodyReader) -> Result<Self, Rejection> {
        let (received_ms, envelope) = split_leaf(leaf)?;
        let entry = verify_reading(envelope, read)?;
        Ok(Self { index, received_ms, entry })
    }
}

/// The time and the envelope of a leaf.
pub(crate) fn split_leaf(leaf: &[u8]) -> Result<(u64, &[u8]), Rejection> {
    let (received, envelope) = leaf.split_first_chunk::<8>().ok_or(Code::Truncated)?;
    Ok((u64::from_be_bytes(*received), envelope))
}

/// Checks that the author has seen this log and no other.
///
/// # Errors
/// `VIEW_AHEAD`, `VIEW_MISMATCH`.
pub fn check_view(tree: &MerkleTree, view: &View) -> Result<(), Rejection> {
    let root = tree.root_at(view.size).ok_or(Code::ViewAhead)?;
    require(root == view.root, Code::ViewMismatch)
}

/// An entry that the rules would let in at a place, with what it would do there.
#[derive(Debug)]
pub struct Judged {
    entry: LogEntry,
    change: Change,
}

/// A state and the tree of the leaves that made it.
#[derive(Clone, Debug, Default)]
pub struct Log {
    state: State,
    tree: MerkleTree,
}

impl Log {
    /// An empty log.
    pub fn new() -> Self {
        Self::default()
    }

    /// What the log means so far.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Its leaves' tree.
    pub fn tree(&self) -> &MerkleTree {
        &self.tree
    }

    /// The checkpoint an author would name now.
    pub fn view(&self) -> View {
        View { size: self.tree.size(), root: self.tree.root() }
    }

    /// Lets an entry in at the next place. On a refusal nothing has changed.
    ///
    /// # Errors
    /// Any [`Code`] of the view, the rules or the evidence. `BLOB_MISSING` and `OPENING_MISSING` too: at the door
    /// everything an entry names must have come along.
    pub fn accept(
        &mut self,
        entry: Verified<Entry>,
        received_ms: u64,
        evidence: &Evidence,
    ) -> Result<LogEntry, Rejection> {
        let judged = self.judge(entry, received_ms)?;
        self.let_in(judged, evidence)
    }

    /// The first half of [`Log::accept`]: whether the log itself lets an entry in at the next place. Nothing of what it
    /// names has to be fetched for that, so nobody without the right to can make us fetch and count.
    ///
    /// # Errors
    /// Any [`Code`] of the view or the rules.
    pub fn judge(&self, entry: Verified<Entry>, received_ms: u64) -> Result<Judged, Rejection> {
        let entry = LogEntry { index: self.state.size(), received_ms, entry };
        check_view(&self.tree, &entry.entry.view())?;
        let change = check(&self.state, &entry)?;
        Ok(Judged { entry, change })
    }

    /// The second half: holds what was judged against its evidence, and lets it in. On a refusal nothing has changed.
    ///
    /// # Errors
    /// Any [`Code`] of the evidence; `WRONG_INDEX` if another entry has come in since it was judged.
    pub fn let_in(&mut self, judged: Judged, evidence: &Evidence) -> Result<LogEntry, Rejection> {
        let Judged { entry, change } = judged;
        require(entry.index == self.state.size(), Code::WrongIndex)?;
        let admitted = admit(&self.state, &entry.entry, evidence)?;
        admitted.missing().map_or(Ok(()), Missing::refuse)?;
        change.carry_out(&mut self.state);
        self.tree.push(entry.leaf_hash());
        Ok(entry)
    }

    /// Takes a logged entry as it is. An error is evidence against the server: a leaf stands in the log that its own
    /// rules refuse.
    ///
    /// # Errors
    /// Any [`Code`] of the view, the rules or the evidence; never one for absent evidence, which may have been erased
    /// by law and leaves what was stated as it was stated; but for a stated figure that nothing absent could make true.
    pub fn replay(&mut self, entry: &LogEntry, evidence: &Evidence) -> Result<Admitted, Rejection> {
        check_view(&self.tree, &entry.entry.view())?;
        let change = check(&self.state, entry)?;
        let admitted = admit(&self.state, &entry.entry, evidence)?;
        change.carry_out(&mut self.state);
        self.tree.push(entry.leaf_hash());
        Ok(admitted)
    }
}
