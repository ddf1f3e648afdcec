//! `void`: takes ballots out of the count of a vote, on a ground of a closed list.
//!
//! Whoever fears a ballot would void it. So it is void only if its opening is gone, seven days after the close, or if a dispute about
//! it was upheld; two persons of different organisations say it, and whoever stands behind it gave no notice of the vote. What is
//! missing must be missing at the count as well: an opening that is found until then counts.

use std::collections::BTreeSet;

use crate::acts::{Act, Waits};
use crate::admit::Shown;
use crate::apply::second::{Second, propose_on_matter};
use crate::apply::{At, Change, Placed, note_on_matter};
use crate::blob::Evidence;
use crate::body::{Capability, Tally};
use crate::calendar::DAY_MS;
use crate::course::CourseStage;
use crate::id::{AgendaId, BlobId, EntryId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Agenda, LoggedBallot, Proposal, State};
use crate::strict_json::Strict;

use super::dispute::DisputeRecord;

/// The most ballots that one entry names.
const MOST_BALLOTS: usize = 20;
/// How long after the close an opening can still come.
pub(crate) const OPENINGS_MS: u64 = 7 * DAY_MS;

/// Why a ballot is void. There is no other ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum VoidGround {
    /// Nobody has its opening, so nobody can say what it chose.
    OpeningMissing,
    /// A dispute about it was upheld.
    Upheld,
}

/// Takes ballots out of the count.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Void {
    /// Of which vote.
    pub agenda: AgendaId,
    /// Which ballots, by their entries in ascending order, each once, 1 to 20.
    pub ballots: Vec<EntryId>,
    /// On which ground.
    pub ground: VoidGround,
    /// What was looked for or found, a blob of kind `statement`.
    pub text: BlobId,
}

/// That a ballot is void.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Voided {
    /// The entry that says so.
    pub entry: EntryId,
    /// On which ground.
    pub ground: VoidGround,
    /// Its opening.
    pub opening: BlobId,
    /// Since when, in milliseconds since 1970.
    pub since_ms: u64,
}

impl Act for Void {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let agenda = placed.reached_agenda(state, Capability::Tally, &self.agenda)?;
        self.check_now(agenda, placed.received_ms)?;
        propose_on_matter(state, placed, self.clone(), agenda.notice)
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.agenda)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.text]
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        shown.statement(&self.text)?;
        let needed = self.rests_on(shown.state);
        shown
            .missing
            .found
            .extend(needed.into_iter().filter(|opening| shown.evidence.get(opening).is_some()));
        Ok(())
    }

    /// The openings that it states to be missing.
    fn rests_on(&self, state: &State) -> Vec<BlobId> {
        let agenda = state.agendas.get(&self.agenda).filter(|_| self.ground == VoidGround::OpeningMissing);
        let ballots = agenda.into_iter().flat_map(|agenda| agenda.ballots.values());
        ballots.filter(|ballot| self.ballots.contains(&ballot.entry)).map(|ballot| ballot.blob).collect()
    }

    fn statement(&self) -> Option<BlobId> {
        Some(self.text)
    }
}

impl Waits for Void {
    const AUTHOR_HOLDS: Capability = Capability::Tally;

    fn in_words(&self) -> String {
        "ballots that are left out of a count".to_owned()
    }

    /// Of another organisation than the author, and of one that gave no notice: a host alone would void what it lost by.
    fn check_second(&self, second: &Second<'_>) -> Result<(), Rejection> {
        let agenda = second.reached_agenda(Capability::Tally, &self.agenda)?;
        let notice = second.state().notices.get(&agenda.notice).ok_or(Code::NoticeUnknown)?;
        second.of_other_org_than(&notice.orgs)?;
        second.of_other_org()
    }

    fn effect(&self, state: &State, at: &At, _proposal: &Proposal) -> Result<Change, Rejection> {
        let agenda = state.held_agenda(&self.agenda)?;
        self.check_now(agenda, at.received_ms)?;
        let voided = |ballot: &LoggedBallot| {
            let (entry, ground) = (at.entry, self.ground);
            (ballot.entry, Voided { entry, ground, opening: ballot.blob, since_ms: at.received_ms })
        };
        let ballots = agenda.ballots.values().filter(|ballot| self.ballots.contains(&ballot.entry));
        let voided: Vec<_> = ballots.map(voided).collect();
        let (notice, index, id) = (agenda.notice, at.index, self.agenda);
        Ok(Change::new(move |state| {
            note_on_matter(state, &notice, index);
            if let Some(agenda) = state.agendas.get_mut(&id) {
                for (ballot, voided) in voided {
                    agenda.voided.insert(ballot, voided);
                }
                agenda.recount = agenda.tally.is_some();
            }
        }))
    }
}

impl Void {
    /// What the log alone tells: that it is time, and that these are ballots that count as yet.
    fn check_now(&self, agenda: &Agenda, now_ms: u64) -> Result<(), Rejection> {
        let stated = matches!(agenda.course_stage(now_ms), CourseStage::Tallied | CourseStage::ToEnd);
        let in_time = match self.ground {
            VoidGround::OpeningMissing => agenda.misses_openings(now_ms),
            VoidGround::Upheld => stated,
        };
        require(in_time, Code::NotToVoid)?;
        let standing = agenda.book.all_standing().filter_map(|number| agenda.ballots.get(&number));
        let standing: BTreeSet<EntryId> = standing.map(|ballot| ballot.entry).collect();
        let grounded = |ballot: &EntryId| match self.ground {
            VoidGround::OpeningMissing => true,
            VoidGround::Upheld => agenda.is_upheld_against(ballot),
        };
        let sound = (1..=MOST_BALLOTS).contains(&self.ballots.len())
            && self.ballots.is_sorted_by(|left, right| left < right)
            && self.ballots.iter().all(|ballot| {
                standing.contains(ballot) && !agenda.voided.contains_key(ballot) && grounded(ballot)
            });
        require(sound, Code::VoidInvalid)
    }
}

impl Agenda {
    /// Whether an opening that is missing at a moment, in milliseconds since 1970, may be given up: seven days after the close, while
    /// the totals are to be stated, for the first time or again.
    pub fn misses_openings(&self, now_ms: u64) -> bool {
        let late = self.closed_ms.is_some_and(|closed_ms| now_ms >= closed_ms.saturating_add(OPENINGS_MS));
        late && self.finality.is_none() && (self.tally.is_none() || self.recount)
    }

    /// Whether a dispute that names a ballot was upheld.
    pub fn is_upheld_against(&self, ballot: &EntryId) -> bool {
        self.disputes.values().any(|known| is_upheld(known) && known.ballots.contains(ballot))
    }

    /// The ballots that a count leaves out, by the openings at hand: those that the totals name as they are stated; until they are,
    /// whatever is void, but for a ballot whose opening was missing and was found.
    pub(crate) fn left_out(&self, evidence: &Evidence) -> BTreeSet<EntryId> {
        if let Some(tally) = self.tally.as_ref().filter(|_| !self.recount) {
            return tally.voided.iter().copied().collect();
        }
        let gone =
            |voided: &Voided| voided.ground == VoidGround::Upheld || evidence.get(&voided.opening).is_none();
        self.voided.iter().filter(|(_, voided)| gone(voided)).map(|(ballot, _)| *ballot).collect()
    }

    /// Why a ballot is void that the totals, as they are stated, leave out.
    pub fn void_in_totals(&self, ballot: &EntryId) -> Option<&Voided> {
        let out = self.tally.as_ref().is_some_and(|tally| tally.voided.contains(ballot));
        self.voided.get(ballot).filter(|_| out)
    }

    /// Whether totals may leave out exactly those ballots, as far as the log tells.
    pub(crate) fn may_leave_out(&self, tally: &Tally) -> bool {
        let upheld = self.voided.iter().filter(|(_, voided)| voided.ground == VoidGround::Upheld);
        tally.voided.is_sorted_by(|left, right| left < right)
            && tally.voided.iter().all(|ballot| self.voided.contains_key(ballot))
            && upheld.map(|(ballot, _)| ballot).all(|ballot| tally.voided.contains(ballot))
    }

    /// The openings at hand of ballots that totals leave out since theirs were missing.
    pub(crate) fn found(&self, tally: &Tally, evidence: &Evidence) -> Vec<BlobId> {
        let left_out = tally.voided.iter().filter_map(|ballot| self.voided.get(ballot));
        let missing = left_out.filter(|voided| voided.ground == VoidGround::OpeningMissing);
        missing.map(|voided| voided.opening).filter(|opening| evidence.get(opening).is_some()).collect()
    }

    /// Whether an upheld dispute has got what it asks for of a ballot: the ballot was made void since.
    pub(crate) fn is_settled(&self, dispute: &DisputeRecord, ballot: &EntryId) -> bool {
        let voided = self.voided.get(ballot).filter(|voided| voided.ground == VoidGround::Upheld);
        is_upheld(dispute) && voided.is_some_and(|voided| voided.since_ms >= dispute.at_ms)
    }
}

fn is_upheld(dispute: &DisputeRecord) -> bool {
    dispute.ruling.as_ref().is_some_and(|ruling| ruling.upheld)
}
