//! Behaviour that a user, an auditor or a court could notice.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod cases;
mod evidence;
mod limits;
mod log_vectors;
mod merkle;
mod properties;
mod thresholds;
mod tidy;
mod vote_book;
mod voting;
