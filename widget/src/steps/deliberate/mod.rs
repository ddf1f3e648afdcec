//! 议: what residents say about a matter.

pub(crate) mod desk;
pub(crate) mod erasing;
pub(crate) mod hidden;
pub(crate) mod voices;
