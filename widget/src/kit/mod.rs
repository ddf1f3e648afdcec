//! What screens are made of: parts and forms that are compiled once, and how matters, votes and money are told.

pub(crate) mod accounts;
pub(crate) mod charts;
pub(crate) mod folded;
pub(crate) mod forms;
pub(crate) mod gone;
pub(crate) mod icons;
pub(crate) mod mine;
pub(crate) mod next;
pub(crate) mod parts;
pub(crate) mod qr;
pub(crate) mod settings;
pub(crate) mod share;
pub(crate) mod tell;
pub(crate) mod typed;
pub(crate) mod voter;
