//! Who stands for the election of a matter, as far as a server shows it.

use crate::id::{AgendaId, EntryId, MatterId, OrgId, PersonId};
use crate::strict_json::Strict;
use crate::view::Speaker;

/// Somebody who stands for an election, or did. What they say of themselves travels along.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct CandidateView {
    /// The entry by which they took it back, if they did.
    pub back: Option<EntryId>,
    /// Who stands behind it, as far as everybody may know; none for a root (the server's word).
    pub behind: Option<Speaker>,
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

/// Whom the last vote about a matter elects by its stated totals, each by the entry by which they stand.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ElectedView {
    /// Which vote.
    pub agenda: AgendaId,
    /// Those who follow, in their order.
    pub alternates: Vec<EntryId>,
    /// Whether they are enough to be seated.
    pub enough: bool,
    /// Those who have a seat, in their order.
    pub seated: Vec<EntryId>,
    /// How many seats there are.
    pub seats: u32,
    /// Those who were equal at the last seats: by their lot some of them have one, once its numbers are entered.
    pub tied: Vec<EntryId>,
}

/// Who stands for the election of a matter.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct CandidatesView {
    /// Which matter.
    pub matter: MatterId,
    /// Those whom a notice by the newest roll would name, in its order (the server's word).
    pub ballot: Vec<EntryId>,
    /// In the order in which a notice lists them.
    pub candidates: Vec<CandidateView>,
    /// Whom the last vote about it elects, once it has totals and is an election of candidates (the server's word).
    pub elected: Option<ElectedView>,
    /// The organisation that is stood for: that of those who stand, else the committee that was declared last (the server's word).
    pub org: Option<OrgId>,
    /// Whom the last vote about it elected, if a `seat` of it can be taken now (the server's word).
    pub seat: Option<SeatView>,
    /// The entry that seated those whom the last vote about it elected, if there is one (the server's word).
    pub seated: Option<EntryId>,
    /// The entries that wait for a second person, in the order of the log: to whoever may be one, and each to whoever stands by it.
    pub waiting: Vec<EntryId>,
}
