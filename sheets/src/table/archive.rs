//! What a workbook would take to open, found out before it is opened. A file of a few kilobytes can hold gigabytes, or
//! announce so many texts that room for them ends the program, which nothing catches.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::FileError;

/// The most bytes that all parts of a workbook may hold: many times what [`super::MAX_ROWS`] rows take.
const MAX_HELD: u64 = 1024 * 1024 * 1024;

/// The most texts that a workbook may announce.
const MAX_TEXTS: u64 = 10_000_000;

/// How a workbook announces its texts; room is made for as many.
const ANNOUNCED: &[u8] = b"uniqueCount";

/// Looks through all parts.
///
/// # Errors
/// `FILE_TOO_LARGE` if they hold more than [`MAX_HELD`] or announce more than [`MAX_TEXTS`], whatever the archive says of
/// itself; `FILE_WORKBOOK` if it is no sound archive.
pub(super) fn check(bytes: &[u8]) -> Result<(), FileError> {
    check_up_to(bytes, MAX_HELD)
}

fn check_up_to(bytes: &[u8], most: u64) -> Result<(), FileError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileError::Workbook)?;
    let (mut held, mut piece) = (0_u64, vec![0; 64 * 1024]);
    for part in 0..archive.len() {
        let mut part = archive.by_index(part).map_err(|_| FileError::Workbook)?;
        let mut heard = Heard::default();
        loop {
            let read = part.read(&mut piece).map_err(|_| FileError::Workbook)?;
            held = held.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
            if held > most || !piece.iter().take(read).all(|sign| heard.is_bounded_with(*sign)) {
                return Err(FileError::TooLarge);
            }
            if read == 0 {
                break;
            }
        }
    }
    Ok(())
}

/// How far a part has been read, sign by sign.
#[derive(Default)]
struct Heard {
    /// How much of [`ANNOUNCED`] stands just before.
    matched: usize,
    /// The number behind it, as far as it goes.
    number: Option<u64>,
}

impl Heard {
    /// Whether what is announced is still few enough with one sign more.
    fn is_bounded_with(&mut self, sign: u8) -> bool {
        if let Some(number) = self.number {
            if sign.is_ascii_digit() {
                let number = number.saturating_mul(10).saturating_add(u64::from(sign.saturating_sub(b'0')));
                self.number = Some(number);
                return number <= MAX_TEXTS;
            }
            // Between the name and its number there may be any space.
            if number == 0 && (sign.is_ascii_whitespace() || matches!(sign, b'=' | b'"' | b'\'' | b'+')) {
                return true;
            }
            *self = Self::default();
        }
        // The name of an attribute has a space before it, so that nothing of the name is part of an earlier try.
        let first = usize::from(ANNOUNCED.first() == Some(&sign));
        self.matched =
            if ANNOUNCED.get(self.matched) == Some(&sign) { self.matched.saturating_add(1) } else { first };
        if self.matched == ANNOUNCED.len() {
            *self = Self { matched: 0, number: Some(0) };
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_TEXTS, check, check_up_to};
    use crate::table::FileError;

    /// An archive of one part, as small as it can be made.
    fn archive(text: &[u8]) -> Vec<u8> {
        use std::io::Write as _;
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        writer.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text).unwrap();
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn what_a_part_announces_is_found_however_it_is_written() {
        let far = " \n".repeat(100_000);
        for (said, fits) in [
            (format!("uniqueCount=\"{MAX_TEXTS}\""), true),
            (format!("uniqueCount=\"{}\"", MAX_TEXTS + 1), false),
            ("uniqueCount = '4294967295'".to_owned(), false),
            (format!("uniqueCount{far}={far}\"99999999\""), false),
            ("uniqueCount=\"99999999999999999999999\"".to_owned(), false),
            ("uniqueCount=\"00000000000000000000099999999\"".to_owned(), false),
            ("unique=\"1\" uniqueCount=\"99999999\"".to_owned(), false),
            ("uniqueCount=\"1\" uniqueCount=\"99999999\"".to_owned(), false),
            ("uniqueCount=\"many\" count=\"99999999\"".to_owned(), true),
        ] {
            let expected = if fits { Ok(()) } else { Err(FileError::TooLarge) };
            for before in [0, 65_530] {
                let text = format!("{}<sst {said}></sst>{far}", " ".repeat(before));
                assert_eq!(check(&archive(text.as_bytes())), expected, "{before} {said}");
            }
        }
    }

    #[test]
    fn an_archive_that_holds_more_than_it_weighs_is_too_large() {
        let bytes = archive(&vec![0; 1_000_000]);
        assert!(bytes.len() < 10_000);
        assert_eq!(check_up_to(&bytes, 1_000_000), Ok(()));
        assert_eq!(check_up_to(&bytes, 999_999), Err(FileError::TooLarge));
    }

    #[test]
    fn an_archive_that_is_none_is_no_workbook() {
        assert_eq!(check(b"PK\x03\x04"), Err(FileError::Workbook));
    }
}
