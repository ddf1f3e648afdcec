//! Which homes of a file are which units of the log. A file that lacks homes may be a part of the roll, or homes may be gone:
//! that is asked.

use std::collections::{BTreeMap, BTreeSet};

use yishi_protocol::blob::Place;
use yishi_protocol::id::UnitId;

use super::NewestRoll;
use crate::key::sheets_roll;
use crate::question::{Asker, Choice, Question, QuestionCode};
use crate::roll::RollFile;
use crate::roll::place::key;
use crate::sentence::{Sentence, listed, text};

/// How many homes a question names one by one.
const NAMED: usize = 12;

/// Which home is which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Homes {
    /// For each unit of the file, in its order: the unit of the log at the same address; none for a new one.
    pub(super) known_as: Vec<Option<UnitId>>,
    /// Units of the log that the file does not list and that are to go, as was answered; in ascending order.
    pub(super) gone: Vec<UnitId>,
    /// What is open, and what was answered.
    pub(super) questions: Vec<Question>,
}

/// An address as it is written.
type Address = [String; 3];

/// Finds which homes of a file are which units of the log: those that are written alike first, then those whose addresses mean
/// the same (201 and 201室) where only one home on either side can be meant.
pub(super) fn match_homes(file: &RollFile, newest: &NewestRoll) -> Homes {
    let mut free: BTreeMap<UnitId, Place> = BTreeMap::new();
    let mut written: BTreeMap<Address, Vec<UnitId>> = BTreeMap::new();
    for unit in &newest.units {
        if let Some(place) = unit.address() {
            let address = [place.building.clone(), place.entrance.clone(), place.room.clone()];
            written.entry(address).or_default().push(unit.unit);
            free.insert(unit.unit, place);
        }
    }
    let mut known_as: Vec<Option<UnitId>> = Vec::with_capacity(file.units.len());
    for unit in &file.units {
        let address = [unit.building.clone(), unit.entrance.clone(), unit.room.clone()];
        let alike = written.get(&address).into_iter().flatten().find(|id| free.contains_key(*id)).copied();
        known_as.push(alike.filter(|id| free.remove(id).is_some()));
    }
    let mut meant: BTreeMap<Address, (Vec<usize>, Vec<UnitId>)> = BTreeMap::new();
    for (place, (unit, known)) in file.units.iter().zip(&known_as).enumerate() {
        if known.is_none() {
            meant.entry(key(&unit.building, &unit.entrance, &unit.room)).or_default().0.push(place);
        }
    }
    for (id, place) in &free {
        meant.entry(key(&place.building, &place.entrance, &place.room)).or_default().1.push(*id);
    }
    for (in_file, on_roll) in meant.values() {
        if let ([place], [id]) = (in_file.as_slice(), on_roll.as_slice())
            && let Some(known) = known_as.get_mut(*place)
        {
            *known = Some(*id);
            free.remove(id);
        }
    }
    let (gone, questions) = missing(file, &free);
    Homes { known_as, gone, questions }
}

/// What is on the roll and not in the file: the units that go, and the question.
fn missing(file: &RollFile, free: &BTreeMap<UnitId, Place>) -> (Vec<UnitId>, Vec<Question>) {
    let mut asker = Asker::new(&file.answers);
    if free.is_empty() {
        return (Vec::new(), asker.finish());
    }
    let name = |place: &Place| format!("{}{}{}", place.building, place.entrance, place.room);
    // In the order of names: that of ids tells nobody anything.
    let names: BTreeSet<String> = free.iter().map(|(id, place)| format!("{} {id}", name(place))).collect();
    let shown: Vec<&str> =
        names.iter().filter_map(|name| name.rsplit_once(' ')).map(|(name, _)| name).collect();
    let content: Vec<&str> = names.iter().map(String::as_str).collect();
    let choices = [Choice::Keep, Choice::LeaveOut];
    let answer = asker.ask(QuestionCode::HomesMissing, Vec::new(), &content, sentence(&shown), &choices);
    let gone = if answer == Some(Choice::LeaveOut) { free.keys().copied().collect() } else { Vec::new() };
    (gone, asker.finish())
}

fn sentence(names: &[&str]) -> Sentence {
    let listed = listed(names.iter().take(NAMED).map(|name| text(name)));
    match names.len().saturating_sub(NAMED) {
        0 => sheets_roll::homes_missing(&names.len(), &listed),
        more => sheets_roll::homes_missing_more(&names.len(), &listed, &more),
    }
}
