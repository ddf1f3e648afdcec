//! Blobs: what the law lets a person have erased, or what is too long for the log.
//!
//! The log holds a blob's id, a hash over its kind, context, salt and payload. With the payload gone the log still
//! proves everything it proved before; with the salt unknown the id tells nothing about the payload.

mod evidence;
mod payload;
mod words;

use crate::id::{AgendaId, BlobId, Hash, MatterId, PartyId, PersonId, Salt, tagged_hash};
use crate::ledger::LedgerPage;
use crate::rejection::{Code, Rejection, require};
use crate::schema::{Described as _, Type};
use crate::strict_json::{self, Strict};

pub use evidence::{Evidence, Missing};
pub use payload::{
    AgendaText, AreaSource, BallotOpening, HelpText, ItemText, Marks, MatterText, PersonName, Place, Spoken,
    Stance, UnitFacts,
};
pub use words::Words;

/// The longest payload of a public text, in bytes.
pub const MAX_TEXT: usize = 256 * 1024;
/// The longest payload of any other kind, in bytes.
pub const MAX_RECORD: usize = 4 * 1024;

/// What a blob holds, and the number hashed into its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum BlobKind {
    /// A unit's area: [`UnitFacts`].
    Unit,
    /// A unit's address: [`Place`].
    Place,
    /// A person's name and phone: [`PersonName`].
    Person,
    /// The consent text shown at enrolment: [`Words`]. Public, not salted.
    Consent,
    /// Where an organisation is found and rung: [`HelpText`]. Public, but salted: the telephone may be somebody's own.
    HelpText,
    /// The words of an agenda: [`AgendaText`]. Public, not salted.
    AgendaText,
    /// The choices of a ballot, with the agenda and party as context: [`BallotOpening`].
    Ballot,
    /// What is asked for in a matter: [`MatterText`]. Public, but salted: residents write it, and may have it erased.
    MatterText,
    /// What somebody said, an answer, a report or a question: [`Words`]. Public, but salted.
    Statement,
    /// An opinion: [`Spoken`]. Public, but salted.
    Opinion,
    /// The marks of a work, with the matter and person as context: [`Marks`].
    Rating,
    /// Lines of a disclosure: [`LedgerPage`]. Public, but salted: a voucher may name somebody.
    LedgerPage,
}

impl BlobKind {
    /// Every kind.
    pub const ALL: &[BlobKind] = &[
        BlobKind::Unit,
        BlobKind::Place,
        BlobKind::Person,
        BlobKind::Consent,
        BlobKind::HelpText,
        BlobKind::AgendaText,
        BlobKind::Ballot,
        BlobKind::MatterText,
        BlobKind::Statement,
        BlobKind::Opinion,
        BlobKind::Rating,
        BlobKind::LedgerPage,
    ];

    /// The number in the id.
    pub const fn number(self) -> u16 {
        match self {
            BlobKind::Unit => 0x0101,
            BlobKind::Place => 0x0102,
            BlobKind::Person => 0x0103,
            BlobKind::Consent => 0x0104,
            BlobKind::HelpText => 0x0106,
            BlobKind::AgendaText => 0x0401,
            BlobKind::Ballot => 0x0402,
            BlobKind::MatterText => 0x0201,
            BlobKind::Statement => 0x0202,
            BlobKind::Opinion => 0x0301,
            BlobKind::Rating => 0x0601,
            BlobKind::LedgerPage => 0x0701,
        }
    }

    /// Its word in JSON and in databases.
    pub const fn name(self) -> &'static str {
        match self {
            BlobKind::Unit => "unit",
            BlobKind::Place => "place",
            BlobKind::Person => "person",
            BlobKind::Consent => "consent",
            BlobKind::HelpText => "help-text",
            BlobKind::AgendaText => "agenda-text",
            BlobKind::Ballot => "ballot",
            BlobKind::MatterText => "matter-text",
            BlobKind::Statement => "statement",
            BlobKind::Opinion => "opinion",
            BlobKind::Rating => "rating",
            BlobKind::LedgerPage => "ledger-page",
        }
    }

    /// The schema of its payload.
    pub(crate) const fn schema(self) -> Type {
        match self {
            BlobKind::Unit => UnitFacts::TYPE,
            BlobKind::Place => Place::TYPE,
            BlobKind::Person => PersonName::TYPE,
            BlobKind::Consent | BlobKind::Statement => Words::TYPE,
            BlobKind::HelpText => HelpText::TYPE,
            BlobKind::AgendaText => AgendaText::TYPE,
            BlobKind::Ballot => BallotOpening::TYPE,
            BlobKind::MatterText => MatterText::TYPE,
            BlobKind::Opinion => Spoken::TYPE,
            BlobKind::Rating => Marks::TYPE,
            BlobKind::LedgerPage => LedgerPage::TYPE,
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// Whether anyone may read it.
    pub const fn is_public(self) -> bool {
        !matches!(
            self,
            BlobKind::Unit | BlobKind::Place | BlobKind::Person | BlobKind::Ballot | BlobKind::Rating
        )
    }

    /// Whether its id must tell nothing once its payload is erased. Official texts are never erased, and without a salt
    /// everyone can compute their ids.
    pub const fn is_salted(self) -> bool {
        !matches!(self, BlobKind::Consent | BlobKind::AgendaText)
    }

    /// The longest payload, in bytes.
    pub const fn max_payload(self) -> usize {
        match self {
            BlobKind::Consent | BlobKind::AgendaText | BlobKind::LedgerPage => MAX_TEXT,
            BlobKind::Unit
            | BlobKind::Place
            | BlobKind::Person
            | BlobKind::HelpText
            | BlobKind::Ballot
            | BlobKind::MatterText
            | BlobKind::Statement
            | BlobKind::Opinion
            | BlobKind::Rating => MAX_RECORD,
        }
    }
}

/// A payload with what its id is made of. In JSON the payload is a text, as every kind so far holds one.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Blob {
    /// What it holds.
    pub kind: BlobKind,
    /// What binds it to its agenda and party ([`ballot_context`]) or matter and person ([`rating_context`]); zero otherwise.
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

    /// The marks that a person gives a matter.
    pub fn rating(matter: &MatterId, person: &PersonId, salt: Salt, marks: &Marks) -> Self {
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
        match self.kind {
            BlobKind::Unit => self.open::<UnitFacts>().map(drop),
            BlobKind::Place => self.open::<Place>().map(drop),
            BlobKind::Person => self.open::<PersonName>().map(drop),
            BlobKind::Consent | BlobKind::Statement => self.open::<Words>().map(drop),
            BlobKind::HelpText => self.open::<HelpText>().map(drop),
            BlobKind::AgendaText => self.open::<AgendaText>().map(drop),
            BlobKind::Ballot => self.open::<BallotOpening>().map(drop),
            BlobKind::MatterText => self.open::<MatterText>().map(drop),
            BlobKind::Opinion => self.open::<Spoken>().map(drop),
            BlobKind::Rating => self.open::<Marks>().map(drop),
            BlobKind::LedgerPage => self.open::<LedgerPage>().map(drop),
        }
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

/// What binds marks to one matter and person: `SHA-256("estate-ctx/v1\0" ‖ matter ‖ person)`.
pub fn rating_context(matter: &MatterId, person: &PersonId) -> Hash {
    Hash::from_bytes(tagged_hash(b"estate-ctx/v1\0", &[matter.as_bytes(), person.as_bytes()]))
}
