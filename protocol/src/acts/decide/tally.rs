//! `tally`: states the counted totals. That they are right is for `admit` to say, which sees the openings.

use std::collections::BTreeSet;

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed, note_on_matter};
use crate::audit::Figure;
use crate::body::Capability;
use crate::count::{Counted, Outcome, Weight, check_tally, count_without};
use crate::course::{Course, CourseStage, Deed};
use crate::id::{AgendaId, BlobId, EntryId, Hash};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Agenda, State};
use crate::strict_json::Strict;

/// The totals of one item.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ItemTally {
    /// Who consented: one weight for a resolution, one per candidate, in the notice's order, for an election.
    #[strict(rename = "for")]
    pub consenting: Vec<Weight>,
    /// Who took part and consented to no option. Against and abstain are not told apart here: the law does not need
    /// it, and a log entry can never be erased.
    pub other: Weight,
    /// What follows.
    pub outcome: Outcome,
    /// Who took part.
    #[strict(rename = "part")]
    pub participating: Weight,
}

/// States the counted totals; refused unless they are what the ballots give.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Tally {
    /// Which agenda.
    pub agenda: AgendaId,
    /// The Merkle root over the counted ballots, sorted by party.
    pub counted_root: Hash,
    /// The totals, in the order of the items.
    pub items: Vec<ItemTally>,
    /// The ballots that are left out, by their entries in ascending order, each once ([`Void`](crate::body::Void)).
    pub voided: Vec<EntryId>,
}

impl Act for Tally {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let agenda = state.held_agenda(&self.agenda)?;
        placed.require_or_late_owner(state, agenda, Capability::Tally)?;
        let stage = agenda.course_stage(placed.received_ms);
        // Once more, if a sheet was denied or a ballot made void since.
        let again = agenda.recount && matches!(stage, CourseStage::Tallied | CourseStage::ToEnd);
        require(again || agenda.tally.is_none(), Code::AlreadyTallied)?;
        require(again || Course::Vote.lets(stage, Deed::Tally), Code::NotClosed)?;
        // What the log alone can tell: every item has a total, and only what is void is left out.
        let items = state.notices.get(&agenda.notice).map_or(0, |notice| notice.body.items.len());
        require(self.items.len() == items && agenda.may_leave_out(self), Code::TallyMismatch)?;

        let (notice, index, now_ms) = (agenda.notice, placed.index, placed.received_ms);
        let (tally, id) = (self.clone(), placed.id);
        Ok(Change::new(move |state| {
            note_on_matter(state, &notice, index);
            if let Some(agenda) = state.agendas.get_mut(&tally.agenda) {
                agenda.tally = Some(tally);
                agenda.tallied_ms = Some(now_ms);
                agenda.first_tallied_ms.get_or_insert(now_ms);
                agenda.earlier_tallies.extend(agenda.tally_entry.replace(id));
                agenda.recount = false;
                agenda.end_proposed_ms = None;
            }
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.agenda)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        let state = shown.state;
        let agenda = state.agendas.get(&self.agenda).ok_or(Code::AgendaUnknown)?;
        let notice = state.notices.get(&agenda.notice).ok_or(Code::NoticeUnknown)?;
        let left_out = self.voided.iter().copied().collect();
        match count_without(state, &self.agenda, left_out, shown.evidence)? {
            Counted::Full(count) => require(count.tally(&notice.body.items) == *self, Code::TallyMismatch)?,
            Counted::Erased(_) => (shown.missing, shown.decided) = check_tally(state, self, shown.evidence)?,
        }
        shown.missing.found = agenda.found(self, shown.evidence);
        Ok(())
    }

    fn rests_on(&self, state: &State) -> Vec<BlobId> {
        evidence_blobs(state, &self.agenda)
    }

    fn figure(&self, _entry: &EntryId) -> Option<Figure> {
        Some(Figure::Totals(self.agenda))
    }
}

impl Agenda {
    /// The numbers of the ballots that stand and that the totals, if they are stated, do not leave out.
    pub(crate) fn all_counted(&self) -> impl Iterator<Item = u64> {
        let out = |number: &u64| {
            let entry = self.ballots.get(number).map(|ballot| ballot.entry);
            self.tally.iter().flat_map(|tally| &tally.voided).any(|voided| Some(*voided) == entry)
        };
        self.book.all_standing().filter(move |number| !out(number))
    }
}

/// What proxies were told in a vote: a ballot that marks otherwise was refused, which whoever has these asks again.
pub fn mandate_blobs(state: &State, agenda: &AgendaId) -> Vec<BlobId> {
    let notice = state.agendas.get(agenda).and_then(|agenda| state.notices.get(&agenda.notice));
    let said = notice.into_iter().flat_map(|notice| notice.mandates.values());
    said.flat_map(|said| &said.given).map(|mandate| mandate.terms).collect()
}

/// The blobs that the count of a vote rests on: areas in its scope, and the openings of its ballots.
pub fn evidence_blobs(state: &State, agenda: &AgendaId) -> Vec<BlobId> {
    let Some(agenda) = state.agendas.get(agenda) else { return Vec::new() };
    let units =
        state.rolls.get(&agenda.roll).into_iter().flat_map(|roll| roll.counted_units(agenda.scope, true));
    let areas = units.map(|(_, unit)| unit.facts);
    let mut needed: Vec<BlobId> = areas.chain(agenda.ballots.values().map(|ballot| ballot.blob)).collect();
    // What one clerk alone has read, or read otherwise, counts nothing; whoever audits paper wants to see it.
    let counted: BTreeSet<BlobId> = needed.iter().copied().collect();
    let read = agenda.sheets.values().flat_map(|sheet| sheet.blobs.iter().copied());
    needed.extend(read.filter(|blob| !counted.contains(blob)));
    needed
}

/// What was said to show how the notice of a vote reached homes. No count rests on it.
pub fn slip_blobs(state: &State, agenda: &AgendaId) -> Vec<BlobId> {
    let notice = state.agendas.get(agenda).and_then(|agenda| state.notices.get(&agenda.notice));
    notice.into_iter().flat_map(|notice| notice.slips.iter().copied()).collect()
}
