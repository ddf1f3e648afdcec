//! What may be erased, and what an erasure that waits would erase: what it says is what its blob says, or is not told.

use crate::blob::{Blob, BlobKind, MatterText, PersonName, Place, Spoken, UnitFacts, Words};
use crate::body::{Body, Erase, HelpText};
use crate::id::EntryId;
use crate::log::LogEntry;
use crate::rejection::{Code, Rejection, require};
use crate::view::{ErasableList, ErasableView, ErasureView, Opened};

/// What a blob says that would be erased.
#[derive(Clone, Debug, PartialEq)]
pub enum BlobSays {
    /// A home's area.
    Area(UnitFacts),
    /// Where an organisation is found and rung.
    Help(HelpText),
    /// What is asked for in a matter.
    Matter(MatterText),
    /// A person's name and phone.
    Name(PersonName),
    /// A home's address.
    Place(Place),
    /// An opinion.
    Spoken(Spoken),
    /// Other words.
    Words(Words),
}

/// Something that may be erased, or not yet: where it was said and what it says is proven, the rest is the server's word.
#[derive(Clone, Debug, PartialEq)]
pub struct Erasing {
    /// When the entry that names it was received, in milliseconds since 1970.
    pub at_ms: Option<u64>,
    /// What it says, if it is at hand and the reader may read it.
    pub says: Option<BlobSays>,
    /// The rest.
    pub view: ErasableView,
}

impl Erasing {
    /// All of a list, in its order.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if an entry does not name the blob, or one stands twice or out of order; those of [`Opened::entry`].
    pub fn all(opened: &Opened<'_>, list: ErasableList) -> Result<Vec<Self>, Rejection> {
        let ascends = list.erasable.is_sorted_by(|one, other| one.blob < other.blob);
        require(ascends, Code::AnswerMismatch)?;
        let last = list.erasable.last().map(|last| last.blob);
        // Whoever follows pages comes to an end.
        require(list.next.is_none_or(|next| Some(next) >= last), Code::AnswerMismatch)?;
        list.erasable.into_iter().map(|view| Self::of(opened, view)).collect()
    }

    fn of(opened: &Opened<'_>, view: ErasableView) -> Result<Self, Rejection> {
        let mut at_ms = None;
        if let Some(entry) = &view.entry {
            let shown = opened.entry(entry)?;
            require(shown.entry.body().named_blobs().contains(&view.blob), Code::AnswerMismatch)?;
            at_ms = Some(shown.received_ms);
        }
        let says = opened.blob(&view.blob).and_then(BlobSays::of);
        Ok(Self { at_ms, says, view })
    }
}

impl BlobSays {
    /// The same on one line, each text in the language in which it was said.
    pub fn in_words(&self) -> String {
        match self {
            BlobSays::Area(facts) => format!("{}.{:02} m²", facts.area_c / 100, facts.area_c % 100),
            BlobSays::Help(help) => {
                let parts = [&help.purpose.text, &help.place.text, &help.hours.text, &help.telephone];
                parts.map(String::as_str).join(" ")
            }
            BlobSays::Matter(text) => {
                let place = text.place.as_deref().unwrap_or_default();
                format!("{} {} {place}", text.title.text, text.body.text)
            }
            BlobSays::Name(name) => format!("{} {}", name.name, name.phone.as_deref().unwrap_or_default()),
            BlobSays::Place(place) => place.address(),
            BlobSays::Spoken(spoken) => {
                spoken.text.as_ref().map(|words| words.text.clone()).unwrap_or_default()
            }
            BlobSays::Words(words) => words.text.clone(),
        }
    }

    /// What a blob says; none if it is a ballot, a proxy's terms or marks, or of a kind that is never erased.
    pub(crate) fn of(blob: &Blob) -> Option<Self> {
        let said = match blob.kind {
            BlobKind::Unit => BlobSays::Area(blob.open().ok()?),
            BlobKind::HelpText => BlobSays::Help(blob.open().ok()?),
            BlobKind::MatterText => BlobSays::Matter(blob.open().ok()?),
            BlobKind::Person => BlobSays::Name(blob.open().ok()?),
            BlobKind::Place => BlobSays::Place(blob.open().ok()?),
            BlobKind::Opinion => BlobSays::Spoken(blob.open().ok()?),
            BlobKind::Statement | BlobKind::Appeal | BlobKind::Dispute => BlobSays::Words(blob.open().ok()?),
            // Nobody reads these for being asked to erase them, and what else there is is never erased.
            BlobKind::Ballot
            | BlobKind::ProxyTerms
            | BlobKind::Delivery
            | BlobKind::PaperBallot
            | BlobKind::Rating
            | BlobKind::Consent
            | BlobKind::AgendaText
            | BlobKind::LedgerPage => return None,
        };
        Some(said)
    }
}

/// An erasure that waits, for whoever is asked to stand behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Erasure {
    /// The entry.
    pub act: LogEntry,
    /// What it asks for.
    pub body: Erase,
    /// What it would erase.
    pub erasing: Vec<Erasing>,
    /// The order, in words, if there is one and it is at hand.
    pub order: Option<Words>,
}

impl Erasure {
    /// The erasure that was asked for: all of it, and nothing else.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if it is another entry, none that erases, or other blobs are shown than it lists; those of
    /// [`Erasing::all`].
    pub fn of(opened: &Opened<'_>, view: ErasureView, asked: &EntryId) -> Result<Self, Rejection> {
        require(view.act == *asked, Code::AnswerMismatch)?;
        let act = opened.entry(asked)?;
        let Body::Erase(body) = act.entry.body().clone() else { return Err(Code::AnswerMismatch.into()) };
        let same = view.erasable.iter().map(|one| &one.blob).eq(&body.blobs);
        require(same, Code::AnswerMismatch)?;
        let erasing = Erasing::all(opened, ErasableList { erasable: view.erasable, next: None })?;
        let order = body.order.and_then(|order| opened.words(&order));
        Ok(Self { act, body, erasing, order })
    }
}
