//! 议: what residents say about a matter.

pub(crate) mod voices;
