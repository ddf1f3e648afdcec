//! The roll for those who keep it, and what a proposed one would change. The server's word; its blobs travel along.

use crate::body::{ScopeRow, UnitKind};
use crate::id::{BlobId, PartyId, PersonId, RollId, UnitId};
use crate::strict_json::Strict;

/// An owner.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct OwnerView {
    /// The name and phone, if the roll commits them.
    pub name: Option<BlobId>,
    /// Who.
    pub person: PersonId,
}

/// A unit as a roll has it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct UnitView {
    /// The area.
    pub facts: BlobId,
    /// What it is.
    pub kind: UnitKind,
    /// Its owners, in the order of their ids.
    pub owners: Vec<OwnerView>,
    /// Its party.
    pub party: PartyId,
    /// The address.
    pub place: BlobId,
    /// Which of several owners votes, by the roll's column.
    pub representative: Option<PersonId>,
    /// The smallest part of the estate that it lies in.
    pub scope: u32,
    /// The unit.
    pub unit: UnitId,
}

impl UnitView {
    /// The blobs that it names.
    pub fn blobs(&self) -> Vec<BlobId> {
        let names = self.owners.iter().filter_map(|owner| owner.name);
        [self.facts, self.place].into_iter().chain(names).collect()
    }
}

/// How many vote by a roll, and with how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
pub struct RollTotals {
    /// The area of all counted units, in 0.01 m².
    pub area_c: u64,
    /// The parties with a counted unit.
    pub heads: u32,
}

/// A page of the newest roll.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct RollView {
    /// Parties of earlier rolls that are on this one no more: whoever buys again is the same party again. On the first page only.
    #[strict(row("party", "owners"))]
    pub former: Vec<(PartyId, Vec<PersonId>)>,
    /// After which unit the next page begins; none on the last.
    pub next: Option<UnitId>,
    /// Which roll; none before there is one.
    pub roll: Option<RollId>,
    /// The parts of the estate, each after the part it lies in.
    #[strict(row("scope", "parent"))]
    pub scopes: Vec<ScopeRow>,
    /// What it adds up to.
    pub totals: Option<RollTotals>,
    /// The units, in the order of their ids.
    pub units: Vec<UnitView>,
}

/// What a roll says of a unit, and what another one said before.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct UnitChange {
    /// As it will be; none if it is gone.
    pub after: Option<UnitView>,
    /// As it is; none if it is new.
    pub before: Option<UnitView>,
}

/// A page of what a roll that waits would change.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct RollDifference {
    /// What the roll adds up to.
    pub after: RollTotals,
    /// What the newest one does; none if it is the first.
    pub before: Option<RollTotals>,
    /// The units that differ, in the order of their ids.
    pub changes: Vec<UnitChange>,
    /// After which unit the next page begins; none on the last.
    pub next: Option<UnitId>,
    /// What the parts of the estate are called, by number, those that the roll adds included.
    #[strict(row("scope", "name"))]
    pub parts: Vec<(u32, String)>,
}
