//! The first screen, its lists, and the screens that say what is going on.

pub(crate) mod first;
pub(crate) mod help;
pub(crate) mod kept;
pub(crate) mod lists;
pub(crate) mod message;
