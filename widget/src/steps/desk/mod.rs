//! Matters at the desk, whatever step they have come to.

pub(crate) mod matter;
pub(crate) mod matters;
pub(crate) mod waiting;
