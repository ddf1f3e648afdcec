//! Rows as they are written, before anything in them is believed.

use std::collections::BTreeMap;

use super::columns::{Column, NAMES};
use super::problem::{ProblemCode, Remark, RemarkCode};
use crate::key::sheets_roll;
use crate::sentence::Sentence;
use crate::table::{Record, Table, adds_up, ends_as_total, trimmed};

/// Whether a row can be taken. The last that applies holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Nothing is wrong with it.
    Sound,
    /// An answer leaves its unit out.
    LeftOut,
    /// It waits for an answer.
    Held,
    /// It has a problem.
    Bad,
}

/// A row as it is written.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    pub(super) line: u64,
    cells: BTreeMap<Column, String>,
    /// What keeps it from being read field by field: its fields may have moved, so none of them is believed.
    pub(super) misfit: Option<(ProblemCode, Sentence)>,
    pub(super) standing: Standing,
    /// All that the row says, which is what makes it this row. Filling cells does not change it.
    pub(super) content: String,
}

impl Raw {
    /// A field without spaces around it; empty if there is none.
    pub(super) fn get(&self, column: Column) -> &str {
        self.cells.get(&column).map_or("", String::as_str)
    }

    pub(super) fn set(&mut self, column: Column, text: String) {
        self.cells.insert(column, text);
    }

    pub(super) fn lacks(&self, column: Column) -> bool {
        self.get(column).is_empty()
    }

    pub(super) fn at_least(&mut self, standing: Standing) {
        self.standing = self.standing.max(standing);
    }
}

/// The rows of a table; those that add others up are named and left out.
pub(super) fn rows(table: &Table<Column>, remarks: &mut Vec<Remark>) -> Vec<Raw> {
    let mut rows = Vec::with_capacity(table.records.len());
    for record in &table.records {
        if is_total(table, record) {
            remarks.push(Remark::new(record.line, RemarkCode::TotalRow, sheets_roll::TOTAL_ROW));
        } else {
            rows.push(raw(table, record));
        }
    }
    rows
}

fn is_total(table: &Table<Column>, record: &Record) -> bool {
    let first = record.fields.iter().map(|field| trimmed(field)).find(|field| !field.is_empty());
    let field = |column| table.columns.field(record, column);
    first.is_some_and(ends_as_total)
        || ends_as_total(field(Column::Building))
        || ends_as_total(field(Column::Room))
        || adds_up(field(Column::OwnerNo))
        || adds_up(field(Column::OwnerName))
}

fn raw(table: &Table<Column>, record: &Record) -> Raw {
    let columns = &table.columns;
    let mut cells = BTreeMap::new();
    for names in NAMES {
        let column = names.column;
        let text = columns.field(record, column);
        let repeats = columns.is_merged(record, column)
            && match column {
                // What a unit is and where it lies holds for every row that the cell reaches into.
                Column::Building | Column::Entrance | Column::Room | Column::Kind => false,
                // One area over several rooms would be their sum.
                Column::Area => !columns.is_merged(record, Column::Room),
                _ => true,
            };
        if !text.is_empty() && !repeats {
            cells.insert(column, text.to_owned());
        }
    }
    let content = NAMES.iter().map(|names| columns.field(record, names.column)).collect::<Vec<_>>();
    let misfit = record.misfit(columns.width).map(|(misfit, detail)| (misfit.into(), detail));
    let content = content.join("\u{1f}");
    Raw { line: record.line, cells, misfit, standing: Standing::Sound, content }
}
