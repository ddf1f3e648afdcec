//! Books: a disclosure, its lines, and questions about them.

pub(crate) mod ask;
pub(crate) mod books;
pub(crate) mod desk;
pub(crate) mod groups;
pub(crate) mod line;
pub(crate) mod months;
pub(crate) mod rows;
