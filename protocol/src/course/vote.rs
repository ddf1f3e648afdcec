//! The course of a vote, from its notice to its end.

use super::{By, Course, CourseStage, Date, Deed, NextAct, Row, When};
use crate::apply::{OPEN_AHEAD_MS, OWNERS_MAY_CLOSE_AFTER_MS};
use crate::body::Capability;
use crate::bylaws::Bylaws;
use crate::calendar::{DAY_MS, objections_end_ms};
use crate::state::Agenda;

const ANNOUNCES: By = By::Office(Capability::Notice);

/// How long after the totals what homes say is noted. It keeps no vote from ending, and goes on for a while after.
const CALLS_MS: u64 = 30 * DAY_MS;

const fn calls(stage: CourseStage) -> Row {
    Row::may(stage, Deed::RollCall, By::OtherBody(Capability::Evidence), stage).when(When::Until(Date::Calls))
}

pub(super) const ROWS: &[Row] = &[
    Row::time(CourseStage::Noticed, Date::MayOpen, CourseStage::ToOpen),
    Row::may(CourseStage::Noticed, Deed::Withdraw, ANNOUNCES, CourseStage::Withdrawn)
        .when(When::Until(Date::Opening)),
    Row::may(CourseStage::ToOpen, Deed::Open, By::Office(Capability::Open), CourseStage::Opened)
        .when(When::Due(Date::Opening))
        .waits(NextAct::OpenVote),
    Row::time(CourseStage::ToOpen, Date::TooLate, CourseStage::NotHeld),
    Row::may(CourseStage::ToOpen, Deed::Withdraw, ANNOUNCES, CourseStage::Withdrawn)
        .when(When::Until(Date::Opening)),
    Row::time(CourseStage::Opened, Date::Opening, CourseStage::Voting),
    Row::may(CourseStage::Opened, Deed::Withdraw, ANNOUNCES, CourseStage::Withdrawn)
        .when(When::Until(Date::Opening)),
    Row::may(CourseStage::Voting, Deed::Vote, By::Owners, CourseStage::Voting)
        .when(When::Until(Date::Closing))
        .waits(NextAct::Vote),
    Row::may(CourseStage::Voting, Deed::Object, By::Owners, CourseStage::Voting)
        .when(When::Until(Date::Closing)),
    Row::may(CourseStage::Voting, Deed::Extend, ANNOUNCES, CourseStage::Voting)
        .when(When::Until(Date::Closing)),
    Row::time(CourseStage::Voting, Date::Closing, CourseStage::Counting),
    Row::may(CourseStage::Counting, Deed::Close, By::Office(Capability::Close), CourseStage::Closed)
        .when(When::Due(Date::Result))
        .waits(NextAct::CloseVote),
    Row::may(CourseStage::Counting, Deed::Close, By::Owners, CourseStage::Closed)
        .when(When::From(Date::Result)),
    Row::may(CourseStage::Closed, Deed::Tally, By::Office(Capability::Tally), CourseStage::Tallied)
        .when(When::Due(Date::Result))
        .waits(NextAct::StateTotals),
    Row::may(CourseStage::Closed, Deed::Tally, By::Owners, CourseStage::Tallied)
        .when(When::From(Date::Result)),
    Row::may(CourseStage::Closed, Deed::Access, By::Office(Capability::Evidence), CourseStage::Closed),
    Row::may(CourseStage::Tallied, Deed::Access, By::Office(Capability::Evidence), CourseStage::Tallied),
    Row::may(CourseStage::Tallied, Deed::Dispute, By::Owners, CourseStage::Tallied)
        .when(When::Until(Date::Objections)),
    Row::may(CourseStage::Tallied, Deed::Draw, By::Office(Capability::Tally), CourseStage::Tallied),
    calls(CourseStage::Tallied),
    Row::time(CourseStage::Tallied, Date::Objections, CourseStage::ToEnd),
    Row::may(CourseStage::ToEnd, Deed::Final, By::Office(Capability::Tally), CourseStage::Final)
        .when(When::Due(Date::End))
        .waits(NextAct::EndVote),
    Row::may(CourseStage::ToEnd, Deed::Final, By::Owners, CourseStage::Final).when(When::From(Date::End)),
    Row::may(CourseStage::ToEnd, Deed::Draw, By::Office(Capability::Tally), CourseStage::ToEnd),
    calls(CourseStage::ToEnd),
    calls(CourseStage::Final),
    Row::may(CourseStage::ToEnd, Deed::Access, By::Office(Capability::Evidence), CourseStage::ToEnd),
    Row::may(CourseStage::Final, Deed::Annul, By::Office(Capability::Tally), CourseStage::Final),
    Row::may(CourseStage::Final, Deed::Access, By::Office(Capability::Evidence), CourseStage::Final),
];

/// Where its last act left it.
fn after(agenda: Option<&Agenda>) -> CourseStage {
    match agenda {
        None => CourseStage::Noticed,
        Some(Agenda { withdrawn: true, .. }) => CourseStage::Withdrawn,
        Some(Agenda { finality: Some(_), .. }) => CourseStage::Final,
        Some(Agenda { tally: Some(_), .. }) => CourseStage::Tallied,
        Some(Agenda { closed_ms: Some(_), .. }) => CourseStage::Closed,
        Some(_) => CourseStage::Opened,
    }
}

/// The dates of a vote, in milliseconds since 1970, by the settings frozen at its notice.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dates {
    opens_ms: u64,
    closes_ms: u64,
    /// The shortest window, in days.
    shortest: u32,
    /// When the totals were stated.
    tallied_ms: Option<u64>,
}

impl Dates {
    pub(crate) fn new(opens_ms: u64, closes_ms: u64, bylaws: &Bylaws) -> Self {
        Self { opens_ms, closes_ms, shortest: bylaws.window_days_min, tallied_ms: None }
    }

    /// The same once the totals are stated.
    pub(crate) fn tallied(self, tallied_ms: Option<u64>) -> Self {
        Self { tallied_ms, ..self }
    }

    pub(crate) fn of(&self, date: Date) -> Option<u64> {
        Some(match date {
            Date::MayOpen => self.opens_ms.saturating_sub(OPEN_AHEAD_MS),
            Date::Opening => self.opens_ms,
            // The owners keep the shortest window that the bylaws promise them.
            Date::TooLate => {
                let shortest_ms = u64::from(self.shortest).saturating_mul(DAY_MS);
                self.closes_ms.saturating_sub(shortest_ms).saturating_add(1)
            }
            Date::Closing => self.closes_ms,
            Date::Result => self.closes_ms.saturating_add(OWNERS_MAY_CLOSE_AFTER_MS),
            Date::Objections => objections_end_ms(self.tallied_ms?),
            Date::Calls => self.tallied_ms?.saturating_add(CALLS_MS),
            Date::End => objections_end_ms(self.tallied_ms?).saturating_add(OWNERS_MAY_CLOSE_AFTER_MS),
            Date::Answer
            | Date::Demand
            | Date::MarksEnd
            | Date::Referral
            | Date::LastRuling
            | Date::Review
            | Date::Work
            | Date::Reply
            | Date::Appeal
            | Date::Ruling
            | Date::BoxEnd
            | Date::SheetsEnd
            | Date::Denials
            | Date::Discuss
            | Date::Ending
            | Date::Lapse => return None,
        })
    }

    /// Where a vote stands at a moment that nobody has opened, or that was opened as that agenda.
    pub(crate) fn stage(&self, agenda: Option<&Agenda>, now_ms: u64) -> CourseStage {
        Course::Vote.at(after(agenda), now_ms, &|date| self.of(date))
    }
}
