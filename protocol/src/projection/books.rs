//! A disclosure: what was published, and each question about it with its answer.

use crate::blob::{Blob, Words};
use crate::body::{Body, Disclosure, LinePlace};
use crate::id::{BlobId, DisclosureId, QuestionId};
use crate::ledger::LedgerPage;
use crate::rejection::{Code, Rejection, require};
use crate::view::{DisclosureView, Opened, QuestionView, Speaker};

/// A question, proven.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Its entry.
    pub id: QuestionId,
    /// When it was received, in milliseconds since 1970.
    pub at_ms: u64,
    /// About which line; none for the whole.
    pub line: Option<LinePlace>,
    /// The question, if it is at hand.
    pub words: Option<Words>,
    /// Who asked: the server's word.
    pub speaker: Speaker,
    /// Until when it should be answered: the server's word.
    pub due_ms: u64,
    /// When it was answered, and the answer if it is at hand.
    pub reply: Option<(u64, Option<Words>)>,
    /// Whether the reader asked it: the server's word.
    pub mine: bool,
}

/// A disclosure, proven. Its pages are read by themselves, by the ids that it names.
#[derive(Clone, Debug, PartialEq)]
pub struct Disclosed {
    /// Which.
    pub id: DisclosureId,
    /// What was published.
    pub body: Disclosure,
    /// When it was received, in milliseconds since 1970.
    pub at_ms: u64,
    /// Who published it: the server's word.
    pub speaker: Speaker,
    /// What was asked, in the order of the log.
    pub questions: Vec<Asked>,
}

impl Disclosed {
    /// The disclosure that was asked for.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if another one is shown, a question is about another disclosure or a line that it does not have, a reply
    /// is to another question, or the questions are out of order; those of [`Opened::entry`].
    pub fn of(opened: &Opened<'_>, view: &DisclosureView, asked: &DisclosureId) -> Result<Self, Rejection> {
        require(view.disclosure == *asked, Code::AnswerMismatch)?;
        let entry = opened.entry(asked)?;
        let at_ms = entry.received_ms;
        let Body::Disclosure(body) = entry.entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
        let (mut questions, mut before) = (Vec::new(), None);
        for question in &view.questions {
            questions.push(self::question(opened, question, (asked, &body), &mut before)?);
        }
        Ok(Self { id: *asked, body, at_ms, speaker: view.speaker.clone(), questions })
    }
}

fn question(
    opened: &Opened<'_>,
    view: &QuestionView,
    (disclosure, body): (&DisclosureId, &Disclosure),
    before: &mut Option<u64>,
) -> Result<Asked, Rejection> {
    let entry = opened.entry(&view.question)?;
    require(before.replace(entry.index) < Some(entry.index), Code::AnswerMismatch)?;
    let at_ms = entry.received_ms;
    let Body::Ask(ask) = entry.entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
    let ours = ask.disclosure == *disclosure && ask.line.is_none_or(|line| body.has_line(line));
    require(ours, Code::AnswerMismatch)?;
    let reply = match &view.reply {
        Some(reply) => {
            let entry = opened.entry(reply)?;
            let at_ms = entry.received_ms;
            let Body::Reply(reply) = entry.entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
            require(reply.question == view.question, Code::AnswerMismatch)?;
            Some((at_ms, opened.words(&reply.text)))
        }
        None => None,
    };
    Ok(Asked {
        id: view.question,
        at_ms,
        line: ask.line,
        words: opened.words(&ask.text),
        speaker: view.speaker.clone(),
        due_ms: view.due_ms,
        reply,
        mine: view.mine,
    })
}

/// The lines of a page, from a blob that was fetched by the page's id.
///
/// # Errors
/// `ANSWER_MISMATCH` if it is another blob, or has another number of lines than the disclosure says; `BLOB_PAYLOAD`.
pub fn ledger_page(blob: &Blob, (id, lines): &(BlobId, u32)) -> Result<LedgerPage, Rejection> {
    require(blob.id() == *id, Code::AnswerMismatch)?;
    let page: LedgerPage = blob.open()?;
    require(u32::try_from(page.lines.len()) == Ok(*lines), Code::AnswerMismatch)?;
    Ok(page)
}
