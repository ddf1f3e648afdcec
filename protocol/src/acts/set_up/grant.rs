//! `grant`: gives a person an office until a date. Grants form a tree from the roots and only ever narrow.
//!
//! A person whose key nobody but one issuer stands behind has an office only once its giver, or a root, has confirmed that
//! key: else whoever issued their letter would have it.

use crate::acts::Act;
use crate::admit::Shown;
use crate::apply::{Change, Placed};
use crate::body::{Capability, Category, Tier};
use crate::id::{BlobId, OrgId, PersonId};
use crate::ledger::Ledger;
use crate::office::{Extent, OWN_ORG_ONLY, UNDIVIDED, go_together};
use crate::rejection::{Code, Rejection, require};
use crate::state::{Actor, GrantRecord, KeyRecord, Org, Person, State};
use crate::strict_json::Strict;

/// How many hands a capability may pass through, so that a screen can prove an author's right with three entries.
const MAX_DEPTH: u32 = 3;

/// An office: a bundle of capabilities by name. [`crate::office`] says what each may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Role {
    /// 会计: keeps books.
    Bookkeeper,
    /// 楼栋长: speaks for a building.
    BuildingContact,
    /// 经办人: does the committee's paper work.
    Clerk,
    /// 业委会成员: hosts votes and answers matters.
    Committee,
    /// 部门.
    Department,
    /// 网格员.
    GridWorker,
    /// 物业: reports on work and publishes books.
    Manager,
    /// 党支部: reviews.
    PartyBranch,
    /// 居委会: guides, and hosts where there is no committee.
    ResidentsCommittee,
    /// 街道.
    Street,
    /// 监督人: reads evidence and counts.
    Supervisor,
    /// Takes work on: a contractor, a volunteer.
    Worker,
}

/// How far an office goes; null is everywhere. Each list has at least one member, each once, in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Strict)]
pub struct Reach {
    /// Kinds of matters. A matter whose author named no kind lies outside.
    pub categories: Option<Vec<Category>>,
    /// Ledgers, in the chart's order. Null is those that the organisation keeps.
    pub ledgers: Option<Vec<Ledger>>,
    /// Parts of the estate, each with what lies in it, on the newest roll.
    pub scopes: Option<Vec<u32>>,
    /// Tiers of matters.
    pub tiers: Option<Vec<Tier>>,
}

/// Gives a person an office until a date.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Grant {
    /// What is given, each once, in alphabetical order.
    pub caps: Vec<Capability>,
    /// For which organisation.
    pub org: OrgId,
    /// To whom.
    pub person: PersonId,
    /// How far it goes.
    pub reach: Reach,
    /// The office.
    pub role: Role,
    /// What screens call this office (主任, 3栋楼栋长), a blob of kind `statement`; none if role and organisation say it.
    pub title: Option<BlobId>,
    /// Until when, exclusive, in milliseconds since 1970.
    pub until_ms: u64,
}

impl Grant {
    /// Whether it still holds at a moment.
    pub fn is_in_force(&self, at_ms: u64) -> bool {
        at_ms < self.until_ms
    }
}

impl Act for Grant {
    fn check(&self, state: &State, placed: &Placed) -> Result<Change, Rejection> {
        placed.require(state, Capability::Grant)?;
        let listed = !self.caps.is_empty() && self.caps.is_sorted_by(|left, right| left < right);
        require(listed, Code::GrantInvalid)?;
        require(self.is_in_force(placed.received_ms), Code::GrantExpired)?;
        let org = state.orgs.get(&self.org).ok_or(Code::OrgUnknown)?;
        check_office(state, org, self)?;
        let person = state.persons.get(&self.person).ok_or(Code::PersonUnknown)?;
        check_together(state, placed, person, org, self)?;

        let by = placed.actor()?;
        let depth = match by {
            Actor::Person(granter) => narrowed_depth(state, placed, granter, (org, self))?,
            // Roots give anything, they are where all grants come from: but none in the name of another root's organisation, which
            // would make one of them two; nor of one whose people were elected, who give its offices themselves.
            Actor::Root(key) => {
                require(
                    org.root.is_none_or(|root| root == key) && org.seated.is_none(),
                    Code::GrantOtherOrg,
                )?;
                1
            }
        };
        let vouched = |key| state.keys.get(key).is_some_and(KeyRecord::is_vouched);
        let waits = !person.live_keys(&state.keys).any(vouched);
        let grant = GrantRecord {
            entry: placed.id,
            by,
            caps: self.caps.clone(),
            org: self.org,
            reach: self.reach.clone(),
            role: self.role,
            title: self.title,
            since_ms: placed.received_ms,
            until_ms: self.until_ms,
            depth,
            waits,
            ended_ms: None,
            seated_by: None,
        };
        let person = self.person;
        Ok(Change::new(move |state| {
            state.persons.change(person, |person| person.grants.push(grant));
        }))
    }

    fn named_blobs(&self) -> Vec<BlobId> {
        self.title.into_iter().collect()
    }

    fn kept_words(&self) -> Vec<BlobId> {
        self.named_blobs()
    }

    fn admit(&self, shown: &mut Shown<'_>) -> Result<(), Rejection> {
        self.title.as_ref().map_or(Ok(()), |title| shown.statement(title))
    }
}

/// That the role has what is given, in such an organisation, as far as it reaches.
fn check_office(state: &State, org: &Org, body: &Grant) -> Result<(), Rejection> {
    let may_hold = body.caps.iter().all(|capability| body.role.capabilities().contains(capability));
    require(may_hold && body.role.organisations().contains(&org.kind), Code::RoleInvalid)?;
    require(body.reach.is_well_formed(), Code::ReachInvalid)?;
    let whole = body.reach.is_everywhere() || !body.caps.iter().any(|cap| UNDIVIDED.contains(cap));
    require(whole, Code::ReachInvalid)?;
    let roll = state.newest_roll().map(|(_, roll)| roll);
    let known = |scope: &u32| roll.is_some_and(|roll| roll.scopes.contains_key(scope));
    require(body.reach.scopes.iter().flatten().all(known), Code::ScopeUnknown)
}

/// That the person's other offices go together with this one, those that wait included.
fn check_together(
    state: &State,
    placed: &Placed,
    person: &Person,
    org: &Org,
    body: &Grant,
) -> Result<(), Rejection> {
    let held = person.grants.iter().filter(|grant| grant.may_come_into_force(placed.received_ms));
    let mut held = held.filter_map(|grant| Some((state.orgs.get(&grant.org)?.kind, grant.role)));
    require(held.all(|held| go_together(held, (org.kind, body.role))), Code::OfficesClash)
}

/// The depth of the new grant, if the granter holds everything it gives, as far and for at least as long.
fn narrowed_depth(
    state: &State,
    placed: &Placed,
    granter: PersonId,
    (org, body): (&Org, &Grant),
) -> Result<u32, Rejection> {
    let roll = state.newest_roll().map(|(_, roll)| roll);
    let given = Extent { reach: &body.reach, kind: Some(org.kind) };
    let mut deepest = 0;
    for capability in body.caps.iter().chain([&Capability::Grant]) {
        let held = state
            .grants_of(&granter, *capability, placed.received_ms)
            .filter(|held| held.until_ms >= body.until_ms && state.extent(held).contains(roll, &given));
        let least = held.clone().map(|held| held.depth).min();
        deepest = deepest.max(least.ok_or(Code::GrantWidens)?);
        let own = held.clone().any(|held| held.org == body.org);
        let given = body.caps.contains(capability);
        require(!given || !OWN_ORG_ONLY.contains(capability) || own, Code::GrantOtherOrg)?;
    }
    require(deepest < MAX_DEPTH, Code::GrantTooDeep)?;
    Ok(deepest.saturating_add(1))
}
