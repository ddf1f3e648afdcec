//! Estates to tell tests on: people with fixed keys, a stairwell of twelve homes, and the log vectors made from it.
//!
//! Everything here is derived from names, so a story told twice gives the same bytes.

pub mod calls;
pub mod councils;
pub mod courses;
pub mod deliveries;
pub mod described;
pub mod disputes;
pub mod docs;
pub mod elections;
pub mod erasing;
pub mod exported;
pub mod faults;
pub mod help;
pub mod homes;
pub mod letters;
pub mod liar;
pub mod mandates;
pub mod matters;
pub mod moderation;
pub mod others;
pub mod paper;
pub mod people;
pub mod post_office;
pub mod reviews;
pub mod shown;
pub mod stairwell;
pub mod story;
pub mod telling;
pub mod vectors;
