//! The course of residents' words that were reported or hidden. Silence hides nothing for ever: where their author has appealed
//! and nobody rules, they are shown again.

use super::{By, CourseStage, Date, Deed, NextAct, Row, When};
use crate::body::Capability;

const HIDES: By = By::Office(Capability::Moderate);
const HID: By = By::SameOrg(Capability::Moderate);
const RULES: By = By::OtherOrg(Capability::Moderate);

pub(super) const ROWS: &[Row] = &[
    Row::may(CourseStage::Reported, Deed::Hide, HIDES, CourseStage::Hidden).waits(NextAct::Moderate),
    Row::may(CourseStage::Reported, Deed::Leave, HIDES, CourseStage::Left),
    Row::may(CourseStage::Reported, Deed::ReportWords, By::Residents, CourseStage::Reported),
    Row::may(CourseStage::Left, Deed::ReportWords, By::Residents, CourseStage::Reported),
    Row::may(CourseStage::Left, Deed::Hide, HIDES, CourseStage::Hidden),
    Row::may(CourseStage::Hidden, Deed::Appeal, By::Author, CourseStage::Appealed)
        .when(When::Until(Date::Appeal))
        .waits(NextAct::Appeal),
    Row::may(CourseStage::Hidden, Deed::TakeBack, HID, CourseStage::Left),
    Row::time(CourseStage::Hidden, Date::Appeal, CourseStage::KeptHidden),
    Row::may(CourseStage::Appealed, Deed::Show, RULES, CourseStage::ShownAgain)
        .when(When::Until(Date::Ruling))
        .waits(NextAct::Rule),
    Row::may(CourseStage::Appealed, Deed::Keep, RULES, CourseStage::KeptHidden)
        .when(When::Until(Date::Ruling)),
    Row::may(CourseStage::Appealed, Deed::TakeBack, HID, CourseStage::Left),
    Row::time(CourseStage::Appealed, Date::Ruling, CourseStage::Unruled),
    Row::may(CourseStage::Unruled, Deed::Show, RULES, CourseStage::ShownAgain)
        .when(When::Due(Date::Ruling))
        .waits(NextAct::Rule),
    Row::may(CourseStage::Unruled, Deed::Keep, RULES, CourseStage::KeptHidden),
    Row::may(CourseStage::Unruled, Deed::TakeBack, HID, CourseStage::Left),
    Row::may(CourseStage::KeptHidden, Deed::TakeBack, HID, CourseStage::Left),
];
