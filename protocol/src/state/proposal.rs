//! Acts that wait for a second person.

use std::collections::BTreeSet;

use super::Actor;
use crate::body::{Bylaws, Capability, EnrolInPerson, HelpLine, Representative, Revoke, Roll, RollChange};
use crate::calendar::DAY_MS;
use crate::id::OrgId;
use crate::strict_json::Strict;

/// How long an act waits for its second person; then it has lapsed.
pub const WAITS_MS: u64 = 14 * DAY_MS;

/// What was proposed.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared, rename_all = "kebab-case")]
pub enum Proposed {
    /// The owners' first settings.
    Bylaws(Bylaws),
    /// A device at the desk.
    EnrolInPerson(EnrolInPerson),
    /// Where an organisation is found and rung.
    HelpLine(HelpLine),
    /// Who acts for an owner, from a document.
    Representative(Representative),
    /// Somebody else's device retired.
    Revoke(Revoke),
    /// A roll.
    Roll(Roll),
    /// What changes the newest roll.
    RollChange(RollChange),
}

impl Proposed {
    /// What its author holds.
    pub const fn capability(&self) -> Capability {
        match self {
            Proposed::Bylaws(_) => Capability::Bylaws,
            Proposed::EnrolInPerson(_) | Proposed::Revoke(_) => Capability::Codes,
            Proposed::HelpLine(_) => Capability::Raise,
            Proposed::Representative(_) | Proposed::Roll(_) | Proposed::RollChange(_) => Capability::Roll,
        }
    }

    /// What whoever confirms it holds, a root aside.
    pub const fn second_capability(&self) -> Capability {
        match self {
            // Volunteers and contractors bring up matters for others too: people are sent where those say who let them in.
            Proposed::HelpLine(_) => Capability::Codes,
            Proposed::Bylaws(_)
            | Proposed::EnrolInPerson(_)
            | Proposed::Representative(_)
            | Proposed::Revoke(_)
            | Proposed::Roll(_)
            | Proposed::RollChange(_) => self.capability(),
        }
    }
}

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
