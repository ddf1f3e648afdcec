//! Our RFC 6962 tree against `ct-merkle` and against itself.

use ct_merkle::RootHash;
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use proptest::prelude::*;
use sha2::Sha256;
use yishi_protocol::id::Hash;
use yishi_protocol::merkle::{MerkleTree, empty_root, leaf_hash, proves_consistency, proves_inclusion};

fn leaf(number: u64) -> Vec<u8> {
    format!("leaf {number}").into_bytes()
}

fn tree(size: u64) -> MerkleTree {
    let mut tree = MerkleTree::new();
    for number in 0..size {
        tree.push(leaf_hash(&leaf(number)));
    }
    tree
}

fn second_opinion(size: u64) -> MemoryBackedTree<Sha256, Vec<u8>> {
    let mut tree = MemoryBackedTree::new();
    for number in 0..size {
        tree.push(leaf(number));
    }
    tree
}

fn flat(proof: &[Hash]) -> Vec<u8> {
    proof.iter().flat_map(|hash| *hash.as_bytes()).collect()
}

#[test]
fn roots_and_proofs_of_every_size_are_those_of_ct_merkle() {
    let whole = tree(70);
    for size in 1..=70 {
        let theirs = second_opinion(size);
        let root = whole.root_at(size).unwrap();
        assert_eq!(root.as_bytes()[..], theirs.root().as_bytes()[..], "{size}");
        for index in 0..size {
            let ours = whole.inclusion_proof(index, size).unwrap();
            assert_eq!(flat(&ours), theirs.prove_inclusion(usize::try_from(index).unwrap()).as_bytes());
            assert!(proves_inclusion(leaf_hash(&leaf(index)), index, size, &root, &ours));
        }
        for old in 1..=size {
            let ours = whole.consistency_proof(old, size).unwrap();
            let additions = usize::try_from(size - old).unwrap();
            assert_eq!(flat(&ours), theirs.prove_consistency(additions).as_bytes());
            let old_root = whole.root_at(old).unwrap();
            assert!(proves_consistency((old, &old_root), (size, &root), &ours));
            let theirs_old = RootHash::<Sha256>::new((*old_root.as_bytes()).into(), old);
            assert!(
                theirs.root().verify_consistency(&theirs_old, &theirs.prove_consistency(additions)).is_ok()
            );
        }
    }
}

#[test]
fn what_a_tree_does_not_have_it_does_not_prove() {
    let tree = tree(5);
    assert_eq!(tree.root_at(6), None);
    assert_eq!(tree.inclusion_proof(5, 5), None);
    assert_eq!(tree.inclusion_proof(0, 6), None);
    assert_eq!(tree.consistency_proof(4, 3), None);
    assert_eq!(tree.consistency_proof(3, 6), None);
    assert_eq!(tree.consistency_proof(0, 5), None);
    assert!(!proves_consistency((0, &empty_root()), (5, &tree.root()), &[]));
    assert!(!proves_consistency((0, &empty_root()), (0, &empty_root()), &[]));
}

proptest! {
    #[test]
    fn no_other_leaf_place_size_or_path_is_proven(
        size in 1_u64..40, index in 0_u64..40, place in 0_u64..40, other in 0_u64..80, flip in any::<(usize, u8)>(),
    ) {
        let index = index % size;
        let tree = tree(size);
        let (root, proof) = (tree.root(), tree.inclusion_proof(index, size).unwrap());
        let here = leaf_hash(&leaf(index));
        prop_assert_eq!(proves_inclusion(here, place, size, &root, &proof), place == index);
        if other != index {
            prop_assert!(!proves_inclusion(leaf_hash(&leaf(other)), index, size, &root, &proof));
        }
        let mut longer = proof.clone();
        longer.push(root);
        prop_assert!(!proves_inclusion(here, index, size, &root, &longer));
        if !proof.is_empty() {
            let mut bent = proof.clone();
            let at = flip.0 % bent.len();
            let mut bytes = *bent[at].as_bytes();
            bytes[flip.0 % 32] ^= flip.1 | 1;
            bent[at] = Hash::from_bytes(bytes);
            prop_assert!(!proves_inclusion(here, index, size, &root, &bent));
            prop_assert!(!proves_inclusion(here, index, size, &root, &proof[1..]));
        }
    }

    #[test]
    fn sizes_and_proofs_from_anywhere_are_answered(
        index in any::<u64>(), old in any::<u64>(), new in any::<u64>(), len in 0_usize..70,
    ) {
        let (hash, proof) = (Hash::ZERO, vec![Hash::ZERO; len]);
        prop_assert!(!proves_inclusion(hash, index, new, &hash, &proof));
        if old != new || old == 0 {
            prop_assert!(!proves_consistency((old, &hash), (new, &hash), &proof));
        }
    }
}
