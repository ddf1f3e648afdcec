//! Whatever is given, taken back and cast in whatever order, and however much of it in one millisecond: a count finds what the
//! door let stand, and no proxy's ballot stands where the owner has cast one.

use proptest::prelude::*;
use yishi_protocol::body::Class;
use yishi_protocol::count::{By, Counted, Mark, count, late_keys};

use yishi_tests::mandates::{mandate, take_back};
use yishi_tests::people::{party, person};
use yishi_tests::stairwell::{Opened, opened, resolution, vote};

/// The homes whose owners take part, and the people whom they may name.
const HOMES: [&str; 3] = ["wang", "li", "chen"];
const PROXIES: [&str; 2] = ["tenant", "wu"];

#[derive(Clone, Copy, Debug)]
enum Step {
    Give(usize, usize),
    TakeBack(usize),
    ByProxy(usize, usize),
    Own(usize),
    Wait,
}

fn step() -> impl Strategy<Value = Step> {
    let (home, proxy) = (0..HOMES.len(), 0..PROXIES.len());
    prop_oneof![
        (home.clone(), proxy.clone()).prop_map(|(home, proxy)| Step::Give(home, proxy)),
        home.clone().prop_map(Step::TakeBack),
        (home.clone(), proxy).prop_map(|(home, proxy)| Step::ByProxy(home, proxy)),
        home.prop_map(Step::Own),
        Just(Step::Wait),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_count_finds_what_the_door_let_stand(steps in prop::collection::vec(step(), 1..24)) {
        let Opened { mut story, notice, agenda, .. } = opened(vec![resolution(1, Class::Ordinary)]).unwrap();
        let mut own = Vec::new();
        for step in steps {
            match step {
                Step::Give(home, proxy) => {
                    let (body, blobs) = mandate(notice, HOMES[home], PROXIES[proxy], &[None]);
                    story.say(HOMES[home], body, blobs).ok();
                }
                Step::TakeBack(home) => drop(story.say(HOMES[home], take_back(notice, HOMES[home]), vec![])),
                Step::ByProxy(home, proxy) => {
                    let in_force = story.log.state().mandate(
                        story.log.state().notice(&notice).unwrap(),
                        &party(HOMES[home]),
                        story.now_ms,
                    );
                    let may = in_force.is_some_and(|mandate| mandate.proxy == person(PROXIES[proxy]))
                        && !own.contains(&home);
                    let submission = vote(&story, PROXIES[proxy], HOMES[home], agenda, &[&[0]]);
                    prop_assert_eq!(story.send(&submission).is_ok(), may);
                }
                Step::Own(home) => {
                    let submission = vote(&story, HOMES[home], HOMES[home], agenda, &[&[1]]);
                    prop_assert!(story.send(&submission).is_ok());
                    own.push(home);
                }
                Step::Wait => story.now_ms += 1,
            }
        }
        let state = story.log.state();
        let of_vote = state.agenda(&agenda).unwrap();
        let Counted::Full(counted) = count(state, &agenda, &story.evidence).unwrap() else {
            return Err(TestCaseError::fail("everything is at hand"));
        };
        let door: Vec<u64> = of_vote.book.all_standing().collect();
        let cast = |number: &u64| of_vote.book.casts().iter().find(|cast| cast.number == *number).cloned();
        let by_proxy = |number: &u64| matches!(cast(number).map(|cast| cast.by), Some(By::Proxy(_)));
        let proxies = door.iter().filter(|number| by_proxy(number)).count();
        prop_assert_eq!(late_keys(state, &agenda).unwrap().proxies, u64::try_from(proxies).unwrap());
        let standing = counted.trail.iter().map(|line| (line.party, line.number, line.mark));
        let rejected = standing.filter(|(_, _, mark)| matches!(mark, Mark::Rejected(_)));
        prop_assert_eq!(rejected.count(), 0, "what the door let in, no count refuses");
        for home in own {
            let standing = of_vote.standing_ballot(&party(HOMES[home])).unwrap();
            let number = of_vote.ballots.iter().find(|(_, one)| one.entry == standing.entry).unwrap().0;
            prop_assert!(!by_proxy(number));
        }
    }
}
