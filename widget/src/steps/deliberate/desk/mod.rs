//! Deliberating, at the desk.

pub(crate) mod moderated;
