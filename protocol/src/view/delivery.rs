//! How a notice reached homes, and a doorstep round, as far as a server shows them.

use crate::body::DeliveryGrade;
use crate::count::{Outcome, Weight};
use crate::id::{EntryId, NoticeId, PartyId};
use crate::strict_json::Strict;

/// How a notice reached homes. The entries of the reader's own homes travel along; all else is the server's word.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct DeliveryView {
    /// Which notice.
    pub notice: NoticeId,
    /// How many homes it reached, and how: to the desk while the vote runs, to everybody once its totals are stated.
    pub counts: Option<DeliveryCounts>,
    /// What stands for the reader's own homes, in the order of their ids, and the entry that says it.
    #[strict(row("party", "entry"))]
    pub own: Vec<(PartyId, EntryId)>,
    /// What the silent add, where the settings of the vote let them follow the majority; once the totals are stated, to people of
    /// the estate.
    pub silence: Option<SilenceView>,
}

/// How many homes of those entitled a notice reached, and how. None where it is merged with others, because it is of few homes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Strict)]
pub struct DeliveryCounts {
    /// Read on an owner's own phone.
    pub app_read: Option<u64>,
    /// Said by the desk, denied by an owner.
    pub denied: Option<u64>,
    /// Posted after tries in vain.
    pub posted: Option<u64>,
    /// Signed for.
    pub signed_slip: Option<u64>,
    /// Nobody met.
    pub unreachable: Option<u64>,
    /// Nothing said.
    pub unsaid: Option<u64>,
    /// A ballot stands, which shows it by itself; none of these is counted elsewhere.
    pub voted: Option<u64>,
}

/// What those add who were reached and stayed silent.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct SilenceView {
    /// What they weigh together.
    pub silent: Weight,
    /// What would come out of each item, in order, if their silence said nothing.
    pub without: Vec<Outcome>,
}

/// A door of a doorstep round: a home that has not voted. It says nothing of any choice.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct DoorView {
    /// Whose vote is missing.
    pub party: PartyId,
    /// 楼栋.
    pub building: String,
    /// 单元; empty where the building has none.
    pub entrance: String,
    /// 室号.
    pub room: String,
    /// What stands for it, if anything was said.
    pub grade: Option<DeliveryGrade>,
}

/// A doorstep round for a vote that lacks a quorum, until the vote is final. All of it is the server's word.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct RoundView {
    /// Which notice.
    pub notice: NoticeId,
    /// Heads that a quorum still lacks.
    pub missing_heads: u64,
    /// Area that it still lacks, in 0.01 m².
    pub missing_area_c: u64,
    /// The homes that have not voted.
    pub homes: u64,
    /// The fewest of these whose votes would close both gaps; none if not even all of them would.
    pub fewest: Option<u64>,
    /// The doors of each pair, in the order of its walk: those fewest, the largest 400 if there are more.
    pub walks: Vec<Vec<DoorView>>,
}
