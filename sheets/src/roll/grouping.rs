//! From rows to units, owners, parties and scopes.
//!
//! The rows of a unit are its co-owners, wherever in the file they stand. A unit is taken only if every one of its rows
//! is sound: one owner missing would make another party, and so another head.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use yishi_protocol::body::UnitKind;

use super::place::SpeltPlace;
use super::problem::{Problem, ProblemCode, Remark, RemarkCode};
use super::raw::Standing;
use super::representative::{self, Marked};
use super::row::{Mark, Owner, Row};
use super::share::Share;
use super::{FileParty, FilePerson, FileScope, FileUnit};
use crate::key::sheets_roll;
use crate::question::{Asker, Choice, QuestionCode};
use crate::sentence::named;

/// The most owners a party can have on the log (`PERSONS_INVALID`).
const MAX_OWNERS: usize = 50;

/// What can be taken of a file.
#[derive(Debug)]
pub(super) struct Grouped {
    pub(super) units: Vec<FileUnit>,
    pub(super) parties: Vec<FileParty>,
    pub(super) people: Vec<FilePerson>,
    pub(super) scopes: Vec<FileScope>,
}

/// Joins rows, in the order of the file, and notes those that do not fit together.
pub(super) fn group(
    rows: Vec<Row>,
    problems: &mut Vec<Problem>,
    remarks: &mut Vec<Remark>,
    asker: &mut Asker<'_>,
) -> Grouped {
    let mut taken = Vec::new();
    for (place, mut rows) in by_place(rows) {
        ask_repeated(&mut rows, asker);
        check_unit(&mut rows, problems);
        match rows.iter().max_by_key(|row| row.standing) {
            Some(worst) if worst.standing == Standing::Bad => {
                let line = worst.line;
                let good = rows.iter().filter(|row| row.standing != Standing::Bad);
                problems.extend(good.map(|row| left_out(row.line, line)));
            }
            Some(worst) if worst.standing == Standing::Sound => taken.extend(unit(place, rows)),
            Some(worst) if worst.standing == Standing::LeftOut => {
                let remark =
                    |row: &Row| Remark::new(row.line, RemarkCode::UnitAnsweredOut, sheets_roll::ANSWERED_OUT);
                remarks.extend(rows.iter().map(remark));
            }
            // Held: the question says all.
            _ => {}
        }
    }
    let people = People::of(&taken);
    let mut grouped =
        Grouped { units: Vec::new(), parties: Vec::new(), people: people.list, scopes: vec![estate()] };
    let mut parties = BTreeMap::new();
    let mut scopes = BTreeMap::new();
    let mut marks = Vec::new();
    for unit in taken {
        let owners: BTreeSet<usize> =
            unit.owners.iter().filter_map(|(_, owner)| people.numbers.get(&owner.number).copied()).collect();
        let party = index_of(&mut parties, &mut grouped.parties, owners, |owners| FileParty {
            owners: owners.iter().copied().collect(),
            representative: None,
        });
        let marked = unit.marks.iter().filter_map(|(line, number)| {
            Some(Marked { party, person: *people.numbers.get(number)?, line: *line })
        });
        marks.extend(marked);
        let scope = scope(&mut scopes, &mut grouped.scopes, &unit.place);
        let SpeltPlace { building, entrance, room } = unit.place;
        let TakenUnit { kind, area_c, line, .. } = unit;
        grouped.units.push(FileUnit { building, entrance, room, kind, area_c, party, scope, line });
    }
    representative::name(&mut grouped, marks, remarks, asker);
    grouped
}

fn left_out(line: u64, bad: u64) -> Problem {
    Problem::new(line, ProblemCode::UnitLeftOut, sheets_roll::left_out(&bad))
}

/// The rows of each unit, units in the order of their first row. A row without a place belongs to no unit.
fn by_place(rows: Vec<Row>) -> Vec<(SpeltPlace, Vec<Row>)> {
    let mut places = BTreeMap::new();
    let mut units: Vec<(SpeltPlace, Vec<Row>)> = Vec::new();
    for mut row in rows {
        let Some(place) = row.place.take() else { continue };
        let unit = index_of(&mut places, &mut units, place, |place| (place.clone(), Vec::new()));
        if let Some((_, rows)) = units.get_mut(unit) {
            rows.push(row);
        }
    }
    units
}

/// A row that stands twice may have been pasted twice, or its copy may still wait for the co-owner's name.
fn ask_repeated(rows: &mut Vec<Row>, asker: &mut Asker<'_>) {
    let mut alike = BTreeMap::<(String, String), Vec<usize>>::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.standing != Standing::Bad) {
        // The people whom one cell names have rows that say the same.
        let number = row.owner.as_ref().map(|owner| owner.number.clone()).unwrap_or_default();
        alike.entry((row.content.clone(), number)).or_default().push(at);
    }
    let mut dropped = BTreeSet::new();
    for ((content, _), places) in alike.into_iter().filter(|(_, places)| places.len() > 1) {
        let lines: Vec<u64> = places.iter().filter_map(|at| rows.get(*at)).map(|row| row.line).collect();
        let sentence = sheets_roll::row_twice(&named(&lines));
        let choices = [Choice::Merge, Choice::LeaveOut];
        match asker.ask(QuestionCode::RowTwice, lines, &[&content], sentence, &choices) {
            Some(Choice::Merge) => dropped.extend(places.into_iter().skip(1)),
            answer => {
                let standing = if answer.is_none() { Standing::Held } else { Standing::LeftOut };
                for at in places {
                    if let Some(row) = rows.get_mut(at) {
                        row.at_least(standing);
                    }
                }
            }
        }
    }
    let mut at = 0_usize;
    rows.retain(|_| {
        let keep = !dropped.contains(&at);
        at = at.saturating_add(1);
        keep
    });
}

/// Checks the rows of one unit against each other.
fn check_unit(rows: &mut [Row], problems: &mut Vec<Problem>) {
    let is_open = rows.iter().any(|row| row.standing != Standing::Sound && row.standing != Standing::Bad);
    let (mut kind, mut area_c) = (None, None);
    let mut owners = BTreeMap::<String, u64>::new();
    let numbers: BTreeSet<String> = rows
        .iter()
        .filter_map(|row| row.owner.as_ref())
        .flat_map(|owner| [owner.number.clone(), owner.name.clone()])
        .collect();
    for row in &mut *rows {
        if row.kind.is_some_and(|here| *kind.get_or_insert(here) != here) {
            row.note(problems, ProblemCode::UnitDisagrees, sheets_roll::OTHER_KIND.into());
        }
        if row.area_c.is_some_and(|here| *area_c.get_or_insert(here) != here) {
            row.note(problems, ProblemCode::UnitDisagrees, sheets_roll::OTHER_AREA.into());
        }
        if let Some(Mark::Named(name)) = &row.mark
            && !numbers.contains(name)
        {
            row.note(
                problems,
                ProblemCode::RepresentativeUnknown,
                sheets_roll::REPRESENTATIVE_UNKNOWN.into(),
            );
        }
        let Some(owner) = &row.owner else { continue };
        match owners.entry(owner.number.clone()) {
            Entry::Vacant(entry) => _ = entry.insert(row.line),
            // Whether these are rows of one home is still asked.
            Entry::Occupied(_) if is_open => {}
            Entry::Occupied(entry) => {
                let line = *entry.get();
                row.note(problems, ProblemCode::OwnerRepeated, sheets_roll::owner_repeated(&line));
            }
        }
        if owners.len() > MAX_OWNERS {
            row.note(problems, ProblemCode::OwnersTooMany, sheets_roll::owners_too_many(&MAX_OWNERS));
        }
    }
    // While a row is missing or wrong, the sum says nothing.
    if rows.iter().all(|row| row.standing == Standing::Sound)
        && !shares_fit(rows)
        && let Some(last) = rows.last_mut()
    {
        last.note(problems, ProblemCode::SharesInvalid, sheets_roll::SHARES_SUM.into());
    }
}

/// Either nobody has a share, or everybody has and together they have the unit.
fn shares_fit(rows: &[Row]) -> bool {
    let given: Vec<Share> = rows.iter().filter_map(|row| row.share).collect();
    given.is_empty() || (given.len() == rows.len() && Share::are_whole(given))
}

/// A unit every row of which is sound.
struct TakenUnit {
    place: SpeltPlace,
    kind: UnitKind,
    area_c: u32,
    line: u64,
    /// Its owners, each with their line.
    owners: Vec<(u64, Owner)>,
    /// The owners' numbers that are marked as the one who votes, each with the line of the mark.
    marks: Vec<(u64, String)>,
}

/// Joins the sound rows of a unit. A sound row has a kind, an area and an owner.
fn unit(place: SpeltPlace, rows: Vec<Row>) -> Option<TakenUnit> {
    let first = rows.first()?;
    let (kind, area_c, line) = (first.kind?, first.area_c?, first.line);
    let marks = rows.iter().filter_map(|row| Some((row.line, marked(row, &rows)?))).collect();
    let owners = rows.into_iter().filter_map(|row| Some((row.line, row.owner?))).collect();
    Some(TakenUnit { place, kind, area_c, line, owners, marks })
}

/// The number of the owner whom a row marks.
fn marked(row: &Row, rows: &[Row]) -> Option<String> {
    match row.mark.as_ref()? {
        Mark::This => Some(row.owner.as_ref()?.number.clone()),
        Mark::Named(name) => {
            let mut owners = rows.iter().filter_map(|row| row.owner.as_ref());
            owners
                .find(|owner| owner.number == *name || owner.name == *name)
                .map(|owner| owner.number.clone())
        }
    }
}

struct People {
    list: Vec<FilePerson>,
    numbers: BTreeMap<String, usize>,
}

impl People {
    /// The owners of the units, in the order of the file. A phone or language may stand in any of an owner's rows.
    fn of(units: &[TakenUnit]) -> Self {
        let mut rows: Vec<&(u64, Owner)> = units.iter().flat_map(|unit| &unit.owners).collect();
        rows.sort_by_key(|(line, _)| *line);
        let mut numbers = BTreeMap::new();
        let mut merged: Vec<FilePerson> = Vec::new();
        for (line, owner) in rows {
            let person = index_of(&mut numbers, &mut merged, owner.number.clone(), |number| FilePerson {
                owner_no: number.clone(),
                also: owner.also.clone(),
                name: owner.name.clone(),
                phone: None,
                language: String::new(),
                line: *line,
            });
            let Some(person) = merged.get_mut(person) else { continue };
            if person.phone.is_none() {
                person.phone.clone_from(&owner.phone);
            }
            if let Some(language) = owner.language.as_ref().filter(|_| person.language.is_empty()) {
                person.language.clone_from(language);
            }
        }
        for person in merged.iter_mut().filter(|person| person.language.is_empty()) {
            "zh".clone_into(&mut person.language);
        }
        Self { list: merged, numbers }
    }
}

fn estate() -> FileScope {
    FileScope { name: String::new(), parent: None }
}

/// The entrance, or the building if it has none; adds them where they are new, the building first.
fn scope(
    known: &mut BTreeMap<(usize, String), usize>,
    scopes: &mut Vec<FileScope>,
    place: &SpeltPlace,
) -> usize {
    let mut part = |parent: usize, name: &str| {
        let scope =
            |(parent, name): &(usize, String)| FileScope { name: name.clone(), parent: Some(*parent) };
        index_of(known, scopes, (parent, name.to_owned()), scope)
    };
    // The whole estate is scope 0.
    let building = part(0, &place.building);
    if place.entrance.is_empty() { building } else { part(building, &place.entrance) }
}

/// The index of `key` in `list`, at whose end `make` puts it if it is new.
fn index_of<K: Ord, T>(
    known: &mut BTreeMap<K, usize>,
    list: &mut Vec<T>,
    key: K,
    make: impl FnOnce(&K) -> T,
) -> usize {
    match known.entry(key) {
        Entry::Occupied(entry) => *entry.get(),
        Entry::Vacant(entry) => {
            let index = list.len();
            list.push(make(entry.key()));
            *entry.insert(index)
        }
    }
}
