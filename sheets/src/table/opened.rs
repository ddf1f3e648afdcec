//! A file opened: its text, or the cells of its sheets. What the columns mean comes later.

use yishi_protocol::strict_json;

use super::{Encoding, FileError, MAX_BYTES, Record, Sheet, decode, text, workbook};

/// What a file holds, before anything is known of its columns.
///
/// To open a file is the part of reading that may end badly, since damaged and hostile files do what they like to a
/// decoder. So a browser opens it in a program of its own and hands the result over as text: [`Opened::write`],
/// [`Opened::read`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened(pub(super) Content);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Text, every line ending with `\n`.
    Text(String, Encoding),
    /// The sheets of a workbook.
    Workbook(Vec<Sheet>),
}

/// What travels between the two programs: a word (`utf-8`, `utf-16`, `gbk`, `workbook` or an error's code), the text, and
/// the sheets by name with their rows: line from 1, fields, and which of them a merged cell fills.
type Travelling = (String, String, Vec<(String, Vec<(u64, Vec<String>, Vec<u32>)>)>);

/// What cannot be opened, by code.
const ERRORS: [FileError; 4] =
    [FileError::TooLarge, FileError::OldWorkbook, FileError::Workbook, FileError::Encoding];

const ENCODINGS: [(&str, Encoding); 3] =
    [("utf-8", Encoding::Utf8), ("utf-16", Encoding::Utf16), ("gbk", Encoding::Gbk)];

const WORKBOOK: &str = "workbook";

impl Opened {
    /// Opens a file.
    ///
    /// # Errors
    /// `FILE_TOO_LARGE` above [`MAX_BYTES`], `FILE_OLD_WORKBOOK`, `FILE_WORKBOOK`, `FILE_ENCODING`.
    pub fn new(bytes: &[u8]) -> Result<Self, FileError> {
        if !u32::try_from(bytes.len()).is_ok_and(|length| length <= MAX_BYTES) {
            return Err(FileError::TooLarge);
        }
        if workbook::is_old(bytes) {
            return Err(FileError::OldWorkbook);
        }
        if workbook::is_one(bytes) {
            return workbook::sheets(bytes).map(|sheets| Self(Content::Workbook(sheets)));
        }
        let (text, encoding) = decode::decode(bytes).ok_or(FileError::Encoding)?;
        Ok(Self(Content::Text(text::unix_lines(&text), encoding)))
    }

    /// Writes what was opened, or why it was not, for [`Self::read`] in another program.
    pub fn write(opened: &Result<Self, FileError>) -> String {
        let travelling: Travelling = match opened {
            Err(error) => (error.code().to_owned(), String::new(), Vec::new()),
            Ok(Self(Content::Text(text, encoding))) => {
                let word = ENCODINGS.iter().find(|(_, other)| other == encoding);
                (word.map_or("", |(word, _)| word).to_owned(), text.clone(), Vec::new())
            }
            Ok(Self(Content::Workbook(sheets))) => {
                let sheets = sheets.iter().map(|sheet| {
                    let rows = sheet.rows.iter().map(|row| {
                        let merged = row.merged.iter().filter_map(|place| u32::try_from(*place).ok());
                        (row.line, row.fields.clone(), merged.collect())
                    });
                    (sheet.name.clone(), rows.collect())
                });
                (WORKBOOK.to_owned(), String::new(), sheets.collect())
            }
        };
        strict_json::write_text(&travelling)
    }

    /// Reads what [`Self::write`] wrote; none if it is something else, as what another version wrote may be.
    pub fn read(written: &str) -> Option<Result<Self, FileError>> {
        let (word, text, sheets): Travelling = strict_json::read(written.as_bytes()).ok()?;
        if let Some(error) = ERRORS.into_iter().find(|error| error.code() == word) {
            return Some(Err(error));
        }
        if word == WORKBOOK {
            let sheets = sheets.into_iter().map(|(name, rows)| {
                let rows = rows.into_iter().map(|(line, fields, merged)| {
                    let merged = merged.into_iter().filter_map(|place| usize::try_from(place).ok());
                    Record { line, fields, unclosed: false, merged: merged.collect() }
                });
                Sheet { name, rows: rows.collect() }
            });
            return Some(Ok(Self(Content::Workbook(sheets.collect()))));
        }
        let (_, encoding) = ENCODINGS.into_iter().find(|(other, _)| *other == word)?;
        Some(Ok(Self(Content::Text(text, encoding))))
    }
}

#[cfg(test)]
mod tests {
    use super::{Content, ENCODINGS, ERRORS, Opened, Record, Sheet};
    use crate::table::{FileError, MAX_BYTES};

    #[test]
    fn what_is_opened_travels_whole() {
        let row = |line, merged| Record {
            line,
            fields: vec!["“1栋”\n".to_owned(), String::new()],
            unclosed: false,
            merged,
        };
        let sheets = vec![
            Sheet { name: "空".to_owned(), rows: Vec::new() },
            Sheet { name: "名册".to_owned(), rows: vec![row(1, vec![]), row(9, vec![0, 255])] },
        ];
        let mut all = vec![Ok(Opened(Content::Workbook(sheets)))];
        all.extend(ERRORS.map(Err));
        all.extend(
            ENCODINGS.map(|(_, encoding)| {
                Ok(Opened(Content::Text("楼栋\t\"室号\"\n\u{1}\n".to_owned(), encoding)))
            }),
        );
        for opened in all {
            let written = Opened::write(&opened);
            assert_eq!(Opened::read(&written), Some(opened), "{written}");
        }
    }

    #[test]
    fn every_way_in_which_opening_fails_travels() {
        let failing: [&[u8]; 4] = [
            &vec![b'a'; usize::try_from(MAX_BYTES).unwrap() + 1],
            b"\xd0\xcf\x11\xe0",
            b"PK\x03\x04",
            b"\xff",
        ];
        let errors: Vec<FileError> = failing.map(|bytes| Opened::new(bytes).unwrap_err()).into();
        assert_eq!(errors, ERRORS);
    }

    #[test]
    fn what_another_version_wrote_is_not_guessed() {
        for other in ["", "{}", r#"["utf-32","",[]]"#, r#"["utf-8",""]"#, r#"["FILE_EMPTY","",[]]"#] {
            assert_eq!(Opened::read(other), None, "{other}");
        }
    }
}
