//! What may be right in a row and makes a wrong head if it is not: questions about one row.

use yishi_protocol::body::UnitKind;

use super::cell;
use super::columns::{Column, shown};
use super::kind;
use super::place::SpeltPlace;
use super::problem::{Remark, RemarkCode};
use super::row::Reader;
use crate::key::sheets_roll;
use crate::question::{Choice, QuestionCode};
use crate::sentence::{Sentence, listed};
use crate::table::is_spreadsheet_error;

impl Reader<'_, '_, '_> {
    /// A storage room that is listed as a home would be a head too many.
    pub(super) fn doubt_kind(&mut self, kind: UnitKind, place: &SpeltPlace) {
        let sounds = [&place.building, &place.room].iter().any(|part| kind::sounds_uncounted(part));
        if kind::counts(kind) && sounds {
            self.ask(
                QuestionCode::KindDoubtful,
                sheets_roll::kind_doubtful,
                &[Choice::Keep, Choice::LeaveOut],
            );
        }
    }

    /// A phone with a digit too few makes no wrong head, so it is only told.
    pub(super) fn doubt_phone(&mut self, phone: &str) {
        let digits = phone.bytes().filter(u8::is_ascii_digit).count();
        if cell::owners_in(phone).is_none()
            && (!(7..=15).contains(&digits) || (digits == 10 && phone.starts_with('1')))
        {
            self.notes.remarks.push(Remark::new(
                self.raw.line,
                RemarkCode::PhoneUnlikely,
                sheets_roll::phone_unlikely(&digits),
            ));
        }
    }

    /// Characters that were lost make two people of one, or one of two.
    pub(super) fn doubt_signs(&mut self) {
        let columns = [Column::Building, Column::Entrance, Column::Room, Column::OwnerNo];
        let mut lost: Vec<Column> =
            columns.into_iter().filter(|column| cell::has_lost_characters(self.raw.get(*column))).collect();
        let name = self.raw.get(Column::OwnerName);
        if cell::is_lost_name(name) && !is_spreadsheet_error(name) {
            lost.push(Column::OwnerName);
        }
        if lost.is_empty() {
            return;
        }
        let lost = listed(lost.into_iter().map(shown));
        let sentence = |lines: &Sentence| sheets_roll::characters_lost(lines, &lost);
        self.ask(QuestionCode::CharactersLost, sentence, &[Choice::Keep, Choice::LeaveOut]);
    }

    /// The names of a cell that names several owners, if that is the answer.
    pub(super) fn several(&mut self) -> Vec<String> {
        let name = self.raw.get(Column::OwnerName);
        let Some(names) = cell::owners_in(name).filter(|_| !is_spreadsheet_error(name)) else {
            return Vec::new();
        };
        let choices: &[Choice] = if names.is_empty() {
            &[Choice::Keep, Choice::LeaveOut]
        } else {
            &[Choice::Split, Choice::Keep, Choice::LeaveOut]
        };
        let count = names.len();
        let sentence = |lines: &Sentence| {
            if count == 0 {
                sheets_roll::owners_and_others(lines)
            } else {
                sheets_roll::owners_in_one_cell(lines, &count)
            }
        };
        match self.ask(QuestionCode::OwnersInOneCell, sentence, choices) {
            Some(Choice::Split) => names,
            _ => Vec::new(),
        }
    }
}
