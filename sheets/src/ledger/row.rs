//! One row: one line of the books. What is wrong with it by itself is noted here, with its neighbours in [`super::join`].

use yishi_protocol::ledger::{Account, MAX_DESCRIPTION, MAX_PLACE, MAX_VOUCHER};

use super::amount::Amount;
use super::columns::{Column, NAMES, shown};
use super::problem::{Problem, ProblemCode, Written};
use super::{account, amount, date};
use crate::key::{sheets, sheets_ledger};
use crate::money;
use crate::sentence::{Sentence, clipped};
use crate::table::{Columns, Record, half_width, invisible};

/// A row as read. What could not be read is none, and then the row is not sound.
#[derive(Debug)]
pub(super) struct Row {
    /// The line on which it begins.
    pub(super) line: usize,
    pub(super) account: Option<Account>,
    pub(super) amount: Option<Amount>,
    /// What the balance column says, in fen.
    pub(super) balance: Option<i64>,
    pub(super) day: Option<u32>,
    pub(super) description: Option<String>,
    pub(super) place: Option<String>,
    /// The vote that allowed the line, as the file names it.
    pub(super) decision: Option<String>,
    pub(super) remark: Option<String>,
    pub(super) voucher: Option<String>,
    /// All that the row says, which is what makes it this row.
    pub(super) content: String,
    /// Whether nothing is wrong with the row.
    pub(super) sound: bool,
    /// Whether it waits for an answer, or an answer leaves it out.
    pub(super) held: bool,
}

impl Row {
    /// The line as questions count.
    pub(super) fn place(&self) -> u64 {
        u64::try_from(self.line).unwrap_or(u64::MAX)
    }
}

/// Reads a row and notes everything that is wrong with it.
pub(super) fn read(columns: &Columns<Column>, record: &Record, problems: &mut Vec<Problem>) -> Row {
    let line = line_number(record.line);
    if let Some((misfit, detail)) = record.misfit(columns.width) {
        // The fields may have moved, so none of them is believed.
        problems.push(Problem { line, code: misfit.into(), detail, written: Written::default() });
        return Row {
            line,
            account: None,
            amount: None,
            balance: None,
            day: None,
            description: None,
            place: None,
            decision: None,
            remark: None,
            voucher: None,
            content: String::new(),
            sound: false,
            held: false,
        };
    }
    let mut reader = RowReader { columns, record, noted: Vec::new() };
    let voucher = reader.required(Column::Voucher, MAX_VOUCHER).map(|voucher| half_width(&voucher));
    let day = reader.parsed(Column::Date, date::read);
    let account = reader.account();
    let description = reader.required(Column::Description, MAX_DESCRIPTION);
    let amount = reader.amount();
    let balance = reader.balance();
    let place = reader.optional(Column::Place, MAX_PLACE);
    let decision = reader.optional(Column::Decision, MAX_DESCRIPTION);
    // A remark is not published, so it may be as long and have as many lines as it likes.
    let remark = Some(reader.text(Column::Remark).to_owned()).filter(|remark| !remark.is_empty());
    let written = reader.written();
    let content = reader.content();
    let sound = reader.noted.is_empty();
    let problem = |(code, detail)| Problem { line, code, detail, written: written.clone() };
    problems.extend(reader.noted.into_iter().map(problem));
    Row {
        line,
        account,
        amount,
        balance,
        day,
        description,
        place,
        decision,
        remark,
        voucher,
        content,
        sound,
        held: false,
    }
}

/// A line's number as callers count.
pub(super) fn line_number(line: u64) -> usize {
    usize::try_from(line).unwrap_or(usize::MAX)
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
        let count = text.chars().count();
        if count > most {
            let detail = sheets_ledger::field_too_long(&shown(column), &count, &most);
            self.noted.push((ProblemCode::FieldTooLong, detail));
            return None;
        }
        if let Some(sign) = invisible(&text) {
            let sign = format!("{:04X}", u32::from(sign));
            let detail = sheets::field_invisible(&shown(column), &sign);
            self.noted.push((ProblemCode::FieldInvisible, detail));
            return None;
        }
        (!text.is_empty()).then_some(text)
    }

    /// A field that must not be empty.
    fn required(&mut self, column: Column, most: usize) -> Option<String> {
        if self.text(column).is_empty() {
            self.noted.push((ProblemCode::FieldMissing, sheets::field_missing(&shown(column))));
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

    /// The amount, from whichever column of a pair has one, else from its own.
    fn amount(&mut self) -> Option<Amount> {
        let pairs = [Column::In, Column::Out, Column::Debit, Column::Credit];
        let filled: Vec<Column> = pairs.into_iter().filter(|column| self.says_amount(*column)).collect();
        match filled.as_slice() {
            [] => self.plain(),
            [column] => {
                let fen = self.parsed(*column, amount::read)?;
                // Some sheets repeat it, with whatever sign.
                if self.says_amount(Column::Amount)
                    && self.parsed(Column::Amount, amount::read)?.unsigned_abs() != fen.unsigned_abs()
                {
                    return self.twice(*column, Column::Amount);
                }
                Some(match column {
                    Column::In => Amount::In(fen),
                    Column::Out => Amount::Out(fen),
                    Column::Debit => Amount::Debit(fen),
                    _ => Amount::Credit(fen),
                })
            }
            [one, other, ..] => self.twice(*one, *other),
        }
    }

    fn says_amount(&self, column: Column) -> bool {
        !amount::says_nothing(&half_width(self.text(column)))
    }

    /// The amount in the column of its own, with the direction beside it.
    fn plain(&mut self) -> Option<Amount> {
        let fen = self.parsed(Column::Amount, amount::read)?;
        let direction = half_width(self.text(Column::Direction)).to_lowercase();
        if direction.is_empty() {
            return Some(Amount::Plain(fen));
        }
        let directed = Amount::directed(fen, &direction);
        if directed.is_none() {
            let detail = sheets_ledger::direction_unknown(&clipped(&direction));
            self.noted.push((ProblemCode::DirectionUnknown, detail));
        }
        directed
    }

    fn twice(&mut self, one: Column, other: Column) -> Option<Amount> {
        let detail = sheets_ledger::amount_twice(&shown(one), &shown(other));
        self.noted.push((ProblemCode::AmountTwice, detail));
        None
    }

    /// What the balance column says. An empty one says nothing.
    fn balance(&mut self) -> Option<i64> {
        let text = half_width(self.text(Column::Balance));
        if text.is_empty() {
            return None;
        }
        let read = money::read(&text);
        if read.is_err() {
            let detail = sheets_ledger::balance_form(&clipped(&text));
            self.noted.push((ProblemCode::BalanceForm, detail));
        }
        read.ok()
    }

    fn account(&mut self) -> Option<Account> {
        let account = half_width(self.text(Column::Account));
        let category = half_width(self.text(Column::Category));
        account::read(&account, &category).map_err(|problem| self.noted.push(problem)).ok()
    }

    /// Every field that we know, each apart from the next.
    fn content(&self) -> String {
        NAMES.iter().map(|names| self.text(names.column)).collect::<Vec<_>>().join("\u{1f}")
    }

    fn written(&self) -> Written {
        let text = |column| clipped(self.text(column));
        let columns = [Column::Amount, Column::In, Column::Out, Column::Debit, Column::Credit];
        let amounts = columns.into_iter().map(text).filter(|amount| !amount.is_empty());
        Written {
            amount: amounts.collect::<Vec<_>>().join(" / "),
            date: text(Column::Date),
            description: text(Column::Description),
            voucher: text(Column::Voucher),
        }
    }
}
