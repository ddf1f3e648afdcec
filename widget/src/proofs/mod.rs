//! What is read and believed only once it is proven, what this phone signs, and what it keeps. Nothing here draws.

pub(crate) mod act;
pub(crate) mod authority;
pub(crate) mod books;
pub(crate) mod candidates;
pub(crate) mod clock;
pub(crate) mod delivery;
pub(crate) mod device;
pub(crate) mod drafts;
pub(crate) mod evidence;
pub(crate) mod footing;
pub(crate) mod help;
pub(crate) mod history;
pub(crate) mod mandates;
pub(crate) mod matters;
pub(crate) mod outbox;
pub(crate) mod result;
pub(crate) mod session;
pub(crate) mod settling;
pub(crate) mod sheets;
pub(crate) mod slips;
pub(crate) mod vault;
pub(crate) mod weight;
