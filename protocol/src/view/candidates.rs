//! Who stands for the election of a matter, as far as a server shows it.

use crate::id::{AgendaId, EntryId, MatterId, OrgId, PersonId};
use crate::strict_json::Strict;

/// Somebody who stands for an election, or did. What they say of themselves travels along.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct CandidateView {
    /// The entry by which they took it back, if they did.
    pub back: Option<EntryId>,
    /// The entry that put it in force: since then they are posted.
    pub confirmed: EntryId,
    /// The entry by which they stand.
    pub entry: EntryId,
}

/// What a `seat` would say now.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct SeatView {
    /// Which vote.
    pub agenda: AgendaId,
    /// Which organisation.
    pub org: OrgId,
    /// Who is seated, in ascending order.
    pub persons: Vec<PersonId>,
    /// Until when, exclusive, in milliseconds since 1970.
    pub until_ms: u64,
}

/// Who stands for the election of a matter.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct CandidatesView {
    /// Which matter.
    pub matter: MatterId,
    /// In the order in which a notice lists them.
    pub candidates: Vec<CandidateView>,
    /// The organisation that is stood for: that of those who stand, else the committee that was declared last (the server's word).
    pub org: Option<OrgId>,
    /// Whom the last vote about it elected, if that is final, they are enough and nobody was seated by it (the server's word).
    pub seat: Option<SeatView>,
    /// The entry that seated those whom the last vote about it elected, if there is one (the server's word).
    pub seated: Option<EntryId>,
    /// The entries that wait for a second person, in the order of the log: to whoever may be one, and each to whoever stands by it.
    pub waiting: Vec<EntryId>,
}
