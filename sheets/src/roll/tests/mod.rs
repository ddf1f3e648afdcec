//! Tests of reading rolls, with the helpers they share.

mod fixture;
mod forms;
mod mutation;
mod problems;

use super::{FileError, RollFile, read};

const HEADER: &str =
    "building,entrance,room,kind,exclusive_area_m2,owner_no,owner_name,share_numerator,share_denominator";

/// A file with the usual header and these rows. The first of them is line 2.
fn roll(rows: &[&str]) -> RollFile {
    read(format!("{HEADER}\n{}\n", rows.join("\n")).as_bytes()).unwrap()
}

/// Each problem as `line code`.
fn problems(roll: &RollFile) -> Vec<String> {
    roll.problems.iter().map(|problem| format!("{} {}", problem.line, problem.code)).collect()
}

/// The rooms that were taken.
fn rooms(roll: &RollFile) -> Vec<&str> {
    roll.units.iter().map(|unit| unit.room.as_str()).collect()
}

/// A homely unit with one owner, to stand beside a bad one.
const GOOD: &str = "1栋,1单元,101,residential,70.02,O1,杨辰桂,1,1";

fn refusal(bytes: &[u8]) -> FileError {
    read(bytes).unwrap_err()
}
