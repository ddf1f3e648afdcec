//! A letter's code as somebody types it, and how much of it is there; the code by which a person is named. Pure, so that it is
//! tested without a browser.

use yishi_protocol::id::PersonId;
use yishi_protocol::letter::LetterCode;

/// How many signs a code has.
pub(crate) const SIGNS: usize = 21;

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slip {
    /// So many signs are missing.
    Short(usize),
    /// So many are too many.
    Long(usize),
    /// A sign is another one, or two are swapped.
    Wrong,
}

/// The code in what was typed. A letter's whole address may have been pasted: the code is what follows its last dot.
pub(crate) fn code(typed: &str) -> Result<LetterCode, Slip> {
    let (_, code) = typed.rsplit_once('.').unwrap_or(("", typed));
    let gap = |sign: &char| matches!(sign, '-' | '－' | '—' | '_') || sign.is_whitespace();
    let signs = code.chars().filter(|sign| !gap(sign)).count();
    match signs {
        ..SIGNS => Err(Slip::Short(SIGNS.saturating_sub(signs))),
        SIGNS => code.parse().map_err(|_| Slip::Wrong),
        _ => Err(Slip::Long(signs.saturating_sub(SIGNS))),
    }
}

/// A person's id in groups of four, as it is read out and typed.
pub(crate) fn grouped(person: &PersonId) -> String {
    let signs: Vec<char> = person.to_string().chars().collect();
    signs.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Whom somebody typed or pasted: the signs alone, in groups, or the whole address of their page.
pub(crate) fn person(typed: &str) -> Option<PersonId> {
    let last = typed.rsplit('/').next().unwrap_or_default();
    let signs: String = last.chars().filter(|sign| !sign.is_whitespace()).collect();
    signs.to_lowercase().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_says_how_many_signs_it_lacks_or_has_too_many() {
        assert_eq!(code("").unwrap_err(), Slip::Short(21));
        assert_eq!(code("7Z0C-839V").unwrap_err(), Slip::Short(13));
        assert_eq!(code("7Z0C-839V-E1Y8-P5H2-BTK4-QQ7").unwrap_err(), Slip::Long(2));
        assert_eq!(code("7Z0C-839V-E1Y8-P5H2-BT4K-Q").unwrap_err(), Slip::Wrong);
        assert_eq!(code("7Z0C-839V-E1Y8-P5H2-BT!4-Q").unwrap_err(), Slip::Wrong);
    }

    #[test]
    fn a_code_is_read_with_gaps_and_out_of_an_address() {
        let printed = "7Z0C-839V-E1Y8-P5H2-BTK4-Q";
        for typed in [
            printed,
            " 7z0c 839v e1y8 p5h2 btk4 q\n",
            "https://yishi.example/enrol#00ff.7Z0C-839V-E1Y8-P5H2-BTK4-Q",
        ] {
            assert_eq!(code(typed).unwrap().to_string(), printed, "{typed}");
        }
    }

    #[test]
    fn a_code_is_read_as_it_is_typed_read_out_or_pasted_with_its_address() {
        let known = PersonId::from_bytes([0xab; 16]);
        let address = format!("https://yishi.example/?estate=00#/proxy/{known}");
        for typed in
            [known.to_string(), grouped(&known), address, format!(" {}\n", grouped(&known).to_uppercase())]
        {
            assert_eq!(person(&typed), Some(known), "{typed}");
        }
        for wrong in ["", "abab", "xyz", "https://yishi.example/"] {
            assert_eq!(person(wrong), None, "{wrong}");
        }
    }
}
