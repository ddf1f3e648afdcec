//! Reading a ledger: lines of accounts out, with problems, questions and remarks by line.
//!
//! In the order of reading: `columns` names the columns, `row` reads one row (with `date`, `account` and `amount`),
//! `signs` finds out which way the file's signs point, `join` compares rows, `period` makes pages and sums. `problem`
//! lists every code.

mod account;
mod amount;
mod columns;
mod date;
mod join;
mod period;
mod problem;
mod row;
mod signs;

#[cfg(test)]
mod tests;

use yishi_protocol::ledger::LedgerLine;
use yishi_words::Word;

pub use self::period::{flows, month, pages, period};
pub use self::problem::{Problem, ProblemCode, Remark, RemarkCode, Written};
use crate::key::sheets_ledger;
use crate::question::{Answers, Asker, Question, settled};
use crate::sentence::{Sentence, clipped};
use crate::table::{self, FileError, Opened, Record, adds_up, ends_as_total, spaceless, trimmed};
use columns::Column;

/// A ledger as read: what can be taken, and every row that cannot, by line and reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerFile {
    /// The lines, in the order of the file. With a problem left, or a question open, they are not all.
    pub lines: Vec<Line>,
    /// What could not be taken, by line.
    pub problems: Vec<Problem>,
    /// What could make a wrong sum, by line, with the answers that were given.
    pub questions: Vec<Question>,
    /// What is worth knowing about lines, by line.
    pub remarks: Vec<Remark>,
    /// How many rows have data, good or bad; the header, totals and blank rows are not counted.
    pub rows: usize,
}

impl LedgerFile {
    /// The lines without their places in the file.
    pub fn ledger_lines(&self) -> Vec<LedgerLine> {
        self.lines.iter().map(|line| line.line.clone()).collect()
    }

    /// Whether every question has its answer. Nothing may be signed before.
    pub fn is_settled(&self) -> bool {
        settled(&self.questions)
    }
}

/// A line of the ledger and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line of the file on which the row begins; the first line is 1.
    pub number: usize,
    /// What it says. `decision` is none: which entry the file's words name is for the caller to find.
    pub line: LedgerLine,
    /// The vote that allowed it, as the file names it.
    pub decision: Option<String>,
    /// What the file remarks, such as `有发票`; it is not part of what is published.
    pub remark: Option<String>,
}

/// What an empty ledger says above its columns: what to write.
pub const TEMPLATE: Word = sheets_ledger::TEMPLATE;

/// An empty ledger to be filled in, as a text that spreadsheets open: [`TEMPLATE`] as it is said in a language, then the columns.
pub fn template(said: &str) -> String {
    table::empty(said, "凭证号,日期,类别,摘要,金额,地点,表决,备注")
}

/// Reads a ledger from the bytes of a file: a workbook, or text separated by commas, tabs or semicolons.
///
/// Amounts are in yuan. Spending may be negative, or be told by its account alone, or stand in a column of its own.
pub fn read(bytes: &[u8]) -> LedgerFile {
    read_with(bytes, &Answers::default())
}

/// Reads a ledger, with answers to the questions of an earlier reading.
pub fn read_with(bytes: &[u8], answers: &Answers) -> LedgerFile {
    of(Opened::new(bytes).as_ref(), answers)
}

/// [`read_with`] of a file that is opened already, or cannot be.
pub fn of(opened: Result<&Opened, &FileError>, answers: &Answers) -> LedgerFile {
    let mut file = LedgerFile::default();
    let table = opened
        .map_err(FileError::clone)
        .and_then(|opened| table::find(opened, columns::NAMES, columns::missing));
    let table = match table {
        Ok(table) => table,
        Err(error) => {
            let detail = error.sentence();
            file.problems.push(whole(row::line_number(error.line()), code(&error), detail));
            return file;
        }
    };
    if let Some(problem) = table.titles.iter().find_map(unit_problem) {
        file.problems.push(problem);
        return file;
    }
    let mut rows = Vec::new();
    for record in &table.records {
        let first = record.fields.iter().map(|field| trimmed(field)).find(|field| !field.is_empty());
        let says = [Column::Voucher, Column::Description, Column::Account, Column::Category];
        let totals = says.into_iter().any(|column| adds_up(table.columns.field(record, column)));
        if totals || first.is_some_and(ends_as_total) {
            let detail = sheets_ledger::TOTAL_ROW.into();
            file.remarks.push(Remark {
                line: row::line_number(record.line),
                code: RemarkCode::TotalRow,
                detail,
            });
            continue;
        }
        rows.push(row::read(&table.columns, record, &mut file.problems));
    }
    file.rows = rows.len();
    if let Some(line) = table.cut_at {
        let error = FileError::TooManyRows { line };
        let detail = error.sentence();
        file.problems.push(whole(row::line_number(line), ProblemCode::TooManyRows, detail));
    } else if rows.is_empty() {
        let line = row::line_number(table.columns.line);
        file.problems.push(whole(line, ProblemCode::FileEmpty, FileError::Empty.sentence()));
    }
    let mut asker = Asker::new(answers);
    file.lines = join::join(rows, &mut asker, &mut file.remarks);
    file.questions = asker.finish();
    // Stable sorts: several of one line stay in the order of its columns.
    file.problems.sort_by_key(|problem| problem.line);
    file.remarks.sort_by_key(|remark| remark.line);
    file
}

/// A title such as `单位：万元`, which would make every amount another.
fn unit_problem(title: &Record) -> Option<Problem> {
    let unit = title.fields.iter().map(|field| spaceless(field)).find(|field| {
        field.contains("单位")
            && ["万元", "千元", "百元", "美元", "港元", "亿元"].iter().any(|unit| field.contains(unit))
    })?;
    let detail = sheets_ledger::unit(&clipped(&unit));
    Some(whole(row::line_number(title.line), ProblemCode::UnitUnknown, detail))
}

fn whole(line: usize, code: ProblemCode, detail: Sentence) -> Problem {
    Problem { line, code, detail, written: Written::default() }
}

fn code(error: &FileError) -> ProblemCode {
    match error {
        FileError::Empty => ProblemCode::FileEmpty,
        FileError::Encoding => ProblemCode::FileEncoding,
        FileError::OldWorkbook => ProblemCode::FileOldWorkbook,
        FileError::Workbook => ProblemCode::FileWorkbook,
        FileError::TooLarge => ProblemCode::FileTooLarge,
        FileError::SheetsAmbiguous(_) => ProblemCode::SheetsAmbiguous,
        FileError::HeaderMissing { .. } => ProblemCode::HeaderMissing,
        FileError::ColumnsMissing { .. } => ProblemCode::ColumnsMissing,
        FileError::ColumnRepeated { .. } => ProblemCode::ColumnRepeated,
        FileError::HeaderUnclosed { .. } => ProblemCode::HeaderUnclosed,
        FileError::TooManyRows { .. } => ProblemCode::TooManyRows,
    }
}
