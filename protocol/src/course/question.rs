//! The course of a question about books: it is answered once, and whoever is not content asks again.

use super::{By, CourseStage, Date, Deed, NextAct, Row, When};
use crate::body::Capability;

pub(super) const ROWS: &[Row] =
    &[Row::may(CourseStage::Asked, Deed::Reply, By::Office(Capability::Disclosure), CourseStage::Replied)
        .when(When::Due(Date::Reply))
        .waits(NextAct::Reply)];
