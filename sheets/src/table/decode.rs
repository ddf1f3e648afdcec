//! From bytes to text.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

/// How a file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Text in UTF-8, with or without a byte order mark.
    Utf8,
    /// Text in UTF-16 with a byte order mark, as spreadsheets save "Unicode text".
    Utf16,
    /// Text in GBK or GB 18030, as Chinese spreadsheets save by default.
    Gbk,
    /// A workbook (XLSX).
    Workbook,
}

/// Decodes a text, or gives none if it is not one. A byte order mark is left out.
///
/// UTF-8 comes first: Chinese text in GBK is practically never valid UTF-8, while the reverse is common.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, Encoding)> {
    let (text, encoding) = if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        (UTF_16LE.decode_without_bom_handling_and_without_replacement(rest)?.into_owned(), Encoding::Utf16)
    } else if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        (UTF_16BE.decode_without_bom_handling_and_without_replacement(rest)?.into_owned(), Encoding::Utf16)
    } else if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        // The mark says UTF-8, so what is none is damaged. As GBK its names would read as other names.
        (core::str::from_utf8(rest).ok()?.to_owned(), Encoding::Utf8)
    } else if let Ok(text) = core::str::from_utf8(bytes) {
        (text.to_owned(), Encoding::Utf8)
    } else if is_damaged_utf8(bytes) {
        return None;
    } else {
        let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
        (text.into_owned(), Encoding::Gbk)
    };
    // A NUL is never part of a table.
    (!text.contains('\0')).then_some((text, encoding))
}

/// Whether most of what is not ASCII is sound UTF-8, which text in GBK never is. Read as GBK, its names would be other
/// names.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        // In GBK two bytes at a time look like a letter of two bytes now and then, hardly ever like one of three.
        sound = sound.saturating_add(chunk.valid().chars().filter(|sign| sign.len_utf8() > 2).count());
        broken = broken.saturating_add(usize::from(!chunk.invalid().is_empty()));
    }
    sound > broken
}
