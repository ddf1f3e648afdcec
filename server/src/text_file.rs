//! Files as people save them: from bytes to text.

use encoding_rs::GBK;

/// How a file was encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// GBK, as Chinese spreadsheets save by default.
    Gbk,
}

/// Decodes a file, or gives none if it is not text in UTF-8 or GBK. A byte order mark is left out.
///
/// UTF-8 comes first: Chinese text in GBK is practically never valid UTF-8, while the reverse is common.
pub fn decode(bytes: &[u8]) -> Option<(String, Encoding)> {
    let marked = bytes.strip_prefix(b"\xef\xbb\xbf");
    let bytes = marked.unwrap_or(bytes);
    // A NUL is never part of a table, but half of UTF-16 is made of them.
    if bytes.contains(&0) {
        return None;
    }
    if let Ok(text) = core::str::from_utf8(bytes) {
        Some((text.to_owned(), Encoding::Utf8))
    } else if marked.is_some() {
        // The mark says UTF-8, so the file is damaged. As GBK its names would read as other names.
        None
    } else {
        let text = GBK.decode_without_bom_handling_and_without_replacement(bytes)?;
        Some((text.into_owned(), Encoding::Gbk))
    }
}
