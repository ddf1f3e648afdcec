//! Residents' words that are hidden, or were: that somebody hid them is proven, or it is not told.

use crate::blob::{MatterText, Spoken, Words};
use crate::body::{Body, HideReason, Measure, Moderate, OrgKind};
use crate::course::CourseStage;
use crate::id::{EntryId, MatterId};
use crate::projection::AtHand;
use crate::rejection::{Code, Rejection, require};
use crate::view::{HiddenView, ModeratedList, ModeratedView, Opened};

/// How words were hidden, proven. Where they stand now, and for which organisations they were hidden, is the server's word.
#[derive(Clone, Debug, PartialEq)]
pub struct Hidden {
    /// Why, of the closed list.
    pub reason: HideReason,
    /// When, in milliseconds since 1970.
    pub at_ms: u64,
    /// Why, in words.
    pub words: AtHand<Words>,
    /// When their author appealed, and why if that is for this reader.
    pub appeal: Option<(u64, AtHand<Words>)>,
    /// Whether another organisation ruled that they are shown, when, and why.
    pub ruling: Option<(bool, u64, AtHand<Words>)>,
    /// The rest.
    pub view: HiddenView,
}

impl Hidden {
    /// How the words of an entry of a matter were hidden; `said` is its place in the log.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if an entry is of another kind or about other words, or stands before what it follows, or the words
    /// are called hidden though it was ruled that they are shown; those of [`Opened::entry`].
    pub fn of(
        opened: &Opened<'_>,
        view: HiddenView,
        (matter, entry, said): (&MatterId, &EntryId, u64),
    ) -> Result<Self, Rejection> {
        let about = (matter, entry);
        let (at, at_ms, hide) = moderation(opened, &view.moderation, about)?;
        require(at > said, Code::AnswerMismatch)?;
        let (Measure::Hide, Some(reason)) = (hide.measure, hide.reason) else {
            return Err(Code::AnswerMismatch.into());
        };
        let (mut last, mut appeal, mut ruling) = (at, None, None);
        if let Some(id) = &view.appeal {
            let shown = opened.entry(id)?;
            let at_ms = shown.received_ms;
            require(shown.index > last, Code::AnswerMismatch)?;
            last = shown.index;
            let Body::Appeal(body) = shown.entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
            require((&body.matter, &body.words) == about, Code::AnswerMismatch)?;
            appeal = Some((at_ms, AtHand::of(opened, &body.text)?));
        }
        if let Some(id) = &view.ruling {
            let (at, at_ms, ruled) = moderation(opened, id, about)?;
            let rules = matches!(ruled.measure, Measure::Keep | Measure::Show);
            require(at > last && rules, Code::AnswerMismatch)?;
            ruling = Some((ruled.measure == Measure::Show, at_ms, AtHand::of(opened, &ruled.text)?));
        }
        let shows = ruling.as_ref().is_some_and(|(shows, ..)| *shows);
        require(!(shows && view.stage.is_hidden()), Code::AnswerMismatch)?;
        Ok(Self { reason, at_ms, words: AtHand::of(opened, &hide.text)?, appeal, ruling, view })
    }

    /// Whether nobody reads the words but whoever said them, and those who hide and rule.
    pub fn is_hidden(&self) -> bool {
        self.view.stage.is_hidden()
    }

    /// The sorts of organisations that hid them.
    pub fn orgs(&self) -> &[OrgKind] {
        &self.view.orgs
    }

    /// Whether their author may appeal now, as far as the server says so.
    pub fn may_be_appealed(&self) -> bool {
        self.view.yours && self.view.stage == CourseStage::Hidden
    }
}

/// An entry that hides or rules about these words: its place, its time and what it says.
fn moderation(
    opened: &Opened<'_>,
    id: &EntryId,
    about: (&MatterId, &EntryId),
) -> Result<(u64, u64, Moderate), Rejection> {
    let shown = opened.entry(id)?;
    let (index, at_ms) = (shown.index, shown.received_ms);
    let Body::Moderate(body) = shown.entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
    require((&body.matter, &body.words) == about, Code::AnswerMismatch)?;
    Ok((index, at_ms, body))
}

/// What a resident said.
#[derive(Clone, Debug, PartialEq)]
pub enum Resident {
    /// In bringing a matter up.
    Matter(AtHand<MatterText>),
    /// In an opinion.
    Opinion(AtHand<Spoken>),
}

/// Words that were reported or hidden, for those who may hide or rule: what was said and how it was hidden is proven.
#[derive(Clone, Debug, PartialEq)]
pub struct ModeratedWords {
    /// When they were said, in milliseconds since 1970.
    pub at_ms: u64,
    /// What was said.
    pub said: Resident,
    /// How they were hidden, if they are or were.
    pub hidden: Option<Hidden>,
    /// The rest.
    pub view: ModeratedView,
}

impl ModeratedWords {
    /// All words of a list, in its order.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if an entry says no such words or those of another matter; those of [`Hidden::of`] and
    /// [`Opened::entry`].
    pub fn all(opened: &Opened<'_>, list: ModeratedList) -> Result<Vec<Self>, Rejection> {
        let one = |mut view: ModeratedView| {
            let shown = opened.entry(&view.words)?;
            let (index, at_ms) = (shown.index, shown.received_ms);
            let (matter, said) = said(opened, shown.entry.into_body(), view.words)?;
            require(matter == view.matter, Code::AnswerMismatch)?;
            let about = (&view.matter, &view.words, index);
            let hidden = view.hidden.take().map(|of| Hidden::of(opened, of, about)).transpose()?;
            Ok(Self { at_ms, said, hidden, view })
        };
        list.words.into_iter().map(one).collect()
    }
}

/// Of which matter, and what.
fn said(opened: &Opened<'_>, body: Body, entry: EntryId) -> Result<(MatterId, Resident), Rejection> {
    if let Body::Raise(raise) = &body {
        return Ok((entry, Resident::Matter(AtHand::of(opened, &raise.text)?)));
    }
    let Body::Opinion(opinion) = body else { return Err(Code::AnswerMismatch.into()) };
    Ok((opinion.matter, Resident::Opinion(AtHand::of(opened, &opinion.blob)?)))
}
