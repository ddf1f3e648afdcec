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
    /// The official acts, in log order, as far as they were read.
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
        let hidden = view.hidden.take();
        let hidden = hidden.map(|of| Hidden::of(opened, of, (asked, asked, at))).transpose()?;
        let text = AtHand::of(opened, &raise.text)?;
        let (trail, opinions) = (Vec::new(), Vec::new());
        let mut matter = Self { id: *asked, author, raise, raised_ms, text, hidden, trail, opinions, view };
        let (acts, said) = (matter.view.trail.clone(), matter.view.opinions.clone());
        matter.take(opened, (&acts, &said), matter.view.page_next, None)?;
        Ok(matter)
    }

    /// Adds the next page of what was done and said.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if there is none, it is no later one, or another matter's; those of [`Matter::of`].
    pub fn read_on(&mut self, opened: &Opened<'_>, page: &MatterView) -> Result<(), Rejection> {
        let after = self.view.page_next;
        require(page.matter == self.id && after.is_some(), Code::AnswerMismatch)?;
        self.take(opened, (&page.trail, &page.opinions), page.page_next, after)?;
        self.view.page_next = page.page_next;
        Ok(())
    }

    fn take(
        &mut self,
        opened: &Opened<'_>,
        (acts, opinions): (&[ActView], &[OpinionView]),
        next: Option<u64>,
        after: Option<u64>,
    ) -> Result<(), Rejection> {
        let (mut last_act, mut last_said) = (after, after);
        for stated in acts {
            let act = act(opened, stated, (&self.id, &self.trail), &mut last_act)?;
            self.trail.push(act);
        }
        for stated in opinions {
            self.opinions.push(said(opened, stated, &self.id, &mut last_said)?);
        }
        // A page that leads on ends with a row of its own, so that whoever follows pages comes to an end.
        let last = last_act.max(last_said);
        require(next.is_none_or(|next| Some(next) == last && last > after), Code::AnswerMismatch)
    }
}

/// An act, if it is the matter's own or follows one that is, and stands behind those before it.
fn act(
    opened: &Opened<'_>,
    stated: &ActView,
    (matter, earlier): (&MatterId, &[Act]),
    before: &mut Option<u64>,
) -> Result<Act, Rejection> {
    let entry = opened.entry(&stated.entry)?;
    let (index, at_ms) = (entry.index, entry.received_ms);
    let body = entry.entry.into_body();
    let known = |id: EntryId| id == *matter || earlier.iter().any(|act| act.id == id);
    let belongs = stated.entry == *matter || body.follows().is_some_and(known);
    let later = before.replace(index) < Some(index);
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
