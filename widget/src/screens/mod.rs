//! One file a screen; `lists`, `works` and `voices` are parts of large ones.

pub(crate) mod ask;
pub(crate) mod books;
pub(crate) mod counted;
pub(crate) mod enrol;
pub(crate) mod home;
pub(crate) mod join;
pub(crate) mod line;
pub(crate) mod lists;
pub(crate) mod matter;
pub(crate) mod message;
pub(crate) mod phones;
pub(crate) mod raise;
pub(crate) mod rate;
pub(crate) mod represent;
pub(crate) mod result;
pub(crate) mod review;
pub(crate) mod voices;
pub(crate) mod vote;
pub(crate) mod works;
