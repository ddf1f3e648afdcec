//! Evaluating: marks for the work done, and the end of a matter.

pub(crate) mod close_matter;
pub(crate) mod rate;
