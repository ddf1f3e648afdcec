//! What stated totals give. Whoever lacks the openings cannot count again, but can see whether an outcome follows from the
//! totals beside it.

use super::election::{ElectionCount, elect};
use super::poll::Outcome;
use super::resolution::Checks;
use super::threshold::consent_share;
use super::weight::Weight;
use crate::body::{Item, ItemTally, Method};

/// The outcome that an item's stated totals give; `total` is who was entitled. A tally that states another one is false.
pub fn stated_outcome(item: &Item, stated: &ItemTally, total: Weight) -> Outcome {
    let share = consent_share(item.class, item.raise);
    match item.method {
        Method::Resolution => {
            let consenting = stated.consenting.first().copied().unwrap_or_default();
            Checks::new(stated.participating, consenting, total, share).outcome()
        }
        Method::Election => elected(item, stated, total).outcome,
    }
}

fn elected(item: &Item, stated: &ItemTally, total: Weight) -> ElectionCount {
    let consenting = item.options.iter().cloned().zip(stated.consenting.iter().copied()).collect();
    let share = consent_share(item.class, item.raise);
    elect(total, (stated.participating, stated.other), consenting, share, item.seats)
}

/// What a candidate comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// 当选.
    Elected,
    /// 候补: qualified without a seat; follows when one falls vacant.
    Alternate,
    /// Equal with others for the last seats: a lot decides.
    Lot,
    /// Not qualified, or too few took part.
    Not,
}

/// The candidates of an election as its stated totals rank them, each by its place among the options.
pub fn stated_ranks(item: &Item, stated: &ItemTally, total: Weight) -> Vec<(usize, Rank)> {
    let count = elected(item, stated, total);
    let rank = |candidate: &String| {
        let of =
            [(&count.elected, Rank::Elected), (&count.alternates, Rank::Alternate), (&count.lot, Rank::Lot)];
        of.iter().find(|(list, _)| list.contains(candidate)).map_or(Rank::Not, |(_, rank)| *rank)
    };
    let place = |candidate: &String| item.options.iter().position(|option| option == candidate);
    let ranked = count.candidates.iter().map(|one| &one.candidate);
    ranked.filter_map(|candidate| Some((place(candidate)?, rank(candidate)))).collect()
}
