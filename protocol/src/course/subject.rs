//! What has a course, as State holds it: where it stands, what its dates are, whom an office about it concerns.

use std::collections::BTreeSet;

use super::{Course, CourseStage, Date, Deed, Row, When, matter, paper, second, vote};
use crate::acts::propose::requisition::HOST_MS;
use crate::apply::{concern_of, concern_of_vote};
use crate::body::{DisputeRecord, Hiding, Moderated, OrgKind, ReviewRecord, Tier};
use crate::calendar::DAY_MS;
use crate::id::{EntryId, OrgId, PersonId};
use crate::ledger::Ledger;
use crate::office::Concern;
use crate::state::{
    Agenda, CodesRecord, GrantRecord, KeyRecord, Matter, NoticeRecord, Proposal, Question, State, Task,
};

/// Something that goes its course.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// A matter.
    Matter(&'a Matter),
    /// A vote, by its notice.
    Vote(&'a NoticeRecord),
    /// Work.
    Task(&'a Task),
    /// A question about books.
    Question(&'a Question),
    /// What a resident said about a matter, or in bringing it up.
    Words(&'a Matter, &'a Moderated),
    /// What was disputed of the result of a vote.
    Dispute(&'a Agenda, &'a DisputeRecord),
    /// A review of a matter that was asked for.
    Review(&'a Matter, &'a ReviewRecord),
    /// A sheet of paper of a vote, by its number.
    Sheet(&'a Agenda, u32),
    /// The box of a vote.
    Box(&'a Agenda),
    /// What was proposed.
    Proposal(&'a Proposal),
    /// The letters of an entry.
    Letters(&'a EntryId, &'a CodesRecord),
    /// A device.
    Device(&'a KeyRecord),
}

impl<'a> Subject<'a> {
    /// Its course.
    pub const fn course(&self) -> Course {
        match self {
            Subject::Matter(_) => Course::Matter,
            Subject::Vote(_) => Course::Vote,
            Subject::Task(_) => Course::Task,
            Subject::Question(_) => Course::Question,
            Subject::Words(..) => Course::Words,
            Subject::Dispute(..) => Course::Dispute,
            Subject::Review(..) => Course::Review,
            Subject::Sheet(..) => Course::Sheet,
            Subject::Box(_) => Course::Box,
            Subject::Proposal(_) => Course::Proposal,
            Subject::Letters(..) => Course::Letters,
            Subject::Device(_) => Course::Device,
        }
    }

    /// Where it stands at a moment, in milliseconds since 1970.
    pub fn stage(&self, state: &State, now_ms: u64) -> CourseStage {
        let after = match self {
            Subject::Matter(matter) => {
                let vote = last_vote(state, matter).map(|vote| vote.stage(state, now_ms));
                matter::after(state, matter, vote)
            }
            Subject::Vote(record) => {
                if record.withdrawn.is_some() {
                    return CourseStage::Withdrawn;
                }
                let agenda = record.opened.and_then(|agenda| state.agenda(&agenda));
                let tallied_ms = agenda.and_then(|agenda| agenda.tallied_ms);
                return dates(record).tallied(tallied_ms).stage(agenda, now_ms);
            }
            Subject::Task(task) if task.is_done() => CourseStage::Finished,
            Subject::Task(_) => CourseStage::Working,
            Subject::Question(question) if question.reply.is_some() => CourseStage::Replied,
            Subject::Question(_) => CourseStage::Asked,
            Subject::Words(matter, moderated) => moderated.after(matter),
            Subject::Dispute(_, dispute) => dispute.after(),
            Subject::Review(_, review) => review.after(),
            Subject::Sheet(agenda, number) => return paper::sheet(state, agenda, *number, now_ms),
            Subject::Box(agenda) => return paper::ballot_box(agenda, now_ms),
            Subject::Proposal(proposal) => second::after(proposal),
            Subject::Letters(entry, codes) => return second::letters(state, codes, entry, now_ms).0,
            Subject::Device(key) => return second::device(state, key, now_ms),
        };
        self.course().at(after, now_ms, &|date| self.date(state, date))
    }

    /// When a date of its course is, in milliseconds since 1970; none if it has no such date.
    pub fn date(&self, state: &State, date: Date) -> Option<u64> {
        let after =
            |since_ms: u64, days: u32| since_ms.saturating_add(u64::from(days).saturating_mul(DAY_MS));
        let bylaws = state.bylaws();
        match (self, date) {
            (Subject::Matter(matter), Date::Answer) => Some(after(matter.asked_ms, bylaws.answer_days)),
            // Whoever took it up has as long for it as for what owners demand.
            (Subject::Matter(matter), Date::Discuss) => Some(matter.accepted_ms?.saturating_add(HOST_MS)),
            (Subject::Matter(matter), Date::Demand) => {
                Some(matter.demand.handed_in?.at_ms.saturating_add(HOST_MS))
            }
            (Subject::Matter(matter), Date::MarksEnd) => Some(after(matter.done_ms?, bylaws.rating_days)),
            (Subject::Matter(matter), Date::Ending) => {
                Some(after(after(matter.done_ms?, bylaws.rating_days), bylaws.answer_days))
            }
            (Subject::Vote(record), date) => {
                let agenda = record.opened.and_then(|agenda| state.agenda(&agenda));
                dates(record).tallied(agenda.and_then(|agenda| agenda.tallied_ms)).of(date)
            }
            (Subject::Task(task), Date::Work) => Some(task.due_ms),
            (Subject::Question(question), Date::Reply) => Some(question.due_ms(bylaws)),
            (Subject::Words(_, moderated), Date::Appeal) => moderated.appeal_until_ms(),
            (Subject::Words(_, moderated), Date::Ruling) => moderated.ruling_until_ms(),
            (Subject::Dispute(_, dispute), Date::Referral) => Some(dispute.referred_ms()),
            (Subject::Dispute(_, dispute), Date::LastRuling) => Some(dispute.unruled_ms()),
            (Subject::Review(_, review), Date::Review) => Some(review.due_ms),
            (Subject::Sheet(agenda, _) | Subject::Box(agenda), date) => paper::date(agenda, date),
            (Subject::Proposal(proposal), Date::Lapse) => Some(proposal.lapses_ms()),
            (Subject::Letters(_, codes), Date::Lapse) => Some(codes.lapses_ms()),
            _ => None,
        }
    }

    /// Until when it waits for what it waits for now, in milliseconds since 1970, if there is a date.
    pub fn waits_until_ms(&self, state: &State, now_ms: u64) -> Option<u64> {
        let stage = self.stage(state, now_ms);
        let row = self.course().rows_from(stage).find(|row| row.next.is_some())?;
        self.due_ms(state, *row)
    }

    /// Until when a row of its course should or can be taken, in milliseconds since 1970.
    pub(super) fn due_ms(&self, state: &State, row: Row) -> Option<u64> {
        match row.when {
            When::Due(date) | When::Until(date) => self.date(state, date),
            When::Always | When::From(_) => None,
        }
    }

    /// What it is in the course of now, where it waits for that: a matter's last vote, or its work that is due first.
    pub(super) fn within(&self, state: &'a State, stage: CourseStage) -> Option<Subject<'a>> {
        let Subject::Matter(matter) = self else { return None };
        match stage {
            CourseStage::AtVote => {
                let disputed = matter.last_vote(state).and_then(|vote| Some((vote, vote.awaited_dispute()?)));
                match disputed {
                    Some((vote, dispute)) => Some(Subject::Dispute(vote, dispute)),
                    None => last_vote(state, matter),
                }
            }
            CourseStage::AtWork => {
                let tasks = matter.tasks.iter().filter_map(|task| state.task(task));
                tasks.filter(|task| !task.is_done()).min_by_key(|task| task.due_ms).map(Subject::Task)
            }
            _ => None,
        }
    }

    /// The review that keeps it from being put to the vote, where that could be done else.
    pub(super) fn awaited_review(&self, stage: CourseStage, now_ms: u64) -> Option<Self> {
        let Subject::Matter(matter) = *self else { return None };
        let waits = Course::Matter.lets(stage, Deed::Notice);
        let review = matter.awaited_review(now_ms).filter(|_| waits)?;
        Some(Subject::Review(matter, review))
    }

    /// The sort of the organisation that reviews it.
    pub(super) fn reviewer(&self, state: &State) -> Option<OrgKind> {
        let Subject::Review(_, review) = self else { return None };
        state.org(&review.org).map(|org| org.kind)
    }

    /// Whether an office reaches it. What waits for a second person concerns the whole estate.
    pub(super) fn is_reached(&self, state: &State, grant: &GrantRecord) -> bool {
        let ledgers: Vec<Ledger>;
        let concern = match self {
            Subject::Matter(matter) | Subject::Words(matter, _) | Subject::Review(matter, _) => {
                matter.concern()
            }
            Subject::Vote(record) => concern_of_vote(state, record.body.scope, record.body.matter.as_ref()),
            Subject::Dispute(agenda, _) | Subject::Sheet(agenda, _) | Subject::Box(agenda) => {
                concern_of(state, &agenda.notice)
            }
            Subject::Task(task) => state.matter(&task.matter).map(Matter::concern).unwrap_or_default(),
            Subject::Question(question) => {
                let books = state.disclosure(&question.disclosure);
                let sums = books.into_iter().flat_map(|books| &books.body.ledgers);
                ledgers = sums.map(|sums| sums.ledger).collect();
                Concern { ledgers: &ledgers, ..Concern::default() }
            }
            Subject::Proposal(_) | Subject::Letters(..) | Subject::Device(_) => return true,
        };
        state.extent(grant).covers(state.newest_roll().map(|(_, roll)| roll), &concern)
    }

    /// The tier that deals with it.
    pub(super) fn tier(&self, state: &State) -> Option<Tier> {
        let matter = match self {
            Subject::Matter(matter) => return Some(matter.tier),
            Subject::Vote(record) => record.body.matter?,
            Subject::Dispute(agenda, _) | Subject::Sheet(agenda, _) | Subject::Box(agenda) => {
                state.notice(&agenda.notice)?.body.matter?
            }
            Subject::Task(task) => task.matter,
            Subject::Question(_)
            | Subject::Words(..)
            | Subject::Review(..)
            | Subject::Proposal(_)
            | Subject::Letters(..)
            | Subject::Device(_) => return None,
        };
        state.matter(&matter).map(|matter| matter.tier)
    }

    /// How the words were hidden, if they are or were.
    pub(super) fn hiding(&self) -> Option<&'a Hiding> {
        match self {
            Subject::Words(_, moderated) => moderated.hiding(),
            Subject::Matter(_)
            | Subject::Vote(_)
            | Subject::Task(_)
            | Subject::Question(_)
            | Subject::Dispute(..)
            | Subject::Review(..)
            | Subject::Sheet(..)
            | Subject::Box(_)
            | Subject::Proposal(_)
            | Subject::Letters(..)
            | Subject::Device(_) => None,
        }
    }

    /// The organisations that do not rule on it: those that hid the words, or gave notice of the vote.
    pub(super) fn barred_orgs(&self, state: &'a State) -> Option<&'a BTreeSet<OrgId>> {
        match self {
            Subject::Dispute(agenda, _) => state.notice(&agenda.notice).map(|notice| &notice.orgs),
            _ => self.hiding().map(|hiding| &hiding.orgs),
        }
    }

    /// Who said the words.
    pub(super) fn author(&self) -> Option<PersonId> {
        match self {
            Subject::Words(_, moderated) => Some(moderated.author),
            Subject::Matter(_)
            | Subject::Vote(_)
            | Subject::Task(_)
            | Subject::Question(_)
            | Subject::Dispute(..)
            | Subject::Review(..)
            | Subject::Sheet(..)
            | Subject::Box(_)
            | Subject::Proposal(_)
            | Subject::Letters(..)
            | Subject::Device(_) => None,
        }
    }

    /// Who was given it to do.
    pub(super) fn assignee(&self) -> Option<PersonId> {
        match self {
            Subject::Task(task) => Some(task.assignee),
            Subject::Matter(_)
            | Subject::Vote(_)
            | Subject::Question(_)
            | Subject::Words(..)
            | Subject::Dispute(..)
            | Subject::Review(..)
            | Subject::Sheet(..)
            | Subject::Box(_)
            | Subject::Proposal(_)
            | Subject::Letters(..)
            | Subject::Device(_) => None,
        }
    }
}

fn last_vote<'a>(state: &'a State, matter: &Matter) -> Option<Subject<'a>> {
    state.notice(matter.notices.last()?).map(Subject::Vote)
}

fn dates(record: &NoticeRecord) -> vote::Dates {
    vote::Dates::new(record.body.opens_ms, record.closes_ms(), &record.bylaws)
}
