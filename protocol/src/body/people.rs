//! Bodies that found an estate, let people in, and let a second person stand behind an act.

use serde::{Deserialize, Serialize};

use crate::id::{BlobId, EntryId, EstateId, PersonId, PublicKey, SignatureBytes};
use crate::strict_json::{strict, strict_words};

/// Founds an estate; its entry id is the estate's id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Genesis {
    /// The key that signs checkpoints; it can author nothing.
    pub log_key: PublicKey,
    /// The estate's public name, 1 to 120 bytes of UTF-8.
    pub name: String,
    /// How many roots must confirm an act of a root.
    pub root_quorum: u32,
    /// The keys from which all grants come, 1 to 16, each once, in ascending order.
    pub roots: Vec<PublicKey>,
    /// The version of the rules that judge this log; 0 until the first release.
    pub rules: u32,
}

/// Publishes the public halves of enrolment codes; the codes themselves go out in letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codes {
    /// Person and code key, at most 400. A person's earlier code that nobody used is dead once this one is in force.
    pub codes: Vec<(PersonId, PublicKey)>,
    /// Until when a code can be used, exclusive, in milliseconds since 1970.
    pub expires_ms: u64,
}

/// Binds the author's key to a person by a letter's code, or by the codes of two letters, and retires the person's
/// earlier keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enrol {
    /// The public half of each code, with its signature over [`code_message`]; one, or two of two issuers.
    pub codes: Vec<(PublicKey, SignatureBytes)>,
    /// The consent text that the person was shown (PIPL art. 13, 17), a blob of kind `consent`.
    pub consent: BlobId,
    /// Who enrols.
    pub person: PersonId,
}

/// What a letter's code signs: `"estate-enrol/v1\0" ‖ estate ‖ person ‖ device key`, so that whoever sees the signature
/// can neither use it for another device nor for another person.
pub fn code_message(estate: &EstateId, person: &PersonId, device: &PublicKey) -> Vec<u8> {
    let parts: [&[u8]; 4] = [b"estate-enrol/v1\0", estate.as_bytes(), person.as_bytes(), device.as_bytes()];
    parts.concat()
}

/// What a device signs that another key brings in: `"estate-device/v1\0" ‖ estate ‖ person ‖ device key`, so that nobody
/// binds a key whose holder did not ask for it.
pub fn device_message(estate: &EstateId, person: &PersonId, device: &PublicKey) -> Vec<u8> {
    let parts: [&[u8]; 4] = [b"estate-device/v1\0", estate.as_bytes(), person.as_bytes(), device.as_bytes()];
    parts.concat()
}

/// Binds a device key to a person who came to the desk with it. Takes effect when a second clerk confirms it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnrolInPerson {
    /// The consent text that the person was shown, a blob of kind `consent`.
    pub consent: BlobId,
    /// The person's device key.
    pub device: PublicKey,
    /// The device's signature over [`device_message`].
    pub device_sig: SignatureBytes,
    /// Who came.
    pub person: PersonId,
}

/// Adds a device to those of the author, who keeps the others and all offices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddDevice {
    /// The new device's key.
    pub device: PublicKey,
    /// Its signature over [`device_message`].
    pub device_sig: SignatureBytes,
}

/// Why a device is retired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RevokeReason {
    /// Its person has died.
    Deceased,
    /// It should never have been let in.
    Invalid,
    /// It was lost.
    Lost,
    /// Its person has no more to do with the estate.
    MovedAway,
    /// Its person uses another one.
    Replaced,
    /// It was stolen, or somebody else has used it.
    Stolen,
}

/// Retires a device: at once if its own person says so, else when a second clerk confirms it. What it signed stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revoke {
    /// The device's key.
    pub device: PublicKey,
    /// Why.
    pub reason: RevokeReason,
}

/// Stands behind an act of somebody else, which asks for a second person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirm {
    /// The act.
    pub entry: EntryId,
}

strict!(Genesis { log_key, name, root_quorum, roots, rules });
strict!(Codes { codes, expires_ms });
strict!(Enrol { codes, consent, person });
strict!(EnrolInPerson { consent, device, device_sig, person });
strict!(AddDevice { device, device_sig });
strict!(Revoke { device, reason });
strict!(Confirm { entry });
strict_words!(RevokeReason { Deceased = "deceased", Invalid = "invalid", Lost = "lost", MovedAway = "moved-away", Replaced = "replaced", Stolen = "stolen" });
