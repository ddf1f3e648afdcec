//! `box`: two clerks open the box after the window and list the numbers of the sheets that were in it.
//!
//! From then on only those can be keyed: nobody brings a sheet in once they know how many votes are wanting. The numbers tell
//! nothing of who voted, or how; held against the sheets that were keyed they tell of each one that was invented or lost.

use crate::acts::{Act, Waits};
use crate::apply::second::{Second, propose_on_matter};
use crate::apply::{At, Change, Placed, concern_of, note_on_matter};
use crate::body::Capability;
use crate::calendar::{DAY_MS, HOUR_MS};
use crate::course::CourseStage;
use crate::id::{AgendaId, BlobId, EntryId};
use crate::rejection::{Code, Rejection, require};
use crate::shared::Set;
use crate::state::{Agenda, Proposal, State};
use crate::strict_json::Strict;

use super::paper::LAST_SHEET;

/// How long after the window a box can be counted, and a vote with paper waits for it.
pub(crate) const BOX_MS: u64 = 12 * HOUR_MS;
/// How long after the window a vote waits for the sheets of its box to be read.
pub(crate) const SHEETS_MS: u64 = 7 * DAY_MS;
/// The most sheets of a box.
const MOST_SHEETS: usize = 5_000;

/// Lists the sheets that were in the box, within 12 hours of the end of the window.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct BallotBox {
    /// Of which vote.
    pub agenda: AgendaId,
    /// The numbers of the sheets, in ascending order, each once, at most 5,000.
    pub sheets: Vec<u32>,
}

/// A box that two clerks have counted.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct BoxRecord {
    /// The entry that lists it.
    pub entry: EntryId,
    /// Since when it is in force, in milliseconds since 1970.
    pub at_ms: u64,
    /// The numbers of the sheets that were in it.
    pub sheets: Set<u32>,
}

impl Act for BallotBox {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Paper)?;
        let clerk = placed.person().ok_or(Code::PersonOnly)?;
        let agenda = state.held_agenda(&self.agenda)?;
        placed.require_for(state, Capability::Paper, &concern_of(state, &agenda.notice))?;
        require(!state.is_managers_staff(&clerk, placed.received_ms), Code::PaperBarred)?;
        self.check_now(agenda, placed.received_ms)?;
        let (proposed, id) = (propose_on_matter(state, placed, self.clone(), agenda.notice)?, self.agenda);
        Ok(Change::new(move |state| {
            proposed.carry_out(state);
            if let Some(agenda) = state.agendas.get_mut(&id) {
                agenda.box_proposed = true;
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.agenda)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }
}

impl Waits for BallotBox {
    const AUTHOR_HOLDS: Capability = Capability::Paper;

    fn in_words(&self) -> String {
        format!("a box of {} ballots on paper", self.sheets.len())
    }

    fn check_second(&self, second: &Second<'_>) -> Result<(), Rejection> {
        second.reached_agenda(Capability::Paper, &self.agenda)?;
        if second.state().bylaws.letter_issuers == 2 { second.of_other_org() } else { Ok(()) }
    }

    fn effect(&self, state: &State, at: &At, _proposal: &Proposal) -> Result<Change, Rejection> {
        let agenda = state.held_agenda(&self.agenda)?;
        self.check_now(agenda, at.received_ms)?;
        let sheets = self.sheets.iter().copied().collect();
        let record = BoxRecord { entry: at.entry, at_ms: at.received_ms, sheets };
        let (notice, index, id) = (agenda.notice, at.index, self.agenda);
        Ok(Change::new(move |state| {
            note_on_matter(state, &notice, index);
            if let Some(agenda) = state.agendas.get_mut(&id) {
                agenda.ballot_box = Some(record);
            }
        }))
    }
}

impl BallotBox {
    fn check_now(&self, agenda: &Agenda, now_ms: u64) -> Result<(), Rejection> {
        require(agenda.closed_ms.is_none(), Code::AlreadyClosed)?;
        require(agenda.ballot_box.is_none(), Code::BoxCounted)?;
        let in_time = now_ms < agenda.box_end_ms();
        let counting = agenda.course_stage(now_ms) == CourseStage::Counting;
        require(counting && in_time, Code::BoxTime)?;
        let sound = self.sheets.len() <= MOST_SHEETS
            && self.sheets.is_sorted_by(|left, right| left < right)
            && self.sheets.iter().all(|sheet| (1..=LAST_SHEET).contains(sheet));
        require(sound, Code::BoxForm)
    }
}

impl Agenda {
    /// That nothing of its paper keeps a vote from being closed at a moment: its box is counted, and two clerks have read each
    /// sheet of it alike. Nobody keeps one open by paper for ever.
    ///
    /// # Errors
    /// `BOX_DUE` until 12 hours after the window, `SHEETS_OPEN` until 7 days after it.
    pub fn check_papers(&self, now_ms: u64) -> Result<(), Rejection> {
        let Some(counted) = &self.ballot_box else {
            let taken = !self.sheets.is_empty() || self.box_proposed;
            return require(!taken || now_ms >= self.box_end_ms(), Code::BoxDue);
        };
        if now_ms >= self.sheets_end_ms() {
            return Ok(());
        }
        let open: Vec<u32> = self.unread(counted).collect();
        let Some(first) = open.first() else { return Ok(()) };
        Err(Rejection::with(Code::SheetsOpen, format!("{} sheets, the first is {first}", open.len())))
    }

    /// The sheets of the box that no two clerks have read alike.
    pub(crate) fn unread<'a>(&'a self, counted: &'a BoxRecord) -> impl Iterator<Item = u32> + 'a {
        let read = |sheet: &u32| self.sheets.get(sheet).is_some_and(|sheet| sheet.counted.is_some());
        counted.sheets.iter().copied().filter(move |sheet| !read(sheet))
    }
}
