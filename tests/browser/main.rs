//! The window in a real browser: Chromium as a phone with WeChat's user agent, against the real server.
//!
//! The built widget is read from the folder that `YISHI_WIDGET_DIST` names; `cargo xtask test` builds it and sets that.
//! With `YISHI_SHOTS` set to a folder, every screen that a test stops at is kept there as a picture.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod books;
mod bylaws;
mod court;
mod delivery;
mod demands;
mod desk;
mod desk_lists;
mod devices;
mod elections;
mod embedding;
mod engines;
mod files;
mod help;
mod history;
mod hosts;
mod in_person;
mod joining;
mod keeping;
mod lies;
mod light;
mod looks;
mod mandates;
mod matters;
mod mine;
mod moderation;
mod outbox;
mod own_estate;
mod paper;
mod parts;
mod people;
mod people_phone;
mod phone;
mod roll;
mod roll_call;
mod site;
mod sound;
mod splits;
mod translators;
mod updated;
mod voting;
mod walk;
