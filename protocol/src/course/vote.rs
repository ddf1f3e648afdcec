//! The course of a vote, from its notice to its totals.

use super::{By, Course, Date, Deed, NextAct, Point, Row, When};
use crate::apply::{OPEN_AHEAD_MS, OWNERS_MAY_CLOSE_AFTER_MS};
use crate::body::Capability;
use crate::bylaws::Bylaws;
use crate::calendar::DAY_MS;
use crate::state::Agenda;

pub(super) const ROWS: &[Row] = &[
    Row::time(Point::Noticed, Date::MayOpen, Point::ToOpen),
    Row::may(Point::ToOpen, Deed::Open, By::Office(Capability::Open), Point::Opened)
        .when(When::Due(Date::Opening))
        .waits(NextAct::OpenVote),
    Row::time(Point::ToOpen, Date::TooLate, Point::NotHeld),
    Row::time(Point::Opened, Date::Opening, Point::Voting),
    Row::may(Point::Voting, Deed::Vote, By::Owners, Point::Voting)
        .when(When::Until(Date::Closing))
        .waits(NextAct::Vote),
    Row::may(Point::Voting, Deed::Object, By::Owners, Point::Voting).when(When::Until(Date::Closing)),
    Row::time(Point::Voting, Date::Closing, Point::Counting),
    Row::may(Point::Counting, Deed::Close, By::Office(Capability::Close), Point::Closed)
        .when(When::Due(Date::Result))
        .waits(NextAct::CloseVote),
    Row::may(Point::Counting, Deed::Close, By::Owners, Point::Closed).when(When::From(Date::Result)),
    Row::may(Point::Closed, Deed::Tally, By::Office(Capability::Tally), Point::Tallied)
        .when(When::Due(Date::Result))
        .waits(NextAct::StateTotals),
    Row::may(Point::Closed, Deed::Tally, By::Owners, Point::Tallied).when(When::From(Date::Result)),
    Row::may(Point::Closed, Deed::Access, By::Office(Capability::Evidence), Point::Closed),
    Row::may(Point::Tallied, Deed::Access, By::Office(Capability::Evidence), Point::Tallied),
];

/// Where its last act left it.
fn after(agenda: Option<&Agenda>) -> Point {
    match agenda {
        None => Point::Noticed,
        Some(Agenda { tally: Some(_), .. }) => Point::Tallied,
        Some(Agenda { closed_ms: Some(_), .. }) => Point::Closed,
        Some(_) => Point::Opened,
    }
}

/// The dates of a vote, in milliseconds since 1970, by the settings frozen at its notice.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dates {
    opens_ms: u64,
    closes_ms: u64,
    /// The shortest window, in days.
    shortest: u32,
}

impl Dates {
    pub(crate) fn new(opens_ms: u64, closes_ms: u64, bylaws: &Bylaws) -> Self {
        Self { opens_ms, closes_ms, shortest: bylaws.window_days_min }
    }

    pub(super) fn of(&self, date: Date) -> Option<u64> {
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
            Date::Answer | Date::MarksEnd | Date::Work | Date::Reply | Date::Lapse => return None,
        })
    }

    /// Where a vote stands at a moment that nobody has opened, or that was opened as that agenda.
    pub(crate) fn point(&self, agenda: Option<&Agenda>, now_ms: u64) -> Point {
        Course::Vote.at(after(agenda), now_ms, &|date| self.of(date))
    }
}
