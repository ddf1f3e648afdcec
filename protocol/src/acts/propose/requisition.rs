//! `requisition`: owners of a fifth of the homes, by heads and by area, demand a vote on a matter. Each signs for a home; once
//! there are enough any of them hands it in, and from then on a vote is owed.
//!
//! No signature states an area: it stays in the log for ever, and would tell whose home is how large. So signatures are counted
//! by heads here, and by area where the requisition is handed in, which states nothing but that it suffices.

use std::collections::BTreeSet;

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::often::Often;
use crate::apply::{Change, Placed};
use crate::blob::{BlobKind, Evidence, UnitFacts};
use crate::body::{Capability, Notice, OrgKind};
use crate::bylaws::Joint;
use crate::calendar::DAY_MS;
use crate::count::{By, Relation, Share, Weight};
use crate::course::{CourseStage, Deed, Subject};
use crate::id::{BlobId, EntryId, Hash, MatterId, NoticeId, PartyId, PersonId, tagged_hash};
use crate::rejection::{Code, Rejection, require};
use crate::state::{AgendaVoters, Map, Matter, Roll, State, Unit};
use crate::strict_json::Strict;
use crate::view::DemandArea;

/// 百分之二十以上的业主: what demands a vote, of heads and of area (Regulations on Property Management, art. 13; DOMAIN R15).
pub const FIFTH: Share = Share { numerator: 1, denominator: 5, relation: Relation::AtLeast };
/// How long the host has for the notice of a vote that is demanded.
pub(crate) const HOST_MS: u64 = 30 * DAY_MS;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum RequisitionStep {
    /// Hands it in, since enough have signed.
    HandIn,
    /// Signs it for a home.
    Sign,
    /// Takes that back.
    TakeBack,
}

/// Demands a vote on a matter for a home, takes that back, or hands the demand in.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Requisition {
    /// On which matter.
    pub matter: MatterId,
    /// For whom.
    pub party: PartyId,
    /// What is done.
    pub step: RequisitionStep,
}

/// A home's signature.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Signature {
    /// Who signed.
    pub person: PersonId,
    /// The place of the entry in the log.
    pub index: u64,
}

/// A requisition that was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct HandedIn {
    /// When, in milliseconds since 1970.
    pub at_ms: u64,
    /// How often the matter had been noticed then.
    pub notices: u32,
}

/// Who demands a vote on a matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Strict)]
#[strict(as_declared)]
pub struct Demand {
    /// The signatures, by home.
    pub signed: Map<PartyId, Signature>,
    /// That it was handed in.
    pub handed_in: Option<HandedIn>,
}

impl Act for Requisition {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        let person = placed.person().ok_or(Code::PersonOnly)?;
        let matter = state.matters.get(&self.matter).ok_or(Code::MatterUnknown)?;
        let subject = Subject::Matter(matter);
        may_sign(state, matter, &self.party, (person, placed.received_ms))?;
        placed.require_vouched(state)?;
        require(matter.demand.handed_in.is_none(), Code::RequisitionMet)?;
        require(placed.lets(state, &subject, Deed::Requisition), Code::MatterUnderWay)?;
        let signed = matter.demand.signed.contains_key(&self.party);
        require(signed != (self.step == RequisitionStep::Sign), Code::RequisitionUnchanged)?;

        let mut demand = matter.demand.clone();
        let once_more = match self.step {
            RequisitionStep::Sign => {
                let of = (Often::Requisition, self.matter.as_bytes().as_slice());
                let once_more = placed.once_more(state, &person, of)?;
                demand.signed.insert(self.party, Signature { person, index: placed.index });
                Some(once_more)
            }
            RequisitionStep::TakeBack => {
                demand.signed.remove(&self.party);
                None
            }
            RequisitionStep::HandIn => {
                let signers: Vec<PartyId> = matter.signers(state).map(|(party, _)| *party).collect();
                let heads = u64::try_from(signers.len()).unwrap_or(u64::MAX);
                require(heads >= matter.demanded_heads(state), Code::RequisitionShort)?;
                let notices = u32::try_from(matter.notices.len()).unwrap_or(u32::MAX);
                demand.handed_in = Some(HandedIn { at_ms: placed.received_ms, notices });
                let gone: Vec<PartyId> =
                    demand.signed.keys().filter(|party| !signers.contains(party)).copied().collect();
                for party in gone {
                    demand.signed.remove(&party);
                }
                None
            }
        };
        let (of, index, received_ms) = (self.matter, placed.index, placed.received_ms);
        Ok(Change::new(move |state| {
            if let Some(once_more) = once_more {
                once_more.note(state);
            }
            let Some(matter) = state.matters.get_mut(&of) else { return };
            if demand.handed_in.is_some() {
                // Nobody has to take up what the owners demand, and nobody has declined, merged or ended it.
                matter.trail.insert(index);
                matter.declined = false;
                matter.merged_into = None;
                matter.closing = None;
                matter.accepted_ms.get_or_insert(received_ms);
            }
            matter.demand = demand;
        }))
    }

    fn follows(&self) -> Option<EntryId> {
        Some(self.matter)
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        Vec::new()
    }

    /// Where it is handed in: that those who signed have a fifth of the area, or can, as far as that is at hand.
    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        if self.step != RequisitionStep::HandIn {
            return Ok(());
        }
        let matter = shown.state.matters.get(&self.matter).ok_or(Code::MatterUnknown)?;
        let meter = Meter::of(shown.state, matter, shown.evidence)?;
        require(meter.can_suffice(), Code::RequisitionShort)?;
        shown.missing.blobs.extend(meter.missing);
        Ok(())
    }

    fn rests_on(&self, state: &State) -> Vec<BlobId> {
        let matter = state.matters.get(&self.matter).filter(|_| self.step == RequisitionStep::HandIn);
        matter.map_or_else(Vec::new, |matter| demand_blobs(state, matter))
    }
}

/// What the areas of those who demand a vote on a matter are added up by: as long as this is the same, so is what they add up to.
pub fn demand_mark(state: &State, matter: &Matter) -> Hash {
    let roll = state.newest_roll().map(|(id, _)| *id);
    let roll = roll.iter().flat_map(|roll| roll.as_bytes().iter().copied());
    let signers = matter.signers(state).flat_map(|(party, _)| party.as_bytes().iter().copied());
    let bytes: Vec<u8> = roll.chain([u8::from(state.bylaws.parking_counts)]).chain(signers).collect();
    Hash::from_bytes(tagged_hash(b"estate-demand/v1\0", &[&bytes]))
}

/// The areas that a requisition about a matter is measured by.
pub fn demand_blobs(state: &State, matter: &Matter) -> Vec<BlobId> {
    let parking_counts = state.bylaws.parking_counts;
    let roll = state.newest_roll().map(|(_, roll)| roll);
    let units = roll.into_iter().flat_map(|roll| roll.counted_units(matter.scope, parking_counts));
    units.map(|(_, unit)| unit.facts).collect()
}

/// Whether somebody signs for a home by the newest roll, as [`may_speak_for`] says.
pub(crate) fn may_sign(
    state: &State,
    matter: &Matter,
    party: &PartyId,
    by: (PersonId, u64),
) -> Result<(), Rejection> {
    let (_, roll) = state.newest_roll().ok_or(Code::RollUnknown)?;
    may_speak_for(state, (roll, matter.scope), party, by)
}

/// Whether somebody acts for a home with a say in a part of the estate, as they would cast its ballot: an owner; of several whoever is
/// named, or any where the settings let any vote; whoever was recorded to act for them. A mandate for one vote lets nobody.
pub(crate) fn may_speak_for(
    state: &State,
    (roll, scope): (&Roll, u32),
    party: &PartyId,
    (person, at_ms): (PersonId, u64),
) -> Result<(), Rejection> {
    let voters = AgendaVoters::in_scope(roll, scope, state.bylaws.parking_counts);
    require(!voters.units_of(party).is_empty(), Code::NotOnRoll)?;
    let named = state.represents(roll, party);
    match roll.role(party, person, named) {
        By::Owner => Ok(()),
        By::CoOwner(_) => match named {
            Some(named) => require(named == person, Code::NotRepresentative),
            None => require(state.bylaws.joint == Joint::AnyUnlessObjected, Code::JointNoRepresentative),
        },
        By::Agent(_) => require(!state.is_managers_staff(&person, at_ms), Code::ProxyBarred),
        By::Proxy(_) => Err(Code::NotOnRoll.into()),
    }
}

impl Matter {
    /// Whether owners are asked to sign at a moment, in milliseconds since 1970: where it could be handed in; of a matter that was ended or
    /// given out, only if somebody has signed, since what is over is rarely one to demand a vote on.
    pub fn asks_to_sign(&self, state: &State, at_ms: u64) -> bool {
        let subject = Subject::Matter(self);
        let stage = subject.stage(state, at_ms);
        let over = subject.course().is_end(stage) && stage != CourseStage::Declined;
        let given_out = matches!(stage, CourseStage::AtWork | CourseStage::Marking | CourseStage::Marked);
        subject.course().lets(stage, Deed::Requisition)
            && self.demand.handed_in.is_none()
            && (!(over || given_out) || self.signers(state).next().is_some())
    }

    /// The signatures that count now, in the order of the parties: by the newest roll, of homes with a say whose signer still is
    /// an owner there or acts for them. Whoever has sold demands nothing.
    pub fn signers<'a>(&'a self, state: &'a State) -> impl Iterator<Item = (&'a PartyId, &'a Signature)> {
        let roll = state.newest_roll().map(|(_, roll)| roll);
        let counts = move |roll: &'a Roll, party: &PartyId, signature: &Signature| {
            let voters = AgendaVoters::in_scope(roll, self.scope, state.bylaws.parking_counts);
            let owners = roll.parties.get(party).map(|party| party.persons.as_slice()).unwrap_or_default();
            let is_theirs =
                owners.contains(&signature.person) || state.represents(roll, party) == Some(signature.person);
            is_theirs && !voters.units_of(party).is_empty()
        };
        let signed = self.demand.signed.iter();
        signed.filter(move |(party, signature)| roll.is_some_and(|roll| counts(roll, party, signature)))
    }

    /// The parties for which somebody may sign at a moment, in milliseconds since 1970, and whether each has signed.
    pub fn signing(&self, state: &State, person: &PersonId, at_ms: u64) -> Vec<(PartyId, bool)> {
        let Some((_, roll)) = state.newest_roll() else { return Vec::new() };
        let may = |party: &&PartyId| may_sign(state, self, party, (*person, at_ms)).is_ok();
        let parties = roll.parties.keys().filter(may);
        parties.map(|party| (*party, self.demand.signed.contains_key(party))).collect()
    }

    /// How many homes demand a vote by a fifth of the heads.
    pub fn demanded_heads(&self, state: &State) -> u64 {
        let heads = u64::try_from(self.heads_with_say(state)).unwrap_or(u64::MAX);
        FIFTH.least_of(heads)
    }

    /// Whether a vote is owed that nobody has noticed since the requisition was handed in, or whose notice came to nothing;
    /// `vote` is where the last vote about it stands.
    pub(crate) fn is_owed(&self, vote: Option<CourseStage>) -> bool {
        let notices = u32::try_from(self.notices.len()).unwrap_or(u32::MAX);
        self.demand.handed_in.is_some_and(|handed_in| {
            let missed = matches!(vote, Some(CourseStage::NotHeld | CourseStage::Withdrawn));
            notices <= handed_in.notices || missed
        })
    }
}

/// How far a requisition is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meter {
    /// What those weigh who signed: heads, and the areas at hand in 0.01 m².
    pub signed: Weight,
    /// What all with a say weigh, likewise.
    pub whole: Weight,
    /// Whether the area of somebody who signed is not at hand.
    gap: bool,
    /// The areas that are not at hand.
    pub missing: Vec<BlobId>,
}

impl Meter {
    /// How far it is, by the newest roll in the matter's scope.
    ///
    /// # Errors
    /// What a blob breaks that is at hand but does not fit the entry naming it.
    pub fn of(state: &State, matter: &Matter, evidence: &Evidence) -> Result<Self, Rejection> {
        let signers: BTreeSet<PartyId> = matter.signers(state).map(|(party, _)| *party).collect();
        let heads = |heads: usize| u64::try_from(heads).unwrap_or(u64::MAX);
        let mut meter = Meter::default();
        meter.signed.heads = heads(signers.len());
        meter.whole.heads = heads(matter.heads_with_say(state));
        let roll = state.newest_roll().map(|(_, roll)| roll);
        let parking_counts = state.bylaws.parking_counts;
        let units = roll.into_iter().flat_map(|roll| roll.counted_units(matter.scope, parking_counts));
        for (_, unit) in units {
            meter.add(unit, signers.contains(&unit.party), evidence)?;
        }
        Ok(meter)
    }

    fn add(&mut self, unit: &Unit, signs: bool, evidence: &Evidence) -> Result<(), Rejection> {
        let Some(facts) = evidence.read::<UnitFacts>(&unit.facts, BlobKind::Unit, &Hash::ZERO)? else {
            self.gap |= signs;
            self.missing.push(unit.facts);
            return Ok(());
        };
        self.whole.area_c = self.whole.area_c.saturating_add(facts.area_c.into());
        if signs {
            self.signed.area_c = self.signed.area_c.saturating_add(facts.area_c.into());
        }
        Ok(())
    }

    /// A fifth of both, by what is at hand.
    pub fn needed(&self) -> Weight {
        Weight { area_c: FIFTH.least_of(self.whole.area_c), heads: FIFTH.least_of(self.whole.heads) }
    }

    /// How much is missing for that.
    pub fn lacks(&self) -> Weight {
        self.needed().without(self.signed)
    }

    /// How much of the area has signed, as far as people are told.
    pub fn area(&self) -> DemandArea {
        let needed_c = self.needed().area_c;
        match self.signed.area_c {
            signed_c if signed_c >= needed_c => DemandArea::Enough,
            signed_c if signed_c.saturating_mul(2) >= needed_c => DemandArea::Half,
            _ => DemandArea::Little,
        }
    }

    /// Whether it suffices, or could if what is missing were as large as can be where somebody signed, and nothing elsewhere.
    fn can_suffice(&self) -> bool {
        let lacks = self.lacks();
        lacks.heads == 0 && (lacks.area_c == 0 || self.gap)
    }
}

impl Notice {
    /// Whether the vote is called: owners demanded it, and the host has let its time pass. From then on a residents' committee gives
    /// notice of it and sees it through; where the host does so after all, it can neither take that back nor leave it unopened, or
    /// it could go on so without end.
    pub(crate) fn is_called(&self, state: &State, at_ms: u64) -> bool {
        let matter = self.matter.and_then(|matter| state.matters.get(&matter));
        matter
            .is_some_and(|matter| Subject::Matter(matter).stage(state, at_ms) == CourseStage::DemandReferred)
    }
}

impl Placed {
    /// Whether the author holds a capability for a residents' committee now.
    pub(crate) fn is_residents_committee(&self, state: &State, capability: Capability) -> bool {
        self.person()
            .is_some_and(|person| state.is_of_residents_committee(&person, capability, self.received_ms))
    }

    /// Whether the author acts about a vote by the right of the residents' committee, which called it.
    pub(crate) fn acts_for_caller(&self, state: &State, notice: &NoticeId, capability: Capability) -> bool {
        let called = state.notices.get(notice).is_some_and(|notice| notice.called);
        called && self.is_residents_committee(state, capability)
    }
}

impl State {
    /// Whether somebody holds a capability for a residents' committee at a moment.
    pub(crate) fn is_of_residents_committee(
        &self,
        person: &PersonId,
        capability: Capability,
        at_ms: u64,
    ) -> bool {
        let orgs = self.grants_of(person, capability, at_ms).filter_map(|grant| self.orgs.get(&grant.org));
        orgs.into_iter().any(|org| org.kind == OrgKind::ResidentsCommittee)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn suffices(area_c: u64, heads: u64, gap: bool) -> bool {
        let (signed, whole) = (Weight { area_c, heads }, Weight { area_c: 99_570, heads: 11 });
        Meter { signed, whole, gap, missing: Vec::new() }.can_suffice()
    }

    #[test]
    fn a_fifth_is_enough_and_a_hundredth_of_a_square_metre_or_a_home_less_is_not() {
        assert!(suffices(19_914, 3, false));
        assert!(!suffices(19_913, 3, false));
        assert!(!suffices(99_570, 2, false));
        assert!(suffices(0, 3, true), "what is missing may be large");
        assert!(!suffices(0, 2, true), "heads are known");
    }
}
