//! 提: a matter is brought up and answered.

pub(crate) mod demand;
pub(crate) mod desk;
pub(crate) mod raise;
