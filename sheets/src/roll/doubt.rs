//! What may be right in a row and makes a wrong head if it is not: questions about one row.

use yishi_protocol::body::UnitKind;

use super::cell;
use super::columns::{Column, shown, shown_zh};
use super::kind;
use super::place::Place;
use super::problem::{Remark, RemarkCode};
use super::row::Reader;
use crate::question::{Choice, QuestionCode};
use crate::sentence::Sentence;
use crate::table::is_spreadsheet_error;

impl Reader<'_, '_, '_> {
    /// A storage room that is listed as a home would be a head too many.
    pub(super) fn doubt_kind(&mut self, kind: UnitKind, place: &Place) {
        let sounds = [&place.building, &place.room].iter().any(|part| kind::sounds_uncounted(part));
        if kind::counts(kind) && sounds {
            let sentence = |zh: &str, en: &str| {
                Sentence::new(
                    format!(
                        "{zh}的房号像储藏室、车位一类，用途却是计票的；没错就照写的，写错了请在表里改用途。"
                    ),
                    format!(
                        "The address on {en} sounds like a storage room, parking space or the like, and its kind counts; keep it if that is right, or correct the kind."
                    ),
                )
            };
            self.ask(QuestionCode::KindDoubtful, sentence, &[Choice::Keep, Choice::LeaveOut]);
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
                format!("电话有 {digits} 位数字，像是多了或少了；信会照寄，请核对。"),
                format!("The phone has {digits} digits, which seems too few or too many; check it."),
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
        let lost_zh: Vec<&str> = lost.iter().map(|column| shown_zh(*column)).collect();
        let lost_en: Vec<&str> = lost.iter().map(|column| shown(*column)).collect();
        let (lost_zh, lost_en) = (lost_zh.join("、"), lost_en.join(", "));
        let sentence = |zh: &str, en: &str| {
            Sentence::new(
                format!("{zh}的{lost_zh}像是丢了字（?、* 或方块）；请从原件补全，真是这样就照写的。"),
                format!(
                    "{lost_en} on {en} seems to have lost characters (?, * or boxes); complete it from the source, or keep it if that is how it is."
                ),
            )
        };
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
        let sentence = |zh: &str, en: &str| {
            if count == 0 {
                return Sentence::new(
                    format!("{zh}的业主写着“等”，像是还有别的共有人；请每人写一行。"),
                    format!(
                        "The owner on {en} is followed by 等, as if there were more; write one row for each."
                    ),
                );
            }
            Sentence::new(
                format!("{zh}的一格里像有 {count} 个业主；是就拆成每人一个，最好在表里每人写一行。"),
                format!(
                    "One cell on {en} seems to name {count} owners; split it if so, or better write one row for each."
                ),
            )
        };
        match self.ask(QuestionCode::OwnersInOneCell, sentence, choices) {
            Some(Choice::Split) => names,
            _ => Vec::new(),
        }
    }
}
