//! The roll for those who keep it, and what a proposed one would change. The server's word; blobs open against the ids on the
//! roll's pages.

use crate::blob::{Blob, PersonName, Place, UnitFacts};
use crate::body::{ScopeRow, UnitKind};
use crate::id::{PartyId, PersonId, RollId, UnitId};
use crate::strict_json::Strict;

/// An owner.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct OwnerView {
    /// The name and phone, if at hand.
    pub name: Option<Blob>,
    /// Who.
    pub person: PersonId,
}

/// A unit as a roll has it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct UnitView {
    /// The area, if at hand.
    pub facts: Option<Blob>,
    /// What it is.
    pub kind: UnitKind,
    /// Its owners, in the order of their ids.
    pub owners: Vec<OwnerView>,
    /// Its party.
    pub party: PartyId,
    /// The address, if at hand.
    pub place: Option<Blob>,
    /// Which of several owners votes, by the roll's column.
    pub representative: Option<PersonId>,
    /// The smallest part of the estate that it lies in.
    pub scope: u32,
    /// The unit.
    pub unit: UnitId,
}

impl UnitView {
    /// The area in 0.01 m², if at hand.
    pub fn area_c(&self) -> Option<u32> {
        self.facts.as_ref()?.open::<UnitFacts>().ok().map(|facts| facts.area_c)
    }

    /// The address, if at hand.
    pub fn address(&self) -> Option<Place> {
        self.place.as_ref()?.open().ok()
    }

    /// Whether everything that its row names is at hand.
    fn is_at_hand(&self) -> bool {
        let names = self.owners.iter().all(|owner| owner.name.is_some());
        names && self.facts.is_some() && self.place.is_some()
    }

    /// Whether another says the same, though its blobs may be others. What is not at hand cannot be told, so it
    /// differs.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let payload = |blob: &Option<Blob>| blob.as_ref().map(|blob| blob.payload.clone());
        let owner = |owner: &OwnerView| (owner.person, payload(&owner.name));
        let row = |view: &Self| (view.party, view.scope, view.kind, view.representative);
        row(self) == row(other)
            && self.is_at_hand()
            && other.is_at_hand()
            && payload(&self.facts) == payload(&other.facts)
            && payload(&self.place) == payload(&other.place)
            && self.owners.iter().map(owner).eq(other.owners.iter().map(owner))
    }
}

impl OwnerView {
    /// The name and phone, if at hand.
    pub fn named(&self) -> Option<PersonName> {
        self.name.as_ref()?.open().ok()
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
