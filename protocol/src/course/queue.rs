//! The queue: all that waits for whoever holds a key, by its date.

use core::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::{By, Course, CourseStage, Date, Deed, Moment, NextAct, Subject, Who, second};
use crate::acts::decide::draw::DRAWN_WITHIN_MS;
use crate::acts::decide::seat::{due_seat, seat_due_ms};
use crate::apply::{check_denial, may_confirm, may_read_again, may_rule};
use crate::body::{CallAnswer, CallRecord, Capability, OrgKind, Proposed};
use crate::id::{AgendaId, DisclosureId, EntryId, MatterId, PersonId, PublicKey};
use crate::state::{Actor, Agenda, AgendaVoters, KeyHolder, KeyRecord, Matter, NoticeRecord, State};
use crate::strict_json::Strict;

/// Something that waits for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
pub struct Todo {
    /// What it is about: a matter, also where it is its words, a vote by its notice, also where it is its paper, a task, a disclosure with questions, or an
    /// entry to be confirmed.
    pub about: EntryId,
    /// What has to be done.
    pub act: NextAct,
    /// How many of it there are: homes that have not voted or are still to be asked, questions, words, sheets, people whose letters
    /// wait; else 1.
    pub count: u32,
    /// By when, in milliseconds since 1970, if there is a date: of several the first.
    pub due_ms: Option<u64>,
    /// As what the reader has to do it.
    pub who: Who,
}

/// All that waits for the holder of a key at a moment, in milliseconds since 1970: what is due first ahead, what has no date
/// last. A key that signs no more has nothing.
pub fn queue(state: &State, key: &PublicKey, now_ms: u64) -> Vec<Todo> {
    let Some(record) = state.key(key).filter(|record| !record.revoked) else { return Vec::new() };
    let mine = Mine { state, now_ms, key, record, moment: OnceCell::new() };
    let matters = state.matters().map(|(id, matter)| (id, Subject::Matter(matter)));
    let votes = state.notices().map(|(id, notice)| (id, Subject::Vote(notice)));
    let tasks = state.tasks().map(|(id, task)| (id, Subject::Task(task)));
    let proposals = state.proposals().map(|(id, proposal)| (id, Subject::Proposal(proposal)));
    let letters = state.all_codes().map(|(id, codes)| (id, Subject::Letters(id, codes)));
    let devices = state.devices().filter_map(|(id, device)| Some((id, Subject::Device(state.key(device)?))));
    // What waits for a second person asks for an office or a root: for everybody else it is not looked through, since there are
    // as many letters as homes and each phone asks whenever it opens.
    let confirms = mine.has_office();
    let second = proposals.chain(letters).filter(|_| confirms);
    let disputes = state.agendas().flat_map(|(_, agenda)| {
        agenda.disputes.iter().map(move |(id, dispute)| (id, Subject::Dispute(agenda, dispute)))
    });
    let reviews = state
        .matters()
        .flat_map(|(id, matter)| matter.reviews.values().map(move |one| (id, Subject::Review(matter, one))));
    let all = matters.chain(votes).chain(reviews).chain(disputes).chain(tasks).chain(second).chain(devices);
    let mut todos: Vec<Todo> = all.filter_map(|(id, subject)| mine.todo(id, &subject)).collect();
    // The questions about the same books are one thing to do.
    let mut asked = BTreeMap::<DisclosureId, Todo>::new();
    for (_, question) in state.questions() {
        let Some(todo) = mine.todo(&question.disclosure, &Subject::Question(question)) else { continue };
        let known = asked.entry(question.disclosure).or_insert(Todo { count: 0, ..todo });
        known.count = known.count.saturating_add(1);
        known.due_ms = known.due_ms.min(todo.due_ms);
    }
    todos.extend(asked.into_values());
    // So are the words of one matter, for whoever does the same with them.
    let mut words = BTreeMap::<(MatterId, NextAct), Todo>::new();
    for (id, matter) in state.matters() {
        for moderated in matter.moderated.values() {
            let Some(todo) = mine.todo(id, &Subject::Words(matter, moderated)) else { continue };
            let known = words.entry((*id, todo.act)).or_insert(Todo { count: 0, ..todo });
            known.count = known.count.saturating_add(1);
            known.due_ms = known.due_ms.min(todo.due_ms);
        }
    }
    todos.extend(words.into_values());
    todos.extend(state.agendas().filter_map(|(id, agenda)| mine.roll_call(id, agenda)));
    todos.extend(state.agendas().filter_map(|(id, agenda)| mine.seat(id, agenda)));
    todos.extend(mine.paper());
    todos.sort_by_key(|todo| (todo.due_ms.unwrap_or(u64::MAX), todo.about));
    todos
}

/// Whoever holds a key, at a moment.
struct Mine<'a> {
    state: &'a State,
    now_ms: u64,
    key: &'a PublicKey,
    record: &'a KeyRecord,
    /// Whoever holds an office now, once something of mine waits for one.
    moment: OnceCell<Moment<'a>>,
}

impl Mine<'_> {
    /// What waits for me of paper: the sheets of a vote with which I do the same are one thing to do.
    fn paper(&self) -> Vec<Todo> {
        let mut todos = BTreeMap::<(EntryId, NextAct), Todo>::new();
        for (_, agenda) in self.state.agendas() {
            let sheets = self.sheets(agenda).into_iter().map(|number| Subject::Sheet(agenda, number));
            for subject in sheets.chain([Subject::Box(agenda)]) {
                let Some(todo) = self.todo(&agenda.notice, &subject) else { continue };
                let known = todos.entry((agenda.notice, todo.act)).or_insert(Todo { count: 0, ..todo });
                known.count = known.count.saturating_add(1);
            }
        }
        todos.into_values().collect()
    }

    /// The sheets of a vote that can wait for me: those that stand for my homes and, while sheets are read and I take paper, those
    /// that are not in the count. Each phone asks whenever it opens, so nobody's others are looked through.
    fn sheets(&self, agenda: &Agenda) -> Vec<u32> {
        let Some(me) = self.person() else { return Vec::new() };
        let roll = self.state.roll(&agenda.roll);
        let parties = roll.into_iter().flat_map(|roll| roll.parties_of(&me)).map(|(party, _)| party);
        let standing = parties.filter_map(|party| {
            let ballot = agenda.ballots.get(&agenda.book.standing(party)?)?;
            ballot.paper.as_ref().map(|paper| paper.sheet)
        });
        let mut sheets: Vec<u32> = standing.collect();
        let takes = agenda.closed_ms.is_none()
            && self.state.holds(KeyHolder::Person(me), Capability::Paper, self.now_ms);
        if takes {
            sheets.extend(agenda.open_sheets());
        }
        sheets
    }

    /// What waits for me of something: the first row of its stage that does.
    fn todo(&self, about: &EntryId, subject: &Subject<'_>) -> Option<Todo> {
        let stage = subject.stage(self.state, self.now_ms);
        subject.course().rows_from(stage).find_map(|row| {
            let (act, by) = (row.next?, row.by?);
            let count = self.count(about, subject, (stage, by));
            let due_ms = subject.due_ms(self.state, *row);
            (count > 0).then_some(Todo { about: *about, act, count, due_ms, who: by.who() })
        })
    }

    /// How many of it wait for me.
    fn count(&self, about: &EntryId, subject: &Subject<'_>, (stage, by): (CourseStage, By)) -> u32 {
        match by {
            By::Office(capability) => u32::from(!self.said(subject) && self.is_ours(subject, capability)),
            By::OfficeOf(caps) => {
                u32::from(caps.into_iter().any(|capability| self.is_ours(subject, capability)))
            }
            By::ResidentsCommittee(capability) => u32::from(
                self.person()
                    .is_some_and(|me| self.state.is_of_residents_committee(&me, capability, self.now_ms)),
            ),
            By::SameOrg(capability) => {
                u32::from(self.hid(subject, capability) && self.reaches(subject, capability))
            }
            By::OtherBody(capability) => {
                let Subject::Dispute(agenda, dispute) = subject else { return 0 };
                let Some(me) = self.person() else { return 0 };
                let mine = self.state.roll(&agenda.roll).and_then(|roll| roll.parties.get(&dispute.party));
                let mine = dispute.by == me || mine.is_some_and(|party| party.persons.contains(&me));
                let may = !mine && may_rule(self.state, (agenda, dispute), stage, (&me, self.now_ms));
                u32::from(may && self.reaches(subject, capability))
            }
            By::OtherOrg(capability) => {
                let other = !self.said(subject) && !self.hid(subject, capability);
                u32::from(other && self.reaches(subject, capability))
            }
            By::OtherReader(capability) => {
                let (Subject::Sheet(agenda, sheet), Some(me)) = (subject, self.person()) else { return 0 };
                let may = may_read_again(self.state, agenda, (&me, *sheet), self.now_ms);
                u32::from(may && self.reaches(subject, capability))
            }
            By::Author => u32::from(self.said(subject)),
            By::Reviewer => u32::from(self.reviews(subject)),
            By::Owners => match (self.person(), subject) {
                (Some(person), Subject::Matter(matter)) => u32::from(self.may_mark(&person, matter)),
                (Some(person), Subject::Vote(record)) => self.unvoted(&person, record),
                (Some(person), Subject::Sheet(agenda, sheet)) => {
                    let may = check_denial(self.state, agenda, (&person, *sheet), self.now_ms).is_ok();
                    u32::from(self.record.is_vouched() && may)
                }
                _ => 0,
            },
            By::Residents => u32::from(self.person().is_some()),
            By::Assignee => u32::from(subject.assignee().is_some() && subject.assignee() == self.person()),
            By::Second(_) | By::SecondOfAct | By::Giver => {
                let people = match (subject, stage) {
                    (
                        Subject::Letters(entry, codes),
                        CourseStage::LettersWait | CourseStage::LettersAlone,
                    ) => second::letters(self.state, codes, entry, self.now_ms).1,
                    _ => 1,
                };
                let may = may_confirm(self.state, self.key, about, self.now_ms);
                if may { u32::try_from(people).unwrap_or(u32::MAX) } else { 0 }
            }
        }
    }

    /// What the roll call of a vote waits for from me: the numbers, until somebody has entered them, and then the homes that have
    /// not said anything. The vote waits for neither.
    fn roll_call(&self, id: &AgendaId, agenda: &Agenda) -> Option<Todo> {
        let notice = self.state.notice(&agenda.notice)?;
        let (subject, stage) = (Subject::Vote(notice), agenda.course_stage(self.now_ms));
        let (act, count, due_ms) = match &agenda.drawn {
            None => {
                let entered = self.state.proposals().any(|(_, proposal)| {
                    let waits = proposal.in_force.is_none() && self.now_ms < proposal.lapses_ms();
                    waits && matches!(&proposal.act, Proposed::Draw(draw) if draw.agenda == *id)
                });
                let waits = notice.body.lottery.is_some() && Course::Vote.lets(stage, Deed::Draw) && !entered;
                let mine = waits && self.reaches(&subject, Capability::Tally);
                let due_ms = agenda.tallied_ms.map(|stated_ms| stated_ms.saturating_add(DRAWN_WITHIN_MS));
                (NextAct::Draw, u32::from(mine), due_ms)
            }
            Some(drawn) => {
                let orgs =
                    self.state.orgs_of(&Actor::Person(self.person()?), Capability::Evidence, self.now_ms);
                let hosts = orgs.iter().any(|org| notice.orgs.contains(org));
                let open = Course::Vote.lets(stage, Deed::RollCall) && self.now_ms < agenda.calls_end_ms();
                let mine = open && !hosts && !orgs.is_empty() && self.reaches(&subject, Capability::Evidence);
                let silent = |call: &CallRecord| call.answer == CallAnswer::NotReached;
                let asked = drawn.weak.iter().chain(&drawn.others);
                let left = asked.filter(|party| agenda.calls.get(*party).is_none_or(silent)).count();
                let left = if mine { u32::try_from(left).unwrap_or(u32::MAX) } else { 0 };
                (NextAct::RollCall, left, subject.date(self.state, Date::Calls))
            }
        };
        (count > 0).then_some(Todo { about: agenda.notice, act, count, due_ms, who: Who::Office })
    }

    /// Whether those whom a vote elected wait to be seated by me. Any owner may do it; it is asked of whoever counts.
    fn seat(&self, id: &AgendaId, agenda: &Agenda) -> Option<Todo> {
        let notice = self.state.notice(&agenda.notice).filter(|_| agenda.finality.is_some())?;
        let mine = agenda.seated.is_none() && self.reaches(&Subject::Vote(notice), Capability::Tally);
        let seat = mine.then(|| due_seat(self.state, id, agenda).ok()).flatten()?;
        let due_ms = seat_due_ms(agenda).filter(|_| self.now_ms < seat.until_ms)?;
        let (about, act) = (agenda.notice, NextAct::Seat);
        Some(Todo { about, act, count: 1, due_ms: Some(due_ms), who: Who::Office })
    }

    /// Whether I hold any office now, or am a root.
    fn has_office(&self) -> bool {
        let grants = |person: PersonId| Some(self.state.person(&person)?.grants_at(self.now_ms).count());
        self.person().is_none_or(|person| grants(person).is_some_and(|grants| grants > 0))
    }

    fn person(&self) -> Option<PersonId> {
        match self.record.holder {
            KeyHolder::Person(person) => Some(person),
            KeyHolder::Root => None,
        }
    }

    fn reaches(&self, subject: &Subject<'_>, capability: Capability) -> bool {
        let person = self.person();
        let mut grants =
            person.iter().flat_map(|person| self.state.grants_of(person, capability, self.now_ms));
        grants.any(|grant| subject.is_reached(self.state, grant))
    }

    /// Whether an office of mine reaches it and, of a matter itself, is of the organisation of which [`Moment::next`] says that it has
    /// to act: what others may do as well does not wait for them. A vote is counted and ended by whoever does it first.
    fn is_ours(&self, subject: &Subject<'_>, capability: Capability) -> bool {
        if !matches!(subject, Subject::Matter(_)) {
            return self.reaches(subject, capability);
        }
        let person = self.person();
        let grants = person.iter().flat_map(|person| self.state.grants_of(person, capability, self.now_ms));
        let reached = grants.filter(|grant| subject.is_reached(self.state, grant));
        let mine: BTreeSet<OrgKind> =
            reached.filter_map(|grant| self.state.org(&grant.org)).map(|org| org.kind).collect();
        let moment = || Moment::new(self.state, self.now_ms);
        let whose = || self.moment.get_or_init(moment).orgs(subject, capability, false);
        !mine.is_empty() && whose().iter().any(|kind| mine.contains(kind))
    }

    /// Whether the words are mine.
    fn said(&self, subject: &Subject<'_>) -> bool {
        subject.author().is_some() && subject.author() == self.person()
    }

    /// Whether I or an organisation for which I hold an office hid them.
    fn hid(&self, subject: &Subject<'_>, capability: Capability) -> bool {
        let Some(me) = self.person() else { return false };
        let mine = self.state.orgs_of(&Actor::Person(me), capability, self.now_ms);
        subject.hiding().is_some_and(|hiding| hiding.is_by(&me, &mine))
    }

    /// Whether I give a review.
    fn reviews(&self, subject: &Subject<'_>) -> bool {
        let (Subject::Review(matter, review), Some(me)) = (subject, self.person()) else { return false };
        self.state.reviews(&me, review, self.now_ms)
            && self.state.reviews_for_others(&me, (matter, review), self.now_ms)
    }

    /// Whether I may mark a matter's work and have not.
    fn may_mark(&self, person: &PersonId, matter: &Matter) -> bool {
        self.record.is_vouched()
            && !matter.ratings.contains_key(person)
            && !matter.parties_with_say(self.state, person).is_empty()
    }

    /// How many homes have no ballot that counts, of mine where nobody else was named to cast it, and of those whose mandate I
    /// hold.
    fn unvoted(&self, person: &PersonId, record: &NoticeRecord) -> u32 {
        let agenda = record.opened.and_then(|agenda| self.state.agenda(&agenda));
        let Some((agenda, roll)) = agenda.and_then(|agenda| Some((agenda, self.state.roll(&agenda.roll)?)))
        else {
            return 0;
        };
        let voters = AgendaVoters::on(self.state, agenda, roll);
        let own = roll.parties_of(person).map(|(party, _)| party);
        let own = own.filter(|party| voters.representative(party).is_none_or(|named| named == *person));
        let held = self.state.mandates_held(record, person, self.now_ms).map(|(party, _)| party);
        let parties =
            own.chain(held).filter(|party| !agenda.takes_part(party) && !voters.units_of(party).is_empty());
        if self.record.is_vouched() { u32::try_from(parties.count()).unwrap_or(u32::MAX) } else { 0 }
    }
}
