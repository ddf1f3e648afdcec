//! Behaviour that a user, an auditor or a court could notice.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod attacks;
mod bent;
mod cases;
mod courses;
mod decisions;
mod devices;
mod docs;
mod evidence;
mod exports;
mod faults;
mod help;
mod identity;
mod kinds;
mod layers;
mod ledgers;
mod light;
mod limits;
mod log_vectors;
mod lying;
mod matters;
mod merkle;
mod posting;
mod private;
mod properties;
mod reading;
mod receipts;
mod rolls;
mod routes;
mod seen;
mod stores;
mod thresholds;
mod tidy;
mod vote_book;
mod voting;
mod words;
