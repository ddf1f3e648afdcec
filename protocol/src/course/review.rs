//! The course of a review: once its date has passed, silence is no opinion, and nobody has to say so.

use super::{By, CourseStage, Date, Deed, NextAct, Row, When};

pub(super) const ROWS: &[Row] = &[
    Row::may(CourseStage::ReviewAsked, Deed::Review, By::Reviewer, CourseStage::Reviewed)
        .when(When::Until(Date::Review))
        .waits(NextAct::Review),
    Row::time(CourseStage::ReviewAsked, Date::Review, CourseStage::ReviewSilent),
];
