//! Rows that cannot be read field by field: the same for every sort of table.

use super::Record;
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
            let detail = Sentence::new(
                "这里有一个引号没有收尾，后面的都没有读；请删掉它。",
                "A quotation mark opens here and none closes it, so nothing after it was read; remove it.",
            );
            Some((Misfit::QuoteUnclosed, detail))
        } else if found != width {
            let zh = format!("这一行有 {found} 格，表头有 {width} 格；内容里有逗号的，请用引号括起来。");
            let en = format!(
                "The row has {found} fields and the header {width}; put a field that contains separators into quotation marks."
            );
            Some((Misfit::FieldsCount, Sentence::new(zh, en)))
        } else {
            None
        }
    }
}
