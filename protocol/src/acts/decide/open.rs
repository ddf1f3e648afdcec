//! `open`: opens a noticed agenda and freezes its roll and settings.

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed, concern_of, note_on_matter};
use crate::audit::Figure;
use crate::body::{Capability, Notice};
use crate::bylaws::Bylaws;
use crate::calendar::HOUR_MS;
use crate::count::check_scope_area;
use crate::course::{CourseStage, Dates};
use crate::id::{BlobId, EntryId, NoticeId, RollId};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Agenda, State};
use crate::strict_json::Strict;

/// How long before its window an agenda can be opened: late enough that the roll is the one in force.
pub const OPEN_AHEAD_MS: u64 = 72 * HOUR_MS;

/// Opens a noticed agenda, at most 72 hours before its window, and freezes its roll. Its entry id is the agenda's id.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Open {
    /// The area of the counted units in the scope, in 0.01 m².
    pub area_c: u64,
    /// The rulings that correct the roll, once disputes are ruled on; none until then.
    pub corrections: Vec<EntryId>,
    /// The parties with a counted unit in the scope.
    pub heads: u32,
    /// The notice it opens.
    pub notice: NoticeId,
    /// The roll it freezes; the notice named the same one.
    pub roll: RollId,
}

impl Act for Open {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Open)?;
        let notice = state.notices.get(&self.notice).ok_or(Code::NoticeUnknown)?;
        if !placed.acts_for_caller(state, &self.notice, Capability::Open) {
            placed.require_for(state, Capability::Open, &concern_of(state, &self.notice))?;
        }
        require(notice.withdrawn.is_none(), Code::VoteWithdrawn)?;
        require(notice.opened.is_none(), Code::AlreadyOpened)?;
        require(self.corrections.is_empty(), Code::NotYet)?;
        require(self.roll == notice.body.roll, Code::RollMismatch)?;
        let roll = state.rolls.get(&self.roll).ok_or(Code::RollUnknown)?;
        let bylaws = &notice.bylaws;
        may_open(&notice.body, bylaws, placed.received_ms)?;
        let heads = roll.heads_in(notice.body.scope, bylaws.parking_counts);
        require(heads > 0, Code::EmptyScope)?;
        require(u32::try_from(heads) == Ok(self.heads), Code::ScopeHeads)?;

        let id = placed.id;
        let agenda = Agenda::opened(self, notice, placed.received_ms);
        let (notice, index) = (self.notice, placed.index);
        Ok(Change::new(move |state| {
            note_on_matter(state, &notice, index);
            if let Some(notice) = state.notices.get_mut(&notice) {
                notice.opened = Some(id);
            }
            state.agendas.insert(id, agenda);
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.notice)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let state = shown.state;
        let notice = state.notices.get(&self.notice).ok_or(Code::NoticeUnknown)?;
        let roll = state.rolls.get(&self.roll).ok_or(Code::RollUnknown)?;
        let counted = roll.counted_units(notice.body.scope, notice.bylaws.parking_counts);
        shown.area(counted, self.area_c, Code::ScopeArea)?;
        let scope = (notice.body.scope, notice.bylaws.parking_counts);
        check_scope_area(state, roll, scope, self.area_c, shown.evidence)
    }

    fn rests_on(&self, state: &State) -> Vec<BlobId> {
        let scope = state.notices.get(&self.notice).map(|notice| notice.body.scope);
        let counted = scope.zip(state.rolls.get(&self.roll));
        let units = counted.into_iter().flat_map(|(scope, roll)| roll.counted_units(scope, true));
        units.map(|(_, unit)| unit.facts).collect()
    }

    fn figure(&self, entry: &EntryId) -> Option<Figure> {
        Some(Figure::Scope(*entry))
    }
}

/// Whether the time is right to open what was noticed.
///
/// # Errors
/// `TOO_EARLY_TO_OPEN`, `WINDOW_TOO_SHORT`.
pub fn may_open(notice: &Notice, bylaws: &Bylaws, at_ms: u64) -> Result<(), Rejection> {
    let stage = Dates::new(notice.opens_ms, notice.closes_ms, bylaws).stage(None, at_ms);
    require(stage != CourseStage::Noticed, Code::TooEarlyToOpen)?;
    require(stage == CourseStage::ToOpen, Code::WindowTooShort)
}
