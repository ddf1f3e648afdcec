//! From rows to units, owners, parties and scopes.
//!
//! The rows of a unit are its co-owners, wherever in the file they stand. A unit is taken only if every one of its rows
//! is sound: one owner missing would make another party, and so another head.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use yishi_protocol::body::UnitKind;

use super::problem::{
    OWNER_DISAGREES, OWNER_REPEATED, OWNERS_TOO_MANY, Problem, SHARES_INVALID, UNIT_DISAGREES, UNIT_LEFT_OUT,
};
use super::row::{Owner, Place, Row};
use super::share::Share;
use super::{FileParty, FilePerson, FileScope, FileUnit};

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
pub(super) fn group(mut rows: Vec<Row>, problems: &mut Vec<Problem>) -> Grouped {
    check_names(&mut rows, problems);
    let mut taken = Vec::new();
    for (place, mut rows) in by_place(rows) {
        check_unit(&mut rows, problems);
        match rows.iter().find(|row| !row.sound) {
            None => taken.extend(unit(place, rows)),
            Some(bad) => {
                let detail = format!("line {} belongs to the same unit; correct that line", bad.line);
                let good = rows.iter().filter(|row| row.sound);
                problems.extend(good.map(|row| Problem::new(row.line, UNIT_LEFT_OUT, detail.clone())));
            }
        }
    }
    let people = People::of(&taken);
    let mut grouped =
        Grouped { units: Vec::new(), parties: Vec::new(), people: people.list, scopes: vec![estate()] };
    let mut parties = BTreeMap::new();
    let mut scopes = BTreeMap::new();
    for unit in taken {
        let owners: BTreeSet<usize> =
            unit.owners.iter().filter_map(|(_, owner)| people.numbers.get(&owner.number).copied()).collect();
        let party = index_of(&mut parties, &mut grouped.parties, owners, |owners| FileParty {
            owners: owners.iter().copied().collect(),
        });
        let scope = scope(&mut scopes, &mut grouped.scopes, &unit.place);
        let Place { building, entrance, room } = unit.place;
        let TakenUnit { kind, area_c, line, .. } = unit;
        grouped.units.push(FileUnit { building, entrance, room, kind, area_c, party, scope, line });
    }
    grouped
}

/// A number belongs to one name in the whole file: the first that stands beside it.
fn check_names(rows: &mut [Row], problems: &mut Vec<Problem>) {
    let mut first = BTreeMap::<&str, (&str, u64)>::new();
    for Row { line, owner, sound, .. } in rows {
        let Some(owner) = owner else { continue };
        let (name, named_on) = *first.entry(&owner.number).or_insert((&owner.name, *line));
        if name != owner.name {
            *sound = false;
            let detail = format!(
                "owner {} has another name on line {named_on}; correct the name, or give each person a number",
                owner.number
            );
            problems.push(Problem::new(*line, OWNER_DISAGREES, detail));
        }
    }
}

/// The rows of each unit, units in the order of their first row. A row without a place belongs to no unit.
fn by_place(rows: Vec<Row>) -> Vec<(Place, Vec<Row>)> {
    let mut places = BTreeMap::new();
    let mut units: Vec<(Place, Vec<Row>)> = Vec::new();
    for mut row in rows {
        let Some(place) = row.place.take() else { continue };
        let unit = index_of(&mut places, &mut units, place, |place| (place.clone(), Vec::new()));
        if let Some((_, rows)) = units.get_mut(unit) {
            rows.push(row);
        }
    }
    units
}

/// Checks the rows of one unit against each other.
fn check_unit(rows: &mut [Row], problems: &mut Vec<Problem>) {
    let mut kind: Option<UnitKind> = None;
    let mut area_c: Option<u32> = None;
    let mut owners = BTreeMap::<&str, u64>::new();
    for Row { line, kind: row_kind, area_c: row_area, owner, sound, .. } in &mut *rows {
        let mut note = |code, detail: String| {
            *sound = false;
            problems.push(Problem::new(*line, code, detail));
        };
        if row_kind.is_some_and(|row_kind| *kind.get_or_insert(row_kind) != row_kind) {
            note(
                UNIT_DISAGREES,
                "the unit has another kind on an earlier line; correct one of them".to_owned(),
            );
        }
        if row_area.is_some_and(|row_area| *area_c.get_or_insert(row_area) != row_area) {
            note(
                UNIT_DISAGREES,
                "the unit has another area on an earlier line; correct one of them".to_owned(),
            );
        }
        let Some(owner) = owner else { continue };
        match owners.entry(&owner.number) {
            Entry::Vacant(entry) => _ = entry.insert(*line),
            Entry::Occupied(entry) => {
                let detail =
                    format!("line {} names this owner of this unit too; remove one line", entry.get());
                note(OWNER_REPEATED, detail);
            }
        }
        if owners.len() > MAX_OWNERS {
            note(
                OWNERS_TOO_MANY,
                format!("a unit can have {MAX_OWNERS} owners; enter their association as one"),
            );
        }
    }
    // While a row is missing or wrong, the sum says nothing.
    if rows.iter().all(|row| row.sound)
        && !shares_fit(rows)
        && let Some(last) = rows.last_mut()
    {
        last.sound = false;
        let detail =
            "the shares of this unit's owners must add up to exactly 1, or none be given; correct them";
        problems.push(Problem::new(last.line, SHARES_INVALID, detail));
    }
}

/// Either nobody has a share, or everybody has and together they have the unit.
fn shares_fit(rows: &[Row]) -> bool {
    let given: Vec<Share> = rows.iter().filter_map(|row| row.share).collect();
    given.is_empty() || (given.len() == rows.len() && Share::are_whole(given))
}

/// A unit every row of which is sound.
struct TakenUnit {
    place: Place,
    kind: UnitKind,
    area_c: u32,
    line: u64,
    /// Its owners, each with their line.
    owners: Vec<(u64, Owner)>,
}

/// Joins the sound rows of a unit. A sound row has a kind, an area and an owner.
fn unit(place: Place, rows: Vec<Row>) -> Option<TakenUnit> {
    let first = rows.first()?;
    let (kind, area_c, line) = (first.kind?, first.area_c?, first.line);
    let owners = rows.into_iter().filter_map(|row| Some((row.line, row.owner?))).collect();
    Some(TakenUnit { place, kind, area_c, line, owners })
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
        let mut merged: Vec<(&Owner, Option<&str>, Option<&str>)> = Vec::new();
        for (_, owner) in rows {
            let person = index_of(&mut numbers, &mut merged, owner.number.clone(), |_| (owner, None, None));
            if let Some((_, phone, language)) = merged.get_mut(person) {
                *phone = phone.or(owner.phone.as_deref());
                *language = language.or(owner.language.as_deref());
            }
        }
        let person = |(owner, phone, language): (&Owner, Option<&str>, Option<&str>)| FilePerson {
            owner_no: owner.number.clone(),
            name: owner.name.clone(),
            phone: phone.map(str::to_owned),
            language: language.unwrap_or("zh").to_owned(),
        };
        Self { list: merged.into_iter().map(person).collect(), numbers }
    }
}

fn estate() -> FileScope {
    FileScope { name: String::new(), parent: None }
}

/// The entrance, or the building if it has none; adds them where they are new, the building first.
fn scope(known: &mut BTreeMap<(usize, String), usize>, scopes: &mut Vec<FileScope>, place: &Place) -> usize {
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
