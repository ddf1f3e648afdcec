//! What waits for a second person.

use crate::blob::Words;
use crate::body::Body;
use crate::id::EntryId;
use crate::log::LogEntry;
use crate::projection::Help;
use crate::rejection::{Code, Rejection, require};
use crate::view::{Opened, WaitingList, WaitingView};

/// An act that a second person can confirm: what was done is proven, the rest is the server's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The act.
    pub act: LogEntry,
    /// Where an organisation would be found and rung, if it says so and the words are at hand: proven too.
    pub help: Option<Help>,
    /// Why, if it is an act that says so and the words are at hand.
    pub why: Option<Words>,
    /// What the server states of it.
    pub stated: WaitingView,
}

impl Waiting {
    /// All that waits, in the order of the list.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if an entry is of a kind that never waits; those of [`Opened::entry`].
    pub fn all(opened: &Opened<'_>, list: WaitingList) -> Result<Vec<Self>, Rejection> {
        let one = |stated: WaitingView| {
            let act = opened.entry(&stated.act)?;
            require(act.entry.body().as_waiting(stated.people).is_some(), Code::AnswerMismatch)?;
            let mut help = None;
            if let Body::HelpLine(line) = act.entry.body() {
                help = Help::said(opened, line)?;
            }
            let why = act.entry.body().statement().and_then(|text| opened.words(&text));
            Ok(Self { act, help, why, stated })
        };
        list.waiting.into_iter().map(one).collect()
    }

    /// What the act is called.
    pub fn id(&self) -> EntryId {
        self.act.entry.id()
    }
}
