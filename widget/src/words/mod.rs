//! Words for people. Code holds keys ([`key`]); the phrases stand in one Fluent file per language in the crate `words`,
//! checked when this one is built. The source language, Chinese, comes with the code that says it, and each other one is a file
//! that is fetched when somebody asks for it.

mod dates;
pub(crate) mod format;
pub(crate) mod key;
mod lang;
pub(crate) mod refusals;
mod say;
mod tables;
pub(crate) mod trouble;

pub(crate) use self::lang::Lang;
#[cfg(test)]
pub(crate) use self::tables::learn_english;
pub(crate) use self::tables::{begin, give, is_here, speak};
