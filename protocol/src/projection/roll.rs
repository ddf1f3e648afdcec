//! The roll with its names, areas and addresses, and what another one would change: the server's word, with the words of the
//! blobs that it names.

use crate::blob::{Blob, PersonName, Place, UnitFacts};
use crate::body::{ScopeRow, UnitKind};
use crate::id::{BlobId, PartyId, PersonId, RollId, UnitId};
use crate::view::{Opened, OwnerView, RollDifference, RollTotals, RollView, UnitChange, UnitView};

/// An owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollOwner {
    /// The name and phone, if at hand.
    pub name: Option<Blob>,
    /// Who.
    pub person: PersonId,
}

/// A unit as a roll has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollUnit {
    /// The area, if at hand.
    pub facts: Option<Blob>,
    /// What it is.
    pub kind: UnitKind,
    /// Its owners, in the order of their ids.
    pub owners: Vec<RollOwner>,
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

impl RollUnit {
    /// A unit with those of its blobs that `blob` finds.
    pub fn with(view: &UnitView, blob: &dyn Fn(&BlobId) -> Option<Blob>) -> Self {
        let owner =
            |owner: &OwnerView| RollOwner { name: owner.name.as_ref().and_then(blob), person: owner.person };
        Self {
            facts: blob(&view.facts),
            kind: view.kind,
            owners: view.owners.iter().map(owner).collect(),
            party: view.party,
            place: blob(&view.place),
            representative: view.representative,
            scope: view.scope,
            unit: view.unit,
        }
    }

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
        let owner = |owner: &RollOwner| (owner.person, payload(&owner.name));
        let row = |unit: &Self| (unit.party, unit.scope, unit.kind, unit.representative);
        row(self) == row(other)
            && self.is_at_hand()
            && other.is_at_hand()
            && payload(&self.facts) == payload(&other.facts)
            && payload(&self.place) == payload(&other.place)
            && self.owners.iter().map(owner).eq(other.owners.iter().map(owner))
    }
}

impl RollOwner {
    /// The name and phone, if at hand.
    pub fn named(&self) -> Option<PersonName> {
        self.name.as_ref()?.open().ok()
    }
}

/// A page of the newest roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollPart {
    /// Parties of earlier rolls that are on this one no more.
    pub former: Vec<(PartyId, Vec<PersonId>)>,
    /// After which unit the next page begins; none on the last.
    pub next: Option<UnitId>,
    /// Which roll; none before there is one.
    pub roll: Option<RollId>,
    /// The parts of the estate, each after the part it lies in.
    pub scopes: Vec<ScopeRow>,
    /// What it adds up to.
    pub totals: Option<RollTotals>,
    /// The units, in the order of their ids.
    pub units: Vec<RollUnit>,
}

impl RollPart {
    /// What a page says.
    pub fn of(opened: &Opened<'_>, view: RollView) -> Self {
        let RollView { former, next, roll, scopes, totals, units } = view;
        let blob = |id: &BlobId| opened.blob(id).cloned();
        let units = units.iter().map(|unit| RollUnit::with(unit, &blob)).collect();
        Self { former, next, roll, scopes, totals, units }
    }
}

/// What a roll says of a unit, and what another one said before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollUnitChange {
    /// As it will be; none if it is gone.
    pub after: Option<RollUnit>,
    /// As it is; none if it is new.
    pub before: Option<RollUnit>,
}

/// What a roll that waits would change, or a page of that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollChanges {
    /// What the roll adds up to.
    pub after: RollTotals,
    /// What the newest one does; none if it is the first.
    pub before: Option<RollTotals>,
    /// The units that differ, in the order of their ids.
    pub changes: Vec<RollUnitChange>,
    /// After which unit the next page begins; none on the last.
    pub next: Option<UnitId>,
    /// What the parts of the estate are called, by number.
    pub parts: Vec<(u32, String)>,
}

impl RollChanges {
    /// What a page says.
    pub fn of(opened: &Opened<'_>, view: RollDifference) -> Self {
        let RollDifference { after, before, changes, next, parts } = view;
        let blob = |id: &BlobId| opened.blob(id).cloned();
        let unit = |unit: &Option<UnitView>| unit.as_ref().map(|unit| RollUnit::with(unit, &blob));
        let change =
            |change: &UnitChange| RollUnitChange { after: unit(&change.after), before: unit(&change.before) };
        Self { after, before, changes: changes.iter().map(change).collect(), next, parts }
    }
}
