//! The name of every phrase, written by `build.rs` from the files of the crate `words`.

include!(concat!(env!("OUT_DIR"), "/key.rs"));
