//! What all screens share: what is read, where a press leads, how the window begins. No screen is named here but in
//! [`screen::Screen`]; what knows them all is given by the root, as [`app::Above`].

pub(crate) mod address;
pub(crate) mod app;
pub(crate) mod begin;
pub(crate) mod fresh;
pub(crate) mod going;
pub(crate) mod look;
pub(crate) mod new_matter;
pub(crate) mod read;
pub(crate) mod screen;
mod secure;
pub(crate) mod trail;
pub(crate) mod visit;
