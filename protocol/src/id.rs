//! Identifiers and hashes: fixed numbers of bytes, written as lower-case hexadecimal in JSON.
//!
//! Nothing here knows what an identifier stands for; the types only keep a party from being taken for a person.

use core::fmt;
use core::str::FromStr;

use sha2::{Digest, Sha256};

use crate::schema::{Described, Type};
use crate::strict_json::{Key, Reader, Strict, put_word};

/// Why a text is not an identifier: wrong length, or not lower-case hexadecimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotHex {
    /// How many hexadecimal digits the identifier has.
    pub digits: usize,
}

impl fmt::Display for NotHex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {} lower-case hexadecimal digits", self.digits)
    }
}

impl core::error::Error for NotHex {}

macro_rules! fixed_bytes {
    ($($(#[$doc:meta])* $name:ident: $len:literal $called:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $len]);

        impl $name {
            /// How many bytes it has.
            pub const LEN: usize = $len;
            /// All bytes zero.
            pub const ZERO: Self = Self([0; $len]);

            /// Wraps the bytes as they are.
            pub const fn from_bytes(bytes: [u8; $len]) -> Self {
                Self(bytes)
            }

            /// The bytes.
            pub const fn as_bytes(&self) -> &[u8; $len] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&base16ct::lower::encode_string(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = NotHex;

            fn from_str(text: &str) -> Result<Self, NotHex> {
                let mut bytes = [0; $len];
                match base16ct::lower::decode(text, &mut bytes) {
                    Ok(decoded) if decoded.len() == $len => Ok(Self(bytes)),
                    _ => Err(NotHex { digits: $len * 2 }),
                }
            }
        }

        impl Strict for $name {
            fn put(&self, text: &mut String) {
                put_word(text, &base16ct::lower::encode_string(&self.0));
            }

            fn take(reader: &mut Reader<'_>) -> Option<Self> {
                let word = reader.word()?;
                word.parse().ok().or_else(|| reader.unknown(word))
            }
        }

        impl Key for $name {}

        impl Described for $name {
            const TYPE: Type = Type::Bytes { called: $called, len: $len };
        }
    )+};
}

fixed_bytes! {
    /// A SHA-256 hash: of a leaf, a tree node, a context or a state.
    Hash: 32 "hash";
    /// What an entry is called: SHA-256 over its signed bytes, the signature left out, so that a reshaped
    /// signature cannot give one entry two names.
    EntryId: 32 "entry id";
    /// An estate: the entry id of its `genesis`.
    EstateId: 32 "estate id";
    /// A blob: a hash over its kind, context, salt and payload.
    BlobId: 32 "blob id";
    /// An Ed25519 public key as sent; [`crate::signature::check_key`] says whether it may be used.
    PublicKey: 32 "public key";
    /// An Ed25519 signature (RFC 8032): R then S.
    SignatureBytes: 64 "signature";
    /// What keeps a blob's id from telling its payload; all zero for public texts.
    Salt: 32 "salt";
    /// A person: holds keys, speaks, may stand for a party. Random.
    PersonId: 16 "person id";
    /// An owner party: one distinct set of registered owners, one head in a vote. Random.
    PartyId: 16 "party id";
    /// Who has a voice at a meeting: the bytes of a member's person id, or of a home's party id.
    VoterId: 16 "voter id";
    /// A unit: a home, shop, office or parking space. Random, so that ids side by side tell nothing about rooms.
    UnitId: 16 "unit id";
    /// One upload of an owner roll, from its first page to its closing entry. Random.
    SetId: 16 "set id";
}

/// An agenda is named by its `open` entry, so one hash binds text, options, rule, roll and window.
pub type AgendaId = EntryId;
/// A notice is named by its `notice` entry.
pub type NoticeId = EntryId;
/// A roll is named by the `roll` entry that closed its set.
pub type RollId = EntryId;
/// A matter is named by its `raise` entry.
pub type MatterId = EntryId;
/// A task is named by its `dispatch` entry.
pub type TaskId = EntryId;
/// A disclosure is named by its `disclosure` entry.
pub type DisclosureId = EntryId;
/// A question about a disclosure is named by its `ask` entry.
pub type QuestionId = EntryId;
/// An organisation is named by the `org-unit` entry that declared it.
pub type OrgId = EntryId;

impl From<PersonId> for VoterId {
    fn from(person: PersonId) -> Self {
        Self(*person.as_bytes())
    }
}

impl From<PartyId> for VoterId {
    fn from(party: PartyId) -> Self {
        Self(*party.as_bytes())
    }
}

impl From<EntryId> for EstateId {
    fn from(genesis: EntryId) -> Self {
        Self(genesis.0)
    }
}

/// SHA-256 over `tag` and then `parts` in order.
///
/// Tags are NUL-terminated and no tag begins another, so no two uses of the hash can meet.
pub(crate) fn tagged_hash(tag: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(tag);
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_has_one_spelling() {
        let id = PartyId::from_bytes([0xab; 16]);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!("AB".repeat(16).parse::<PartyId>().is_err());
        assert!("ab".repeat(15).parse::<PartyId>().is_err());
        assert!("ab".repeat(17).parse::<PartyId>().is_err());
        assert!("".parse::<PartyId>().is_err());
    }
}
