//! Which column holds what: the header row, wherever below titles it stands.

use std::collections::{BTreeMap, BTreeSet};

use yishi_words::Word;

use super::file_error::FileError;
use super::text::{half_width, spaceless, trimmed};
use super::{Missing, Record};

/// A column's accepted names, as [`spelling`] spells them. If a header has several of them, the first in this order is
/// read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Names<C: 'static> {
    /// What the column holds.
    pub(crate) column: C,
    /// What messages call it.
    pub(crate) shown: Word,
    /// The names under which it is found.
    pub(crate) accepted: &'static [&'static str],
}

/// Where the columns of a file are.
#[derive(Clone, Debug)]
pub(crate) struct Columns<C> {
    places: BTreeMap<C, usize>,
    /// The accepted name under which each was found.
    found: BTreeMap<C, &'static str>,
    /// How many fields a row has.
    pub(crate) width: usize,
    /// The line of the header.
    pub(crate) line: u64,
}

impl<C: Copy + Ord> Columns<C> {
    /// A row's field in a column, without spaces around it; empty if the file or the row has no such field.
    pub(crate) fn field<'r>(&self, record: &'r Record, column: C) -> &'r str {
        self.places
            .get(&column)
            .and_then(|place| record.fields.get(*place))
            .map_or("", |field| trimmed(field))
    }

    /// Whether the file has the column.
    pub(crate) fn has(&self, column: C) -> bool {
        self.places.contains_key(&column)
    }

    /// The accepted name under which a column was found.
    pub(crate) fn name(&self, column: C) -> Option<&'static str> {
        self.found.get(&column).copied()
    }

    /// Whether a merged cell reaches into a row's field.
    pub(crate) fn is_merged(&self, record: &Record, column: C) -> bool {
        self.places.get(&column).is_some_and(|place| record.merged.contains(place))
    }
}

/// The row that names the most columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// Its place among the records.
    pub(super) at: usize,
    /// How many columns it names.
    pub(super) known: usize,
}

/// The one spelling of a column's name that is compared: without spaces and line breaks, in small letters, and without
/// a unit behind it that means what we read anyway. `金额（万元）` keeps its unit and is not known.
pub(super) fn spelling(text: &str) -> String {
    const UNITS: [&str; 13] = [
        "(元)",
        "(人民币)",
        "(人民币元)",
        "(rmb)",
        "(yuan)",
        "(¥)",
        "(￥)",
        "(㎡)",
        "(m²)",
        "(m2)",
        "(平方米)",
        "(平米)",
        "(平方)",
    ];
    let text = spaceless(&half_width(text)).to_lowercase();
    let text = text.trim_start_matches('*');
    let bare = UNITS.iter().find_map(|unit| text.strip_suffix(unit));
    bare.unwrap_or(text).trim_end_matches([':', '*']).to_owned()
}

/// The first record that names the most columns; none if there is no record.
pub(super) fn find<C: Copy + Ord>(records: &[Record], names: &[Names<C>]) -> Option<Found> {
    let mut best: Option<Found> = None;
    for (at, record) in records.iter().enumerate() {
        let known = known(record, names).len();
        if best.is_none_or(|best| known > best.known) {
            best = Some(Found { at, known });
        }
    }
    best
}

/// The columns that a record names.
fn known<C: Copy + Ord>(record: &Record, names: &[Names<C>]) -> BTreeSet<C> {
    let column = |field: &String| {
        let spelling = spelling(field);
        names.iter().find(|names| names.accepted.contains(&spelling.as_str())).map(|names| names.column)
    };
    record.fields.iter().filter_map(column).collect()
}

/// Whether a record below the header is the header once more, as on each printed page, or in a second language.
pub(super) fn is_again<C: Copy + Ord>(record: &Record, columns: &Columns<C>, names: &[Names<C>]) -> bool {
    let again = known(record, names).len();
    again > 2 && again.saturating_mul(2) >= columns.places.len()
}

/// The columns of a header that names `known` of them.
pub(super) fn columns<C: Copy + Ord>(
    header: &Record,
    known: usize,
    names: &[Names<C>],
    missing: Missing<C>,
) -> Result<Columns<C>, FileError> {
    let line = header.line;
    if known == 0 {
        return Err(FileError::HeaderMissing { line });
    }
    if header.unclosed {
        return Err(FileError::HeaderUnclosed { line });
    }
    let fields: Vec<String> = header.fields.iter().map(|field| spelling(field)).collect();
    let (mut places, mut found) = (BTreeMap::new(), BTreeMap::new());
    for names in names {
        for name in names.accepted {
            let mut at = fields.iter().enumerate().filter(|(_, field)| field == name).map(|(at, _)| at);
            if let Some(place) = at.next() {
                if at.next().is_some() {
                    return Err(FileError::ColumnRepeated { line, name: (*name).to_owned() });
                }
                places.entry(names.column).or_insert(place);
                found.entry(names.column).or_insert(*name);
            }
        }
    }
    let columns = Columns { places, found, width: header.fields.len(), line };
    let missing = missing(&columns);
    if missing.is_empty() {
        return Ok(columns);
    }
    let is_known = |field: &str| names.iter().any(|names| names.accepted.contains(&field));
    let unknown =
        fields.iter().zip(&header.fields).filter(|(field, _)| !field.is_empty() && !is_known(field));
    let unknown = unknown.map(|(_, written)| spaceless(written)).collect();
    Err(FileError::ColumnsMissing { line, missing, unknown })
}
