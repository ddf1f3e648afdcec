//! One row: one owner of one unit. What is wrong with it, or open, by itself is noted here, with its neighbours in
//! [`super::place`], [`super::people`] and [`super::grouping`].

use yishi_protocol::body::UnitKind;

use super::area::{self, Area, AreaReport, How};
use super::cell;
use super::columns::{Column, shown};
use super::kind;
use super::place::SpeltPlace;
use super::problem::{Problem, ProblemCode, Remark};
use super::raw::{Raw, Standing};
use super::share::Share;
use crate::key::{sheets, sheets_roll};
use crate::question::{Asker, Choice, QuestionCode};
use crate::sentence::{Sentence, clipped, named};
use crate::table::{half_width, invisible, is_spreadsheet_error, is_written_as_power};

/// The longest field that is read, in bytes: longer than any name or address, short enough for a letter.
const MAX_FIELD: usize = 200;

/// A row as read. What could not be read is none, and then the row is not sound.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) line: u64,
    pub(super) content: String,
    /// Known even for most bad rows, so that a unit is not taken without them.
    pub(super) place: Option<SpeltPlace>,
    pub(super) kind: Option<UnitKind>,
    pub(super) area_c: Option<u32>,
    pub(super) owner: Option<Owner>,
    /// None if the file gives no share here.
    pub(super) share: Option<Share>,
    pub(super) mark: Option<Mark>,
    pub(super) standing: Standing,
}

impl Row {
    pub(super) fn at_least(&mut self, standing: Standing) {
        self.standing = self.standing.max(standing);
    }

    /// Notes what is wrong with the row.
    pub(super) fn note(&mut self, problems: &mut Vec<Problem>, code: ProblemCode, detail: Sentence) {
        self.standing = Standing::Bad;
        problems.push(Problem::new(self.line, code, detail));
    }
}

/// An owner as a row names them.
#[derive(Clone, Debug)]
pub(super) struct Owner {
    pub(super) number: String,
    /// Further numbers that an answer takes for the same person.
    pub(super) also: Vec<String>,
    pub(super) name: String,
    pub(super) phone: Option<String>,
    pub(super) language: Option<String>,
}

/// Whom a row marks as the co-owner who votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// The owner of the row.
    This,
    /// An owner of the unit, by name or number.
    Named(String),
}

/// What rows leave behind beside themselves.
#[derive(Debug)]
pub(super) struct Notes<'n, 'a> {
    pub(super) problems: &'n mut Vec<Problem>,
    pub(super) remarks: &'n mut Vec<Remark>,
    pub(super) areas: &'n mut AreaReport,
    pub(super) asker: &'n mut Asker<'a>,
}

/// Reads a row and notes everything that is wrong with it. A cell that names several owners gives a row for each.
pub(super) fn read(raw: &Raw, notes: &mut Notes<'_, '_>) -> Vec<Row> {
    let line = raw.line;
    if let Some((code, detail)) = raw.misfit.clone() {
        notes.problems.push(Problem { line, code, detail });
        let content = raw.content.clone();
        // The fields may have moved, so only the place is believed, and only to leave its unit out.
        let [building, entrance, room] =
            [Column::Building, Column::Entrance, Column::Room].map(|column| raw.get(column));
        let has_place = !building.is_empty() && !room.is_empty();
        let place = has_place.then(|| SpeltPlace::written(building, entrance, room));
        let (kind, area_c, owner, share, mark) = (None, None, None, None, None);
        return vec![Row { line, content, place, kind, area_c, owner, share, mark, standing: Standing::Bad }];
    }
    let mut reader = Reader { raw, notes, sound: true, standing: raw.standing };
    let place = reader.place();
    let kind = reader.kind();
    if let (Some(kind), Some(place)) = (kind, &place) {
        reader.doubt_kind(kind, place);
    }
    let (area_c, owner, share) = (reader.area(), reader.owner(), reader.share());
    let mark = reader.mark();
    reader.doubt_signs();
    let several = reader.several();
    let standing = if reader.sound { reader.standing } else { Standing::Bad };
    let row = Row { line, content: raw.content.clone(), place, kind, area_c, owner, share, mark, standing };
    split(row, several)
}

/// One row for each owner whom a cell names.
fn split(row: Row, names: Vec<String>) -> Vec<Row> {
    let Some(owner) = row.owner.clone().filter(|_| names.len() > 1) else { return vec![row] };
    let phones =
        owner.phone.as_deref().and_then(cell::owners_in).filter(|phones| phones.len() == names.len());
    let only_share = row.share.is_some_and(|share| Share::are_whole([share]));
    let mut rows = Vec::with_capacity(names.len());
    for (at, name) in names.into_iter().enumerate() {
        let is_first = at == 0;
        let number = if is_first {
            owner.number.clone()
        } else {
            format!("{}~{}", owner.number, at.saturating_add(1))
        };
        let phone = match &phones {
            Some(phones) => phones.get(at).cloned(),
            None => owner.phone.clone().filter(|_| is_first),
        };
        rows.push(Row {
            owner: Some(Owner { number, name, phone, ..owner.clone() }),
            // The whole of the home is nobody's share any more.
            share: row.share.filter(|_| is_first && !only_share),
            ..row.clone()
        });
    }
    rows
}

pub(super) struct Reader<'r, 'n, 'a> {
    pub(super) raw: &'r Raw,
    pub(super) notes: &'r mut Notes<'n, 'a>,
    sound: bool,
    standing: Standing,
}

impl Reader<'_, '_, '_> {
    fn note(&mut self, code: ProblemCode, detail: impl Into<Sentence>) {
        self.sound = false;
        self.notes.problems.push(Problem::new(self.raw.line, code, detail));
    }

    /// Asks about this row; what is not answered holds it.
    pub(super) fn ask(
        &mut self,
        code: QuestionCode,
        sentence: impl FnOnce(&Sentence) -> Sentence,
        choices: &[Choice],
    ) -> Option<Choice> {
        let lines = vec![self.raw.line];
        let sentence = sentence(&named(&lines));
        let content = [self.raw.content.as_str()];
        let answer = self.notes.asker.ask(code, lines, &content, sentence, choices);
        match answer {
            None => self.standing = self.standing.max(Standing::Held),
            Some(Choice::LeaveOut) => self.standing = self.standing.max(Standing::LeftOut),
            Some(_) => {}
        }
        answer
    }

    /// A field that may be empty; none if it cannot be used as it is.
    fn field(&mut self, column: Column) -> Option<String> {
        let mut text = self.raw.get(column).to_owned();
        if text.len() > MAX_FIELD {
            let found = text.len();
            let detail = sheets_roll::field_too_long(&shown(column), &found, &MAX_FIELD);
            self.note(ProblemCode::FieldTooLong, detail);
            return None;
        }
        if column == Column::OwnerName || column == Column::Phone {
            // Several lines in one cell are several owners, which is asked.
            text = text.replace('\n', "、");
        }
        if let Some(sign) = invisible(&text) {
            let sign = format!("{:04X}", u32::from(sign));
            self.note(ProblemCode::FieldInvisible, sheets::field_invisible(&shown(column), &sign));
            return None;
        }
        if is_spreadsheet_error(&text) {
            let detail = sheets_roll::cell_error(&shown(column), &clipped(&text));
            self.note(ProblemCode::CellError, detail);
            return None;
        }
        Some(text)
    }

    /// A field that must not be empty.
    fn required(&mut self, column: Column) -> Option<String> {
        let text = self.field(column)?;
        if text.is_empty() {
            self.note(ProblemCode::FieldMissing, sheets::field_missing(&shown(column)));
            return None;
        }
        Some(text)
    }

    fn place(&mut self) -> Option<SpeltPlace> {
        // Read all three before giving up, so that everything wrong is told at once.
        let building = self.required(Column::Building);
        let entrance = self.field(Column::Entrance);
        let room = self.required(Column::Room);
        let building = self.address(Column::Building, building);
        let entrance = self.address(Column::Entrance, entrance);
        let room = self.address(Column::Room, room);
        Some(SpeltPlace::written(&building?, &entrance?, &room?))
    }

    /// A part of an address that no spreadsheet has changed.
    fn address(&mut self, column: Column, text: Option<String>) -> Option<String> {
        let half = half_width(&text?);
        let text = cell::undressed(&half);
        if cell::is_date(text) || is_written_as_power(text) {
            let detail = sheets_roll::room_changed(&shown(column), &clipped(text));
            self.note(ProblemCode::RoomChanged, detail);
            return None;
        }
        Some(text.to_owned())
    }

    fn kind(&mut self) -> Option<UnitKind> {
        let text = self.field(Column::Kind)?;
        let kind = kind::read(&text);
        if kind.is_none() {
            self.note(ProblemCode::KindUnknown, sheets_roll::kind_unknown(&clipped(&text)));
        }
        kind
    }

    fn area(&mut self) -> Option<u32> {
        let text = half_width(&self.field(Column::Area)?);
        let read = match area::read(&text) {
            Ok(Area::Exact(area_c, how)) => {
                let count = match how {
                    How::Plain => &mut self.notes.areas.exact,
                    How::Dressed => &mut self.notes.areas.dressed,
                    How::Tail => &mut self.notes.areas.tails,
                };
                *count = count.saturating_add(1);
                Ok(area_c)
            }
            Ok(Area::Inexact(decimal)) => {
                let (round, cut) = (decimal.rounded(2), decimal.cut(2));
                let sentence = |lines: &Sentence| {
                    sheets_roll::area_inexact(lines, &clipped(&text), &round.text(), &cut.text())
                };
                let choices = [Choice::Round, Choice::Cut, Choice::LeaveOut];
                let answer = self.ask(QuestionCode::AreaInexact, sentence, &choices);
                let (count, taken) = match answer {
                    Some(Choice::Round) => (&mut self.notes.areas.rounded, round),
                    Some(Choice::Cut) => (&mut self.notes.areas.cut, cut),
                    _ => (&mut self.notes.areas.open, round),
                };
                *count = count.saturating_add(1);
                area::exact(taken.hundredths().unwrap_or_default())
            }
            Err(why) => Err(why),
        };
        read.map_err(|(code, detail)| self.note(code, detail)).ok()
    }

    fn owner(&mut self) -> Option<Owner> {
        let number = self.required(Column::OwnerNo);
        let name = self.required(Column::OwnerName);
        let phone = self.field(Column::Phone);
        let language = self.field(Column::Language);
        let number = self.number(Column::OwnerNo, number);
        let phone = self.number(Column::Phone, phone);
        let given = |text: String| Some(text).filter(|text| !text.is_empty());
        let phone = phone.map(given);
        if let Some(Some(phone)) = &phone {
            self.doubt_phone(phone);
        }
        let language = given(half_width(&language?));
        Some(Owner { number: number?, also: Vec::new(), name: name?, phone: phone?, language })
    }

    /// A number whose digits are all there.
    fn number(&mut self, column: Column, text: Option<String>) -> Option<String> {
        let text = half_width(&text?);
        let bare = cell::undressed(&text);
        if cell::is_cut_number(bare) {
            let detail = sheets_roll::number_cut(&shown(column), &clipped(bare));
            self.note(ProblemCode::NumberCut, detail);
            return None;
        }
        Some(bare.to_owned())
    }

    /// A row without both terms gives no share; whether the unit's other rows do is another question.
    fn share(&mut self) -> Option<Share> {
        let numerator = half_width(&self.field(Column::ShareNumerator)?);
        let denominator = half_width(&self.field(Column::ShareDenominator)?);
        if numerator.is_empty() && denominator.is_empty() {
            return None;
        }
        let share = Share::read(&numerator, &denominator);
        if share.is_none() {
            self.note(ProblemCode::SharesInvalid, sheets_roll::SHARE_FORM);
        }
        share
    }

    fn mark(&mut self) -> Option<Mark> {
        let text = half_width(&self.field(Column::Representative)?);
        match text.to_lowercase().as_str() {
            "" | "否" | "不是" | "无" | "no" | "n" | "0" | "false" | "-" | "×" => None,
            "是" | "√" | "✓" | "✔" | "1" | "yes" | "y" | "true" | "代表" => Some(Mark::This),
            _ => Some(Mark::Named(text)),
        }
    }
}
