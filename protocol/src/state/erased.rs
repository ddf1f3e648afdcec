//! What was erased, and whose words may be.

use std::collections::BTreeSet;

use super::State;
use crate::body::ErasureGround;
use crate::id::{BlobId, EntryId, PersonId, PublicKey};
use crate::strict_json::Strict;

/// A blob that was erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct ErasedBlob {
    /// The `erase` entry.
    pub entry: EntryId,
    /// The place in the log of the entry that put it in force.
    pub index: u64,
    /// Why.
    pub ground: ErasureGround,
}

/// Who said something first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct SaidBlob {
    /// The place in the log of the entry that says it.
    pub index: u64,
    /// Who.
    pub person: PersonId,
    /// With which key.
    pub key: PublicKey,
}

impl State {
    /// How a blob was erased, if it was.
    pub fn erased(&self, blob: &BlobId) -> Option<&ErasedBlob> {
        self.erased.get(blob)
    }

    /// The blobs that the entries from a place on erased.
    pub fn erased_from(&self, index: u64) -> BTreeSet<BlobId> {
        self.erased.iter().filter(|(_, erased)| erased.index >= index).map(|(blob, _)| *blob).collect()
    }

    /// What a person said that is theirs to erase, by the places in the log from one on: the first entry that says each, and the
    /// blob.
    pub fn said_by(&self, person: &PersonId, from: u64) -> BTreeSet<(u64, BlobId)> {
        let of = |(blob, said): (&BlobId, &Option<SaidBlob>)| {
            let said = said.filter(|said| said.person == *person && said.index >= from)?;
            Some((said.index, *blob))
        };
        self.words.iter().filter_map(of).collect()
    }

    /// How many blobs were erased.
    pub fn number_erased(&self) -> u64 {
        u64::try_from(self.erased.len()).unwrap_or(u64::MAX)
    }
}
