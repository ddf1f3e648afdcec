//! Proposing: matters, who backs them, who demands a vote on them, and the host's answer.

pub(crate) mod answer;
pub(crate) mod matter;
pub(crate) mod raise;
pub(crate) mod requisition;
pub(crate) mod support;
