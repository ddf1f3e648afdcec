//! `draw`: enters the numbers by which the homes are drawn that a roll call asks.
//!
//! Nobody chooses them: the notice names the lottery, the numbers are drawn after the totals are stated, and two persons of different
//! organisations enter them. How many homes are asked follows from the margins, which are held against the ballots.

use std::collections::BTreeSet;

use crate::acts::{Act, Waits};
use crate::admit::{Shown, evidence_blobs};
use crate::apply::second::{Second, propose_on_matter};
use crate::apply::{At, Change, Placed, note_on_matter};
use crate::body::Capability;
use crate::calendar::DAY_MS;
use crate::count::{margins, weak_ballots};
use crate::course::{Course, Deed};
use crate::draw::{sample, seed};
use crate::id::{AgendaId, BlobId, EntryId, PartyId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Agenda, AgendaVoters, Proposal, State};
use crate::strict_json::Strict;
use crate::visible;

/// The most numbers of a draw, and the highest.
const MOST_NUMBERS: usize = 20;
const HIGHEST: u32 = 99_999;
/// The longest name of a draw, in bytes.
const MOST_ISSUE: usize = 32;
/// How long after the totals the lottery may have been drawn. The first draw counts; every lottery draws within a week.
pub(crate) const DRAWN_WITHIN_MS: u64 = 7 * DAY_MS;

/// Enters the numbers of the lottery that the notice names.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Draw {
    /// Of which vote.
    pub agenda: AgendaId,
    /// When the numbers were drawn, in milliseconds since 1970: the first draw after the totals were stated, and at most 7 days after.
    pub drawn_ms: u64,
    /// Which draw of the lottery it is, by the number that the lottery gives it, at most 32 bytes.
    pub issue: String,
    /// The margin of each item, in homes, in order; null where nothing that becomes of the ballots changes it.
    pub margins: Vec<Option<u64>>,
    /// The numbers, 1 to 20 of them, each up to 99,999, in the order in which the lottery tells them.
    pub numbers: Vec<u32>,
}

/// Whom a roll call asks.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Drawn {
    /// The entry that says so.
    pub entry: EntryId,
    /// What was entered.
    pub body: Draw,
    /// Those with a weak ballot.
    pub weak: BTreeSet<PartyId>,
    /// As many of all others as it takes.
    pub others: BTreeSet<PartyId>,
}

impl Drawn {
    /// Whether a party is asked.
    pub fn asks(&self, party: &PartyId) -> bool {
        self.weak.contains(party) || self.others.contains(party)
    }

    /// How many are asked.
    pub fn len(&self) -> usize {
        self.weak.len().saturating_add(self.others.len())
    }

    /// Whether nobody is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Act for Draw {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let agenda = placed.reached_agenda(state, Capability::Tally, &self.agenda)?;
        self.check_now(state, agenda, placed.received_ms)?;
        propose_on_matter(state, placed, self.clone(), agenda.notice)
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.agenda)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let (counted, missing) = margins(shown.state, &self.agenda, shown.evidence)?;
        let homes = |margins: Vec<Option<crate::count::Margin>>| {
            margins.into_iter().map(|margin| margin.map(|margin| margin.homes)).collect::<Vec<_>>()
        };
        require(counted.is_none_or(|counted| homes(counted) == self.margins), Code::MarginMismatch)?;
        shown.missing.blobs.extend(missing.blobs);
        shown.missing.openings.extend(missing.openings);
        Ok(())
    }

    fn rests_on(&self, state: &State) -> Vec<BlobId> {
        evidence_blobs(state, &self.agenda)
    }
}

impl Waits for Draw {
    const AUTHOR_HOLDS: Capability = Capability::Tally;

    fn in_words(&self) -> String {
        "the numbers of a draw".to_owned()
    }

    /// One of the two is of another organisation: a host that drew alone would draw until it liked the homes.
    fn check_second(&self, second: &Second<'_>) -> Result<(), Rejection> {
        second.reached_agenda(Capability::Tally, &self.agenda)?;
        second.of_other_org()
    }

    fn effect(&self, state: &State, at: &At, _proposal: &Proposal) -> Result<Change, Rejection> {
        let agenda = state.held_agenda(&self.agenda)?;
        self.check_now(state, agenda, at.received_ms)?;
        let (tally, roll) = (agenda.tally.as_ref().ok_or(Code::NotToDraw)?, state.rolls.get(&agenda.roll));
        let roll = roll.ok_or(Code::RollUnknown)?;
        let counted = agenda.book.settle(&AgendaVoters::on(state, agenda, roll)).standing;
        let numbers: BTreeSet<u64> = agenda.all_counted().collect();
        let counted = counted.into_iter().filter(|(_, number)| numbers.contains(number));
        let counted = counted.map(|(party, _)| party).collect();
        let weak = weak_ballots(state, &self.agenda)?.into_keys().collect();
        let seed = seed(&self.agenda, &tally.counted_root, &self.numbers);
        let sample = sample(&seed, &counted, &weak, self.margins.iter().flatten().min().copied());
        let drawn = Drawn { entry: at.entry, body: self.clone(), weak: sample.weak, others: sample.others };
        let (notice, index) = (agenda.notice, at.index);
        Ok(Change::new(move |state| {
            note_on_matter(state, &notice, index);
            if let Some(agenda) = state.agendas.get_mut(&drawn.body.agenda) {
                agenda.drawn = Some(drawn);
            }
        }))
    }
}

impl Draw {
    /// What the log alone tells: that it is time, that the notice names a lottery, and that these can be its numbers.
    fn check_now(&self, state: &State, agenda: &Agenda, now_ms: u64) -> Result<(), Rejection> {
        require(Course::Vote.lets(agenda.course_stage(now_ms), Deed::Draw), Code::NotToDraw)?;
        require(agenda.drawn.is_none(), Code::AlreadyDrawn)?;
        let notice = state.notices.get(&agenda.notice).ok_or(Code::NoticeUnknown)?;
        require(notice.body.lottery.is_some(), Code::LotteryMissing)?;
        let stated_ms = agenda.tallied_ms.ok_or(Code::NotToDraw)?;
        let latest_ms = now_ms.min(stated_ms.saturating_add(DRAWN_WITHIN_MS));
        let sound = self.drawn_ms > stated_ms
            && self.drawn_ms <= latest_ms
            && (1..=MOST_NUMBERS).contains(&self.numbers.len())
            && self.numbers.iter().all(|number| *number <= HIGHEST)
            && self.issue.len() <= MOST_ISSUE
            && visible::is_line(&self.issue)
            && self.margins.len() == notice.body.items.len();
        require(sound, Code::DrawInvalid)
    }
}
