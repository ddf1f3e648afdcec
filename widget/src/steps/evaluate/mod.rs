//! 评: what was done is marked, and the matter ends.

pub(crate) mod desk;
pub(crate) mod rate;
