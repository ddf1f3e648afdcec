//! A matter: the entry that brought it up, the official acts that followed, and what was said.

use crate::blob::{MatterText, Spoken, Words};
use crate::body::{Body, Raise};
use crate::id::{BlobId, EntryId, MatterId, PublicKey};
use crate::projection::{AtHand, Hidden};
use crate::rejection::{Code, Rejection, require};
use crate::view::{ActView, MatterView, Opened, OpinionView, Speaker};

/// An official act, proven.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// Its entry.
    pub id: EntryId,
    /// Its place in the log, from 0.
    pub index: u64,
    /// When it was received, in milliseconds since 1970.
    pub at_ms: u64,
    /// What was done.
    pub body: Body,
    /// What was said; none for acts that say nothing.
    pub words: Option<AtHand<Words>>,
    /// Who acted: the server's word.
    pub speaker: Speaker,
}

/// An opinion, proven.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// Its entry.
    pub id: EntryId,
    /// Its place in the log.
    pub index: u64,
    /// When it was received, in milliseconds since 1970.
    pub at_ms: u64,
    /// The key that signed it.
    pub author: PublicKey,
    /// The blob that says it.
    pub blob: BlobId,
    /// What was said.
    pub spoken: AtHand<Spoken>,
    /// To which opinion it replies.
    pub reply_to: Option<EntryId>,
    /// Who spoke: the server's word.
    pub speaker: Speaker,
    /// How its words were hidden, if they are or were.
    pub hidden: Option<Hidden>,
}

/// A matter whose words and acts are proven. Counts, step and dates in `view` are the server's word.
#[derive(Clone, Debug, PartialEq)]
pub struct Matter {
    /// Which.
    pub id: MatterId,
    /// The key that brought it up.
    pub author: PublicKey,
    /// The entry that brought it up.
    pub raise: Raise,
    /// When it was received, in milliseconds since 1970.
    pub raised_ms: u64,
    /// What is asked for.
    pub text: AtHand<MatterText>,
    /// How these words were hidden, if they are or were.
    pub hidden: Option<Hidden>,
    /// The official acts, in log order.
    pub trail: Vec<Act>,
    /// What was said, in log order, as far as it was read.
    pub opinions: Vec<Said>,
    /// The rest.
    pub view: MatterView,
}

impl Matter {
    /// The matter that was asked for.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if another one is shown, an act or an opinion belongs to another one, or they are out of order; those of
    /// [`Hidden::of`] and [`Opened::entry`].
    pub fn of(opened: &Opened<'_>, mut view: MatterView, asked: &MatterId) -> Result<Self, Rejection> {
        require(view.matter == *asked, Code::AnswerMismatch)?;
        let entry = opened.entry(asked)?;
        let (at, raised_ms, author) = (entry.index, entry.received_ms, entry.entry.author());
        let Body::Raise(raise) = entry.entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
        let mut trail = Vec::new();
        for stated in &view.trail {
            let next = act(opened, stated, (asked, &trail))?;
            trail.push(next);
        }
        let (mut opinions, mut before) = (Vec::new(), None);
        for stated in &view.opinions {
            opinions.push(said(opened, stated, asked, &mut before)?);
        }
        let hidden = view.hidden.take();
        let hidden = hidden.map(|of| Hidden::of(opened, of, (asked, asked, at))).transpose()?;
        // A page that leads on ends with an opinion of its own, so that whoever follows pages comes to an end.
        require(view.opinions_next.is_none_or(|next| Some(next) == before), Code::AnswerMismatch)?;
        let text = AtHand::of(opened, &raise.text)?;
        Ok(Self { id: *asked, author, raise, raised_ms, text, hidden, trail, opinions, view })
    }
}

impl Matter {
    /// Adds the next page of what was said.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if it is no later one, or another matter's.
    pub fn read_on(&mut self, page: Self) -> Result<(), Rejection> {
        let later = page.opinions.iter().all(|said| Some(said.index) > self.view.opinions_next);
        require(page.id == self.id && later, Code::AnswerMismatch)?;
        self.opinions.extend(page.opinions);
        self.view.opinions_next = page.view.opinions_next;
        Ok(())
    }
}

/// An act, if it is the matter's own or follows one that is, and stands behind those before it.
fn act(
    opened: &Opened<'_>,
    stated: &ActView,
    (matter, before): (&MatterId, &[Act]),
) -> Result<Act, Rejection> {
    let entry = opened.entry(&stated.entry)?;
    let (index, at_ms) = (entry.index, entry.received_ms);
    let body = entry.entry.into_body();
    let known = |id: EntryId| id == *matter || before.iter().any(|act| act.id == id);
    let belongs = stated.entry == *matter || body.follows().is_some_and(known);
    let later = before.last().is_none_or(|last| last.index < index);
    require(belongs && later, Code::AnswerMismatch)?;
    let words = body.statement().map(|text| AtHand::of(opened, &text)).transpose()?;
    Ok(Act { id: stated.entry, index, at_ms, body, words, speaker: stated.speaker.clone() })
}

fn said(
    opened: &Opened<'_>,
    stated: &OpinionView,
    matter: &MatterId,
    before: &mut Option<u64>,
) -> Result<Said, Rejection> {
    let entry = opened.entry(&stated.entry)?;
    let (index, at_ms, author) = (entry.index, entry.received_ms, entry.entry.author());
    require(before.replace(index) < Some(index), Code::AnswerMismatch)?;
    let Body::Opinion(opinion) = entry.entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
    require(opinion.matter == *matter, Code::AnswerMismatch)?;
    let (spoken, reply_to) = (AtHand::of(opened, &opinion.blob)?, opinion.reply_to);
    let about = (matter, &stated.entry, index);
    let hidden = stated.hidden.clone().map(|of| Hidden::of(opened, of, about)).transpose()?;
    let (id, speaker) = (stated.entry, stated.speaker.clone());
    Ok(Said { id, index, at_ms, author, blob: opinion.blob, spoken, reply_to, speaker, hidden })
}
