//! 办 at the desk: work is given out and reported.

pub(crate) mod dispatch;
pub(crate) mod progress;
