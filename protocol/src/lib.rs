//! The rule book of Yishi: what an entry is, what it means, how votes are counted.
//!
//! Everything here is a pure function of its arguments: no clock, no chance, no network, no floating point; the same
//! bytes give the same answer on a server, in a browser and on an auditor's machine.
//!
//! Four functions hold all meaning:
//!
//! | function | asks | of |
//! |---|---|---|
//! | [`verify`] | did this person sign these bytes? | the bytes |
//! | [`apply`](apply::apply) | what does the entry do? | State, the entry |
//! | [`admit`](admit::admit) | do its blobs show what it states? | State, the entry, blobs |
//! | [`count`](count::count) | what did the ballots decide? | State, blobs |
//!
//! A person signs an [`Entry`](envelope::Entry); only [`verify`] makes a [`Verified`](envelope::Verified) one; the
//! server gives it a place and a date, which makes it a [`LogEntry`](log::LogEntry); folding log entries makes a
//! [`State`](state::State). [`Log`](log::Log) does all of it in the right order.
//!
//! ```
//! use yishi_protocol::body::Class;
//! use yishi_protocol::count::{Marks, Outcome, Poll, PollRules, Return, Weight, consent_share, count_resolution};
//!
//! // Three homes are entitled; two owners vote, one for (0), one against (1).
//! let home = |area_c| Weight { area_c, heads: 1 };
//! let vote = |party, area_c, option| Return { party, weight: home(area_c), marks: Marks::Options(vec![option]) };
//! let poll = Poll {
//!     total: [8937, 7658, 8937].into_iter().map(home).sum(),
//!     returns: vec![vote("101", 8937, 0), vote("102", 7658, 1)],
//!     silent: Weight::default(),
//! };
//! let rules = PollRules { consent: consent_share(Class::Ordinary, None), conformity: false, invalid_participates: false };
//! let count = count_resolution(&poll, &rules);
//! // Two of three heads are exactly two thirds, but their area is less.
//! assert_eq!(count.checks.quorum_heads.to_string(), "3*2=6 >= 2*3=6");
//! assert_eq!(count.checks.quorum_area.to_string(), "3*16595=49785 < 2*25532=51064");
//! assert_eq!(count.outcome, Outcome::QuorumNotMet);
//! ```
//!
//! SPEC.md beside this crate is the normative text. To find your way: `acts` has a file for each kind of what can be said,
//! with how it is written, who may say it and what it does; [`body`] is where other crates find it; [`mod@apply`] has what
//! holds for all of them, [`mod@count`] how votes come out, [`course`]
//! what waits for whom, [`rejection`] why something is refused,
//! [`schema`] what strangers are told of its forms.
#![deny(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::panic
)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic))]

// What the derive writes names this crate, here too.
extern crate self as yishi_protocol;

mod acts;
pub mod admit;
pub mod apply;
pub mod audit;
pub mod blob;
pub mod body;
pub mod bylaws;
pub mod calendar;
pub mod checkpoint;
mod codes;
pub mod consent;
pub mod count;
pub mod course;
pub mod draw;
pub mod envelope;
pub mod export;
pub mod few;
pub mod figures;
pub mod holidays;
pub mod id;
pub mod ledger;
pub mod letter;
pub mod log;
pub mod merkle;
pub mod office;
pub mod pass;
pub mod plan;
pub mod preset;
pub mod projection;
mod refusal;
pub mod rehearsal;
pub mod rejection;
pub mod resume;
pub mod schema;
pub mod shared;
pub mod signature;
pub mod slip;
pub mod state;
pub mod strict_json;
pub mod tiles;
pub mod view;
pub mod visible;
pub mod wire;

pub use ed25519_dalek::SigningKey;
pub use envelope::verify;
pub use strict_json::{MAX_INTEGER, Reader, Strict};
