//! The councils' and residents' meetings about a matter, as far as a server shows them.

use crate::body::MeetingStage;
use crate::id::{EntryId, MatterId};
use crate::strict_json::Strict;

/// A meeting. Its question, place and minutes, and what its rule set goes back to, travel along.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct MeetingView {
    /// The entry that attested its minutes, if there is one.
    pub attested: Option<EntryId>,
    /// Its charter.
    pub charter: EntryId,
    /// The entries that deny what the minutes say of somebody.
    pub denied: Vec<EntryId>,
    /// The entry that called it.
    pub entry: EntryId,
    /// The hands of members that hold, in the order of the log; of homes none are shown.
    pub hands: Vec<EntryId>,
    /// Its minutes, if there are any.
    pub minutes: Option<EntryId>,
    /// Where it stands (the server's word).
    pub stage: MeetingStage,
}

/// The councils' and residents' meetings about a matter.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct MeetingsView {
    /// Which matter.
    pub matter: MatterId,
    /// In the order of the log (that there are no others is the server's word).
    pub meetings: Vec<MeetingView>,
}
