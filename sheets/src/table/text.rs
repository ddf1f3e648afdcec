//! From typed text to the one spelling that is compared.

use yishi_protocol::visible::is_seen;

/// The text without a byte order mark and with every line ending in `\n`, the last one too.
pub(crate) fn unix_lines(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// The text without the spaces and invisible signs around it, and nothing where nothing of it is seen. Copied numbers often
/// carry such signs.
pub(crate) fn trimmed(text: &str) -> &str {
    let trimmed = text.trim_matches(|sign: char| sign.is_whitespace() || is_invisible(sign));
    if is_seen(trimmed) { trimmed } else { "" }
}

/// The first sign that nobody would see: a control character, or one that only directs how text is laid out.
pub(crate) fn invisible(text: &str) -> Option<char> {
    text.chars().find(|sign| is_invisible(*sign))
}

fn is_invisible(sign: char) -> bool {
    // The soft hyphen, zero-width spaces and joiners, direction marks, line separators, the byte order mark.
    let directs_layout = matches!(
        u32::from(sign),
        0xad | 0x180e | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0xfeff
    );
    // Fillers of Hangul syllables, and the cell of Braille without a dot.
    let is_blank = matches!(u32::from(sign), 0x115f | 0x1160 | 0x2800 | 0x3164 | 0xffa0);
    sign.is_control() || directs_layout || is_blank
}

/// Full-width signs, such as `１` or `Ａ`, as ASCII. For numbers and addresses, which must compare equal however they
/// were typed; not for names, in which a full-width bracket may be part of a company's name.
pub(crate) fn half_width(text: &str) -> String {
    let fold = |sign: char| match u32::from(sign) {
        code @ 0xff01..=0xff5e => char::from_u32(code - 0xfee0).unwrap_or(sign),
        _ => sign,
    };
    text.chars().map(fold).collect()
}

/// The text without any space or invisible sign, inside it too.
pub(crate) fn spaceless(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace() && !is_invisible(*sign)).collect()
}

/// Whether a spreadsheet shows an error instead of a value, or a column too narrow for it.
pub(crate) fn is_spreadsheet_error(text: &str) -> bool {
    const ERRORS: [&str; 9] =
        ["#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"];
    ERRORS.iter().any(|error| text.contains(error))
        || (text.len() > 2 && text.bytes().all(|byte| byte == b'#'))
}

/// Whether a number is written as a power of ten, such as `1.10101E+17`: its last digits are gone. `text` is half-width.
pub(crate) fn is_written_as_power(text: &str) -> bool {
    let Some((start, power)) = text.split_once(['E', 'e']) else { return false };
    let (whole, decimals) = start.split_once('.').unwrap_or((start, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(decimals) && power.strip_prefix(['+', '-']).is_some_and(digits)
}
