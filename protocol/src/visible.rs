//! What can be seen: a text counts as said only if one of its signs shows something.
//!
//! Else a reply of one U+200B would answer a question for good, and a name could be made of spaces that no trimming knows.
//! SPEC.md section 8 says which signs show nothing, by the general categories of Unicode; `SHOWS_NOTHING` is that
//! sentence as data, small because phones load it, and a test holds it against a library's tables.

/// Whether a text is one line in which something is seen.
pub fn is_line(text: &str) -> bool {
    is_seen(text) && !text.chars().any(char::is_control)
}

/// Whether a text is Chinese for a reading voice: more of its signs are Chinese characters than Latin letters.
pub fn is_chinese(text: &str) -> bool {
    let count = |of: fn(char) -> bool| text.chars().filter(|sign| of(*sign)).count();
    count(|sign| matches!(sign, '\u{4e00}'..='\u{9fff}')) > count(|sign| sign.is_ascii_alphabetic())
}

/// Whether a text has a sign that shows something by itself.
pub fn is_seen(text: &str) -> bool {
    text.chars().any(shows)
}

/// Whether a sign shows something by itself.
pub fn shows(sign: char) -> bool {
    // What most texts begin with.
    if sign.is_ascii_graphic() || matches!(sign, '\u{4e00}'..='\u{9fff}') {
        return true;
    }
    let sign = u32::from(sign);
    let mut numbers = Numbers(SHOWS_NOTHING);
    let mut next = 0_u32;
    while let (Some(gap), Some(more)) = (numbers.next(), numbers.next()) {
        let first = next.saturating_add(gap);
        let last = first.saturating_add(more);
        if sign <= last {
            return sign < first;
        }
        next = last.saturating_add(1);
    }
    true
}

/// Reads numbers of seven bits a byte, the highest first; the top bit says that more follow.
struct Numbers(&'static [u8]);

impl Iterator for Numbers {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        loop {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number = number.wrapping_shl(7) | u32::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
    }
}

/// The ranges of signs that show nothing by themselves, in ascending order: of each how many signs lie between it and the one
/// before, and how many signs it has beyond the first.
#[rustfmt::skip]
const SHOWS_NOTHING: &[u8] = &[
    0, 32, 94, 33, 12, 0, 132, 82, 111, 130, 19, 6, 130, 7, 44, 1, 0, 1, 1, 1, 1, 1, 2, 54, 5, 10, 10, 1, 0, 46, 20,
    16, 0, 101, 7, 1, 5, 2, 1, 1, 3, 33, 0, 1, 0, 30, 26, 91, 10, 58, 8, 9, 0, 24, 3, 1, 8, 1, 2, 1, 4, 43, 2, 52, 1,
    5, 8, 42, 57, 54, 2, 1, 17, 1, 6, 10, 1, 29, 2, 56, 0, 1, 6, 2, 1, 2, 2, 9, 0, 10, 1, 26, 0, 2, 2, 56, 0, 1, 4, 4,
    1, 2, 2, 3, 0, 30, 1, 3, 0, 11, 2, 56, 0, 1, 7, 1, 2, 1, 2, 20, 1, 22, 5, 1, 2, 56, 0, 1, 6, 2, 1, 2, 2, 5, 4, 10,
    1, 30, 0, 59, 4, 3, 2, 1, 3, 9, 0, 40, 4, 55, 0, 1, 6, 1, 2, 1, 3, 7, 1, 11, 1, 29, 2, 56, 0, 1, 6, 1, 2, 1, 3, 7,
    1, 11, 1, 15, 0, 12, 3, 55, 1, 1, 6, 1, 2, 1, 3, 9, 0, 10, 1, 29, 2, 70, 0, 4, 5, 1, 0, 1, 7, 18, 1, 61, 0, 2, 6,
    12, 7, 98, 0, 2, 8, 11, 6, 73, 1, 27, 0, 1, 0, 1, 0, 4, 1, 49, 19, 1, 1, 5, 10, 1, 35, 9, 0, 100, 19, 23, 3, 4, 2,
    1, 2, 2, 6, 3, 3, 13, 11, 1, 0, 10, 3, 129, 65, 1, 131, 124, 2, 134, 32, 0, 129, 17, 3, 28, 2, 29, 1, 30, 1, 64,
    31, 9, 0, 45, 4, 117, 1, 34, 0, 118, 11, 4, 11, 129, 91, 4, 57, 9, 1, 28, 2, 0, 48, 64, 15, 4, 47, 16, 38, 8, 12,
    2, 30, 12, 56, 13, 48, 19, 129, 24, 2, 1, 20, 4, 0, 6, 0, 2, 2, 129, 70, 63, 132, 0, 15, 24, 7, 47, 16, 96, 32,
    142, 15, 0, 137, 110, 2, 129, 13, 0, 96, 31, 132, 0, 0, 41, 5, 105, 1, 129, 73, 0, 129, 234, 10, 3, 1, 9, 32, 1,
    80, 1, 130, 16, 0, 3, 0, 4, 0, 23, 4, 4, 0, 83, 1, 50, 17, 26, 17, 13, 0, 38, 7, 25, 12, 44, 3, 47, 13, 36, 0, 67,
    13, 12, 0, 8, 1, 45, 2, 50, 0, 1, 2, 2, 1, 5, 1, 1, 0, 41, 4, 5, 1, 129, 108, 7, 1, 1, 232, 18, 177, 127, 132, 30,
    0, 133, 49, 31, 16, 15, 16, 15, 129, 79, 0, 129, 32, 0, 79, 12, 1, 1, 131, 125, 0, 129, 98, 0, 129, 21, 4, 141, 6,
    2, 1, 1, 5, 3, 40, 2, 4, 0, 129, 37, 1, 132, 61, 3, 65, 4, 130, 61, 1, 30, 4, 32, 15, 70, 10, 49, 3, 122, 2, 53,
    14, 41, 0, 2, 1, 10, 3, 45, 10, 2, 0, 4, 0, 10, 0, 50, 2, 36, 13, 16, 1, 44, 0, 12, 2, 48, 13, 8, 3, 1, 1, 92, 11,
    6, 0, 2, 0, 129, 29, 11, 21, 3, 55, 1, 1, 6, 2, 1, 2, 2, 9, 0, 10, 1, 2, 6, 3, 4, 67, 8, 1, 0, 2, 0, 1, 3, 1, 4,
    1, 0, 14, 1, 82, 17, 23, 0, 81, 19, 129, 107, 6, 2, 8, 27, 1, 82, 16, 106, 12, 101, 14, 130, 0, 14, 129, 117, 5,
    1, 1, 2, 3, 1, 0, 1, 1, 129, 13, 6, 2, 6, 3, 0, 28, 9, 40, 6, 1, 3, 8, 0, 9, 10, 46, 15, 129, 70, 7, 129, 71, 7,
    1, 7, 82, 21, 1, 13, 122, 5, 3, 0, 1, 1, 1, 6, 1, 0, 66, 4, 1, 1, 1, 4, 88, 0, 130, 2, 3, 9, 1, 1, 0, 48, 6, 3, 4,
    23, 0, 169, 85, 18, 4, 14, 217, 72, 17, 147, 64, 4, 59, 6, 136, 24, 0, 1, 54, 7, 3, 81, 0, 11, 1, 129, 153, 43, 1,
    1, 3, 164, 92, 45, 2, 22, 131, 96, 1, 48, 0, 11, 4, 3, 21, 2, 6, 30, 3, 129, 20, 2, 11, 2, 8, 1, 2, 0, 32, 1, 142,
    126, 54, 4, 49, 8, 0, 14, 0, 22, 4, 1, 14, 138, 80, 6, 1, 16, 2, 6, 1, 1, 1, 4, 100, 0, 129, 32, 6, 130, 119, 0,
    61, 3, 131, 124, 3, 129, 126, 1, 129, 115, 0, 2, 0, 7, 1, 5, 0, 131, 90, 6, 109, 6, 173, 51, 1, 131, 255, 126, 1,
    131, 255, 126, 1, 131, 255, 126, 1, 131, 255, 126, 1, 131, 255, 126, 1, 131, 255, 126, 1, 131, 255, 126, 1, 131,
    255, 126, 1, 131, 255, 126, 1, 131, 255, 126, 1, 131, 255, 126, 1, 131, 255, 126, 160, 1, 131, 223, 126, 136, 128,
    1,
];

#[cfg(test)]
mod tests {
    use unicode_properties::{GeneralCategory, UNICODE_VERSION, UnicodeGeneralCategory};

    use super::*;

    /// What SPEC.md says, by a library's tables.
    fn shows_by_the_book(sign: char) -> bool {
        use GeneralCategory::{
            Control, EnclosingMark, Format, LineSeparator, NonspacingMark, ParagraphSeparator, PrivateUse,
            SpaceSeparator, SpacingMark,
        };
        let nothing = matches!(
            sign.general_category(),
            Control
                | EnclosingMark
                | Format
                | LineSeparator
                | NonspacingMark
                | ParagraphSeparator
                | PrivateUse
                | SpaceSeparator
                | SpacingMark
        );
        let code = u32::from(sign);
        let reserved = matches!(code, 0x2065 | 0xfdd0..=0xfdef | 0xfff0..=0xfff8 | 0xe0000..=0xe0fff)
            || code & 0xfffe == 0xfffe;
        let blank =
            matches!(code, 0x115f | 0x1160 | 0x2800 | 0x3164 | 0xfffc | 0xffa0 | 0x13441 | 0x13442 | 0x1d159);
        !(nothing || reserved || blank)
    }

    /// The bytes of a table.
    fn table() -> Vec<u8> {
        fn put(number: u32, bytes: &mut Vec<u8>) {
            let groups = (0..5).rev().map(|group| (number >> (7 * group)) & 0x7f);
            let groups: Vec<u32> = groups.skip_while(|group| *group == 0).collect();
            let groups = if groups.is_empty() { vec![0] } else { groups };
            for (at, group) in groups.iter().enumerate() {
                let more = if at + 1 < groups.len() { 0x80 } else { 0 };
                bytes.push(u8::try_from(*group).unwrap() | more);
            }
        }
        // Surrogates are no signs; they lie between two ranges and belong to neither.
        let nothing = |code: u32| char::from_u32(code).is_some_and(|sign| !shows_by_the_book(sign));
        let (mut bytes, mut next, mut code) = (Vec::new(), 0, 0);
        while code <= 0x10_ffff {
            let first = code;
            while nothing(code) {
                code += 1;
            }
            if code > first {
                put(first - next, &mut bytes);
                put(code - 1 - first, &mut bytes);
                next = code;
            }
            code += 1;
        }
        bytes
    }

    #[test]
    fn the_table_is_what_the_specification_says() {
        assert_eq!(UNICODE_VERSION, (18, 0, 0));
        let expected = table();
        assert!(SHOWS_NOTHING == expected, "the table has to be {expected:?}");
        // At the edges of every range, and once in a while between them.
        let edge = |code: u32| {
            let by_the_book = |code| char::from_u32(code).map(shows_by_the_book);
            by_the_book(code) != by_the_book(code + 1)
                || by_the_book(code) != by_the_book(code.saturating_sub(1))
        };
        for sign in (0..=0x10_ffff).filter(|code| code % 997 == 0 || edge(*code)).filter_map(char::from_u32) {
            assert_eq!(shows(sign), shows_by_the_book(sign), "U+{:04X}", u32::from(sign));
        }
    }

    #[test]
    fn what_nobody_sees_is_not_said() {
        for nothing in [
            "",
            " ",
            "\u{3000}\t\n",
            "\u{200b}",
            "\u{2060}\u{feff}",
            "\u{ad}",
            "\u{202e}\u{2066}",
            "\u{3164}",
            "\u{115f}\u{1160}\u{ffa0}",
            "\u{2800}",
            "\u{180e}",
            "\u{34f}",
            "\u{fe0f}",
            "\u{e0100}",
            "\u{e0041}",
            "\u{301}",
            "\u{2065}",
            "\u{fffc}",
            "\u{13441}",
            "\u{e000}",
            "\u{ffff}",
            "\u{10fffd}",
        ] {
            assert!(!is_seen(nothing), "{nothing:?}");
        }
        for something in ["好", "a", "。", "👍", "\u{200b}1", "ཨོཾ", "پ", "\u{fffd}", "𮯠", "🇨🇳", "á"]
        {
            assert!(is_seen(something), "{something:?}");
        }
    }
}
