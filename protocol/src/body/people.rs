//! Bodies that found an estate and let people in.

use serde::{Deserialize, Serialize};

use crate::id::{BlobId, PersonId, PublicKey, SignatureBytes};
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

/// What a person may do. Owners need none of these to speak and vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Capability {
    /// Answer matters and end them.
    Answer,
    /// End the taking of ballots.
    Close,
    /// Publish enrolment codes.
    Codes,
    /// Lay open the books and answer questions about them.
    Disclosure,
    /// Give out work.
    Dispatch,
    /// Read the evidence of closed votes: areas and openings by party.
    Evidence,
    /// Hand on capabilities one holds, for no longer than one holds them.
    Grant,
    /// Announce an agenda.
    Notice,
    /// Open a noticed agenda.
    Open,
    /// Take on work and report on it.
    Progress,
    /// Bring up matters for others: a patrol's, a hotline's, a walk-in's.
    Raise,
    /// Upload an owner roll.
    Roll,
    /// State the counted totals.
    Tally,
}

/// Gives a person capabilities until a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// What is given, each once, in alphabetical order.
    pub caps: Vec<Capability>,
    /// To whom.
    pub person: PersonId,
    /// What screens call them in that office (业主委员会, 物业服务中心), a blob of kind `statement`.
    pub title: Option<BlobId>,
    /// Until when, exclusive, in milliseconds since 1970.
    pub until_ms: u64,
}

impl Grant {
    /// Whether it still holds at a moment.
    pub fn is_in_force(&self, at_ms: u64) -> bool {
        at_ms < self.until_ms
    }
}

/// Publishes the public halves of enrolment codes; the codes themselves go out in letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Codes {
    /// Person and code key, at most 400. A person's earlier code that nobody used is dead from now on.
    pub codes: Vec<(PersonId, PublicKey)>,
    /// Until when a code can be used, exclusive, in milliseconds since 1970.
    pub expires_ms: u64,
}

/// Binds the author's key to a person by a letter's code, and retires the person's earlier keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enrol {
    /// The public half of the code.
    pub code_pub: PublicKey,
    /// The code key's signature over [`Enrol::code_message`].
    pub code_sig: SignatureBytes,
    /// The consent text that the person was shown (PIPL art. 13, 17), a blob of kind `consent`.
    pub consent: BlobId,
    /// Who enrols.
    pub person: PersonId,
}

impl Enrol {
    /// What the code signs: `"estate-enrol/v1\0" ‖ estate ‖ person ‖ device key`, so that whoever sees the signature
    /// can neither use it for another device nor for another person.
    pub fn code_message(estate: &crate::id::EstateId, person: &PersonId, device: &PublicKey) -> Vec<u8> {
        let parts: [&[u8]; 4] =
            [b"estate-enrol/v1\0", estate.as_bytes(), person.as_bytes(), device.as_bytes()];
        parts.concat()
    }
}

strict!(Genesis { log_key, name, root_quorum, roots, rules });
strict!(Grant { caps, person, title, until_ms });
strict!(Codes { codes, expires_ms });
strict!(Enrol { code_pub, code_sig, consent, person });
strict_words!(Capability { Answer = "answer", Close = "close", Codes = "codes", Disclosure = "disclosure", Dispatch = "dispatch", Evidence = "evidence", Grant = "grant", Notice = "notice", Open = "open", Progress = "progress", Raise = "raise", Roll = "roll", Tally = "tally" });
