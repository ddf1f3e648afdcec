//! The blobs that a check has at hand, and those it lacks.

use std::collections::BTreeMap;

use super::{Blob, BlobKind};
use crate::id::{BlobId, Hash};
use crate::rejection::{Code, Rejection, require};
use crate::strict_json::Strict;

/// The blobs at hand, each under the id its content gives. What is not here has been erased or was never sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    blobs: BTreeMap<BlobId, Blob>,
}

impl Evidence {
    /// No blobs.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a blob and returns its id.
    pub fn insert(&mut self, blob: Blob) -> BlobId {
        let id = blob.id();
        self.blobs.insert(id, blob);
        id
    }

    /// Takes a blob out, as an erasure does.
    pub fn remove(&mut self, id: &BlobId) -> Option<Blob> {
        self.blobs.remove(id)
    }

    /// The blob of that id.
    pub fn get(&self, id: &BlobId) -> Option<&Blob> {
        self.blobs.get(id)
    }

    /// The payload of a blob that an entry names as `kind` in `context`, or `None` if it is not at hand.
    ///
    /// # Errors
    /// `BLOB_KIND`, `BLOB_CONTEXT`, `BLOB_TOO_LARGE`, `BLOB_PAYLOAD`.
    pub(crate) fn read<T: Strict>(
        &self,
        id: &BlobId,
        kind: BlobKind,
        context: &Hash,
    ) -> Result<Option<T>, Rejection> {
        let Some(blob) = self.blobs.get(id) else {
            return Ok(None);
        };
        require(blob.kind == kind, Code::BlobKind)?;
        require(blob.context == *context, Code::BlobContext)?;
        blob.check()?;
        blob.open().map(Some)
    }
}

impl IntoIterator for Evidence {
    type Item = Blob;
    type IntoIter = std::collections::btree_map::IntoValues<BlobId, Blob>;

    /// The blobs, in ascending order of their ids.
    fn into_iter(self) -> Self::IntoIter {
        self.blobs.into_values()
    }
}

impl FromIterator<Blob> for Evidence {
    fn from_iter<I: IntoIterator<Item = Blob>>(blobs: I) -> Self {
        let mut evidence = Self::new();
        for blob in blobs {
            evidence.insert(blob);
        }
        evidence
    }
}

/// The blobs that are not at hand though something names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Areas, addresses, names, residents' words: what may be erased.
    pub blobs: Vec<BlobId>,
    /// What is never erased ([`BlobKind::is_lasting`]): words of agendas, consent texts, ledger pages.
    pub lasting: Vec<BlobId>,
    /// Openings of ballots that a count needs.
    pub openings: Vec<BlobId>,
    /// The other way round: what is at hand, of which an act states that it is missing.
    pub found: Vec<BlobId>,
}

impl Missing {
    /// Whether nothing is missing, and nothing is there that was stated to be.
    pub fn is_empty(&self) -> bool {
        !self.lacks() && self.found.is_empty()
    }

    /// Whether something is missing.
    pub fn lacks(&self) -> bool {
        !(self.blobs.is_empty() && self.lasting.is_empty() && self.openings.is_empty())
    }

    /// For the door, where everything must be at hand.
    ///
    /// # Errors
    /// `OPENING_MISSING`, `BLOB_MISSING` or `OPENING_FOUND`, naming the first one.
    pub fn refuse(&self) -> Result<(), Rejection> {
        match (self.openings.first(), self.lasting.first().or(self.blobs.first())) {
            (Some(opening), _) => Err(Rejection::with(Code::OpeningMissing, opening.to_string())),
            (None, Some(blob)) => Err(Rejection::with(Code::BlobMissing, blob.to_string())),
            (None, None) => match self.found.first() {
                Some(opening) => Err(Rejection::with(Code::OpeningFound, opening.to_string())),
                None => Ok(()),
            },
        }
    }
}
