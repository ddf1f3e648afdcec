//! What blobs say, each kind as a struct.

use super::words::Words;
use crate::strict_json::Strict;

/// Where an area comes from, best source first (SPC interpretation on condominium disputes, art. 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum AreaSource {
    /// The purchase contract.
    Contract,
    /// The property register.
    Registered,
    /// A survey.
    Surveyed,
}

/// A unit's exclusive area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
pub struct UnitFacts {
    /// In 0.01 m².
    pub area_c: u32,
    /// Where the figure comes from.
    pub source: AreaSource,
}

/// A unit's address inside the estate.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Place {
    /// 楼栋.
    pub building: String,
    /// 单元; empty where the building has none.
    pub entrance: String,
    /// 室号.
    pub room: String,
}

impl Place {
    /// All of it in a row, as people say it: 3栋2单元301.
    pub fn address(&self) -> String {
        [self.building.as_str(), &self.entrance, &self.room].concat()
    }
}

/// A person's name and phone.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct PersonName {
    /// As registered.
    pub name: String,
    /// A phone number, if one is known.
    pub phone: Option<String>,
}

/// The most signs of each text of a [`HelpText`].
const MAX_HELP: usize = 100;
/// The most signs of a telephone number as it is written.
const MAX_TELEPHONE: usize = 32;

/// Where an organisation is found, when, and under which telephone number.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct HelpText {
    /// When, such as `周一至周五 9:00–11:30`: each text 1 to 100 signs on one line.
    pub hours: Words,
    /// Where, likewise.
    pub place: Words,
    /// What for, such as `要纸质票、不会用手机`, likewise.
    pub purpose: Words,
    /// The telephone number as people write it: 3 to 20 digits, with spaces, `-`, `(`, `)` between and a `+` before them; 32 signs at most.
    pub telephone: String,
}

impl HelpText {
    /// Whether it can be shown and rung: every text is there, on one line and in the order in which it is read, and the number is one.
    pub fn is_well_formed(&self) -> bool {
        let fits = |words: &Words| words.texts().all(|text| is_line(text, MAX_HELP));
        [&self.hours, &self.place, &self.purpose].into_iter().all(fits) && is_telephone(&self.telephone)
    }

    /// The number as a telephone dials it: its digits, and a `+` if it begins with one.
    pub fn dialled(&self) -> String {
        self.telephone.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect()
    }
}

/// Whether a text can be shown on one line and is read as it is written: signs that turn the direction of writing could show
/// the digits of another number.
fn is_line(text: &str, most: usize) -> bool {
    let turns = |sign| matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let breaks = |sign| matches!(sign, '\u{2028}' | '\u{2029}');
    crate::ledger::is_words(text, most) && !text.chars().any(|sign| turns(sign) || breaks(sign))
}

/// Whether a text is a telephone number, in the digits that every telephone has: others look alike and ring elsewhere.
fn is_telephone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let (first, rest) = text.split_at_checked(1).unwrap_or_default();
    let begins = first.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '+' | '('));
    let goes_on = rest.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, ' ' | '-' | '(' | ')'));
    let ends = text.ends_with(|sign: char| sign.is_ascii_digit());
    (3..=20).contains(&digits) && text.len() <= MAX_TELEPHONE && begins && goes_on && ends
}

/// The words of one item.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct ItemText {
    /// The names of an election's candidates, in the notice's order; empty for a resolution.
    pub options: Vec<Words>,
    /// What is asked.
    pub title: Words,
}

/// The words of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct AgendaText {
    /// The full text that is voted on.
    pub body: Words,
    /// The items, in the notice's order.
    pub items: Vec<ItemText>,
    /// One line for lists.
    pub title: Words,
}

/// The choices of a ballot: for each item the marked options, in ascending order.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct BallotOpening {
    /// One list per item of the marked options: for a resolution exactly one, 0 for, 1 against, 2 abstain; for an election
    /// up to `seats` candidates by their place in the notice, from 0, and none to abstain.
    pub choice: Vec<Vec<u32>>,
}

/// What is asked for in a matter.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct MatterText {
    /// The whole of it.
    pub body: Words,
    /// Where it is, in the author's words.
    pub place: Option<String>,
    /// One line for lists.
    pub title: Words,
}

/// On which side somebody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Strict)]
#[strict(rename_all = "kebab-case")]
pub enum Stance {
    /// For it.
    For,
    /// Against it.
    Against,
    /// Neither.
    Neutral,
    /// Asks something.
    Question,
}

/// An opinion.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
pub struct Spoken {
    /// On which side.
    pub stance: Stance,
    /// In words; a question has some.
    pub text: Option<Words>,
}

/// Marks for a matter's work, 1 (very bad) to 5 (very good) each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Strict)]
pub struct Marks {
    /// How well it was done.
    pub quality: u32,
    /// How content the owner is.
    pub satisfaction: u32,
    /// How quickly it was done.
    pub speed: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_dials_the_digits_that_are_read_and_nothing_else() {
        for (written, dialled) in [
            ("0571-8888 1234", "057188881234"),
            ("+86 (571) 8888-1234", "+8657188881234"),
            ("(0571) 8888 1234", "057188881234"),
            ("110", "110"),
        ] {
            assert!(is_telephone(written), "{written}");
            let words = || Words::zh("说了");
            let (hours, place, purpose) = (words(), words(), words());
            let text = HelpText { hours, place, purpose, telephone: written.to_owned() };
            assert_eq!((text.dialled().as_str(), text.is_well_formed()), (dialled, true));
        }
        for wrong in [
            "",
            "11",
            "+",
            "1 1",
            "８８８８",
            "8888#1",
            "8888;ext=1",
            "0571*8888",
            "8888+1",
            " 8888",
            "8888-",
        ] {
            assert!(!is_telephone(wrong), "{wrong}");
        }
        assert!(!is_telephone(&"1".repeat(21)) && !is_telephone(&format!("1{}11", " ".repeat(30))));
    }
}
