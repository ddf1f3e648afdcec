//! `meeting`: a council or a residents' meeting is called together about a matter, with its question, its place and its time. Its
//! mandate is looked at here, before anybody comes: the matter's kind and place, the money, the term.
//!
//! What was called stands as it was called: who sits in it is frozen, no hand is taken at another time, and a meeting on another day
//! is another meeting with its own days of notice.

use std::collections::BTreeMap;

use crate::acts::Act;
use crate::acts::set_up::charter::{BodySort, Charter, CharterRecord, owners_decide};
use crate::acts::set_up::rule_set::{Denied, MeetingOutcome};
use crate::admit::Shown;
use crate::apply::{Change, Placed, open_matter};
use crate::body::{Capability, Category, Mark, Minutes};
use crate::calendar::{DAY_MS, HOUR_MS, earliest_opening_day, latest_opening_day, local_day};
use crate::course::{CourseStage, Subject};
use crate::id::{BlobId, EntryId, MatterId, PersonId, RollId, VoterId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{AgendaVoters, Map, State};
use crate::strict_json::Strict;

/// How short and how long a session may be.
const LENGTH_MS: core::ops::RangeInclusive<u64> = HOUR_MS / 4..=12 * HOUR_MS;
/// How long after it its minutes can be written and attested.
pub(crate) const MINUTES_MS: u64 = 14 * DAY_MS;
/// How long what was written down of somebody can be denied.
pub(crate) const DENIAL_MS: u64 = 7 * DAY_MS;

/// Who pays for what is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Purse {
    /// 社区、街道的经费: money of the residents' committee or the street.
    Community,
    /// 自愿出资、捐赠: whoever gives of their own will.
    Donations,
    /// 维修资金, 公共收益, 业主分摊: what is the owners' own, about which they decide together; refused.
    Owners,
}

/// Calls a council or a residents' meeting together about a matter.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Meeting {
    /// By which charter.
    pub charter: EntryId,
    /// The most that it may cost, in fen, and who pays; none if it costs nothing.
    #[strict(row("fen", "purse"))]
    pub cost: Option<(u64, Purse)>,
    /// Its end, exclusive, in milliseconds since 1970: a quarter of an hour to twelve hours after it begins.
    pub ends_ms: u64,
    /// Whom the matter concerns and who therefore does not decide, in ascending order, each once, all with a voice.
    pub interested: Vec<VoterId>,
    /// The matter.
    pub matter: MatterId,
    /// Where it is held, a blob of kind `statement`.
    pub place: BlobId,
    /// Its beginning, in milliseconds since 1970.
    pub starts_ms: u64,
    /// The question, a blob of kind `statement`.
    pub text: BlobId,
}

/// What one with a voice said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Said {
    /// The entry; none if it was written down.
    pub entry: Option<EntryId>,
    /// The mark, if it is public.
    pub mark: Option<Mark>,
    /// The opening that holds it, if it is not.
    pub opening: Option<BlobId>,
    /// Whose phone said it; none if it was written down for them.
    pub person: Option<PersonId>,
}

/// Minutes of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct MinutesRecord {
    /// The entry.
    pub entry: EntryId,
    /// What they say.
    pub body: Minutes,
    /// Who wrote them.
    pub by: PersonId,
    /// Who attested them: the entry, and when, in milliseconds since 1970.
    pub attested: Option<(EntryId, u64)>,
    /// Who denies what they say of them, each with the entry.
    pub denied: Map<VoterId, EntryId>,
}

/// A meeting that was called.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct MeetingRecord {
    /// What was called.
    pub body: Meeting,
    /// When, in milliseconds since 1970.
    pub called_ms: u64,
    /// The roll that lists the homes with a voice.
    pub roll: RollId,
    /// How many have a voice.
    pub entitled: u32,
    /// What those who signed said, in the session.
    pub hands: Map<VoterId, Said>,
    /// The minutes that were written last.
    pub minutes: Option<MinutesRecord>,
    /// The openings in which homes vote, also those that were replaced.
    pub openings: Map<BlobId, MeetingOpening>,
}

/// An opening in which a home votes at a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct MeetingOpening {
    /// The entry that named it first.
    pub entry: EntryId,
    /// Whose phone signed that; none if it was written down.
    pub person: Option<PersonId>,
}

/// Where a meeting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum MeetingStage {
    /// Called; it has not begun.
    Called,
    /// Held now.
    Sitting,
    /// Over; nobody has written minutes.
    ToMinute,
    /// Minutes are written; nobody who was there, nor another organisation, stands behind them.
    ToAttest,
    /// Attested; whoever was written down can still deny it.
    Deniable,
    /// Too few came.
    NoQuorum,
    /// It did not pass.
    NotPassed,
    /// It passed.
    Passed,
    /// No minutes were attested in time: it decided nothing.
    Lapsed,
}

impl Act for Meeting {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Notice)?;
        let matter = open_matter(state, &self.matter)?;
        placed.require_for(state, Capability::Notice, &matter.concern())?;
        let charter = state.charters.get(&self.charter).ok_or(Code::CharterUnknown)?;
        let now_ms = placed.received_ms;
        self.check_mandate(state, charter)?;
        let stage = Subject::Matter(matter).stage(state, now_ms);
        require(stage != CourseStage::Raised, Code::MatterNotAccepted)?;
        // What was put to owners, or what they demand to decide, is theirs.
        require(stage == CourseStage::Accepted && matter.notices.is_empty(), Code::MatterUnderWay)?;
        require(matter.awaited_review(now_ms).is_none(), Code::ReviewOpen)?;
        require(!state.is_with_a_meeting(matter, now_ms), Code::MeetingStands)?;
        self.check_cap(state, &charter.body, now_ms)?;
        self.check_time(charter, now_ms)?;

        let (roll_id, roll) = state.newest_roll().ok_or(Code::RollUnknown)?;
        let entitled = match charter.body.sort {
            BodySort::Households => roll.heads_in(charter.body.scope, state.bylaws.parking_counts),
            BodySort::Council | BodySort::Representatives => charter.body.members.len(),
        };
        require(entitled > 0, Code::EmptyScope)?;
        let record = MeetingRecord {
            body: self.clone(),
            called_ms: now_ms,
            roll: *roll_id,
            entitled: u32::try_from(entitled).unwrap_or(u32::MAX),
            hands: Map::new(),
            minutes: None,
            openings: Map::new(),
        };
        let sorted = self.interested.is_sorted_by(|left, right| left < right);
        let known = |voter: &VoterId| record.has_voice(state, &charter.body, voter);
        require(sorted && self.interested.iter().all(known), Code::NotEntitled)?;
        let (id, index) = (placed.id, placed.index);
        Ok(Change::new(move |state| {
            if let Some(matter) = state.matters.get_mut(&record.body.matter) {
                matter.meetings.push(id);
                matter.trail.insert(index);
            }
            state.meetings.insert(id, record);
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.matter)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.text, self.place]
    }

    fn kept_words(&self) -> Vec<BlobId> {
        self.named_blobs()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        shown.statement(&self.text)?;
        shown.statement(&self.place)
    }

    fn statement(&self) -> Option<BlobId> {
        Some(self.text)
    }
}

impl Meeting {
    /// That the charter lets it decide such a matter, there, with such money.
    fn check_mandate(&self, state: &State, charter: &CharterRecord) -> Result<(), Rejection> {
        let matter = state.matters.get(&self.matter).ok_or(Code::MatterUnknown)?;
        if let Some(number) = matter.category.and_then(Category::owners_matter) {
            return Err(owners_decide(number));
        }
        if let Some((_, Purse::Owners)) = self.cost {
            return Err(owners_decide(9));
        }
        let (_, roll) = state.newest_roll().ok_or(Code::RollUnknown)?;
        let within = matter.category.is_some_and(|kind| charter.body.categories.contains(&kind))
            && roll.lies_in(matter.scope, charter.body.scope);
        require(within, Code::OutsideCharter)
    }

    /// That what all its decisions may cost stays within its cap: so nothing is gained by halving a matter.
    fn check_cap(&self, state: &State, charter: &Charter, now_ms: u64) -> Result<(), Rejection> {
        let Some((fen, _)) = self.cost else { return Ok(()) };
        require(fen > 0, Code::OverCharterCap)?;
        let bound = state.bound_fen(&self.charter, now_ms);
        require(bound.saturating_add(fen) <= charter.cap_fen, Code::OverCharterCap)
    }

    /// That it is announced in time, within the term of the charter, and no longer than people can sit.
    fn check_time(&self, charter: &CharterRecord, now_ms: u64) -> Result<(), Rejection> {
        let CharterRecord { body, replaced, .. } = charter;
        let term = body.from_ms..body.until_ms;
        let within = term.contains(&self.starts_ms) && self.ends_ms <= body.until_ms;
        require(replaced.is_none() && within, Code::CharterOver)?;
        let length_ms = self.ends_ms.saturating_sub(self.starts_ms);
        require(LENGTH_MS.contains(&length_ms), Code::MeetingTime)?;
        let earliest = earliest_opening_day(now_ms, body.rules.notice_days);
        require(local_day(self.starts_ms) >= earliest, Code::NoticeTooShort)?;
        require(local_day(self.starts_ms) <= latest_opening_day(earliest), Code::NoticeTooFar)
    }
}

impl MeetingRecord {
    /// Notes an opening; whoever names it again has not made it.
    pub(crate) fn note_opening(&mut self, blob: BlobId, opening: MeetingOpening) {
        if !self.openings.contains_key(&blob) {
            self.openings.insert(blob, opening);
        }
    }

    /// Whether a voter has a voice in it, by its charter.
    pub fn has_voice(&self, state: &State, charter: &Charter, voter: &VoterId) -> bool {
        if charter.sort != BodySort::Households {
            return charter.seats(voter);
        }
        let party = crate::id::PartyId::from_bytes(*voter.as_bytes());
        let units =
            |roll| AgendaVoters::in_scope(roll, charter.scope, state.bylaws.parking_counts).units_of(&party);
        state.rolls.get(&self.roll).is_some_and(|roll| !units(roll).is_empty())
    }

    /// What was said, by whom, if its minutes were these.
    pub(crate) fn said_with(&self, minutes: &Minutes) -> BTreeMap<VoterId, Said> {
        let written = minutes.rows.iter().map(|(voter, mark, opening)| {
            (*voter, Said { entry: None, mark: *mark, opening: *opening, person: None })
        });
        written.chain(self.hands.iter().map(|(voter, said)| (*voter, *said))).collect()
    }

    /// Who denies what the minutes say of them.
    pub fn denied(&self) -> Denied {
        let Some(minutes) = &self.minutes else { return Denied::default() };
        let consents = |voter: &VoterId| {
            let row = minutes.body.rows.iter().find(|(of, ..)| of == voter);
            row.is_some_and(|(_, mark, opening)| *mark == Some(Mark::For) || opening.is_some())
        };
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Denied {
            all: number(minutes.denied.len()),
            in_favour: number(minutes.denied.keys().filter(|voter| consents(voter)).count()),
        }
    }

    /// Until when what was written down can be denied, exclusive, in milliseconds since 1970; none before it is attested.
    pub fn denials_end_ms(&self) -> Option<u64> {
        let minutes = self.minutes.as_ref()?;
        let (_, attested_ms) = minutes.attested?;
        let days_ms = if minutes.body.rows.is_empty() { 0 } else { DENIAL_MS };
        Some(attested_ms.saturating_add(days_ms))
    }

    /// Where it stands at a moment, in milliseconds since 1970.
    pub fn stage(&self, charter: &Charter, now_ms: u64) -> MeetingStage {
        let Meeting { starts_ms, ends_ms, .. } = self.body;
        if now_ms < starts_ms {
            return MeetingStage::Called;
        }
        if now_ms < ends_ms {
            return MeetingStage::Sitting;
        }
        let lapsed = now_ms >= ends_ms.saturating_add(MINUTES_MS);
        let attested = self.minutes.as_ref().zip(self.denials_end_ms());
        match (attested, lapsed) {
            (Some((_, denials_end_ms)), _) if now_ms < denials_end_ms => MeetingStage::Deniable,
            (Some((minutes, _)), _) => match charter.rules.outcome(&minutes.body.counts, self.denied()) {
                MeetingOutcome::NoQuorum => MeetingStage::NoQuorum,
                MeetingOutcome::NotPassed => MeetingStage::NotPassed,
                MeetingOutcome::Passed => MeetingStage::Passed,
            },
            (None, true) => MeetingStage::Lapsed,
            (None, false) if self.minutes.is_some() => MeetingStage::ToAttest,
            (None, false) => MeetingStage::ToMinute,
        }
    }

    /// That a mark can be said so: in public by members, in an opening by homes, whose presence alone is public; and by whoever it
    /// concerns not at all.
    pub(crate) fn check_form(
        &self,
        charter: &Charter,
        voter: &VoterId,
        (mark, opening): (Option<Mark>, Option<BlobId>),
    ) -> Result<(), Rejection> {
        let votes = matches!(mark, Some(Mark::Abstain | Mark::Against | Mark::For));
        let homes = charter.sort == BodySort::Households;
        let formed = if homes {
            !votes && mark.is_some() != opening.is_some()
        } else {
            mark.is_some() && opening.is_none()
        };
        require(formed, Code::HandForm)?;
        let concerned = self.body.interested.contains(voter);
        require(!concerned || !(votes || opening.is_some()), Code::MustRecuse)
    }
}

impl State {
    /// Where a meeting stands at a moment, in milliseconds since 1970.
    pub fn meeting_stage(&self, id: &EntryId, now_ms: u64) -> Option<MeetingStage> {
        let meeting = self.meetings.get(id)?;
        Some(meeting.stage(&self.charters.get(&meeting.body.charter)?.body, now_ms))
    }

    /// What the decisions of a charter that hold, or still may, cost together at most, in fen.
    pub fn bound_fen(&self, charter: &EntryId, now_ms: u64) -> u64 {
        let of_it = self.meetings.iter().filter(|(_, meeting)| meeting.body.charter == *charter);
        let binds = |id: &EntryId| {
            let stage = self.meeting_stage(id, now_ms);
            !matches!(stage, Some(MeetingStage::NoQuorum | MeetingStage::NotPassed | MeetingStage::Lapsed))
        };
        let costs = of_it.filter(|(id, _)| binds(id)).filter_map(|(_, meeting)| meeting.body.cost);
        costs.fold(0, |sum, (fen, _)| sum.saturating_add(fen))
    }

    /// A meeting with its charter.
    pub(crate) fn called_meeting(&self, id: &EntryId) -> Result<(&MeetingRecord, &Charter), Rejection> {
        let meeting = self.meetings.get(id).ok_or(Code::MeetingUnknown)?;
        let charter = self.charters.get(&meeting.body.charter).ok_or(Code::CharterUnknown)?;
        Ok((meeting, &charter.body))
    }
}
