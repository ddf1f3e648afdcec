//! 提 at the desk.

pub(crate) mod answer;
