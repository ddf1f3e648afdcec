//! Reading an owner roll as a spreadsheet saves it: bytes in, a roll and its problems out.
//!
//! Nothing here reads a disk, asks a clock or knows the log. A row that cannot be taken is reported by line and code,
//! and takes its whole unit with it: a unit without one of its owners would vote as another party.
//!
//! In the order of reading: [`crate::text_file`] decodes, `columns` finds the columns, [`yishi_ledger::sheet`] splits
//! lines, `row` reads one row (with `area` and `share`), `grouping` joins rows to units, parties and scopes. [`problem`]
//! lists every code.

mod area;
mod columns;
mod grouping;
pub mod problem;
mod row;
mod share;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use yishi_ledger::sheet;
use yishi_protocol::body::UnitKind;

pub use self::problem::{FileError, Problem};
use crate::text_file;
pub use crate::text_file::Encoding;

/// The most rows that are read. The largest estates have a few ten thousand owners; a file of nothing but line breaks
/// and commas must not fill the memory with problems.
const MAX_ROWS: usize = 100_000;

/// A roll as read: what can be taken, and every row that cannot, by line and reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollFile {
    /// The units, in the order in which the file first names them.
    pub units: Vec<FileUnit>,
    /// The owner parties, in the order of their first unit. No two have the same owners.
    pub parties: Vec<FileParty>,
    /// The owners, in the order in which the file first names them.
    pub people: Vec<FilePerson>,
    /// The parts of the estate: first the whole, then each part after the part it lies in.
    pub scopes: Vec<FileScope>,
    /// What could not be taken, by line. With a problem left the roll is incomplete, and a party may lack an owner
    /// whose row names no unit.
    pub problems: Vec<Problem>,
    /// How the text was encoded.
    pub encoding: Encoding,
    /// How many rows have data, good or bad; the header and blank rows are not counted.
    pub rows: usize,
}

/// A unit, such as a home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileUnit {
    /// The building, such as `1栋`.
    pub building: String,
    /// The entrance, such as `1单元`; empty if the building has none.
    pub entrance: String,
    /// The room, such as `101`.
    pub room: String,
    /// What it is.
    pub kind: UnitKind,
    /// Its exclusive area, in 0.01 m²: from 1 to 99,999,999.
    pub area_c: u32,
    /// Who owns it, as an index into [`RollFile::parties`].
    pub party: usize,
    /// The smallest part of the estate it lies in, as an index into [`RollFile::scopes`].
    pub scope: usize,
    /// The first line of the file that names it; the header is line 1.
    pub line: u64,
}

/// An owner party: one distinct set of owners.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileParty {
    /// Its owners, as indexes into [`RollFile::people`], ascending and distinct; at least one.
    pub owners: Vec<usize>,
}

/// An owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePerson {
    /// The number under which the file knows them.
    pub owner_no: String,
    /// Their name.
    pub name: String,
    /// Their phone number, unchecked.
    pub phone: Option<String>,
    /// The language they are written to in, `zh` unless the file says otherwise.
    pub language: String,
}

/// A part of the estate: the whole, a building or an entrance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileScope {
    /// Its name within its parent; empty for the whole estate, which the file does not name.
    pub name: String,
    /// The part it lies in, as an index into [`RollFile::scopes`]; none for the whole estate.
    pub parent: Option<usize>,
}

/// What a host compares with their own figures before they sign a roll. Parking spaces give neither heads nor area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Units other than parking spaces.
    pub counted_units: usize,
    /// Parties with a counted unit: each is one head.
    pub heads: usize,
    /// The area of all counted units, in 0.01 m².
    pub area_c: u64,
    /// Parking spaces.
    pub parking_units: usize,
    /// The area of all parking spaces, in 0.01 m².
    pub parking_area_c: u64,
    /// Heads that are several persons.
    pub joint_parties: usize,
    /// Heads with more than one counted unit.
    pub owners_of_several_units: usize,
    /// All owners, those of parking spaces alone included.
    pub people: usize,
}

/// Reads a roll from the bytes of a file: UTF-8 or GBK, separated by commas, tabs or semicolons.
///
/// # Errors
/// If the file as a whole is of no use; what is wrong with single rows is in [`RollFile::problems`].
pub fn read(bytes: &[u8]) -> Result<RollFile, FileError> {
    let (text, encoding) = text_file::decode(bytes).ok_or(FileError::Encoding)?;
    let text = sheet::unix_lines(&text);
    let (separator, columns) = columns::find(&text)?;
    let mut problems = Vec::new();
    let mut rows = Vec::new();
    // The first record is the header.
    for record in sheet::records(&text, separator).skip(1) {
        if rows.len() == MAX_ROWS {
            return Err(FileError::TooManyRows);
        }
        rows.push(row::read(&columns, &record, &mut problems));
    }
    if rows.is_empty() {
        return Err(FileError::Empty);
    }
    let count = rows.len();
    let grouping::Grouped { units, parties, people, scopes } = grouping::group(rows, &mut problems);
    // A stable sort: several problems of one line stay in the order of its columns.
    problems.sort_by_key(|problem| problem.line);
    Ok(RollFile { units, parties, people, scopes, problems, encoding, rows: count })
}

impl RollFile {
    /// The roll's totals.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals { people: self.people.len(), ..Totals::default() };
        let mut units_of = BTreeMap::<usize, usize>::new();
        for unit in &self.units {
            if unit.kind == UnitKind::Parking {
                totals.parking_units += 1;
                totals.parking_area_c += u64::from(unit.area_c);
            } else {
                totals.counted_units += 1;
                totals.area_c += u64::from(unit.area_c);
                *units_of.entry(unit.party).or_default() += 1;
            }
        }
        let is_joint = |party: &&usize| self.parties.get(**party).is_some_and(|party| party.owners.len() > 1);
        totals.heads = units_of.len();
        totals.joint_parties = units_of.keys().filter(is_joint).count();
        totals.owners_of_several_units = units_of.values().filter(|units| **units > 1).count();
        totals
    }
}
