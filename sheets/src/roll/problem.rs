//! What can be wrong with a row of a roll ([`Problem`]), and what is worth knowing though nothing is ([`Remark`]).
//!
//! Codes are never renamed: they are the key of the words that a screen shows. A sentence names columns, lines and
//! numbers, never a person's name.

use crate::sentence::{Sentence, codes};
use crate::table::Misfit;

codes! {
    /// Why a row cannot be taken.
    ProblemCode;
    FieldMissing = "FIELD_MISSING": "A required field is empty.";
    FieldTooLong = "FIELD_TOO_LONG": "A field is longer than 200 bytes.";
    FieldInvisible = "FIELD_INVISIBLE": "A field contains a line break or a sign that cannot be seen, so that equal-looking values would differ.";
    FieldsCount = "FIELDS_COUNT": "A row has more or fewer fields than the header.";
    QuoteUnclosed = "QUOTE_UNCLOSED": "A quotation mark opens a field and no other closes it: everything after it went into that field.";
    CellError = "CELL_ERROR": "A cell shows a spreadsheet's error instead of its value.";
    NumberCut = "NUMBER_CUT": "The spreadsheet has rounded a long number; its last digits are gone.";
    RoomChanged = "ROOM_CHANGED": "The spreadsheet has made a date or a power of ten of a part of an address.";
    KindUnknown = "KIND_UNKNOWN": "The kind is none of the words for what counts, for parking spaces, and for what never counts.";
    AreaMissing = "AREA_MISSING": "The area is empty.";
    AreaInvalid = "AREA_INVALID": "The area is not a decimal number of m² below 1,000,000.";
    AreaUnit = "AREA_UNIT": "The area is in another unit than m².";
    AreaZero = "AREA_ZERO": "The area is zero.";
    SharesInvalid = "SHARES_INVALID": "A share is not a positive fraction, or the shares of a unit do not add up to exactly 1.";
    UnitDisagrees = "UNIT_DISAGREES": "A row gives its unit another kind or area than an earlier row.";
    OwnerRepeated = "OWNER_REPEATED": "A unit lists an owner twice.";
    OwnerDisagrees = "OWNER_DISAGREES": "An owner number stands beside another name than in an earlier row.";
    OwnersTooMany = "OWNERS_TOO_MANY": "A unit has more owners than a party may have, which is 50.";
    RepresentativeUnknown = "REPRESENTATIVE_UNKNOWN": "The mark for who votes is neither yes nor an owner of the unit.";
    UnitLeftOut = "UNIT_LEFT_OUT": "The row is good, but another row of its unit is not.";
}

impl From<Misfit> for ProblemCode {
    fn from(misfit: Misfit) -> Self {
        match misfit {
            Misfit::FieldsCount => Self::FieldsCount,
            Misfit::QuoteUnclosed => Self::QuoteUnclosed,
        }
    }
}

codes! {
    /// What is worth knowing about a row.
    RemarkCode;
    PhoneUnlikely = "PHONE_UNLIKELY": "The phone number has too few or too many digits.";
    RepresentativeAlone = "REPRESENTATIVE_ALONE": "A single owner is marked as the one who votes, which says nothing.";
    TotalRow = "TOTAL_ROW": "The row adds others up and is no unit.";
    UnitAnsweredOut = "UNIT_ANSWERED_OUT": "An answer leaves the row's unit out.";
}

/// A row that cannot be taken, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line on which the row begins; the first line of the file is 1.
    pub line: u64,
    /// Which rule it breaks.
    pub code: ProblemCode,
    /// What exactly broke it, and what to do.
    pub detail: Sentence,
}

impl Problem {
    pub(super) fn new(line: u64, code: ProblemCode, detail: impl Into<Sentence>) -> Self {
        Self { line, code, detail: detail.into() }
    }
}

/// What is worth knowing about a row though nothing is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line on which the row begins; the first line of the file is 1.
    pub line: u64,
    /// What it is.
    pub code: RemarkCode,
    /// What it means.
    pub detail: Sentence,
}

impl Remark {
    pub(super) fn new(line: u64, code: RemarkCode, detail: impl Into<Sentence>) -> Self {
        Self { line, code, detail: detail.into() }
    }
}
