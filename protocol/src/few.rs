//! What anybody may read of few homes: figures that would tell what somebody chose are merged with others.
//!
//! An area is as good as a door number: where one home with 89.37 m² consented, everybody knows which. So a figure that stands
//! in public is always one of several homes, and so is whatever can be had from the figures by adding and taking away. SPEC.md,
//! section 16, has the rules; section 14 why.

use std::collections::{BTreeMap, BTreeSet};

use crate::body::{DeliveryGrade, Item, ItemTally, Method, Tally};
use crate::count::{Margin, Outcome, Reached, ResolutionCount, Weight};
use crate::id::PartyId;
use crate::state::{Roll, counts};
use crate::strict_json::Strict;
use crate::view::DeliveryCounts;

/// The fewest heads of a part of the estate that is told apart, and of what is left without it.
pub const GROUP: usize = 10;

/// The fewest heads of an option that is told apart, and of what is left without it.
pub const OPTION: u64 = 5;

/// Under so many heads a vote's totals may tell what somebody chose, whoever reads them.
pub const TELLING: u32 = 30;

/// Heads of a part of the estate are told in steps of so many, so that a home which is sold moves nothing that it could be told by.
const STEP: usize = 5;

/// The totals of one item, as far as anybody may read them. What is not here is merged with the rest.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Posted {
    /// Who consented: one weight for a resolution, one per candidate, in the notice's order, for an election.
    #[strict(rename = "for")]
    pub consenting: Vec<Option<Weight>>,
    /// Who took part and consented to no option.
    pub other: Option<Weight>,
    /// What follows.
    pub outcome: Outcome,
    /// Who took part.
    #[strict(rename = "part")]
    pub participating: Option<Weight>,
}

impl Posted {
    /// Whether nothing is merged, so that it says what the tally says.
    pub fn is_whole(&self) -> bool {
        self.participating.is_some() && self.other.is_some() && self.consenting.iter().all(Option::is_some)
    }
}

/// How far an item is from another outcome, as far as its reader may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
pub struct PostedMargin {
    /// With less area than this nothing comes out otherwise, in 0.01 m²; none with `homes`.
    pub area_c: Option<u64>,
    /// Whether it is kept from this reader: too few homes, or totals of which something is merged.
    pub few: bool,
    /// The least number of homes whose ballots would have to be void or turned; none where that is kept, or nothing that becomes
    /// of the ballots makes it come out otherwise.
    pub homes: Option<u64>,
}

/// How those are divided who took part in a resolution and did not consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
pub struct Sides {
    /// Who abstained.
    pub abstain: Weight,
    /// Who was against, with the silent homes that followed them.
    pub against: Weight,
}

/// How a counted resolution divides those who did not consent, for every reader alike: of an item whose totals are told whole, where
/// either side has five heads, even without the silent homes that may have followed it. None of fewer, nor of nobody, which would
/// tell what all the others chose.
pub fn sides(count: &ResolutionCount, posted: &Posted) -> Option<Sides> {
    let (abstain, against) = (count.abstain, count.against);
    let enough = |heads: u64| heads >= OPTION;
    let own = against.heads.saturating_sub(count.conformed.heads);
    let fits = posted.is_whole() && posted.other == Some(abstain.plus(against));
    (fits && enough(abstain.heads) && enough(own)).then_some(Sides { abstain, against })
}

/// What a reader may know of an item's margin: people of the estate all of it, anybody only what is of five homes or more, of an
/// item whose totals are told whole.
pub fn posted_margin(margin: Option<Margin>, posted: &Posted, inside: bool) -> PostedMargin {
    let few = !inside && (!posted.is_whole() || margin.is_some_and(|margin| margin.homes < OPTION));
    let told = margin.filter(|_| !few);
    PostedMargin { area_c: told.map(|told| told.area_c), few, homes: told.map(|told| told.homes) }
}

/// What anybody may read of stated totals: of each item of the notice, where so many heads are entitled.
pub fn posted(tally: &Tally, items: &[Item], entitled: u32) -> Vec<Posted> {
    tally.items.iter().zip(items).map(|(tally, item)| posted_item(tally, item, entitled.into())).collect()
}

fn posted_item(tally: &ItemTally, item: &Item, entitled: u64) -> Posted {
    let merged = Posted {
        consenting: vec![None; tally.consenting.len()],
        other: None,
        outcome: tally.outcome,
        participating: None,
    };
    let part = tally.participating.heads;
    let absent = entitled.saturating_sub(part);
    // To take part is a choice too; where nobody stayed away there is nobody to be found out.
    let told = entitled >= u64::try_from(GROUP).unwrap_or(u64::MAX) && part >= OPTION;
    if !told || (absent != 0 && absent < OPTION) {
        return merged;
    }
    // Nobody can mark more options than there are.
    let marks = usize::try_from(item.seats).unwrap_or(usize::MAX).min(tally.consenting.len());
    let several = item.method == Method::Election && marks > 1;
    let shown = if several { apart_of_several(tally, marks) } else { apart_of_one(tally) };
    let show = |place: usize, weight: Weight| shown.contains(&place).then_some(weight);
    Posted {
        consenting: tally.consenting.iter().enumerate().map(|(place, weight)| show(place, *weight)).collect(),
        other: show(tally.consenting.len(), tally.other),
        participating: Some(tally.participating),
        ..merged
    }
}

/// Which options of a ballot with one mark are told apart, `other` being the last. They add up to who took part, so those that
/// are merged are told as a sum: they are at least two, of five heads together.
fn apart_of_one(tally: &ItemTally) -> BTreeSet<usize> {
    let heads = |weight: &Weight| weight.heads;
    let mut options: Vec<(u64, usize)> =
        tally.consenting.iter().chain([&tally.other]).map(heads).zip(0..).collect();
    options.sort_unstable();
    let few = options.iter().filter(|(heads, _)| *heads < OPTION).count();
    let mut merged = few;
    let sum = |merged: usize| options.iter().take(merged).map(|(heads, _)| *heads).sum::<u64>();
    while merged != 0 && merged < options.len() && (merged < 2 || sum(merged) < OPTION) {
        merged = merged.saturating_add(1);
    }
    options.into_iter().skip(merged).map(|(_, place)| place).collect()
}

/// The same of a ballot with several marks. Candidates do not add up to anything then, but a candidate leaves those without the
/// mark; and with two marks, all candidates and the blank ballots together tell how many made one mark and how many two.
fn apart_of_several(tally: &ItemTally, marks: usize) -> BTreeSet<usize> {
    let part = tally.participating.heads;
    let heads = |place: usize| tally.consenting.get(place).map_or(0, |weight| weight.heads);
    let enough = |heads: u64| heads >= OPTION;
    let is_told = |place: &usize| enough(heads(*place)) && enough(part.saturating_sub(heads(*place)));
    let mut shown: BTreeSet<usize> = (0..tally.consenting.len()).filter(is_told).collect();
    let marked = part.saturating_sub(tally.other.heads);
    let sum: u64 = tally.consenting.iter().map(|weight| weight.heads).sum();
    let (two, one) = (sum.saturating_sub(marked), marked.saturating_mul(2).saturating_sub(sum));
    let by_marks = marks != 2 || shown.len() < tally.consenting.len() || (enough(one) && enough(two));
    let without = shown.iter().all(|place| enough(marked.saturating_sub(heads(*place))));
    if enough(tally.other.heads) && enough(marked) && without && by_marks {
        shown.insert(tally.consenting.len());
    }
    shown
}

/// Of which parts of the estate anybody may read how many heads they have, and how many, in steps of five; never an area.
///
/// The estate itself is not among them: its totals are signed. A part is told if it has none, or if it has ten heads and if what is left has ten or
/// none: of whichever told part it lies in, without the told parts in there. Outer parts come first, and the lower numbers.
pub fn parts(roll: &Roll, parking_counts: bool) -> BTreeMap<u32, u32> {
    // Who has a counted unit in a part and in no part within it.
    let mut parties: BTreeMap<u32, BTreeSet<PartyId>> = BTreeMap::new();
    for unit in roll.units.values().filter(|unit| counts(unit.kind, parking_counts)) {
        parties.entry(unit.scope).or_default().insert(unit.party);
    }
    let mut told: BTreeSet<u32> = BTreeSet::new();
    let heads = |fits: &dyn Fn(u32) -> bool| {
        let inside = parties.iter().filter(|(scope, _)| fits(**scope));
        inside.flat_map(|(_, parties)| parties).collect::<BTreeSet<_>>().len()
    };
    for (scope, parent) in roll.scopes_in_order() {
        if parent.is_none() {
            told.insert(scope);
            continue;
        }
        let around = |inner: u32| {
            let mut above = core::iter::successors(Some(inner), |at| roll.scopes.get(at).copied().flatten());
            above.find(|at| told.contains(at))
        };
        let outer = around(scope);
        let inside = heads(&|inner| roll.lies_in(inner, scope));
        let left = heads(&|inner| around(inner) == outer && !roll.lies_in(inner, scope));
        let apart = inside >= GROUP && (left == 0 || left >= GROUP);
        // Where nobody has a home there is nobody to be found out.
        if inside == 0 || apart {
            told.insert(scope);
        }
    }
    let inner = told.into_iter().filter(|scope| roll.estate_scope() != Some(*scope));
    let rounded = |scope: u32| {
        let heads = roll.heads_in(scope, parking_counts);
        u32::try_from(heads.saturating_sub(heads.checked_rem(STEP).unwrap_or_default())).unwrap_or(u32::MAX)
    };
    inner.map(|scope| (scope, rounded(scope))).collect()
}

/// How a notice reached homes, with every figure: for those who call on homes.
pub fn all_reached(reached: &Reached) -> DeliveryCounts {
    counts_of(reached, |_| true)
}

/// What anybody may read of how a notice reached homes, once the totals of the vote are stated. A figure stands by itself if it and what
/// is merged have ten homes each, or none; where silence adds few homes to those who took part, none does.
pub fn reached(reached: &Reached) -> DeliveryCounts {
    let few = u64::try_from(GROUP).unwrap_or(u64::MAX);
    let mut figures = figures(reached);
    let entitled: u64 = figures.iter().sum();
    figures.sort_unstable();
    let hides = entitled < few || (1..few).contains(&reached.silent);
    // The smallest are merged until they are ten; equal ones are merged together, so that no order tells them apart.
    let (mut merged, mut least) = (0_u64, 0_u64);
    for figure in figures.into_iter().filter(|figure| *figure != 0) {
        if figure < few || (merged != 0 && merged < few) || figure == least {
            merged = merged.saturating_add(figure);
            least = figure;
        }
    }
    counts_of(reached, |figure| !hides && (figure == 0 || figure > least))
}

/// [`reached`] of figures that are all there, for whoever posts them: with how many homes whose silence followed the majority.
pub fn reached_apart(counts: &DeliveryCounts, silent: u64) -> DeliveryCounts {
    let figures = [
        (DeliveryGrade::AppRead, counts.app_read),
        (DeliveryGrade::Denied, counts.denied),
        (DeliveryGrade::Posted, counts.posted),
        (DeliveryGrade::SignedSlip, counts.signed_slip),
        (DeliveryGrade::Unreachable, counts.unreachable),
    ];
    let by_grade: Option<_> = figures.into_iter().map(|(grade, figure)| Some((grade, figure?))).collect();
    match (by_grade, counts.voted, counts.unsaid) {
        (Some(by_grade), Some(voted), Some(unsaid)) => reached(&Reached { voted, by_grade, unsaid, silent }),
        // Something is merged already.
        _ => counts.clone(),
    }
}

/// The figures of how a notice reached homes, which add up to those entitled.
fn figures(reached: &Reached) -> Vec<u64> {
    reached.by_grade.values().copied().chain([reached.unsaid, reached.voted]).collect()
}

fn counts_of(reached: &Reached, shows: impl Fn(u64) -> bool) -> DeliveryCounts {
    let show = |figure: u64| shows(figure).then_some(figure);
    let of = |grade: DeliveryGrade| show(reached.by_grade.get(&grade).copied().unwrap_or_default());
    DeliveryCounts {
        app_read: of(DeliveryGrade::AppRead),
        denied: of(DeliveryGrade::Denied),
        posted: of(DeliveryGrade::Posted),
        signed_slip: of(DeliveryGrade::SignedSlip),
        unreachable: of(DeliveryGrade::Unreachable),
        unsaid: show(reached.unsaid),
        voted: show(reached.voted),
    }
}
