//! Electing several people: each candidate needs the threshold, then heads, then area decide.

use core::cmp::Reverse;

use super::poll::{Marks, Outcome, Poll, PollRules};
use super::threshold::{Comparison, QUORUM, Share};
use super::weight::Weight;
use crate::body::{Item, ItemTally};

/// The count of one candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidateCount {
    /// Who.
    pub candidate: String,
    /// Who marked them.
    pub consenting: Weight,
    /// Heads consenting against heads taking part.
    pub consent_heads: Comparison,
    /// Area consenting against area taking part.
    pub consent_area: Comparison,
}

impl CandidateCount {
    /// Whether the candidate reached the threshold by area and by heads.
    pub fn qualified(&self) -> bool {
        self.consent_heads.holds() && self.consent_area.holds()
    }
}

/// The count of an election.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElectionCount {
    /// Who took part.
    pub participating: Weight,
    /// Who took part without marking anybody: blank papers, and invalid ones where they take part.
    pub blank: Weight,
    /// Heads taking part against heads entitled.
    pub quorum_heads: Comparison,
    /// Area taking part against area entitled.
    pub quorum_area: Comparison,
    /// The candidates: qualified first, then by heads, area, id.
    pub candidates: Vec<CandidateCount>,
    /// Who is elected, in that order.
    pub elected: Vec<String>,
    /// Who qualified without a seat, in that order; they follow when a seat falls vacant.
    pub alternates: Vec<String>,
    /// Candidates for the last seats who are equal in heads and area, and among whom a lot decides.
    pub lot: Vec<String>,
    /// What follows.
    pub outcome: Outcome,
}

/// Counts an election of `seats` people; marks number the candidates from 0.
pub fn count_election<P>(
    poll: &Poll<P>,
    rules: &PollRules,
    candidates: &[String],
    seats: u32,
) -> ElectionCount {
    let participating = poll.participating(rules);
    let blank = poll.weigh(|marks| match marks {
        Marks::Invalid => rules.invalid_participates,
        Marks::Options(options) => options.is_empty(),
    });
    let marked = |option| poll.weigh(|marks| marks.mark(option));
    let consenting = candidates.iter().cloned().zip((0..).map(marked)).collect();
    elect(poll.total, (participating, blank), consenting, rules.consent, seats)
}

/// What follows from who took part, who of them marked nobody, and who marked each candidate.
pub(super) fn elect(
    total: Weight,
    (participating, blank): (Weight, Weight),
    consenting: Vec<(String, Weight)>,
    consent: Share,
    seats: u32,
) -> ElectionCount {
    let quorum_heads = QUORUM.of(participating.heads, total.heads);
    let quorum_area = QUORUM.of(participating.area_c, total.area_c);
    let count = |(candidate, consenting): (String, Weight)| CandidateCount {
        candidate,
        consenting,
        consent_heads: consent.of(consenting.heads, participating.heads),
        consent_area: consent.of(consenting.area_c, participating.area_c),
    };
    let mut counts: Vec<CandidateCount> = consenting.into_iter().map(count).collect();
    counts.sort_by_cached_key(|count| {
        let Weight { area_c, heads } = count.consenting;
        (Reverse(count.qualified()), Reverse(heads), Reverse(area_c), count.candidate.clone())
    });

    let quorum = quorum_heads.holds() && quorum_area.holds();
    let Seating { elected, alternates, lot } = if quorum { seat(&counts, seats) } else { Seating::default() };
    let outcome = if !quorum {
        Outcome::QuorumNotMet
    } else if !lot.is_empty() {
        Outcome::LotRequired
    } else if elected.is_empty() {
        Outcome::ElectionFailed
    } else if u32::try_from(elected.len()).is_ok_and(|filled| filled >= seats) {
        Outcome::ElectionFilled
    } else {
        Outcome::ElectionPartial
    };
    ElectionCount {
        participating,
        blank,
        quorum_heads,
        quorum_area,
        candidates: counts,
        elected,
        alternates,
        lot,
        outcome,
    }
}

/// Who has a seat, who follows, and among whom a lot decides.
#[derive(Default)]
pub(crate) struct Seating {
    pub(crate) elected: Vec<String>,
    pub(crate) alternates: Vec<String>,
    pub(crate) lot: Vec<String>,
}

/// What follows from stated totals, with those left out who do not stand any more: seats go to others then, and the threshold stays.
pub(crate) fn seat_stated(
    total: Weight,
    stated: &ItemTally,
    (item, consent): (&Item, Share),
    stands: &dyn Fn(&str) -> bool,
) -> Seating {
    let consenting = item.options.iter().cloned().zip(stated.consenting.iter().copied()).collect();
    let mut count = elect(total, (stated.participating, stated.other), consenting, consent, item.seats);
    if !(count.quorum_heads.holds() && count.quorum_area.holds()) {
        return Seating::default();
    }
    count.candidates.retain(|candidate| stands(&candidate.candidate));
    seat(&count.candidates, item.seats)
}

/// Gives the seats to the first qualified candidates. Where the last seat would fall among equals, none of them is
/// seated: neither their ids nor a program may choose between people.
fn seat(ranked: &[CandidateCount], seats: u32) -> Seating {
    let seats = usize::try_from(seats).unwrap_or(usize::MAX);
    let qualified: Vec<_> = ranked.iter().filter(|count| count.qualified()).collect();
    let (seated, next) = qualified.split_at(seats.min(qualified.len()));
    let cut = match (seated.last(), next.first()) {
        (Some(last), Some(next)) if last.consenting == next.consenting => Some(last.consenting),
        _ => None,
    };
    let mut seating = Seating::default();
    for (place, count) in qualified.iter().enumerate() {
        let list = if cut == Some(count.consenting) {
            &mut seating.lot
        } else if place < seats {
            &mut seating.elected
        } else {
            &mut seating.alternates
        };
        list.push(count.candidate.clone());
    }
    seating
}
