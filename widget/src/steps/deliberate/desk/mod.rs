//! Deliberating, at the desk.

pub(crate) mod moderated;
pub(crate) mod review;
