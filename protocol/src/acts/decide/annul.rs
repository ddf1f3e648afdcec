//! `annul`: a court, or the authority that the law names, has annulled what a vote decided. The decision carries no work from then on,
//! what was given out under it is shown as such, and the matter can be voted on anew.
//!
//! Whoever lost would annul what they lost: it takes the decision's document and two persons of different organisations, so that the
//! host never does it alone; and whether there is such a decision everybody can ask the court, by what is said of it.

use std::collections::BTreeSet;

use crate::acts::decide::candidacy::election_of;
use crate::acts::decide::seat::{end, ends};
use crate::acts::{Act, Waits};
use crate::admit::Shown;
use crate::apply::second::{Second, propose_on_matter};
use crate::apply::{At, Change, Placed, note_on_matter};
use crate::body::Capability;
use crate::course::{Course, Deed};
use crate::id::{AgendaId, BlobId, EntryId, Hash, PersonId, TaskId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Agenda, Proposal, State};
use crate::strict_json::Strict;

/// Tells that what a vote decided was annulled.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Annul {
    /// Of which vote.
    pub agenda: AgendaId,
    /// When it was decided, in milliseconds since 1970.
    pub decided_ms: u64,
    /// SHA-256 of the decision's document.
    pub document: Hash,
    /// Which items, by their numbers in ascending order, each once; of a vote that was annulled whole, all of them.
    pub items: Vec<u32>,
    /// Who decided it, under which number and why, a blob of kind `statement`.
    pub text: BlobId,
}

/// That an item was annulled.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Annulment {
    /// When it was decided, in milliseconds since 1970.
    pub decided_ms: u64,
    /// The entry that says so.
    pub entry: EntryId,
}

impl Act for Annul {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let agenda = placed.reached_agenda(state, Capability::Tally, &self.agenda)?;
        self.check_now(state, agenda, placed.received_ms)?;
        propose_on_matter(state, placed, self.clone(), agenda.notice)
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.agenda)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        vec![self.text]
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        shown.statement(&self.text)
    }

    fn statement(&self) -> Option<BlobId> {
        Some(self.text)
    }
}

impl Waits for Annul {
    const AUTHOR_HOLDS: Capability = Capability::Tally;

    fn in_words(&self) -> String {
        "the annulment of a result".to_owned()
    }

    fn check_second(&self, second: &Second<'_>) -> Result<(), Rejection> {
        second.reached_agenda(Capability::Tally, &self.agenda)?;
        second.of_other_org()
    }

    fn effect(&self, state: &State, at: &At, _proposal: &Proposal) -> Result<Change, Rejection> {
        let agenda = state.held_agenda(&self.agenda)?;
        self.check_now(state, agenda, at.received_ms)?;
        let given = |decision: Option<(AgendaId, u32)>| {
            decision.is_some_and(|(of, item)| of == self.agenda && self.items.contains(&item))
        };
        let tasks = state.tasks.iter().filter(|(_, task)| given(task.decision));
        let tasks: BTreeSet<TaskId> = tasks.map(|(id, _)| *id).collect();
        let (notice, index, body, entry) = (agenda.notice, at.index, self.clone(), at.entry);
        let ended = self.unseated(state, agenda, at.received_ms);
        let now_ms = at.received_ms;
        Ok(Change::new(move |state| {
            end(state, ended.iter(), now_ms);
            note_on_matter(state, &notice, index);
            if let Some(agenda) = state.agendas.get_mut(&body.agenda) {
                for item in &body.items {
                    agenda.annulled.insert(*item, Annulment { decided_ms: body.decided_ms, entry });
                }
            }
            let matter = state.notices.get(&notice).and_then(|notice| notice.body.matter);
            if let Some(matter) = matter.and_then(|matter| state.matters.get_mut(&matter)) {
                matter.annulled.extend(tasks);
            }
        }))
    }
}

impl Annul {
    /// The offices that end with it: whoever sat by an election that was annulled. Nobody before them comes back.
    fn unseated(&self, state: &State, agenda: &Agenda, now_ms: u64) -> BTreeSet<(PersonId, usize)> {
        let notice = state.notices.get(&agenda.notice);
        let item = notice.and_then(|notice| election_of(state, notice)).map(|(_, item, _)| item.id);
        // Whoever sits by a later election does not sit by this one, whichever organisation either is.
        let seated = state.orgs.values().filter_map(|org| org.seated);
        let newest = seated.max_by_key(|seated| seated.noticed_ms);
        let sits = newest.is_some_and(|seated| seated.agenda == self.agenda);
        if !sits || !item.is_some_and(|item| self.items.contains(&item)) {
            return BTreeSet::new();
        }
        ends(state, u64::MAX, now_ms).0
    }

    /// What the log alone tells: that the vote is final, and that these are items of it which stand.
    fn check_now(&self, state: &State, agenda: &Agenda, now_ms: u64) -> Result<(), Rejection> {
        let ended = Course::Vote.lets(agenda.course_stage(now_ms), Deed::Annul);
        require(ended, Code::NotFinal)?;
        let notice = state.notices.get(&agenda.notice).ok_or(Code::NoticeUnknown)?;
        let is_item = |number: &u32| notice.body.items.iter().any(|item| item.id == *number);
        let sound = !self.items.is_empty()
            && self.items.is_sorted_by(|left, right| left < right)
            && self.items.iter().all(is_item)
            && self.document != Hash::ZERO
            && agenda.tallied_ms.is_some_and(|stated_ms| self.decided_ms >= stated_ms)
            && self.decided_ms <= now_ms;
        require(sound, Code::AnnulmentInvalid)?;
        let known = self.items.iter().any(|item| agenda.annulled.contains_key(item));
        require(!known, Code::AlreadyAnnulled)
    }
}
