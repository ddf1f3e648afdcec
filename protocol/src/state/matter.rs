//! A matter from its raising to its end: 提—议—决—办—评, each step told by what the log holds.

use std::collections::BTreeSet;

use super::{Agenda, AgendaVoters, CandidateRecord, Map, Roll, Set, State};
use crate::body::{Category, Demand, DisputeRecord, Ending, Moderated, Origin, ReviewRecord, Score, Tier};
use crate::count::Outcome;
use crate::id::{AgendaId, BlobId, EntryId, MatterId, NoticeId, PartyId, PersonId, TaskId};
use crate::office::Concern;
use crate::strict_json::Strict;

/// The five steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Step {
    /// 提: brought up, not accepted yet.
    Propose,
    /// 议: accepted, being talked over.
    Deliberate,
    /// 决: put to the vote, or to a meeting.
    Decide,
    /// 办: given to somebody to do.
    Execute,
    /// 评: done, being marked.
    Evaluate,
}

/// Whether a matter goes on, or how it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Standing {
    /// It goes on.
    Open,
    /// Done; where five or more marked the work, those concerned are content.
    Done,
    /// Put to the vote and not passed.
    NotPassed,
    /// Not taken up.
    Declined,
    /// It goes on under another matter.
    Merged,
}

/// An opinion in the log.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct LoggedOpinion {
    /// Its entry.
    pub entry: EntryId,
    /// Stance and words.
    pub blob: BlobId,
    /// Who spoke.
    pub person: PersonId,
    /// To which opinion it replies.
    pub reply_to: Option<EntryId>,
}

/// Marks of work to which new work came, or that was taken back after its days for marking.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Round {
    /// The marks: by person, the latest.
    pub ratings: Map<PersonId, BlobId>,
}

/// How a matter ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Closing {
    /// How.
    pub ending: Ending,
    /// The stated score.
    pub score: Score,
}

/// A matter.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Matter {
    /// What it is about.
    pub category: Option<Category>,
    /// How it came in.
    pub origin: Origin,
    /// Who brought it up.
    pub raiser: PersonId,
    /// When, in milliseconds since 1970.
    pub raised_ms: u64,
    /// The part of the estate that it concerns.
    pub scope: u32,
    /// Who handles it now.
    pub tier: Tier,
    /// What is asked for.
    pub text: BlobId,
    /// Since when it has waited for an answer of its present tier.
    pub asked_ms: u64,
    /// Whether it was accepted.
    pub accepted_ms: Option<u64>,
    /// Whether it was declined.
    pub declined: bool,
    /// The matter under which it goes on.
    pub merged_into: Option<MatterId>,
    /// The homes that back it.
    pub supports: Set<PartyId>,
    /// Who demands a vote on it; nobody from the end of a vote on.
    pub demand: Demand,
    /// What was said, by place in the log.
    pub opinions: Map<u64, LoggedOpinion>,
    /// The notices that put it to the vote, in log order.
    pub notices: Vec<NoticeId>,
    /// The meetings that were called about it, in log order.
    pub meetings: Vec<EntryId>,
    /// The work given out for it, in log order.
    pub tasks: Vec<TaskId>,
    /// The work among it whose decision was annulled.
    pub annulled: BTreeSet<TaskId>,
    /// When all of that work was reported done; none while something is left to do.
    pub done_ms: Option<u64>,
    /// The marks since then: by person, the latest.
    pub ratings: Map<PersonId, BlobId>,
    /// The marks before that, which new work ended, in log order.
    pub rounds: Vec<Round>,
    /// How it ended.
    pub closing: Option<Closing>,
    /// What became of its words and of those said about it, by the entry that says them: those that were reported or hidden.
    pub moderated: Map<EntryId, Moderated>,
    /// The reviews that were asked for, by the entry.
    pub reviews: Map<EntryId, ReviewRecord>,
    /// Who stands, or stood, for an election by its vote, by the entry by which they do.
    pub candidates: Map<EntryId, CandidateRecord>,
    /// Who took a candidacy back last, at which place in the log.
    pub taken_back: Map<PersonId, u64>,
    /// The official acts about it, by place in the log, from its raising on.
    pub trail: Set<u64>,
}

impl Matter {
    /// How many opinions were said about it; what replies to one is none.
    pub fn voices(&self) -> usize {
        self.opinions.values().filter(|opinion| opinion.reply_to.is_none()).count()
    }

    /// The marks that were given, of every round: by whom, and the blob that holds them.
    pub(crate) fn marks(&self) -> impl Iterator<Item = (&PersonId, &BlobId)> {
        self.rounds.iter().map(|round| &round.ratings).chain([&self.ratings]).flatten()
    }

    /// Whether it goes on, or how it ended.
    pub fn standing(&self) -> Standing {
        match (&self.closing, self.declined, self.merged_into) {
            (Some(Closing { ending: Ending::Done, .. }), _, _) => Standing::Done,
            (Some(Closing { ending: Ending::NotPassed, .. }), _, _) => Standing::NotPassed,
            (None, true, _) => Standing::Declined,
            (None, false, Some(_)) => Standing::Merged,
            (None, false, None) => Standing::Open,
        }
    }

    /// The parties of a person that have a say in it: a counted unit in its scope, on the newest roll.
    pub fn parties_with_say(&self, state: &State, person: &PersonId) -> Vec<PartyId> {
        let Some((_, roll)) = state.newest_roll() else { return Vec::new() };
        let voters = AgendaVoters::in_scope(roll, self.scope, state.bylaws.parking_counts);
        let counted = roll.parties_of(person).filter(|(party, _)| !voters.units_of(party).is_empty());
        counted.map(|(party, _)| *party).collect()
    }

    /// What an act about it concerns, as far as offices are limited.
    pub fn concern(&self) -> Concern<'static> {
        Concern { scope: Some(self.scope), tier: Some(self.tier), category: self.category, ledgers: &[] }
    }

    /// How many parties have a say in it.
    pub fn heads_with_say(&self, state: &State) -> usize {
        let heads = |roll: &Roll| roll.heads_in(self.scope, state.bylaws.parking_counts);
        state.newest_roll().map_or(0, |(_, roll)| heads(roll))
    }

    /// Whether a party is the raiser's own, and so backs the matter by its raising: to count the home again would say more
    /// than is so.
    pub fn is_raisers(&self, state: &State, party: &PartyId) -> bool {
        let party = state.newest_roll().and_then(|(_, roll)| roll.parties.get(party));
        party.is_some_and(|party| party.persons.contains(&self.raiser))
    }

    /// Which of the five steps it has reached.
    pub fn step(&self) -> Step {
        if self.done_ms.is_some() {
            Step::Evaluate
        } else if self.tasks.iter().any(|task| !self.annulled.contains(task)) {
            Step::Execute
        } else if !self.notices.is_empty() || !self.meetings.is_empty() {
            Step::Decide
        } else if self.accepted_ms.is_some() {
            Step::Deliberate
        } else {
            Step::Propose
        }
    }

    /// By how much its work has cost more than it may, in fen.
    pub fn over_fen(&self, state: &State) -> u64 {
        let tasks = self.tasks.iter().filter_map(|task| state.tasks.get(task));
        tasks.fold(0, |sum, task| sum.saturating_add(task.over_fen()))
    }

    /// What the tasks with a limit may cost together, and what has been paid for them, in fen; nothing where none has one.
    pub fn spent(&self, state: &State) -> Option<Spent> {
        let tasks = self.tasks.iter().filter_map(|task| state.tasks.get(task));
        let limited =
            tasks.filter_map(|task| Some(Spent { cap_fen: task.cap_fen?, paid_fen: task.paid_fen }));
        limited.reduce(|sum, task| Spent {
            cap_fen: sum.cap_fen.saturating_add(task.cap_fen),
            paid_fen: sum.paid_fen.saturating_add(task.paid_fen),
        })
    }

    /// The vote about it that ended last: votes about a matter follow each other, so that is the last of those that were held.
    pub fn last_ended(&self, state: &State) -> Option<AgendaId> {
        let opened = self.notices.iter().rev().filter_map(|notice| state.notices.get(notice)?.opened);
        let ended = |id: &AgendaId| state.agendas.get(id).is_some_and(|agenda| agenda.finality.is_some());
        opened.into_iter().find(ended)
    }

    /// The score with which it ended; none where it goes on, or fewer than five marked it.
    pub fn stated_score(&self) -> Option<Score> {
        self.closing.map(|closing| closing.score).filter(|score| score.ratings > 0)
    }

    /// Keeps the marks that were given so far as a round of their own; those that follow are about what follows.
    pub(crate) fn begin_round(&mut self) {
        if !self.ratings.is_empty() {
            let ratings = core::mem::take(&mut self.ratings);
            self.rounds.push(Round { ratings });
        }
    }

    /// The last vote about it, if it was opened.
    pub(crate) fn last_vote<'a>(&self, state: &'a State) -> Option<&'a Agenda> {
        let opened = self.notices.last().and_then(|notice| state.notices.get(notice)?.opened)?;
        state.agendas.get(&opened)
    }

    /// Whether the last vote about it is final, and something passed that can be carried out.
    pub(crate) fn last_vote_passed(&self, state: &State) -> bool {
        self.last_vote(state).is_some_and(Agenda::any_carried)
    }

    /// Whether nothing of the last vote about it can be carried out, and a ruling could change that.
    pub(crate) fn awaits_ruling(&self, state: &State) -> bool {
        let vote = self.last_vote(state);
        vote.is_some_and(|vote| !vote.any_carried() && vote.awaited_dispute().is_some())
    }
}

impl Agenda {
    /// Whether the stated totals say that something passed or somebody was elected.
    pub fn any_passed(&self) -> bool {
        let items = self.tally.iter().flat_map(|tally| &tally.items);
        items.clone().any(|item| has_passed(item.outcome))
    }
}

impl Agenda {
    /// Whether something passed, or somebody was elected, and the vote is final so that it can be carried out.
    pub fn any_carried(&self) -> bool {
        let items = self.tally.iter().flat_map(|tally| &tally.items);
        items.enumerate().any(|(place, item)| has_passed(item.outcome) && self.carries(place))
    }

    /// The dispute on whose ruling it depends whether something that passed can be carried out: the first of those.
    pub(crate) fn awaited_dispute(&self) -> Option<&DisputeRecord> {
        let (tally, finality) = (self.tally.as_ref()?, self.finality.as_ref()?);
        let ends = finality.items.iter().zip(&tally.items);
        let open = ends.zip(1_u32..).filter(|((end, item), number)| {
            !end.stands && has_passed(item.outcome) && !self.annulled.contains_key(number)
        });
        open.map(|((end, _), _)| end).find_map(|end| {
            let known = || end.disputes.iter().filter_map(|dispute| self.disputes.get(dispute));
            let upheld = known().any(|dispute| dispute.ruling.as_ref().is_some_and(|ruling| ruling.upheld));
            if upheld { None } else { known().find(|dispute| dispute.ruling.is_none()) }
        })
    }
}

/// Whether an outcome lets something be done.
pub(crate) fn has_passed(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Passed | Outcome::ElectionFilled | Outcome::ElectionPartial)
}

/// Work given out for a matter.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Task {
    /// Who does it.
    pub assignee: PersonId,
    /// The most it may cost, in fen.
    pub cap_fen: Option<u64>,
    /// The agenda and item that allowed it.
    pub decision: Option<(AgendaId, u32)>,
    /// When it was given out, in milliseconds since 1970.
    pub dispatched_ms: u64,
    /// Until when it should be done.
    pub due_ms: u64,
    /// For which matter.
    pub matter: MatterId,
    /// What is to be done.
    pub text: BlobId,
    /// What has been paid so far, in fen.
    pub paid_fen: u64,
    /// How much is done, 0 to [`WHOLE`].
    pub percent: u32,
}

/// All of a task, in per cent.
pub const WHOLE: u32 = 100;

impl Task {
    /// Whether all of it is done.
    pub fn is_done(&self) -> bool {
        self.percent >= WHOLE
    }

    /// By how much it has cost more than it may, in fen.
    pub fn over_fen(&self) -> u64 {
        over_fen(self.cap_fen, self.paid_fen)
    }
}

/// What work may cost, and what has been paid for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spent {
    /// The most that it may cost, in fen.
    pub cap_fen: u64,
    /// What has been paid, in fen.
    pub paid_fen: u64,
}

/// By how much what was paid exceeds what work may cost, in fen. It is not refused but shown.
pub fn over_fen(cap_fen: Option<u64>, paid_fen: u64) -> u64 {
    cap_fen.map_or(0, |cap_fen| paid_fen.saturating_sub(cap_fen))
}
