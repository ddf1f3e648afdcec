//! 办: what is done, what it may cost and what was paid.

pub(crate) mod desk;
pub(crate) mod works;
