//! RFC 6962 trees: roots and proofs that others have published.

use base64ct::{Base64, Encoding};
use libtest_mimic::Failed;
use serde::Deserialize;
use yishi_protocol::id::Hash;
use yishi_protocol::merkle::{MerkleTree, leaf_hash, proves_consistency, proves_inclusion};

/// The leaves of the RFC's reference tree.
const LEAVES: [&str; 8] =
    ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
/// How its roots begin and end, for 0 to 8 leaves.
const ROOTS: [(&str, &str); 9] = [
    ("e3b0c442", "b855"),
    ("6e340b9c", "a01d"),
    ("fac54203", "c125"),
    ("aeb6bcfe", "6e77"),
    ("d37ee418", "14b7"),
    ("4e3bbb1f", "64d4"),
    ("76e67dad", "87ef"),
    ("ddb89be4", "4c8c"),
    ("5dc9da79", "4328"),
];

pub(crate) fn roots() -> Result<(), Failed> {
    let mut tree = MerkleTree::new();
    for leaf in LEAVES {
        tree.push(leaf_hash(&base16ct::lower::decode_vec(leaf)?));
    }
    for (size, (begin, end)) in (0..).zip(ROOTS) {
        let root = tree.root_at(size).ok_or("root")?.to_string();
        if !(root.starts_with(begin) && root.ends_with(end)) {
            return Err(format!("{size} leaves: {root}").into());
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct Vectors {
    inclusion: Vec<Inclusion>,
    consistency: Vec<Consistency>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Inclusion {
    name: String,
    leaf_idx: u64,
    tree_size: u64,
    root: String,
    leaf_hash: String,
    proof: Option<Vec<String>>,
    want_err: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Consistency {
    name: String,
    size1: u64,
    size2: u64,
    root1: String,
    root2: String,
    proof: Option<Vec<String>>,
    want_err: bool,
}

/// A hash. Some vectors put a word where a hash should be; what matters there is whether two of them are equal, so
/// each word has a stand-in. Nothing at all is no hash and proves nothing.
fn hash(text: &str) -> Option<Hash> {
    let bytes = Base64::decode_vec(text).ok().filter(|bytes| !bytes.is_empty())?;
    Some(<[u8; 32]>::try_from(bytes.as_slice()).map_or_else(|_| leaf_hash(&bytes), Hash::from_bytes))
}

fn path(proof: Option<&Vec<String>>) -> Option<Vec<Hash>> {
    proof.into_iter().flatten().map(|text| hash(text)).collect()
}

pub(crate) fn proofs(file: &[u8]) -> Result<(), Failed> {
    let vectors: Vectors = serde_json::from_slice(file)?;
    if (vectors.inclusion.len(), vectors.consistency.len()) != (98, 98) {
        return Err("98 proofs of each kind are expected".into());
    }
    for case in &vectors.inclusion {
        let holds = || {
            let (leaf, root, path) = (hash(&case.leaf_hash)?, hash(&case.root)?, path(case.proof.as_ref())?);
            Some(proves_inclusion(leaf, case.leaf_idx, case.tree_size, &root, &path))
        };
        expect(&case.name, holds(), case.want_err)?;
    }
    for case in &vectors.consistency {
        let holds = || {
            let (old, new, path) = (hash(&case.root1)?, hash(&case.root2)?, path(case.proof.as_ref())?);
            Some(proves_consistency((case.size1, &old), (case.size2, &new), &path))
        };
        expect(&case.name, holds(), case.want_err)?;
    }
    Ok(())
}

fn expect(name: &str, holds: Option<bool>, want_err: bool) -> Result<(), Failed> {
    if holds.unwrap_or(false) == want_err { Err(format!("{name}: {holds:?}").into()) } else { Ok(()) }
}
