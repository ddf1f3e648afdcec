//! Deliberating: what people say about a matter.

pub(crate) mod opinion;
