//! The course of work that was given out.

use super::{By, CourseStage, Date, Deed, NextAct, Row, When};

pub(super) const ROWS: &[Row] = &[
    Row::may(CourseStage::Working, Deed::Finish, By::Assignee, CourseStage::Finished)
        .when(When::Due(Date::Work))
        .waits(NextAct::Work),
    Row::may(CourseStage::Working, Deed::Report, By::Assignee, CourseStage::Working),
    // A last payment, or the word that something is left to do after all.
    Row::may(CourseStage::Finished, Deed::Finish, By::Assignee, CourseStage::Finished),
    Row::may(CourseStage::Finished, Deed::Report, By::Assignee, CourseStage::Working),
];
