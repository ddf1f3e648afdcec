//! Persons, their keys, their codes and what they have been granted.

use serde::{Deserialize, Serialize};

use crate::body::Capability;
use crate::id::{BlobId, EntryId, PersonId, PublicKey};

/// Who stands behind a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyHolder {
    /// One of the keys of `genesis`.
    Root,
    /// An enrolled person.
    Person(PersonId),
}

/// A key that has entered the estate. It is never removed, so no key can enter twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRecord {
    /// Who stands behind it.
    pub holder: KeyHolder,
    /// The number of its last entry; none while a root key has not signed. The next one must be greater.
    pub last_seq: Option<u64>,
    /// Whether it still signs. What it signed before stands.
    pub revoked: bool,
}

/// An enrolment code in a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// Its public half.
    pub key: PublicKey,
    /// Until when it works, exclusive, in milliseconds since 1970.
    pub expires_ms: u64,
    /// Whether it has been used.
    pub spent: bool,
}

/// Capabilities given to a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantRecord {
    /// The entry that gave them.
    pub entry: EntryId,
    /// What was given.
    pub caps: Vec<Capability>,
    /// What screens call the person in that office.
    pub title: Option<BlobId>,
    /// Until when, exclusive, in milliseconds since 1970.
    pub until_ms: u64,
    /// How many hands it went through: 1 from a root.
    pub depth: u32,
}

/// A person with a code, a key or a grant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The latest code.
    pub code: Option<Code>,
    /// All grants ever given, in log order.
    pub grants: Vec<GrantRecord>,
    /// All keys ever held, in log order.
    pub keys: Vec<PublicKey>,
}

impl Person {
    /// The grants that hold at a moment, in log order.
    pub fn grants_at(&self, at_ms: u64) -> impl DoubleEndedIterator<Item = &GrantRecord> + Clone {
        self.grants.iter().filter(move |grant| at_ms < grant.until_ms)
    }

    /// The grants that give a capability at a moment.
    pub fn grants_in_force(&self, at_ms: u64, capability: Capability) -> impl Iterator<Item = &GrantRecord> {
        self.grants_at(at_ms).filter(move |grant| grant.caps.contains(&capability))
    }

    /// What screens call the person at a moment: the title of the newest grant that has one.
    pub fn title_at(&self, at_ms: u64) -> Option<BlobId> {
        self.grants_at(at_ms).rev().find_map(|grant| grant.title)
    }
}
