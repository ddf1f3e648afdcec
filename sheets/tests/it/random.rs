//! Bytes and tables that nobody would save: read, refused or asked about, and never a panic.

use proptest::prelude::*;
use yishi_sheets::{Answers, Choice, ledger, money, roll};

use crate::by_hand::{sheet, texts, workbook as by_hand};
use crate::said::{en, is_said};
use crate::workbooks::workbook;

/// Cells that matter to a reader.
const CELLS: [&str; 32] = [
    "",
    "1栋",
    "1幢",
    "一栋",
    "1号楼",
    "1单元",
    "101",
    "101室",
    "1月2日",
    "住宅",
    "储藏室",
    "89.50",
    "89.0857",
    "89.499999999999996",
    "1.1E+17",
    "110101199001010000",
    "A1",
    "00001",
    "1",
    "林可一",
    "林可一、周可一",
    "林?",
    "桂苑公司",
    "19900001001",
    "合计",
    "是",
    "-1,234.50",
    "2026-01-05",
    "支出",
    "零星维修",
    "红冲",
    "1202",
];

/// Cells and rows of a workbook that no spreadsheet writes.
const XML: [&str; 26] = [
    "<c r=\"XFD1048576\"><v>1</v></c>",
    "<c r=\"A99999999999\"><v>1</v></c>",
    "<c r=\"A4294967295\"><v>1</v></c>",
    "<c r=\"A0\"><v>1</v></c>",
    "<c r=\"\"><v>1</v></c>",
    "<c r=\"1A\"><v>1</v></c>",
    "<c t=\"s\"><v>99</v></c>",
    "<c t=\"s\"><v>-1</v></c>",
    "<c t=\"d\"><v>x</v></c>",
    "<c t=\"e\"><v>#WHAT</v></c>",
    "<c t=\"b\"><v>2</v></c>",
    "<c t=\"?\"><v>2</v></c>",
    "<c s=\"99\"><v>1</v></c>",
    "<c s=\"1\"><v>-5</v></c>",
    "<c s=\"1\"><v>1e300</v></c>",
    "<c s=\"1\"><v>60</v></c>",
    "<c><v>1e999</v></c>",
    "<c><v>NaN</v></c>",
    "<c><v>1e-300</v></c>",
    "<c><v></v></c>",
    "<c><f>1</f></c>",
    "</row><row r=\"4294967295\">",
    "</row><row r=\"-1\">",
    "</sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells><sheetData>",
    "</sheetData><mergeCells><mergeCell ref=\"C9:A2\"/><mergeCell ref=\"\"/></mergeCells><sheetData>",
    "<c t=\"inlineStr\"><is><t>合计</t></is></c>",
];

const ROLL: &str = "楼栋,单元,室号,用途,面积,业主编号,业主姓名,电话,代表人";
const LEDGER: &str = "凭证号,日期,账户,类别,摘要,金额,收入,支出,余额";

fn rows() -> impl Strategy<Value = Vec<Vec<&'static str>>> {
    let cell = prop::sample::select(CELLS.as_slice());
    prop::collection::vec(prop::collection::vec(cell, 9), 1..12)
}

fn table(header: &str, rows: &[Vec<&str>]) -> String {
    let rows: Vec<String> = rows
        .iter()
        .map(|row| row.iter().map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(","))
        .collect();
    format!("{header}\n{}\n", rows.join("\n"))
}

/// Answers questions, each with one of its choices, until nothing is open; more rounds than rows are never needed.
fn settle(bytes: &[u8], pick: usize) -> roll::RollFile {
    let mut answers = Answers::default();
    for _ in 0..20 {
        let file = roll::read_with(bytes, &answers).unwrap();
        if file.is_settled() {
            return file;
        }
        for question in file.questions.iter().filter(|question| question.answer.is_none()) {
            answers.answer(&question.id, question.choices[pick % question.choices.len()]);
        }
    }
    panic!("questions without end");
}

/// What must hold whatever was read.
fn check_roll(file: &roll::RollFile) {
    for unit in &file.units {
        assert!(unit.party < file.parties.len() && unit.scope < file.scopes.len());
        assert!((1..100_000_000).contains(&unit.area_c));
    }
    for party in &file.parties {
        assert!(!party.owners.is_empty() && party.owners.is_sorted_by(|one, other| one < other));
        assert!(party.representative.is_none_or(|person| party.owners.contains(&person)));
    }
    let places: std::collections::BTreeSet<_> =
        file.units.iter().map(|unit| (&unit.building, &unit.entrance, &unit.room)).collect();
    assert_eq!(places.len(), file.units.len(), "no home stands twice");
    let numbers: std::collections::BTreeSet<_> = file.people.iter().map(|person| &person.owner_no).collect();
    assert_eq!(numbers.len(), file.people.len(), "no number stands for two people");
}

proptest! {
    #[test]
    fn random_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        _ = roll::read(&bytes);
        _ = ledger::read(&bytes);
        _ = money(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn random_text_below_a_header_is_read(text in "\\PC{0,200}") {
        if let Ok(file) = roll::read(format!("{ROLL}\n{text}").as_bytes()) {
            check_roll(&file);
        }
        ledger::read(format!("{LEDGER}\n{text}").as_bytes());
    }

    #[test]
    fn random_rolls_are_settled_by_answers_and_fit_together(rows in rows(), pick in 0..4_usize) {
        let text = table(ROLL, &rows);
        if let Ok(file) = roll::read(text.as_bytes()) {
            check_roll(&file);
            check_roll(&settle(text.as_bytes(), pick));
        }
    }

    #[test]
    fn a_question_has_one_id_and_one_only(rows in rows()) {
        let ask = || roll::read(table(ROLL, &rows).as_bytes()).map(|file| file.questions).unwrap_or_default();
        let questions = ask();
        let ids: std::collections::BTreeSet<&str> = questions.iter().map(|question| question.id.as_str()).collect();
        prop_assert_eq!(ids.len(), questions.len());
        prop_assert_eq!(&ask(), &questions);
    }

    #[test]
    fn random_ledgers_take_only_what_the_rule_book_takes(rows in rows(), choice in 0..3_usize) {
        let text = table(LEDGER, &rows);
        let file = ledger::read(text.as_bytes());
        let mut answers = Answers::default();
        for question in &file.questions {
            answers.answer(&question.id, question.choices[choice % question.choices.len()]);
        }
        for file in [&file, &ledger::read_with(text.as_bytes(), &answers)] {
            for line in &file.lines {
                prop_assert_eq!(yishi_protocol::ledger::check_line(&line.line, line.line.day, line.line.day), Ok(()));
            }
        }
    }

    #[test]
    fn a_workbook_that_says_odd_things_is_read_or_refused(
        rows in prop::collection::vec(prop::collection::vec(prop::sample::select(XML.as_slice()), 1..9), 1..5),
        merged in prop::sample::select(vec!["A2:A3", "B2:B1048576", "A3:A2", "A0:A0", "ZZZZ1:B2", "A1"]),
    ) {
        let rows: Vec<String> = rows.iter().map(|row| row.concat()).collect();
        let header = texts(ROLL);
        let sound = texts("1栋,1单元,101,住宅,89.50,A1,林可一,,");
        let mut all = vec![header.as_str(), &sound];
        all.extend(rows.iter().map(String::as_str));
        let merges = format!("</sheetData><mergeCells><mergeCell ref=\"{merged}\"/></mergeCells>");
        let bytes = by_hand("", &sheet(&all).replace("</sheetData></worksheet>", &format!("{merges}</worksheet>")));
        if let Ok(file) = roll::read(&bytes) {
            check_roll(&file);
        }
        ledger::read(&bytes);
    }

    #[test]
    fn a_damaged_workbook_is_read_or_refused(changes in prop::collection::vec((any::<u16>(), any::<u8>()), 1..6)) {
        let mut bytes = workbook(&[ROLL, "1栋,1单元,101,住宅,89.50,A1,林可一,,", "1栋,1单元,102,住宅,76.10,A2,林可二,,"]);
        let length = bytes.len();
        for (place, byte) in changes {
            bytes[usize::from(place) % length] = byte;
        }
        if let Ok(file) = roll::read(&bytes) {
            check_roll(&file);
        }
        ledger::read(&bytes);
    }
}

#[test]
fn every_choice_has_words_in_every_language() {
    for choice in [Choice::AsAbove, Choice::Keep, Choice::Merge, Choice::Split, Choice::Nobody] {
        for code in yishi_sheets::QuestionCode::ALL {
            let words = choice.words(*code);
            assert!(is_said(&words) && en(&words).is_ascii(), "{choice:?} {code}");
        }
    }
}
