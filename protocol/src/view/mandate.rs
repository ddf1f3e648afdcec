//! Written mandates, as far as a server shows them: to whoever gave or holds one, and to the desk of a vote.

use super::HomeView;
use crate::id::{EntryId, NoticeId, PartyId, PersonId};
use crate::strict_json::Strict;

/// A written mandate. What the proxy was told travels along, for whoever gave it and whoever holds it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct MandateView {
    /// The entry that gave it.
    pub entry: EntryId,
    /// Whether the reader holds it; else a party of theirs has given it (the server's word).
    pub held: bool,
    /// The homes for which its holder votes, shown to the holder.
    pub homes: Vec<HomeView>,
    /// The names of the party's owners, shown to the holder without their phones, and so the server's word. A proxy's name is
    /// not shown to whoever names them: or else everybody's could be found by naming them.
    pub names: Vec<String>,
}

/// The mandates that are in force in votes that are to come or go on, and that the reader holds or a party of theirs has given.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct MandateList {
    /// Vote by vote and party by party, in the order of their ids.
    pub mandates: Vec<MandateView>,
}

/// A mandate in force, to the desk. What the proxy was told is not the desk's to read.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct MandateRow {
    /// Whether two clerks recorded it from a paper.
    pub on_paper: bool,
    /// For which party.
    pub party: PartyId,
    /// Who votes.
    pub proxy: PersonId,
    /// Since when, in milliseconds since 1970.
    pub since_ms: u64,
    /// Until when, exclusive, in milliseconds since 1970; none for as long as the vote goes on.
    pub until_ms: Option<u64>,
}

/// The mandates in force for a vote, to those who see who takes part. All of it is the server's word.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct MandatesOf {
    /// In the order of the parties' ids.
    pub mandates: Vec<MandateRow>,
    /// The vote.
    pub notice: NoticeId,
}
