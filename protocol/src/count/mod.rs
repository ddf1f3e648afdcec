//! Counting: which ballots stand, what they add up to, and what follows from it.
//!
//! ```text
//! casts ──VoteBook──▶ standing ballots ──Poll──▶ resolution | election ──▶ Count
//! ```
//! Everything is an exact integer: area in 0.01 m², heads, and comparisons as products. The same code counts a log
//! ([`count`]) and a vote that is written down as a case file.

mod agenda;
mod areas;
mod bounds;
mod contested;
mod doors;
mod election;
mod late;
mod left_out;
mod margin;
mod papers;
mod poll;
mod resolution;
mod setting;
mod silent;
mod stated;
mod struck;
mod threshold;
mod turnout;
mod vote_book;
mod weak;
mod weight;

pub(crate) use agenda::count_without;
pub use agenda::{Count, Counted, ItemCount, ItemResult, count, counted_tree, margins};
pub use areas::{Areas, areas};
pub(crate) use bounds::{check_area, check_scope_area, check_score, check_tally, missing_for};
pub(crate) use contested::holds_whatever;
pub use doors::{Door, fewest_doors, walks};
pub(crate) use election::seat_stated;
pub use election::{CandidateCount, ElectionCount, count_election};
pub use late::{LateKeys, late_keys};
pub use left_out::{LeftOut, left_out};
pub use margin::{Margin, Margins, margin};
pub use papers::{Papers, PapersView, papers};
pub use poll::{Marks, Outcome, Poll, PollRules, Return};
pub use resolution::{ABSTAIN, AGAINST, Checks, FOR, ResolutionCount, count_resolution};
pub use setting::{Setting, poll_rules, sensitive_settings};
pub use silent::{Reached, Silence, reached, silence, silent_parties};
pub use stated::{Rank, stated_outcome, stated_ranks};
pub use struck::{Recount, StandingBallot};
pub use threshold::{Comparison, QUORUM, Relation, Share, consent_share, is_stricter};
pub use turnout::{DayTurnout, PartTurnout, Turnout, public_turnout, turnout};
pub use vote_book::{
    By, Cast, Channel, Judgement, Mandate, Mark, Ruling, Settled, TrailLine, VoteBook, Voter, Voters,
};
pub use weak::{Weakness, count_weak, weak_ballots};
pub use weight::Weight;
