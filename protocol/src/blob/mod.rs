//! Blobs: what the law lets a person have erased, or what is too long for the log.
//!
//! The log holds a blob's id, a hash over its kind, context, salt and payload. With the payload gone the log still
//! proves everything it proved before; with the salt unknown the id tells nothing about the payload.
//!
//! Which kinds there are stands in the table beside that of the kinds of entries, in `acts`: a blob comes in because an entry
//! names it.

mod evidence;
mod payload;
pub(crate) mod table;
mod words;

use crate::body::DeliverySlip;
use crate::id::{AgendaId, BlobId, Hash, MatterId, NoticeId, PartyId, PersonId, Salt, tagged_hash};
use crate::rejection::{Code, Rejection, require};
use crate::strict_json::{self, Strict};

pub use crate::acts::blob_kinds::BlobKind;
pub use evidence::{Evidence, Missing};
pub use payload::{
    AgendaText, AreaSource, BallotOpening, ItemText, MatterText, PersonName, Place, ProxyTerms, Rating,
    Spoken, Stance, UnitFacts,
};
pub use words::Words;

/// The longest payload of a public text, in bytes.
pub const MAX_TEXT: usize = 256 * 1024;
/// The longest payload of any other kind, in bytes.
pub const MAX_RECORD: usize = 4 * 1024;

/// Who may read a blob, and whether its id is salted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Anyone, and anyone can compute its id: an official text is never erased, so it has no salt.
    Official,
    /// Anyone; but salted, so that once it is erased its id tells nothing.
    Public,
    /// Whoever it concerns, and who holds the office for it; salted.
    Private,
}

impl BlobKind {
    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// Whether anyone may read it.
    pub const fn is_public(self) -> bool {
        match self.readers() {
            Readers::Official | Readers::Public => true,
            Readers::Private => false,
        }
    }

    /// Whether its id must tell nothing once its payload is erased. Official texts are never erased, and without a salt
    /// everyone can compute their ids.
    pub const fn is_salted(self) -> bool {
        match self.readers() {
            Readers::Official => false,
            Readers::Public | Readers::Private => true,
        }
    }

    /// Whether it is never erased, so that every export has it: official texts, and the lines of disclosed books, which
    /// are accounts of everybody's money. A page is salted all the same: what a voucher says may be easy to guess.
    pub const fn is_lasting(self) -> bool {
        !self.is_salted() || matches!(self, BlobKind::LedgerPage)
    }
}

/// A payload with what its id is made of. In JSON the payload is a text, as every kind so far holds one.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Blob {
    /// What it holds.
    pub kind: BlobKind,
    /// What binds it to its agenda and party ([`ballot_context`]), notice and party ([`terms_context`], [`delivery_context`]) or
    /// matter and person ([`rating_context`]); zero otherwise.
    pub context: Hash,
    /// Random; zero for official texts.
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

    /// A blob of a kind without a context.
    pub fn record<T: Strict>(kind: BlobKind, salt: Salt, value: &T) -> Self {
        Self { kind, context: Hash::ZERO, salt, payload: strict_json::write_text(value) }
    }

    /// The opening of a ballot.
    pub fn ballot(agenda: &AgendaId, party: &PartyId, salt: Salt, opening: &BallotOpening) -> Self {
        let context = ballot_context(agenda, party);
        Self { kind: BlobKind::Ballot, context, salt, payload: strict_json::write_text(opening) }
    }

    /// What a proxy is told.
    pub fn proxy_terms(notice: &NoticeId, party: &PartyId, salt: Salt, terms: &ProxyTerms) -> Self {
        let context = terms_context(notice, party);
        Self { kind: BlobKind::ProxyTerms, context, salt, payload: strict_json::write_text(terms) }
    }

    /// What shows that a notice reached a home.
    pub fn delivery(notice: &NoticeId, party: &PartyId, salt: Salt, slip: &DeliverySlip) -> Self {
        let context = delivery_context(notice, party);
        Self { kind: BlobKind::Delivery, context, salt, payload: strict_json::write_text(slip) }
    }

    /// The marks of a ballot on paper, as somebody read them.
    pub fn paper(agenda: &AgendaId, party: &PartyId, salt: Salt, marks: &BallotOpening) -> Self {
        Self { kind: BlobKind::PaperBallot, ..Self::ballot(agenda, party, salt, marks) }
    }

    /// The marks that a person gives a matter.
    pub fn rating(matter: &MatterId, person: &PersonId, salt: Salt, marks: &Rating) -> Self {
        let context = rating_context(matter, person);
        Self { kind: BlobKind::Rating, context, salt, payload: strict_json::write_text(marks) }
    }

    /// Checks what does not depend on who names the blob: length, salt, and that the payload reads as its kind.
    ///
    /// # Errors
    /// `BLOB_TOO_LARGE`, `BLOB_PAYLOAD`.
    pub fn check(&self) -> Result<(), Rejection> {
        require(self.payload.len() <= self.kind.max_payload(), Code::BlobTooLarge)?;
        if !self.kind.is_salted() && self.salt != Salt::ZERO {
            return Err(Rejection::with(Code::BlobPayload, "an official text is not salted"));
        }
        self.kind.check_payload(self)
    }

    /// Its payload, read as its kind and written again: the same text, for a payload has one spelling.
    ///
    /// # Errors
    /// `BLOB_PAYLOAD`.
    pub fn spelt_again(&self) -> Result<String, Rejection> {
        self.kind.spelt_again(self)
    }

    /// What it says.
    ///
    /// # Errors
    /// `BLOB_PAYLOAD` if it says something else than a `T`, or spells it another way.
    pub fn open<T: Strict>(&self) -> Result<T, Rejection> {
        let explain = |rejection: Rejection| Rejection { code: Code::BlobPayload, detail: rejection.detail };
        strict_json::read(self.payload.as_bytes()).map_err(explain)
    }
}

/// What binds a ballot's opening to one agenda and party: `SHA-256("estate-ctx/v1\0" ‖ agenda ‖ party)`. Without it a
/// neighbour's commitment could be copied.
pub fn ballot_context(agenda: &AgendaId, party: &PartyId) -> Hash {
    Hash::from_bytes(tagged_hash(b"estate-ctx/v1\0", &[agenda.as_bytes(), party.as_bytes()]))
}

/// What binds a proxy's terms to one notice and party: `SHA-256("estate-ctx/v1\0" ‖ notice ‖ party)`.
pub fn terms_context(notice: &NoticeId, party: &PartyId) -> Hash {
    Hash::from_bytes(tagged_hash(b"estate-ctx/v1\0", &[notice.as_bytes(), party.as_bytes()]))
}

/// What binds what shows a delivery to one notice and party: `SHA-256("estate-ctx/v1\0" ‖ notice ‖ party)`.
pub fn delivery_context(notice: &NoticeId, party: &PartyId) -> Hash {
    Hash::from_bytes(tagged_hash(b"estate-ctx/v1\0", &[notice.as_bytes(), party.as_bytes()]))
}

/// What binds marks to one matter and person: `SHA-256("estate-ctx/v1\0" ‖ matter ‖ person)`.
pub fn rating_context(matter: &MatterId, person: &PersonId) -> Hash {
    Hash::from_bytes(tagged_hash(b"estate-ctx/v1\0", &[matter.as_bytes(), person.as_bytes()]))
}
