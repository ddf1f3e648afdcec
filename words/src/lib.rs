//! Everything that people are told: by the window and the light pages, on letters, about their files and before the window
//! is there. One Fluent file per language beside this crate's manifest, checked and compiled.
//!
//! A phrase is named by a [`Word`], a group and a place in it, or, where something is put in, by a [`Filled`]. The names
//! are Rust that the feature `build` writes (`build::Catalogue::rust`), so a phrase that nobody shows is dead code to the
//! compiler and one that does not exist is an error. The phrases themselves travel as text, one [`Table`] per language
//! and bundle of groups; a further language is one more Fluent file and no code.
//!
//! Nothing here formats numbers or dates: they are shown as they are given. No text panics, be it a broken table; what a
//! table lacks is answered with `None`.
#![deny(clippy::as_conversions, clippy::float_arithmetic, clippy::indexing_slicing, clippy::panic)]
#![cfg_attr(test, expect(clippy::panic, reason = "a test may stop"))]

#[cfg(feature = "build")]
pub mod build;
mod table;
mod word;

pub use self::table::{Broken, Table};
pub use self::word::{File, Filled, Language, Number, PSEUDO, Phrase, Value, Word, advice};
