//! A log told step by step: every step is signed, checked and kept as the server would.

use std::collections::BTreeMap;

use yishi_protocol::blob::{Blob, Evidence};
use yishi_protocol::body::Body;
use yishi_protocol::envelope::Unsigned;
use yishi_protocol::id::{EntryId, EstateId, PublicKey};
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::rejection::Rejection;
use yishi_protocol::signature::public_key;
use yishi_protocol::verify;
use yishi_server::founding::Acts;

use crate::people::{key, public};

/// An entry on its way: signed, with its blobs.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The envelope.
    pub envelope: Vec<u8>,
    /// What comes with it.
    pub blobs: Vec<Blob>,
}

/// A log with its clock, its blobs and its authors' counters.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// The log so far.
    pub log: Log,
    /// Every blob so far.
    pub evidence: Evidence,
    /// The server's clock, in milliseconds since 1970.
    pub now_ms: u64,
    /// The leaves so far, in order.
    pub leaves: Vec<Vec<u8>>,
    seqs: BTreeMap<PublicKey, u64>,
}

impl Story {
    /// An empty log at a moment.
    pub fn at(now_ms: u64) -> Self {
        Self { now_ms, ..Self::default() }
    }

    /// The estate's id; zero before it is founded.
    pub fn estate(&self) -> EstateId {
        self.log.state().estate().map_or(EstateId::ZERO, |estate| estate.id)
    }

    /// What `author` would send now: the next number, the newest view.
    pub fn draft(&self, author: &str, body: impl Into<Body>) -> Unsigned {
        self.draft_of(&public(author), body.into())
    }

    fn draft_of(&self, author: &PublicKey, body: Body) -> Unsigned {
        Unsigned {
            estate: self.estate(),
            seq: self.seqs.get(author).copied().unwrap_or_default(),
            view: self.log.view(),
            client_ms: self.now_ms,
            body,
        }
    }

    /// [`Story::draft`], signed with the key of that name.
    pub fn sign(&self, author: &str, body: impl Into<Body>, blobs: Vec<Blob>) -> Submission {
        // A story's bodies are small and its numbers too.
        let envelope = self.draft(author, body).sign(&key(author)).unwrap_or_default();
        Submission { envelope, blobs }
    }

    /// Sends a submission. On a refusal nothing has changed, the blobs included.
    ///
    /// # Errors
    /// Whatever refuses it.
    pub fn send(&mut self, submission: &Submission) -> Result<LogEntry, Rejection> {
        let mut evidence = self.evidence.clone();
        for blob in &submission.blobs {
            evidence.insert(blob.clone());
        }
        let entry = self.log.accept(verify(&submission.envelope)?, self.now_ms, &evidence)?;
        self.evidence = evidence;
        self.leaves.push(entry.leaf());
        self.seqs.insert(entry.entry.author(), entry.entry.seq() + 1);
        Ok(entry)
    }

    /// Signs and sends.
    ///
    /// # Errors
    /// Whatever refuses it.
    pub fn say(
        &mut self,
        author: &str,
        body: impl Into<Body>,
        blobs: Vec<Blob>,
    ) -> Result<LogEntry, Rejection> {
        let submission = self.sign(author, body, blobs);
        self.send(&submission)
    }

    /// [`Story::say`] for what only matters by its name.
    ///
    /// # Errors
    /// Whatever refuses it.
    pub fn say_id(
        &mut self,
        author: &str,
        body: impl Into<Body>,
        blobs: Vec<Blob>,
    ) -> Result<EntryId, Rejection> {
        self.say(author, body, blobs).map(|entry| entry.entry.id())
    }

    /// Signs and sends acts in their order. Returns the entry of each.
    ///
    /// # Errors
    /// Whatever refuses the first that is refused.
    pub fn tell(&mut self, acts: Acts) -> Result<Vec<EntryId>, Rejection> {
        let mut told = Vec::new();
        for act in acts {
            let (by, body, blobs) = act.said(self.log.state(), &told);
            let envelope = self.draft_of(&public_key(&by), body).sign(&by)?;
            told.push(self.send(&Submission { envelope, blobs })?.entry.id());
        }
        Ok(told)
    }
}
