//! Workbooks (XLSX): sheets of cells, each cell as the text that a person would see, numbers without any rounding.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, SheetType, Xlsx};

use super::{FileError, MAX_ROWS, Record, Sheet, archive};
use crate::decimal::{Decimal, SPREADSHEET_DIGITS};

/// Columns further right are no columns of ours.
const MAX_COLUMNS: u32 = 256;

/// Rows that are kept of a sheet: all that are read, and as many above as titles may take.
const KEPT_ROWS: usize = MAX_ROWS + 1000;

/// The most sheets that are looked at.
const MAX_SHEETS: usize = 64;

/// Whether the bytes begin as a workbook does, which is a ZIP archive.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Whether the bytes begin as workbooks of before 2007 do, and as those locked by a password.
pub(super) fn is_old(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0])
}

/// The sheets of a workbook.
///
/// The library below is made for sound workbooks. Should it stop at a damaged one all the same, that is caught here, and
/// nothing that it was doing is used again. (WebAssembly catches nothing: there the reader is a program of its own, and
/// its end is what the page is told.)
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, FileError> {
    archive::check(bytes)?;
    std::panic::catch_unwind(|| read(bytes)).unwrap_or(Err(FileError::Workbook))
}

fn read(bytes: &[u8]) -> Result<Vec<Sheet>, FileError> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|_| FileError::Workbook)?;
    let sheets = workbook.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).take(MAX_SHEETS).collect();
    let mut sheets = Vec::new();
    for name in names {
        let mut cells = cells(&mut workbook, &name)?;
        let merged = workbook.merge_cells_by_sheet_name(&name).map_err(|_| FileError::Workbook)?;
        let merged = fill(&mut cells, &merged);
        let mut rows = Vec::new();
        for (row, cells) in cells {
            let width = cells.keys().next_back().map_or(0, |last| last.saturating_add(1));
            let mut fields = vec![String::new(); width];
            for (column, text) in cells {
                if let Some(field) = fields.get_mut(column) {
                    *field = text;
                }
            }
            let merged = merged.get(&row).cloned().unwrap_or_default();
            let record = Record { line: u64::from(row).saturating_add(1), fields, unclosed: false, merged };
            if !record.is_blank() {
                rows.push(record);
            }
        }
        sheets.push(Sheet { name, rows });
    }
    Ok(sheets)
}

/// The cells that hold something, by row and column.
type Cells = BTreeMap<u32, BTreeMap<usize, String>>;

/// Reads one sheet. A cell far outside costs nothing, since empty ones are not kept.
fn cells(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Cells, FileError> {
    let mut rows = Cells::new();
    let mut reader = workbook.worksheet_cells_reader(name).map_err(|_| FileError::Workbook)?;
    while let Some(cell) = reader.next_cell().map_err(|_| FileError::Workbook)? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.is_empty() || column >= MAX_COLUMNS {
            continue;
        }
        if rows.len() == KEPT_ROWS && !rows.contains_key(&row) {
            break;
        }
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        rows.entry(row).or_default().insert(column, text);
    }
    Ok(rows)
}

/// Repeats the value of a merged cell in each row that it reaches down into and that has anything else in it. Gives
/// where it did.
fn fill(cells: &mut Cells, merged: &[Dimensions]) -> BTreeMap<u32, Vec<usize>> {
    let mut filled = BTreeMap::<u32, Vec<usize>>::new();
    for region in merged {
        let ((top, left), (bottom, _)) = (region.start, region.end);
        let column = usize::try_from(left).unwrap_or(usize::MAX);
        let Some(value) = cells.get(&top).and_then(|row| row.get(&column)).cloned() else { continue };
        if top >= bottom {
            continue;
        }
        for (row, fields) in cells.range_mut(top.saturating_add(1)..=bottom) {
            fields.entry(column).or_insert_with(|| {
                filled.entry(*row).or_default().push(column);
                value.clone()
            });
        }
    }
    filled
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Float(number) => number_text(*number),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// A number as its shortest decimal text. Digits that a spreadsheet does not keep are no digits: a longer fraction is
/// rounded to what it shows, and a longer whole number is written as a power of ten, which every column of numbers
/// refuses.
fn number_text(number: f64) -> String {
    let shortest = format!("{number}");
    let (sign, digits) = match shortest.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", shortest.as_str()),
    };
    match Decimal::read(digits) {
        Some(decimal) if decimal.whole.len() > SPREADSHEET_DIGITS => format!("{number:E}").replace('E', "E+"),
        Some(decimal) if decimal.significant() > SPREADSHEET_DIGITS => {
            format!("{sign}{}", decimal.shown().text())
        }
        _ => shortest,
    }
}

/// A day as `2026-01-05`, with its time behind it unless that is midnight. A time without a day is no day.
fn moment_text(moment: &ExcelDateTime) -> String {
    if !moment.is_datetime() || moment.as_f64() < 1.0 {
        return number_text(moment.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date} {hour:02}:{minute:02}:{second:02}")
    }
}
