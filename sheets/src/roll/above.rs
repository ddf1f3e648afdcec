//! Cells that are empty because they were merged in the sheet from which the rows were copied.
//!
//! What stands above is a guess, and a wrong one makes strangers co-owners. So each block of such rows is a question.
//! Meanwhile the rows are read as if it were so and held, and with them the homes that they would belong to.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Column, shown};
use super::kind;
use super::place::building_key;
use super::raw::{Raw, Standing};
use crate::key::sheets_roll;
use crate::question::{Asker, Choice, QuestionCode};
use crate::sentence::{clipped, listed, named};

/// Rows below each other that lack the same cells under the same row.
#[derive(Debug)]
struct Block {
    /// What is empty, and the row above that has it, if one does.
    wants: Vec<(Column, Option<usize>)>,
    rows: Vec<usize>,
}

/// Fills empty cells from above and asks whether that is right.
pub(super) fn fill(rows: &mut [Raw], asker: &mut Asker<'_>) {
    let with_entrances = with_entrances(rows);
    let mut origins = BTreeMap::<(usize, Column), usize>::new();
    let mut blocks: Vec<Block> = Vec::new();
    let mut above: Option<usize> = None;
    // The last row of the same building that has an entrance.
    let mut entrance: Option<usize> = None;
    for at in 0..rows.len() {
        let Some(row) = rows.get(at).filter(|row| row.misfit.is_none()) else { continue };
        let before = above.and_then(|above| Some((above, rows.get(above)?)));
        let mut wants: Vec<(Column, Option<usize>)> = Vec::new();
        let mut filled = row.clone();
        let mut want = |filled: &mut Raw, column, from: usize| {
            let origin = origins.get(&(from, column)).copied().unwrap_or(from);
            if let Some(source) = rows.get(from) {
                filled.set(column, source.get(column).to_owned());
            }
            wants.push((column, Some(origin)));
        };
        if let Some((from, before)) = before {
            let lacks = |filled: &Raw, column| filled.lacks(column) && !before.lacks(column);
            let same = |filled: &Raw, column| filled.get(column) == before.get(column);
            if lacks(&filled, Column::Building) {
                want(&mut filled, Column::Building, from);
            }
            if building_key(filled.get(Column::Building)) != building_key(before.get(Column::Building)) {
                entrance = None;
            }
            if wants_entrance(&filled, &with_entrances)
                && let Some(from) = entrance
            {
                want(&mut filled, Column::Entrance, from);
            }
            let same_part = same(&filled, Column::Building) && same(&filled, Column::Entrance);
            if same_part && lacks(&filled, Column::Room) {
                want(&mut filled, Column::Room, from);
            }
            if lacks(&filled, Column::Kind) {
                want(&mut filled, Column::Kind, from);
            }
            if same_part && same(&filled, Column::Room) && lacks(&filled, Column::Area) {
                want(&mut filled, Column::Area, from);
            }
            if lacks(&filled, Column::OwnerNo) && lacks(&filled, Column::OwnerName) {
                want(&mut filled, Column::OwnerNo, from);
                want(&mut filled, Column::OwnerName, from);
                if lacks(&filled, Column::Phone) {
                    want(&mut filled, Column::Phone, from);
                }
            }
        }
        if wants_entrance(&filled, &with_entrances) {
            wants.push((Column::Entrance, None));
        }
        if !filled.lacks(Column::Entrance) {
            entrance = Some(at);
        }
        origins.extend(wants.iter().filter_map(|(column, origin)| Some(((at, *column), (*origin)?))));
        if let Some(row) = rows.get_mut(at) {
            *row = filled;
        }
        if !wants.is_empty() {
            let goes_on = |block: &&mut Block| block.wants == wants && block.rows.last().copied() == above;
            match blocks.last_mut().filter(goes_on) {
                Some(block) => block.rows.push(at),
                None => blocks.push(Block { wants, rows: vec![at] }),
            }
        }
        above = Some(at);
    }
    for block in blocks {
        ask(rows, &block, asker);
    }
}

/// The buildings of which some row names an entrance.
fn with_entrances(rows: &[Raw]) -> BTreeSet<String> {
    let mut building = String::new();
    let mut found = BTreeSet::new();
    for row in rows.iter().filter(|row| row.misfit.is_none()) {
        if !row.lacks(Column::Building) {
            building = building_key(row.get(Column::Building));
        }
        if !row.lacks(Column::Entrance) {
            found.insert(building.clone());
        }
    }
    found
}

/// Whether a row should have an entrance and has none. What never votes may lie in none.
fn wants_entrance(row: &Raw, with_entrances: &BTreeSet<String>) -> bool {
    let may_count = kind::read(row.get(Column::Kind)).is_none_or(kind::counts);
    row.lacks(Column::Entrance)
        && may_count
        && with_entrances.contains(&building_key(row.get(Column::Building)))
}

fn ask(rows: &mut [Raw], block: &Block, asker: &mut Asker<'_>) {
    let of = |at: &usize| rows.get(*at);
    let lines: Vec<u64> = block.rows.iter().filter_map(of).map(|row| row.line).collect();
    let columns = listed(block.wants.iter().map(|(column, _)| shown(*column)));
    let sources: Vec<&Raw> = block.wants.iter().filter_map(|(_, origin)| of(&(*origin)?)).collect();
    let at = named(&lines);
    let only_entrance = matches!(block.wants.as_slice(), [(Column::Entrance, _)]);
    let sentence = match sources.first() {
        // A part of an address is no person's name.
        Some(source) if only_entrance && !source.lacks(Column::Entrance) => {
            let value = clipped(source.get(Column::Entrance));
            sheets_roll::above_value(&at, &columns, &source.line, &value)
        }
        Some(source) => sheets_roll::above(&at, &columns, &source.line),
        None => sheets_roll::above_none(&at, &columns),
    };
    let mut content: Vec<&str> = block.rows.iter().filter_map(of).map(|row| row.content.as_str()).collect();
    content.extend(sources.iter().map(|source| source.content.as_str()));
    let choices: &[Choice] = match (only_entrance, sources.is_empty()) {
        (true, true) => &[Choice::Keep],
        (true, false) => &[Choice::AsAbove, Choice::Keep],
        (false, _) => &[Choice::AsAbove],
    };
    let answer = asker.ask(QuestionCode::CellAbove, lines, &content, sentence, choices);
    for at in &block.rows {
        let Some(row) = rows.get_mut(*at) else { continue };
        match answer {
            None => row.at_least(Standing::Held),
            Some(Choice::Keep) => row.set(Column::Entrance, String::new()),
            Some(_) => {}
        }
    }
}
