//! Splitting a text into records, each with the line on which it begins.

use csv::{Reader, ReaderBuilder, StringRecord};

use super::text::trimmed;

/// A row of the file, not blank.
#[derive(Clone, Debug)]
pub struct Record {
    /// The line on which it begins, from 1. Line breaks inside quotation marks count as lines, as editors show them.
    pub line: u64,
    /// Its fields, as they stand in the file.
    pub fields: StringRecord,
    /// Whether a quotation mark opens one of its fields and nothing closes it before the file ends.
    pub unclosed: bool,
}

/// The records of a text whose lines all end with `\n`. Spreadsheets leave blank rows; they are passed over.
pub fn records(text: &str, separator: u8) -> impl Iterator<Item = Record> {
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    Records { text, reader }.filter(|record| !is_blank(record))
}

fn is_blank(record: &Record) -> bool {
    record.fields.iter().all(|field| trimmed(field).is_empty())
}

struct Records<'t> {
    text: &'t str,
    reader: Reader<&'t [u8]>,
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Self::Item> {
        let before = self.reader.position().clone();
        let mut fields = StringRecord::new();
        // INVARIANT: no error comes, since splitting valid UTF-8 at ASCII signs gives valid UTF-8, rows of every length
        // are taken, and reading memory does not fail.
        if !self.reader.read_record(&mut fields).unwrap_or(false) {
            return None;
        }
        let range = offset(before.byte())..offset(self.reader.position().byte());
        let raw = self.text.get(range).unwrap_or_default();
        // The reader skips empty lines only when it is asked for the next record, so they stand at its start.
        let skipped = raw.len() - raw.trim_start_matches('\n').len();
        let line = before.line() + u64::try_from(skipped).unwrap_or_default();
        // Every line ends with `\n`, which only an open quotation mark draws into the last field; or else the field
        // ends with a line break of its own, and then a closing mark follows it.
        let ends_with_break = fields.iter().next_back().is_some_and(|field| field.ends_with('\n'));
        let unclosed = ends_with_break && !raw.ends_with("\n\"\n");
        Some(Record { line, fields, unclosed })
    }
}

fn offset(byte: u64) -> usize {
    usize::try_from(byte).unwrap_or(usize::MAX)
}
