//! Reading an owner roll: units, parties, people and parts of the estate out, with problems and questions by line.
//!
//! A row that cannot be taken takes its whole unit with it: a unit without one of its owners would vote as another
//! party. A row about which a question is open holds its unit back until that is answered.
//!
//! In the order of reading: `columns` names the columns, `raw` takes rows as they are written, `above` asks about cells
//! that are empty because they were merged, `row` reads one row (with `cell`, `kind`, `area`, `share`, `doubt`), `place`
//! and `people` find out what is one home and one person, `grouping` joins rows to units, parties and scopes, and
//! `representative` names who votes for co-owners. [`identify`] knows people of an earlier import again. `problem` lists
//! every code.

mod above;
mod area;
mod cell;
mod columns;
mod doubt;
mod grouping;
mod identity;
mod kind;
mod people;
mod place;
mod plan;
mod problem;
mod raw;
mod representative;
mod row;
mod share;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use yishi_protocol::body::UnitKind;
use yishi_words::Word;

pub use self::area::AreaReport;
pub use self::identity::{KnownPerson, Matching, identify};
pub use self::plan::{
    Closing, Ids, ImportPlan, ImportedPerson, NewestRoll, PlanError, Prepared, Random, is_of,
    is_there_already, match_people, plan_import, prepare, sentences,
};
pub use self::problem::{Problem, ProblemCode, Remark, RemarkCode};
use crate::key::sheets_roll;
use crate::question::{Answers, Asker, Choice, Question, QuestionCode, settled};
use crate::table::{self, Encoding, FileError, Opened};
use columns::Column;

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
    /// What could make a wrong head or area, by line, with the answers that were given. Units that wait for an answer
    /// are not among [`RollFile::units`].
    pub questions: Vec<Question>,
    /// What is worth knowing about rows, by line.
    pub remarks: Vec<Remark>,
    /// How the file's areas were brought to 0.01 m².
    pub areas: AreaReport,
    /// How the file was written.
    pub encoding: Encoding,
    /// How many rows have data, good or bad; the header, totals and blank rows are not counted.
    pub rows: usize,
    /// The answers with which it was read.
    pub answers: Answers,
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
    /// The first line that names it; the first line of the file is 1.
    pub line: u64,
}

/// An owner party: one distinct set of owners.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileParty {
    /// Its owners, as indexes into [`RollFile::people`], ascending and distinct; at least one.
    pub owners: Vec<usize>,
    /// Which of several owners votes, as an index into [`RollFile::people`], if the file says so.
    pub representative: Option<usize>,
}

/// An owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilePerson {
    /// The number under which the file knows them.
    pub owner_no: String,
    /// Further numbers that the file has for them, as was answered.
    pub also: Vec<String>,
    /// Their name.
    pub name: String,
    /// Their phone number, unchecked.
    pub phone: Option<String>,
    /// The language they are written to in, `zh` unless the file says otherwise.
    pub language: String,
    /// The first line that names them.
    pub line: u64,
}

/// A part of the estate: the whole, a building or an entrance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileScope {
    /// Its name within its parent; empty for the whole estate, which the file does not name.
    pub name: String,
    /// The part it lies in, as an index into [`RollFile::scopes`]; none for the whole estate.
    pub parent: Option<usize>,
}

/// What a host compares with their own figures before they sign a roll. Parking spaces, storage rooms, shelters and
/// communal rooms give neither heads nor area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Dwellings, offices and shops.
    pub counted_units: usize,
    /// Parties with a counted unit: each is one head.
    pub heads: usize,
    /// The area of all counted units, in 0.01 m².
    pub area_c: u64,
    /// Parking spaces.
    pub parking_units: usize,
    /// The area of all parking spaces, in 0.01 m².
    pub parking_area_c: u64,
    /// Units that are listed and never count.
    pub uncounted_units: usize,
    /// The area of these, in 0.01 m².
    pub uncounted_area_c: u64,
    /// Heads that are several persons.
    pub joint_parties: usize,
    /// Heads with more than one counted unit.
    pub owners_of_several_units: usize,
    /// All owners, those of parking spaces alone included.
    pub people: usize,
}

/// What an empty roll says above its columns: what to write.
pub const TEMPLATE: Word = sheets_roll::TEMPLATE;

/// An empty roll to be filled in, as a text that spreadsheets open: [`TEMPLATE`] as it is said in a language, then the columns.
pub fn template(said: &str) -> String {
    table::empty(said, "楼栋,单元,室号,用途,专有部分面积,业主编号,业主姓名,电话,代表人")
}

/// Reads a roll from the bytes of a file: a workbook, or text separated by commas, tabs or semicolons.
///
/// # Errors
/// If the file as a whole is of no use; what is wrong with single rows is in [`RollFile::problems`].
pub fn read(bytes: &[u8]) -> Result<RollFile, FileError> {
    read_with(bytes, &Answers::default())
}

/// Reads a roll, with answers to the questions of an earlier reading. An answer may lead to further questions.
///
/// # Errors
/// As [`read`].
pub fn read_with(bytes: &[u8], answers: &Answers) -> Result<RollFile, FileError> {
    of(&Opened::new(bytes)?, answers)
}

/// [`read_with`] of a file that is opened already.
///
/// # Errors
/// As [`read`].
pub fn of(opened: &Opened, answers: &Answers) -> Result<RollFile, FileError> {
    let table = table::find(opened, columns::NAMES, columns::missing)?;
    if let Some(line) = table.cut_at {
        return Err(FileError::TooManyRows { line });
    }
    let (mut problems, mut remarks, mut areas) = (Vec::new(), Vec::new(), AreaReport::default());
    let mut asker = Asker::new(answers);
    if table.columns.name(Column::OwnerNo) == Some(columns::ROW_NUMBERS) {
        ask_row_numbers(table.columns.line, &mut asker);
    }
    let mut raws = raw::rows(&table, &mut remarks);
    if raws.is_empty() {
        return Err(FileError::Empty);
    }
    above::fill(&mut raws, &mut asker);
    let mut notes =
        row::Notes { problems: &mut problems, remarks: &mut remarks, areas: &mut areas, asker: &mut asker };
    let mut rows = Vec::with_capacity(raws.len());
    for raw in &raws {
        rows.extend(row::read(raw, &mut notes));
    }
    place::settle(&mut rows, &mut asker);
    people::settle(&mut rows, &mut problems, &mut asker);
    let grouping::Grouped { units, parties, people, scopes } =
        grouping::group(rows, &mut problems, &mut remarks, &mut asker);
    // Stable sorts: several of one line stay in the order of its columns.
    problems.sort_by_key(|problem| problem.line);
    remarks.sort_by_key(|remark| remark.line);
    Ok(RollFile {
        units,
        parties,
        people,
        scopes,
        problems,
        questions: asker.finish(),
        remarks,
        areas,
        encoding: table.encoding,
        rows: raws.len(),
        answers: answers.clone(),
    })
}

/// Numbers that count rows are no identity: they give an owner of two homes two, and change with every new row.
fn ask_row_numbers(line: u64, asker: &mut Asker<'_>) {
    let sentence = sheets_roll::ROW_NUMBERS.into();
    asker.ask(QuestionCode::NumbersAreRows, vec![line], &[], sentence, &[Choice::Keep]);
}

impl RollFile {
    /// Whether every question has its answer. Nothing may be signed before.
    pub fn is_settled(&self) -> bool {
        settled(&self.questions)
    }

    /// The roll's totals.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals { people: self.people.len(), ..Totals::default() };
        let mut units_of = BTreeMap::<usize, usize>::new();
        for unit in &self.units {
            let area_c = u64::from(unit.area_c);
            match unit.kind {
                UnitKind::Parking => {
                    totals.parking_units += 1;
                    totals.parking_area_c += area_c;
                }
                UnitKind::Dwelling | UnitKind::Office | UnitKind::Shop => {
                    totals.counted_units += 1;
                    totals.area_c += area_c;
                    *units_of.entry(unit.party).or_default() += 1;
                }
                UnitKind::CivilDefence | UnitKind::Communal | UnitKind::Storage => {
                    totals.uncounted_units += 1;
                    totals.uncounted_area_c += area_c;
                }
            }
        }
        let is_joint = |party: &&usize| self.parties.get(**party).is_some_and(|party| party.owners.len() > 1);
        totals.heads = units_of.len();
        totals.joint_parties = units_of.keys().filter(is_joint).count();
        totals.owners_of_several_units = units_of.values().filter(|units| **units > 1).count();
        totals
    }
}
