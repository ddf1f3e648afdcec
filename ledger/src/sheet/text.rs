//! From typed text to the one spelling that is compared.

/// The text without a byte order mark and with every line ending in `\n`, the last one too.
pub fn unix_lines(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// The text without the spaces and invisible signs around it. Copied numbers often carry such signs.
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(|sign: char| sign.is_whitespace() || is_invisible(sign))
}

/// The first sign that nobody would see: a control character, or one that only directs how text is laid out.
pub fn invisible(text: &str) -> Option<char> {
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
pub fn half_width(text: &str) -> String {
    let fold = |sign: char| match u32::from(sign) {
        code @ 0xff01..=0xff5e => char::from_u32(code - 0xfee0).unwrap_or(sign),
        _ => sign,
    };
    text.chars().map(fold).collect()
}
