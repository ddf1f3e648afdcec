//! What came of a vote: its totals, what was disputed of them and how that was ruled, and how it ended.
//!
//! Apart from the [vote](super::Vote) itself, because whoever is to cast a ballot need not load how results are read.

use crate::blob::Words;
use crate::body::{Annul, Body, CallAnswer, CallFigures, Dispute, Draw, Final, Tally};
use crate::calendar::objections_end_ms;
use crate::count::{PapersView, Weakness};
use crate::few::{Posted, PostedMargin, Sides};
use crate::id::{AgendaId, EntryId};
use crate::projection::{AtHand, Reviewed};
use crate::rejection::{Code, Rejection, require};
use crate::view::{CalledView, LateView, Opened, ResultView};

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
    pub ruling: Option<DisputeRuled>,
}

/// A ruling on a dispute.
#[derive(Clone, Debug, PartialEq)]
pub struct DisputeRuled {
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

/// What is stated of a vote, all proven but for what is called the server's word.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// The totals: for people of the estate, and for everybody if none of them is merged.
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
    /// Ballots whose phone was let in after the notice: the server's word.
    pub late: LateView,
    /// How the ballots came, once the totals are stated: the server's word.
    pub papers: Option<PapersView>,
    /// How far each item is from another outcome, in order; empty where that cannot be counted: the server's word.
    pub margins: Vec<PostedMargin>,
    /// How each item divides those who took part and did not consent, in order; empty where that cannot be counted: the server's word,
    /// which adds up to what is stated.
    pub sides: Vec<Option<Sides>>,
    /// How many of the ballots that count are of each weaker sort: the server's word.
    pub weak: Vec<(Weakness, u64)>,
    /// What of it was annulled.
    pub annulled: Vec<Annulled>,
    /// Its roll call, once homes are drawn.
    pub called: Option<Called>,
    /// What another organisation said of its matter before its notice.
    pub reviews: Vec<Reviewed>,
}

impl Stated {
    /// What is stated of the vote whose view this is; [`Vote::of`](super::Vote::of) tells whether that is the one which was asked
    /// for.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if totals, disputes, rulings or the end are of another vote or no such acts, or a second person is named for
    /// an end that is not there, or the sides of an item are not what its totals leave over; those of [`Opened::entry`].
    pub fn of(opened: &Opened<'_>, view: &ResultView) -> Result<Self, Rejection> {
        let (mut tally, mut tallied_ms) = (None, None);
        if let Some(stated) = &view.tally {
            let entry = opened.entry(stated)?;
            tallied_ms = Some(entry.received_ms);
            let Body::Tally(of) = entry.entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
            require(Some(of.agenda) == view.agenda.open, Code::AnswerMismatch)?;
            tally = Some(of);
        }
        for (place, sides) in view.sides.iter().enumerate() {
            let Some(sides) = sides else { continue };
            let sum = Some(sides.abstain.plus(sides.against));
            let posted = view.posted.get(place).and_then(|posted| posted.other);
            let stated = tally.as_ref().map(|tally: &Tally| tally.items.get(place).map(|item| item.other));
            require(posted == sum && stated.is_none_or(|other| other == sum), Code::AnswerMismatch)?;
        }
        let mut disputes = Vec::new();
        for (dispute, ruling) in &view.disputes {
            disputes.push(Disputed::of(opened, (dispute, ruling.as_ref()), view.agenda.open.as_ref())?);
        }
        require(view.finality.is_some() || view.confirmed.is_none(), Code::AnswerMismatch)?;
        let ended = |entry| Ended::of(opened, (entry, view.confirmed.as_ref()), view.agenda.open.as_ref());
        let finality = view.finality.map(ended).transpose()?;
        let called = view.called.as_ref().map(|called| Called::of(opened, called, view.agenda.open.as_ref()));
        let mut annulled = Vec::new();
        for (entry, second) in &view.annulled {
            annulled.push(Annulled::of(opened, (*entry, second), view.agenda.open.as_ref())?);
        }
        let Body::Notice(notice) = opened.entry(&view.agenda.notice)?.entry.into_body() else {
            return Err(Code::AnswerMismatch.into());
        };
        let mut reviews = Vec::new();
        for (request, given) in &view.reviews {
            reviews.push(Reviewed::of(opened, (*request, given.as_ref()), notice.matter.as_ref())?);
        }
        Ok(Self {
            reviews,
            called: called.transpose()?,
            annulled,
            margins: view.margins.clone(),
            sides: view.sides.clone(),
            weak: view.weak.clone(),
            tally,
            posted: view.posted.clone(),
            tallied_ms,
            tallied: view.tally,
            disputes,
            finality,
            late: view.late.clone(),
            papers: view.papers,
        })
    }

    /// Whether what came out of an item can be carried out, as [`Agenda::carries`](crate::state::Agenda::carries) has it. By its
    /// place among the items, from 0.
    pub fn carries(&self, place: usize) -> bool {
        let end = self.finality.as_ref().and_then(|finality| finality.body.items.get(place));
        end.is_some_and(|end| {
            let dismissed = |entry: &EntryId| {
                let known = self.disputes.iter().find(|known| known.entry == *entry);
                known.and_then(|known| known.ruling.as_ref()).is_some_and(|ruling| !ruling.upheld)
            };
            let number = u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1);
            let annulled = self.annulled.iter().any(|one| one.body.items.contains(&number));
            !annulled && (end.stands || end.disputes.iter().all(dismissed))
        })
    }

    /// Until when its totals can be disputed, exclusive, in milliseconds since 1970; none before they are stated.
    pub fn objections_end_ms(&self) -> Option<u64> {
        self.tallied_ms.map(objections_end_ms)
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
    fn of(opened: &Opened<'_>, called: &CalledView, agenda: Option<&AgendaId>) -> Result<Self, Rejection> {
        let CalledView { confirmed, drawn, figures } = called;
        let Body::Draw(draw) = opened.entry(drawn)?.entry.into_body() else {
            return Err(Code::AnswerMismatch.into());
        };
        require(Some(&draw.agenda) == agenda, Code::AnswerMismatch)?;
        let second = opened.entry(confirmed)?.entry.into_body();
        require(matches!(second, Body::Confirm(of) if of.entry == *drawn), Code::AnswerMismatch)?;
        Ok(Self { entry: *drawn, draw, figures: *figures })
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

impl Disputed {
    fn of(
        opened: &Opened<'_>,
        (entry, ruling): (&EntryId, Option<&EntryId>),
        agenda: Option<&AgendaId>,
    ) -> Result<Self, Rejection> {
        let found = opened.entry(entry)?;
        let at_ms = found.received_ms;
        let said = found.entry.into_body();
        let (of, body) = if let Body::Dispute(body) = said {
            (body.agenda, Some(body))
        } else {
            let Body::RollCall(call) = said else { return Err(Code::AnswerMismatch.into()) };
            require(call.answer == CallAnswer::Denied, Code::AnswerMismatch)?;
            (call.agenda, None)
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
                Some(DisputeRuled { entry: *ruling, at_ms, upheld: ruled.upheld, why })
            }
            None => None,
        };
        let why = body.as_ref().map(|body| AtHand::of(opened, &body.text)).transpose()?;
        Ok(Self { entry: *entry, at_ms, body, why, ruling })
    }
}
