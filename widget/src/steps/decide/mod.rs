//! 决: a ballot from its first question to its receipt, and results.

pub(crate) mod calls;
pub(crate) mod candidates;
pub(crate) mod counted;
pub(crate) mod desk;
pub(crate) mod margin;
pub(crate) mod objections;
pub(crate) mod papers;
pub(crate) mod plan;
pub(crate) mod result;
pub(crate) mod review;
pub(crate) mod reviewed;
pub(crate) mod vote;
pub(crate) mod waiting;
pub(crate) mod weight;
