//! Other people's vectors: RFC 8032, Wycheproof, C2SP CCTV, speccheck, and Merkle proofs of transparency-dev.
//!
//! Those of CCTV, speccheck and transparency-dev are read from the folder that `YISHI_VECTORS` names (default
//! `../shared/vectors` beside the repository) and counted as ignored where it is absent.

mod ed25519;
mod merkle;

use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};

/// What a vector file must give.
type Check = fn(&[u8]) -> Result<(), Failed>;

/// Vectors that are not ours to keep, each with its check.
const BORROWED: &[(&str, &str, Check)] = &[
    ("cctv_accepts_what_each_rule_accepts", "ed25519/cctv.json", ed25519::cctv),
    ("speccheck_gives_the_pinned_rows", "ed25519/speccheck.json", ed25519::speccheck),
    ("merkle_proofs_good_and_bad", "merkle/rfc6962.json", merkle::proofs),
];

fn folder() -> PathBuf {
    let named = std::env::var_os("YISHI_VECTORS").map(PathBuf::from);
    named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/vectors"))
}

fn main() {
    let arguments = Arguments::from_args();
    let folder = folder();
    let mut trials = vec![
        Trial::test("rfc_8032_test_vectors", ed25519::rfc_8032),
        Trial::test("rfc_8032_long_message", ed25519::rfc_8032_long_message),
        Trial::test("wycheproof_agrees_on_every_test", ed25519::wycheproof),
        Trial::test("rfc_6962_roots", merkle::roots),
    ];
    if !folder.is_dir() {
        eprintln!("skipped: {} is absent; name the folder of vectors in YISHI_VECTORS", folder.display());
    }
    for (name, file, check) in BORROWED {
        let path = folder.join(file);
        let absent = !folder.is_dir();
        let trial = Trial::test(*name, move || check(&std::fs::read(&path)?));
        trials.push(trial.with_ignored_flag(absent));
    }
    libtest_mimic::run(&arguments, trials).exit();
}
