//! What stated totals give. Whoever lacks the openings cannot count again, but can see whether an outcome follows from the
//! totals beside it.

use super::election::elect;
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
        Method::Election => {
            let consenting = item.options.iter().cloned().zip(stated.consenting.iter().copied()).collect();
            elect(total, (stated.participating, stated.other), consenting, share, item.seats).outcome
        }
    }
}
