//! What came of a council's or a residents' meeting: that it was called, by which mandate and rule set it is judged, what members
//! signed and what the minutes make of it is proven; the figures of members are computed again from what they signed. That the
//! mandate was in force, that nothing else was said, and how homes voted is the server's word.

use super::AtHand;
use crate::blob::Words;
use crate::body::{
    Attest, Body, BodySort, Charter, Hand, Meeting, MeetingCounts, MeetingRecord, MeetingStage, Minutes,
    MinutesRecord, Said,
};
use crate::count::Comparison;
use crate::id::{EntryId, MatterId, PersonId, RollId};
use crate::rejection::{Code, Rejection, require};
use crate::state::Map;
use crate::view::{MeetingView, MeetingsView, Opened};

/// A meeting, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Met {
    /// The entry that called it.
    pub entry: EntryId,
    /// What was called.
    pub meeting: Meeting,
    /// Its mandate and rule set.
    pub charter: Charter,
    /// What the body is called.
    pub name: AtHand<Words>,
    /// Where its rule stands.
    pub source: AtHand<Words>,
    /// The question.
    pub question: AtHand<Words>,
    /// Where it is held.
    pub place: AtHand<Words>,
    /// What was said there; none before there are minutes.
    pub said: Option<AtHand<Words>>,
    /// The figures and their working, who denies what was written of them left out; none before there are minutes.
    pub counts: Option<(MeetingCounts, [Comparison; 2])>,
    /// Where it stands at the moment that was asked about.
    pub stage: MeetingStage,
}

impl Met {
    /// The meetings about the matter that was asked about, at a moment in milliseconds since 1970.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if the answer is about another matter, or an entry does not say what it is named for: a `meeting` of that
    /// matter, the `charter` that it names, `hand`s of it, `minutes` of it whose figures are those of its members, an `attest` of
    /// those that is signed with another key, denials of rows of theirs; those of [`Opened::entry`].
    pub fn all(
        opened: &Opened<'_>,
        view: &MeetingsView,
        (matter, now_ms): (&MatterId, u64),
    ) -> Result<Vec<Self>, Rejection> {
        require(view.matter == *matter, Code::AnswerMismatch)?;
        view.meetings.iter().map(|one| Self::of(opened, one, (matter, now_ms))).collect()
    }

    fn of(
        opened: &Opened<'_>,
        view: &MeetingView,
        (matter, now_ms): (&MatterId, u64),
    ) -> Result<Self, Rejection> {
        let called = opened.entry(&view.entry)?;
        let called_ms = called.received_ms;
        let Body::Meeting(meeting) = called.entry.into_body() else { return mismatch() };
        let Body::Charter(charter) = opened.entry(&view.charter)?.entry.into_body() else {
            return mismatch();
        };
        require(meeting.matter == *matter && meeting.charter == view.charter, Code::AnswerMismatch)?;
        let hands = hands(opened, view, &meeting, &charter)?;
        let mut record = MeetingRecord {
            body: meeting,
            called_ms,
            roll: RollId::ZERO,
            entitled: u32::try_from(charter.members.len()).unwrap_or(u32::MAX),
            hands,
            minutes: None,
            openings: Map::new(),
        };
        if let Some(id) = &view.minutes {
            record.minutes = Some(minutes(opened, view, id, (&record, &charter))?);
        }
        let counts = record.minutes.as_ref().map(|minutes| {
            let counts = minutes.body.counts;
            (counts, charter.rules.working(&counts, record.denied()))
        });
        let said =
            record.minutes.as_ref().map(|minutes| AtHand::of(opened, &minutes.body.text)).transpose()?;
        Ok(Self {
            entry: view.entry,
            name: AtHand::of(opened, &charter.name)?,
            source: AtHand::of(opened, &charter.rules.source)?,
            question: AtHand::of(opened, &record.body.text)?,
            place: AtHand::of(opened, &record.body.place)?,
            said,
            counts,
            stage: record.stage(&charter, now_ms),
            meeting: record.body,
            charter,
        })
    }
}

fn mismatch<T>() -> Result<T, Rejection> {
    Err(Code::AnswerMismatch.into())
}

/// What members signed in the session.
fn hands(
    opened: &Opened<'_>,
    view: &MeetingView,
    meeting: &Meeting,
    charter: &Charter,
) -> Result<Map<crate::id::VoterId, Said>, Rejection> {
    let mut hands = Map::new();
    for id in &view.hands {
        let entry = opened.entry(id)?;
        let in_time = (meeting.starts_ms..meeting.ends_ms).contains(&entry.received_ms);
        let Body::Hand(Hand { mark, meeting: of, opening, voter }) = entry.entry.into_body() else {
            return mismatch();
        };
        let theirs = of == view.entry && charter.seats(&voter) && !hands.contains_key(&voter);
        require(theirs && in_time, Code::AnswerMismatch)?;
        let person = Some(PersonId::from_bytes(*voter.as_bytes()));
        hands.insert(voter, Said { entry: Some(*id), mark, opening, person });
    }
    Ok(hands)
}

/// The minutes, whose figures are those of what members signed and of what was written down.
fn minutes(
    opened: &Opened<'_>,
    view: &MeetingView,
    id: &EntryId,
    (meeting, charter): (&MeetingRecord, &Charter),
) -> Result<MinutesRecord, Rejection> {
    let entry = opened.entry(id)?;
    let author = entry.entry.author();
    let Body::Minutes(body) = entry.entry.into_body() else { return mismatch() };
    let Minutes { counts, meeting: of, .. } = &body;
    require(*of == view.entry, Code::AnswerMismatch)?;
    if charter.sort != BodySort::Households {
        let said = meeting.said_with(&body);
        let (computed, _) = MeetingCounts::in_public(meeting.entitled, said.values());
        require(computed == *counts, Code::AnswerMismatch)?;
    }
    let mut denied = Map::new();
    for one in &view.denied {
        let Body::Attest(Attest { denies: Some(voter), meeting, minutes }) =
            opened.entry(one)?.entry.into_body()
        else {
            return mismatch();
        };
        let row = body.rows.iter().any(|(of, ..)| *of == voter) && !denied.contains_key(&voter);
        require(row && meeting == view.entry && minutes == *id, Code::AnswerMismatch)?;
        denied.insert(voter, *one);
    }
    let attested = match &view.attested {
        None => None,
        Some(one) => {
            let entry = opened.entry(one)?;
            let attested = Some((*one, entry.received_ms));
            let other = entry.entry.author() != author;
            let Body::Attest(said) = entry.entry.into_body() else { return mismatch() };
            let agrees = said == Attest { denies: None, meeting: view.entry, minutes: *id };
            require(agrees && other, Code::AnswerMismatch)?;
            attested
        }
    };
    // Whose key wrote them a phone does not need to know.
    Ok(MinutesRecord { entry: *id, body, by: PersonId::ZERO, attested, denied })
}
