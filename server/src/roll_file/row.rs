//! One row: one owner of one unit. What is wrong with it by itself is noted here, with its neighbours in
//! [`super::grouping`].

use yishi_ledger::sheet::{Columns, Record, half_width, invisible};
use yishi_protocol::body::UnitKind;

use super::area;
use super::columns::{Column, shown};
use super::problem::{
    FIELD_INVISIBLE, FIELD_MISSING, FIELD_TOO_LONG, FIELDS_COUNT, KIND_UNKNOWN, Problem, QUOTE_UNCLOSED,
    SHARES_INVALID,
};
use super::share::Share;

/// The longest field that is read, in bytes: longer than any name or address, short enough for a letter.
const MAX_FIELD: usize = 200;

/// Where a unit is, which is also what makes it this unit and no other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) building: String,
    pub(super) entrance: String,
    pub(super) room: String,
}

/// A row as read. What could not be read is `None`, and then the row is not sound.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) line: u64,
    /// Known even for most bad rows, so that a unit is not taken without them.
    pub(super) place: Option<Place>,
    pub(super) kind: Option<UnitKind>,
    pub(super) area_c: Option<u32>,
    pub(super) owner: Option<Owner>,
    /// None if the file gives no share here.
    pub(super) share: Option<Share>,
    /// Whether nothing is wrong with the row.
    pub(super) sound: bool,
}

/// An owner as a row names them.
#[derive(Debug)]
pub(super) struct Owner {
    pub(super) number: String,
    pub(super) name: String,
    pub(super) phone: Option<String>,
    pub(super) language: Option<String>,
}

/// Reads a row and notes everything that is wrong with it.
pub(super) fn read(columns: &Columns<Column>, record: &Record, problems: &mut Vec<Problem>) -> Row {
    let mut reader = RowReader { columns, record, noted: Vec::new() };
    let line = record.line;
    let place = reader.place();
    if let Some((code, detail)) = misfit(columns, record) {
        // The fields may have moved, so only the place is believed, and only to leave its unit out.
        problems.push(Problem::new(line, code, detail));
        return Row { line, place, kind: None, area_c: None, owner: None, share: None, sound: false };
    }
    let (kind, area_c, owner, share) = (reader.kind(), reader.area(), reader.owner(), reader.share());
    let sound = reader.noted.is_empty();
    problems.append(&mut reader.noted);
    Row { line, place, kind, area_c, owner, share, sound }
}

/// What keeps a row from being read field by field.
fn misfit(columns: &Columns<Column>, record: &Record) -> Option<(&'static str, String)> {
    let (found, width) = (record.fields.len(), columns.width);
    if record.unclosed {
        let detail =
            "a quotation mark opens here and none closes it, so nothing after it was read; remove it";
        Some((QUOTE_UNCLOSED, detail.to_owned()))
    } else if found != width {
        let advice = "put a field that contains separators into quotation marks";
        Some((FIELDS_COUNT, format!("the row has {found} fields and the header {width}; {advice}")))
    } else {
        None
    }
}

struct RowReader<'a> {
    columns: &'a Columns<Column>,
    record: &'a Record,
    /// What is wrong with the row so far.
    noted: Vec<Problem>,
}

impl RowReader<'_> {
    fn note(&mut self, code: &'static str, detail: impl Into<String>) {
        self.noted.push(Problem::new(self.record.line, code, detail));
    }

    /// A field that may be empty; none if it cannot be used as it is.
    fn field(&mut self, column: Column) -> Option<String> {
        let text = self.columns.field(self.record, column);
        if text.len() > MAX_FIELD {
            let (name, found) = (shown(column), text.len());
            let detail = format!("{name} has {found} bytes and can have {MAX_FIELD}; shorten it");
            self.note(FIELD_TOO_LONG, detail);
            return None;
        }
        if let Some(sign) = invisible(text) {
            let (name, sign) = (shown(column), u32::from(sign));
            let what = format!("{name} contains a line break or a sign that cannot be seen (U+{sign:04X})");
            self.note(FIELD_INVISIBLE, format!("{what}; type it again"));
            return None;
        }
        Some(text.to_owned())
    }

    /// A field that must not be empty.
    fn required(&mut self, column: Column) -> Option<String> {
        let text = self.field(column)?;
        if text.is_empty() {
            self.note(FIELD_MISSING, format!("{} is empty; fill it in", shown(column)));
            return None;
        }
        Some(text)
    }

    fn place(&mut self) -> Option<Place> {
        // Read all three before giving up, so that everything wrong is told at once.
        let building = self.required(Column::Building);
        let entrance = self.field(Column::Entrance);
        let room = self.required(Column::Room);
        Some(Place {
            building: half_width(&building?),
            entrance: half_width(&entrance?),
            room: half_width(&room?),
        })
    }

    fn kind(&mut self) -> Option<UnitKind> {
        match self.field(Column::Kind)?.as_str() {
            "residential" | "住宅" => Some(UnitKind::Dwelling),
            "commercial" | "商铺" | "商业" => Some(UnitKind::Shop),
            "office" | "办公" => Some(UnitKind::Office),
            "parking" | "车位" => Some(UnitKind::Parking),
            other => {
                self.note(KIND_UNKNOWN, format!("{other:?} is not known; write 住宅, 商铺, 办公 or 车位"));
                None
            }
        }
    }

    fn area(&mut self) -> Option<u32> {
        let text = half_width(&self.field(Column::Area)?);
        area::read(&text).map_err(|(code, detail)| self.note(code, detail)).ok()
    }

    fn owner(&mut self) -> Option<Owner> {
        let number = self.required(Column::OwnerNo);
        let name = self.required(Column::OwnerName);
        let phone = self.field(Column::Phone);
        let language = self.field(Column::Language);
        let given = |text: String| Some(text).filter(|text| !text.is_empty());
        Some(Owner {
            number: half_width(&number?),
            name: name?,
            phone: given(half_width(&phone?)),
            language: given(half_width(&language?)),
        })
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
            self.note(SHARES_INVALID, "write the share as two positive whole numbers, such as 1 and 2");
        }
        share
    }
}
