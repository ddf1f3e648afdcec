//! `dispatch`: gives out the work that a matter needs. What was put to the vote is done only if it passed in the
//! last vote that ended, and not while owners are asked again.

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed, open_matter};
use crate::body::{Capability, MeetingStage};
use crate::course::{CourseStage, Deed, Subject};
use crate::id::{AgendaId, BlobId, EntryId, MatterId, PersonId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{KeyHolder, Matter, State, Task};
use crate::strict_json::Strict;

/// Gives somebody the work that a matter needs. Its entry id is the task's id.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Dispatch {
    /// Who does it.
    pub assignee: PersonId,
    /// The most it may cost, in fen, if there is a limit.
    pub cap_fen: Option<u64>,
    /// The agenda and the number of its item that passed, where the matter was put to the vote; the meeting and 1 where one decided.
    #[strict(row("agenda", "item"))]
    pub decision: Option<(AgendaId, u32)>,
    /// Until when, in milliseconds since 1970.
    pub due_ms: u64,
    /// For which matter.
    pub matter: MatterId,
    /// What is to be done, a blob of kind `statement`.
    pub text: BlobId,
}

impl Act for Dispatch {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Dispatch)?;
        let matter = open_matter(state, &self.matter)?;
        placed.require_for(state, Capability::Dispatch, &matter.concern())?;
        let subject = Subject::Matter(matter);
        let raised = subject.stage(state, placed.received_ms) == CourseStage::Raised;
        require(!raised, Code::MatterNotAccepted)?;
        require(placed.lets(state, &subject, Deed::Dispatch), Code::DecisionInvalid)?;
        match self.decision {
            None => {
                let free = matter.notices.is_empty() && !state.is_with_a_meeting(matter, placed.received_ms);
                require(free, Code::DecisionInvalid)?;
            }
            Some((meeting, item)) if state.meetings.contains_key(&meeting) => {
                self.check_meeting(state, matter, (&meeting, item), placed.received_ms)?;
            }
            Some((agenda, item)) => require(passed(state, matter, &agenda, item), Code::DecisionInvalid)?,
        }
        let assignee = KeyHolder::Person(self.assignee);
        let takes_work = state.reaches(assignee, Capability::Progress, placed.received_ms, &matter.concern());
        require(takes_work, Code::AssigneeInvalid)?;
        require(self.due_ms > placed.received_ms, Code::DuePast)?;

        let task = Task {
            assignee: self.assignee,
            cap_fen: self.cap_fen,
            decision: self.decision,
            dispatched_ms: placed.received_ms,
            due_ms: self.due_ms,
            matter: self.matter,
            text: self.text,
            paid_fen: 0,
            percent: 0,
        };
        let (id, index) = (placed.id, placed.index);
        Ok(Change::new(move |state| {
            if let Some(matter) = state.matters.get_mut(&task.matter) {
                matter.tasks.push(id);
                matter.trail.insert(index);
                // Work again: what was marked was not the end of it, and stays.
                matter.done_ms = None;
                matter.begin_round();
            }
            state.tasks.insert(id, task);
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.matter)
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

impl Dispatch {
    /// That a meeting about this matter decided it, owners have not taken it to themselves since, and it costs no more than was
    /// decided.
    fn check_meeting(
        &self,
        state: &State,
        matter: &Matter,
        (meeting, item): (&EntryId, u32),
        now_ms: u64,
    ) -> Result<(), Rejection> {
        let passed = matter.meetings.contains(meeting)
            && state.meeting_stage(meeting, now_ms) == Some(MeetingStage::Passed);
        require(passed && item == 1 && matter.notices.is_empty(), Code::DecisionInvalid)?;
        let cost = state.meetings.get(meeting).and_then(|meeting| meeting.body.cost);
        let tasks = matter.tasks.iter().filter_map(|task| state.tasks.get(task));
        let given = tasks.fold(0_u64, |sum, task| sum.saturating_add(task.cap_fen.unwrap_or_default()));
        let decided = cost.map_or(0, |(fen, _)| fen);
        let within = self.cap_fen.is_some_and(|cap_fen| given.saturating_add(cap_fen) <= decided);
        require(within, Code::OverDecision)
    }
}

impl State {
    /// Whether a meeting has decided a matter, or is still to: without its word no work is given out.
    pub(crate) fn is_with_a_meeting(&self, matter: &Matter, now_ms: u64) -> bool {
        let none = [MeetingStage::NoQuorum, MeetingStage::Lapsed];
        let stages = matter.meetings.iter().filter_map(|id| self.meeting_stage(id, now_ms));
        stages.into_iter().any(|stage| !none.contains(&stage))
    }
}

/// Whether an item passed of the vote on this matter that ended last: what owners decided holds until they have voted
/// about it again.
fn passed(state: &State, matter: &Matter, agenda: &AgendaId, item: u32) -> bool {
    matter.last_ended(state) == Some(*agenda) && crate::apply::passed(state, agenda, item)
}
