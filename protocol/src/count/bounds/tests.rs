//! Random small votes with some of their openings and areas taken away, against all fillings of the gaps.

use std::collections::BTreeSet;

use super::super::election::count_election;
use super::super::poll::{Marks, Outcome, Poll, PollRules, Return};
use super::super::resolution::count_resolution;
use super::super::threshold::consent_share;
use super::super::weight::Weight;
use super::score::check_score;
use super::{Hand, Returned};
use crate::body::{Class, Item, ItemTally, Method, Score};
use crate::bylaws::{Bylaws, Conformity};

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    /// Below `sides`.
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn is(&mut self, one_in: u64) -> bool {
        self.roll(one_in) == 0
    }
}

/// A home of a small estate: its area, whether that is missing, and its marks if it voted, beside whether they are missing.
#[derive(Clone, Debug)]
struct Home {
    area_c: u64,
    gap: bool,
    marks: Option<(Vec<u32>, bool)>,
}

fn item(dice: &mut Dice) -> Item {
    let (method, candidates, seats) =
        if dice.is(2) { (Method::Resolution, 0, 0) } else { (Method::Election, 3, 1 + dice.roll(2)) };
    let class = if dice.is(2) { Class::Special } else { Class::Ordinary };
    let raise = [None, Some((4, 5)), Some((1, 1))][usize::try_from(dice.roll(3)).unwrap_or_default()];
    let options = ["A", "B", "C"].iter().take(candidates).map(|name| (*name).to_owned()).collect();
    Item { adopts: None, class, id: 1, method, options, raise, seats: u32::try_from(seats).unwrap_or(1) }
}

/// Every way to mark an item.
fn all_marks(item: &Item) -> Vec<Vec<u32>> {
    match item.method {
        Method::Resolution => vec![vec![0], vec![1], vec![2]],
        Method::Election => {
            let sets =
                (0_u32..8).map(|set| (0..3).filter(|option| set >> option & 1 == 1).collect::<Vec<_>>());
            sets.filter(|marks| u32::try_from(marks.len()).is_ok_and(|many| many <= item.seats)).collect()
        }
    }
}

/// What an election elects and among whom a lot decides, both in order of names; and the outcome.
type Verdict = (Outcome, Vec<String>, Vec<String>);

fn count(item: &Item, homes: &[Home]) -> (ItemTally, Verdict) {
    count_by(item, homes, false)
}

/// The same where the silent, all of whom were reached, may follow the majority.
fn count_by(item: &Item, homes: &[Home], conformity: bool) -> (ItemTally, Verdict) {
    let weight = |home: &Home| Weight { area_c: home.area_c, heads: 1 };
    let voted = homes.iter().enumerate().filter_map(|(party, home)| {
        let (marks, _) = home.marks.clone()?;
        Some(Return { party, weight: weight(home), marks: Marks::Options(marks) })
    });
    let total = homes.iter().map(weight).sum();
    let silent = homes.iter().filter(|home| home.marks.is_none()).map(weight).sum();
    let poll = Poll { total, returns: voted.collect(), silent };
    let consent = consent_share(item.class, item.raise);
    let rules = PollRules { consent, conformity, invalid_participates: false };
    match item.method {
        Method::Resolution => {
            let count = count_resolution(&poll, &rules);
            let other = count.participating.without(count.consenting);
            let (consenting, participating) = (vec![count.consenting], count.participating);
            let tally = ItemTally { consenting, other, outcome: count.outcome, participating };
            (tally, (count.outcome, vec![], vec![]))
        }
        Method::Election => {
            let count = count_election(&poll, &rules, &item.options, item.seats);
            let weight = |name: &String| {
                let found = count.candidates.iter().find(|count| count.candidate == *name);
                found.map(|count| count.consenting).unwrap_or_default()
            };
            let (mut elected, mut lot) = (count.elected.clone(), count.lot.clone());
            elected.sort();
            lot.sort();
            let tally = ItemTally {
                consenting: item.options.iter().map(weight).collect(),
                other: count.blank,
                outcome: count.outcome,
                participating: count.participating,
            };
            (tally, (count.outcome, elected, lot))
        }
    }
}

/// What is at hand of it.
fn hand(homes: &[Home]) -> Hand {
    let known = |home: &Home| if home.gap { 0 } else { home.area_c };
    let returned = homes.iter().filter_map(|home| {
        let (marks, hidden) = home.marks.clone()?;
        let weight = Weight { area_c: known(home), heads: 1 };
        Some(Returned {
            weight,
            gap: home.gap,
            choice: (!hidden).then(|| vec![marks]),
            spoilt: BTreeSet::new(),
        })
    });
    let silent = homes.iter().filter(|home| home.marks.is_none()).map(|home| {
        let weight = Weight { area_c: known(home), heads: 1 };
        Returned { weight, gap: home.gap, choice: None, spoilt: BTreeSet::new() }
    });
    let area_c = homes.iter().map(|home| home.area_c).sum();
    Hand {
        total: Weight { area_c, heads: u64::try_from(homes.len()).unwrap_or_default() },
        open_c: area_c - homes.iter().map(known).sum::<u64>(),
        idle_gap: homes.iter().any(|home| home.gap && home.marks.is_none()),
        returned: returned.collect(),
        silent: silent.collect(),
        settings: Bylaws { conformity: Conformity::Every, ..Bylaws::default() },
    }
}

/// Every way to fill the gaps of it.
fn fillings(item: &Item, homes: &[Home]) -> Vec<Vec<Home>> {
    let mut filled = vec![homes.to_vec()];
    for (place, home) in homes.iter().enumerate() {
        if matches!(home.marks, Some((_, true))) {
            let marked = |marks: Vec<u32>, homes: &Vec<Home>| {
                let mut homes = homes.clone();
                homes[place].marks = Some((marks, false));
                homes
            };
            let all = all_marks(item);
            filled = filled
                .iter()
                .flat_map(|homes| all.iter().map(|marks| marked(marks.clone(), homes)))
                .collect();
        }
    }
    let gaps: Vec<usize> =
        homes.iter().enumerate().filter(|(_, home)| home.gap).map(|(place, _)| place).collect();
    let open_c: u64 = gaps.iter().map(|place| homes[*place].area_c).sum();
    let mut parts = vec![vec![]];
    for _ in gaps.iter().skip(1) {
        parts = parts
            .into_iter()
            .flat_map(|part: Vec<u64>| {
                let left = open_c - part.iter().sum::<u64>();
                (0..=left).map(move |area_c| [part.clone(), vec![area_c]].concat())
            })
            .collect();
    }
    let areas = |homes: Vec<Home>| {
        let gaps = gaps.clone();
        parts.clone().into_iter().map(move |mut part| {
            let mut homes = homes.clone();
            part.push(open_c - part.iter().sum::<u64>());
            for (place, area_c) in gaps.iter().zip(part) {
                homes[*place].area_c = area_c;
            }
            homes
        })
    };
    filled.into_iter().flat_map(areas).collect()
}

fn homes(dice: &mut Dice, item: &Item, (one_hidden_in, one_gap_in): (u64, Option<u64>)) -> Vec<Home> {
    let ways = all_marks(item);
    let (mut hidden, mut gaps) = (0, 0);
    (0..3 + dice.roll(4))
        .map(|_| {
            let gap = gaps < 3 && one_gap_in.is_some_and(|one_in| dice.is(one_in));
            gaps += u64::from(gap);
            // Two sizes, so that ties are common.
            let area_c = if dice.is(2) { 3 } else { 1 + dice.roll(4) };
            let marks = (!dice.is(5)).then(|| {
                let marks = ways
                    [usize::try_from(dice.roll(u64::try_from(ways.len()).unwrap_or(1))).unwrap_or(0)]
                .clone();
                let hides = hidden < 3 && dice.is(one_hidden_in);
                hidden += u64::from(hides);
                (marks, hides)
            });
            Home { area_c, gap, marks }
        })
        .collect()
}

#[test]
fn what_is_called_decided_is_the_same_in_every_filling_and_nothing_else_is() {
    let (mut dice, mut decided, mut open) = (Dice(7), 0, 0);
    for round in 0..900 {
        let item = item(&mut dice);
        let gaps = (item.method == Method::Resolution && round % 2 == 0).then_some(3);
        let homes = homes(&mut dice, &item, (2, gaps));
        let verdicts: Vec<Verdict> =
            fillings(&item, &homes).iter().map(|filled| count(&item, filled).1).collect();
        let same = verdicts.iter().all(|verdict| *verdict == verdicts[0]);
        assert_eq!(hand(&homes).decides(0, &item), same, "{item:?} {homes:?}");
        *if same { &mut decided } else { &mut open } += 1;
    }
    assert!(decided > 100 && open > 100, "{decided} {open}");
}

#[test]
fn an_election_without_its_areas_is_never_called_decided_wrongly() {
    let mut dice = Dice(11);
    for _ in 0..300 {
        let mut item = item(&mut dice);
        while item.method == Method::Resolution {
            item = self::item(&mut dice);
        }
        let homes = homes(&mut dice, &item, (3, Some(3)));
        if hand(&homes).decides(0, &item) {
            let mut verdicts = fillings(&item, &homes).into_iter().map(|filled| count(&item, &filled).1);
            let first = verdicts.next();
            assert!(verdicts.all(|verdict| Some(&verdict) == first.as_ref()), "{item:?} {homes:?}");
        }
    }
}

#[test]
fn the_totals_of_no_filling_are_refused_and_false_ones_are_where_all_is_at_hand() {
    let (mut dice, mut refused) = (Dice(13), 0);
    for _ in 0..600 {
        let item = item(&mut dice);
        let homes = homes(&mut dice, &item, (2, Some(4)));
        let hand = hand(&homes);
        let fillings = fillings(&item, &homes);
        let tallies: Vec<ItemTally> = fillings.iter().map(|filled| count(&item, filled).0).collect();
        for tally in &tallies {
            assert_eq!(hand.check_figures(0, &item, tally), Ok(()), "{item:?} {homes:?} {tally:?}");
        }
        // One figure moved: refused wherever one filling is all there is.
        let mut bent = tallies[0].clone();
        let place =
            usize::try_from(dice.roll(u64::try_from(bent.consenting.len()).unwrap_or(1))).unwrap_or(0);
        let figure = match dice.roll(6) {
            0 => &mut bent.consenting[place].heads,
            1 => &mut bent.consenting[place].area_c,
            2 => &mut bent.other.heads,
            3 => &mut bent.other.area_c,
            4 => &mut bent.participating.heads,
            _ => &mut bent.participating.area_c,
        };
        *figure = if dice.is(2) { *figure + 1 } else { figure.saturating_sub(1) };
        if bent != tallies[0] && hand.check_figures(0, &item, &bent).is_err() {
            refused += 1;
        } else if fillings.len() == 1 {
            assert_eq!(bent, tallies[0], "{item:?} {homes:?}");
        }
    }
    assert!(refused > 300, "{refused}");
}

#[test]
fn where_the_silent_follow_no_filling_is_refused_none_is_called_decided_wrongly_and_few_others_pass() {
    let (mut dice, mut refused, mut followed) = (Dice(17), 0, 0);
    for round in 0..600 {
        let item = item(&mut dice);
        let homes = homes(&mut dice, &item, (2, (round % 2 == 0).then_some(4)));
        let hand = hand(&homes);
        let counts: Vec<_> =
            fillings(&item, &homes).iter().map(|filled| count_by(&item, filled, true)).collect();
        for (tally, _) in &counts {
            assert_eq!(hand.check_item(0, &item, tally), Ok(()), "{item:?} {homes:?} {tally:?}");
            followed += u64::from(tally.participating.heads > hand.participating().heads);
        }
        if item.method == Method::Resolution && hand.decides_item(0, &item) {
            assert!(counts.iter().all(|(_, verdict)| *verdict == counts[0].1), "{item:?} {homes:?}");
        }
        // A host that leaves the silent out, or takes them in, against what leads.
        let (without, _) = count(&item, &homes);
        let whole = homes.iter().all(|home| !home.gap);
        if whole && counts.len() == 1 && without != counts[0].0 {
            assert!(hand.check_item(0, &item, &without).is_err(), "{item:?} {homes:?}");
            refused += 1;
        }
    }
    assert!(refused > 10 && followed > 100, "{refused} {followed}");
}

#[test]
fn with_one_opening_missing_two_totals_pass_and_no_third() {
    let home = |area_c, mark: u32, hidden| Home { area_c, gap: false, marks: Some((vec![mark], hidden)) };
    let homes = [home(8937, 0, false), home(7658, 1, false), home(7658, 0, true)];
    let (hand, mut passed) = (hand(&homes), 0);
    let item = Item {
        adopts: None,
        class: Class::Ordinary,
        id: 1,
        method: Method::Resolution,
        options: vec![],
        raise: None,
        seats: 0,
    };
    let part = Weight { area_c: 24_253, heads: 3 };
    for heads in 0..=3 {
        for area_c in 0..=24_253 {
            let consenting = Weight { area_c, heads };
            let other = part.without(consenting);
            for outcome in [Outcome::Passed, Outcome::NotPassed, Outcome::QuorumNotMet] {
                let stated = ItemTally { consenting: vec![consenting], other, outcome, participating: part };
                passed += u64::from(hand.check_figures(0, &item, &stated).is_ok());
            }
        }
    }
    assert_eq!(passed, 2);
}

#[test]
fn a_score_passes_if_some_marks_give_it_and_no_other_does() {
    let shown = Score { content: 1, quality: 3, ratings: 2, satisfaction: 7, speed: 9 };
    let marks = || (1..=5_u32).flat_map(|first| (1..=5_u32).map(move |second| [first, second]));
    for satisfaction in 0..=20 {
        for content in 0..=4 {
            for quality in [4, 5, 6, 13, 14] {
                let stated = Score { content, quality, ratings: 4, satisfaction, speed: 11 };
                let happy = |marks: &[u32; 2]| marks.iter().filter(|mark| **mark >= 4).count();
                let possible = marks().any(|marks| {
                    marks.iter().sum::<u32>() + 7 == satisfaction
                        && u32::try_from(happy(&marks)) == Ok(content.wrapping_sub(1))
                }) && (5..=13).contains(&quality);
                assert_eq!(check_score(&shown, 2, &stated).is_ok(), possible, "{stated:?}");
            }
        }
    }
    assert!(check_score(&shown, 0, &shown).is_ok());
    assert!(check_score(&shown, 0, &Score { speed: 10, ..shown }).is_err());
    assert!(check_score(&shown, 1, &shown).is_err());
}
