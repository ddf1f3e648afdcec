//! Setting up: the estate, its offices, its roll, and who comes in with which device.

pub(crate) mod access;
pub(crate) mod add_device;
pub(crate) mod bylaws;
pub(crate) mod charter;
pub(crate) mod codes;
pub(crate) mod confirm;
pub(crate) mod device;
pub(crate) mod enrol;
pub(crate) mod enrol_in_person;
pub(crate) mod erasable;
pub(crate) mod erase;
pub(crate) mod erase_reader;
pub(crate) mod genesis;
pub(crate) mod grant;
pub(crate) mod help_line;
pub(crate) mod org_unit;
pub(crate) mod proxy;
pub(crate) mod representative;
pub(crate) mod revoke;
pub(crate) mod revoke_grant;
pub(crate) mod roll;
pub(crate) mod roll_area;
pub(crate) mod roll_change;
pub(crate) mod roll_page;
pub(crate) mod rule_set;
