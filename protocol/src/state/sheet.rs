//! Ballots on paper: what clerks have read on a sheet, and whether two of them have read the same.

use std::collections::BTreeSet;

use super::Map;
use crate::body::PaperFlaw;
use crate::id::{BlobId, EntryId, Hash, OrgId, PartyId, PersonId};
use crate::strict_json::Strict;

/// What somebody has read on a sheet. Two readings are alike if all of this is.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct SheetContent {
    /// The marks. The salt of this blob is the same for everybody who reads the sheet, so that the same marks have one id.
    pub blob: BlobId,
    /// For whom it was filled in.
    pub party: PartyId,
    /// Who signed it; none if its only owner or all owners together.
    pub by: Option<PersonId>,
    /// Who helped the voter, if somebody did.
    pub assisted: Option<PersonId>,
    /// What makes all of it invalid.
    pub invalid: Option<PaperFlaw>,
    /// The numbers of the items that its marks leave invalid.
    pub spoilt: Vec<u32>,
    /// When it was handed over, in milliseconds since 1970.
    pub taken_ms: u64,
}

/// The newest reading of a sheet by one person.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Reading {
    /// Its entry.
    pub entry: EntryId,
    /// For which organisations.
    pub orgs: BTreeSet<OrgId>,
    /// What was read.
    pub content: SheetContent,
    /// How often this person has read the sheet.
    pub times: u32,
}

/// A sheet that somebody has read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Sheet {
    /// The newest reading of each person.
    pub readings: Map<PersonId, Reading>,
    /// The SHA-256 of scans of it, as readings gave them.
    pub scans: BTreeSet<Hash>,
    /// The openings that readings have named, those too that were corrected.
    pub blobs: BTreeSet<BlobId>,
    /// The place in the log of the reading that put it in the count.
    pub counted: Option<u64>,
}

/// What is known of a ballot that came on paper.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct LoggedPaper {
    /// The number of its sheet.
    pub sheet: u32,
    /// Whether all of it is invalid.
    pub invalid: bool,
    /// The numbers of the items that its marks leave invalid.
    pub spoilt: Vec<u32>,
    /// Who signed it; none if its only owner or all owners together.
    pub by: Option<PersonId>,
    /// Whether an owner has denied it.
    pub denied: bool,
}

impl Sheet {
    /// Whether persons have read it, and no two of them the same.
    pub fn is_mismatch(&self) -> bool {
        self.counted.is_none() && self.readings.len() > 1
    }
}
