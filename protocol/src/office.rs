//! Offices: what each role may hold, which nobody holds together, and how far a grant reaches.

use crate::body::{Capability, Category, OrgKind, Reach, Role, Tier};
use crate::ledger::Ledger;
use crate::state::Roll;

/// The capabilities that concern the whole estate: a grant that is limited to parts of it cannot carry them.
pub const UNDIVIDED: [Capability; 3] = [Capability::Bylaws, Capability::Codes, Capability::Roll];

/// The capabilities by which one person can stand behind another's act, or see what others may not. A person hands them on
/// only within an organisation for which they hold them; across organisations a root gives them. Else a committee could make
/// its own supervisors.
pub const OWN_ORG_ONLY: [Capability; 8] = [
    Capability::Bylaws,
    Capability::Codes,
    Capability::Evidence,
    Capability::Grant,
    Capability::Moderate,
    Capability::Paper,
    Capability::Roll,
    Capability::Tally,
];

impl Role {
    /// Every role, in the order in which a desk lists them.
    pub const ALL: [Role; 12] = [
        Role::Committee,
        Role::Clerk,
        Role::Supervisor,
        Role::Manager,
        Role::Bookkeeper,
        Role::ResidentsCommittee,
        Role::PartyBranch,
        Role::Street,
        Role::Department,
        Role::GridWorker,
        Role::BuildingContact,
        Role::Worker,
    ];

    /// What a role may hold, in alphabetical order. A grant gives all of it or less, never more.
    pub const fn capabilities(self) -> &'static [Capability] {
        use Capability::{
            Answer, Bylaws, Close, Codes, Disclosure, Dispatch, Evidence, Grant, Moderate, Notice, Open,
            Paper, Progress, Raise, Roll, Tally,
        };
        match self {
            Role::Committee => &[
                Answer, Bylaws, Close, Codes, Disclosure, Dispatch, Grant, Moderate, Notice, Open, Paper,
                Progress, Raise, Roll, Tally,
            ],
            Role::Clerk => &[Close, Codes, Disclosure, Open, Paper, Progress, Raise, Roll, Tally],
            Role::Supervisor => &[Bylaws, Close, Codes, Evidence, Moderate, Paper, Roll, Tally],
            Role::Manager => &[Disclosure, Progress, Raise],
            Role::Bookkeeper => &[Disclosure],
            Role::ResidentsCommittee => &[
                Answer, Bylaws, Close, Codes, Dispatch, Grant, Moderate, Notice, Open, Paper, Progress,
                Raise, Roll, Tally,
            ],
            Role::Street => {
                &[Answer, Bylaws, Codes, Dispatch, Evidence, Grant, Moderate, Paper, Progress, Raise, Roll]
            }
            Role::GridWorker => &[Answer, Dispatch, Progress, Raise],
            Role::PartyBranch | Role::BuildingContact | Role::Department => &[Progress, Raise],
            Role::Worker => &[Progress],
        }
    }

    /// The organisations whose people can have the role.
    pub const fn organisations(self) -> &'static [OrgKind] {
        match self {
            Role::Committee => &[OrgKind::Committee],
            Role::Clerk => &[OrgKind::Committee, OrgKind::ResidentsCommittee],
            Role::Supervisor => &[OrgKind::PartyBranch, OrgKind::Street, OrgKind::Supervisors],
            Role::Manager => &[OrgKind::Manager],
            Role::Bookkeeper => &[OrgKind::Committee, OrgKind::Manager],
            Role::ResidentsCommittee => &[OrgKind::ResidentsCommittee],
            Role::PartyBranch => &[OrgKind::PartyBranch],
            Role::Street => &[OrgKind::Street],
            Role::Department => &[OrgKind::Department],
            Role::GridWorker => &[OrgKind::ResidentsCommittee, OrgKind::Street],
            Role::BuildingContact => &[OrgKind::Committee, OrgKind::Other, OrgKind::ResidentsCommittee],
            Role::Worker => &[OrgKind::Other],
        }
    }
}

impl Tier {
    /// The sort of organisation that deals with matters of that tier. Others whose offices reach them may act too, but nobody
    /// waits for them as long as it has such an office.
    pub const fn organisation(self) -> OrgKind {
        match self {
            Tier::Building | Tier::Grid => OrgKind::Committee,
            Tier::Community => OrgKind::ResidentsCommittee,
            Tier::Street => OrgKind::Street,
        }
    }
}

/// Whether one person may act for both: whoever supervises neither hosts nor manages, and the manager's staff hold no
/// office of another organisation.
pub fn go_together(one: (OrgKind, Role), other: (OrgKind, Role)) -> bool {
    let hosts = |role| matches!(role, Role::Committee | Role::Clerk | Role::ResidentsCommittee);
    let managers = |(org, _): (OrgKind, Role)| org == OrgKind::Manager;
    let supervises = |(_, role): (OrgKind, Role)| role == Role::Supervisor;
    let (either, other) = if supervises(other) { (other, one) } else { (one, other) };
    !(supervises(either) && hosts(other.1)) && managers(either) == managers(other)
}

/// What an act is about, as far as an office can be limited. What is not known lies outside every limit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Concern<'a> {
    /// The part of the estate.
    pub scope: Option<u32>,
    /// The tier that handles the matter.
    pub tier: Option<Tier>,
    /// The kind of matter.
    pub category: Option<Category>,
    /// The ledgers: an office must reach all of them, and at least one.
    pub ledgers: &'a [Ledger],
}

impl OrgKind {
    /// The ledgers that an organisation of that sort keeps, in the chart's order. Each has one keeper, so that nobody tells another's
    /// books first, and falsely: what was told stays.
    pub const fn ledgers(self) -> &'static [Ledger] {
        match self {
            OrgKind::Manager => &[
                Ledger::PropertyService,
                Ledger::CommonRevenue,
                Ledger::MaintenanceFund,
                Ledger::SharedUtilities,
            ],
            OrgKind::Committee => &[Ledger::CommitteeFunds],
            OrgKind::Department
            | OrgKind::Other
            | OrgKind::PartyBranch
            | OrgKind::ResidentsCommittee
            | OrgKind::Street
            | OrgKind::Supervisors => &[],
        }
    }
}

/// How far an office goes: what its grant says, for an organisation of which sort.
#[derive(Clone, Copy, Debug)]
pub struct Extent<'a> {
    /// What the grant says.
    pub reach: &'a Reach,
    /// The sort of its organisation; none if that is not declared.
    pub kind: Option<OrgKind>,
}

impl Extent<'_> {
    /// The ledgers that its organisation keeps.
    fn kept(&self) -> &'static [Ledger] {
        self.kind.map_or(&[], OrgKind::ledgers)
    }

    /// Whether an act lies within it; parts of the estate are those of a roll. Where the grant names no ledgers, it reaches those
    /// that the organisation keeps.
    pub fn covers(&self, roll: Option<&Roll>, concern: &Concern<'_>) -> bool {
        let kept =
            self.reach.ledgers.is_some() || concern.ledgers.iter().all(|ledger| self.kept().contains(ledger));
        kept && self.reach.covers(roll, concern)
    }

    /// Whether everything within another one lies within it, as far as it can be handed on. Where it names no ledgers, it hands on
    /// those that its own organisation keeps, and to another those that that one keeps.
    pub fn contains(&self, roll: Option<&Roll>, inner: &Extent<'_>) -> bool {
        let mut named = inner.reach.ledgers.iter().flatten();
        let kept = self.reach.ledgers.is_some()
            || named.all(|ledger| self.kept().contains(ledger) || inner.kept().contains(ledger));
        kept && self.reach.contains(roll, inner.reach)
    }
}

impl Reach {
    /// Whether it is limited in no way.
    pub fn is_everywhere(&self) -> bool {
        *self == Self::default()
    }

    /// Whether each list has members, each once, in ascending order.
    pub fn is_well_formed(&self) -> bool {
        fn sorted<T: Ord>(list: Option<&Vec<T>>) -> bool {
            list.is_none_or(|list| !list.is_empty() && list.is_sorted_by(|left, right| left < right))
        }
        sorted(self.categories.as_ref())
            && sorted(self.ledgers.as_ref())
            && sorted(self.scopes.as_ref())
            && sorted(self.tiers.as_ref())
    }

    /// Whether an act lies within what is listed.
    fn covers(&self, roll: Option<&Roll>, concern: &Concern<'_>) -> bool {
        self.covers_where(&|scope, outer| roll.is_some_and(|roll| roll.lies_in(scope, outer)), concern)
    }

    /// Whether an act lies within what is listed, for whoever knows without a roll whether one part of the estate lies in another:
    /// `lies_in(inner, outer)`, true of a part and itself.
    pub fn covers_where(&self, lies_in: &dyn Fn(u32, u32) -> bool, concern: &Concern<'_>) -> bool {
        let scope = |outer: &Vec<u32>| {
            concern.scope.is_some_and(|scope| outer.iter().any(|outer| lies_in(scope, *outer)))
        };
        let ledgers = |reached: &Vec<Ledger>| {
            !concern.ledgers.is_empty() && concern.ledgers.iter().all(|ledger| reached.contains(ledger))
        };
        self.scopes.as_ref().is_none_or(scope)
            && self.tiers.as_ref().is_none_or(|tiers| concern.tier.is_some_and(|tier| tiers.contains(&tier)))
            && self
                .categories
                .as_ref()
                .is_none_or(|kinds| concern.category.is_some_and(|kind| kinds.contains(&kind)))
            && self.ledgers.as_ref().is_none_or(ledgers)
    }

    /// Whether everything within another reach lies within what is listed. Which ledgers a reach without a list hands on,
    /// [`Extent::contains`] says.
    pub fn contains(&self, roll: Option<&Roll>, inner: &Self) -> bool {
        fn contains<T: PartialEq>(outer: Option<&Vec<T>>, inner: Option<&Vec<T>>) -> bool {
            outer.is_none_or(|outer| inner.is_some_and(|inner| inner.iter().all(|one| outer.contains(one))))
        }
        let lies_in = |scope: &u32, outer: &u32| {
            scope == outer || roll.is_some_and(|roll| roll.lies_in(*scope, *outer))
        };
        let scopes = self.scopes.as_ref().is_none_or(|outer| {
            let within = |scope: &u32| outer.iter().any(|outer| lies_in(scope, outer));
            inner.scopes.as_ref().is_some_and(|inner| inner.iter().all(within))
        });
        scopes
            && contains(self.categories.as_ref(), inner.categories.as_ref())
            && contains(self.ledgers.as_ref(), inner.ledgers.as_ref())
            && contains(self.tiers.as_ref(), inner.tiers.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundles_are_in_the_order_in_which_grants_list_them() {
        for role in Role::ALL {
            assert!(role.capabilities().is_sorted_by(|left, right| left < right), "{role:?}");
            assert!(role.organisations().is_sorted_by(|left, right| left < right), "{role:?}");
        }
    }

    #[test]
    fn whoever_supervises_neither_hosts_nor_manages() {
        let supervisor = (OrgKind::Supervisors, Role::Supervisor);
        for (org, role) in [
            (OrgKind::Committee, Role::Committee),
            (OrgKind::Committee, Role::Clerk),
            (OrgKind::ResidentsCommittee, Role::ResidentsCommittee),
            (OrgKind::Manager, Role::Manager),
            (OrgKind::Manager, Role::Bookkeeper),
        ] {
            assert!(!go_together(supervisor, (org, role)), "{role:?}");
            assert!(!go_together((org, role), supervisor), "{role:?}");
        }
        assert!(go_together(supervisor, (OrgKind::Other, Role::BuildingContact)));
    }

    #[test]
    fn the_managers_staff_hold_no_office_of_another_organisation() {
        let manager = (OrgKind::Manager, Role::Manager);
        assert!(go_together(manager, (OrgKind::Manager, Role::Bookkeeper)));
        assert!(!go_together(manager, (OrgKind::Committee, Role::Bookkeeper)));
        assert!(!go_together((OrgKind::Other, Role::Worker), manager));
        // And none of theirs lets anybody in, counts or hides what people say.
        for role in Role::ALL.into_iter().filter(|role| role.organisations().contains(&OrgKind::Manager)) {
            for barred in [
                Capability::Codes,
                Capability::Roll,
                Capability::Tally,
                Capability::Grant,
                Capability::Moderate,
                Capability::Paper,
            ] {
                assert!(!role.capabilities().contains(&barred), "{role:?} {barred:?}");
            }
        }
    }

    #[test]
    fn each_ledger_has_one_keeper() {
        use OrgKind::{
            Committee, Department, Manager, Other, PartyBranch, ResidentsCommittee, Street, Supervisors,
        };
        let all =
            [Committee, Department, Manager, Other, PartyBranch, ResidentsCommittee, Street, Supervisors];
        for ledger in Ledger::ALL {
            let keepers = all.iter().filter(|kind| kind.ledgers().contains(ledger));
            assert_eq!(keepers.count(), 1, "{ledger:?}");
        }
        for kind in all {
            assert!(kind.ledgers().is_sorted(), "{kind:?}");
        }
    }

    #[test]
    fn what_is_not_known_lies_outside_every_limit() {
        let limited = Reach { tiers: Some(vec![Tier::Grid]), ..Reach::default() };
        assert!(Reach::default().covers(None, &Concern::default()));
        assert!(!limited.covers(None, &Concern::default()));
        assert!(limited.covers(None, &Concern { tier: Some(Tier::Grid), ..Concern::default() }));
        assert!(Reach::default().contains(None, &limited) && !limited.contains(None, &Reach::default()));
    }
}
