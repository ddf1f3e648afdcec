//! 评 at the desk.

pub(crate) mod close;
