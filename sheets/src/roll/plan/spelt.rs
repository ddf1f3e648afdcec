//! The rule book's ids in the file that keeps identities: each as the text that it is everywhere.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize as _, Deserializer, Serializer};

/// Writes ids by name.
pub(super) fn serialize<S: Serializer, T: Display>(
    ids: &BTreeMap<String, T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(ids.iter().map(|(name, id)| (name, id.to_string())))
}

/// Reads ids by name.
pub(super) fn deserialize<'de, D: Deserializer<'de>, T: FromStr<Err: Display>>(
    deserializer: D,
) -> Result<BTreeMap<String, T>, D::Error> {
    let ids = BTreeMap::<String, String>::deserialize(deserializer)?;
    ids.into_iter().map(|(name, id)| Ok((name, id.parse().map_err(D::Error::custom)?))).collect()
}
