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

/// Whether an estate of that name is a rehearsal: if the signs of its name that show something, in small letters, have the mark anywhere.
pub fn is_rehearsal(name: &str) -> bool {
    let seen: String = name.chars().filter(|sign| shows(*sign)).flat_map(char::to_lowercase).collect();
    SPELLINGS.iter().any(|mark| seen.contains(mark))
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
        ] {
            assert!(is_rehearsal(name), "{name}");
        }
        for name in ["桂苑小区", "演武练场", "Guiyuan", ""] {
            assert!(!is_rehearsal(name), "{name}");
        }
    }
}
