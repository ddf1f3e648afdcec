//! What may be erased, for whoever begins an erasure, and what would be, for whoever stands behind one.

use crate::id::{BlobId, EntryId};
use crate::state::ErasableSort;
use crate::strict_json::Strict;

/// Something that stands in the log and may be erased, or not yet.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ErasableView {
    /// Which blob.
    pub blob: BlobId,
    /// The code with which it is refused as what nobody needs any more; none if it is not.
    pub ended: Option<String>,
    /// An entry that names it, where the server has one: of words the one that said them, of a ballot the one that cast it.
    pub entry: Option<EntryId>,
    /// The code with which it is refused by order; none if it is not.
    pub ordered: Option<String>,
    /// What it is.
    pub sort: ErasableSort,
}

/// A page of what may be erased or not, in ascending order of the blobs.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ErasableList {
    /// What.
    pub erasable: Vec<ErasableView>,
    /// After which blob the next page begins; none on the last.
    pub next: Option<BlobId>,
}

/// What an erasure that waits would erase.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ErasureView {
    /// The `erase`.
    pub act: EntryId,
    /// All that it lists, in its order.
    pub erasable: Vec<ErasableView>,
}
