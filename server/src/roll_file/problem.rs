//! What can be wrong with a roll file: the whole of it ([`FileError`]) or a row ([`Problem`]).
//!
//! Codes are never renamed: they are the key of the words that a screen shows. A detail names columns, lines and
//! numbers, never a person's name.

use core::fmt;

/// A required field is empty.
pub const FIELD_MISSING: &str = "FIELD_MISSING";
/// A field is longer than 200 bytes.
pub const FIELD_TOO_LONG: &str = "FIELD_TOO_LONG";
/// A field contains a line break or a sign that cannot be seen, so that equal-looking values would differ.
pub const FIELD_INVISIBLE: &str = "FIELD_INVISIBLE";
/// A row has more or fewer fields than the header.
pub const FIELDS_COUNT: &str = "FIELDS_COUNT";
/// A quotation mark opens a field and no other closes it: everything after it went into that field.
pub const QUOTE_UNCLOSED: &str = "QUOTE_UNCLOSED";
/// The kind is none of the words for homes, shops, offices and parking spaces.
pub const KIND_UNKNOWN: &str = "KIND_UNKNOWN";
/// The area is empty.
pub const AREA_MISSING: &str = "AREA_MISSING";
/// The area is not a decimal number of m² with at most two decimals, below 1,000,000.
pub const AREA_INVALID: &str = "AREA_INVALID";
/// The area is zero.
pub const AREA_ZERO: &str = "AREA_ZERO";
/// A share is not a positive fraction, or the shares of a unit do not add up to exactly 1.
pub const SHARES_INVALID: &str = "SHARES_INVALID";
/// A row gives its unit another kind or area than an earlier row.
pub const UNIT_DISAGREES: &str = "UNIT_DISAGREES";
/// A unit lists an owner twice.
pub const OWNER_REPEATED: &str = "OWNER_REPEATED";
/// An owner number stands beside another name than in an earlier row.
pub const OWNER_DISAGREES: &str = "OWNER_DISAGREES";
/// A unit has more owners than a party may have, which is 50.
pub const OWNERS_TOO_MANY: &str = "OWNERS_TOO_MANY";
/// The row is good, but another row of its unit is not.
pub const UNIT_LEFT_OUT: &str = "UNIT_LEFT_OUT";

/// A row that cannot be taken, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line on which the row begins; the header is line 1.
    pub line: u64,
    /// Which rule it breaks: one of this module's constants.
    pub code: &'static str,
    /// What exactly broke it, and what to do.
    pub detail: String,
}

impl Problem {
    pub(super) fn new(line: u64, code: &'static str, detail: impl Into<String>) -> Self {
        Self { line, code, detail: detail.into() }
    }
}

/// Why a file as a whole cannot be read as a roll.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileError {
    /// It holds no rows.
    Empty,
    /// It is not text in UTF-8 or GBK.
    Encoding,
    /// Its first row names none of the columns.
    HeaderMissing,
    /// Its first row lacks these columns, by their names in English and Chinese.
    ColumnsMissing(Vec<&'static str>),
    /// Its first row has this column twice.
    ColumnRepeated(&'static str),
    /// A quotation mark of its first row is never closed.
    HeaderUnclosed,
    /// It has more than 100,000 rows, so it is not the roll of one estate.
    TooManyRows,
}

impl FileError {
    /// The stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "FILE_EMPTY",
            Self::Encoding => "FILE_ENCODING",
            Self::HeaderMissing => "HEADER_MISSING",
            Self::ColumnsMissing(_) => "COLUMNS_MISSING",
            Self::ColumnRepeated(_) => "COLUMN_REPEATED",
            Self::HeaderUnclosed => "HEADER_UNCLOSED",
            Self::TooManyRows => "TOO_MANY_ROWS",
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = match self {
            Self::Empty => "The file holds no rows; choose the file that holds the roll.",
            Self::Encoding => {
                "The file is not text in UTF-8 or GBK; save the sheet as \"CSV UTF-8\" and upload that file."
            }
            Self::HeaderMissing => {
                "The first row does not name the columns; put names there, such as 楼栋, 室号 and 业主姓名."
            }
            Self::ColumnsMissing(names) => {
                return write!(f, "The first row lacks columns; add these: {}.", names.join(", "));
            }
            Self::ColumnRepeated(name) => {
                return write!(f, "The first row has the column {name} twice; keep one of them.");
            }
            Self::HeaderUnclosed => "A quotation mark in the first row is never closed; remove it.",
            Self::TooManyRows => "The file has more than 100,000 rows; upload the roll of one estate.",
        };
        f.write_str(sentence)
    }
}

impl core::error::Error for FileError {}
