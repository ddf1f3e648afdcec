//! The log's Merkle tree (RFC 6962, section 2.1): roots, inclusion and consistency proofs.
//!
//! Written here rather than taken from a crate because every entry names a root of any *past* size and receipts are
//! checked from a leaf's *hash*; `ct-merkle` offers neither, and serves in the tests as a second opinion.

use sha2::{Digest, Sha256};

use crate::id::Hash;
use crate::shared::List;

/// The hash of a leaf: SHA-256(0x00 ‖ leaf).
pub fn leaf_hash(leaf: &[u8]) -> Hash {
    Hash::from_bytes(Sha256::new_with_prefix([0x00]).chain_update(leaf).finalize().into())
}

/// The hash of an inner node: SHA-256(0x01 ‖ left ‖ right).
fn node_hash(left: &Hash, right: &Hash) -> Hash {
    let hasher = Sha256::new_with_prefix([0x01]).chain_update(left.as_bytes()).chain_update(right.as_bytes());
    Hash::from_bytes(hasher.finalize().into())
}

/// The root of a tree without leaves: SHA-256 of nothing.
pub fn empty_root() -> Hash {
    Hash::from_bytes(Sha256::digest([]).into())
}

/// All complete subtrees of a log: about 64 bytes a leaf, and any past root or proof in O(log² n) hashes.
#[derive(Clone, Debug, Default)]
pub struct MerkleTree {
    /// `levels[k]` holds the hashes of the complete subtrees of 2^k leaves, from left to right.
    levels: Vec<List<Hash>>,
}

impl MerkleTree {
    /// A tree without leaves.
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of leaves.
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, |leaves| to_u64(leaves.len()))
    }

    /// Appends a leaf by its hash, and completes the subtrees that end with it.
    pub fn push(&mut self, leaf: Hash) {
        let mut hash = leaf;
        for level in &mut self.levels {
            let left = level.len().checked_sub(1).filter(|place| place.is_multiple_of(2));
            let left = left.and_then(|place| level.get(place)).copied();
            level.push(hash);
            let Some(left) = left else { return };
            hash = node_hash(&left, &hash);
        }
        self.levels.push([hash].into_iter().collect());
    }

    /// The hash of a leaf.
    pub fn leaf(&self, index: u64) -> Option<Hash> {
        self.levels.first()?.get(usize::try_from(index).ok()?).copied()
    }

    /// The hash over the leaves `place * 2^height .. (place + 1) * 2^height`, or `None` if there are not so many.
    pub fn complete(&self, height: u32, place: u64) -> Option<Hash> {
        self.levels.get(usize::try_from(height).ok()?)?.get(usize::try_from(place).ok()?).copied()
    }

    /// The root over the first `size` leaves, or `None` if there are fewer.
    pub fn root_at(&self, size: u64) -> Option<Hash> {
        if size == 0 { Some(empty_root()) } else { self.subtree(0, size) }
    }

    /// The root over all leaves.
    pub fn root(&self) -> Hash {
        // INVARIANT: a tree has a root at its own size.
        self.root_at(self.size()).unwrap_or_else(empty_root)
    }

    /// The path from leaf `index` to the root over the first `size` leaves, or `None` if there is no such leaf.
    pub fn inclusion_proof(&self, index: u64, size: u64) -> Option<Vec<Hash>> {
        if index >= size || size > self.size() {
            return None;
        }
        let mut path = Vec::new();
        let (mut from, mut until) = (0, size);
        while let Some(middle) = split(from, until) {
            if index < middle {
                path.push(self.subtree(middle, until)?);
                until = middle;
            } else {
                path.push(self.subtree(from, middle)?);
                from = middle;
            }
        }
        path.reverse();
        Some(path)
    }

    /// The proof that the first `old` leaves begin the first `new` ones, or `None` if there are fewer leaves, or none
    /// to begin with. Empty for equal sizes.
    pub fn consistency_proof(&self, old: u64, new: u64) -> Option<Vec<Hash>> {
        if old == 0 || old > new || new > self.size() {
            return None;
        }
        let mut path = Vec::new();
        let (mut from, mut until, mut old_is_whole) = (0, new, true);
        // Walk down to the subtree that ends where the old tree ended.
        while until != old {
            let middle = split(from, until)?;
            if old <= middle {
                path.push(self.subtree(middle, until)?);
                until = middle;
            } else {
                path.push(self.subtree(from, middle)?);
                from = middle;
                old_is_whole = false;
            }
        }
        if !old_is_whole {
            path.push(self.subtree(from, until)?);
        }
        path.reverse();
        Some(path)
    }

    /// The hash over leaves `from..until`, where `from` is where some subtree of a tree begins.
    fn subtree(&self, from: u64, until: u64) -> Option<Hash> {
        let width = until.checked_sub(from).filter(|width| *width > 0)?;
        if width.is_power_of_two() {
            return self.complete(width.trailing_zeros(), from.checked_div(width)?);
        }
        let middle = split(from, until)?;
        Some(node_hash(&self.subtree(from, middle)?, &self.subtree(middle, until)?))
    }
}

/// Where RFC 6962 divides `from..until`: after the largest power of two smaller than its width. `None` for one leaf.
fn split(from: u64, until: u64) -> Option<u64> {
    let width = until.checked_sub(from)?;
    if width < 2 {
        return None;
    }
    let left = width.div_ceil(2).checked_next_power_of_two()?;
    from.checked_add(left)
}

/// Whether `leaf` stands at `index` in the tree of `size` leaves with that `root`.
pub fn proves_inclusion(leaf: Hash, index: u64, size: u64, root: &Hash, proof: &[Hash]) -> bool {
    if index >= size {
        return false;
    }
    let (mut from, mut until) = (0, size);
    // The way down: on which side of each split the leaf lies.
    let mut turns = Vec::new();
    while let Some(middle) = split(from, until) {
        let left = index < middle;
        if left {
            until = middle;
        } else {
            from = middle;
        }
        turns.push(left);
    }
    if turns.len() != proof.len() {
        return false;
    }
    let climb = |hash, (left, sibling): (&bool, &Hash)| {
        if *left { node_hash(&hash, sibling) } else { node_hash(sibling, &hash) }
    };
    turns.iter().rev().zip(proof).fold(leaf, climb) == *root
}

/// Whether the tree of `old_size` leaves begins the tree of `new_size` leaves. Every tree begins with the empty one, so
/// that is no question and never proven.
pub fn proves_consistency(
    (old_size, old_root): (u64, &Hash),
    (new_size, new_root): (u64, &Hash),
    proof: &[Hash],
) -> bool {
    if old_size == 0 || old_size > new_size {
        return false;
    }
    let (mut from, mut until) = (0, new_size);
    let mut turns = Vec::new();
    while until != old_size {
        let Some(middle) = split(from, until) else {
            return false;
        };
        let left = old_size <= middle;
        if left {
            until = middle;
        } else {
            from = middle;
        }
        turns.push(left);
    }
    // If the old tree is a subtree of the new one, the proof leaves its root out.
    let (start, path) = match proof.split_first() {
        _ if from == 0 => (*old_root, proof),
        Some((first, rest)) => (*first, rest),
        None => return false,
    };
    if turns.len() != path.len() {
        return false;
    }
    let (mut old_hash, mut new_hash) = (start, start);
    for (left, sibling) in turns.iter().rev().zip(path) {
        if *left {
            new_hash = node_hash(&new_hash, sibling);
        } else {
            new_hash = node_hash(sibling, &new_hash);
            old_hash = node_hash(sibling, &old_hash);
        }
    }
    old_hash == *old_root && new_hash == *new_root
}

fn to_u64(value: usize) -> u64 {
    // INVARIANT: no supported machine has addresses of more than 64 bits.
    u64::try_from(value).unwrap_or(u64::MAX)
}
