//! Whoever hands offices on in whatever order, nobody comes to hold more, or for longer, than somebody above them gave.

use std::sync::LazyLock;

use proptest::prelude::*;
use yishi_protocol::body::{Capability, Grant, OrgKind, Reach, Role};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::OrgId;
use yishi_tests::people::person;
use yishi_tests::stairwell::{ESTATE, GARAGE, STAIRWELL, grant, hour, listed, org};
use yishi_tests::story::Story;

/// Who hands on: two roots, and people.
const GIVERS: [&str; 8] = ["root", "second root", "host", "wang", "li", "wu", "zheng", "chen"];
const ROLES: [(OrgKind, Role); 5] = [
    (OrgKind::Committee, Role::Committee),
    (OrgKind::Committee, Role::Clerk),
    (OrgKind::ResidentsCommittee, Role::ResidentsCommittee),
    (OrgKind::ResidentsCommittee, Role::GridWorker),
    (OrgKind::Manager, Role::Manager),
];
/// What is handed on within one organisation only, where it is given.
const BOUND: [Capability; 6] = [
    Capability::Bylaws,
    Capability::Codes,
    Capability::Evidence,
    Capability::Grant,
    Capability::Roll,
    Capability::Tally,
];

static LISTED: LazyLock<Story> = LazyLock::new(|| listed().unwrap().0);

/// A grant as it is tried: who gives, to whom, in which role, which of its capabilities, for how many days, how far.
type Tried = (usize, usize, usize, u32, u64, usize);

fn tried() -> impl Strategy<Value = Tried> {
    (0..GIVERS.len(), 2..GIVERS.len(), 0..ROLES.len(), any::<u32>(), 1..280_u64, 0..4_usize)
}

fn scopes(choice: usize) -> Option<Vec<u32>> {
    [None, Some(vec![ESTATE]), Some(vec![STAIRWELL]), Some(vec![GARAGE])][choice].clone()
}

/// Whether one reach lies in another: the estate holds both other parts.
fn lies_in(inner: Option<&Vec<u32>>, outer: Option<&Vec<u32>>) -> bool {
    match (inner, outer) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(inner), Some(outer)) => {
            inner.iter().all(|scope| outer.contains(scope) || outer.contains(&ESTATE))
        }
    }
}

/// A grant that the rules took, and how far it is from a root.
struct Given {
    grant: Grant,
    depth: u32,
}

/// The least depth at which the giver holds a capability widely enough to hand it on so; none if not at all.
fn held(given: &[Given], giver: &str, capability: Capability, new: &Grant) -> Option<u32> {
    // That the giver may give at all, they may hold of any organisation.
    let bound = new.caps.contains(&capability) && BOUND.contains(&capability);
    let within = |org: OrgId| org == new.org || !bound;
    let wide = given.iter().filter(|earlier| {
        let Grant { person: to, caps, until_ms, reach, .. } = &earlier.grant;
        *to == person(giver)
            && caps.contains(&capability)
            && *until_ms >= new.until_ms
            && within(earlier.grant.org)
            && lies_in(new.reach.scopes.as_ref(), reach.scopes.as_ref())
    });
    wide.map(|earlier| earlier.depth).min()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_tree_of_grants_gives_more_than_its_root_gave(all in prop::collection::vec(tried(), 1..40)) {
        let mut story = LISTED.clone();
        let state = story.log.state();
        // What the host holds already.
        let until_ms = hour(12, 31, 0);
        let (kind, role) = ROLES[0];
        let first = grant(state, "host", (kind, role), role.capabilities(), until_ms);
        let mut given = vec![Given { grant: first, depth: 1 }];
        for (giver, to, role, caps, days, reach) in all {
            let (giver, to, (kind, role)) = (GIVERS[giver], GIVERS[to], ROLES[role]);
            let chosen = role.capabilities().iter().zip(0..).filter(|(_, bit)| caps >> bit & 1 == 1);
            let chosen: Vec<Capability> = chosen.map(|(capability, _)| *capability).collect();
            let reach = Reach { scopes: scopes(reach), ..Reach::default() };
            let until_ms = story.now_ms + days * DAY_MS;
            let body = Grant { reach, ..grant(story.log.state(), to, (kind, role), &chosen, until_ms) };
            prop_assert_eq!(body.org, org(story.log.state(), kind));
            if story.say(giver, body.clone(), vec![]).is_err() {
                continue;
            }
            let depth = if giver.ends_with("root") {
                1
            } else {
                let asked = body.caps.iter().chain([&Capability::Grant]);
                let depths: Option<Vec<u32>> =
                    asked.map(|capability| held(&given, giver, *capability, &body)).collect();
                let depths = depths.expect("somebody gave what they do not hold");
                depths.into_iter().max().unwrap_or_default() + 1
            };
            prop_assert!(depth <= 3, "three entries prove any right");
            given.push(Given { grant: body, depth });
        }
    }
}
