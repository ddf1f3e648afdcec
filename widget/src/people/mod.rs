//! Who a phone signs for: letters, phones, who votes for a home of several owners; at the desk, who may do what.

pub(crate) mod arrive;
pub(crate) mod delivery;
pub(crate) mod desk;
pub(crate) mod enrol;
pub(crate) mod held;
pub(crate) mod join;
pub(crate) mod mine;
pub(crate) mod own_paper;
pub(crate) mod phones;
pub(crate) mod proxies;
pub(crate) mod represent;
pub(crate) mod settle;
pub(crate) mod slip;
