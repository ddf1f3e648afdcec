//! With what the reader's homes count in a vote, and why: proven by the notice, the roll that it names, what that was made of,
//! and the pages that these close.
//!
//! A page that is kept back proves nothing: [`WeighedUnit::current`] says whether a later page could still say otherwise, and
//! [`Weights::whole`] whether there could be a home that is not shown.

use std::collections::{BTreeMap, BTreeSet};

use crate::blob::{AreaSource, Place, UnitFacts};
use crate::body::{Body, RollPage, UnitKind};
use crate::id::{EntryId, NoticeId, PartyId, PersonId, RollId, SetId, UnitId};
use crate::log::LogEntry;
use crate::rejection::{Code, Rejection, require};
use crate::state::{Map, counts, lies_in};
use crate::view::{Opened, SinceView, WeightView};

/// With what a person's parties vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    /// The notice.
    pub notice: NoticeId,
    /// When it was received, in milliseconds since 1970.
    pub noticed_ms: u64,
    /// The roll that it names.
    pub roll: RollId,
    /// When that was received, in milliseconds since 1970.
    pub roll_ms: u64,
    /// The person's parties with a home in that roll, in the order of their ids.
    pub parties: Vec<Weighed>,
    /// The homes that the person bought or sold since.
    pub since: Vec<Since>,
    /// Whether every page of the roll was at hand, so that there is no other home of theirs in it.
    pub whole: bool,
    /// Whether parking spaces count: the server's word.
    pub parking_counts: bool,
}

/// A party: one head, however many homes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// The party.
    pub party: PartyId,
    /// Its owners, as the register has them together.
    pub owners: Vec<PersonId>,
    /// Its homes, in the order of their ids.
    pub units: Vec<WeighedUnit>,
}

/// A home as the roll of the notice lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeighedUnit {
    /// The unit.
    pub unit: UnitId,
    /// What it is.
    pub kind: UnitKind,
    /// Whether it lies in the part of the estate that votes; none if that is not shown.
    pub inside: Option<bool>,
    /// Whether a unit of its kind counts in this vote.
    pub kind_counts: bool,
    /// Whether every later page of the roll was at hand, so that none says otherwise.
    pub current: bool,
    /// In 0.01 m², if the area is at hand.
    pub area_c: Option<u64>,
    /// Where that figure comes from.
    pub source: Option<AreaSource>,
    /// 楼栋、单元、室号, if the address is at hand.
    pub address: Option<String>,
}

impl WeighedUnit {
    /// Whether it counts; none if that is not shown.
    pub fn counts(&self) -> Option<bool> {
        if self.kind_counts { self.inside } else { Some(false) }
    }
}

impl Weighed {
    /// The area with which it votes, in 0.01 m²; none if a part of it is not at hand or not shown to count.
    pub fn area_c(&self) -> Option<u64> {
        self.units.iter().try_fold(0_u64, |sum, unit| {
            let area_c = if unit.counts()? { unit.area_c? } else { 0 };
            sum.checked_add(area_c)
        })
    }

    /// Whether it has a vote: none if that is not shown.
    pub fn votes(&self) -> Option<bool> {
        let counted: Option<Vec<bool>> = self.units.iter().map(WeighedUnit::counts).collect();
        Some(counted?.contains(&true))
    }

    /// Whether all that it counts as is proven: that its homes are these, and none of them is listed otherwise since.
    pub fn is_proven(&self, weights: &Weights) -> bool {
        weights.whole && self.units.iter().all(|unit| unit.current) && self.area_c().is_some()
    }
}

/// A home that changed hands after the roll of the notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// The unit.
    pub unit: UnitId,
    /// Whether the person bought it, or else sold it.
    pub bought: bool,
    /// 楼栋、单元、室号, if the address is at hand.
    pub address: Option<String>,
}

/// What a notice, and the rolls behind the one that it names, say.
struct Rolls {
    /// The sets that were closed, the oldest first, and what each roll took away.
    steps: Vec<(Option<SetId>, Vec<UnitId>)>,
    /// The parts of the estate, if the first roll is among them.
    scopes: Option<Map<u32, Option<u32>>>,
    roll_ms: u64,
}

impl Weights {
    /// With what a person's parties vote on what was noticed.
    ///
    /// # Errors
    /// `ANSWER_MISMATCH` if it is another notice's, the rolls do not lead from one to the next, a page is of none of them, or a home
    /// did not change hands as is said; those of [`Opened::entry`].
    pub fn of(
        opened: &Opened<'_>,
        view: &WeightView,
        asked: &NoticeId,
        person: &PersonId,
    ) -> Result<Self, Rejection> {
        require(view.notice == *asked, Code::AnswerMismatch)?;
        let noticed = opened.entry(&view.notice)?;
        let noticed_ms = noticed.received_ms;
        let Body::Notice(notice) = noticed.entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
        let rolls = rolls(opened, &view.rolls, &notice.roll)?;
        let pages = pages(opened, view, &rolls)?;

        let all = || pages.values().flat_map(|(_, pages)| pages.values());
        let parties = all().flat_map(|page| &page.parties).filter(|row| row.1.contains(person));
        let owners: BTreeMap<PartyId, Vec<PersonId>> = parties.map(|row| (row.0, row.1.clone())).collect();
        let mut units = BTreeMap::new();
        for (place, (set, gone)) in rolls.steps.iter().enumerate() {
            for unit in gone {
                units.remove(unit);
            }
            let rows = set.and_then(|set| pages.get(&set)).into_iter().flat_map(|(_, pages)| pages.values());
            for row in rows.flat_map(|page| &page.units) {
                // Whatever a later page says of a unit takes the place of what an earlier one said.
                units.remove(&row.0);
                if owners.contains_key(&row.1) {
                    units.insert(row.0, (place, *row));
                }
            }
        }
        let is_whole = |set: &Option<SetId>| set.is_none_or(|set| is_whole(pages.get(&set)));
        let later_whole = |place: usize| rolls.steps.iter().skip(place).skip(1).all(|(set, _)| is_whole(set));
        let weighed = |(place, row): &(usize, crate::body::UnitRow)| {
            let facts: Option<UnitFacts> = opened.words(&row.4);
            WeighedUnit {
                unit: row.0,
                kind: row.3,
                inside: rolls.scopes.as_ref().map(|scopes| lies_in(scopes, row.2, notice.scope)),
                kind_counts: counts(row.3, view.parking_counts),
                current: later_whole(*place),
                area_c: facts.map(|facts| facts.area_c.into()),
                source: facts.map(|facts| facts.source),
                address: opened.words::<Place>(&row.5).map(|place| place.address()),
            }
        };
        let of_party = |(party, owners): (PartyId, Vec<PersonId>)| {
            let units = units.values().filter(|(_, row)| row.1 == party).map(weighed).collect::<Vec<_>>();
            (!units.is_empty()).then_some(Weighed { party, owners, units })
        };
        let own: BTreeSet<PartyId> = owners.keys().copied().collect();
        let since = view.since.iter().map(|since| changed_hands(opened, since, &view.pages, (person, &own)));
        Ok(Self {
            notice: view.notice,
            noticed_ms,
            roll: notice.roll,
            roll_ms: rolls.roll_ms,
            since: since.collect::<Result<_, _>>()?,
            whole: rolls.scopes.is_some() && rolls.steps.iter().all(|(set, _)| is_whole(set)),
            parties: owners.into_iter().filter_map(of_party).collect(),
            parking_counts: view.parking_counts,
        })
    }

    /// What a party counts as, if the person is one of its owners.
    pub fn party(&self, party: &PartyId) -> Option<&Weighed> {
        self.parties.iter().find(|weighed| weighed.party == *party)
    }
}

/// The rolls from the one that was noticed down to the first, as far as they are named.
fn rolls(opened: &Opened<'_>, named: &[EntryId], noticed: &RollId) -> Result<Rolls, Rejection> {
    let (mut steps, mut parts, mut first, mut roll_ms) = (Vec::new(), Vec::new(), false, None);
    let mut next = Some(*noticed);
    for id in named {
        require(next.take() == Some(*id), Code::AnswerMismatch)?;
        let entry = opened.entry(id)?;
        roll_ms = roll_ms.or(Some(entry.received_ms));
        let body = entry.entry.into_body();
        if let Body::Roll(roll) = body {
            steps.push((Some(roll.set), Vec::new()));
            parts.push(roll.scopes);
            first = true;
        } else if let Body::RollChange(change) = body {
            steps.push((change.set, change.gone));
            parts.push(change.scopes);
            next = Some(change.base);
        } else {
            return Err(Code::AnswerMismatch.into());
        }
    }
    steps.reverse();
    let scopes = if first { Some(tree(parts.into_iter().rev().flatten())?) } else { None };
    Ok(Rolls { steps, scopes, roll_ms: roll_ms.ok_or(Code::AnswerMismatch)? })
}

/// The parts of the estate, each after the part it lies in, so that every way up ends.
fn tree(rows: impl Iterator<Item = (u32, Option<u32>)>) -> Result<Map<u32, Option<u32>>, Rejection> {
    let mut scopes = Map::new();
    for (scope, parent) in rows {
        let known = parent.is_none_or(|parent| scopes.contains_key(&parent));
        require(known && scopes.insert(scope, parent), Code::AnswerMismatch)?;
    }
    Ok(scopes)
}

/// How many pages a set has, and those at hand by their numbers.
type Pages = (u32, BTreeMap<u32, RollPage>);

/// The pages that are named, by the sets that the rolls close.
fn pages(opened: &Opened<'_>, view: &WeightView, rolls: &Rolls) -> Result<BTreeMap<SetId, Pages>, Rejection> {
    let (mut sets, mut before) = (BTreeMap::<SetId, Pages>::new(), None);
    for id in &view.pages {
        let (index, page) = page(opened, id)?;
        let ours = rolls.steps.iter().any(|(set, _)| *set == Some(page.set));
        require(ours && before.replace(index) < Some(index), Code::AnswerMismatch)?;
        let (_, of_set) = sets.entry(page.set).or_insert((page.pages, BTreeMap::new()));
        require(of_set.insert(page.page, page).is_none(), Code::AnswerMismatch)?;
    }
    Ok(sets)
}

fn is_whole(pages: Option<&Pages>) -> bool {
    pages.is_some_and(|(count, pages)| (0..*count).all(|page| pages.contains_key(&page)))
}

fn page(opened: &Opened<'_>, id: &EntryId) -> Result<(u64, RollPage), Rejection> {
    let LogEntry { index, entry, .. } = opened.entry(id)?;
    let Body::RollPage(page) = entry.into_body() else { return Err(Code::AnswerMismatch.into()) };
    Ok((index, page))
}

/// A home that one page of the roll lists as one party's, and a later page of the log as another's: the person belongs to one of
/// the two.
fn changed_hands(
    opened: &Opened<'_>,
    view: &SinceView,
    pages: &[EntryId],
    (person, own): (&PersonId, &BTreeSet<PartyId>),
) -> Result<Since, Rejection> {
    let row = |id: &EntryId| {
        let (index, page) = page(opened, id)?;
        let row = page.units.into_iter().find(|row| row.0 == view.unit).ok_or(Code::AnswerMismatch)?;
        Ok::<_, Rejection>((index, row))
    };
    let ((before, then), (after, now)) = (row(&view.then)?, row(&view.now)?);
    let differs = then.1 != now.1 && before < after && pages.contains(&view.then);
    let (_, owners) = page(opened, &view.owners)?;
    let owners = owners.parties.iter().find(|row| row.0 == now.1).ok_or(Code::AnswerMismatch)?;
    let (sold, bought) = (own.contains(&then.1), owners.1.contains(person));
    require(differs && sold != bought, Code::AnswerMismatch)?;
    let place: Option<Place> = opened.words(&now.5).or_else(|| opened.words(&then.5));
    let address = place.map(|place| place.address());
    Ok(Since { unit: view.unit, bought, address })
}
