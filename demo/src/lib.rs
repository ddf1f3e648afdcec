//! The year of a made-up estate, 桂苑小区, told as a log and served with a clock of its own.
//!
//! ```text
//! data/year.json ──year.rs──▶ acts/…  every act with its time ──teller.rs──▶ a log ──▶ a store, served by serve.rs
//! ```
//! No person, company or sum is real. What the year gives as done on paper, by proxy, in a meeting, or by a kind of entry
//! that does not exist yet is left out, and [`teller::Told`] counts it: nothing is said by somebody who did not say it.

pub mod acts;
pub mod clock;
pub mod page;
pub mod serve;
pub mod teller;
pub mod year;

/// The estate's year.
pub const YEAR: &str = include_str!("../data/year.json");
/// Its owner roll.
pub const ROLL: &[u8] = include_bytes!("../../tests/data/roll.csv");
/// The property manager's vouchers.
pub const LEDGER: &str = include_str!("../../tests/data/ledger.csv");
