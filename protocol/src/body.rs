//! What entries say: the one public place of all kinds, their bodies, and the words that bodies are made of.
//!
//! Each is defined in the file of its kind, under `acts`, with its rules beside it.

pub use crate::acts::*;
