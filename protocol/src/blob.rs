//! Blobs: what the law lets a person have erased, or what is too long for the log.
//!
//! The log holds a blob's id, a hash over its kind, context, salt and payload. With the payload gone the log still
//! proves everything it proved before; with the salt unknown the id tells nothing about the payload.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::id::{AgendaId, BlobId, Hash, PartyId, Salt, tagged_hash};
use crate::rejection::{Code, Rejection, require};
use crate::strict_json;

/// The longest payload of a public text, in bytes.
pub const MAX_TEXT: usize = 256 * 1024;
/// The longest payload of any other kind, in bytes.
pub const MAX_RECORD: usize = 4 * 1024;

/// What a blob holds, and the number hashed into its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlobKind {
    /// [`UnitFacts`].
    Unit,
    /// [`Place`].
    Place,
    /// [`PersonName`].
    Person,
    /// The consent text shown at enrolment: [`Words`]. Public, not salted.
    Consent,
    /// [`AgendaText`]. Public, not salted.
    AgendaText,
    /// [`BallotOpening`], with the agenda and party as context.
    Ballot,
}

impl BlobKind {
    /// Every kind.
    pub const ALL: &[BlobKind] = &[
        BlobKind::Unit,
        BlobKind::Place,
        BlobKind::Person,
        BlobKind::Consent,
        BlobKind::AgendaText,
        BlobKind::Ballot,
    ];

    /// The number in the id.
    pub const fn number(self) -> u16 {
        match self {
            BlobKind::Unit => 0x0101,
            BlobKind::Place => 0x0102,
            BlobKind::Person => 0x0103,
            BlobKind::Consent => 0x0104,
            BlobKind::AgendaText => 0x0401,
            BlobKind::Ballot => 0x0402,
        }
    }

    /// Its word in JSON and in databases.
    pub const fn name(self) -> &'static str {
        match self {
            BlobKind::Unit => "unit",
            BlobKind::Place => "place",
            BlobKind::Person => "person",
            BlobKind::Consent => "consent",
            BlobKind::AgendaText => "agenda-text",
            BlobKind::Ballot => "ballot",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// Whether anyone may read it, so that a salt would hide nothing.
    pub const fn is_public(self) -> bool {
        matches!(self, BlobKind::Consent | BlobKind::AgendaText)
    }

    /// The longest payload, in bytes.
    pub const fn max_payload(self) -> usize {
        if self.is_public() { MAX_TEXT } else { MAX_RECORD }
    }
}

/// A payload with what its id is made of. In JSON the payload is a text, as every kind so far holds one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blob {
    /// What it holds.
    pub kind: BlobKind,
    /// [`ballot_context`] for ballots, zero otherwise.
    pub context: Hash,
    /// Random; zero for public kinds.
    pub salt: Salt,
    /// Strict JSON of the type that the kind names.
    pub payload: String,
}

impl Blob {
    /// `SHA-256("estate-blob/v1\0" ‖ kind ‖ context ‖ salt ‖ payload)`, the kind as two bytes, big end first.
    pub fn id(&self) -> BlobId {
        let number = self.kind.number().to_be_bytes();
        let parts: [&[u8]; 4] =
            [&number, self.context.as_bytes(), self.salt.as_bytes(), self.payload.as_bytes()];
        BlobId::from_bytes(tagged_hash(b"estate-blob/v1\0", &parts))
    }

    /// A blob of a kind other than `ballot`.
    pub fn record<T: Serialize>(kind: BlobKind, salt: Salt, value: &T) -> Self {
        Self { kind, context: Hash::ZERO, salt, payload: strict_json::write_text(value) }
    }

    /// The opening of a ballot.
    pub fn ballot(agenda: &AgendaId, party: &PartyId, salt: Salt, opening: &BallotOpening) -> Self {
        let context = ballot_context(agenda, party);
        Self { kind: BlobKind::Ballot, context, salt, payload: strict_json::write_text(opening) }
    }

    /// Checks what does not depend on who names the blob: length, salt, and that the payload reads as its kind.
    ///
    /// # Errors
    /// `BLOB_TOO_LARGE`, `BLOB_PAYLOAD`.
    pub fn check(&self) -> Result<(), Rejection> {
        require(self.payload.len() <= self.kind.max_payload(), Code::BlobTooLarge)?;
        if self.kind.is_public() && self.salt != Salt::ZERO {
            return Err(Rejection::with(Code::BlobPayload, "a public text is not salted"));
        }
        match self.kind {
            BlobKind::Unit => self.read::<UnitFacts>().map(drop),
            BlobKind::Place => self.read::<Place>().map(drop),
            BlobKind::Person => self.read::<PersonName>().map(drop),
            BlobKind::Consent => self.read::<Words>().map(drop),
            BlobKind::AgendaText => self.read::<AgendaText>().map(drop),
            BlobKind::Ballot => self.read::<BallotOpening>().map(drop),
        }
    }

    fn read<T: DeserializeOwned + Serialize>(&self) -> Result<T, Rejection> {
        let explain = |rejection: Rejection| Rejection { code: Code::BlobPayload, detail: rejection.detail };
        strict_json::read(self.payload.as_bytes()).map_err(explain)
    }
}

/// What binds a ballot's opening to one agenda and party: `SHA-256("estate-ctx/v1\0" ‖ agenda ‖ party)`. Without it a
/// neighbour's commitment could be copied.
pub fn ballot_context(agenda: &AgendaId, party: &PartyId) -> Hash {
    Hash::from_bytes(tagged_hash(b"estate-ctx/v1\0", &[agenda.as_bytes(), party.as_bytes()]))
}

/// Where an area comes from, best source first (SPC interpretation on condominium disputes, art. 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AreaSource {
    /// The purchase contract.
    Contract,
    /// The property register.
    Registered,
    /// A survey.
    Surveyed,
}

/// A unit's exclusive area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitFacts {
    /// In 0.01 m².
    pub area_c: u32,
    /// Where the figure comes from.
    pub source: AreaSource,
}

/// A unit's address inside the estate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// 楼栋.
    pub building: String,
    /// 单元; empty where the building has none.
    pub entrance: String,
    /// 室号.
    pub room: String,
}

/// A person's name and phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonName {
    /// As registered.
    pub name: String,
    /// A phone number, if one is known.
    pub phone: Option<String>,
}

/// One text in Chinese and, where somebody wrote it, English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// English.
    pub en: Option<String>,
    /// Chinese; in a dispute this one counts.
    pub zh: String,
}

/// The words of one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemText {
    /// The names of an election's candidates, in the notice's order; empty for a resolution.
    pub options: Vec<Words>,
    /// What is asked.
    pub title: Words,
}

/// The words of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaText {
    /// The full text that is voted on.
    pub body: Words,
    /// The items, in the notice's order.
    pub items: Vec<ItemText>,
    /// One line for lists.
    pub title: Words,
}

/// The choices of a ballot: for each item the marked options, in ascending order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotOpening {
    /// One list per item. A resolution has exactly one mark: 0 for, 1 against, 2 abstain. An election has up to
    /// `seats` marks; none is an abstention.
    pub choice: Vec<Vec<u32>>,
}

/// The blobs at hand, each under the id its content gives. What is not here has been erased or was never sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    blobs: BTreeMap<BlobId, Blob>,
}

impl Evidence {
    /// No blobs.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a blob and returns its id.
    pub fn insert(&mut self, blob: Blob) -> BlobId {
        let id = blob.id();
        self.blobs.insert(id, blob);
        id
    }

    /// Takes a blob out, as an erasure does.
    pub fn remove(&mut self, id: &BlobId) -> Option<Blob> {
        self.blobs.remove(id)
    }

    /// The blob of that id.
    pub fn get(&self, id: &BlobId) -> Option<&Blob> {
        self.blobs.get(id)
    }

    /// The payload of a blob that an entry names as `kind` in `context`, or `None` if it is not at hand.
    ///
    /// # Errors
    /// `BLOB_KIND`, `BLOB_CONTEXT`, `BLOB_TOO_LARGE`, `BLOB_PAYLOAD`.
    pub(crate) fn read<T: DeserializeOwned + Serialize>(
        &self,
        id: &BlobId,
        kind: BlobKind,
        context: &Hash,
    ) -> Result<Option<T>, Rejection> {
        let Some(blob) = self.blobs.get(id) else {
            return Ok(None);
        };
        require(blob.kind == kind, Code::BlobKind)?;
        require(blob.context == *context, Code::BlobContext)?;
        blob.check()?;
        blob.read().map(Some)
    }
}

impl FromIterator<Blob> for Evidence {
    fn from_iter<I: IntoIterator<Item = Blob>>(blobs: I) -> Self {
        let mut evidence = Self::new();
        for blob in blobs {
            evidence.insert(blob);
        }
        evidence
    }
}

/// The blobs that are not at hand though something names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Documents, areas, addresses, names.
    pub blobs: Vec<BlobId>,
    /// Openings of ballots that a count needs.
    pub openings: Vec<BlobId>,
}

impl Missing {
    /// Whether nothing is missing.
    pub fn is_empty(&self) -> bool {
        self.blobs.is_empty() && self.openings.is_empty()
    }

    /// For the door, where everything must be at hand.
    ///
    /// # Errors
    /// `OPENING_MISSING` or `BLOB_MISSING`, naming the first one.
    pub fn refuse(&self) -> Result<(), Rejection> {
        match (self.openings.first(), self.blobs.first()) {
            (Some(opening), _) => Err(Rejection::with(Code::OpeningMissing, opening.to_string())),
            (None, Some(blob)) => Err(Rejection::with(Code::BlobMissing, blob.to_string())),
            (None, None) => Ok(()),
        }
    }
}
