//! What a reader's own homes count for in one vote.

use crate::id::{EntryId, NoticeId, UnitId};
use crate::strict_json::Strict;

/// With what the reader's own parties vote, by the roll that the notice names. The rolls' entries and pages travel along, with
/// the areas and addresses of the reader's own homes; owners, homes and areas stand in them and are not stated again.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct WeightView {
    /// The notice of the vote.
    pub notice: NoticeId,
    /// Pages of these rolls, in the order of the log: those that list the reader's parties and homes, those that could say
    /// otherwise since, and the rest if they are few.
    pub pages: Vec<EntryId>,
    /// Whether parking spaces count in this vote (the server's word).
    pub parking_counts: bool,
    /// The roll of the notice, the one that it changes, and so on; at most 100.
    pub rolls: Vec<EntryId>,
    /// The homes that changed hands after that roll, bought or sold by the reader.
    pub since: Vec<SinceView>,
}

/// A home that changed hands after the roll of a notice.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct SinceView {
    /// The page of a later roll that lists it as another party's. That this roll is the newest is the server's word.
    pub now: EntryId,
    /// The page that lists this party's owners.
    pub owners: EntryId,
    /// The page that lists it in the roll of the notice.
    pub then: EntryId,
    /// The unit.
    pub unit: UnitId,
}
