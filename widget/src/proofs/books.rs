//! Disclosures as this window sees them: sums and questions proven, lines checked against their page's id.

use std::collections::BTreeMap;

use yishi_protocol::blob::{Blob, Words};
use yishi_protocol::body::{Body, Disclosure, LinePlace};
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{BlobId, DisclosureId, QuestionId};
use yishi_protocol::ledger::{LedgerLine, LedgerPage};
use yishi_protocol::rejection::Code;
use yishi_protocol::view::{DisclosureList, DisclosureView, QuestionView, Speaker};

use crate::proofs::session::{Session, get, words};
use crate::words::trouble::Trouble;

/// A question, proven.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    /// Its entry.
    pub(crate) id: QuestionId,
    /// When the server received it.
    pub(crate) at_ms: u64,
    /// About which line; none for the whole.
    pub(crate) line: Option<LinePlace>,
    /// The question, if it is at hand.
    pub(crate) words: Option<Words>,
    /// Who asked: the server's word.
    pub(crate) speaker: Speaker,
    /// Until when it should be answered.
    pub(crate) due_ms: u64,
    /// When it was answered, and the answer if it is at hand.
    pub(crate) reply: Option<(u64, Option<Words>)>,
    /// Whether we asked it: the server's word.
    pub(crate) mine: bool,
}

/// A disclosure, proven.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Books {
    /// Which.
    pub(crate) id: DisclosureId,
    /// What was published.
    pub(crate) body: Disclosure,
    /// When the server received it.
    pub(crate) at_ms: u64,
    /// Who published it: the server's word.
    pub(crate) speaker: Speaker,
    /// What was asked.
    pub(crate) questions: Vec<Asked>,
    /// All lines at hand, in order. Screens name a line by its number among these.
    pub(crate) lines: Vec<LedgerLine>,
    /// Where each of them stands, which is what entries name it by.
    pub(crate) places: Vec<LinePlace>,
    /// Whether a page is not at hand.
    pub(crate) incomplete: bool,
    /// Which accounts somebody has unfolded or folded: whoever comes back from a line finds them as they were.
    pub(crate) unfolded: BTreeMap<u32, bool>,
}

impl Books {
    /// Where the line of a number stands.
    pub(crate) fn place(&self, number: u32) -> Option<LinePlace> {
        self.places.get(usize::try_from(number).ok()?).copied()
    }

    /// The line at a place.
    pub(crate) fn line(&self, place: LinePlace) -> Option<&LedgerLine> {
        let at = self.places.iter().position(|at| *at == place)?;
        self.lines.get(at)
    }

    /// What was asked about the line of a number.
    pub(crate) fn asked(&self, number: u32) -> Vec<&Asked> {
        let place = self.place(number);
        self.questions.iter().filter(|asked| asked.line.is_some() && asked.line == place).collect()
    }
}

impl Session {
    /// The list of disclosures: all of it is the server's word.
    pub(crate) async fn disclosures(&mut self) -> Result<DisclosureList, Trouble> {
        self.fetch("/disclosures").await
    }

    /// A disclosure with its lines.
    pub(crate) async fn books(&mut self, id: &DisclosureId) -> Result<Books, Trouble> {
        let view: DisclosureView = self.fetch(&format!("/disclosures/{id}")).await?;
        let checkpoint = self.check(&view.checkpoint)?;
        let (body, at_ms) = open_disclosure(&view, id, &checkpoint)?;
        let mut questions = Vec::new();
        for question in &view.questions {
            questions.push(open_question(question, id, &checkpoint)?);
        }
        let (mut lines, mut places, mut incomplete) = (Vec::new(), Vec::new(), false);
        for (number, (page, _)) in (0..).zip(&body.pages) {
            let Some(page) = self.page(page).await? else {
                incomplete = true;
                continue;
            };
            places.extend((0..).zip(&page.lines).map(|(line, _)| (number, line)));
            lines.extend(page.lines);
        }
        let (speaker, unfolded) = (view.speaker, BTreeMap::new());
        Ok(Books { id: *id, body, at_ms, speaker, questions, lines, places, incomplete, unfolded })
    }

    /// What some disclosures state, each proven, without their lines.
    pub(crate) async fn all_stated(&mut self, ids: &[DisclosureId]) -> Result<Vec<Disclosure>, Trouble> {
        let asked = ids.iter().map(|id| {
            let mut session = self.clone();
            async move { (session.stated(id).await, session) }
        });
        let mut all = Vec::new();
        for (stated, other) in futures_util::future::join_all(asked).await {
            self.learn(&other);
            all.push(stated?);
        }
        Ok(all)
    }

    async fn stated(&mut self, id: &DisclosureId) -> Result<Disclosure, Trouble> {
        let view: DisclosureView = self.fetch(&format!("/disclosures/{id}")).await?;
        let checkpoint = self.check(&view.checkpoint)?;
        Ok(open_disclosure(&view, id, &checkpoint)?.0)
    }

    async fn page(&mut self, id: &BlobId) -> Result<Option<LedgerPage>, Trouble> {
        match get::<Blob>(&format!("{}/blobs/{id}", self.base), None).await {
            Ok((blob, _)) => Ok(Some(words(Some(&blob), id).ok_or(Code::BlobPayload)?)),
            Err(Trouble::Refused(refusal)) if refusal.code == "NOT_FOUND" => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }
}

/// What a disclosure states, and when the server received it.
fn open_disclosure(
    view: &DisclosureView,
    id: &DisclosureId,
    checkpoint: &Checkpoint,
) -> Result<(Disclosure, u64), Trouble> {
    let entry = view.disclosure.open(checkpoint)?;
    let Body::Disclosure(body) = entry.entry.body().clone() else {
        return Err(Code::DisclosureUnknown.into());
    };
    if entry.entry.id() != *id {
        return Err(Code::DisclosureUnknown.into());
    }
    Ok((body, entry.received_ms))
}

fn open_question(
    view: &QuestionView,
    disclosure: &DisclosureId,
    checkpoint: &Checkpoint,
) -> Result<Asked, Trouble> {
    let entry = view.ask.open(checkpoint)?;
    let Body::Ask(ask) = entry.entry.body() else { return Err(Code::QuestionUnknown.into()) };
    if ask.disclosure != *disclosure {
        return Err(Code::QuestionUnknown.into());
    }
    let reply = match &view.reply {
        Some(reply) => {
            let reply = reply.open(checkpoint)?;
            match reply.entry.body() {
                Body::Reply(body) if body.question == entry.entry.id() => {
                    Some((reply.received_ms, words(view.reply_text.as_ref(), &body.text)))
                }
                _ => return Err(Code::QuestionUnknown.into()),
            }
        }
        None => None,
    };
    Ok(Asked {
        id: entry.entry.id(),
        at_ms: entry.received_ms,
        line: ask.line,
        words: words(view.text.as_ref(), &ask.text),
        speaker: view.speaker.clone(),
        due_ms: view.due_ms,
        reply,
        mine: view.mine,
    })
}
