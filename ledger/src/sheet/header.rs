//! Which column holds what: the header row.

use std::collections::BTreeMap;

use super::table::{self, Record};
use super::text::trimmed;

const SEPARATORS: [u8; 3] = [b',', b'\t', b';'];

/// A column's accepted names. If a header has several of them, the first in this order is read.
#[derive(Clone, Copy, Debug)]
pub struct Names<C: 'static> {
    /// What the column holds.
    pub column: C,
    /// Its name as messages print it.
    pub shown: &'static str,
    /// The names under which it is found.
    pub accepted: &'static [&'static str],
}

/// Where the columns of a file are.
#[derive(Clone, Debug)]
pub struct Columns<C> {
    places: BTreeMap<C, usize>,
    /// How many fields a row has.
    pub width: usize,
    /// The line of the header.
    pub line: u64,
}

impl<C: Copy + Ord> Columns<C> {
    /// A row's field in a column, without spaces around it; empty if the file or the row has no such field.
    pub fn field<'r>(&self, record: &'r Record, column: C) -> &'r str {
        self.places.get(&column).and_then(|place| record.fields.get(*place)).map_or("", trimmed)
    }

    /// Whether the file has the column.
    pub fn has(&self, column: C) -> bool {
        self.places.contains_key(&column)
    }
}

/// Why a header is of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderError {
    /// The text holds no row at all.
    Empty,
    /// The first row names none of the columns.
    Missing,
    /// A quotation mark of the first row is never closed.
    Unclosed,
    /// The first row has this column twice.
    Repeated(&'static str),
}

/// Finds the separator under which the header names the most columns, and those columns. Every line of `text` ends with
/// `\n`.
///
/// # Errors
/// If there is no header in the first row.
pub fn find<C: Copy + Ord>(text: &str, names: &[Names<C>]) -> Result<(u8, Columns<C>), HeaderError> {
    let mut best: Option<(u8, Record, usize)> = None;
    for separator in SEPARATORS {
        let header = table::records(text, separator).next().ok_or(HeaderError::Empty)?;
        let known = known(&header, names);
        if best.as_ref().is_none_or(|(.., most)| known > *most) {
            best = Some((separator, header, known));
        }
    }
    match best {
        Some((_, header, 1..)) if header.unclosed => Err(HeaderError::Unclosed),
        Some((separator, header, 1..)) => Ok((separator, columns(&header, names)?)),
        _ => Err(HeaderError::Missing),
    }
}

/// How many fields of a header are a column's name.
fn known<C>(header: &Record, names: &[Names<C>]) -> usize {
    let is_name = |field: &&str| names.iter().any(|names| names.accepted.contains(&trimmed(field)));
    header.fields.iter().filter(is_name).count()
}

fn columns<C: Copy + Ord>(header: &Record, names: &[Names<C>]) -> Result<Columns<C>, HeaderError> {
    let mut places = BTreeMap::new();
    for names in names {
        for name in names.accepted {
            let mut found = header
                .fields
                .iter()
                .enumerate()
                .filter(|(_, field)| trimmed(field) == *name)
                .map(|(at, _)| at);
            if let Some(place) = found.next() {
                if found.next().is_some() {
                    return Err(HeaderError::Repeated(name));
                }
                places.entry(names.column).or_insert(place);
            }
        }
    }
    Ok(Columns { places, width: header.fields.len(), line: header.line })
}
