//! A copy of what is held of a person, for that person.

use super::{BallotView, PartyView};
use crate::id::{BlobId, EntryId, PartyId, PersonId, PublicKey};
use crate::state::CodeStanding;
use crate::strict_json::Strict;

/// A device of the reader's, those that sign no more included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
pub struct HeldDevice {
    /// Its key.
    pub device: PublicKey,
    /// When it entered, in milliseconds since 1970.
    pub entered_ms: u64,
    /// Whether it signs no more.
    pub revoked: bool,
}

/// A letter that was made out to the reader. Its code is not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
pub struct HeldLetter {
    /// The entry that published it.
    pub entry: EntryId,
    /// Until when it works, exclusive, in milliseconds since 1970.
    pub expires_ms: u64,
    /// What has become of it.
    pub standing: CodeStanding,
}

/// What is held of the reader, with their own words, for them to read and keep. Their offices stand in the log for everybody.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct CopyView {
    /// The ballots of their parties, in log order; the choice where it is the reader's.
    pub ballots: Vec<BallotView>,
    /// What stands of how notices of votes reached their homes: each home with the entry that says it.
    #[strict(row("party", "entry"))]
    pub deliveries: Vec<(PartyId, EntryId)>,
    /// Their devices.
    pub devices: Vec<HeldDevice>,
    /// Their letters.
    pub letters: Vec<HeldLetter>,
    /// Their marks of work, blobs of kind `rating`.
    pub marks: Vec<BlobId>,
    /// Their name and phone, by every roll, blobs of kind `person`.
    pub names: Vec<BlobId>,
    /// From which place in the log on there is more of what they said; none if that is all.
    pub next: Option<u64>,
    /// Their homes.
    pub parties: Vec<PartyView>,
    /// Who.
    pub person: PersonId,
    /// The readings of paper ballots of their homes, also those that never counted, in log order. What is on them is not told.
    pub readings: Vec<EntryId>,
    /// The entries by which they said something that is theirs to erase, in log order, at most 200.
    pub said: Vec<EntryId>,
}
