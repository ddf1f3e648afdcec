//! The margin against every way to void and turn ballots.

use super::*;
use crate::body::{Class, RaisedShare};
use crate::count::count_resolution;

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[usize::try_from(self.roll(count(of))).unwrap_or_default()]
    }
}

type Ballot = (u64, Vec<u32>);

fn resolution(class: Class, raise: Option<RaisedShare>) -> Item {
    Item { adopts: None, class, id: 1, method: Method::Resolution, options: vec![], raise, seats: 0 }
}

fn election(class: Class, seats: u32) -> Item {
    let options = vec!["A".to_owned(), "B".to_owned(), "C".to_owned()];
    Item { adopts: None, class, id: 1, method: Method::Election, options, raise: None, seats }
}

/// What comes out: whether it passes; who is elected, and among whom a lot decides.
fn verdict(item: &Item, homes: &[u64], ballots: &[Ballot]) -> String {
    let returns = ballots.iter().map(|(area_c, marks)| Return {
        party: (),
        weight: Weight { area_c: *area_c, heads: 1 },
        marks: Marks::Options(marks.clone()),
    });
    let total = Weight { area_c: homes.iter().sum(), heads: count(homes) };
    let poll = Poll { total, returns: returns.collect(), silent: Weight::default() };
    let consent = consent_share(item.class, item.raise);
    let rules = PollRules { consent, conformity: false, invalid_participates: false };
    match item.method {
        Method::Resolution => (count_resolution(&poll, &rules).outcome == Outcome::Passed).to_string(),
        Method::Election => {
            let mut counted = count_election(&poll, &rules, &item.options, item.seats);
            counted.elected.sort();
            format!("{:?} {:?}", counted.elected, counted.lot)
        }
    }
}

/// Everything that a ballot can mark.
fn markings(item: &Item) -> Vec<Vec<u32>> {
    match item.method {
        Method::Resolution => vec![vec![0], vec![1], vec![2]],
        Method::Election => {
            let all: Vec<Vec<u32>> =
                vec![vec![], vec![0], vec![1], vec![2], vec![0, 1], vec![0, 2], vec![1, 2]];
            all.into_iter().filter(|marks| count(marks) <= u64::from(item.seats)).collect()
        }
    }
}

/// The least of homes and the least of area over every way to void and turn ballots, by trying them all.
fn tried(item: &Item, homes: &[u64], ballots: &[Ballot]) -> Option<(u64, u64)> {
    let stands = verdict(item, homes, ballots);
    let mut least: Option<(u64, u64)> = None;
    let mut ways = vec![(Vec::<Ballot>::new(), 0_u64, 0_u64)];
    for (area_c, marks) in ballots {
        let mut grown = Vec::new();
        for (begun, touched, area) in &ways {
            let with = |more: Option<&Vec<u32>>| {
                let more = more.map(|marks| (*area_c, marks.clone()));
                begun.iter().cloned().chain(more).collect::<Vec<_>>()
            };
            grown.push((with(Some(marks)), *touched, *area));
            grown.push((with(None), touched + 1, area + area_c));
            // An abstention does to a resolution what a vote against it does.
            let others = markings(item).into_iter().filter(|other| other != marks && *other != [2]);
            let others = others.chain((item.method == Method::Election && *marks != [2]).then(|| vec![2]));
            let others: Vec<_> = others
                .filter(|other| other.len() <= usize::try_from(item.seats.max(1)).unwrap_or(1))
                .collect();
            for other in others {
                grown.push((with(Some(&other)), touched + 1, area + area_c));
            }
        }
        ways = grown;
    }
    for (way, touched, area) in ways {
        let better = least.is_none_or(|(homes, least_c)| touched < homes || area < least_c);
        if better && verdict(item, homes, &way) != stands {
            let (known, least_c) = least.unwrap_or((u64::MAX, u64::MAX));
            least = Some((known.min(touched), least_c.min(area)));
        }
    }
    least
}

fn agrees(item: &Item, homes: &[u64], ballots: &[Ballot]) -> Option<Margin> {
    let cast: Vec<(u64, &[u32])> =
        ballots.iter().map(|(area_c, marks)| (*area_c, marks.as_slice())).collect();
    let told = margin(item, homes, &cast);
    let tried = tried(item, homes, ballots);
    assert_eq!(told.map(|told| told.homes), tried.map(|(homes, _)| homes), "{item:?} {homes:?} {ballots:?}");
    if let Some((told, (_, area_c))) = told.zip(tried) {
        assert!(told.area_c <= area_c, "{told:?} over {area_c}: {item:?} {homes:?} {ballots:?}");
    }
    told
}

/// Homes of which some stay away.
fn estate(dice: &mut Dice, item: &Item, homes: u64, largest: u64) -> (Vec<u64>, Vec<Ballot>) {
    let homes: Vec<u64> = (0..homes).map(|_| 1 + dice.roll(largest)).collect();
    let away = dice.roll(4);
    let lean = dice.roll(4);
    let mut ballots = Vec::new();
    for area_c in &homes {
        if dice.roll(10) < away {
            continue;
        }
        let favoured = if item.seats == 2 { vec![0, 1] } else { vec![0] };
        let marks = if dice.roll(4) < lean { favoured } else { dice.pick(&markings(item)).clone() };
        ballots.push((*area_c, marks));
    }
    (homes, ballots)
}

#[test]
fn no_way_to_another_resolution_takes_fewer_homes_or_less_area() {
    let (mut dice, mut seen) = (Dice(20_260_710), std::collections::BTreeSet::new());
    let raises = [None, Some((2, 3)), Some((4, 5)), Some((9, 10)), Some((1, 1)), Some((51, 100))];
    for round in 0..900 {
        let class = if dice.roll(2) == 0 { Class::Special } else { Class::Ordinary };
        let raise = dice.pick(&raises).filter(|raise| crate::count::is_stricter(*raise, class));
        let item = resolution(class, raise);
        // All are small but a few, so that every size is tried and time is kept.
        let homes = if round % 450 == 0 { 11 } else { 1 + dice.roll(7) };
        let largest = *dice.pick(&[1, 3, 20, 200]);
        let (homes, ballots) = estate(&mut dice, &item, homes, largest);
        let told = agrees(&item, &homes, &ballots);
        seen.insert((verdict(&item, &homes, &ballots), told.map(|told| told.homes.min(3))));
    }
    for passes in ["true", "false"] {
        for homes in 1..=3 {
            assert!(seen.contains(&(passes.to_owned(), Some(homes))), "{passes} {homes}");
        }
    }
    assert!(seen.contains(&("false".to_owned(), None)) && !seen.contains(&("true".to_owned(), None)));
}

#[test]
fn no_way_to_another_election_takes_fewer_homes_or_less_area() {
    let (mut dice, mut seen) = (Dice(20_260_711), std::collections::BTreeSet::new());
    for round in 0..500 {
        let class = if dice.roll(4) == 0 { Class::Special } else { Class::Ordinary };
        let seats = 1 + u32::try_from(dice.roll(2)).unwrap_or_default();
        let item = election(class, seats);
        let homes = if round % 100 == 0 { 6 } else { 1 + dice.roll(4) };
        let largest = *dice.pick(&[1, 3, 20]);
        let (homes, ballots) = estate(&mut dice, &item, homes, largest);
        let told = agrees(&item, &homes, &ballots);
        let verdict = verdict(&item, &homes, &ballots);
        seen.insert((verdict.matches('"').count() / 2, told.map(|told| told.homes.min(2))));
    }
    // Nobody, one and two of them, near and far.
    assert!(seen.contains(&(0, None)), "{seen:?}");
    for fares in 0..=2 {
        assert!(seen.contains(&(fares, Some(1))) && seen.contains(&(fares, Some(2))), "{seen:?}");
    }
}

/// At each threshold, one home to either side of it.
#[test]
fn at_a_threshold_one_home_is_the_margin() {
    let ballots = |consent: u64, refuse: u64| -> Vec<Ballot> {
        let consent = (0..consent).map(|_| (100, vec![0]));
        consent.chain((0..refuse).map(|_| (100, vec![1]))).collect()
    };
    let homes_of = |item: &Item, entitled: usize, consent: u64, refuse: u64| {
        let ballots = ballots(consent, refuse);
        let cast: Vec<(u64, &[u32])> =
            ballots.iter().map(|(area_c, marks)| (*area_c, marks.as_slice())).collect();
        margin(item, &vec![100; entitled], &cast).map(|margin| margin.homes)
    };
    let (ordinary, special) = (resolution(Class::Ordinary, None), resolution(Class::Special, None));
    // More than a half: of 10 it takes 6.
    assert_eq!(homes_of(&ordinary, 12, 5, 5), Some(1));
    assert_eq!(homes_of(&ordinary, 12, 6, 4), Some(1));
    assert_eq!(homes_of(&ordinary, 12, 7, 3), Some(2));
    assert_eq!(homes_of(&ordinary, 12, 4, 6), Some(2));
    // Three quarters: of 12 it takes 9.
    assert_eq!(homes_of(&special, 12, 8, 4), Some(1));
    assert_eq!(homes_of(&special, 12, 9, 3), Some(1));
    assert_eq!(homes_of(&special, 12, 10, 2), Some(2));
    assert_eq!(homes_of(&special, 12, 7, 5), Some(2));
    // Two thirds take part: of 12 it takes 8, and below that no ballot brings more.
    assert_eq!(homes_of(&ordinary, 12, 8, 0), Some(1));
    assert_eq!(homes_of(&ordinary, 12, 9, 0), Some(2));
    assert_eq!(homes_of(&ordinary, 12, 7, 0), None);
    assert_eq!(homes_of(&ordinary, 12, 0, 8), Some(5));
    // A share that was raised.
    let raised = resolution(Class::Ordinary, Some((9, 10)));
    assert_eq!(homes_of(&raised, 10, 9, 1), Some(1));
    assert_eq!(homes_of(&raised, 10, 8, 2), Some(1));
    assert_eq!(homes_of(&raised, 10, 7, 3), Some(2));
}

/// One home of much area is one home.
#[test]
fn one_large_home_can_be_the_whole_margin() {
    let mut ballots: Vec<Ballot> = (0..20).map(|_| (100, vec![0])).collect();
    ballots.push((1_500, vec![0]));
    ballots.extend((0..8).map(|_| (200, vec![1])));
    let homes: Vec<u64> = ballots.iter().map(|(area_c, _)| *area_c).collect();
    let cast: Vec<(u64, &[u32])> =
        ballots.iter().map(|(area_c, marks)| (*area_c, marks.as_slice())).collect();
    let told = margin(&resolution(Class::Ordinary, None), &homes, &cast);
    // By area: 3,500 of 5,100 consent, which takes 2,551, and the large home has more than the 950 to spare. By heads: 21 of 29
    // consent, which takes 15; the seven smallest homes have 700.
    assert_eq!(told, Some(Margin { area_c: 700, homes: 1 }));
}

#[test]
fn no_number_overflows() {
    for area_c in [u64::from(u32::MAX), 200_000_000, u64::MAX] {
        let ballots: Vec<Ballot> = (0..9).map(|home| (area_c, vec![u32::from(home == 0)])).collect();
        let homes: Vec<u64> = ballots.iter().map(|(area_c, _)| *area_c).collect();
        let cast: Vec<(u64, &[u32])> =
            ballots.iter().map(|(area_c, marks)| (*area_c, marks.as_slice())).collect();
        for item in [resolution(Class::Special, None), election(Class::Ordinary, 1)] {
            assert!(margin(&item, &homes, &cast).is_some());
        }
    }
}
