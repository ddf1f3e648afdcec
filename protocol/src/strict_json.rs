//! The one spelling of JSON that may be signed or hashed.
//!
//! Compact UTF-8, fields in alphabetical order, every field written (`null` too), integers up to 2^53 - 1, no floats.
//! Such bytes are RFC 8785 (JCS) as well. A text is accepted only if writing what was read gives the same bytes.

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize};

use crate::rejection::{Code, Rejection};

/// The largest integer that every JSON reader keeps exactly: 2^53 - 1.
pub const MAX_INTEGER: u64 = (1 << 53) - 1;

/// Reads a value from its only spelling.
///
/// # Errors
/// `BODY_SCHEMA` if a field is missing, unknown or of the wrong type; `BODY_NOT_CANONICAL` if the value could be
/// spelt otherwise.
pub(crate) fn read<T: DeserializeOwned + Serialize>(bytes: &[u8]) -> Result<T, Rejection> {
    let value: T = serde_json::from_slice(bytes)
        .map_err(|error| Rejection::with(Code::BodySchema, error.to_string()))?;
    if write(&value) == bytes { Ok(value) } else { Err(Code::BodyNotCanonical.into()) }
}

/// Writes a value in its only spelling.
pub(crate) fn write<T: Serialize>(value: &T) -> Vec<u8> {
    // INVARIANT: bodies and payloads are structs of strings, integers and lists, which always serialise. An empty
    // text would not be accepted by `read`, so even a broken invariant cannot be signed by mistake.
    serde_json::to_vec(value).unwrap_or_default()
}

/// [`write()`] as text.
pub(crate) fn write_text<T: Serialize>(value: &T) -> String {
    // INVARIANT: the writer writes UTF-8.
    String::from_utf8(write(value)).unwrap_or_default()
}

/// For `#[serde(deserialize_with)]`: an integer up to [`MAX_INTEGER`].
pub(crate) fn integer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let value = u64::deserialize(deserializer)?;
    if value <= MAX_INTEGER { Ok(value) } else { Err(D::Error::custom("an integer above 2^53 - 1")) }
}

/// [`integer`] or null.
pub(crate) fn optional_integer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    let value = Option::<u64>::deserialize(deserializer)?;
    match value {
        Some(value) if value > MAX_INTEGER => Err(D::Error::custom("an integer above 2^53 - 1")),
        value => Ok(value),
    }
}

/// An integer from −[`MAX_INTEGER`] to [`MAX_INTEGER`].
pub(crate) fn signed_integer<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    let value = i64::deserialize(deserializer)?;
    if value.unsigned_abs() <= MAX_INTEGER {
        Ok(value)
    } else {
        Err(D::Error::custom("an integer beyond 2^53 - 1"))
    }
}
