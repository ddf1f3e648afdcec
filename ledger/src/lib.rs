//! Reading a ledger as a spreadsheet saves it: text in, lines and their problems out.
//!
//! Nothing here reads a disk, asks a clock or knows the log, so a browser reads a file as the server does. A row that
//! cannot be taken is named by line and code, with a sentence that says what to do; money is never a float.
//!
//! In the order of reading: [`sheet`] finds the columns and splits rows, `row` reads one row (with `date`, `account`
//! and `amount`), `join` compares rows, `period` makes pages and sums. `problem` lists every code.
#![deny(clippy::as_conversions, clippy::float_arithmetic, clippy::indexing_slicing, clippy::panic)]
#![cfg_attr(test, allow(clippy::indexing_slicing, clippy::panic))]

mod account;
mod amount;
mod columns;
mod date;
mod join;
mod period;
mod problem;
mod row;
pub mod sheet;

#[cfg(test)]
mod tests;

use yishi_protocol::ledger::LedgerLine;

pub use self::period::{flows, month, pages, period};
pub use self::problem::{Notice, NoticeCode, Problem, ProblemCode, Sentence, Written};
use crate::sheet::HeaderError;

/// The most rows that are read: more than an estate books in a decade. A file of nothing but line breaks and commas must
/// not fill the memory with problems.
pub const MAX_ROWS: usize = 100_000;

/// A ledger as read: what can be taken, and every row that cannot, by line and reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerFile {
    /// The lines, in the order of the file. With a problem left they are not all.
    pub lines: Vec<Line>,
    /// What could not be taken, by line.
    pub problems: Vec<Problem>,
    /// What people will see about lines that are taken, by line.
    pub notices: Vec<Notice>,
    /// How many rows have data, good or bad; the header and blank rows are not counted.
    pub rows: usize,
}

impl LedgerFile {
    /// The lines without their places in the file.
    pub fn ledger_lines(&self) -> Vec<LedgerLine> {
        self.lines.iter().map(|line| line.line.clone()).collect()
    }
}

/// A line of the ledger and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line of the file on which the row begins; the first line is 1.
    pub number: usize,
    /// What it says. No file names a vote, so `decision` is none.
    pub line: LedgerLine,
    /// What the file remarks, such as `有发票`; it is not part of what is published.
    pub remark: Option<String>,
}

/// Reads a ledger from the text of a file, separated by commas, tabs or semicolons.
///
/// Amounts are in yuan as they move the balance: what comes in positive, what goes out negative.
pub fn read(text: &str) -> LedgerFile {
    let text = sheet::unix_lines(text);
    let mut file = LedgerFile::default();
    let (separator, columns) = match sheet::find(&text, columns::NAMES) {
        Ok(found) => found,
        Err(error) => {
            let line = sheet::records(&text, b',').next().map_or(1, |header| row::line_number(header.line));
            file.problems.push(header_problem(line, error));
            return file;
        }
    };
    let header = row::line_number(columns.line);
    let missing = columns::missing(&columns);
    if !missing.is_empty() {
        let names = missing.join("、");
        let detail = Sentence::new(
            format!("表头缺这些列：{names}；请加上。"),
            format!("The first row lacks columns; add these: {}.", missing.join(", ")),
        );
        file.problems.push(whole(header, ProblemCode::ColumnsMissing, detail));
        return file;
    }
    let mut rows = Vec::new();
    // The first record is the header.
    for record in sheet::records(&text, separator).skip(1) {
        if rows.len() == MAX_ROWS {
            let detail = Sentence::new(
                "表格超过 10 万行，从这里起没有读；请只放一个小区的账。",
                "The file has more than 100,000 rows and was not read from here on; keep to one estate.",
            );
            file.problems.push(whole(row::line_number(record.line), ProblemCode::TooManyRows, detail));
            break;
        }
        rows.push(row::read(&columns, &record, &mut file.problems));
    }
    file.rows = rows.len();
    if rows.is_empty() {
        file.problems.push(header_problem(header, HeaderError::Empty));
    }
    file.lines = join::join(rows, &mut file.problems, &mut file.notices);
    // A stable sort: several problems of one line stay in the order of its columns.
    file.problems.sort_by_key(|problem| problem.line);
    file
}

fn whole(line: usize, code: ProblemCode, detail: Sentence) -> Problem {
    Problem { line, code, detail, written: Written::default() }
}

fn header_problem(line: usize, error: HeaderError) -> Problem {
    let (code, zh, en) = match error {
        HeaderError::Empty => (
            ProblemCode::FileEmpty,
            "文件里没有内容行；请选账目所在的文件。".to_owned(),
            "The file holds no rows; choose the file that holds the ledger.".to_owned(),
        ),
        HeaderError::Missing => (
            ProblemCode::HeaderMissing,
            "第一行不是列名；请在第一行写凭证号、日期、类别、摘要、金额。".to_owned(),
            "The first row does not name the columns; put names there, such as 凭证号, 日期, 类别, 摘要 and 金额.".to_owned(),
        ),
        HeaderError::Unclosed => (
            ProblemCode::HeaderUnclosed,
            "第一行有一个引号没有收尾；请删掉它。".to_owned(),
            "A quotation mark in the first row is never closed; remove it.".to_owned(),
        ),
        HeaderError::Repeated(name) => (
            ProblemCode::ColumnRepeated,
            format!("第一行有两列都叫“{name}”；请只留一列。"),
            format!("The first row has the column {name} twice; keep one of them."),
        ),
    };
    whole(line, code, Sentence::new(zh, en))
}
