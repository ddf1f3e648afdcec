//! Rows that cannot be read field by field: the same for every sort of table.

use super::Record;
use crate::key::sheets;
use crate::sentence::Sentence;

/// What is wrong with the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// A quotation mark opens a field and nothing closes it.
    QuoteUnclosed,
    /// It has more or fewer fields than the header.
    FieldsCount,
}

impl Record {
    /// What keeps the row from being read field by field below a header of so many fields, and what to do about it.
    pub(crate) fn misfit(&self, width: usize) -> Option<(Misfit, Sentence)> {
        let found = self.fields.len();
        if self.unclosed {
            Some((Misfit::QuoteUnclosed, sheets::ROW_UNCLOSED.into()))
        } else if found != width {
            Some((Misfit::FieldsCount, sheets::row_fields(&found, &width)))
        } else {
            None
        }
    }
}
