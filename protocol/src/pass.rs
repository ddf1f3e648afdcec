//! Passes: how a reader shows which key it holds, without the server keeping sessions.
//!
//! ```text
//! "estate-pass/v1\0\0" ‖ estate 32 ‖ key 32 ‖ issued_ms u64 ‖ Ed25519 signature over all before
//! ```
//! 152 bytes, in base64 in the header `authorization: Yishi-Pass …`. A pass opens what its person may read, for ten
//! minutes. It is no entry: its first bytes differ from theirs.

use base64ct::{Base64, Encoding};
use ed25519_dalek::SigningKey;

use crate::id::{EstateId, PublicKey, SignatureBytes};
use crate::rejection::{Code, Rejection, require};
use crate::signature::{public_key, sign, verify_signature};

const MAGIC: &[u8; 16] = b"estate-pass/v1\0\0";
/// How long a pass opens doors, in milliseconds.
pub const VALID_MS: u64 = 10 * 60 * 1000;
/// How far a phone's idea of the server's clock may be ahead.
const AHEAD_MS: u64 = 60 * 1000;

/// A checked pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pass {
    /// The estate it is for.
    pub estate: EstateId,
    /// The key that signed it. Whether that key is enrolled is State's to say.
    pub key: PublicKey,
}

fn signed_bytes(estate: &EstateId, key: &PublicKey, issued_ms: u64) -> Vec<u8> {
    let parts: [&[u8]; 4] = [MAGIC, estate.as_bytes(), key.as_bytes(), &issued_ms.to_be_bytes()];
    parts.concat()
}

/// Writes a pass.
pub fn issue(estate: &EstateId, key: &SigningKey, issued_ms: u64) -> String {
    let mut bytes = signed_bytes(estate, &public_key(key), issued_ms);
    let signature = sign(key, &bytes);
    bytes.extend_from_slice(signature.as_bytes());
    Base64::encode_string(&bytes)
}

/// Reads a pass for an estate at a moment, in milliseconds since 1970.
///
/// # Errors
/// `PASS_FORM`, `WRONG_ESTATE`, `PASS_EXPIRED`, `BAD_SIGNATURE`.
pub fn open(text: &str, estate: &EstateId, now_ms: u64) -> Result<Pass, Rejection> {
    let bytes: [u8; 152] =
        Base64::decode_vec(text).ok().and_then(|bytes| bytes.try_into().ok()).ok_or(Code::PassForm)?;
    let (signed, signature) = bytes.split_at(88);
    let (magic, rest) = signed.split_first_chunk::<16>().ok_or(Code::PassForm)?;
    let (for_estate, rest) = rest.split_first_chunk::<32>().ok_or(Code::PassForm)?;
    let (key, rest) = rest.split_first_chunk::<32>().ok_or(Code::PassForm)?;
    let issued_ms = rest.try_into().map(u64::from_be_bytes).map_err(|_| Code::PassForm)?;
    require(magic == MAGIC, Code::PassForm)?;
    require(for_estate == estate.as_bytes(), Code::WrongEstate)?;
    let fresh = now_ms < issued_ms.saturating_add(VALID_MS) && issued_ms <= now_ms.saturating_add(AHEAD_MS);
    require(fresh, Code::PassExpired)?;
    let key = PublicKey::from_bytes(*key);
    let signature: [u8; 64] = signature.try_into().map_err(|_| Code::PassForm)?;
    verify_signature(&key, signed, &SignatureBytes::from_bytes(signature))?;
    Ok(Pass { estate: *estate, key })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pass_opens_one_estate_for_ten_minutes() {
        let (key, estate) = (SigningKey::from_bytes(&[7; 32]), EstateId::from_bytes([1; 32]));
        let pass = issue(&estate, &key, 1_000_000);
        assert_eq!(open(&pass, &estate, 1_000_000).unwrap().key, public_key(&key));
        assert!(open(&pass, &estate, 1_000_000 + VALID_MS - 1).is_ok());
        let code = |pass: &str, estate: &EstateId, now_ms| open(pass, estate, now_ms).unwrap_err().code;
        assert_eq!(code(&pass, &estate, 1_000_000 + VALID_MS), Code::PassExpired);
        assert_eq!(code(&pass, &estate, 1_000_000 - AHEAD_MS - 1), Code::PassExpired);
        assert_eq!(code(&pass, &EstateId::ZERO, 1_000_000), Code::WrongEstate);
        assert_eq!(code(&pass[4..], &estate, 1_000_000), Code::PassForm);
        let mut bytes = Base64::decode_vec(&pass).unwrap();
        bytes[60] ^= 1;
        assert!(open(&Base64::encode_string(&bytes), &estate, 1_000_000).is_err());
    }
}
