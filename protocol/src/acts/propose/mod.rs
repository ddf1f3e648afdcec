//! Proposing: matters, who backs them, and the host's answer.

pub(crate) mod answer;
pub(crate) mod matter;
pub(crate) mod raise;
pub(crate) mod support;
