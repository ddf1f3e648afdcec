//! Deliberating: what people say about a matter, what becomes of words that harm somebody, and who looks at it before a vote.

pub(crate) mod appeal;
pub(crate) mod ask_review;
pub(crate) mod meeting;
pub(crate) mod moderate;
pub(crate) mod moderated;
pub(crate) mod opinion;
pub(crate) mod report;
pub(crate) mod review;
