//! Words of the rule book inside case files, which are any JSON: each has the one spelling it has everywhere.

use serde::de::Error as _;
use serde::{Deserialize as _, Deserializer};
use yishi_protocol::strict_json::{self, Strict};

/// Reads a word.
pub(crate) fn read<'de, D: Deserializer<'de>, T: Strict>(deserializer: D) -> Result<T, D::Error> {
    let word = String::deserialize(deserializer)?;
    strict_json::read(&strict_json::write(&word))
        .map_err(|_| D::Error::custom(format!("unknown word {word:?}")))
}

/// Reads a word, or nothing.
pub(crate) fn read_some<'de, D: Deserializer<'de>, T: Strict>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let Some(word) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
    let unknown = |_| D::Error::custom(format!("unknown word {word:?}"));
    strict_json::read(&strict_json::write(&word)).map(Some).map_err(unknown)
}
