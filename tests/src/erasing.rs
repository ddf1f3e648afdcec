//! What is erased, in the bodies and blobs that say it.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{Capability, Erase, ErasureGround, Grant, OrgKind, Role};
use yishi_protocol::id::{BlobId, Hash};
use yishi_protocol::state::State;

use crate::matters::statement;
use crate::stairwell::{grant, hour};

fn of(blobs: &[BlobId], ground: ErasureGround, order: Option<BlobId>) -> Erase {
    let mut blobs = blobs.to_vec();
    blobs.sort();
    Erase { blobs, document: order.map(|_| Hash::from_bytes([7; 32])), ground, order }
}

/// Erases what is the author's own.
pub fn asked(blobs: &[BlobId]) -> Erase {
    of(blobs, ErasureGround::Asked, None)
}

/// Erases what nobody needs any more.
pub fn ended(blobs: &[BlobId]) -> Erase {
    of(blobs, ErasureGround::Ended, None)
}

/// Erases what a court ordered.
pub fn ordered(blobs: &[BlobId]) -> (Erase, Vec<Blob>) {
    let order = statement("人民法院裁定书，案号见纸质卷。");
    (of(blobs, ErasureGround::Ordered, Some(order.id())), vec![order])
}

/// An office of the residents' committee that keeps rolls too.
pub fn keeper(state: &State, name: &str) -> Grant {
    let office = (OrgKind::ResidentsCommittee, Role::ResidentsCommittee);
    grant(state, name, office, &[Capability::Roll], hour(12, 31, 0))
}
