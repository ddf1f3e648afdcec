//! What can be wrong with a ledger file ([`Problem`]) and what people will see though nothing is wrong ([`Notice`]).
//!
//! Codes are never renamed. A line that has a problem is not taken; one that has a notice is.

use core::fmt;

/// The most characters of a field that are quoted.
const QUOTED: usize = 60;

/// A sentence in both languages of the house that says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// English.
    pub en: String,
    /// Chinese.
    pub zh: String,
}

impl Sentence {
    pub(crate) fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { en: en.into(), zh: zh.into() }
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.zh, self.en)
    }
}

/// What a message quotes of a field: no field is so long by itself, but a broken file can hold any.
pub(crate) fn clipped(text: &str) -> String {
    let mut signs = text.chars();
    let start: String = signs.by_ref().take(QUOTED).collect();
    if signs.next().is_some() { start + "…" } else { start }
}

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident; $($variant:ident = $text:literal: $meaning:literal;)+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = $meaning] $variant,)+
        }

        impl $name {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The stable name.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

codes! {
    /// Why a line, or the file, cannot be taken.
    ProblemCode;
    FileEmpty = "FILE_EMPTY": "The file holds no rows.";
    HeaderMissing = "HEADER_MISSING": "The first row names none of the columns.";
    HeaderUnclosed = "HEADER_UNCLOSED": "A quotation mark of the first row is never closed.";
    ColumnRepeated = "COLUMN_REPEATED": "The first row has a column twice.";
    ColumnsMissing = "COLUMNS_MISSING": "The first row lacks columns.";
    TooManyRows = "TOO_MANY_ROWS": "The file has more rows than are read.";
    FieldsCount = "FIELDS_COUNT": "The row has more or fewer fields than the header.";
    QuoteUnclosed = "QUOTE_UNCLOSED": "A quotation mark opens a field and no other closes it.";
    FieldMissing = "FIELD_MISSING": "The voucher's number or the description is empty.";
    FieldTooLong = "FIELD_TOO_LONG": "A field has more characters than a line may.";
    FieldInvisible = "FIELD_INVISIBLE": "A field contains a line break or a sign that cannot be seen.";
    VoucherRepeated = "VOUCHER_REPEATED": "An earlier line has the same voucher number.";
    DateMissing = "DATE_MISSING": "The date is empty.";
    DateForm = "DATE_FORM": "The date is not year, month and day in a form that is known.";
    DateUnknown = "DATE_UNKNOWN": "The calendar has no such day.";
    AccountMissing = "ACCOUNT_MISSING": "Neither the category nor the account's code is filled in.";
    AccountUnknown = "ACCOUNT_UNKNOWN": "A word is no known category, or a code is not in the chart of accounts.";
    AccountDisagrees = "ACCOUNT_DISAGREES": "The account and the category contradict each other.";
    AmountMissing = "AMOUNT_MISSING": "The amount is empty.";
    AmountForm = "AMOUNT_FORM": "The amount is not a decimal number that can be read in one way only.";
    AmountDecimals = "AMOUNT_DECIMALS": "The amount has more than two decimals.";
    AmountZero = "AMOUNT_ZERO": "The amount is zero.";
    AmountTooLarge = "AMOUNT_TOO_LARGE": "The amount is beyond 2^53 - 1 fen.";
    SignUnclear = "SIGN_UNCLEAR": "The file writes no spending with a minus sign, so this could be spending or its reversal.";
}

codes! {
    /// What people will see about a line that is taken.
    NoticeCode;
    DecisionMissing = "DECISION_MISSING": "Spending that rests on a vote names none; it is shown as a gap.";
    Reversal = "REVERSAL": "The amount flows against its account, so it takes an earlier line back.";
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

/// A line that is taken and will be noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The line of the file on which the row begins; the first line is 1.
    pub line: usize,
    /// What will be noticed.
    pub code: NoticeCode,
    /// What people will see, and what can be done.
    pub detail: Sentence,
}
