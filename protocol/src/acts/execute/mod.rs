//! Executing: work given out, and reports on it.

pub(crate) mod dispatch;
pub(crate) mod progress;
