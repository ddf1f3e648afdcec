//! One row: one voucher. What is wrong with it by itself is noted here, with its neighbours in [`super::join`].

use yishi_protocol::ledger::{Account, MAX_DESCRIPTION, MAX_PLACE, MAX_VOUCHER};

use crate::columns::{Column, shown};
use crate::problem::{Problem, ProblemCode, Sentence, Written, clipped};
use crate::sheet::{Columns, Record, half_width, invisible};
use crate::{account, amount, date};

/// A row as read. What could not be read is none, and then the row is not sound.
#[derive(Debug)]
pub(crate) struct Row {
    /// The line on which it begins.
    pub(crate) line: usize,
    pub(crate) account: Option<Account>,
    /// As written: what comes in is positive, what goes out negative.
    pub(crate) fen: Option<i64>,
    pub(crate) day: Option<u32>,
    pub(crate) description: Option<String>,
    pub(crate) place: Option<String>,
    pub(crate) remark: Option<String>,
    pub(crate) voucher: Option<String>,
    pub(crate) written: Written,
    /// Whether nothing is wrong with the row.
    pub(crate) sound: bool,
}

impl Row {
    /// Notes what is wrong with the row, which is not sound then.
    pub(crate) fn note(&mut self, code: ProblemCode, detail: Sentence, problems: &mut Vec<Problem>) {
        self.sound = false;
        problems.push(Problem { line: self.line, code, detail, written: self.written.clone() });
    }
}

/// Reads a row and notes everything that is wrong with it.
pub(crate) fn read(columns: &Columns<Column>, record: &Record, problems: &mut Vec<Problem>) -> Row {
    let line = line_number(record.line);
    if let Some((code, detail)) = misfit(columns, record) {
        // The fields may have moved, so none of them is believed.
        problems.push(Problem { line, code, detail, written: Written::default() });
        return Row {
            line,
            account: None,
            fen: None,
            day: None,
            description: None,
            place: None,
            remark: None,
            voucher: None,
            written: Written::default(),
            sound: false,
        };
    }
    let mut reader = RowReader { columns, record, noted: Vec::new() };
    let voucher = reader.required(Column::Voucher, MAX_VOUCHER).map(|voucher| half_width(&voucher));
    let day = reader.parsed(Column::Date, date::read);
    let account = reader.account();
    let description = reader.required(Column::Description, MAX_DESCRIPTION);
    let fen = reader.parsed(Column::Amount, amount::read);
    let place = reader.optional(Column::Place, MAX_PLACE);
    // A remark is not published, so it may be as long and have as many lines as it likes.
    let remark = Some(reader.text(Column::Remark).to_owned()).filter(|remark| !remark.is_empty());
    let written = reader.written();
    let sound = reader.noted.is_empty();
    let problem = |(code, detail)| Problem { line, code, detail, written: written.clone() };
    problems.extend(reader.noted.into_iter().map(problem));
    Row { line, account, fen, day, description, place, remark, voucher, written, sound }
}

/// A line's number as callers count.
pub(crate) fn line_number(line: u64) -> usize {
    usize::try_from(line).unwrap_or(usize::MAX)
}

/// What keeps a row from being read field by field.
fn misfit(columns: &Columns<Column>, record: &Record) -> Option<(ProblemCode, Sentence)> {
    let (found, width) = (record.fields.len(), columns.width);
    if record.unclosed {
        let detail = Sentence::new(
            "这里有一个引号没有收尾，后面的都没有读；请删掉它。",
            "A quotation mark opens here and none closes it, so nothing after it was read; remove it.",
        );
        Some((ProblemCode::QuoteUnclosed, detail))
    } else if found != width {
        let zh = format!("这一行有 {found} 格，表头有 {width} 格；内容里有逗号的，请用引号括起来。");
        let en = format!(
            "The row has {found} fields and the header {width}; put a field that contains separators into quotation marks."
        );
        Some((ProblemCode::FieldsCount, Sentence::new(zh, en)))
    } else {
        None
    }
}

struct RowReader<'a> {
    columns: &'a Columns<Column>,
    record: &'a Record,
    /// What is wrong with the row so far.
    noted: Vec<(ProblemCode, Sentence)>,
}

impl RowReader<'_> {
    fn text(&self, column: Column) -> &str {
        self.columns.field(self.record, column)
    }

    /// A field that may be empty; none too if it cannot be used as it is.
    fn optional(&mut self, column: Column, most: usize) -> Option<String> {
        let text = self.text(column).to_owned();
        let name = shown(column);
        let count = text.chars().count();
        if count > most {
            let zh = format!("{name}有 {count} 个字，最多 {most} 个；请写短些。");
            let en = format!("{name} has {count} characters and can have {most}; shorten it.");
            self.noted.push((ProblemCode::FieldTooLong, Sentence::new(zh, en)));
            return None;
        }
        if let Some(sign) = invisible(&text) {
            let sign = u32::from(sign);
            let zh = format!("{name}里有换行或看不见的字符（U+{sign:04X}）；请重新打一遍。");
            let en = format!(
                "{name} contains a line break or a sign that cannot be seen (U+{sign:04X}); type it again."
            );
            self.noted.push((ProblemCode::FieldInvisible, Sentence::new(zh, en)));
            return None;
        }
        (!text.is_empty()).then_some(text)
    }

    /// A field that must not be empty.
    fn required(&mut self, column: Column, most: usize) -> Option<String> {
        if self.text(column).is_empty() {
            let name = shown(column);
            let detail =
                Sentence::new(format!("没有{name}；请填上。"), format!("{name} is empty; fill it in."));
            self.noted.push((ProblemCode::FieldMissing, detail));
            return None;
        }
        self.optional(column, most)
    }

    fn parsed<T>(
        &mut self,
        column: Column,
        read: impl Fn(&str) -> Result<T, (ProblemCode, Sentence)>,
    ) -> Option<T> {
        read(&half_width(self.text(column))).map_err(|problem| self.noted.push(problem)).ok()
    }

    fn account(&mut self) -> Option<Account> {
        let account = half_width(self.text(Column::Account));
        let category = half_width(self.text(Column::Category));
        account::read(&account, &category).map_err(|problem| self.noted.push(problem)).ok()
    }

    fn written(&self) -> Written {
        let text = |column| clipped(self.text(column));
        Written {
            amount: text(Column::Amount),
            date: text(Column::Date),
            description: text(Column::Description),
            voucher: text(Column::Voucher),
        }
    }
}
