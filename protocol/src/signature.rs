//! Keys and signatures: Ed25519 (RFC 8032) under one strict rule.
//!
//! A key may enter an estate only if its 32 bytes are the canonical encoding of a point that lies in the prime-order
//! group and is not of small order; every signature is checked with `verify_strict`, never in batches. Of the 914
//! edge cases gathered by C2SP this accepts exactly the one ordinary signature.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

use crate::id::{PublicKey, SignatureBytes};
use crate::rejection::{Code, Rejection, require};

/// Checks that a key may enter an estate.
///
/// Costs one multiplication by the group order, so it is done once, where a key enters
/// [`State`](crate::state::State), and not again for each entry signed with it.
///
/// # Errors
/// `KEY_NOT_CANONICAL`, `KEY_SMALL_ORDER`, `KEY_TORSION`.
pub fn check_key(key: &PublicKey) -> Result<(), Rejection> {
    let decoded = decode(key)?;
    let point = decoded.to_edwards();
    require(point.compress().as_bytes() == key.as_bytes(), Code::KeyNotCanonical)?;
    require(!point.is_small_order(), Code::KeySmallOrder)?;
    require(point.is_torsion_free(), Code::KeyTorsion)
}

/// Checks one signature with `verify_strict`.
///
/// # Errors
/// `KEY_NOT_CANONICAL` if the key is no curve point, `BAD_SIGNATURE` otherwise.
pub fn verify_signature(
    key: &PublicKey,
    message: &[u8],
    signature: &SignatureBytes,
) -> Result<(), Rejection> {
    let signature = Signature::from_bytes(signature.as_bytes());
    #[expect(clippy::disallowed_methods, reason = "the one place that turns its error into a code")]
    decode(key)?.verify_strict(message, &signature).map_err(|_| Code::BadSignature.into())
}

/// Signs `message`. The same key and message always give the same signature (RFC 8032, 5.1.6).
pub fn sign(key: &SigningKey, message: &[u8]) -> SignatureBytes {
    SignatureBytes::from_bytes(key.sign(message).to_bytes())
}

/// The public half of a signing key.
pub fn public_key(key: &SigningKey) -> PublicKey {
    PublicKey::from_bytes(key.verifying_key().to_bytes())
}

fn decode(key: &PublicKey) -> Result<VerifyingKey, Rejection> {
    VerifyingKey::from_bytes(key.as_bytes()).map_err(|_| Code::KeyNotCanonical.into())
}
