//! Counting a logged vote: from its ballots and the blobs at hand to totals, outcomes and a tally.

use std::collections::{BTreeMap, BTreeSet};

use super::areas::{Areas, areas};
use super::election::{ElectionCount, count_election};
use super::margin::{Margins, margin};
use super::poll::{Marks, Outcome, Poll, PollRules, Return};
use super::resolution::{ResolutionCount, count_resolution};
use super::setting::{Setting, poll_rules, sensitive_settings};
use super::silent::silent_parties;
use super::vote_book::{Channel, Settled, TrailLine};
use super::weight::Weight;
use crate::admit::{check_choice, check_marks};
use crate::blob::{BallotOpening, BlobKind, Evidence, Missing, ballot_context};
use crate::body::{Item, ItemTally, Method, Tally};
use crate::bylaws::Bylaws;
use crate::id::{AgendaId, BlobId, EntryId, Hash, PartyId, UnitId};
use crate::merkle::{MerkleTree, leaf_hash};
use crate::rejection::{Code, Rejection};
use crate::state::{Agenda, AgendaVoters, Roll, State};

/// What a count gives when some evidence may be gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Everything needed was at hand.
    Full(Box<Count>),
    /// These blobs are missing, so nothing can be counted again; the totals stated in the log stand.
    Erased(Missing),
}

/// The count of a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Which vote.
    pub agenda: AgendaId,
    /// The settings it was counted under; every result prints them.
    pub settings: Bylaws,
    /// Who was entitled.
    pub total: Weight,
    /// The items, in order.
    pub items: Vec<ItemCount>,
    /// The Merkle root over the counted ballots.
    pub counted_root: Hash,
    /// The ballots that are left out of it.
    pub voided: BTreeSet<EntryId>,
    /// What became of each cast.
    pub trail: Vec<TrailLine<PartyId>>,
    /// What the standing ballots weigh by the way in which they came, those that are invalid left out.
    pub channels: BTreeMap<Channel, Weight>,
}

/// The count of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemCount {
    /// Its number.
    pub id: u32,
    /// The figures.
    pub result: ItemResult,
    /// The settings that would have turned the outcome, had they been otherwise.
    pub sensitive: Vec<Setting>,
}

/// The figures of one item, by its method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemResult {
    /// Of a resolution.
    Resolution(ResolutionCount),
    /// Of an election.
    Election(ElectionCount),
}

impl ItemResult {
    /// What follows.
    pub fn outcome(&self) -> Outcome {
        match self {
            ItemResult::Resolution(count) => count.outcome,
            ItemResult::Election(count) => count.outcome,
        }
    }

    /// What decides whether two results say the same: the outcome and who is elected.
    fn verdict(&self) -> (Outcome, &[String]) {
        match self {
            ItemResult::Resolution(count) => (count.outcome, &[]),
            ItemResult::Election(count) => (count.outcome, &count.elected),
        }
    }

    /// What a tally states of it.
    pub fn tally(&self, options: &[String]) -> ItemTally {
        let (participating, consenting) = match self {
            ItemResult::Resolution(count) => (count.participating, vec![count.consenting]),
            ItemResult::Election(count) => {
                let weights: BTreeMap<_, _> =
                    count.candidates.iter().map(|count| (&count.candidate, count.consenting)).collect();
                let weight_of = |option| weights.get(option).copied().unwrap_or_default();
                (count.participating, options.iter().map(weight_of).collect())
            }
        };
        let other = match self {
            ItemResult::Resolution(count) => count.participating.without(count.consenting),
            ItemResult::Election(count) => count.blank,
        };
        ItemTally { consenting, other, outcome: self.outcome(), participating }
    }
}

impl Count {
    /// The `tally` body that states this count.
    pub fn tally(&self, items: &[Item]) -> Tally {
        let tally = |(count, item): (&ItemCount, &Item)| count.result.tally(&item.options);
        Tally {
            agenda: self.agenda,
            counted_root: self.counted_root,
            items: self.items.iter().zip(items).map(tally).collect(),
            voided: self.voided.iter().copied().collect(),
        }
    }
}

/// The tree over the counted ballots, sorted by party: leaf = party ‖ entry id ‖ blob id. A voter gets the own leaf with
/// its proof and sees that the ballot was counted as cast.
pub fn counted_tree(ballots: &BTreeMap<PartyId, (EntryId, BlobId)>) -> MerkleTree {
    let mut tree = MerkleTree::new();
    for (party, (entry, blob)) in ballots {
        let parts: [&[u8]; 3] = [party.as_bytes(), entry.as_bytes(), blob.as_bytes()];
        tree.push(leaf_hash(&parts.concat()));
    }
    tree
}

/// What a count works on: what the log says of a vote, and what blobs at hand say.
#[derive(Debug)]
pub(super) struct Material<'a> {
    pub(super) agenda: &'a Agenda,
    pub(super) roll: &'a Roll,
    pub(super) items: &'a [Item],
    pub(super) settled: Settled<PartyId>,
    /// Who was reached and cast nothing.
    pub(super) silent: BTreeSet<PartyId>,
    /// In 0.01 m², by unit. Parking too, which counts under some of the settings that are tried.
    pub(super) areas: BTreeMap<UnitId, u64>,
    /// The choices of standing ballots, by their place in the log.
    pub(super) openings: BTreeMap<u64, Vec<Vec<u32>>>,
    pub(super) missing: Missing,
}

impl Material<'_> {
    /// What those weigh together who were reached and stayed silent.
    pub(super) fn silent_weight(&self, weights: &BTreeMap<PartyId, Weight>) -> Weight {
        self.silent.iter().filter_map(|party| weights.get(party)).copied().sum()
    }
}

impl Material<'_> {
    /// Whether a standing ballot marks nothing valid on an item.
    pub(super) fn is_spoilt(&self, number: u64, item: &Item) -> bool {
        self.agenda.ballots.get(&number).is_some_and(|ballot| ballot.is_spoilt(item.id))
    }
}

/// Gathers what a count works on.
///
/// # Errors
/// Those of [`count`].
pub(super) fn at_hand<'a>(
    state: &'a State,
    agenda_id: &AgendaId,
    evidence: &Evidence,
) -> Result<Material<'a>, Rejection> {
    let left_out = state.agendas.get(agenda_id).ok_or(Code::AgendaUnknown)?.left_out(evidence);
    at_hand_without(state, agenda_id, &left_out, evidence)
}

/// The same with other ballots left out.
///
/// # Errors
/// Those of [`count`].
pub(super) fn at_hand_without<'a>(
    state: &'a State,
    agenda_id: &AgendaId,
    left_out: &BTreeSet<EntryId>,
    evidence: &Evidence,
) -> Result<Material<'a>, Rejection> {
    let agenda = state.agendas.get(agenda_id).ok_or(Code::AgendaUnknown)?;
    let roll = state.rolls.get(&agenda.roll).ok_or(Code::RollUnknown)?;
    let items = &state.notices.get(&agenda.notice).ok_or(Code::NoticeUnknown)?.body.items;
    let mut settled = agenda.book.settle(&AgendaVoters::on(state, agenda, roll));
    let entry = |number: &u64| agenda.ballots.get(number).map(|ballot| ballot.entry);
    settled.standing.retain(|(_, number)| entry(number).is_none_or(|entry| !left_out.contains(&entry)));

    let Areas { by_unit: areas, missing: blobs } = areas(roll.counted_units(agenda.scope, true), evidence)?;
    let mut missing = Missing { blobs, ..Missing::default() };
    let openings = read_openings(agenda_id, agenda, items, &settled, evidence, &mut missing)?;
    let silent = silent_parties(state, agenda);
    Ok(Material { agenda, roll, items, settled, silent, areas, openings, missing })
}

/// Counts a vote as its ballots stand. The fourth of the functions that hold all meaning.
///
/// # Errors
/// `AGENDA_UNKNOWN`; and what a blob breaks that is at hand but does not fit the entry naming it.
pub fn count(state: &State, agenda_id: &AgendaId, evidence: &Evidence) -> Result<Counted, Rejection> {
    let left_out = state.agendas.get(agenda_id).ok_or(Code::AgendaUnknown)?.left_out(evidence);
    count_without(state, agenda_id, left_out, evidence)
}

/// Counts a vote with other ballots left out.
///
/// # Errors
/// Those of [`count`].
pub(crate) fn count_without(
    state: &State,
    agenda_id: &AgendaId,
    voided: BTreeSet<EntryId>,
    evidence: &Evidence,
) -> Result<Counted, Rejection> {
    let at_hand = at_hand_without(state, agenda_id, &voided, evidence)?;
    if !at_hand.missing.is_empty() {
        return Ok(Counted::Erased(at_hand.missing));
    }

    let agenda = at_hand.agenda;
    let results = |settings: &Bylaws| count_items(&at_hand, settings, &BTreeSet::new());
    let items = results(&agenda.bylaws).into_iter().zip(at_hand.items);
    let counts = items.enumerate().map(|(place, (result, item))| {
        let verdict = |settings: &Bylaws| {
            results(settings).get(place).map(|result| {
                let (outcome, elected) = result.verdict();
                (outcome, elected.to_vec())
            })
        };
        ItemCount { id: item.id, sensitive: sensitive_settings(&agenda.bylaws, verdict), result }
    });
    let items = counts.collect();

    Ok(Counted::Full(Box::new(Count {
        agenda: *agenda_id,
        settings: agenda.bylaws.clone(),
        total: Weight { area_c: agenda.area_c, heads: agenda.heads.into() },
        items,
        counted_root: counted_root(&at_hand),
        channels: by_channel(&at_hand),
        trail: at_hand.settled.trail,
        voided,
    })))
}

/// The root over the ballots that are counted, which the log alone tells.
pub(super) fn counted_root(at_hand: &Material<'_>) -> Hash {
    let counted = at_hand.settled.standing.iter().filter_map(|(party, number)| {
        let ballot = at_hand.agenda.ballots.get(number)?;
        Some((*party, (ballot.entry, ballot.blob)))
    });
    counted_tree(&counted.collect()).root()
}

/// What the standing ballots weigh by channel, as the settings of the vote have it. Of a sheet that is invalid on one item the rest
/// counts, so it is here.
fn by_channel(at_hand: &Material<'_>) -> BTreeMap<Channel, Weight> {
    let weights = weights(at_hand, at_hand.agenda.bylaws.parking_counts);
    let casts: BTreeMap<u64, Channel> = at_hand
        .agenda
        .book
        .casts()
        .iter()
        .filter(|cast| cast.valid)
        .map(|cast| (cast.number, cast.channel))
        .collect();
    let mut channels: BTreeMap<Channel, Weight> = BTreeMap::new();
    for (party, number) in &at_hand.settled.standing {
        let Some(channel) = casts.get(number) else { continue };
        let sum = channels.entry(*channel).or_default();
        *sum = sum.plus(weights.get(party).copied().unwrap_or_default());
    }
    channels
}

/// The choices of all standing ballots, by their place in the log.
fn read_openings(
    agenda_id: &AgendaId,
    agenda: &Agenda,
    items: &[Item],
    settled: &Settled<PartyId>,
    evidence: &Evidence,
    missing: &mut Missing,
) -> Result<BTreeMap<u64, Vec<Vec<u32>>>, Rejection> {
    let mut openings = BTreeMap::new();
    for (party, number) in &settled.standing {
        let Some(ballot) = agenda.ballots.get(number) else {
            continue;
        };
        let context = ballot_context(agenda_id, party);
        let kind = if ballot.paper.is_some() { BlobKind::PaperBallot } else { BlobKind::Ballot };
        match evidence.read::<BallotOpening>(&ballot.blob, kind, &context)? {
            Some(opening) => {
                match &ballot.paper {
                    Some(paper) => check_marks(items, &opening, &paper.spoilt)?,
                    None => check_choice(items, &opening)?,
                }
                openings.insert(*number, opening.choice);
            }
            None => missing.openings.push(ballot.blob),
        }
    }
    Ok(openings)
}

/// What the parties of the scope weigh under a setting, by the areas that are at hand.
pub(super) fn weights(at_hand: &Material<'_>, parking_counts: bool) -> BTreeMap<PartyId, Weight> {
    let mut weights: BTreeMap<PartyId, Weight> = BTreeMap::new();
    for (id, unit) in at_hand.roll.counted_units(at_hand.agenda.scope, parking_counts) {
        let area_c = at_hand.areas.get(&id).copied().unwrap_or_default();
        let weight = weights.entry(unit.party).or_insert(Weight { area_c: 0, heads: 1 });
        *weight = weight.plus(Weight { area_c, heads: 0 });
    }
    weights
}

/// How far each item of a vote is from another outcome, in order; none of them where blobs are missing that tell it.
///
/// # Errors
/// Those of [`count`].
pub fn margins(
    state: &State,
    agenda: &AgendaId,
    evidence: &Evidence,
) -> Result<(Option<Margins>, Missing), Rejection> {
    let at_hand = at_hand(state, agenda, evidence)?;
    if at_hand.missing.is_empty() {
        return Ok((Some(item_margins(&at_hand)), Missing::default()));
    }
    Ok((None, at_hand.missing))
}

fn item_margins(at_hand: &Material<'_>) -> Margins {
    let settings = &at_hand.agenda.bylaws;
    let weights = weights(at_hand, settings.parking_counts);
    let homes: Vec<u64> = weights.values().map(|weight| weight.area_c).collect();
    let of_item = |(place, item): (usize, &Item)| {
        // Whom silence counts for follow whoever leads, so that nothing simple can be said of how near another outcome is.
        let follow = poll_rules(settings, item.class, item.raise).conformity && !at_hand.silent.is_empty();
        if follow && item.method == Method::Resolution {
            return None;
        }
        let cast = at_hand.settled.standing.iter().filter_map(|(party, number)| {
            let marks: &[u32] = if !at_hand.is_spoilt(*number, item) {
                at_hand.openings.get(number)?.get(place)?
            } else if settings.invalid_counts_as_participation {
                &[]
            } else {
                return None;
            };
            Some((weights.get(party)?.area_c, marks))
        });
        margin(item, &homes, &cast.collect::<Vec<_>>())
    };
    at_hand.items.iter().enumerate().map(of_item).collect()
}

/// Counts all items under some settings, without the ballots at those places in the log.
pub(super) fn count_items(
    at_hand: &Material<'_>,
    settings: &Bylaws,
    struck: &BTreeSet<u64>,
) -> Vec<ItemResult> {
    let weights = weights(at_hand, settings.parking_counts);
    let (total, silent) = (weights.values().copied().sum(), at_hand.silent_weight(&weights));
    let returned = |place: usize, item: &Item| {
        let one = |(party, number): &(PartyId, u64)| {
            let options = at_hand.openings.get(number)?.get(place)?.clone();
            let weight = weights.get(party).copied().unwrap_or_default();
            let spoilt = at_hand.is_spoilt(*number, item);
            let marks = if spoilt { Marks::Invalid } else { Marks::Options(options) };
            Some(Return { party: *party, weight, marks })
        };
        let standing = at_hand.settled.standing.iter().filter(|(_, number)| !struck.contains(number));
        standing.filter_map(one).collect()
    };
    let count = |(place, item): (usize, &Item)| {
        let poll = Poll { total, returns: returned(place, item), silent };
        count_item(&poll, &poll_rules(settings, item.class, item.raise), item)
    };
    at_hand.items.iter().enumerate().map(count).collect()
}

fn count_item(poll: &Poll<PartyId>, rules: &PollRules, item: &Item) -> ItemResult {
    match item.method {
        Method::Resolution => ItemResult::Resolution(count_resolution(poll, rules)),
        Method::Election => ItemResult::Election(count_election(poll, rules, &item.options, item.seats)),
    }
}
