//! What can be wrong with a ledger file ([`Problem`]) and what is worth knowing though nothing is wrong ([`Remark`]).
//!
//! Codes are never renamed. A line that has a problem is not taken; one that has a remark is, unless it is a total.

use crate::sentence::{Sentence, codes};
use crate::table::Misfit;

codes! {
    /// Why a line, or the file, cannot be taken.
    ProblemCode;
    FileEmpty = "FILE_EMPTY": "The file holds no rows.";
    FileEncoding = "FILE_ENCODING": "The file is not text in a known encoding.";
    FileOldWorkbook = "FILE_OLD_WORKBOOK": "The file is a workbook of before 2007.";
    FileWorkbook = "FILE_WORKBOOK": "The file is a damaged workbook.";
    FileTooLarge = "FILE_TOO_LARGE": "The file has more bytes than are read.";
    SheetsAmbiguous = "SHEETS_AMBIGUOUS": "Several sheets of a workbook have the columns.";
    HeaderMissing = "HEADER_MISSING": "None of the first rows names the columns.";
    HeaderUnclosed = "HEADER_UNCLOSED": "A quotation mark of the header is never closed.";
    ColumnRepeated = "COLUMN_REPEATED": "The header has a column twice.";
    ColumnsMissing = "COLUMNS_MISSING": "The header lacks columns.";
    UnitUnknown = "UNIT_UNKNOWN": "A title says that amounts are not in yuan.";
    TooManyRows = "TOO_MANY_ROWS": "The file has more rows than are read.";
    FieldsCount = "FIELDS_COUNT": "The row has more or fewer fields than the header.";
    QuoteUnclosed = "QUOTE_UNCLOSED": "A quotation mark opens a field and no other closes it.";
    FieldMissing = "FIELD_MISSING": "The voucher's number or the description is empty.";
    FieldTooLong = "FIELD_TOO_LONG": "A field has more characters than a line may.";
    FieldInvisible = "FIELD_INVISIBLE": "A field contains a line break or a sign that cannot be seen.";
    DateMissing = "DATE_MISSING": "The date is empty.";
    DateForm = "DATE_FORM": "The date is not year, month and day in a form that is known.";
    DateUnknown = "DATE_UNKNOWN": "The calendar has no such day.";
    AccountMissing = "ACCOUNT_MISSING": "Neither the category nor the account's code is filled in.";
    AccountUnknown = "ACCOUNT_UNKNOWN": "A word is no known category, or a code is not in the chart of accounts.";
    AccountDisagrees = "ACCOUNT_DISAGREES": "The account and the category contradict each other.";
    AmountTwice = "AMOUNT_TWICE": "Two columns of amounts are filled in and say different things.";
    DirectionUnknown = "DIRECTION_UNKNOWN": "The direction is none of the known words.";
    AmountMissing = "AMOUNT_MISSING": "The amount is empty.";
    AmountForm = "AMOUNT_FORM": "The amount is not a decimal number that can be read in one way only.";
    AmountDecimals = "AMOUNT_DECIMALS": "The amount has more than two decimals.";
    AmountZero = "AMOUNT_ZERO": "The amount is zero.";
    AmountTooLarge = "AMOUNT_TOO_LARGE": "The amount is beyond 2^53 - 1 fen.";
    BalanceForm = "BALANCE_FORM": "The balance is no amount.";
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
    /// What people will see about a line that is taken.
    RemarkCode;
    DecisionMissing = "DECISION_MISSING": "Spending that rests on a vote names none; it is shown as a gap.";
    Reversal = "REVERSAL": "The amount flows against its account, so it takes an earlier line back.";
    TotalRow = "TOTAL_ROW": "The row adds others up and is not booked.";
}

/// What a file says on a line, as it says it, long fields cut. Empty where the line cannot be split into fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The amount.
    pub amount: String,
    /// The date.
    pub date: String,
    /// The description.
    pub description: String,
    /// The voucher's number.
    pub voucher: String,
}

/// A line that cannot be taken, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line of the file on which the row begins; the first line is 1.
    pub line: usize,
    /// Which rule it breaks.
    pub code: ProblemCode,
    /// What exactly broke it, and what to do.
    pub detail: Sentence,
    /// What the line says, so that people find it in their books.
    pub written: Written,
}

/// Something about a line that is no fault: what will be noticed, or that it was passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The line of the file on which the row begins; the first line is 1.
    pub line: usize,
    /// What will be noticed.
    pub code: RemarkCode,
    /// What people will see, and what can be done.
    pub detail: Sentence,
}
