//! A vote: its notice, words and opening, of one and the same vote. What came of it, [`Stated`](super::Stated) says.

use crate::blob::{AgendaText, Words};
use crate::body::{Body, Notice, Open};
use crate::few::TELLING;
use crate::id::{AgendaId, EntryId, NoticeId};
use crate::rejection::{Code, Rejection, require};
use crate::state::Stage;
use crate::view::{AgendaView, Opened};

/// That a vote was taken back before its window began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// The entry that says so.
    pub entry: EntryId,
    /// When it was received, in milliseconds since 1970.
    pub at_ms: u64,
    /// Why, if that is at hand.
    pub why: Option<Words>,
}

/// That the end of a vote's window was put off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extended {
    /// The entry that says so.
    pub entry: EntryId,
    /// When it was received, in milliseconds since 1970.
    pub at_ms: u64,
    /// The new end, exclusive, in milliseconds since 1970.
    pub closes_ms: u64,
    /// Why, if that is at hand.
    pub why: Option<Words>,
}

/// A vote whose parts are all proven, but for those that are called the server's word.
#[derive(Clone, Debug, PartialEq)]
pub struct Vote {
    /// Its notice.
    pub id: NoticeId,
    /// The agenda, once opened.
    pub agenda: Option<AgendaId>,
    /// What was noticed.
    pub notice: Notice,
    /// Its words, whose id stands in the notice.
    pub text: AgendaText,
    /// What was opened.
    pub open: Option<Open>,
    /// How the end of its window was put off, if it was.
    pub extended: Option<Extended>,
    /// How it was taken back, if it was.
    pub withdrawn: Option<Withdrawn>,
    /// Whether its totals are said to be stated: the server's word.
    pub has_result: bool,
    /// Where it stands: the server's word.
    pub stage: Option<Stage>,
    /// How many parties have voted: the server's word.
    pub turnout_heads: u64,
}

impl Vote {
    /// The vote that was asked for, by its notice or its agenda.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if the notice is none, the opening is of another notice, what is said to put its end off or
    /// take it back is no such act or about another vote, or neither notice nor opening was asked for; `BLOB_MISSING` without the
    /// words; those of [`Opened::entry`].
    pub fn of(opened: &Opened<'_>, view: &AgendaView, asked: &EntryId) -> Result<Self, Rejection> {
        let asked_for = view.notice == *asked || view.open.as_ref() == Some(asked);
        require(asked_for, Code::AnswerMismatch)?;
        let Body::Notice(notice) = opened.entry(&view.notice)?.entry.into_body() else {
            return Err(Code::AnswerMismatch.into());
        };
        let text = opened.words(&notice.text).ok_or(Code::BlobMissing)?;
        let open = match &view.open {
            Some(open) => {
                let Body::Open(open) = opened.entry(open)?.entry.into_body() else {
                    return Err(Code::AnswerMismatch.into());
                };
                require(open.notice == view.notice, Code::AnswerMismatch)?;
                Some(open)
            }
            None => None,
        };
        let extended =
            view.extended.map(|entry| Extended::of(opened, entry, view.open.as_ref())).transpose()?;
        let withdrawn = view.withdrawn.map(|entry| Withdrawn::of(opened, entry, &view.notice)).transpose()?;
        // Nobody shows ballots, or why there are none, by a word alone.
        require(withdrawn.is_some() == (view.stage == Some(Stage::Withdrawn)), Code::AnswerMismatch)?;
        Ok(Self {
            id: view.notice,
            agenda: view.open,
            notice,
            text,
            open,
            extended,
            withdrawn,
            has_result: view.has_result,
            stage: view.stage,
            turnout_heads: view.turnout_heads,
        })
    }

    /// The end of its window, exclusive, in milliseconds since 1970; as it was put off, if it was.
    pub fn closes_ms(&self) -> u64 {
        self.extended.as_ref().map_or(self.notice.closes_ms, |extended| extended.closes_ms)
    }

    /// Whether so few are entitled that the totals may tell what somebody chose: by what was opened, which is proven.
    pub fn totals_may_tell(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.heads < TELLING)
    }
}

impl Withdrawn {
    fn of(opened: &Opened<'_>, entry: EntryId, notice: &NoticeId) -> Result<Self, Rejection> {
        let found = opened.entry(&entry)?;
        let at_ms = found.received_ms;
        let Body::Withdraw(withdraw) = found.entry.into_body() else {
            return Err(Code::AnswerMismatch.into());
        };
        require(withdraw.notice == *notice, Code::AnswerMismatch)?;
        Ok(Self { entry, at_ms, why: opened.words(&withdraw.text) })
    }
}

impl Extended {
    fn of(opened: &Opened<'_>, entry: EntryId, agenda: Option<&AgendaId>) -> Result<Self, Rejection> {
        let found = opened.entry(&entry)?;
        let at_ms = found.received_ms;
        let Body::Extend(extend) = found.entry.into_body() else {
            return Err(Code::AnswerMismatch.into());
        };
        require(Some(&extend.agenda) == agenda, Code::AnswerMismatch)?;
        let (closes_ms, why) = (extend.closes_ms, opened.words(&extend.text));
        Ok(Self { entry, at_ms, closes_ms, why })
    }
}
