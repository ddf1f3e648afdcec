//! From bytes to text, and from typed text to the one spelling that is compared.

use std::borrow::Cow;

use encoding_rs::GBK;

use super::problem::FileError;

/// How a file was encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// GBK, as Chinese spreadsheets save by default.
    Gbk,
}

/// Decodes a file and makes every line end with `\n`, the last one too.
///
/// UTF-8 comes first: Chinese text in GBK is practically never valid UTF-8, while the reverse is common.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Encoding), FileError> {
    let marked = bytes.strip_prefix(b"\xef\xbb\xbf");
    let bytes = marked.unwrap_or(bytes);
    // A NUL is never part of a roll, but half of UTF-16 is made of them.
    if bytes.contains(&0) {
        return Err(FileError::Encoding);
    }
    let (text, encoding) = if let Ok(text) = core::str::from_utf8(bytes) {
        (Cow::Borrowed(text), Encoding::Utf8)
    } else if marked.is_some() {
        // The mark says UTF-8, so the file is damaged. As GBK its names would read as other names.
        return Err(FileError::Encoding);
    } else {
        let text = GBK.decode_without_bom_handling_and_without_replacement(bytes);
        (text.ok_or(FileError::Encoding)?, Encoding::Gbk)
    };
    if text.trim().is_empty() {
        return Err(FileError::Empty);
    }
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Ok((text, encoding))
}

/// The text without the spaces and invisible signs around it. Copied phone numbers often carry such signs.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|sign: char| sign.is_whitespace() || is_invisible(sign))
}

/// The first sign that nobody would see: a control character, or one that only directs how text is laid out.
pub(super) fn invisible(text: &str) -> Option<char> {
    text.chars().find(|sign| is_invisible(*sign))
}

fn is_invisible(sign: char) -> bool {
    // The soft hyphen, zero-width spaces and joiners, direction marks, line separators, the byte order mark.
    let directs_layout = matches!(
        u32::from(sign),
        0xad | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfeff
    );
    sign.is_control() || directs_layout
}

/// Full-width signs, such as `１` or `Ａ`, as ASCII. For numbers and addresses, which must compare equal however they
/// were typed; not for names, in which a full-width bracket may be part of a company's name.
pub(super) fn half_width(text: &str) -> String {
    let fold = |sign: char| match u32::from(sign) {
        code @ 0xff01..=0xff5e => char::from_u32(code - 0xfee0).unwrap_or(sign),
        _ => sign,
    };
    text.chars().map(fold).collect()
}
