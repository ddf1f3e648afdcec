//! How far a result is from another one: the least number of homes whose ballots would have to be void or turned.
//!
//! A ballot that is *void* does not take part; one that is *turned* takes part and marks anything else that the item allows. A
//! resolution comes out otherwise where it passes and did not, or the other way round; an election where somebody fares
//! otherwise: elected, in a lot, or neither. Who stayed away stays away: the margin is about the ballots that were counted.
//!
//! It is exact in homes. In area it is a bound that holds: fewer than so many square metres turn nothing. That bound comes of the
//! totals and of the areas on the roll alone, whoever chose what, so that it is no home's choice.

use super::election::count_election;
use super::poll::{Marks, Outcome, Poll, PollRules, Return};
use super::resolution::{Checks, FOR};
use super::threshold::{QUORUM, Share, consent_share};
use super::weight::Weight;
use crate::body::{Item, Method};
use crate::strict_json::Strict;

/// How far a result is from another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
pub struct Margin {
    /// With less area than this nothing comes out otherwise, in 0.01 m².
    pub area_c: u64,
    /// The least number of homes whose ballots would have to be void or turned.
    pub homes: u64,
}

/// Of each item of a vote, in order.
pub type Margins = Vec<Option<Margin>>;

/// The margin of an item; none where nothing that becomes of the ballots makes it come out otherwise: too few took part.
///
/// `homes` are the areas of all who are entitled, in 0.01 m²; `ballots` those that are counted, each with its area and what it marks.
pub fn margin(item: &Item, homes: &[u64], ballots: &[(u64, &[u32])]) -> Option<Margin> {
    let field = Field::new(item, homes, ballots);
    let mut least = Least { smallest: field.smallest(), homes: None, area_c: u64::MAX };
    match item.method {
        Method::Resolution => field.resolution(&mut least),
        Method::Election => field.election(item, &mut least),
    }
    let homes = least.homes?;
    Some(Margin { area_c: least.area_c.max(least.smallest_sum(homes)), homes })
}

/// The ballots of an item.
struct Field<'a> {
    share: Share,
    total: Weight,
    part: Weight,
    /// The areas of all who are entitled.
    homes: &'a [u64],
    /// The largest first, so that the first so many of any sort weigh most.
    ballots: Vec<(u64, &'a [u32])>,
}

/// The cheapest way so far to another result.
struct Least {
    /// What the smallest homes weigh together: at its place, so many of them, from none.
    smallest: Vec<u64>,
    homes: Option<u64>,
    /// The least that any of the ways takes, as far as its totals tell.
    area_c: u64,
}

impl Least {
    /// So many homes weigh at least this.
    fn smallest_sum(&self, homes: u64) -> u64 {
        let last = self.smallest.last().copied().unwrap_or_default();
        usize::try_from(homes).ok().and_then(|homes| self.smallest.get(homes)).copied().unwrap_or(last)
    }

    /// Notes a way that takes so many homes and at least so much area.
    fn take(&mut self, homes: u64, area_c: u64) {
        self.homes = Some(self.homes.map_or(homes, |known| known.min(homes)));
        self.area_c = self.area_c.min(area_c);
    }

    /// Notes the two ways to bring a figure below what is asked: by homes, any of those that make it up, and by area, the largest
    /// of them.
    fn fall(&mut self, figure: Weight, asked: Weight, largest: &[u64]) {
        let over = |figure: u64, asked: u64| Some(figure.checked_sub(asked)?.saturating_add(1));
        if let Some(homes) = over(figure.heads, asked.heads).filter(|homes| *homes <= figure.heads) {
            self.take(homes, self.smallest_sum(homes));
        }
        let by_area = over(figure.area_c, asked.area_c);
        if let Some((area_c, homes)) = by_area.and_then(|area_c| Some((area_c, reaching(largest, area_c)?))) {
            self.take(homes, area_c);
        }
    }

    /// Notes the way to bring a figure up to what is asked in homes and in area, by the largest of those that do not make it up.
    fn rise(&mut self, figure: Weight, asked: Weight, largest: &[u64]) {
        let lacking = asked.without(figure);
        let by_area = reaching(largest, lacking.area_c);
        if let Some(by_area) = by_area.filter(|_| lacking.heads <= count(largest)) {
            let homes = lacking.heads.max(by_area);
            self.take(homes, lacking.area_c.max(self.smallest_sum(homes)));
        }
    }
}

impl<'a> Field<'a> {
    fn new(item: &Item, homes: &'a [u64], ballots: &[(u64, &'a [u32])]) -> Self {
        let mut ballots = ballots.to_vec();
        ballots.sort_by_key(|(area_c, _)| core::cmp::Reverse(*area_c));
        let sum = |areas: &mut dyn Iterator<Item = u64>| areas.fold(0_u64, u64::saturating_add);
        let part =
            Weight { area_c: sum(&mut ballots.iter().map(|(area_c, _)| *area_c)), heads: count(&ballots) };
        let total = Weight { area_c: sum(&mut homes.iter().copied()), heads: count(homes) };
        Self { share: consent_share(item.class, item.raise), total, part, homes, ballots }
    }

    fn smallest(&self) -> Vec<u64> {
        let mut homes = self.homes.to_vec();
        homes.sort_unstable();
        sums(&homes)
    }

    /// The areas of the ballots that fit, the largest first.
    fn largest(&self, fits: impl Fn(&[u32]) -> bool) -> Vec<u64> {
        self.ballots.iter().filter(|(_, marks)| fits(marks)).map(|(area_c, _)| *area_c).collect()
    }

    fn weigh(&self, option: u32) -> Weight {
        let marking = self.largest(|marks| marks.contains(&option));
        Weight {
            area_c: marking.iter().fold(0, |sum, area_c| sum.saturating_add(*area_c)),
            heads: count(&marking),
        }
    }

    /// Void ballots take the quorum away: any in heads, the largest in area.
    fn break_quorum(&self, least: &mut Least) {
        least.fall(self.part, asked(QUORUM, self.total), &self.largest(|_| true));
    }

    /// Turned ballots take an option its consent away. A void one takes as much from those who consent and also makes the share
    /// easier to reach, so it takes no fewer.
    fn take_consent(&self, option: u32, least: &mut Least) {
        let marking = self.largest(|marks| marks.contains(&option));
        least.fall(self.weigh(option), asked(self.share, self.part), &marking);
    }

    /// Turned ballots give an option the consent that it lacks. No share is above the whole, so a void one helps no more.
    fn give_consent(&self, option: u32, least: &mut Least) {
        let others = self.largest(|marks| !marks.contains(&option));
        least.rise(self.weigh(option), asked(self.share, self.part), &others);
    }

    fn resolution(&self, least: &mut Least) {
        match Checks::new(self.part, self.weigh(FOR), self.total, self.share).outcome() {
            Outcome::Passed => {
                self.break_quorum(least);
                self.take_consent(FOR, least);
            }
            Outcome::NotPassed => self.give_consent(FOR, least),
            // Neither void nor turned ballots let more take part.
            _ => {}
        }
    }

    fn election(&self, item: &Item, least: &mut Least) {
        let returned = self.ballots.iter().map(|(area_c, marks)| Return {
            party: (),
            weight: Weight { area_c: *area_c, heads: 1 },
            marks: Marks::Options(marks.to_vec()),
        });
        let poll = Poll { total: self.total, returns: returned.collect(), silent: Weight::default() };
        let rules = PollRules { consent: self.share, conformity: false, invalid_participates: false };
        let names: Vec<String> = (0..item.options.len()).map(|option| option.to_string()).collect();
        let counted = count_election(&poll, &rules, &names, item.seats);
        if counted.outcome == Outcome::QuorumNotMet {
            return;
        }
        if !counted.lot.is_empty() {
            // A ballot of one of those who are equal that marks nobody: they are equal no more.
            return least.take(1, 0);
        }
        let is_elected = |option: &u32| counted.elected.contains(&option.to_string());
        let (elected, others): (Vec<u32>, Vec<u32>) =
            (0..).zip(&item.options).map(|(option, _)| option).partition(is_elected);
        if !elected.is_empty() {
            self.break_quorum(least);
        }
        for option in &elected {
            self.take_consent(*option, least);
        }
        // Where a seat is free, whoever has the consent has it.
        if u64::from(item.seats) > count(&elected) {
            for option in &others {
                self.give_consent(*option, least);
            }
        }
        for seated in &elected {
            for other in &others {
                Pair::new(self, *seated, *other).overtake(least);
            }
        }
    }
}

/// Somebody elected and somebody who is not, and the ballots that could bring the second up to the first.
///
/// If nobody elected loses their consent and nobody enters a free seat, an election comes out otherwise exactly where somebody who
/// was not elected has the consent and as many heads, and then as much area, as somebody who was. Each of these ballots helps most
/// where it marks the other one alone, and the largest of each sort help most in area.
struct Pair {
    /// What the largest ballots weigh, at its place so many of them, from none: those that mark the first alone.
    only: Vec<u64>,
    /// Those that mark neither.
    neither: Vec<u64>,
    /// Those that mark both.
    both: Vec<u64>,
    /// What the second lacks of consent.
    lacking: Weight,
    /// By how many heads, and by how much area, the first is ahead; below zero where it is the second.
    ahead: (i128, i128),
}

impl Pair {
    fn new(field: &Field<'_>, first: u32, second: u32) -> Self {
        let of = |marks_first: bool, marks_second: bool| {
            sums(&field.largest(|marks| {
                (marks.contains(&first), marks.contains(&second)) == (marks_first, marks_second)
            }))
        };
        let (one, other) = (field.weigh(first), field.weigh(second));
        let ahead = |one: u64, other: u64| i128::from(one).saturating_sub(i128::from(other));
        Self {
            only: of(true, false),
            neither: of(false, false),
            both: of(true, true),
            lacking: asked(field.share, field.part).without(other),
            ahead: (ahead(one.heads, other.heads), ahead(one.area_c, other.area_c)),
        }
    }

    /// Notes the least number of ballots, if it is less than what is known. More of them never do less, so the least is found by
    /// halving.
    fn overtake(&self, least: &mut Least) {
        let all = [&self.only, &self.neither, &self.both];
        let all = all.iter().fold(0_usize, |sum, sort| sum.saturating_add(sort.len().saturating_sub(1)));
        let known =
            least.homes.map_or(all, |homes| usize::try_from(homes).unwrap_or(usize::MAX).saturating_sub(1));
        let (mut low, mut high) = (1, all.min(known));
        if high == 0 || !self.suffice(high) {
            // Whatever it takes, it takes as many homes as what is known; and this much area.
            least.area_c = least.area_c.min(self.lacking.area_c);
            return;
        }
        while low < high {
            let middle = low.saturating_add(high.saturating_sub(low) / 2);
            if self.suffice(middle) {
                high = middle;
            } else {
                low = middle.saturating_add(1);
            }
        }
        least.take(u64::try_from(high).unwrap_or(u64::MAX), self.lacking.area_c);
    }

    /// Whether so many ballots are enough. A ballot that marks the first alone brings them two heads closer, any other one; so how
    /// many of these there are says who is ahead in heads. Only where they are level does area decide.
    fn suffice(&self, ballots: usize) -> bool {
        let most = |sort: &[u64]| sort.len().saturating_sub(1);
        let (only, neither, both) = (most(&self.only), most(&self.neither), most(&self.both));
        let fewest = ballots.saturating_sub(neither.saturating_add(both));
        (fewest..=ballots.min(only)).any(|of_only| {
            let rest = ballots.saturating_sub(of_only);
            let closer = u64::try_from(ballots.saturating_add(of_only)).unwrap_or(u64::MAX);
            let splits = rest.saturating_sub(both)..=rest.min(neither);
            match i128::from(closer).cmp(&self.ahead.0) {
                core::cmp::Ordering::Less => false,
                core::cmp::Ordering::Greater => self.consents(of_only, *splits.end()),
                core::cmp::Ordering::Equal => splits.into_iter().any(|of_neither| {
                    let of_both = rest.saturating_sub(of_neither);
                    let closer = i128::from(at(&self.only, of_only))
                        .saturating_mul(2)
                        .saturating_add(at(&self.neither, of_neither).into())
                        .saturating_add(at(&self.both, of_both).into());
                    self.consents(of_only, of_neither) && closer >= self.ahead.1
                }),
            }
        })
    }

    /// Whether the second has its consent by so many ballots that did not mark it.
    fn consents(&self, only: usize, neither: usize) -> bool {
        let heads = u64::try_from(only.saturating_add(neither)).unwrap_or(u64::MAX);
        let area_c = at(&self.only, only).saturating_add(at(&self.neither, neither));
        heads >= self.lacking.heads && area_c >= self.lacking.area_c
    }
}

/// The least that reaches a share of a whole, in heads and in area.
fn asked(share: Share, of: Weight) -> Weight {
    Weight { area_c: share.least_of(of.area_c), heads: share.least_of(of.heads) }
}

fn count<T>(of: &[T]) -> u64 {
    u64::try_from(of.len()).unwrap_or(u64::MAX)
}

fn at(sums: &[u64], place: usize) -> u64 {
    sums.get(place).copied().unwrap_or_default()
}

/// What the first so many weigh together, from none to all.
fn sums(areas: &[u64]) -> Vec<u64> {
    let mut sum = 0_u64;
    let more = areas.iter().map(|area_c| {
        sum = sum.saturating_add(*area_c);
        sum
    });
    core::iter::once(0).chain(more).collect()
}

/// How many of the largest it takes to weigh so much; none if all do not.
fn reaching(largest: &[u64], area_c: u64) -> Option<u64> {
    sums(largest).iter().position(|sum| *sum >= area_c).and_then(|homes| u64::try_from(homes).ok())
}

#[cfg(test)]
mod tests;
