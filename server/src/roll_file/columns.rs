//! Which column holds what: the header row.

use std::collections::BTreeMap;

use super::problem::FileError;
use super::table::{self, Record};
use super::text::trimmed;

/// What a column can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Building,
    Entrance,
    Room,
    Kind,
    Area,
    OwnerNo,
    OwnerName,
    Phone,
    Language,
    ShareNumerator,
    ShareDenominator,
}

use Column::{
    Area, Building, Entrance, Kind, Language, OwnerName, OwnerNo, Phone, Room, ShareDenominator,
    ShareNumerator,
};

/// A column's accepted names. If a header has several of them, the first in this order is read: a sheet that has both
/// 专有部分面积 and 面积 means the former.
struct Names {
    column: Column,
    /// As error messages print it.
    shown: &'static str,
    accepted: &'static [&'static str],
}

const NAMES: &[Names] = &[
    Names { column: Building, shown: "building (楼栋)", accepted: &["building", "楼栋"] },
    Names { column: Entrance, shown: "entrance (单元)", accepted: &["entrance", "单元"] },
    Names { column: Room, shown: "room (室号)", accepted: &["room", "室号", "房号"] },
    Names { column: Kind, shown: "kind (用途)", accepted: &["kind", "用途", "类型"] },
    Names {
        column: Area,
        shown: "exclusive_area_m2 (专有部分面积)",
        accepted: &["exclusive_area_m2", "专有部分面积", "建筑面积", "面积"],
    },
    Names {
        column: OwnerNo, shown: "owner_no (业主编号)", accepted: &["owner_no", "业主编号", "编号"]
    },
    Names {
        column: OwnerName,
        shown: "owner_name (业主姓名)",
        accepted: &["owner_name", "业主姓名", "姓名"],
    },
    Names { column: Phone, shown: "phone (电话)", accepted: &["phone", "电话", "手机"] },
    Names { column: Language, shown: "language (语言)", accepted: &["language", "语言"] },
    Names {
        column: ShareNumerator,
        shown: "share_numerator (份额分子)",
        accepted: &["share_numerator", "份额分子"],
    },
    Names {
        column: ShareDenominator,
        shown: "share_denominator (份额分母)",
        accepted: &["share_denominator", "份额分母"],
    },
];

const REQUIRED: &[Column] = &[Building, Room, Kind, Area, OwnerNo, OwnerName];

const SEPARATORS: [u8; 3] = [b',', b'\t', b';'];

/// Where the columns of a file are.
#[derive(Debug)]
pub(super) struct Columns {
    places: BTreeMap<Column, usize>,
    /// How many fields a row has.
    pub(super) width: usize,
}

impl Columns {
    /// A row's field in a column, without spaces around it; empty if the file or the row has no such field.
    pub(super) fn field<'r>(&self, record: &'r Record, column: Column) -> &'r str {
        self.places.get(&column).and_then(|place| record.fields.get(*place)).map_or("", trimmed)
    }

    /// Whether the file has the column.
    pub(super) fn has(&self, column: Column) -> bool {
        self.places.contains_key(&column)
    }
}

/// How a message names a column.
pub(super) fn shown(column: Column) -> &'static str {
    NAMES.iter().find(|names| names.column == column).map_or("", |names| names.shown)
}

/// Finds the separator under which the header names the most columns, and those columns.
pub(super) fn find(text: &str) -> Result<(u8, Columns), FileError> {
    let mut best: Option<(u8, Record, usize)> = None;
    for separator in SEPARATORS {
        let header = table::records(text, separator).next().ok_or(FileError::Empty)??;
        let known = known(&header);
        if best.as_ref().is_none_or(|(.., most)| known > *most) {
            best = Some((separator, header, known));
        }
    }
    match best {
        Some((_, header, 1..)) if header.unclosed => Err(FileError::HeaderUnclosed),
        Some((separator, header, 1..)) => Ok((separator, columns(&header)?)),
        _ => Err(FileError::HeaderMissing),
    }
}

/// How many fields of a header are a column's name.
fn known(header: &Record) -> usize {
    let is_name = |field: &&str| NAMES.iter().any(|names| names.accepted.contains(&trimmed(field)));
    header.fields.iter().filter(is_name).count()
}

fn columns(header: &Record) -> Result<Columns, FileError> {
    let mut places = BTreeMap::new();
    for names in NAMES {
        for name in names.accepted {
            let mut found = header
                .fields
                .iter()
                .enumerate()
                .filter(|(_, field)| trimmed(field) == *name)
                .map(|(at, _)| at);
            if let Some(place) = found.next() {
                if found.next().is_some() {
                    return Err(FileError::ColumnRepeated(name));
                }
                places.entry(names.column).or_insert(place);
            }
        }
    }
    let columns = Columns { places, width: header.fields.len() };
    // Half a fraction says nothing.
    let shares = [ShareNumerator, ShareDenominator];
    let needs_shares = shares.iter().any(|column| columns.has(*column));
    let required = REQUIRED.iter().chain(shares.iter().filter(|_| needs_shares));
    let missing: Vec<_> =
        required.filter(|column| !columns.has(**column)).map(|column| shown(*column)).collect();
    if missing.is_empty() { Ok(columns) } else { Err(FileError::ColumnsMissing(missing)) }
}
