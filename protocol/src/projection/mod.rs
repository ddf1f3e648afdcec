//! What an opened answer shows: each projection says which of its entries and blobs must agree, and keeps what they prove apart
//! from what is only stated.
//!
//! A [`Served`](crate::view::Served) answer proves of each entry that it stands in the log. That they belong together (the notice to the
//! vote that was asked for, the reply to the question) is told here, once for every reader. Whatever does not agree is refused
//! with `ANSWER_MISMATCH`. Nothing here fetches, knows the time or draws; and no projection needs another kind of answer's, so
//! that a phone loads those that it shows.

mod at_hand;
pub mod authority;
mod ballot;
mod books;
mod candidates;
mod delivery;
mod erasing;
mod founded;
mod grants;
mod held;
mod help;
mod hidden;
mod home;
mod letter;
mod mandate;
mod matter;
mod me;
mod meeting;
mod person;
mod reviewed;
mod roll;
mod sheet;
mod stated;
mod voices;
mod vote;
mod waiting;
mod weight;

pub use at_hand::{AtHand, Gone};
pub use ballot::Ballot;
pub use books::{Asked, Disclosed, ledger_page};
pub use candidates::Candidate;
pub use delivery::{Delivered, OwnDelivery};
pub use erasing::{BlobSays, Erasing, Erasure};
pub use founded::Founded;
pub use grants::grants;
pub use held::{Held, HeldBallot, HeldDelivery, HeldReading, HeldWords};
pub use help::Help;
pub use hidden::{Hidden, ModeratedWords, Resident};
pub use home::Home;
pub use letter::Letter;
pub use mandate::Mandate;
pub use matter::{Act, Matter, Said};
pub use me::Me;
pub use meeting::Met;
pub use person::person_name;
pub use reviewed::Reviewed;
pub use roll::{RollChanges, RollOwner, RollPart, RollUnit, RollUnitChange};
pub use sheet::{OwnPaper, Stub};
pub use stated::{Annulled, Called, DisputeRuled, Disputed, Ended, Stated};
pub use voices::{Voice, on_side, voices};
pub use vote::{Extended, Vote, Withdrawn};
pub use waiting::Waiting;
pub use weight::{Since, Weighed, WeighedUnit, Weights};
