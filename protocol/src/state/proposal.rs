//! Acts that wait for a second person. What each asks for and does is told by its kind, in `acts`.

use std::collections::BTreeSet;

use super::Actor;
use crate::body::Proposed;
use crate::calendar::DAY_MS;
use crate::id::OrgId;
use crate::strict_json::Strict;

/// How long an act waits for its second person; then it has lapsed.
pub const WAITS_MS: u64 = 14 * DAY_MS;

/// An act that waits, or has waited.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Proposal {
    /// What.
    pub act: Proposed,
    /// By whom.
    pub by: Actor,
    /// For which organisations.
    pub orgs: BTreeSet<OrgId>,
    /// Its place in the log.
    pub index: u64,
    /// Since when, in milliseconds since 1970.
    pub proposed_ms: u64,
    /// The place in the log of the entry that put it in force, if one has.
    pub in_force: Option<u64>,
}

impl Proposal {
    /// Until when it waits, exclusive, in milliseconds since 1970.
    pub fn lapses_ms(&self) -> u64 {
        self.proposed_ms.saturating_add(WAITS_MS)
    }
}
