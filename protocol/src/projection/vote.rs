//! A vote: its notice, words, opening and totals, of one and the same vote.

use crate::blob::{AgendaText, Words};
use crate::body::{Annul, Body, CallAnswer, CallFigures, Dispute, Draw, Final, Notice, Open, Tally};
use crate::calendar::objections_end_ms;
use crate::count::Weakness;
use crate::few::{Posted, PostedMargin, TELLING};
use crate::id::{AgendaId, EntryId, NoticeId};
use crate::projection::AtHand;
use crate::rejection::{Code, Rejection, require};
use crate::state::Stage;
use crate::view::{AgendaView, CalledView, LateView, Opened};

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

/// A dispute about a result.
#[derive(Clone, Debug, PartialEq)]
pub struct Disputed {
    /// The entry that says it.
    pub entry: EntryId,
    /// When it was received, in milliseconds since 1970.
    pub at_ms: u64,
    /// What is disputed; none where a home that was called denied its ballot, which is about every item.
    pub body: Option<Dispute>,
    /// Why; none of a home that denied its ballot.
    pub why: Option<AtHand<Words>>,
    /// How it was ruled upon.
    pub ruling: Option<Ruled>,
}

/// A ruling on a dispute.
#[derive(Clone, Debug, PartialEq)]
pub struct Ruled {
    /// The entry that says it.
    pub entry: EntryId,
    /// When it was received, in milliseconds since 1970.
    pub at_ms: u64,
    /// Whether the dispute is right.
    pub upheld: bool,
    /// Why.
    pub why: AtHand<Words>,
}

/// How a vote ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The entry that says so.
    pub entry: EntryId,
    /// How each item ends.
    pub body: Final,
    /// Whether a second person is shown to stand behind it. Where none is, that it ended by silence is the server's word.
    pub confirmed: bool,
}

/// An annulment of items of a vote, behind which two persons stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Annulled {
    /// The entry that says so.
    pub entry: EntryId,
    /// What was annulled.
    pub body: Annul,
    /// By whom and why.
    pub why: AtHand<Words>,
}

/// A roll call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// The entry of the draw.
    pub entry: EntryId,
    /// What was drawn.
    pub draw: Draw,
    /// What came of it: the server's word.
    pub figures: CallFigures,
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
    /// The stated totals: for people of the estate, and for everybody if none of them is merged.
    pub tally: Option<Tally>,
    /// The same as far as anybody may read them: the server's word.
    pub posted: Vec<Posted>,
    /// When these were received, in milliseconds since 1970.
    pub tallied_ms: Option<u64>,
    /// The entry that states them.
    pub tallied: Option<EntryId>,
    /// What was disputed of them.
    pub disputes: Vec<Disputed>,
    /// How it ended, if it did.
    pub finality: Option<Ended>,
    /// Where it stands: the server's word.
    pub stage: Option<Stage>,
    /// How many parties have voted: the server's word.
    pub turnout_heads: u64,
    /// Ballots whose phone was let in after the notice: the server's word.
    pub late: LateView,
    /// How far each item is from another outcome, in order; empty where that cannot be counted: the server's word.
    pub margins: Vec<PostedMargin>,
    /// How many of the ballots that count are of each weaker sort: the server's word.
    pub weak: Vec<(Weakness, u64)>,
    /// What of it was annulled.
    pub annulled: Vec<Annulled>,
    /// Its roll call, once homes are drawn.
    pub called: Option<Called>,
}

impl Vote {
    /// The vote that was asked for, by its notice or its agenda.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if the notice is none, the opening is of another notice, the totals are of another agenda, what is said to
    /// put its end off or take it back is no such act or about another vote, or neither notice nor opening was asked for; `BLOB_MISSING` without the words; those of [`Opened::entry`].
    pub fn of(opened: &Opened<'_>, view: AgendaView, asked: &EntryId) -> Result<Self, Rejection> {
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
        let (mut tally, mut tallied_ms) = (None, None);
        if let Some(stated) = &view.tally {
            let entry = opened.entry(stated)?;
            tallied_ms = Some(entry.received_ms);
            let Body::Tally(of) = entry.entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
            require(Some(of.agenda) == view.open, Code::AnswerMismatch)?;
            tally = Some(of);
        }
        let mut disputes = Vec::new();
        for (dispute, ruling) in &view.disputes {
            disputes.push(Disputed::of(opened, (dispute, ruling.as_ref()), view.open.as_ref())?);
        }
        require(view.finality.is_some() || view.confirmed.is_none(), Code::AnswerMismatch)?;
        let ended = |entry| Ended::of(opened, (entry, view.confirmed.as_ref()), view.open.as_ref());
        let finality = view.finality.map(ended).transpose()?;
        let called = view.called.map(|called| Called::of(opened, called, view.open.as_ref())).transpose()?;
        let mut annulled = Vec::new();
        for (entry, second) in &view.annulled {
            annulled.push(Annulled::of(opened, (*entry, second), view.open.as_ref())?);
        }
        Ok(Self {
            annulled,
            called,
            disputes,
            finality,
            id: view.notice,
            agenda: view.open,
            notice,
            text,
            open,
            extended,
            withdrawn,
            tally,
            posted: view.posted,
            tallied_ms,
            tallied: view.tally,
            stage: view.stage,
            turnout_heads: view.turnout_heads,
            late: view.late,
            margins: view.margins,
            weak: view.weak,
        })
    }

    /// The end of its window, exclusive, in milliseconds since 1970; as it was put off, if it was.
    pub fn closes_ms(&self) -> u64 {
        self.extended.as_ref().map_or(self.notice.closes_ms, |extended| extended.closes_ms)
    }

    /// Until when its totals can be disputed, exclusive, in milliseconds since 1970; none before they are stated.
    pub fn objections_end_ms(&self) -> Option<u64> {
        self.tallied_ms.map(objections_end_ms)
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

impl Ended {
    fn of(
        opened: &Opened<'_>,
        (entry, confirmed): (EntryId, Option<&EntryId>),
        agenda: Option<&AgendaId>,
    ) -> Result<Self, Rejection> {
        let Body::Final(body) = opened.entry(&entry)?.entry.into_body() else {
            return Err(Code::AnswerMismatch.into());
        };
        require(Some(&body.agenda) == agenda, Code::AnswerMismatch)?;
        if let Some(second) = confirmed {
            let second = opened.entry(second)?.entry.into_body();
            require(matches!(second, Body::Confirm(of) if of.entry == entry), Code::AnswerMismatch)?;
        }
        Ok(Self { entry, body, confirmed: confirmed.is_some() })
    }
}

impl Annulled {
    fn of(
        opened: &Opened<'_>,
        (entry, second): (EntryId, &EntryId),
        agenda: Option<&AgendaId>,
    ) -> Result<Self, Rejection> {
        let Body::Annul(body) = opened.entry(&entry)?.entry.into_body() else {
            return Err(Code::AnswerMismatch.into());
        };
        require(Some(&body.agenda) == agenda, Code::AnswerMismatch)?;
        let second = opened.entry(second)?.entry.into_body();
        require(matches!(second, Body::Confirm(of) if of.entry == entry), Code::AnswerMismatch)?;
        let why = AtHand::of(opened, &body.text)?;
        Ok(Self { entry, body, why })
    }
}

impl Called {
    /// That two persons stand behind the draw is shown by the entry of the second.
    fn of(
        opened: &Opened<'_>,
        CalledView { confirmed, drawn, figures }: CalledView,
        agenda: Option<&AgendaId>,
    ) -> Result<Self, Rejection> {
        let Body::Draw(draw) = opened.entry(&drawn)?.entry.into_body() else {
            return Err(Code::AnswerMismatch.into());
        };
        require(Some(&draw.agenda) == agenda, Code::AnswerMismatch)?;
        let second = opened.entry(&confirmed)?.entry.into_body();
        require(matches!(second, Body::Confirm(of) if of.entry == drawn), Code::AnswerMismatch)?;
        Ok(Self { entry: drawn, draw, figures })
    }
}

impl Disputed {
    fn of(
        opened: &Opened<'_>,
        (entry, ruling): (&EntryId, Option<&EntryId>),
        agenda: Option<&AgendaId>,
    ) -> Result<Self, Rejection> {
        let found = opened.entry(entry)?;
        let at_ms = found.received_ms;
        let (of, body) = match found.entry.into_body() {
            Body::Dispute(body) => (body.agenda, Some(body)),
            Body::RollCall(call) if call.answer == CallAnswer::Denied => (call.agenda, None),
            _ => return Err(Code::AnswerMismatch.into()),
        };
        require(Some(&of) == agenda, Code::AnswerMismatch)?;
        let ruling = match ruling {
            Some(ruling) => {
                let found = opened.entry(ruling)?;
                let at_ms = found.received_ms;
                let Body::RuleDispute(ruled) = found.entry.into_body() else {
                    return Err(Code::AnswerMismatch.into());
                };
                require(ruled.dispute == *entry, Code::AnswerMismatch)?;
                let why = AtHand::of(opened, &ruled.text)?;
                Some(Ruled { entry: *ruling, at_ms, upheld: ruled.upheld, why })
            }
            None => None,
        };
        let why = body.as_ref().map(|body| AtHand::of(opened, &body.text)).transpose()?;
        Ok(Self { entry: *entry, at_ms, body, why, ruling })
    }
}
