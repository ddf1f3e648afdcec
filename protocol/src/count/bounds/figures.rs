//! Whether the figures of an item can be those of some filling.

use super::super::resolution::FOR;
use super::super::stated::stated_outcome;
use super::super::weight::Weight;
use super::Hand;
use crate::body::{Item, ItemTally, Method};

/// Ballots that say one thing: those at hand that say it, and those missing that could.
struct Group {
    /// What those at hand weigh.
    shown: Weight,
    /// Whether an area of one of them is missing.
    shown_gap: bool,
    /// What the missing ones weigh, by the areas at hand, the lightest first.
    hidden_c: Vec<u64>,
    /// Whether an area of one of those is missing.
    hidden_gap: bool,
}

impl Group {
    fn new(hand: &Hand, place: usize, says: impl Fn(&[u32]) -> bool) -> Self {
        let mut group =
            Self { shown: Weight::default(), shown_gap: false, hidden_c: Vec::new(), hidden_gap: false };
        for ballot in &hand.returned {
            match ballot.choice.as_ref().map(|choice| choice.get(place).map_or(&[][..], Vec::as_slice)) {
                Some(marks) if says(marks) => {
                    group.shown = group.shown.plus(ballot.weight);
                    group.shown_gap |= ballot.gap;
                }
                Some(_) => {}
                None => {
                    group.hidden_c.push(ballot.weight.area_c);
                    group.hidden_gap |= ballot.gap;
                }
            }
        }
        group.hidden_c.sort_unstable();
        group
    }

    /// Whether it can weigh that much. Both counts move together: so many heads more bring no less area than the
    /// lightest so many of the missing ballots, and no more than the heaviest, beside `more_c` of missing areas.
    fn can_weigh(&self, stated: Weight, more_c: u64) -> bool {
        let (Some(heads), Some(area_c)) = (
            stated.heads.checked_sub(self.shown.heads).and_then(|heads| usize::try_from(heads).ok()),
            stated.area_c.checked_sub(self.shown.area_c),
        ) else {
            return false;
        };
        let sum = |areas: &[u64]| areas.iter().fold(0_u64, |sum, area_c| sum.saturating_add(*area_c));
        let heaviest = self.hidden_c.len().checked_sub(heads).and_then(|place| self.hidden_c.get(place..));
        let (Some(lightest), Some(heaviest)) = (self.hidden_c.get(..heads), heaviest) else { return false };
        let takes_more = self.shown_gap || (heads > 0 && self.hidden_gap);
        let most = sum(heaviest).saturating_add(if takes_more { more_c } else { 0 });
        (sum(lightest)..=most).contains(&area_c)
    }
}

impl Hand {
    /// That the figures of an item can be those of some filling, and give the stated outcome.
    ///
    /// # Errors
    /// What cannot be.
    pub(super) fn check_figures(
        &self,
        place: usize,
        item: &Item,
        stated: &ItemTally,
    ) -> Result<(), &'static str> {
        let part = self.participating();
        let more_c = stated.participating.area_c.checked_sub(part.area_c).filter(|more_c| {
            let least = if self.idle_gap { 0 } else { self.open_c };
            let most = if self.returned.iter().any(|ballot| ballot.gap) { self.open_c } else { 0 };
            (least.min(most)..=most).contains(more_c)
        });
        let Some(more_c) = more_c.filter(|_| stated.participating.heads == part.heads) else {
            return Err("who took part is not what the ballots give");
        };
        match item.method {
            Method::Resolution => self.check_resolution(place, stated, more_c)?,
            Method::Election => self.check_election(place, item, stated, more_c)?,
        }
        if stated_outcome(item, stated, self.total) == stated.outcome {
            Ok(())
        } else {
            Err("the outcome does not follow from the totals")
        }
    }

    /// Who took part, by the areas that are at hand: all whose ballots stand and are valid on the item.
    pub(super) fn participating(&self) -> Weight {
        self.returned.iter().map(|ballot| ballot.weight).sum()
    }

    fn check_resolution(&self, place: usize, stated: &ItemTally, more_c: u64) -> Result<(), &'static str> {
        let [consenting] = stated.consenting.as_slice() else { return Err("one total is asked for") };
        let marks_for = |marks: &[u32]| marks.contains(&FOR);
        if !Group::new(self, place, marks_for).can_weigh(*consenting, more_c) {
            return Err("who consented is more or less than the openings at hand allow");
        }
        if !Group::new(self, place, |marks| !marks_for(marks)).can_weigh(stated.other, more_c) {
            return Err("who did not consent is more or less than the openings at hand allow");
        }
        if consenting.plus(stated.other) == stated.participating {
            Ok(())
        } else {
            Err("the parts do not add up to who took part")
        }
    }

    fn check_election(
        &self,
        place: usize,
        item: &Item,
        stated: &ItemTally,
        more_c: u64,
    ) -> Result<(), &'static str> {
        if stated.consenting.len() != item.options.len() {
            return Err("one total for each candidate is asked for");
        }
        if !Group::new(self, place, <[u32]>::is_empty).can_weigh(stated.other, more_c) {
            return Err("who marked nobody is more or less than the openings at hand allow");
        }
        let marking = Group::new(self, place, |marks| !marks.is_empty());
        let marked = stated.participating.without(stated.other);
        if !marking.can_weigh(marked, more_c) || marked.plus(stated.other) != stated.participating {
            return Err("the parts do not add up to who took part");
        }
        let mut hidden = Vec::new();
        for (option, consenting) in (0..).zip(&stated.consenting) {
            let group = Group::new(self, place, |marks| marks.contains(&option));
            if !group.can_weigh(*consenting, more_c) {
                return Err("who marked a candidate is more or less than the openings at hand allow");
            }
            hidden.push(consenting.without(group.shown));
        }
        // Each missing ballot that marks somebody marks one candidate at least, and as many as there are seats at most.
        let ballots = marked.without(marking.shown);
        let most = u128::from(item.seats.min(u32::try_from(item.options.len()).unwrap_or(u32::MAX)));
        let spread = |ballots: u64, marks: &dyn Fn(&Weight) -> u64| {
            let sum: u128 = hidden.iter().map(|weight| u128::from(marks(weight))).sum();
            let once = u128::from(ballots);
            hidden.iter().all(|weight| marks(weight) <= ballots)
                && (once..=once.saturating_mul(most)).contains(&sum)
        };
        if spread(ballots.heads, &|weight| weight.heads) && spread(ballots.area_c, &|weight| weight.area_c) {
            Ok(())
        } else {
            Err("the candidates have more or fewer marks than the ballots can give")
        }
    }
}
