//! The stairwell told with every refusal on the way: where an entry stands, what could have been sent in its place.
//!
//! [`tell`] gives the log vectors of `tests/vectors/stairwell.json`. One file per chapter. Codes that no single entry of this
//! log can show stand in [`crate::others`] and in the worked votes.

mod books;
mod calling;
mod change;
mod deciding;
mod delivering;
mod electing;
mod ending;
mod envelopes;
mod erasure;
mod extending;
mod founding;
mod help;
mod homes;
mod identity;
mod matter;
mod meetings;
mod moderation;
mod paper;
mod proxies;
mod requisition;
mod reviewing;
mod roll;
mod voiding;
mod withdrawing;

use base16ct::lower::encode_string as hex;
use yishi_protocol::blob::Blob;
use yishi_protocol::body::Body;
use yishi_protocol::log::LogEntry;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::{log::Log, verify};

use crate::story::{Story, Submission};
use crate::vectors::{KeptBlob, LogVectors, Step};

/// A story that writes down what happens.
#[derive(Debug, Default)]
pub struct Telling {
    /// The story so far.
    pub story: Story,
    steps: Vec<Step>,
}

/// What went otherwise than told.
#[derive(Debug)]
pub struct Unexpected {
    /// The step.
    pub note: String,
    /// What the rules said.
    pub said: Option<Rejection>,
}

type Told<T> = Result<T, Unexpected>;

impl Telling {
    /// An entry that must be accepted.
    fn say(&mut self, note: &str, author: &str, body: impl Into<Body>, blobs: Vec<Blob>) -> Told<LogEntry> {
        let body = body.into();
        let kept = blobs.iter().map(KeptBlob::from).collect();
        let entry = self.story.say(author, body.clone(), blobs);
        let entry = entry.map_err(|said| Unexpected { note: note.to_owned(), said: Some(said) })?;
        let log = &self.story.log;
        self.steps.push(Step::Accepted {
            note: note.to_owned(),
            kind: body.kind().to_string(),
            leaf: hex(&entry.leaf()),
            blobs: kept,
            entry_id: entry.entry.id().to_string(),
            leaf_hash: entry.leaf_hash().to_string(),
            root: log.tree().root().to_string(),
            state_hash: log.state().state_hash().to_string(),
        });
        Ok(entry)
    }

    /// An entry that must be refused, and must leave everything as it was.
    fn refuse(
        &mut self,
        code: Code,
        note: &str,
        author: &str,
        body: impl Into<Body>,
        blobs: Vec<Blob>,
    ) -> Told<()> {
        let submission = self.story.sign(author, body, blobs);
        self.refuse_submission(code, note, &submission)
    }

    fn refuse_submission(&mut self, code: Code, note: &str, submission: &Submission) -> Told<()> {
        let (index, now_ms) = (self.story.log.state().size(), self.story.now_ms);
        self.refuse_at(code, note, submission, index, now_ms)
    }

    fn refuse_at(
        &mut self,
        code: Code,
        note: &str,
        submission: &Submission,
        index: u64,
        received_ms: u64,
    ) -> Told<()> {
        let before = self.story.log.state().state_hash();
        let said = attempt(&self.story, submission, index, received_ms).err();
        let unchanged = self.story.log.state().state_hash() == before;
        if said.as_ref().map(|said| said.code) != Some(code) || !unchanged {
            return Err(Unexpected { note: format!("{code}: {note}"), said });
        }
        let mut leaf = received_ms.to_be_bytes().to_vec();
        leaf.extend_from_slice(&submission.envelope);
        self.steps.push(Step::Refused {
            note: note.to_owned(),
            refused: code.to_string(),
            index,
            leaf: hex(&leaf),
            blobs: submission.blobs.iter().map(KeptBlob::from).collect(),
        });
        Ok(())
    }
}

/// Tries a submission at a place and time, on a copy of the log.
fn attempt(story: &Story, submission: &Submission, index: u64, received_ms: u64) -> Result<(), Rejection> {
    let mut evidence = story.evidence.clone();
    for blob in &submission.blobs {
        evidence.insert(blob.clone());
    }
    let entry = LogEntry { index, received_ms, entry: verify(&submission.envelope)? };
    let mut log: Log = story.log.clone();
    log.replay(&entry, &evidence)?.missing().map_or(Ok(()), yishi_protocol::blob::Missing::refuse)
}

/// Tells the stairwell.
///
/// # Errors
/// The first step that goes otherwise than told.
pub fn tell() -> Result<LogVectors, Unexpected> {
    let mut telling = Telling::default();
    founding::tell(&mut telling)?;
    envelopes::tell(&mut telling)?;
    founding::let_people_in(&mut telling)?;
    let letter = identity::tell(&mut telling)?;
    let rolls = roll::tell(&mut telling)?;
    deciding::tell(&mut telling, &rolls)?;
    identity::lapsed(&mut telling, letter)?;
    matter::tell(&mut telling, rolls.april)?;
    books::tell(&mut telling)?;
    homes::tell(&mut telling, rolls.april)?;
    paper::tell(&mut telling, rolls.april)?;
    change::tell(&mut telling, &rolls)?;
    help::tell(&mut telling)?;
    moderation::tell(&mut telling)?;
    erasure::tell(&mut telling)?;
    reviewing::tell(&mut telling)?;
    requisition::tell(&mut telling)?;
    meetings::tell(&mut telling)?;
    electing::tell(&mut telling)?;
    Ok(LogVectors {
        about:
            "A stairwell of twelve homes, from its founding to a vote, a matter and a disclosure, with what was refused on the way. \
                Leaves are received_ms (8 bytes) and envelope. See protocol/SPEC.md."
                .to_owned(),
        steps: telling.steps,
    })
}
