//! `hand`: one with a voice says at a meeting that they are there, how they vote, or that they keep out; with their own phone, while
//! it is held, in the open. Whatever the minutes say, what somebody signed holds.

use crate::acts::Act;
use crate::acts::deliberate::meeting::{MeetingOpening, Said};
use crate::acts::propose::requisition::may_speak_for;
use crate::acts::set_up::charter::BodySort;
use crate::admit::{Shown, check_choice};
use crate::apply::often::Often;
use crate::apply::{Change, Placed};
use crate::blob::{BallotOpening, BlobKind, ballot_context};
use crate::body::{Class, Item, Method};
use crate::id::{BlobId, EntryId, PartyId, VoterId};
use crate::rejection::{Code, Rejection, require};
use crate::state::State;
use crate::strict_json::Strict;

/// What somebody says at a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Mark {
    /// 弃权.
    Abstain,
    /// 反对.
    Against,
    /// 同意.
    For,
    /// 到会: there, and nothing said yet.
    Present,
    /// 回避: it concerns them, so they keep out.
    Recused,
}

/// Says at a meeting how one votes, that one is there, or that one keeps out.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Hand {
    /// What is said; of a home that votes none, its opening holds it.
    pub mark: Option<Mark>,
    /// At which meeting.
    pub meeting: EntryId,
    /// Of a home how it votes, a blob of kind `ballot` made for this meeting and home, with one list of one mark.
    pub opening: Option<BlobId>,
    /// For whom: the member, or the home.
    pub voter: VoterId,
}

impl Act for Hand {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let person = placed.person().ok_or(Code::PersonOnly)?;
        let (meeting, charter) = state.called_meeting(&self.meeting)?;
        require(meeting.has_voice(state, charter, &self.voter), Code::NotEntitled)?;
        if charter.sort == BodySort::Households {
            let party = PartyId::from_bytes(*self.voter.as_bytes());
            let roll = state.rolls.get(&meeting.roll).ok_or(Code::RollUnknown)?;
            may_speak_for(state, (roll, charter.scope), &party, (person, placed.received_ms))?;
            let mut others = meeting.hands.iter().filter(|(voter, _)| **voter != self.voter);
            let elsewhere = others.any(|(_, said)| said.person == Some(person));
            require(!elsewhere, Code::HandElsewhere)?;
        } else {
            require(VoterId::from(person) == self.voter, Code::NotEntitled)?;
            require(!state.is_managers_staff(&person, placed.received_ms), Code::HandBarred)?;
        }
        placed.require_vouched(state)?;
        let sitting = meeting.body.starts_ms..meeting.body.ends_ms;
        require(sitting.contains(&placed.received_ms), Code::OutsideSession)?;
        meeting.check_form(charter, &self.voter, (self.mark, self.opening))?;
        let before = meeting.hands.get(&self.voter).and_then(|said| said.mark);
        require(before != Some(Mark::Recused), Code::MustRecuse)?;
        let about = (Often::Hand, self.meeting.as_bytes().as_slice());
        let once_more = placed.once_more(state, &person, about)?;

        let (of, voter, entry) = (self.meeting, self.voter, placed.id);
        let said = Said { entry: Some(entry), mark: self.mark, opening: self.opening, person: Some(person) };
        Ok(Change::new(move |state| {
            once_more.note(state);
            if let Some(meeting) = state.meetings.get_mut(&of) {
                meeting.hands.insert(voter, said);
                if let Some(blob) = said.opening {
                    meeting.note_opening(blob, MeetingOpening { entry, person: said.person });
                }
            }
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        self.opening.into_iter().collect()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let Some(opening) = &self.opening else { return Ok(()) };
        read_opening(shown, (&self.meeting, &self.voter), opening).map(drop)
    }
}

/// How a home votes by its opening, 0 for, 1 against, 2 abstain; none if that is not at hand, which is noted.
pub(crate) fn read_opening(
    shown: &mut Shown<'_>,
    (meeting, voter): (&EntryId, &VoterId),
    opening: &BlobId,
) -> Result<Option<Mark>, Rejection> {
    let context = ballot_context(meeting, &PartyId::from_bytes(*voter.as_bytes()));
    let Some(opening) = shown.read::<BallotOpening>(opening, BlobKind::Ballot, &context)? else {
        return Ok(None);
    };
    check_choice(&[question()], &opening)?;
    Ok(match opening.choice.first().and_then(|marks| marks.first()) {
        Some(0) => Some(Mark::For),
        Some(1) => Some(Mark::Against),
        _ => Some(Mark::Abstain),
    })
}

/// The one question of a meeting, which is answered like a resolution.
const fn question() -> Item {
    Item {
        adopts: None,
        class: Class::Ordinary,
        id: 1,
        method: Method::Resolution,
        options: Vec::new(),
        raise: None,
        seats: 0,
    }
}
