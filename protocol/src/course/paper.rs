//! The courses of paper: of a sheet, from the first clerk who reads it, and of the box of a vote.
//!
//! Where they stand follows from the vote's own course, from who has read the sheet and from the box; no time leads on by itself.

use super::{By, CourseStage, Date, Deed, NextAct, Row, When};
use crate::acts::decide::ballot_box::{BOX_MS, SHEETS_MS};
use crate::acts::decide::deny::check_denial;
use crate::body::Capability;
use crate::state::{Agenda, State};

const CLERKS: By = By::Office(Capability::Paper);

pub(super) const SHEET: &[Row] = &[
    Row::may(CourseStage::SheetUnread, Deed::Read, CLERKS, CourseStage::ReadOnce)
        .when(When::Due(Date::SheetsEnd))
        .waits(NextAct::KeySheets),
    Row::may(
        CourseStage::ReadOnce,
        Deed::Read,
        By::OtherReader(Capability::Paper),
        CourseStage::SheetCounted,
    )
    .when(When::Due(Date::SheetsEnd))
    .waits(NextAct::ReadSheetsAgain),
    Row::may(CourseStage::ReadOtherwise, Deed::Read, CLERKS, CourseStage::SheetCounted)
        .when(When::Due(Date::SheetsEnd))
        .waits(NextAct::SettleSheets),
    Row::may(CourseStage::OverOnline, Deed::Deny, By::Owners, CourseStage::SheetDenied)
        .when(When::Until(Date::Denials))
        .waits(NextAct::LookAtSheet),
];

pub(super) const BOX: &[Row] = &[
    Row::may(CourseStage::BoxDue, Deed::Box, CLERKS, CourseStage::BoxOpen)
        .when(When::Until(Date::BoxEnd))
        .waits(NextAct::CountBox),
    Row::may(CourseStage::BoxOpen, Deed::Box, CLERKS, CourseStage::BoxOpen).when(When::Until(Date::BoxEnd)),
];

/// Where a sheet stands at a moment, in milliseconds since 1970.
pub(super) fn sheet(state: &State, agenda: &Agenda, number: u32, now_ms: u64) -> CourseStage {
    let sheet = agenda.sheets.get(&number);
    if let Some(ballot) = sheet.and_then(|sheet| agenda.ballots.get(&sheet.counted?)) {
        if ballot.paper.as_ref().is_some_and(|paper| paper.denied) {
            return CourseStage::SheetDenied;
        }
        let party = state.roll(&agenda.roll).and_then(|roll| roll.parties.get(&ballot.party));
        let mut owners = party.into_iter().flat_map(|party| &party.persons);
        let deniable = owners.any(|owner| check_denial(state, agenda, (owner, number), now_ms).is_ok());
        return if deniable { CourseStage::OverOnline } else { CourseStage::SheetCounted };
    }
    let taken = match (agenda.course_stage(now_ms), &agenda.ballot_box) {
        (CourseStage::Voting, _) => true,
        (CourseStage::Counting, Some(counted)) => counted.sheets.contains(&number),
        (CourseStage::Counting, None) if now_ms < agenda.box_end_ms() => return CourseStage::SheetHeld,
        _ => false,
    };
    match sheet.map_or(0, |sheet| sheet.readings.len()) {
        _ if !taken => CourseStage::SheetLeft,
        0 => CourseStage::SheetUnread,
        1 => CourseStage::ReadOnce,
        _ => CourseStage::ReadOtherwise,
    }
}

/// Where the box of a vote stands at a moment, in milliseconds since 1970.
pub(super) fn ballot_box(agenda: &Agenda, now_ms: u64) -> CourseStage {
    let in_time = agenda.course_stage(now_ms) == CourseStage::Counting && now_ms < agenda.box_end_ms();
    match &agenda.ballot_box {
        Some(_) => CourseStage::BoxCounted,
        None if !in_time => CourseStage::NoBox,
        None if agenda.box_proposed || agenda.sheets.is_empty() => CourseStage::BoxOpen,
        None => CourseStage::BoxDue,
    }
}

/// The dates of sheets and boxes, in milliseconds since 1970.
pub(super) fn date(agenda: &Agenda, date: Date) -> Option<u64> {
    match date {
        Date::BoxEnd => Some(agenda.box_end_ms()),
        Date::SheetsEnd => Some(agenda.sheets_end_ms()),
        Date::Denials => agenda.denials_end_ms(),
        _ => None,
    }
}

impl Agenda {
    /// Until when its box can be counted, exclusive, in milliseconds since 1970.
    pub fn box_end_ms(&self) -> u64 {
        self.closes_ms.saturating_add(BOX_MS)
    }

    /// Until when it waits for the sheets of its box to be read, in milliseconds since 1970.
    pub fn sheets_end_ms(&self) -> u64 {
        self.closes_ms.saturating_add(SHEETS_MS)
    }

    /// The sheets that no two have read so that they count, by their numbers: what somebody has read, and what lay in the box.
    pub(crate) fn open_sheets(&self) -> impl Iterator<Item = u32> + '_ {
        let read = self.sheets.iter().filter(|(_, sheet)| sheet.counted.is_none()).map(|(number, _)| *number);
        let boxed = self.ballot_box.iter().flat_map(|counted| counted.sheets.iter().copied());
        read.chain(boxed.filter(|number| !self.sheets.contains_key(number)))
    }
}
