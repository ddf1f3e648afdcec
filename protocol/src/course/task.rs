//! The course of work that was given out.

use super::{By, Date, Deed, NextAct, Point, Row, When};

pub(super) const ROWS: &[Row] = &[
    Row::may(Point::Working, Deed::Finish, By::Assignee, Point::Finished)
        .when(When::Due(Date::Work))
        .waits(NextAct::Work),
    Row::may(Point::Working, Deed::Report, By::Assignee, Point::Working),
    // A last payment, or the word that something is left to do after all.
    Row::may(Point::Finished, Deed::Finish, By::Assignee, Point::Finished),
    Row::may(Point::Finished, Deed::Report, By::Assignee, Point::Working),
];
