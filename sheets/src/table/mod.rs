//! Tables as people keep them: bytes in; columns and records by line out. Nothing here knows what a column means.
//!
//! In the order of reading: `opened` opens the bytes with `decode` or `workbook` (which `archive` looks at first), `delimited` splits text, `header` finds
//! the columns below whatever titles there are, `totals` knows the rows that add others up.

mod archive;
mod decode;
mod delimited;
mod file_error;
mod header;
mod misfit;
mod opened;
mod text;
mod totals;
mod workbook;

use yishi_words::Word;

pub use self::decode::Encoding;
pub use self::file_error::FileError;
pub(crate) use self::header::{Columns, Names};
pub(crate) use self::misfit::Misfit;
use self::opened::Content;
pub use self::opened::Opened;
pub(crate) use self::text::{
    half_width, invisible, is_spreadsheet_error, is_written_as_power, spaceless, trimmed,
};
pub(crate) use self::totals::{adds_up, ends_as_total};

/// The most rows that are read: more than an estate has owners or books in a decade. A file of nothing but line breaks
/// and commas must not fill the memory with problems.
pub const MAX_ROWS: usize = 100_000;

/// The most bytes that are read: many times what the largest roll takes.
pub const MAX_BYTES: u32 = 64 * 1024 * 1024;

/// The most records of a text that are looked through for the header, titles above it included.
const HEADER_ROWS: usize = 30;

/// A row of a file, not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    /// The line on which it begins, from 1. Line breaks inside quotation marks count as lines, as editors show them.
    pub(crate) line: u64,
    /// Its fields, as they stand in the file.
    pub(crate) fields: Vec<String>,
    /// Whether a quotation mark opens one of its fields and nothing closes it before the file ends.
    pub(crate) unclosed: bool,
    /// The places of fields that a merged cell of a workbook reaches into; they repeat its value.
    pub(crate) merged: Vec<usize>,
}

impl Record {
    pub(crate) fn is_blank(&self) -> bool {
        self.fields.iter().all(|field| trimmed(field).is_empty())
    }
}

/// A sheet of a workbook and its rows that have anything in them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sheet {
    name: String,
    rows: Vec<Record>,
}

/// The part of a file that is a table.
#[derive(Debug)]
pub(crate) struct Table<C> {
    pub(crate) encoding: Encoding,
    pub(crate) columns: Columns<C>,
    /// What stands above the header.
    pub(crate) titles: Vec<Record>,
    /// The rows below the header; at most [`MAX_ROWS`].
    pub(crate) records: Vec<Record>,
    /// The line from which on nothing was read, if there were more rows.
    pub(crate) cut_at: Option<u64>,
}

/// A sheet without rows, as a text that spreadsheets open: a sentence in a cell of its own, then the columns.
pub(crate) fn empty(sentence: &str, columns: &str) -> String {
    let cell = if sentence.contains([',', '"']) {
        format!("\"{}\"", sentence.replace('"', "\"\""))
    } else {
        sentence.to_owned()
    };
    format!("\u{feff}{cell}\n{columns}\n")
}

/// What a table needs: gives the columns that are required and absent.
pub(crate) type Missing<C> = fn(&Columns<C>) -> Vec<Word>;

/// Finds the table of a file.
///
/// # Errors
/// If the file as a whole is of no use.
pub(crate) fn find<C: Copy + Ord>(
    opened: &Opened,
    names: &[Names<C>],
    missing: Missing<C>,
) -> Result<Table<C>, FileError> {
    match &opened.0 {
        Content::Text(text, encoding) => of_text(text, *encoding, names, missing),
        Content::Workbook(sheets) => of_workbook(sheets, names, missing),
    }
}

fn of_text<C: Copy + Ord>(
    text: &str,
    encoding: Encoding,
    names: &[Names<C>],
    missing: Missing<C>,
) -> Result<Table<C>, FileError> {
    let mut best: Option<(u8, header::Found)> = None;
    for separator in delimited::SEPARATORS {
        let start: Vec<Record> = delimited::records(text, separator).take(HEADER_ROWS).collect();
        let found = header::find(&start, names).ok_or(FileError::Empty)?;
        if best.as_ref().is_none_or(|(_, most)| found.known > most.known) {
            best = Some((separator, found));
        }
    }
    let (separator, found) = best.ok_or(FileError::Empty)?;
    let mut records = delimited::records(text, separator);
    let titles: Vec<Record> = records.by_ref().take(found.at).collect();
    let header = records.next().ok_or(FileError::Empty)?;
    let columns = header::columns(&header, found.known, names, missing)?;
    let (records, cut_at) = body(records, &columns, names);
    if records.is_empty() {
        return Err(FileError::Empty);
    }
    Ok(Table { encoding, columns, titles, records, cut_at })
}

/// The rows below a header, without the header where it is printed again.
fn body<C: Copy + Ord>(
    records: impl Iterator<Item = Record>,
    columns: &Columns<C>,
    names: &[Names<C>],
) -> (Vec<Record>, Option<u64>) {
    let mut rows = Vec::new();
    for record in records.filter(|record| !header::is_again(record, columns, names)) {
        if rows.len() == MAX_ROWS {
            return (rows, Some(record.line));
        }
        rows.push(record);
    }
    (rows, None)
}

fn of_workbook<C: Copy + Ord>(
    sheets: &[Sheet],
    names: &[Names<C>],
    missing: Missing<C>,
) -> Result<Table<C>, FileError> {
    let mut fitting: Vec<(String, Table<C>)> = Vec::new();
    // Of the sheets that do not fit, the one that comes closest says what is wrong.
    let mut nearest: Option<(usize, FileError)> = None;
    for sheet in sheets {
        let Some(found) = header::find(sheet.rows.get(..HEADER_ROWS).unwrap_or(&sheet.rows), names) else {
            continue;
        };
        let known = found.known;
        match of_sheet(&sheet.rows, &found, names, missing) {
            Ok(table) => fitting.push((sheet.name.clone(), table)),
            Err(error) if nearest.as_ref().is_none_or(|(most, _)| known > *most) => {
                nearest = Some((known, error));
            }
            Err(_) => {}
        }
    }
    if fitting.len() > 1 {
        return Err(FileError::SheetsAmbiguous(fitting.into_iter().map(|(name, _)| name).collect()));
    }
    match fitting.pop() {
        Some((_, table)) => Ok(table),
        None => Err(nearest.map_or(FileError::Empty, |(_, error)| error)),
    }
}

fn of_sheet<C: Copy + Ord>(
    rows: &[Record],
    found: &header::Found,
    names: &[Names<C>],
    missing: Missing<C>,
) -> Result<Table<C>, FileError> {
    let mut rows = rows.iter().cloned();
    let titles: Vec<Record> = rows.by_ref().take(found.at).collect();
    let header = rows.next().ok_or(FileError::Empty)?;
    let columns = header::columns(&header, found.known, names, missing)?;
    let width = columns.width;
    // Cells stand where they stand: a row may end early, and notes beside the table move nothing.
    let rows = rows.map(|mut record| {
        record.fields.resize(width, String::new());
        record
    });
    let (records, cut_at) = body(rows.filter(|record| !record.is_blank()), &columns, names);
    if records.is_empty() {
        return Err(FileError::Empty);
    }
    Ok(Table { encoding: Encoding::Workbook, columns, titles, records, cut_at })
}
