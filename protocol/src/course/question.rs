//! The course of a question about books: it is answered once, and whoever is not content asks again.

use super::{By, Date, Deed, NextAct, Point, Row, When};
use crate::body::Capability;

pub(super) const ROWS: &[Row] =
    &[Row::may(Point::Asked, Deed::Reply, By::Office(Capability::Disclosure), Point::Replied)
        .when(When::Due(Date::Reply))
        .waits(NextAct::Reply)];
