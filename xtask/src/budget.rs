//! What phones may have to load, in bytes, and the table that shows it.

use std::io::Write;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

/// How the bytes of a budget are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Coding {
    Gzip,
    Brotli,
}

/// A part of the widget and how many bytes it may have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Budget {
    pub(crate) part: &'static str,
    pub(crate) limit: usize,
    pub(crate) coding: Coding,
}

/// Some of its bytes are names by hash, which no two builds pack alike.
pub(crate) const LOADER: Budget = Budget { part: "loader", limit: 2_200, coding: Coding::Gzip };
/// Loaded only when the window cannot be opened.
pub(crate) const WHY: Budget = Budget { part: "why", limit: 2_600, coding: Coding::Gzip };
pub(crate) const STYLE: Budget = Budget { part: "style", limit: 6_500, coding: Coding::Brotli };
pub(crate) const GLUE: Budget = Budget { part: "glue", limit: 9_400, coding: Coding::Brotli };
/// No phone loads these; a desk on a slow line should still open in seconds.
pub(crate) const DESK: Budget = Budget { part: "desk", limit: 641_000, coding: Coding::Brotli };
pub(crate) const DESK_STYLE: Budget = Budget { part: "desk style", limit: 8_500, coding: Coding::Brotli };
pub(crate) const DESK_LOADER: Budget = Budget { part: "desk loader", limit: 2_200, coding: Coding::Gzip };
pub(crate) const DESK_GLUE: Budget = Budget { part: "desk glue", limit: 8_000, coding: Coding::Brotli };
/// Loaded when a desk chooses a file: it opens workbooks and decodes text.
pub(crate) const READER: Budget = Budget { part: "reader", limit: 232_000, coding: Coding::Brotli };
pub(crate) const READER_LOADER: Budget = Budget { part: "reader loader", limit: 1_000, coding: Coding::Gzip };
pub(crate) const READER_GLUE: Budget = Budget { part: "reader glue", limit: 3_000, coding: Coding::Brotli };
/// What the window's first screen needs. docs/WEIGHT.md tells what weighs and what would make it less.
pub(crate) const RESIDENT: Budget = Budget { part: "resident", limit: 118_000, coding: Coding::Brotli };

/// A court file without its evidence, which whoever writes one loads.
pub(crate) const COURT: Budget = Budget { part: "court file", limit: 464_000, coding: Coding::Brotli };

/// A language that is not in the programs, for whoever reads it.
pub(crate) const WORDS: Budget = Budget { part: "words", limit: 14_000, coding: Coding::Brotli };
/// With what the readers of files tell and what stands on letters.
pub(crate) const DESK_WORDS: Budget = Budget { part: "desk words", limit: 25_000, coding: Coding::Brotli };

/// Every part there must be.
const ALL: [Budget; 23] = [
    COURT,
    LOADER,
    WHY,
    STYLE,
    GLUE,
    RESIDENT,
    BALLOT,
    SIGNED,
    VOTE,
    ESTATE,
    PEOPLE,
    MINE,
    MORE,
    SHARED,
    DESK_LOADER,
    DESK_STYLE,
    DESK_GLUE,
    DESK,
    READER_LOADER,
    READER_GLUE,
    READER,
    WORDS,
    DESK_WORDS,
];

/// Until a vote answers: the first screen, the ballot, and what the two share with others; the aim is 130,000.
pub(crate) const BALLOT: Budget = Budget { part: "a ballot", limit: 135_000, coding: Coding::Brotli };
/// Until a vote is signed for the first time: also its review, its receipt, and what holds whose authority is behind it.
pub(crate) const SIGNED: Budget = Budget { part: "a signed ballot", limit: 241_000, coding: Coding::Brotli };
/// What of the window is loaded when it is needed, by the names of widget/src/later.rs.
pub(crate) const VOTE: Budget = Budget { part: "vote", limit: 9_000, coding: Coding::Brotli };
pub(crate) const ESTATE: Budget = Budget { part: "estate", limit: 16_700, coding: Coding::Brotli };
pub(crate) const PEOPLE: Budget = Budget { part: "people", limit: 34_500, coding: Coding::Brotli };
pub(crate) const MINE: Budget = Budget { part: "mine", limit: 84_000, coding: Coding::Brotli };
pub(crate) const MORE: Budget = Budget { part: "more", limit: 122_500, coding: Coding::Brotli };
/// What several of these need and the first screen does not.
pub(crate) const SHARED: Budget = Budget { part: "shared", limit: 75_000, coding: Coding::Brotli };

/// The budget of a part of the window.
pub(crate) fn of_part(label: &str) -> Budget {
    let parts = [VOTE, ESTATE, PEOPLE, MINE, MORE];
    parts.into_iter().find(|budget| budget.part == label).unwrap_or(SHARED)
}

/// A file's bytes, plain and as they travel.
#[derive(Clone, Debug)]
pub(crate) struct Packed {
    pub(crate) plain: Vec<u8>,
    pub(crate) gzip: Vec<u8>,
    pub(crate) brotli: Vec<u8>,
}

impl Packed {
    /// Compresses as well as can be: it is done once and loaded by every phone.
    ///
    /// # Errors
    /// Never in memory; the encoders know no better.
    pub(crate) fn new(plain: Vec<u8>) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&plain)?;
        let gzip = gzip.finish()?;
        let mut brotli = Vec::new();
        let params = brotli::enc::BrotliEncoderParams {
            quality: 11,
            lgwin: 22,
            size_hint: plain.len(),
            ..Default::default()
        };
        brotli::BrotliCompress(&mut plain.as_slice(), &mut brotli, &params).context("brotli")?;
        Ok(Self { plain, gzip, brotli })
    }
}

/// One line of the table.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) budget: Option<Budget>,
    pub(crate) plain: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

impl Row {
    pub(crate) fn new(name: &str, budget: Option<Budget>, packed: &Packed) -> Self {
        let Packed { plain, gzip, brotli } = packed;
        Self { name: name.to_owned(), budget, plain: plain.len(), gzip: gzip.len(), brotli: brotli.len() }
    }

    fn counted(&self, coding: Coding) -> usize {
        match coding {
            Coding::Gzip => self.gzip,
            Coding::Brotli => self.brotli,
        }
    }
}

/// The table, for people.
pub(crate) fn table(rows: &[Row]) -> String {
    let width = rows.iter().map(|row| row.name.len()).max().unwrap_or_default();
    let head = format!("{:<width$} {:>9} {:>9} {:>9}   budget\n", "file", "bytes", "gzip", "brotli");
    let line = |row: &Row| {
        let budget = row.budget.map_or_else(String::new, |budget| {
            let coding = if budget.coding == Coding::Gzip { "gzip" } else { "brotli" };
            format!("   {} {coding} for {}", grouped(budget.limit), budget.part)
        });
        let [plain, gzip, brotli] = [row.plain, row.gzip, row.brotli].map(grouped);
        format!("{:<width$} {plain:>9} {gzip:>9} {brotli:>9}{budget}\n", row.name)
    };
    std::iter::once(head).chain(rows.iter().map(line)).collect()
}

/// Adds up the files of each part.
///
/// # Errors
/// If a part has more bytes than its budget, or none of its files is there.
pub(crate) fn check(rows: &[Row]) -> Result<()> {
    let mut over = Vec::new();
    for budget in ALL {
        let of_part = rows.iter().filter(|row| row.budget.is_some_and(|other| other.part == budget.part));
        let sizes: Vec<usize> = of_part.map(|row| row.counted(budget.coding)).collect();
        ensure!(!sizes.is_empty(), "the widget has no {}", budget.part);
        let sum: usize = sizes.iter().sum();
        if sum > budget.limit {
            let by = grouped(sum - budget.limit);
            over.push(format!("{} has {} bytes, {by} more than its budget", budget.part, grouped(sum)));
        }
    }
    ensure!(over.is_empty(), "{}; the table above shows what weighs", over.join("; "));
    Ok(())
}

/// `12345` as `12,345`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{
        BALLOT, COURT, DESK, DESK_GLUE, DESK_LOADER, DESK_STYLE, DESK_WORDS, ESTATE, GLUE, LOADER, MINE,
        MORE, PEOPLE, Packed, READER, READER_GLUE, READER_LOADER, RESIDENT, Row, SHARED, SIGNED, STYLE, VOTE,
        WHY, WORDS, check, grouped, table,
    };

    fn rows(loader: usize, glue: usize, snippet: usize) -> Vec<Row> {
        let row = |name: &str, budget, size| Row {
            name: name.to_owned(),
            budget: Some(budget),
            plain: 4 * size,
            gzip: size,
            brotli: size,
        };
        let page = Row { name: "page.html".to_owned(), budget: None, plain: 9, gzip: 9, brotli: 9 };
        vec![
            row("yishi.js", LOADER, loader),
            row("resident-0.en.txt", WORDS, 1),
            row("desk-0.en.txt", DESK_WORDS, 1),
            row("yishi-why.js", WHY, 1),
            row("resident-0.css", STYLE, STYLE.limit),
            row("resident-0.js", GLUE, glue),
            row("snippets/a.js", GLUE, snippet),
            row("resident-0_bg.wasm", RESIDENT, RESIDENT.limit),
            row("resident-0_vote.wasm", VOTE, 1),
            row("resident-0_estate.wasm", ESTATE, 1),
            row("resident-0_people.wasm", PEOPLE, 1),
            row("resident-0_mine.wasm", MINE, 1),
            row("resident-0_more.wasm", MORE, 1),
            row("resident-0_chunk_5.wasm", SHARED, 1),
            row("(all until a ballot answers)", BALLOT, BALLOT.limit),
            row("(all until a ballot is signed)", SIGNED, SIGNED.limit),
            row("yishi-desk.js", DESK_LOADER, 1),
            row("desk-0.css", DESK_STYLE, 1),
            row("desk-0.js", DESK_GLUE, 1),
            row("desk-0_bg.wasm", DESK, DESK.limit),
            row("court-file.html", COURT, 1),
            row("yishi-reader.js", READER_LOADER, 1),
            row("reader-0.js", READER_GLUE, 1),
            row("reader-0_bg.wasm", READER, READER.limit),
            page,
        ]
    }

    #[test]
    fn a_part_may_use_its_whole_budget() {
        check(&rows(2_200, 8_000, 1_400)).unwrap();
    }

    #[test]
    fn every_part_that_is_over_is_named_with_its_excess() {
        let error = check(&rows(2_201, 8_000, 2_234)).unwrap_err().to_string();
        assert!(error.contains("loader has 2,201 bytes, 1 more than its budget"), "{error}");
        assert!(error.contains("glue has 10,234 bytes, 834 more than its budget"), "{error}");
        assert!(!error.contains("style"), "{error}");
    }

    #[test]
    fn a_missing_part_is_not_a_light_one() {
        let error = check(&rows(1, 1, 1)[1..]).unwrap_err().to_string();
        assert_eq!(error, "the widget has no loader");
    }

    #[test]
    fn the_table_has_a_line_for_every_file() {
        let text = table(&rows(2_000, 1, 1));
        assert_eq!(text.lines().count(), 26);
        let first = text.lines().nth(1).unwrap();
        assert!(first.starts_with("yishi.js "), "{first}");
        assert!(first.ends_with("8,000     2,000     2,000   2,200 gzip for loader"), "{first}");
    }

    #[test]
    fn packing_makes_repeated_words_smaller_both_ways() {
        let packed = Packed::new("议事".repeat(500).into_bytes()).unwrap();
        assert_eq!(packed.plain.len(), 3_000);
        assert!(packed.gzip.len() < 100);
        assert!(packed.brotli.len() < 100);
    }

    #[test]
    fn long_numbers_are_grouped_by_thousands() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
