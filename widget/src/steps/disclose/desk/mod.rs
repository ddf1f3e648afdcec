//! Books at the desk: published from a file, and answered for.

pub(crate) mod books;
pub(crate) mod disclosed;
pub(crate) mod ledgers;
pub(crate) mod publish;
pub(crate) mod questions;
