//! What stated figures can be, where some of what they rest on is not at hand.
//!
//! A *filling* gives each missing opening a choice that its item allows, and each missing area a size, so that all areas
//! together are the stated one. Every stated figure must be that of some filling, as far as sums and orders can tell: no
//! true figure is ever refused, and with nothing missing none but the true one passes. An outcome that is the same in
//! every filling is as good as counted.

mod area;
mod decided;
mod figures;
mod score;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::agenda::{Material, at_hand, at_hand_without, counted_root, weights};
use super::resolution::{AGAINST, FOR};
use super::setting::poll_rules;
use super::threshold::QUORUM;
use super::weight::Weight;
use crate::blob::{Evidence, Missing};
use crate::body::{Item, ItemTally, Method, Tally};
use crate::bylaws::Bylaws;
use crate::id::{AgendaId, BlobId, PartyId};
use crate::rejection::{Code, Rejection, require};
use crate::state::State;

pub(crate) use area::{check_area, check_scope_area};
pub(super) use decided::Race;
pub(crate) use score::check_score;

/// A standing ballot, as far as it is at hand.
#[derive(Clone, Debug)]
struct Returned {
    /// What it weighs, by the areas that are at hand.
    weight: Weight,
    /// Whether an area of it is missing.
    gap: bool,
    /// What it marks, by item; none if its opening is missing.
    choice: Option<Vec<Vec<u32>>>,
    /// The items, by their numbers, on which it marks nothing valid: the log tells.
    spoilt: BTreeSet<u32>,
}

/// What is at hand of a vote.
#[derive(Clone, Debug)]
struct Hand {
    /// All who are entitled, as `open` states it.
    total: Weight,
    /// What the missing areas are together, in 0.01 m².
    open_c: u64,
    /// Whether the area of somebody is missing who has no standing ballot.
    idle_gap: bool,
    /// The standing ballots.
    returned: Vec<Returned>,
    /// Those who were reached and stayed silent, whom the bylaws may let follow the majority.
    silent: Vec<Returned>,
    /// By which settings.
    settings: Bylaws,
}

impl Hand {
    /// The same for one item: a ballot on paper that marks nothing valid on it takes no part, or, where such papers take part,
    /// marks nobody.
    fn on(&self, item: &Item, invalid_participates: bool) -> Self {
        let mut hand = Self { returned: Vec::with_capacity(self.returned.len()), ..self.clone() };
        for ballot in &self.returned {
            match ballot.spoilt.contains(&item.id) {
                false => hand.returned.push(ballot.clone()),
                true if invalid_participates => {
                    hand.returned.push(Returned { choice: Some(Vec::new()), ..ballot.clone() });
                }
                true => hand.idle_gap |= ballot.gap,
            }
        }
        hand
    }
}

/// Holds a stated tally against what is at hand. Returns what its figures lack, and whether its outcomes are the same
/// whatever that says.
///
/// # Errors
/// `TALLY_MISMATCH` with what cannot be; and what a blob breaks that is at hand but does not fit the entry naming it.
pub(crate) fn check_tally(
    state: &State,
    tally: &Tally,
    evidence: &Evidence,
) -> Result<(Missing, bool), Rejection> {
    let left_out = tally.voided.iter().copied().collect();
    let at_hand = at_hand_without(state, &tally.agenda, &left_out, evidence)?;
    require(tally.counted_root == counted_root(&at_hand), Code::TallyMismatch)?;
    let (hand, missing) = hand(&at_hand);
    let mut decided = true;
    for (place, (item, stated)) in at_hand.items.iter().zip(&tally.items).enumerate() {
        let wrong = |what: &str| Rejection::with(Code::TallyMismatch, format!("item {}: {what}", item.id));
        let hand = hand.on(item, at_hand.agenda.bylaws.invalid_counts_as_participation);
        hand.check_item(place, item, stated).map_err(wrong)?;
        decided &= hand.decides_item(place, item);
    }
    Ok((missing, decided))
}

/// What a count of a vote would lack, under its settings.
///
/// # Errors
/// `AGENDA_UNKNOWN`; and what a blob breaks that is at hand but does not fit the entry naming it.
pub(crate) fn missing_for(
    state: &State,
    agenda: &AgendaId,
    evidence: &Evidence,
) -> Result<Missing, Rejection> {
    at_hand(state, agenda, evidence).map(|at_hand| hand(&at_hand).1)
}

/// What is at hand under the settings of the vote; beside it what is missing under them. Parking that does not count is
/// neither.
fn hand(at_hand: &Material<'_>) -> (Hand, Missing) {
    let agenda = at_hand.agenda;
    let parking_counts = agenda.bylaws.parking_counts;
    let weights = weights(at_hand, parking_counts);
    let counted = at_hand.roll.counted_units(agenda.scope, parking_counts);
    let without: Vec<_> = counted.filter(|(id, _)| !at_hand.areas.contains_key(id)).collect();
    let gaps: BTreeSet<PartyId> = without.iter().map(|(_, unit)| unit.party).collect();
    let blobs: Vec<BlobId> = without.iter().map(|(_, unit)| unit.facts).collect();
    let known: Weight = weights.values().copied().sum();

    let of = |party: &PartyId| Returned {
        weight: weights.get(party).copied().unwrap_or_default(),
        gap: gaps.contains(party),
        choice: None,
        spoilt: BTreeSet::new(),
    };
    let mut voted = BTreeSet::new();
    let returned = at_hand.settled.standing.iter().map(|(party, number)| {
        voted.insert(*party);
        let spoilt = at_hand.items.iter().filter(|item| at_hand.is_spoilt(*number, item));
        let spoilt = spoilt.map(|item| item.id).collect();
        Returned { choice: at_hand.openings.get(number).cloned(), spoilt, ..of(party) }
    });
    let hand = Hand {
        total: Weight { area_c: agenda.area_c, heads: agenda.heads.into() },
        returned: returned.collect(),
        // What `open` stated was held against the same areas, or against as many of them as are at hand.
        open_c: if gaps.is_empty() { 0 } else { agenda.area_c.saturating_sub(known.area_c) },
        idle_gap: gaps.difference(&voted).next().is_some(),
        silent: at_hand.silent.iter().map(of).collect(),
        settings: agenda.bylaws.clone(),
    };
    (hand, Missing { blobs, openings: at_hand.missing.openings.clone(), ..Missing::default() })
}

impl Hand {
    /// Whether those who stayed silent may follow the majority of an item.
    fn follows(&self, item: &Item) -> bool {
        let lets = poll_rules(&self.settings, item.class, item.raise).conformity;
        lets && item.method == Method::Resolution && !self.silent.is_empty()
    }

    /// That the figures of an item can be those of some filling: without those who stayed silent, or with all of them on the side
    /// that leads.
    ///
    /// # Errors
    /// What cannot be.
    fn check_item(&self, place: usize, item: &Item, stated: &ItemTally) -> Result<(), &'static str> {
        if !self.follows(item) {
            return self.check_figures(place, item, stated);
        }
        let silent: Weight = self.silent.iter().map(|home| home.weight).sum();
        let consenting = stated.consenting.first().copied().unwrap_or_default();
        let (against, hidden) = self.shown_and_hidden(place, AGAINST);
        let most = against.plus(hidden);
        // As few may have been against as are shown, and as many as are shown or hidden. Where an area is missing, who leads is open.
        let known = !self.idle_gap && self.returned.iter().all(|ballot| !ballot.gap);
        let (stay, consent, oppose) = (
            !consenting.leads(most) && !against.leads(consenting),
            consenting.without(silent).leads(against),
            most.leads(consenting),
        );
        let stayed = self.check_figures(place, item, stated).is_ok();
        let fits = (stayed && (stay || !known))
            || ((consent || !known)
                && self.with_silent(item, FOR).check_figures(place, item, stated).is_ok())
            || ((oppose || !known)
                && self.with_silent(item, AGAINST).check_figures(place, item, stated).is_ok());
        if fits {
            Ok(())
        } else {
            Err("the figures are not what the ballots give, with the silent or without")
        }
    }

    /// Whether an item comes out the same in every filling; said of fewer items than it is true of where the silent may follow.
    fn decides_item(&self, place: usize, item: &Item) -> bool {
        if !self.follows(item) {
            return self.decides(place, item);
        }
        let heads = self.with_silent(item, FOR).participating().heads;
        !QUORUM.of(heads, self.total.heads).holds()
    }

    /// The same if all who stayed silent had marked an option of every item.
    fn with_silent(&self, item: &Item, option: u32) -> Self {
        let items = usize::try_from(item.id).unwrap_or_default();
        let choice = Some(vec![vec![option]; items]);
        let more = self.silent.iter().map(|home| Returned { choice: choice.clone(), ..home.clone() });
        let returned: Vec<Returned> = self.returned.iter().cloned().chain(more).collect();
        Self { returned, silent: Vec::new(), ..self.clone() }
    }
}
