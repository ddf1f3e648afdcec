//! Why a file as a whole cannot be read.

use core::fmt;

use yishi_words::Word;

use crate::key::sheets;
use crate::sentence::{Sentence, clipped, listed, quoted};

/// Why a file as a whole cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileError {
    /// It holds no rows.
    Empty,
    /// It is not text in a known encoding.
    Encoding,
    /// It is a workbook of before 2007.
    OldWorkbook,
    /// It begins as a workbook and is not a sound one.
    Workbook,
    /// It has more than 64 MiB, or is a workbook that holds more than 1 GiB or announces more than ten million texts.
    TooLarge,
    /// These sheets of a workbook all have the columns.
    SheetsAmbiguous(Vec<String>),
    /// None of its first rows names the columns.
    HeaderMissing {
        /// Its first row.
        line: u64,
    },
    /// Its header lacks columns.
    ColumnsMissing {
        /// The header.
        line: u64,
        /// The columns, by what they are called.
        missing: Vec<Word>,
        /// What the header says that is not understood.
        unknown: Vec<String>,
    },
    /// Its header has a column twice.
    ColumnRepeated {
        /// The header.
        line: u64,
        /// The column.
        name: String,
    },
    /// A quotation mark of its header is never closed.
    HeaderUnclosed {
        /// The header.
        line: u64,
    },
    /// It has more than 100,000 rows, so it is not the roll of one estate.
    TooManyRows {
        /// The first row too many.
        line: u64,
    },
}

impl FileError {
    /// The stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "FILE_EMPTY",
            Self::Encoding => "FILE_ENCODING",
            Self::OldWorkbook => "FILE_OLD_WORKBOOK",
            Self::Workbook => "FILE_WORKBOOK",
            Self::TooLarge => "FILE_TOO_LARGE",
            Self::SheetsAmbiguous(_) => "SHEETS_AMBIGUOUS",
            Self::HeaderMissing { .. } => "HEADER_MISSING",
            Self::ColumnsMissing { .. } => "COLUMNS_MISSING",
            Self::ColumnRepeated { .. } => "COLUMN_REPEATED",
            Self::HeaderUnclosed { .. } => "HEADER_UNCLOSED",
            Self::TooManyRows { .. } => "TOO_MANY_ROWS",
        }
    }

    /// The line to look at; the first if it is the whole file.
    pub const fn line(&self) -> u64 {
        match self {
            Self::HeaderMissing { line }
            | Self::ColumnsMissing { line, .. }
            | Self::ColumnRepeated { line, .. }
            | Self::HeaderUnclosed { line }
            | Self::TooManyRows { line } => *line,
            _ => 1,
        }
    }

    /// What is wrong and what to do.
    pub fn sentence(&self) -> Sentence {
        let word = match self {
            Self::Empty => sheets::FILE_EMPTY,
            Self::Encoding => sheets::FILE_ENCODING,
            Self::OldWorkbook => sheets::FILE_OLD_WORKBOOK,
            Self::Workbook => sheets::FILE_WORKBOOK,
            Self::TooLarge => sheets::FILE_TOO_LARGE,
            Self::SheetsAmbiguous(names) => {
                return sheets::file_sheets(&listed(names.iter().map(|name| quoted(name))));
            }
            Self::HeaderMissing { .. } => sheets::FILE_HEADER,
            Self::ColumnsMissing { missing, unknown, .. } => {
                let missing = listed(missing.iter().map(|column| (*column).into()));
                if unknown.is_empty() {
                    return sheets::file_columns(&missing);
                }
                return sheets::file_columns_unknown(
                    &missing,
                    &listed(unknown.iter().map(|name| quoted(name))),
                );
            }
            Self::ColumnRepeated { name, .. } => return sheets::file_column_twice(&clipped(name)),
            Self::HeaderUnclosed { .. } => sheets::FILE_HEADER_UNCLOSED,
            Self::TooManyRows { .. } => sheets::FILE_ROWS,
        };
        word.into()
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A name for those who mend the program; people are told the sentence.
        f.write_str(self.code())
    }
}

impl core::error::Error for FileError {}
