//! What a vote comes to if some of its ballots are struck out: for whoever judges a result of which ballots are contested.
//!
//! A ballot that is struck does not count, and no other one of its home's takes its place: the home has not taken part. Who is
//! entitled stays as it was. What an earlier ballot of the home would say is no answer to a false one: whoever judges can see it
//! in the record, and it is not this sum's to choose.

use std::collections::{BTreeMap, BTreeSet};

use super::agenda::{Material, at_hand, count_items, weights};
use super::late::is_late;
use super::{ItemResult, Weight};
use crate::blob::Evidence;
use crate::bylaws::Bylaws;
use crate::id::{AgendaId, EntryId, PartyId};
use crate::rejection::{Code, Rejection};
use crate::state::State;

/// A ballot that stands, as whoever judges a result sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingBallot {
    /// Its entry.
    pub entry: EntryId,
    /// Its place in the log.
    pub index: u64,
    /// For whom.
    pub party: PartyId,
    /// When it was cast, in milliseconds since 1970.
    pub at_ms: u64,
    /// What it weighs.
    pub weight: Weight,
    /// What it marks, by item.
    pub marks: Vec<Vec<u32>>,
    /// How many ballots of its home it replaced.
    pub replaced: u64,
    /// Whether the key that signed it was let in after the notice.
    pub late_key: bool,
}

/// A vote whose openings are all at hand, counted as often as somebody asks.
#[derive(Debug)]
pub struct Recount<'a> {
    at_hand: Material<'a>,
    settings: &'a Bylaws,
    ballots: Vec<StandingBallot>,
}

impl<'a> Recount<'a> {
    /// Gathers a vote; none where a blob is missing on which its totals rest.
    ///
    /// # Errors
    /// `AGENDA_UNKNOWN`; and what a blob breaks that is at hand but does not fit the entry naming it.
    pub fn new(state: &'a State, id: &AgendaId, evidence: &Evidence) -> Result<Option<Self>, Rejection> {
        let at_hand = at_hand(state, id, evidence)?;
        if !at_hand.missing.is_empty() {
            return Ok(None);
        }
        let agenda = at_hand.agenda;
        let noticed_ms = state.notices.get(&agenda.notice).ok_or(Code::NoticeUnknown)?.received_ms;
        let weights = weights(&at_hand, agenda.bylaws.parking_counts);
        let mut casts: BTreeMap<PartyId, u64> = BTreeMap::new();
        let mut cast_ms: BTreeMap<u64, u64> = BTreeMap::new();
        for cast in agenda.book.casts().iter() {
            let number = casts.entry(cast.party).or_default();
            *number = number.saturating_add(1);
            cast_ms.insert(cast.number, cast.at);
        }
        let one = |(party, number): &(PartyId, u64)| {
            let ballot = agenda.ballots.get(number)?;
            Some(StandingBallot {
                entry: ballot.entry,
                index: *number,
                party: *party,
                at_ms: *cast_ms.get(number)?,
                weight: weights.get(party).copied().unwrap_or_default(),
                marks: at_hand.openings.get(number)?.clone(),
                replaced: casts.get(party).copied().unwrap_or_default().saturating_sub(1),
                late_key: ballot.key.is_some_and(|key| is_late(state, &key, noticed_ms)),
            })
        };
        let mut ballots: Vec<_> = at_hand.settled.standing.iter().filter_map(one).collect();
        ballots.sort_by_key(|ballot| (ballot.at_ms, ballot.index));
        Ok(Some(Self { settings: &agenda.bylaws, at_hand, ballots }))
    }

    /// The ballots that stand, in the order in which they were cast.
    pub fn ballots(&self) -> &[StandingBallot] {
        &self.ballots
    }

    /// Who is entitled.
    pub fn total(&self) -> Weight {
        let agenda = self.at_hand.agenda;
        Weight { area_c: agenda.area_c, heads: agenda.heads.into() }
    }

    /// The items in order, counted without the ballots of those entries.
    pub fn without(&self, struck: &BTreeSet<EntryId>) -> Vec<ItemResult> {
        let numbers = self.ballots.iter().filter(|ballot| struck.contains(&ballot.entry));
        let numbers: BTreeSet<u64> = numbers.map(|ballot| ballot.index).collect();
        count_items(&self.at_hand, self.settings, &numbers)
    }
}
