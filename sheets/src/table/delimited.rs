//! Splitting a text into records, each with the line on which it begins.

use csv::{Reader, ReaderBuilder, StringRecord};

use super::Record;

/// What separates fields: the first that names the most columns.
pub(super) const SEPARATORS: [u8; 3] = [b',', b'\t', b';'];

/// The records of a text whose lines all end with `\n`. Spreadsheets leave blank rows; they are passed over.
pub(super) fn records(text: &str, separator: u8) -> impl Iterator<Item = Record> {
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    Records { text, reader }.filter(|record| !record.is_blank())
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
        let fields = fields.iter().map(str::to_owned).collect();
        Some(Record { line, fields, unclosed, merged: Vec::new() })
    }
}

fn offset(byte: u64) -> usize {
    usize::try_from(byte).unwrap_or(usize::MAX)
}
