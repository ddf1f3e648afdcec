//! `dispute`: an owner disputes an item of a result, within the days for objections, on a ground of a closed list.
//!
//! Whoever lost could dispute without end, so a dispute keeps nothing back unless the ballots that it names could change what came
//! out; it names a few, a home has one open about an item, and whether anybody rules or not, its time passes.

use std::collections::BTreeSet;

use crate::acts::Act;
use crate::admit::{Shown, is_said};
use crate::apply::{Change, Placed, note_on_matter};
use crate::blob::{BlobKind, Words};
use crate::calendar::DAY_MS;
use crate::course::{Course, CourseStage, Deed};
use crate::id::{AgendaId, BlobId, EntryId, Hash, OrgId, PartyId, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Agenda, AgendaVoters, State};
use crate::strict_json::Strict;

/// The most ballots that one dispute names.
const MOST_BALLOTS: usize = 20;
/// How long another organisation than the host's has for its ruling, and then the residents' committee.
pub(crate) const RULING_MS: u64 = 7 * DAY_MS;

/// What is disputed. There is no other ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum DisputeGround {
    /// 选票: ballots that are not their owners', or for another reason should count, or not.
    Ballots,
    /// 计数: the sums.
    Count,
    /// 公示送达: the notice, its days or how it reached owners.
    Notice,
    /// 名册: who is entitled, with which area.
    Roll,
}

impl DisputeGround {
    /// Every ground, in the order in which screens list them.
    pub const ALL: [DisputeGround; 4] =
        [DisputeGround::Ballots, DisputeGround::Count, DisputeGround::Roll, DisputeGround::Notice];
}

/// Disputes an item of a stated result.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Dispute {
    /// Of which vote.
    pub agenda: AgendaId,
    /// Which ballots, by their entries in ascending order, each once, 1 to 20, on the ground `ballots`; else none.
    pub ballots: Vec<EntryId>,
    /// On which ground.
    pub ground: DisputeGround,
    /// Which item, by its number.
    pub item: u32,
    /// For whom.
    pub party: PartyId,
    /// Why, a blob of kind `dispute`.
    pub text: BlobId,
}

/// A dispute, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct DisputeRecord {
    /// What was said; none where a home denied its ballot when it was called: that is about every item.
    pub body: Option<Dispute>,
    /// Which ballots it names.
    pub ballots: Vec<EntryId>,
    /// For which home.
    pub party: PartyId,
    /// Who said it, or wrote down what the home said.
    pub by: PersonId,
    /// The organisations of whoever wrote it down, none of which rules on it; none of an owner.
    pub orgs: BTreeSet<OrgId>,
    /// When, in milliseconds since 1970.
    pub at_ms: u64,
    /// How it was ruled upon.
    pub ruling: Option<DisputeRuling>,
}

/// A ruling on a dispute.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct DisputeRuling {
    /// Its entry.
    pub entry: EntryId,
    /// Why, a blob of kind `statement`.
    pub text: BlobId,
    /// Whether the dispute is right.
    pub upheld: bool,
}

impl DisputeRecord {
    /// Whether it is not dismissed: nobody has ruled, or it is right.
    pub fn holds(&self) -> bool {
        self.ruling.as_ref().is_none_or(|ruling| ruling.upheld)
    }

    /// Whether it is about an item, by its number.
    pub fn concerns(&self, item: u32) -> bool {
        self.body.as_ref().is_none_or(|body| body.item == item)
    }

    /// Until when another organisation than the host's rules; from then on it is the residents' committee.
    pub fn referred_ms(&self) -> u64 {
        self.at_ms.saturating_add(RULING_MS)
    }

    /// Until when that one rules; from then on the result is final without a ruling, and carries no work until there is one.
    pub fn unruled_ms(&self) -> u64 {
        self.referred_ms().saturating_add(RULING_MS)
    }

    /// Where its last act left it.
    pub(crate) fn after(&self) -> CourseStage {
        if self.ruling.is_some() { CourseStage::RuledUpon } else { CourseStage::Disputed }
    }
}

impl Act for Dispute {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let person = placed.person().ok_or(Code::PersonOnly)?;
        let agenda = state.held_agenda(&self.agenda)?;
        let roll = state.rolls.get(&agenda.roll).ok_or(Code::RollUnknown)?;
        let owners = roll.parties.get(&self.party).map(|party| party.persons.as_slice()).unwrap_or_default();
        let entitled = !AgendaVoters::on(state, agenda, roll).units_of(&self.party).is_empty();
        require(owners.contains(&person) && entitled, Code::NotOnRoll)?;
        placed.require_vouched(state)?;
        let in_place = Course::Vote.lets(agenda.course_stage(placed.received_ms), Deed::Dispute);
        require(in_place, Code::NotDisputable)?;
        require(self.is_sound(state, agenda), Code::DisputeInvalid)?;
        let of_item = |known: &DisputeRecord| known.body.as_ref().is_some_and(|body| body.item == self.item);
        let same = |known: &DisputeRecord| known.party == self.party && of_item(known);
        let open = agenda.disputes.values().any(|known| same(known) && known.ruling.is_none());
        require(!open, Code::AlreadyDisputed)?;

        let (notice, index, id) = (agenda.notice, placed.index, placed.id);
        let record = DisputeRecord {
            body: Some(self.clone()),
            ballots: self.ballots.clone(),
            party: self.party,
            by: person,
            orgs: BTreeSet::new(),
            at_ms: placed.received_ms,
            ruling: None,
        };
        let agenda = self.agenda;
        Ok(Change::new(move |state| {
            note_on_matter(state, &notice, index);
            if let Some(agenda) = state.agendas.get_mut(&agenda) {
                agenda.disputes.insert(id, record);
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.agenda)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.text]
    }

    fn own_words(&self) -> Vec<BlobId> {
        self.named_blobs()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let words = shown.read::<Words>(&self.text, BlobKind::Dispute, &Hash::ZERO)?;
        require(words.as_ref().is_none_or(is_said), Code::WordsMissing)
    }
}

impl Dispute {
    /// Whether it is about an item of the vote, and names ballots of it exactly where its ground is ballots.
    fn is_sound(&self, state: &State, agenda: &Agenda) -> bool {
        let notice = state.notices.get(&agenda.notice);
        let item = notice.is_some_and(|notice| notice.body.items.iter().any(|item| item.id == self.item));
        let cast: BTreeSet<EntryId> = agenda.ballots.values().map(|ballot| ballot.entry).collect();
        let ballots = match self.ground {
            DisputeGround::Ballots => {
                (1..=MOST_BALLOTS).contains(&self.ballots.len())
                    && self.ballots.is_sorted_by(|left, right| left < right)
                    && self.ballots.iter().all(|ballot| cast.contains(ballot))
            }
            DisputeGround::Count | DisputeGround::Notice | DisputeGround::Roll => self.ballots.is_empty(),
        };
        item && ballots
    }
}

impl Agenda {
    /// The disputes of an item that are not dismissed, by their entries.
    pub fn open_disputes(&self, item: u32) -> Vec<EntryId> {
        let of_item = self.disputes.iter().filter(|(_, known)| known.concerns(item) && known.holds());
        of_item.map(|(entry, _)| *entry).collect()
    }

    /// The ballots that disputes name, but for those that were made void as an upheld one asks.
    pub(crate) fn disputed_ballots(&self, disputes: &[EntryId]) -> BTreeSet<EntryId> {
        let named = disputes.iter().filter_map(|dispute| self.disputes.get(dispute));
        let open = |dispute: &DisputeRecord, ballot: &EntryId| !self.is_settled(dispute, ballot);
        named
            .flat_map(|dispute| dispute.ballots.iter().filter(move |ballot| open(dispute, ballot)).copied())
            .collect()
    }
}
