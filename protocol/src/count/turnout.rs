//! How many have voted: as far as everybody may know while a vote is open, and exactly, for the desk.

use std::collections::{BTreeMap, BTreeSet};

use super::areas::areas;
use super::threshold::QUORUM;
use super::vote_book::Mark;
use super::weight::Weight;
use crate::blob::Evidence;
use crate::calendar::{HOUR_MS, local_day};
use crate::id::{BlobId, PartyId, UnitId};
use crate::rejection::Rejection;
use crate::state::{Agenda, AgendaVoters, Roll, State};

/// The figure moves in steps of this many parties.
const STEP: u64 = 5;

/// How many parties had a standing ballot at the last full hour, rounded down to a multiple of five: whoever watches the
/// figure cannot tell from a change that a certain neighbour has just voted.
pub fn public_turnout(agenda: &Agenda, now_ms: u64) -> u64 {
    let hour_ms = now_ms.checked_div(HOUR_MS).unwrap_or_default().saturating_mul(HOUR_MS);
    let cast = agenda.book.casts().iter().filter(|cast| cast.at < hour_ms);
    let parties: BTreeSet<_> = cast.map(|cast| cast.party).filter(|party| agenda.takes_part(party)).collect();
    let parties = u64::try_from(parties.len()).unwrap_or(u64::MAX);
    parties.saturating_sub(parties.checked_rem(STEP).unwrap_or_default())
}

/// Who takes part in a vote now. It says nothing of what anybody chose, and is for those who call on homes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turnout {
    /// The parties with a standing ballot.
    pub parties: BTreeSet<PartyId>,
    /// The parties whose ballots are all held, because their owners have not named who votes.
    pub held: BTreeSet<PartyId>,
    /// What the parties with a standing ballot weigh.
    pub participating: Weight,
    /// How much more is needed for a quorum.
    pub missing: Weight,
    /// The blobs of their units whose area is not at hand.
    pub unknown: Vec<BlobId>,
}

/// Adds up who takes part. A unit whose area is not at hand adds none.
///
/// # Errors
/// What a blob breaks that is at hand but does not fit the entry naming it.
pub fn turnout(agenda: &Agenda, roll: &Roll, evidence: &Evidence) -> Result<Turnout, Rejection> {
    let mut turnout = Turnout::default();
    for party in agenda.book.casts().iter().map(|cast| cast.party) {
        if agenda.takes_part(&party) {
            turnout.parties.insert(party);
        } else if agenda.book.standing(&party).is_none() {
            turnout.held.insert(party);
        }
    }
    let counted = roll.counted_units(agenda.scope, agenda.bylaws.parking_counts);
    let taking_part = counted.filter(|(_, unit)| turnout.parties.contains(&unit.party));
    let known = areas(taking_part, evidence)?;
    let area_c = known.sum();
    turnout.unknown = known.missing;
    let heads = u64::try_from(turnout.parties.len()).unwrap_or(u64::MAX);
    turnout.participating = Weight { area_c, heads };
    let needed =
        Weight { area_c: QUORUM.least_of(agenda.area_c), heads: QUORUM.least_of(agenda.heads.into()) };
    turnout.missing = needed.without(turnout.participating);
    Ok(turnout)
}

/// How many parties a part of the estate has in a vote, and how many of them take part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartTurnout {
    /// With a counted unit there.
    pub heads: usize,
    /// Of those, with a standing ballot.
    pub voted: usize,
}

impl Turnout {
    /// The same by parts of the estate, each unit lying in the part that `part_of` names. A party with units in
    /// two parts is a head in each: whoever calls on homes rings at either.
    pub fn by_part<P: Ord>(
        &self,
        agenda: &Agenda,
        roll: &Roll,
        part_of: impl Fn(UnitId) -> P,
    ) -> BTreeMap<P, PartTurnout> {
        let mut parties = BTreeMap::<P, BTreeSet<PartyId>>::new();
        for (id, unit) in roll.counted_units(agenda.scope, agenda.bylaws.parking_counts) {
            parties.entry(part_of(id)).or_default().insert(unit.party);
        }
        let count = |parties: BTreeSet<PartyId>| PartTurnout {
            heads: parties.len(),
            voted: parties.intersection(&self.parties).count(),
        };
        parties.into_iter().map(|(part, parties)| (part, count(parties))).collect()
    }
}

/// Who had taken part by the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayTurnout {
    /// The local day, as a number of days since 1970-01-01.
    pub day: u64,
    /// What the parties weigh whose first ballot that counts came by its end, of those that take part now.
    pub participating: Weight,
}

impl Turnout {
    /// The same by the days of the window that have begun at a moment. A party counts from the day of its first ballot that
    /// counts: that it votes again moves nothing. The last day says what [`Turnout::participating`] says.
    ///
    /// # Errors
    /// What a blob breaks that is at hand but does not fit the entry naming it.
    pub fn by_day(
        &self,
        state: &State,
        agenda: &Agenda,
        roll: &Roll,
        (evidence, now_ms): (&Evidence, u64),
    ) -> Result<Vec<DayTurnout>, Rejection> {
        let days = local_day(agenda.opens_ms)..=local_day(now_ms.min(agenda.closes_ms.saturating_sub(1)));
        if now_ms < agenda.opens_ms {
            return Ok(Vec::new());
        }
        let mut areas_c = BTreeMap::<PartyId, u64>::new();
        let counted = || roll.counted_units(agenda.scope, agenda.bylaws.parking_counts);
        let by_unit = areas(counted(), evidence)?.by_unit;
        for (id, unit) in counted() {
            let area_c = areas_c.entry(unit.party).or_default();
            *area_c = area_c.saturating_add(by_unit.get(&id).copied().unwrap_or_default());
        }
        let mut by_day = BTreeMap::<u64, Weight>::new();
        for (party, day) in self.first_days(state, agenda, roll) {
            let weight = by_day.entry(day.max(*days.start()).min(*days.end())).or_default();
            weight.heads = weight.heads.saturating_add(1);
            weight.area_c = weight.area_c.saturating_add(areas_c.get(&party).copied().unwrap_or_default());
        }
        let mut sum = Weight::default();
        Ok(days
            .map(|day| {
                let more = by_day.get(&day).copied().unwrap_or_default();
                sum.heads = sum.heads.saturating_add(more.heads);
                sum.area_c = sum.area_c.saturating_add(more.area_c);
                DayTurnout { day, participating: sum }
            })
            .collect())
    }

    /// The day of the first ballot that counts, of each party that takes part.
    fn first_days(&self, state: &State, agenda: &Agenda, roll: &Roll) -> BTreeMap<PartyId, u64> {
        let casts = agenda.book.casts().iter();
        let at: BTreeMap<u64, u64> = casts.map(|cast| (cast.number, cast.at)).collect();
        let mut first = BTreeMap::new();
        for line in agenda.book.settle(&AgendaVoters::on(state, agenda, roll)).trail {
            let (Mark::Accepted(_), Some(at)) = (line.mark, at.get(&line.number)) else { continue };
            if self.parties.contains(&line.party) {
                first.entry(line.party).or_insert(local_day(*at));
            }
        }
        // Whoever takes part as far as the door knows counts from the ballot that stands, if that is all there is.
        for party in &self.parties {
            if let Some(at) = agenda.book.standing(party).and_then(|number| at.get(&number)) {
                first.entry(*party).or_insert(local_day(*at));
            }
        }
        first
    }
}
