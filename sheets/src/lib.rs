//! Reading the files that people have: rolls and ledgers, from text in any usual encoding or from workbooks.
//!
//! The answer is always *rows, problems and questions by line*. A problem is a row that cannot be taken, with a
//! sentence that says what to do. A [`Question`] is something that could make a wrong head, area or sum: it has a
//! stable id and the answers that are offered, and nothing may be signed while one is open.
//!
//! Sentences are keys of the crate `words` with what is put in; they are said in a language where they are shown.
//!
//! Nothing here reads a disk, asks a clock or a server, so a browser reads a file as the command line does. Money
//! and areas are never floats, and no input panics.
//!
//! In the order of reading: [`Opened`] takes the bytes, which is where damaged files do their damage, so a browser does it
//! apart; `table` finds the header; [`roll`] and [`ledger`] each read their rows; `question` asks. [`money()`] reads one amount that somebody typed.
#![deny(clippy::as_conversions, clippy::float_arithmetic, clippy::indexing_slicing, clippy::panic)]
#![cfg_attr(test, expect(clippy::indexing_slicing, reason = "a test may stop"))]

mod decimal;
/// The phrases that the readers give. One that none of them gives is an error.
#[deny(dead_code)]
mod key {
    include!(concat!(env!("OUT_DIR"), "/key.rs"));
}
pub mod ledger;
mod money;
mod question;
pub mod roll;
#[cfg(test)]
mod said;
mod sentence;
mod table;

pub use self::money::money;
pub use self::question::{Answers, Choice, Question, QuestionCode, settled};
pub use self::sentence::Sentence;
pub use self::table::{Encoding, FileError, MAX_BYTES, MAX_ROWS, Opened};
