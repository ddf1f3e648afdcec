//! The course of a dispute about a result. Silence blocks nothing: the vote ends without a ruling once the days for one are over.

use super::{By, CourseStage, Date, Deed, NextAct, Row, When};
use crate::body::Capability;

const RULES: By = By::OtherBody(Capability::Tally);

pub(super) const ROWS: &[Row] = &[
    Row::may(CourseStage::Disputed, Deed::RuleDispute, RULES, CourseStage::RuledUpon)
        .when(When::Until(Date::Referral))
        .waits(NextAct::RuleDispute),
    Row::time(CourseStage::Disputed, Date::Referral, CourseStage::Referred),
    Row::may(CourseStage::Referred, Deed::RuleDispute, RULES, CourseStage::RuledUpon)
        .when(When::Due(Date::LastRuling))
        .waits(NextAct::RuleDispute),
];
