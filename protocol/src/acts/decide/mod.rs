//! Deciding: a vote, from its notice to its end.

pub(crate) mod annul;
pub(crate) mod attest;
pub(crate) mod ballot;
pub(crate) mod ballot_box;
pub(crate) mod candidacy;
pub(crate) mod close;
pub(crate) mod delivery;
pub(crate) mod deny;
pub(crate) mod dispute;
pub(crate) mod draw;
pub(crate) mod extend;
pub(crate) mod finality;
pub(crate) mod hand;
pub(crate) mod item;
pub(crate) mod minutes;
pub(crate) mod nominate;
pub(crate) mod notice;
pub(crate) mod object;
pub(crate) mod open;
pub(crate) mod paper;
pub(crate) mod roll_call;
pub(crate) mod rule_dispute;
pub(crate) mod seat;
pub(crate) mod tally;
pub(crate) mod void;
pub(crate) mod withdraw;
