//! The pages of the desk that belong to no one step: where it begins, and matters, whatever step they have come to.

pub(crate) mod first;
pub(crate) mod matter;
pub(crate) mod matters;
pub(crate) mod waiting;
