//! Where units are, however their addresses are spelt.
//!
//! 1栋 and 1幢, 1单元 and 一单元, 201 and 201室 are one. Where one *home* is written in two ways it is asked about all the
//! same, since two rows of it then look like two homes or like co-owners. 1号楼 and 1栋 may be two buildings: a question.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::raw::Standing;
use super::row::Row;
use crate::key::sheets_roll;
use crate::question::{Asker, Choice, QuestionCode};
use crate::sentence::{joined, named, quoted};
use crate::table::{half_width, spaceless};

/// Where a unit is, which is also what makes it this unit and no other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SpeltPlace {
    pub(super) building: String,
    pub(super) entrance: String,
    pub(super) room: String,
}

impl SpeltPlace {
    /// A place as it is written, full-width signs and spaces apart.
    pub(super) fn written(building: &str, entrance: &str, room: &str) -> Self {
        let spelt = |text: &str| spaceless(&half_width(text));
        Self { building: spelt(building), entrance: spelt(entrance), room: spelt(room) }
    }
}

/// What buildings of one number have in common, and the word behind it; 栋 and 幢 are one word.
fn building(text: &str) -> (String, &'static str) {
    const WORDS: [(&str, &str); 9] = [
        ("号楼", "楼"),
        ("栋楼", "栋"),
        ("幢楼", "栋"),
        ("栋", "栋"),
        ("幢", "栋"),
        ("座", "座"),
        ("楼", "楼"),
        ("号", "号"),
        ("#", "号"),
    ];
    let text = spaceless(&half_width(text)).to_uppercase();
    for (written, meant) in WORDS {
        if let Some(core) = text.strip_suffix(written).filter(|core| !core.is_empty()) {
            return (numbered(core), meant);
        }
    }
    (numbered(&text), "")
}

/// What all spellings of one place have in common: building, entrance, room.
pub(super) fn key(building: &str, entrance: &str, room: &str) -> [String; 3] {
    [building_key(building), entrance_key(entrance), room_key(room)]
}

/// What two spellings of one building have in common.
pub(super) fn building_key(text: &str) -> String {
    let (core, word) = building(text);
    core + word
}

/// What two spellings of one entrance have in common.
pub(super) fn entrance_key(text: &str) -> String {
    let text = spaceless(&half_width(text)).to_uppercase();
    numbered(text.strip_suffix("单元").unwrap_or(&text))
}

fn room_key(text: &str) -> String {
    let text = spaceless(&half_width(text)).to_uppercase();
    let bare = ["号房", "室", "房", "号"].iter().find_map(|word| text.strip_suffix(word));
    numbered(bare.filter(|bare| !bare.is_empty()).unwrap_or(&text))
}

/// The text with the number at its end in plain digits: Chinese numerals below a hundred are read, zeros before it go.
fn numbered(text: &str) -> String {
    let digits = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let (before, number) = text.split_at(digits.len());
    if !number.is_empty() {
        let bare = number.trim_start_matches('0');
        // After a letter or a dash a zero belongs to the number: B01 is one name.
        let is_apart = before.is_empty() || before.ends_with(|sign: char| !sign.is_ascii());
        return if is_apart && !bare.is_empty() { format!("{before}{bare}") } else { text.to_owned() };
    }
    let start = text.trim_end_matches(|sign| numeral(sign).is_some());
    let (before, number) = text.split_at(start.len());
    match chinese(number) {
        Some(number) => format!("{before}{number}"),
        None => text.to_owned(),
    }
}

fn numeral(sign: char) -> Option<u32> {
    let place = ["〇零", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖", "十拾"]
        .iter()
        .position(|signs| signs.contains(sign))?;
    u32::try_from(place).ok()
}

/// A Chinese number from 1 to 99.
fn chinese(text: &str) -> Option<u32> {
    let values: Vec<u32> = text.chars().map(numeral).collect::<Option<_>>()?;
    match values.as_slice() {
        [one @ 1..=10] => Some(*one),
        [10, one @ 1..=9] => Some(one.saturating_add(10)),
        [tens @ 1..=9, 10] => Some(tens.saturating_mul(10)),
        [tens @ 1..=9, 10, one @ 1..=9] => Some(tens.saturating_mul(10).saturating_add(*one)),
        _ => None,
    }
}

/// Gives each row the one spelling of its place, and asks where two spellings could be two places. Rows that an answer
/// takes for repetitions of others are dropped.
pub(super) fn settle(rows: &mut Vec<Row>, asker: &mut Asker<'_>) {
    let buildings = buildings(rows, asker);
    let mut entrances = BTreeMap::<(String, String), String>::new();
    let mut homes: Vec<(SpeltPlace, Vec<usize>)> = Vec::new();
    let mut known = BTreeMap::<(String, String, String), usize>::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(place) = &row.place else { continue };
        let key = building_key(&place.building);
        let building = buildings.get(&key).cloned().unwrap_or_else(|| place.building.clone());
        let entrance = entrances.entry((building.clone(), entrance_key(&place.entrance)));
        let entrance = entrance.or_insert_with(|| place.entrance.clone()).clone();
        let key = (building.clone(), entrance.clone(), room_key(&place.room));
        let home = *known.entry(key).or_insert_with(|| {
            homes.push((SpeltPlace { building, entrance, room: place.room.clone() }, Vec::new()));
            homes.len().saturating_sub(1)
        });
        if let Some((_, rows)) = homes.get_mut(home) {
            rows.push(at);
        }
    }
    let mut dropped = BTreeSet::new();
    for (place, places) in homes {
        dropped.extend(settle_home(rows, &place, &places, asker));
    }
    let mut at = 0;
    rows.retain(|_| {
        let keep = !dropped.contains(&at);
        at = at.saturating_add(1);
        keep
    });
}

/// The one spelling of each building, by its key.
fn buildings(rows: &mut [Row], asker: &mut Asker<'_>) -> BTreeMap<String, String> {
    // Each number, with its keys, their first spelling and its line, in the order of the file.
    let mut numbers = BTreeMap::<String, Vec<(String, String, u64)>>::new();
    for row in rows.iter() {
        let Some(place) = &row.place else { continue };
        let key = building_key(&place.building);
        let spellings = numbers.entry(building(&place.building).0).or_default();
        if !spellings.iter().any(|(known, ..)| *known == key) {
            spellings.push((key, place.building.clone(), row.line));
        }
    }
    let mut canonical = BTreeMap::new();
    for spellings in numbers.into_values() {
        let answer = if spellings.len() > 1 { ask_buildings(&spellings, asker) } else { Some(Choice::Keep) };
        let first = spellings.first().map(|(_, spelling, _)| spelling.clone()).unwrap_or_default();
        for (key, spelling, _) in spellings {
            if answer.is_none() {
                let same = |row: &&mut Row| {
                    row.place.as_ref().is_some_and(|place| building_key(&place.building) == key)
                };
                rows.iter_mut().filter(same).for_each(|row| row.at_least(Standing::Held));
            }
            let spelling = if answer == Some(Choice::Merge) { first.clone() } else { spelling };
            canonical.insert(key, spelling);
        }
    }
    canonical
}

fn ask_buildings(spellings: &[(String, String, u64)], asker: &mut Asker<'_>) -> Option<Choice> {
    let names = joined(spellings.iter().map(|(_, spelling, _)| quoted(spelling)), sheets_roll::building_and);
    let lines: Vec<u64> = spellings.iter().map(|(.., line)| *line).collect();
    let content: Vec<&str> = spellings.iter().map(|(_, spelling, _)| spelling.as_str()).collect();
    let sentence = sheets_roll::same_building(&names, &named(&lines));
    asker.ask(QuestionCode::SameBuilding, lines, &content, sentence, &[Choice::Merge, Choice::Keep])
}

/// Settles the rows of one home. Gives those that repeat others.
fn settle_home(rows: &mut [Row], place: &SpeltPlace, places: &[usize], asker: &mut Asker<'_>) -> Vec<usize> {
    let of = |at: &usize| rows.get(*at);
    let first = places.first().and_then(of).and_then(|row| row.place.clone());
    let differ = places.iter().filter_map(of).any(|row| row.place != first);
    let mut dropped = Vec::new();
    let mut answer = Some(Choice::Merge);
    if differ {
        let lines: Vec<u64> = places.iter().filter_map(of).map(|row| row.line).collect();
        let content: Vec<&str> = places.iter().filter_map(of).map(|row| row.content.as_str()).collect();
        let sentence = sheets_roll::same_home(&named(&lines));
        let choices = [Choice::Merge, Choice::Keep, Choice::LeaveOut];
        answer = asker.ask(QuestionCode::SameHome, lines, &content, sentence, &choices);
    }
    let mut owners = BTreeMap::new();
    for at in places {
        let Some(row) = rows.get_mut(*at) else { continue };
        match answer {
            // Each as it is written, its building too.
            Some(Choice::Keep) => continue,
            Some(Choice::Merge) => {}
            Some(_) => row.at_least(Standing::LeftOut),
            None => row.at_least(Standing::Held),
        }
        row.place = Some(place.clone());
        let Some(owner) = row.owner.as_ref().filter(|_| differ && answer == Some(Choice::Merge)) else {
            continue;
        };
        // The same owner of the home written twice is written once.
        let owner = (owner.number.clone(), owner.name.clone());
        let same = (row.kind, row.area_c);
        match owners.entry(owner) {
            Entry::Vacant(entry) => _ = entry.insert(same),
            Entry::Occupied(entry) if *entry.get() == same => dropped.push(*at),
            Entry::Occupied(_) => {}
        }
    }
    dropped
}
