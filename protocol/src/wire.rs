//! What travels between a client and a server, as JSON.

use base64ct::{Base64, Encoding};

use crate::blob::{Blob, Evidence};
use crate::body::Body;
use crate::checkpoint::Checkpoint;
use crate::envelope::{BodyReader, Entry, id_of};
use crate::id::{EntryId, EstateId, Hash, PublicKey};
use crate::log::LogEntry;
use crate::merkle::{leaf_hash, proves_consistency, proves_inclusion};
use crate::rejection::{Code, Rejection, require};
use crate::strict_json::{Reader, Strict, put_word};

/// The longest body of a submission, in bytes: an entry with its blobs.
pub const MAX_SUBMISSION: usize = 1024 * 1024;

/// Bytes as base64 text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base64Bytes(pub Vec<u8>);

impl Strict for Base64Bytes {
    fn put(&self, text: &mut String) {
        put_word(text, &Base64::encode_string(&self.0));
    }

    fn take(reader: &mut Reader<'_>) -> Option<Self> {
        let word = reader.word()?;
        Base64::decode_vec(word).ok().map(Self).or_else(|| reader.unknown("no base64"))
    }
}

/// An entry on its way to the log, with the blobs it names. All or nothing is taken.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Submission {
    /// What the entry names and the server may not have.
    pub blobs: Vec<Blob>,
    /// The signed envelope of SPEC.md, section 4.
    pub envelope: Base64Bytes,
}

impl Submission {
    /// The blobs that came along, once it is certain that the entry names each of them.
    ///
    /// # Errors
    /// `BLOB_UNNAMED`, and those of [`Blob::check`].
    pub fn evidence(&self, entry: &Entry) -> Result<Evidence, Rejection> {
        let named = entry.body().named_blobs();
        let mut evidence = Evidence::new();
        for blob in &self.blobs {
            blob.check()?;
            let id = evidence.insert(blob.clone());
            require(named.contains(&id), Code::BlobUnnamed)?;
        }
        Ok(evidence)
    }
}

/// A leaf with its way to a root: whoever holds a checkpoint can check it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Proven {
    /// The entry's place.
    pub index: u64,
    /// `received_ms` and envelope.
    pub leaf: Base64Bytes,
    /// The RFC 6962 inclusion proof, from the leaf up.
    pub proof: Vec<Hash>,
}

impl Proven {
    /// The entry, if it stands at its place under the checkpoint and its signature holds.
    ///
    /// # Errors
    /// `NOT_INCLUDED`, or those of [`crate::verify`].
    pub fn open(&self, checkpoint: &Checkpoint) -> Result<LogEntry, Rejection> {
        self.open_reading(checkpoint, Body::decode)
    }

    /// [`Self::open`] with another reader of bodies.
    ///
    /// # Errors
    /// Those of [`Self::open`], and the reader's.
    pub fn open_reading(&self, checkpoint: &Checkpoint, read: BodyReader) -> Result<LogEntry, Rejection> {
        self.check(checkpoint)?;
        LogEntry::from_leaf_reading(self.index, &self.leaf.0, read)
    }

    /// What its entry is called, whether or not it is proven or signed.
    ///
    /// # Errors
    /// `TRUNCATED`.
    pub fn id(&self) -> Result<EntryId, Rejection> {
        let (_, envelope) = self.leaf.0.split_first_chunk::<8>().ok_or(Code::Truncated)?;
        Ok(id_of(envelope))
    }

    /// That the leaf stands at its place under the checkpoint.
    ///
    /// # Errors
    /// `NOT_INCLUDED`.
    pub fn check(&self, checkpoint: &Checkpoint) -> Result<(), Rejection> {
        let hash = leaf_hash(&self.leaf.0);
        let included = proves_inclusion(hash, self.index, checkpoint.size, &checkpoint.root, &self.proof);
        require(included, Code::NotIncluded)
    }
}

/// The answer to a submission: the entry lies inside a signed checkpoint.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Receipt {
    /// The signed note ([`Checkpoint`]).
    pub checkpoint: String,
    /// The entry under it.
    pub proven: Proven,
}

impl Receipt {
    /// Checks everything a receipt says.
    ///
    /// # Errors
    /// Those of [`Checkpoint::open`] and [`Proven::open`].
    pub fn open(&self, estate: &EstateId, log_key: &PublicKey) -> Result<(Checkpoint, LogEntry), Rejection> {
        let checkpoint = Checkpoint::open(&self.checkpoint, estate, log_key)?;
        let entry = self.proven.open(&checkpoint)?;
        Ok((checkpoint, entry))
    }
}

/// The answer to whoever holds an older checkpoint: the newest one, and the proof that it only adds to that.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Consistency {
    /// The newest signed note ([`Checkpoint`]).
    pub checkpoint: String,
    /// The RFC 6962 consistency proof between the two sizes. Empty if they are equal.
    pub proof: Vec<Hash>,
    /// The size of the older checkpoint, in entries.
    pub since: u64,
}

impl Consistency {
    /// The newest checkpoint, if its log begins with that of the older one.
    ///
    /// # Errors
    /// Those of [`Checkpoint::open`]; `VIEW_AHEAD` if it is the shorter one, `VIEW_MISMATCH` if it has another history: both
    /// notes are evidence then.
    pub fn open(&self, older: &Checkpoint, log_key: &PublicKey) -> Result<Checkpoint, Rejection> {
        let newest = Checkpoint::open(&self.checkpoint, &older.estate, log_key)?;
        require(newest.size >= older.size, Code::ViewAhead)?;
        let (old, new) = ((older.size, &older.root), (newest.size, &newest.root));
        let adds = self.since == older.size && proves_consistency(old, new, &self.proof);
        require(adds, Code::ViewMismatch)?;
        Ok(newest)
    }
}

/// The answer to whatever is refused.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Refusal {
    /// The stable code; SPEC.md, section 15, lists those of the rules.
    pub code: String,
    /// What to do, and what exactly broke the rule where that helps.
    pub detail: String,
}

impl From<&Rejection> for Refusal {
    fn from(rejection: &Rejection) -> Self {
        let sentence = rejection.code.sentence();
        let detail = match &rejection.detail {
            Some(detail) => format!("{sentence} ({detail})"),
            None => sentence.to_owned(),
        };
        Self { code: rejection.code.to_string(), detail }
    }
}
