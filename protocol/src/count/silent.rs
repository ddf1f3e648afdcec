//! Who was reached and stayed silent, and what would have come out had their silence said nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::agenda::{at_hand, count_items, weights};
use super::poll::Outcome;
use super::weight::Weight;
use crate::blob::Evidence;
use crate::body::DeliveryGrade;
use crate::bylaws::{Bylaws, Conformity};
use crate::id::{AgendaId, PartyId};
use crate::rejection::{Code, Rejection};
use crate::state::{Agenda, AgendaVoters, NoticeRecord, State};

/// The parties entitled that a notice reached in time and that cast nothing at all: whose ballot is held has spoken.
pub fn silent_parties(state: &State, agenda: &Agenda) -> BTreeSet<PartyId> {
    let notice = state.notices.get(&agenda.notice);
    let reached = notice.into_iter().flat_map(|notice| notice.deliveries.iter());
    let reached = reached.filter(|(_, record)| record.makes_silent(agenda.closes_ms));
    let mut silent: BTreeSet<PartyId> = reached.map(|(party, _)| *party).collect();
    for cast in agenda.book.casts().iter() {
        silent.remove(&cast.party);
    }
    // Whoever handed a sheet in has spoken, whatever became of it: else a clerk who leaves it unread would make a vote of it.
    for reading in agenda.sheets.values().flat_map(|sheet| sheet.readings.values()) {
        silent.remove(&reading.content.party);
    }
    silent
}

/// How many homes a notice reached, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// Homes with a standing ballot: who voted was reached.
    pub voted: u64,
    /// The others, by what stands for them.
    pub by_grade: BTreeMap<DeliveryGrade, u64>,
    /// Of whom nothing was said.
    pub unsaid: u64,
    /// Whose silence may follow the majority, by the settings of the vote.
    pub silent: u64,
}

/// Counts how a notice reached the homes that are entitled.
///
/// # Errors
/// `ROLL_UNKNOWN`.
pub fn reached(state: &State, notice: &NoticeRecord) -> Result<Reached, Rejection> {
    let roll = state.rolls.get(&notice.body.roll).ok_or(Code::RollUnknown)?;
    let agenda = notice.opened.and_then(|agenda| state.agendas.get(&agenda));
    let voters = AgendaVoters::in_scope(roll, notice.body.scope, notice.bylaws.parking_counts);
    let mut reached = Reached::default();
    for party in roll.parties.keys().filter(|party| !voters.units_of(party).is_empty()) {
        let voted = agenda.is_some_and(|agenda| agenda.book.standing(party).is_some());
        let place = match notice.deliveries.get(party) {
            _ if voted => &mut reached.voted,
            Some(record) => reached.by_grade.entry(record.grade).or_default(),
            None => &mut reached.unsaid,
        };
        *place = place.saturating_add(1);
    }
    if let Some(agenda) = agenda.filter(|agenda| agenda.bylaws.conformity != Conformity::Off) {
        reached.silent = u64::try_from(silent_parties(state, agenda).len()).unwrap_or(u64::MAX);
    }
    Ok(reached)
}

/// What silence adds to a vote, and what it makes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// What those weigh who were reached and stayed silent.
    pub silent: Weight,
    /// What would come out of each item, in order, if their silence said nothing.
    pub without: Vec<Outcome>,
}

/// What silence adds, if the settings of the vote let it add anything; none too where something is missing that tells it.
///
/// # Errors
/// Those of [`count`](super::count).
pub fn silence(state: &State, agenda: &AgendaId, evidence: &Evidence) -> Result<Option<Silence>, Rejection> {
    let at_hand = at_hand(state, agenda, evidence)?;
    let settings = &at_hand.agenda.bylaws;
    if settings.conformity == Conformity::Off || !at_hand.missing.is_empty() {
        return Ok(None);
    }
    let silent = at_hand.silent_weight(&weights(&at_hand, settings.parking_counts));
    let off = Bylaws { conformity: Conformity::Off, ..settings.clone() };
    let without = count_items(&at_hand, &off, &BTreeSet::new())
        .iter()
        .map(super::agenda::ItemResult::outcome)
        .collect();
    Ok(Some(Silence { silent, without }))
}
