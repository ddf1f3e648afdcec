//! `progress`: whoever has a task reports on it. Paying more than allowed is not refused: it is shown.

use crate::acts::Act;
use crate::acts::evaluate::close_matter::tells;
use crate::admit::Shown;
use crate::apply::{Change, Placed, open_matter};
use crate::body::Capability;
use crate::course::{CourseStage, Subject};
use crate::id::{BlobId, EntryId, TaskId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{State, Task, WHOLE};
use crate::strict_json::Strict;

/// Reports how far a task has come. The latest report counts.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Progress {
    /// What has been paid for it so far in all, in fen. It may exceed the task's limit: that is shown, not hidden.
    pub paid_fen: u64,
    /// How much is done, 0 to 100.
    pub percent: u32,
    /// Which task.
    pub task: TaskId,
    /// The report in words, a blob of kind `statement`.
    pub text: BlobId,
}

impl Act for Progress {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Progress)?;
        let task = state.tasks.get(&self.task).ok_or(Code::TaskUnknown)?;
        require(placed.person() == Some(task.assignee), Code::NotAssignee)?;
        let matter = open_matter(state, &task.matter)?;
        placed.require_for(state, Capability::Progress, &matter.concern())?;
        require(self.percent <= WHOLE, Code::PercentRange)?;
        let others_done = matter
            .tasks
            .iter()
            .filter(|task| **task != self.task && !matter.annulled.contains(*task))
            .all(|task| state.tasks.get(task).is_some_and(Task::is_done));
        // What was annulled is nobody's to finish, and keeps nothing from being finished.
        let annulled = matter.annulled.contains(&self.task);
        let all_done = others_done && self.percent == WHOLE;
        // The sum of five marks may have been looked at once their days have passed: what is marked later is another sum.
        let marked = Subject::Matter(matter).stage(state, placed.received_ms) == CourseStage::Marked;
        let told = marked && tells(&matter.ratings);

        let (id, report, index, received_ms) = (task.matter, self.clone(), placed.index, placed.received_ms);
        Ok(Change::new(move |state| {
            if let Some(task) = state.tasks.get_mut(&report.task) {
                task.percent = report.percent;
                task.paid_fen = report.paid_fen;
            }
            if let Some(matter) = state.matters.get_mut(&id) {
                matter.trail.insert(index);
                if annulled {
                    return;
                }
                // A later word about finished work (a last payment) does not begin the marking anew.
                if told && !all_done {
                    matter.begin_round();
                }
                matter.done_ms = all_done.then(|| matter.done_ms.unwrap_or(received_ms));
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.task)
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
