//! Deliberating: what people say about a matter, and what becomes of words that harm somebody.

pub(crate) mod appeal;
pub(crate) mod moderate;
pub(crate) mod moderated;
pub(crate) mod opinion;
pub(crate) mod report;
