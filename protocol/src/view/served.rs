//! The one shape of what a server shows of an estate, and its one opener.
//!
//! A server states something and names entries and blobs by their ids; beside it travels each of these once, however often it
//! is named. [`Served::open`] proves them to the answer's own checkpoint. What they show together, the
//! [projections](crate::projection) say.

use crate::blob::Blob;
use crate::checkpoint::Checkpoint;
use crate::envelope::BodyReader;
use crate::id::{BlobId, EntryId, EstateId, PublicKey};
use crate::log::LogEntry;
use crate::rejection::{Code, Rejection, require};
use crate::schema::{Described, Field, ObjectType, Type};
use crate::strict_json::{Reader, Strict, put_name};
use crate::wire::Proven;

/// What a server shows of an estate, with what proves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served<T> {
    /// The blobs that are named and that the reader may see, each once, in ascending order of their ids.
    pub blobs: Vec<Blob>,
    /// The newest signed note, to which every proof leads.
    pub checkpoint: String,
    /// The entries that are named, each once, in ascending order of their ids.
    pub entries: Vec<Proven>,
    /// The blobs that would be shown had they not been erased, in ascending order, each with the entries that erased it.
    pub erased: Vec<ErasedView>,
    /// What the server states: its word, but for what the entries and blobs show.
    pub stated: T,
}

/// A blob that was erased, with the entries that prove it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
pub struct ErasedView {
    /// The `erase` that lists it.
    pub act: EntryId,
    /// Which blob.
    pub blob: BlobId,
    /// The `confirm` that put this in force; none where its author asked for what is theirs.
    pub confirmed: Option<EntryId>,
}

impl<T> Served<T> {
    /// Opens the note and proves every entry to it. Nothing here depends on what is stated, so that it is compiled once.
    ///
    /// # Errors
    /// Those of [`Checkpoint::open`]; `NOT_INCLUDED`; `ANSWER_FORM` if an entry or a blob is there twice or out of order, or a blob
    /// is shown and called erased.
    pub fn open(
        &self,
        (estate, log_key): (&EstateId, &PublicKey),
        read: BodyReader,
    ) -> Result<Opened<'_>, Rejection> {
        let checkpoint = Checkpoint::open(&self.checkpoint, estate, log_key)?;
        Opened::of(&self.blobs, &self.entries, checkpoint, read)?.without(&self.erased)
    }

    /// What it shows, to be opened, and what it states, to be taken over by a projection.
    pub fn apart(self) -> (Served<()>, T) {
        let Self { blobs, checkpoint, entries, erased, stated } = self;
        (Served { blobs, checkpoint, entries, erased, stated: () }, stated)
    }
}

/// An answer's entries and blobs by their ids, all entries proven to its checkpoint.
#[derive(Debug)]
pub struct Opened<'a> {
    /// The head to which they are proven.
    pub checkpoint: Checkpoint,
    blobs: Vec<(BlobId, &'a Blob)>,
    entries: Vec<(EntryId, &'a Proven)>,
    erased: &'a [ErasedView],
    read: BodyReader,
}

impl<'a> Opened<'a> {
    fn of(
        blobs: &'a [Blob],
        entries: &'a [Proven],
        checkpoint: Checkpoint,
        read: BodyReader,
    ) -> Result<Self, Rejection> {
        let mut opened = Self { checkpoint, blobs: Vec::new(), entries: Vec::new(), erased: &[], read };
        for proven in entries {
            proven.check(&checkpoint)?;
            let id = proven.id()?;
            require(opened.entries.last().is_none_or(|(last, _)| *last < id), Code::AnswerForm)?;
            opened.entries.push((id, proven));
        }
        for blob in blobs {
            let id = blob.id();
            require(opened.blobs.last().is_none_or(|(last, _)| *last < id), Code::AnswerForm)?;
            opened.blobs.push((id, blob));
        }
        Ok(opened)
    }

    fn without(mut self, erased: &'a [ErasedView]) -> Result<Self, Rejection> {
        let ascends = erased.is_sorted_by(|one, other| one.blob < other.blob);
        let shown = erased.iter().any(|one| self.blob(&one.blob).is_some());
        self.erased = erased;
        require(ascends && !shown, Code::AnswerForm).map(|()| self)
    }

    /// The entry of that name, its signature checked and its body read. Only now, so that whoever reads few kinds needs no
    /// reader of the others, and nobody checks what is not shown.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if it is not there, and those of [`crate::envelope::verify_reading`].
    pub fn entry(&self, id: &EntryId) -> Result<LogEntry, Rejection> {
        self.entry_by(id, self.read)
    }

    /// The same, read by a reader of its own: whoever shows that something was erased reads no other kind for it.
    ///
    /// # Errors
    /// Those of [`Opened::entry`].
    pub(crate) fn entry_by(&self, id: &EntryId, read: BodyReader) -> Result<LogEntry, Rejection> {
        let at = self.entries.binary_search_by(|(known, _)| known.cmp(id)).ok();
        let (_, proven) = at.and_then(|at| self.entries.get(at)).ok_or(Code::AnswerMismatch)?;
        LogEntry::from_leaf_reading(proven.index, &proven.leaf.0, read)
    }

    /// The entries that are said to have erased a blob. Nothing of them is checked yet ([`AtHand::of`](crate::projection::AtHand)).
    pub(crate) fn erased(&self, id: &BlobId) -> Option<&'a ErasedView> {
        let at = self.erased.binary_search_by(|one| one.blob.cmp(id)).ok()?;
        self.erased.get(at)
    }

    /// The blob of that name; none if it is not at hand, or not for this reader.
    pub fn blob(&self, id: &BlobId) -> Option<&'a Blob> {
        let at = self.blobs.binary_search_by(|(known, _)| known.cmp(id)).ok()?;
        self.blobs.get(at).map(|(_, blob)| *blob)
    }

    /// What the blob of that name says, if it is at hand.
    pub fn words<T: Strict>(&self, id: &BlobId) -> Option<T> {
        self.blob(id)?.open().ok()
    }
}

const NAMES: &[&str] = &["blobs", "checkpoint", "entries", "erased", "stated"];

/// All of an answer but what it states.
type Shown = (Vec<Blob>, String, Vec<Proven>, Vec<ErasedView>);

fn put_shown(
    text: &mut String,
    (blobs, checkpoint): (&Vec<Blob>, &String),
    (entries, erased): (&Vec<Proven>, &Vec<ErasedView>),
) {
    put_name(text, NAMES, 0);
    blobs.put(text);
    put_name(text, NAMES, 1);
    checkpoint.put(text);
    put_name(text, NAMES, 2);
    entries.put(text);
    put_name(text, NAMES, 3);
    erased.put(text);
    put_name(text, NAMES, 4);
}

fn take_shown(reader: &mut Reader<'_>) -> Option<Shown> {
    reader.field(NAMES, 0)?;
    let blobs = Strict::take(reader)?;
    reader.field(NAMES, 1)?;
    let checkpoint = Strict::take(reader)?;
    reader.field(NAMES, 2)?;
    let entries = Strict::take(reader)?;
    reader.field(NAMES, 3)?;
    let erased = Strict::take(reader)?;
    reader.field(NAMES, 4)?;
    Some((blobs, checkpoint, entries, erased))
}

// By hand, since what does not depend on the parameter is apart from what does: phones load it once.
impl<T: Strict> Strict for Served<T> {
    fn put(&self, text: &mut String) {
        put_shown(text, (&self.blobs, &self.checkpoint), (&self.entries, &self.erased));
        self.stated.put(text);
        text.push('}');
    }

    fn take(reader: &mut Reader<'_>) -> Option<Self> {
        let (blobs, checkpoint, entries, erased) = take_shown(reader)?;
        let stated = T::take(reader)?;
        reader.end()?;
        Some(Self { blobs, checkpoint, entries, erased, stated })
    }
}

/// The shape for strangers; what stands at `stated` is another type in each answer.
pub const SHAPE: ObjectType = ObjectType {
    name: "ViewAnswer",
    about: "What a server shows of an estate, with what proves it.",
    fields: &[
        Field {
            name: "blobs",
            about: "The blobs that are named and that the reader may see, each once, in ascending order of their ids.",
            of: <Vec<Blob>>::TYPE,
            row: &[],
        },
        Field {
            name: "checkpoint",
            about: "The newest signed note, to which every proof leads.",
            of: Type::Text,
            row: &[],
        },
        Field {
            name: "entries",
            about: "The entries that are named, each once, in ascending order of their ids.",
            of: <Vec<Proven>>::TYPE,
            row: &[],
        },
        Field {
            name: "erased",
            about: "The blobs that would be shown had they not been erased, in ascending order, each with the entries that erased it.",
            of: <Vec<ErasedView>>::TYPE,
            row: &[],
        },
        Field {
            name: "stated",
            about: "What the server states: its word, but for what the entries and blobs show.",
            of: Type::Stated,
            row: &[],
        },
    ],
};

impl<T: Described> Described for Served<T> {
    const TYPE: Type = Type::Answer(&T::TYPE);
}
