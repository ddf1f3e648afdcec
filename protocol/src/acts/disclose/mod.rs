//! Disclosing: a manager's books, and the questions about them.

pub(crate) mod ask;
pub(crate) mod disclosure;
pub(crate) mod reply;
