//! Rehearsals: estates in which people practise, and nothing that is voted counts.
//!
//! That an estate is one stands in its name, and so in its first entry, which is signed and which its id is made of: a rehearsal never
//! becomes the estate that it practises for, nor the other way round. Whatever looks like a rehearsal is one: else somebody would have
//! owners vote carelessly in an estate that they take for practice.

use crate::visible::shows;

/// What the name of a rehearsal begins with.
pub const MARK: &str = "演练";

/// Other spellings of it, in small letters.
const SPELLINGS: [&str; 3] = [MARK, "演練", "rehearsal"];

/// Signs that look like one of those of the spellings, in small letters, each list behind that one: of other alphabets, with marks, and
/// Han characters that differ by a stroke or are drawn alike.
const ALIKE: [(char, &str); 8] = [
    ('r', "ŕŗřȑȓṙṛɍʀгᴦꭇ"),
    ('e', "èéêëēĕėęěȅȇẹẻẽếềểễệеёєҽεɛᴇℯ℮"),
    ('h', "ĥħȟḣḥḧḩḫһнհʜηℎ"),
    ('a', "àáâãäåāăąǎȁȃạảấầẩẫậắằẳẵặаαɑᴀ"),
    ('s', "śŝşšșṡṣѕꜱʂ"),
    ('l', "1i|ıĺļľŀłḷḻíìіїӏιⅼⅰℓ"),
    ('演', "縯"),
    ('练', "練煉炼鍊錬湅\u{f993}\u{f996}"),
];

/// Whether an estate of that name is a rehearsal: if the signs of its name that show something, each as what it looks like, have the mark
/// anywhere.
pub fn is_rehearsal(name: &str) -> bool {
    let signs = name.chars().filter(|sign| shows(*sign)).map(plain).flat_map(char::to_lowercase);
    let seen: String = signs.filter(|sign| !is_mark(*sign)).map(looks_like).collect();
    SPELLINGS.iter().any(|mark| seen.contains(&mark.chars().map(looks_like).collect::<String>()))
}

/// Whether it is drawn over the sign before it.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}')
}

/// A Latin letter without its dress: wide, of mathematics, in a circle, a box or brackets.
fn plain(sign: char) -> char {
    let code = u32::from(sign);
    let letter = |first: u32, of: u32| {
        let place = code.checked_sub(first)?.checked_rem(of)?.checked_rem(26)?;
        char::from_u32(u32::from('a').saturating_add(place))
    };
    let found = match code {
        0xff01..=0xff5e => char::from_u32(code.saturating_sub(0xfee0)),
        0x1d400..=0x1d6a3 => letter(0x1d400, 52),
        0x249c..=0x24b5 => letter(0x249c, 26),
        0x24b6..=0x24e9 => letter(0x24b6, 52),
        0x1f110..=0x1f129 => letter(0x1f110, 26),
        0x1f130..=0x1f149 => letter(0x1f130, 26),
        0x1f150..=0x1f169 => letter(0x1f150, 26),
        0x1f170..=0x1f189 => letter(0x1f170, 26),
        0x210b..=0x210d => Some('h'),
        0x211b..=0x211d => Some('r'),
        0x2110..=0x2112 => Some('l'),
        0x2130 => Some('e'),
        _ => None,
    };
    found.unwrap_or(sign)
}

/// What a sign is taken for.
fn looks_like(sign: char) -> char {
    let alike = ALIKE.iter().find(|(_, others)| others.contains(sign));
    alike.map_or(sign, |(taken, _)| *taken)
}

/// The name under which an estate is rehearsed.
pub fn rehearsal_name(name: &str) -> String {
    format!("{MARK} · {name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_looks_like_a_rehearsal_is_one() {
        for name in [
            rehearsal_name("桂苑小区").as_str(),
            "桂苑小区（演练）",
            "演 练 桂苑",
            "演\u{200b}练桂苑",
            "演\u{ad}練",
            "Guiyuan REHEARSAL",
            "re hear sal",
            // Wide, of mathematics, in circles, of other alphabets, with marks, a capital I in place of the l.
            "ｒｅｈｅａｒｓａｌ 桂苑",
            "𝐑𝐞𝐡𝐞𝐚𝐫𝐬𝐚𝐥",
            "𝓡𝓮𝓱𝓮𝓪𝓻𝓼𝓪𝓵",
            "ⓡⓔⓗⓔⓐⓡⓢⓐⓛ",
            "🅁🄴🄷🄴🄰🅁🅂🄰🄻",
            "гeһеаrѕаl",
            "re\u{301}h\u{323}earsal",
            "réhěarşal",
            "rehearsaI",
            "桂苑（演\u{f996}）",
            "演煉 桂苑",
        ] {
            assert!(is_rehearsal(name), "{name}");
        }
        for name in ["桂苑小区", "演武练场", "Guiyuan", "Harriet's Hall", "训练营小区", ""] {
            assert!(!is_rehearsal(name), "{name}");
        }
    }
}
