//! Whether an item comes out the same in every filling: with the same outcome, the same people elected, and a lot among
//! the same.

use std::cmp::Ordering;

use super::super::poll::Outcome;
use super::super::resolution::{Checks, FOR};
use super::super::threshold::{QUORUM, Share, consent_share};
use super::super::weight::Weight;
use super::Hand;
use crate::body::{Item, Method};

impl Hand {
    /// Whether every filling comes out the same. Exact, but that an election of which an area is missing is only
    /// called decided where too few heads take part: then no area matters.
    pub(super) fn decides(&self, place: usize, item: &Item) -> bool {
        let part = self.participating();
        if !QUORUM.of(part.heads, self.total.heads).holds() {
            return true;
        }
        let share = consent_share(item.class, item.raise);
        match item.method {
            Method::Resolution => self.resolution_decided(place, share),
            Method::Election => {
                let whole = !self.idle_gap && self.returned.iter().all(|ballot| !ballot.gap);
                whole && self.election_decided(place, item, share)
            }
        }
    }

    /// Ballots that mark an option, of those at hand; and all missing ones.
    pub(super) fn shown_and_hidden(&self, place: usize, option: u32) -> (Weight, Weight) {
        let (mut shown, mut hidden) = (Weight::default(), Weight::default());
        for ballot in &self.returned {
            match &ballot.choice {
                None => hidden = hidden.plus(ballot.weight),
                Some(choice) if choice.get(place).is_some_and(|marks| marks.contains(&option)) => {
                    shown = shown.plus(ballot.weight);
                }
                Some(_) => {}
            }
        }
        (shown, hidden)
    }

    /// More consent never hurts. So each outcome that some filling has is had where all missing ballots say the same,
    /// and the missing areas lie with those who consent, or with those who do not, as far as they lie with voters at
    /// all: none, all, or just as much as a quorum takes.
    fn resolution_decided(&self, place: usize, share: Share) -> bool {
        let (shown, hidden) = self.shown_and_hidden(place, FOR);
        let part = self.participating();
        let quorum_c = QUORUM.least_of(self.total.area_c).saturating_sub(part.area_c);
        let taken = if self.idle_gap {
            vec![0, quorum_c.saturating_sub(1), quorum_c, self.open_c]
        } else {
            vec![self.open_c]
        };
        let mut outcomes: Vec<Outcome> = Vec::new();
        for all_consent in [false, true] {
            let consenting = if all_consent { shown.plus(hidden) } else { shown };
            let mut takers: Vec<bool> = Vec::new();
            for ballot in self.returned.iter().filter(|ballot| ballot.gap) {
                takers.push(match &ballot.choice {
                    None => all_consent,
                    Some(choice) => choice.get(place).is_some_and(|marks| marks.contains(&FOR)),
                });
            }
            takers.sort_unstable();
            takers.dedup();
            if takers.is_empty() {
                outcomes.push(Checks::new(part, consenting, self.total, share).outcome());
            }
            for taker in takers {
                for area_c in taken.iter().filter(|area_c| **area_c <= self.open_c) {
                    let more = Weight { area_c: *area_c, heads: 0 };
                    let consenting = if taker { consenting.plus(more) } else { consenting };
                    outcomes.push(Checks::new(part.plus(more), consenting, self.total, share).outcome());
                }
            }
        }
        outcomes.iter().all(|outcome| Some(outcome) == outcomes.first())
    }

    /// A candidate fares best where every missing ballot marks nobody else, and worst where every one marks the
    /// strongest others, of whom a ballot can mark as many as there are seats: just those that it takes to be kept out.
    fn election_decided(&self, place: usize, item: &Item, share: Share) -> bool {
        let part = self.participating();
        if !QUORUM.of(part.area_c, self.total.area_c).holds() {
            return true;
        }
        let options = (0..).zip(&item.options).map(|(option, _)| self.shown_and_hidden(place, option));
        let range: Vec<(Weight, Weight)> =
            options.map(|(shown, hidden)| (shown, shown.plus(hidden))).collect();
        Race { part, share, seats: item.seats }.is_decided(&range)
    }
}

/// How a candidate fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fare {
    Out,
    Lot,
    Elected,
}

/// An election's candidates, whose marks lie in a range each.
pub(in crate::count) struct Race {
    /// Who takes part.
    pub(in crate::count) part: Weight,
    /// Whose consent a candidate needs.
    pub(in crate::count) share: Share,
    /// How many are elected.
    pub(in crate::count) seats: u32,
}

impl Race {
    /// Whether each candidate fares alike at best and at worst.
    pub(in crate::count) fn is_decided(&self, range: &[(Weight, Weight)]) -> bool {
        range.iter().enumerate().all(|(own, (least, most))| {
            let others = || range.iter().enumerate().filter(move |(other, _)| *other != own);
            let best = self.fare(*most, others().map(|(_, (least, _))| *least));
            let worst = self.fare(*least, others().map(|(_, (_, most))| *most));
            best == worst
        })
    }

    fn fare(&self, own: Weight, rivals: impl Iterator<Item = Weight>) -> Fare {
        let qualified = |weight: Weight| {
            self.share.of(weight.heads, self.part.heads).holds()
                && self.share.of(weight.area_c, self.part.area_c).holds()
        };
        if !qualified(own) {
            return Fare::Out;
        }
        let (mut before, mut level) = (0_u64, 1_u64);
        for rival in rivals.filter(|rival| qualified(*rival)) {
            match (rival.heads, rival.area_c).cmp(&(own.heads, own.area_c)) {
                Ordering::Greater => before = before.saturating_add(1),
                Ordering::Equal => level = level.saturating_add(1),
                Ordering::Less => {}
            }
        }
        let seats = u64::from(self.seats);
        if before.saturating_add(level) <= seats {
            Fare::Elected
        } else if before < seats {
            Fare::Lot
        } else {
            Fare::Out
        }
    }
}
