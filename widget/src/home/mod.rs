//! The first screen, its lists, and the screens that say what is going on; at the desk, where it begins.

pub(crate) mod desk;
pub(crate) mod first;
pub(crate) mod help;
pub(crate) mod kept;
pub(crate) mod lists;
pub(crate) mod message;
