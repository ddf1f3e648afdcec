//! One file a screen.

pub(crate) mod counted;
pub(crate) mod enrol;
pub(crate) mod home;
pub(crate) mod message;
pub(crate) mod result;
pub(crate) mod review;
pub(crate) mod vote;
