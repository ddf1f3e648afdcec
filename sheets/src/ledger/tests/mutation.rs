//! Text that no spreadsheet would write: it is read or refused, and what is taken stays whole.

use std::collections::BTreeSet;

use yishi_protocol::ledger::check_line;

use super::{GOOD, HEADER, read_text};
use crate::ledger::{LedgerFile, RemarkCode, pages};

/// A small generator (xorshift), so that every run tries the same files.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }
}

/// The signs that matter to a reader of tables, and some of every width.
const SIGNS: [char; 24] = [
    '"',
    '"',
    '\n',
    '\r',
    ',',
    ';',
    '\t',
    '\0',
    ' ',
    '.',
    '-',
    '/',
    '(',
    ')',
    '0',
    '9',
    'Z',
    '，',
    '－',
    '￥',
    '年',
    '元',
    '\u{feff}',
    '\u{1f4b0}',
];

/// What must hold whatever was read.
fn check(text: &str, file: &LedgerFile) {
    for line in &file.lines {
        assert_eq!(check_line(&line.line, line.line.day, line.line.day), Ok(()), "{text}");
        assert!(file.problems.iter().all(|problem| problem.line != line.number), "{text}");
    }
    let about_lines = file.remarks.iter().filter(|remark| remark.code != RemarkCode::TotalRow);
    for line in about_lines.map(|remark| remark.line) {
        assert!(file.lines.iter().any(|taken| taken.number == line), "{text}");
    }
    let asked = file.questions.iter().flat_map(|question| &question.lines);
    let asked = asked.map(|line| usize::try_from(*line).unwrap());
    let told: BTreeSet<usize> = file.problems.iter().map(|problem| problem.line).chain(asked).collect();
    assert!(file.lines.len() + told.len() >= file.rows, "{text}");
    assert!(file.problems.is_sorted_by_key(|problem| problem.line), "{text}");
    assert_eq!(
        pages(&file.ledger_lines()).iter().map(|page| page.lines.len()).sum::<usize>(),
        file.lines.len()
    );
}

#[test]
fn damaged_files_are_read_or_refused_and_every_row_is_taken_or_told() {
    let whole = format!(
        "{HEADER}\n{GOOD}\nV2,2026年1月6日,,3202,屋面,\"(￥1,234.50)\",,\nV3,2026/2/3,收入,物业费,一月,８．５,,\n"
    );
    let mut chance = Chance(0x2026);
    for _ in 0..2_000 {
        let mut signs: Vec<char> = whole.chars().collect();
        for _ in 0..=chance.below(6) {
            let (place, other) = (chance.below(signs.len()), chance.below(signs.len()));
            match chance.below(5) {
                0 => signs[place] = SIGNS[chance.below(SIGNS.len())],
                1 => signs.insert(place, SIGNS[chance.below(SIGNS.len())]),
                2 if signs.len() > 1 => drop(signs.remove(place)),
                3 if chance.below(8) == 0 => signs.truncate(place.max(1)),
                _ => signs.swap(place, other),
            }
        }
        let text: String = signs.into_iter().collect();
        check(&text, &read_text(&text));
    }
}
