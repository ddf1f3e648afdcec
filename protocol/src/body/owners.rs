//! Bodies by which the owners settle who votes for a home, and under which settings.

use serde::{Deserialize, Serialize};

use crate::bylaws::Bylaws as Settings;
use crate::id::{AgendaId, EntryId, Hash, PartyId, PersonId};
use crate::strict_json::strict;

/// Publishes the settings that the owners adopted (Civil Code 278(1)①).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bylaws {
    /// The agenda and the number of its item that adopted them; none for the first, and for those that only tighten.
    pub decision: Option<(AgendaId, u32)>,
    /// SHA-256 of the adopted document's file.
    pub document: Hash,
    /// All settings, as they are from now on.
    pub settings: Settings,
}

/// Names who votes for a party: by each of its owners, or by two clerks from a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Representative {
    /// SHA-256 of the document that says so (a guardian's, an heir's, a company's agent's), if a clerk records it.
    pub document: Option<Hash>,
    /// For which party.
    pub party: PartyId,
    /// Who votes.
    pub person: PersonId,
}

/// A co-owner holds the ballot of another, or lets it go again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Object {
    /// The entry of the ballot.
    pub ballot: EntryId,
    /// Whether it is held from now on.
    pub stands: bool,
}

strict!(Bylaws { decision, document, settings });
strict!(Representative { document, party, person });
strict!(Object { ballot, stands });
