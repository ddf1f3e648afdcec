//! What somebody can give: pure, so that it is tested without a browser. The rule book decides; this keeps people from
//! filling in what it would refuse.

use yishi_protocol::body::{Capability, Grant, OrgKind, Reach, Role};
use yishi_protocol::id::{OrgId, PersonId};
use yishi_protocol::office::{OWN_ORG_ONLY, UNDIVIDED, go_together};
use yishi_protocol::view::{Officer, OrgView};

/// What a giver can put into an office of an organisation: what the role may hold, and they hold, and may hand on there.
pub(crate) fn offered(held: &[Grant], org: OrgId, role: Role) -> Vec<Capability> {
    let may = |capability: &Capability| {
        let mut with = held.iter().filter(|grant| grant.caps.contains(capability));
        if OWN_ORG_ONLY.contains(capability) {
            with.any(|grant| grant.org == org)
        } else {
            with.next().is_some()
        }
    };
    role.capabilities().iter().copied().filter(may).collect()
}

/// The roles that people of an organisation can have, of which the giver has something to give.
pub(crate) fn roles(held: &[Grant], org: &OrgView) -> Vec<Role> {
    let fits = |role: &Role| role.organisations().contains(&org.kind);
    Role::ALL.into_iter().filter(fits).filter(|role| !offered(held, org.org, *role).is_empty()).collect()
}

/// The last moment until which the giver can give all of these.
pub(crate) fn latest_ms(held: &[Grant], caps: &[Capability]) -> u64 {
    let longest = |capability: &Capability| {
        held.iter()
            .filter(|grant| grant.caps.contains(capability))
            .map(|grant| grant.until_ms)
            .max()
            .unwrap_or(0)
    };
    caps.iter().chain([&Capability::Grant]).map(longest).min().unwrap_or(0)
}

/// Whether what is given can be limited to parts of the estate.
pub(crate) fn can_be_limited(caps: &[Capability]) -> bool {
    !caps.iter().any(|capability| UNDIVIDED.contains(capability))
}

/// The office of a person's that does not go together with a new one.
pub(crate) fn clash(
    officers: &[Officer],
    orgs: &[OrgView],
    person: &PersonId,
    new: (OrgKind, Role),
) -> Option<(OrgKind, Role)> {
    let kind = |org: &OrgId| orgs.iter().find(|view| view.org == *org).map(|view| view.kind);
    let held =
        officers.iter().filter(|officer| officer.person == *person).flat_map(|officer| &officer.offices);
    let mut held = held.filter_map(|office| Some((kind(&office.org)?, office.role)));
    held.find(|held| !go_together(*held, new))
}

/// A list of a reach: none where nothing was chosen.
pub(crate) fn limit<T: Ord>(mut chosen: Vec<T>) -> Option<Vec<T>> {
    chosen.sort();
    chosen.dedup();
    (!chosen.is_empty()).then_some(chosen)
}

/// Whether a reach is as wide as the giver can make it.
pub(crate) fn within(held: &[Grant], reach: &Reach) -> bool {
    let gives = held.iter().filter(|grant| grant.caps.contains(&Capability::Grant));
    // Parts of the estate are nested as a roll says; what lies in what is for the rule book to judge.
    let bare = |reach: &Reach| Reach { scopes: None, ..reach.clone() };
    gives.into_iter().any(|grant| {
        bare(&grant.reach).contains(None, &bare(reach))
            && (grant.reach.scopes.is_none() || reach.scopes.is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::body::Tier;
    use yishi_protocol::id::EntryId;
    use yishi_protocol::view::OfficeView;

    const OURS: OrgId = EntryId::from_bytes([1; 32]);
    const THEIRS: OrgId = EntryId::from_bytes([2; 32]);

    fn held(caps: &[Capability], until_ms: u64) -> Grant {
        Grant {
            caps: caps.to_vec(),
            org: OURS,
            person: PersonId::ZERO,
            reach: Reach::default(),
            role: Role::Committee,
            title: None,
            until_ms,
        }
    }

    fn org(org: OrgId, kind: OrgKind) -> OrgView {
        OrgView { org, kind, name: None, has_root: false }
    }

    #[test]
    fn nobody_is_offered_what_they_do_not_hold() {
        let held = [held(&[Capability::Codes, Capability::Grant], 9)];
        assert_eq!(offered(&held, OURS, Role::Clerk), [Capability::Codes]);
        assert_eq!(offered(&held, OURS, Role::Worker), []);
    }

    #[test]
    fn letting_people_in_stays_in_ones_own_organisation() {
        let held = [held(Role::Committee.capabilities(), 9)];
        assert!(offered(&held, OURS, Role::Clerk).contains(&Capability::Codes));
        assert_eq!(offered(&held, THEIRS, Role::Manager), Role::Manager.capabilities());
        let barred = offered(&held, THEIRS, Role::Supervisor);
        assert_eq!(barred, [Capability::Close], "a committee does not make its supervisors");
    }

    #[test]
    fn roles_are_those_of_the_organisation() {
        let held = [held(Role::Committee.capabilities(), 9)];
        assert_eq!(roles(&held, &org(THEIRS, OrgKind::Manager)), [Role::Manager, Role::Bookkeeper]);
        let own = roles(&held, &org(OURS, OrgKind::Committee));
        assert_eq!(own, [Role::Committee, Role::Clerk, Role::Bookkeeper, Role::BuildingContact]);
    }

    #[test]
    fn an_office_ends_no_later_than_what_it_is_given_from() {
        let held = [held(&[Capability::Grant, Capability::Open], 50), held(&[Capability::Open], 90)];
        assert_eq!(latest_ms(&held, &[Capability::Open]), 50);
        assert_eq!(latest_ms(&held, &[Capability::Tally]), 0);
    }

    #[test]
    fn what_cannot_be_held_together_is_found_before_it_is_signed() {
        let office = OfficeView {
            grant: EntryId::ZERO,
            org: THEIRS,
            role: Role::Manager,
            title: None,
            caps: vec![Capability::Progress],
            reach: Reach::default(),
            since_ms: 0,
            until_ms: 9,
            waits: true,
            by: None,
        };
        let officers = [Officer { person: PersonId::ZERO, title: None, caps: vec![], offices: vec![office] }];
        let orgs = [org(OURS, OrgKind::Committee), org(THEIRS, OrgKind::Manager)];
        let clash = |new| super::clash(&officers, &orgs, &PersonId::ZERO, new);
        assert_eq!(clash((OrgKind::Committee, Role::Clerk)), Some((OrgKind::Manager, Role::Manager)));
        assert_eq!(clash((OrgKind::Manager, Role::Bookkeeper)), None);
    }

    #[test]
    fn letters_and_rolls_have_no_limits_and_others_stay_within_the_givers() {
        assert!(!can_be_limited(&[Capability::Answer, Capability::Codes]));
        assert!(can_be_limited(&[Capability::Answer, Capability::Dispatch]));
        assert_eq!(limit(vec![2, 1, 2]), Some(vec![1, 2]));
        assert_eq!(limit(Vec::<u32>::new()), None);
        let mut grid = held(&[Capability::Grant], 9);
        grid.reach.tiers = Some(vec![Tier::Grid]);
        let narrow = Reach { tiers: Some(vec![Tier::Grid]), ..Reach::default() };
        assert!(within(&[grid.clone()], &narrow) && !within(&[grid], &Reach::default()));
    }
}
