//! Reading a log again whose beginning its own key has signed.
//!
//! Whoever signs a head has verified every entry beneath it. So leaves that hash to a signed head's root hold no signature
//! that has to be checked again by whoever has the log's key: it is the rules that are run again, and the root that is held
//! against the leaves before anything that was read is given out. An auditor, who trusts no key of the log, replays with
//! [`LogEntry::from_leaf`].

use std::collections::BTreeSet;

use crate::blob::Evidence;
use crate::body::Body;
use crate::checkpoint::SignedHead;
use crate::envelope::verified_beneath;
use crate::id::BlobId;
use crate::log::{Log, LogEntry, split_leaf};
use crate::rejection::{Code, Rejection, require};

/// The blobs that a leaf beneath a signed head names. Nothing else is said of it: its signature was checked when it was let in,
/// and whoever is given the leaf checks it again.
///
/// # Errors
/// Those of [`crate::verify`], without the signature's.
pub fn named_beneath(leaf: &[u8], head: &SignedHead) -> Result<BTreeSet<BlobId>, Rejection> {
    let (_, envelope) = split_leaf(leaf)?;
    Ok(verified_beneath(envelope, Body::decode, head)?.body().named_blobs().into_iter().collect())
}

/// A log that is being read again, up to a signed head.
#[derive(Debug)]
pub struct Resuming {
    head: SignedHead,
    log: Log,
}

impl Resuming {
    /// Begins with the first leaf.
    pub fn new(head: SignedHead) -> Self {
        Self { head, log: Log::new() }
    }

    /// The place of the next leaf.
    pub fn next(&self) -> u64 {
        self.log.state().size()
    }

    /// How many leaves the head still covers.
    pub fn left(&self) -> u64 {
        self.head.checkpoint().size.saturating_sub(self.next())
    }

    /// Takes the next leaf.
    ///
    /// # Errors
    /// `VIEW_AHEAD` beyond the head; any [`Code`] of the form, the view, the rules or the evidence.
    pub fn take(&mut self, leaf: &[u8]) -> Result<(), Rejection> {
        require(self.left() > 0, Code::ViewAhead)?;
        let (received_ms, envelope) = split_leaf(leaf)?;
        let entry = verified_beneath(envelope, Body::decode, &self.head)?;
        let entry = LogEntry { index: self.next(), received_ms, entry };
        // Totals were checked when they were let in.
        self.log.replay(&entry, &Evidence::new()).map(drop)
    }

    /// The log, which has the head.
    ///
    /// # Errors
    /// `VIEW_AHEAD` if leaves are missing, `VIEW_MISMATCH` if they are other ones than those that were signed.
    pub fn finish(self) -> Result<Log, Rejection> {
        require(self.left() == 0, Code::ViewAhead)?;
        require(self.log.tree().root() == self.head.checkpoint().root, Code::ViewMismatch)?;
        Ok(self.log)
    }
}
