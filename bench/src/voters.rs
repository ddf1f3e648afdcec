//! Owners who vote again and again. Everything is signed before a clock starts.

use anyhow::{Result, anyhow};
use yishi_protocol::blob::{BallotOpening, Blob};
use yishi_protocol::body::Ballot;
use yishi_protocol::envelope::{Entry, Unsigned, Verified, View};
use yishi_protocol::id::{AgendaId, EntryId, EstateId, PartyId, Salt};
use yishi_protocol::log::LogEntry;
use yishi_protocol::strict_json;
use yishi_protocol::wire::{Base64Bytes, Submission};
use yishi_protocol::{SigningKey, verify};
use yishi_server::store::NewEntry;
use yishi_tests::homes::bytes;

use crate::machine::cores;

/// One owner of one home.
pub(crate) struct Voter {
    key: SigningKey,
    party: PartyId,
    /// The number of the key's last entry: 0 is its enrolment, then one a ballot.
    last_seq: u64,
    standing: Option<EntryId>,
}

/// A signed ballot that is only ever sent once.
#[derive(Clone)]
pub(crate) struct Cast {
    pub(crate) entry: Verified<Entry>,
    pub(crate) opening: Blob,
}

/// All owners of an estate, and the vote they vote in.
pub(crate) struct Voters {
    pub(crate) estate: EstateId,
    pub(crate) agenda: AgendaId,
    /// What all of them have seen of the log.
    pub(crate) view: View,
    /// In milliseconds since 1970.
    pub(crate) now_ms: u64,
    pub(crate) owners: Vec<Voter>,
}

impl Voter {
    pub(crate) fn new(key: SigningKey, party: PartyId) -> Self {
        Self { key, party, last_seq: 0, standing: None }
    }

    fn cast(&mut self, (estate, agenda, view, now_ms): (EstateId, AgendaId, View, u64)) -> Result<Cast> {
        self.last_seq += 1;
        let opening = BallotOpening { choice: vec![vec![u32::try_from(self.last_seq % 3)?]] };
        let salt = Salt::from_bytes(bytes(&format!("salt of {}", self.party), self.last_seq));
        let opening = Blob::ballot(&agenda, &self.party, salt, &opening);
        let body = Ballot { agenda, blob: opening.id(), party: self.party, supersedes: self.standing };
        let draft = Unsigned { estate, seq: self.last_seq, view, client_ms: now_ms, body: body.into() };
        let entry = verify(&draft.sign(&self.key)?)?;
        self.standing = Some(entry.id());
        Ok(Cast { entry, opening })
    }
}

impl Voters {
    /// Everybody votes once more, in the order of the owners: the first time for the first time, then in place of the
    /// ballot before.
    ///
    /// # Errors
    /// If an entry cannot be signed.
    pub(crate) fn round(&mut self) -> Result<Vec<Cast>> {
        let vote = (self.estate, self.agenda, self.view, self.now_ms);
        let part = self.owners.len().div_ceil(cores()).max(1);
        let signed = std::thread::scope(|scope| {
            let sign = |voters: &'_ mut [Voter]| -> Result<Vec<Cast>> {
                voters.iter_mut().map(|voter| voter.cast(vote)).collect()
            };
            let parts: Vec<_> =
                self.owners.chunks_mut(part).map(|voters| scope.spawn(move || sign(voters))).collect();
            let join = |part: std::thread::ScopedJoinHandle<'_, Result<Vec<Cast>>>| {
                part.join().map_err(|_| anyhow!("a signing thread broke off"))?
            };
            parts.into_iter().map(join).collect::<Result<Vec<_>>>()
        })?;
        Ok(signed.concat())
    }

    /// So many rounds, one after the other.
    ///
    /// # Errors
    /// Those of [`Voters::round`].
    pub(crate) fn rounds(&mut self, rounds: usize) -> Result<Vec<Cast>> {
        let rounds: Vec<_> = (0..rounds).map(|_| self.round()).collect::<Result<_>>()?;
        Ok(rounds.concat())
    }
}

impl Cast {
    /// The whole HTTP request that posts it.
    pub(crate) fn request(&self, estate: &EstateId) -> Vec<u8> {
        let envelope = Base64Bytes(self.entry.bytes().to_vec());
        let submission = Submission { blobs: vec![self.opening.clone()], envelope };
        let body = strict_json::write(&submission);
        let head = format!(
            "POST /api/estates/{estate}/entries HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n\
             content-length: {}\r\n\r\n",
            body.len()
        );
        [head.as_bytes(), &body].concat()
    }

    /// What the store would keep of it at a place.
    pub(crate) fn placed(&self, index: u64, received_ms: u64) -> NewEntry {
        let entry = LogEntry { index, received_ms, entry: self.entry.clone() };
        NewEntry {
            entry_id: self.entry.id(),
            leaf: entry.leaf(),
            leaf_hash: entry.leaf_hash(),
            blobs: vec![self.opening.clone()],
        }
    }
}
