//! Case files: one vote written down as JSON, for people who want to try a count without a log.
//!
//! The format is that of `tests/vectors/tally.json`. A case names parties, units and ballots by short texts and times
//! by the minute; it is judged and counted by the same code as a logged vote. It is no part of the rule book: no log
//! holds one.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::panic
)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic))]

mod file;
mod report;
mod run;
mod time;
mod word;

pub use file::{Case, CaseBallot, CaseFile, CaseKind, CaseMandate, CaseRules, CaseUnit, Choice, Vector};
pub use report::{
    CandidateLine, CaseChecks, CaseParticipation, CaseResult, CaseWeight, Check, ElectionResult, RESULTS,
    ResolutionResult, TrailEntry,
};
pub use run::{Verdict, run};
