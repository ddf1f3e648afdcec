//! Which database has which history: what an operator asks when an estate has stopped, and what is asked before one goes on.
//!
//! Nothing is judged here and nothing is written: leaves are hashed and held against heads that were signed.

use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{EstateId, PublicKey};
use yishi_protocol::merkle::{MerkleTree, leaf_hash};

use crate::estates::OpenError;
use crate::lock::{CheckpointLock, Split};
use crate::store::{LogStore, StoreError};

/// How many leaves are read from the store at once.
const PAGE: u32 = 1000;

/// How a log stands to a head that was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has it.
    Has,
    /// It ends before it.
    Ends,
    /// It has other entries.
    Differs,
}

impl Standing {
    /// How the log with this tree stands to a head.
    pub fn of(tree: &MerkleTree, head: &Checkpoint) -> Self {
        match tree.root_at(head.size) {
            None => Self::Ends,
            Some(root) if root == head.root => Self::Has,
            Some(_) => Self::Differs,
        }
    }
}

/// Whether a log with this tree shows that no log has both of two heads: it has the longer one and not the other. That it has the
/// shorter one tells nothing, for two histories begin alike.
pub fn contradict(tree: &MerkleTree, one: &Checkpoint, other: &Checkpoint) -> bool {
    let (shorter, longer) = if one.size < other.size { (one, other) } else { (other, one) };
    let shows = |has, lacks| {
        Standing::of(tree, has) == Standing::Has && Standing::of(tree, lacks) == Standing::Differs
    };
    shows(longer, shorter) || (one.size == other.size && shows(shorter, longer))
}

/// The tree of the leaves that a store keeps of an estate.
///
/// # Errors
/// If the store does not answer.
pub async fn tree(store: &dyn LogStore, estate: &EstateId) -> Result<MerkleTree, StoreError> {
    let mut tree = MerkleTree::new();
    loop {
        let leaves = store.leaves(estate, tree.size(), PAGE).await?;
        if leaves.is_empty() {
            return Ok(tree);
        }
        for leaf in leaves {
            tree.push(leaf_hash(&leaf));
        }
    }
}

/// Whether a store still has the last leaf of a log in its place. Another history of the same length that was put there would be
/// written on, and what it lacks be gone behind a receipt.
///
/// # Errors
/// If the store does not answer.
pub(crate) async fn still_has_end(
    store: &dyn LogStore,
    estate: &EstateId,
    tree: &MerkleTree,
) -> Result<bool, StoreError> {
    let Some(last) = tree.size().checked_sub(1) else { return Ok(true) };
    let leaves = store.leaves(estate, last, 1).await?;
    Ok(leaves.first().map(|leaf| leaf_hash(leaf)) == tree.complete(0, last))
}

/// How many entries two logs begin with in common.
pub fn in_common(one: &MerkleTree, other: &MerkleTree) -> u64 {
    let same = |place: &u64| one.complete(0, *place) == other.complete(0, *place);
    let shorter = one.size().min(other.size());
    (0..shorter).find(|place| !same(place)).unwrap_or(shorter)
}

/// The signed heads of pairs that were kept, each once, the shortest first. What the log's key has not signed is none.
pub fn kept_heads(splits: &[Split], estate: &EstateId, log_key: &PublicKey) -> Vec<(Checkpoint, String)> {
    let mut heads: Vec<(Checkpoint, String)> = Vec::new();
    for Split { signed, .. } in splits {
        let Ok(head) = Checkpoint::open(signed, estate, log_key) else { continue };
        if heads.iter().all(|(known, _)| *known != head) {
            heads.push((head, signed.clone()));
        }
    }
    heads.sort_by_key(|(head, _)| (head.size, head.root));
    heads
}

/// That a log does not end before a head that was kept as evidence: it was signed too, even if the lock was brought back to an
/// older one since. Where it has another history than such a head, both were signed. No log has both, so that the lock's
/// decides, and what contradicts it stays kept and is said at each start.
///
/// # Errors
/// `BehindLock`; whatever keeps the log or the lock from being read.
pub(crate) async fn reaches_kept_heads(
    estate: &EstateId,
    log_key: &PublicKey,
    store: &dyn LogStore,
    lock: &dyn CheckpointLock,
) -> Result<(), OpenError> {
    let heads = kept_heads(&lock.splits(estate).await?, estate, log_key);
    if heads.is_empty() {
        return Ok(());
    }
    let tree = tree(store, estate).await?;
    for (head, note) in heads {
        match Standing::of(&tree, &head) {
            Standing::Has => {}
            Standing::Ends => return Err(OpenError::BehindLock { have: tree.size(), signed: head.size }),
            Standing::Differs => tracing::error!(
                %estate, %note,
                "this log does not have a head that was signed once: there were two histories. Whoever has seen that head can \
                 prove it; docs/SPLIT.md says what to do"
            ),
        }
    }
    Ok(())
}
