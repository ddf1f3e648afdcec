//! A disclosure: what was published, and each question about it with its answer.

use crate::blob::{Blob, Words};
use crate::body::{Body, Disclosure, LinePlace};
use crate::id::{BlobId, DisclosureId, QuestionId};
use crate::ledger::LedgerPage;
use crate::projection::AtHand;
use crate::rejection::{Code, Rejection, require};
use crate::view::{DisclosureView, Opened, QuestionView, Speaker};

/// A question, proven.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Its entry.
    pub id: QuestionId,
    /// Its place in the log.
    pub index: u64,
    /// When it was received, in milliseconds since 1970.
    pub at_ms: u64,
    /// About which line; none for the whole.
    pub line: Option<LinePlace>,
    /// The question.
    pub words: AtHand<Words>,
    /// Who asked: the server's word.
    pub speaker: Speaker,
    /// Until when it should be answered: the server's word.
    pub due_ms: u64,
    /// When it was answered, and the answer.
    pub reply: Option<(u64, AtHand<Words>)>,
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
    /// What was asked, in the order of the log, as far as it was read.
    pub questions: Vec<Asked>,
    /// After which question the next page of them begins.
    pub questions_next: Option<QuestionId>,
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
        let (speaker, questions_next) = (view.speaker.clone(), view.questions_next);
        // A page that leads on ends with a question of its own.
        let last = questions.last().map(|question: &Asked| question.id);
        require(questions_next.is_none() || questions_next == last, Code::AnswerMismatch)?;
        Ok(Self { id: *asked, body, at_ms, speaker, questions, questions_next })
    }

    /// Adds the next page of what was asked.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if it is no later one, or another disclosure's.
    pub fn read_on(&mut self, page: Self) -> Result<(), Rejection> {
        let before = self.questions.last().map(|last| last.index);
        let later = page.questions.first().is_none_or(|first| Some(first.index) > before);
        require(page.id == self.id && later, Code::AnswerMismatch)?;
        self.questions.extend(page.questions);
        self.questions_next = page.questions_next;
        Ok(())
    }
}

fn question(
    opened: &Opened<'_>,
    view: &QuestionView,
    (disclosure, body): (&DisclosureId, &Disclosure),
    before: &mut Option<u64>,
) -> Result<Asked, Rejection> {
    let entry = opened.entry(&view.question)?;
    let (index, at_ms) = (entry.index, entry.received_ms);
    require(before.replace(index) < Some(index), Code::AnswerMismatch)?;
    let Body::Ask(ask) = entry.entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
    let ours = ask.disclosure == *disclosure && ask.line.is_none_or(|line| body.has_line(line));
    require(ours, Code::AnswerMismatch)?;
    let reply = match &view.reply {
        Some(reply) => {
            let entry = opened.entry(reply)?;
            let at_ms = entry.received_ms;
            let Body::Reply(reply) = entry.entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
            require(reply.question == view.question, Code::AnswerMismatch)?;
            Some((at_ms, AtHand::of(opened, &reply.text)?))
        }
        None => None,
    };
    Ok(Asked {
        id: view.question,
        index,
        at_ms,
        line: ask.line,
        words: AtHand::of(opened, &ask.text)?,
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
