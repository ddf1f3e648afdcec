//! What people have, read as a clerk would want it read. `tests/data/field` holds small files shaped like those that
//! users of other software complained about; each stands for its kind, and the tests try others of the kind.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod by_hand;
mod field_ledgers;
mod field_rolls;
mod identities;
mod ledgers;
mod order;
mod random;
mod rolls;
#[path = "../../src/said.rs"]
mod said;
mod texts;
mod workbooks;

use said::{is_said, is_whole};
use yishi_sheets::ledger::LedgerFile;
use yishi_sheets::roll::{RollFile, read_with};
use yishi_sheets::{Answers, Choice, Question, QuestionCode};

/// The usual header of a roll.
const ROLL: &str = "楼栋,单元,室号,用途,专有部分面积,业主编号,业主姓名,电话";
/// The usual header of a ledger.
const LEDGER: &str = "凭证号,日期,账户,类别,摘要,金额,地点,备注";

/// A file from the field.
fn field(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/data/field/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The text of a file with the usual header of a roll. Its first row is line 2.
fn roll_text(rows: &[&str]) -> String {
    format!("{ROLL}\n{}\n", rows.join("\n"))
}

fn roll(rows: &[&str]) -> RollFile {
    read_roll(roll_text(rows).as_bytes())
}

fn read_roll(bytes: &[u8]) -> RollFile {
    read_with(bytes, &Answers::default()).unwrap()
}

/// Reads again with one answer to every open question of a code.
fn answered(bytes: &[u8], code: QuestionCode, choice: Choice) -> RollFile {
    let before = read_roll(bytes);
    let mut answers = Answers::default();
    for question in before.questions.iter().filter(|question| question.code == code) {
        assert!(question.choices.contains(&choice), "{choice:?} is offered");
        answers.answer(&question.id, choice);
    }
    read_with(bytes, &answers).unwrap()
}

fn ledger(rows: &[&str]) -> LedgerFile {
    yishi_sheets::ledger::read(format!("{LEDGER}\n{}\n", rows.join("\n")).as_bytes())
}

/// Each question as `[lines] CODE`.
fn asked(questions: &[Question]) -> Vec<String> {
    for question in questions {
        let sentence = &question.sentence;
        assert!(is_whole(sentence), "{sentence:?}");
        let choices = question.choices.iter().map(|choice| choice.words(question.code));
        assert!(choices.into_iter().all(|words| is_said(&words)), "{:?}", question.choices);
        assert!(!question.choices.is_empty() && question.lines.is_sorted());
    }
    questions.iter().map(|question| format!("{:?} {}", question.lines, question.code)).collect()
}

/// Each problem of a roll as `line CODE`.
fn wrong(roll: &RollFile) -> Vec<String> {
    for problem in &roll.problems {
        assert!(is_whole(&problem.detail), "{:?}", problem.detail);
    }
    for remark in &roll.remarks {
        assert!(is_whole(&remark.detail), "{:?}", remark.detail);
    }
    roll.problems.iter().map(|problem| format!("{} {}", problem.line, problem.code)).collect()
}

/// Each problem of a ledger as `line CODE`.
fn wrong_lines(file: &LedgerFile) -> Vec<String> {
    for problem in &file.problems {
        assert!(is_whole(&problem.detail), "{:?}", problem.detail);
    }
    for remark in &file.remarks {
        assert!(is_whole(&remark.detail), "{:?}", remark.detail);
    }
    file.problems.iter().map(|problem| format!("{} {}", problem.line, problem.code)).collect()
}

/// Each remark of a roll as `line CODE`.
fn noticed(roll: &RollFile) -> Vec<String> {
    roll.remarks.iter().map(|remark| format!("{} {}", remark.line, remark.code)).collect()
}

/// Heads, counted area in 0.01 m², counted units.
fn counts(roll: &RollFile) -> (usize, u64, usize) {
    let totals = roll.totals();
    (totals.heads, totals.area_c, totals.counted_units)
}

/// The homes that were taken, as they are spelt.
fn homes(roll: &RollFile) -> Vec<String> {
    roll.units.iter().map(|unit| [unit.building.as_str(), &unit.entrance, &unit.room].concat()).collect()
}

/// What came in and went out, in fen, over all ledgers.
fn money_in_and_out(file: &LedgerFile) -> (i64, i64) {
    let flows = yishi_sheets::ledger::flows(&file.ledger_lines()).unwrap();
    (flows.values().map(|flows| flows.in_fen).sum(), flows.values().map(|flows| flows.out_fen).sum())
}
