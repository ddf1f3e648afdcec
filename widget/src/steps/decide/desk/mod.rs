//! 决 at the desk: a vote is announced, opened, watched, closed, counted and posted.
//!
//! ```text
//! wizard.rs ─▶ announce.rs  five steps to a notice; writing.rs is what they share, adopting.rs what changes the bylaws
//!                         kind.rs asks what is decided, schedule.rs shows the days with their holidays
//!                         election.rs is the notice of an election of those who stand for its matter
//! candidates.rs ─▶ nominating.rs, board.rs: who stands, on paper too, and the sheet for the board
//!                         seat.rs puts in office whom the vote elected
//! votes.rs  ─▶ withdraw.rs takes a noticed vote back; turnout.rs ─▶ extend.rs puts the end of one off
//! votes.rs  ─▶ end.rs shows disputes, takes rulings, and ends a vote
//!              end.rs ─▶ draw.rs, calls.rs: which homes are asked, and what they say; annul.rs: what a court annulled
//! votes.rs  ─▶ paper/ keys ballots on paper and counts their box
//! votes.rs  ─▶ open.rs ─▶ turnout.rs ─▶ count.rs ─▶ posted.rs; figures.rs is what the last two share
//!                         delivery.rs ─▶ print.rs: how the notice reached homes, and the doorstep round
//!                         days.rs shows turnout by day, tiles.rs by building; mandates.rs who votes for whom
//! ```

pub(crate) mod adopting;
pub(crate) mod announce;
pub(crate) mod annul;
pub(crate) mod board;
pub(crate) mod calls;
pub(crate) mod candidates;
pub(crate) mod count;
pub(crate) mod court;
pub(crate) mod days;
pub(crate) mod delivery;
pub(crate) mod draw;
pub(crate) mod election;
pub(crate) mod end;
pub(crate) mod evidence;
pub(crate) mod extend;
pub(crate) mod figures;
pub(crate) mod kind;
pub(crate) mod mandates;
pub(crate) mod nominating;
pub(crate) mod open;
pub(crate) mod paper;
pub(crate) mod posted;
pub(crate) mod print;
pub(crate) mod schedule;
pub(crate) mod seat;
pub(crate) mod tiles;
pub(crate) mod turnout;
pub(crate) mod votes;
pub(crate) mod withdraw;
pub(crate) mod wizard;
pub(crate) mod writing;
