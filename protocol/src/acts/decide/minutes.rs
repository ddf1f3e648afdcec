//! `minutes`: who was there, what they said, what was written down for those without a phone, and the figures that come of it.
//!
//! The figures are computed: minutes that say otherwise than people signed are refused. Written down is only who has no phone of
//! their own in the log: whoever has one says so themselves, and an absent one cannot be made present. What was written down its
//! people can deny, and nothing passes by a denial.

use std::collections::BTreeMap;

use super::hand::read_opening;
use crate::acts::Act;
use crate::acts::deliberate::meeting::{MINUTES_MS, MeetingOpening, MeetingRecord, MinutesRecord, Said};
use crate::acts::set_up::charter::{BodySort, Charter};
use crate::acts::set_up::rule_set::MeetingCounts;
use crate::admit::Shown;
use crate::apply::{Change, Placed};
use crate::body::{Capability, Mark};
use crate::calendar::DAY_MS;
use crate::id::{BlobId, EntryId, PartyId, PersonId, VoterId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{KeyRecord, Map, State};
use crate::strict_json::Strict;

/// How long only the host writes minutes; then anybody does who was there.
const HOST_MS: u64 = 3 * DAY_MS;

/// What was written down for one with a voice: who, the public mark, or the opening that holds it.
pub type MinutesRow = (VoterId, Option<Mark>, Option<BlobId>);

/// Writes down who was at a meeting, what was said, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Minutes {
    /// The figures, with what people signed.
    pub counts: MeetingCounts,
    /// Of which meeting.
    pub meeting: EntryId,
    /// What was written down for those who have no phone, in ascending order, each once; the mark in public or in an opening as in a
    /// `hand`.
    #[strict(row("voter", "mark", "opening"))]
    pub rows: Vec<MinutesRow>,
    /// What was said there, a blob of kind `statement`.
    pub text: BlobId,
}

impl Act for Minutes {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let person = placed.person().ok_or(Code::PersonOnly)?;
        let (meeting, charter) = state.called_meeting(&self.meeting)?;
        let now_ms = placed.received_ms;
        let ends_ms = meeting.body.ends_ms;
        let matter = state.matters.get(&meeting.body.matter).ok_or(Code::MatterUnknown)?;
        let late = now_ms >= ends_ms.saturating_add(HOST_MS);
        if !(late && meeting.was_there(&person)) {
            placed.require_for(state, Capability::Notice, &matter.concern())?;
        }
        require((ends_ms..ends_ms.saturating_add(MINUTES_MS)).contains(&now_ms), Code::MinutesTime)?;
        let stand = meeting.minutes.as_ref().is_some_and(|minutes| minutes.attested.is_some());
        require(!stand, Code::MinutesStand)?;
        require(self.rows.is_sorted_by(|left, right| left.0 < right.0), Code::RowsOrder)?;
        for row in &self.rows {
            check_row(state, (meeting, charter), row, (person, now_ms))?;
        }
        let said = meeting.said_with(self);
        require(are_counts(&self.counts, meeting.entitled, &said), Code::MinutesMismatch)?;

        let (index, of, matter) = (placed.index, self.meeting, meeting.body.matter);
        let record = MinutesRecord {
            entry: placed.id,
            body: self.clone(),
            by: person,
            attested: None,
            denied: Map::new(),
        };
        Ok(Change::new(move |state| {
            if let Some(meeting) = state.meetings.get_mut(&of) {
                for blob in record.body.rows.iter().filter_map(|(_, _, opening)| *opening) {
                    meeting.note_opening(blob, MeetingOpening { entry: record.entry, person: None });
                }
                meeting.minutes = Some(record);
            }
            if let Some(matter) = state.matters.get_mut(&matter) {
                matter.trail.insert(index);
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.meeting)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        let openings = self.rows.iter().filter_map(|(_, _, opening)| *opening);
        [self.text].into_iter().chain(openings).collect()
    }

    fn kept_words(&self) -> Vec<BlobId> {
        vec![self.text]
    }

    /// That the figures are those of the openings at hand, or can be with those that are not.
    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        shown.statement(&self.text)?;
        let state = shown.state;
        let (meeting, _) = state.called_meeting(&self.meeting)?;
        let (mut known, mut whole) = (MeetingCounts::default(), true);
        for (voter, said) in meeting.said_with(self) {
            let mark = match said.opening {
                Some(opening) => read_opening(shown, (&self.meeting, &voter), &opening)?,
                None => said.mark,
            };
            whole &= mark.is_some();
            known.add(mark);
        }
        let stated = self.counts;
        let votes = |counts: &MeetingCounts| [counts.in_favour, counts.against, counts.abstain];
        let fits = votes(&known)
            .iter()
            .zip(votes(&stated))
            .all(|(known, stated)| if whole { *known == stated } else { *known <= stated });
        require(fits, Code::MinutesMismatch)
    }

    fn rests_on(&self, state: &State) -> Vec<BlobId> {
        let hands = state.meetings.get(&self.meeting).into_iter().flat_map(|meeting| meeting.hands.values());
        hands.filter_map(|said| said.opening).collect()
    }

    fn statement(&self) -> Option<BlobId> {
        Some(self.text)
    }
}

impl MeetingCounts {
    /// One more who was there.
    fn add(&mut self, mark: Option<Mark>) {
        self.present = self.present.saturating_add(1);
        let more = match mark {
            Some(Mark::For) => &mut self.in_favour,
            Some(Mark::Against) => &mut self.against,
            Some(Mark::Abstain) => &mut self.abstain,
            Some(Mark::Recused) => &mut self.recused,
            Some(Mark::Present) | None => return,
        };
        *more = more.saturating_add(1);
    }

    /// What is said in public of those who were there, and how many voted in an opening.
    pub fn in_public<'a>(entitled: u32, said: impl Iterator<Item = &'a Said>) -> (Self, u32) {
        let (mut counts, mut sealed) = (Self { entitled, ..Self::default() }, 0_u32);
        for said in said {
            counts.add(said.mark);
            sealed = sealed.saturating_add(u32::from(said.opening.is_some()));
        }
        (counts, sealed)
    }
}

/// Whether figures are those of what was said, as far as that is public; what is not adds up.
fn are_counts(stated: &MeetingCounts, entitled: u32, said: &BTreeMap<VoterId, Said>) -> bool {
    let (public, sealed) = MeetingCounts::in_public(entitled, said.values());
    let votes = |counts: &MeetingCounts| {
        [counts.in_favour, counts.against, counts.abstain]
            .into_iter()
            .fold(0_u64, |sum, number| sum.saturating_add(number.into()))
    };
    let known = |counts: &MeetingCounts| (counts.entitled, counts.present, counts.recused);
    known(stated) == known(&public)
        && votes(stated) == votes(&public).saturating_add(sealed.into())
        && public.in_favour <= stated.in_favour
        && public.against <= stated.against
        && public.abstain <= stated.abstain
}

/// That something can be written down for one with a voice.
fn check_row(
    state: &State,
    (meeting, charter): (&MeetingRecord, &Charter),
    (voter, mark, opening): &MinutesRow,
    (author, now_ms): (PersonId, u64),
) -> Result<(), Rejection> {
    require(meeting.has_voice(state, charter, voter), Code::NotEntitled)?;
    require(!meeting.hands.contains_key(voter), Code::HandSigned)?;
    meeting.check_form(charter, voter, (*mark, *opening))?;
    let people = match charter.sort {
        BodySort::Households => {
            let party = PartyId::from_bytes(*voter.as_bytes());
            let roll = state.rolls.get(&meeting.roll).ok_or(Code::RollUnknown)?;
            roll.parties.get(&party).map(|party| party.persons.clone()).unwrap_or_default()
        }
        BodySort::Council | BodySort::Representatives => {
            vec![PersonId::from_bytes(*voter.as_bytes())]
        }
    };
    require(!people.contains(&author), Code::HandOwn)?;
    let barred = |person| charter.sort != BodySort::Households && state.is_managers_staff(person, now_ms);
    require(!people.iter().any(barred), Code::HandBarred)?;
    // Whoever has a phone that counts says it themselves.
    let vouched = |key| state.keys.get(key).is_some_and(KeyRecord::is_vouched);
    let signs =
        |person| state.persons.get(person).is_some_and(|person| person.live_keys(&state.keys).any(vouched));
    require(!people.iter().any(signs), Code::HandOwn)
}

impl MeetingRecord {
    /// Whether somebody said with their own phone that they were there.
    pub(crate) fn was_there(&self, person: &PersonId) -> bool {
        self.hands.values().any(|said| said.person == Some(*person))
    }
}
