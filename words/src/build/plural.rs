//! The plural categories of a language, by Unicode CLDR.

use std::fmt::Write as _;

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

use super::part::Key;

/// Which category each whole number has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plural {
    /// As the head of a table says them: 0 to 199, as letter and length.
    pub(super) runs: String,
    /// The letters of the categories that whole numbers have, and of `other`.
    pub(super) letters: Vec<char>,
    /// The letters of 0 to 199.
    categories: Vec<char>,
}

/// The names of categories, with their letters.
const NAMES: [(&str, char); 6] =
    [("zero", 'z'), ("one", 'o'), ("two", 't'), ("few", 'f'), ("many", 'm'), ("other", 'x')];

/// The letter of a category's name.
pub(super) fn letter(name: &str) -> Option<char> {
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter)
}

/// The name of a category's letter.
pub(super) fn name(letter: char) -> &'static str {
    NAMES.iter().find(|(_, known)| *known == letter).map_or("other", |(name, _)| name)
}

impl Plural {
    /// Those of the language with that tag, or of the language that it is a kind of.
    pub(super) fn of(tag: &str) -> Result<Self, String> {
        let known = PluralRules::get_locales(PluralRuleType::CARDINAL);
        let mut asked = tag;
        let locale = loop {
            if let Some(locale) = known.iter().find(|locale| locale.to_string() == asked) {
                break locale.clone();
            }
            asked = match asked.rsplit_once('-') {
                Some((shorter, _)) => shorter,
                None => {
                    return Err(format!(
                        "the plurals of `{tag}` are not known; name the file by a BCP 47 tag"
                    ));
                }
            };
        };
        let rules = PluralRules::create(locale, PluralRuleType::CARDINAL).map_err(str::to_owned)?;
        let of = |number: u64| match rules.select(number) {
            Ok(PluralCategory::ZERO) => 'z',
            Ok(PluralCategory::ONE) => 'o',
            Ok(PluralCategory::TWO) => 't',
            Ok(PluralCategory::FEW) => 'f',
            Ok(PluralCategory::MANY) => 'm',
            Ok(PluralCategory::OTHER) | Err(_) => 'x',
        };
        if let Some(number) = (200..2000).find(|number| of(*number) != of(number % 100 + 100)) {
            return Err(format!(
                "its plurals do not go by the last two digits ({number}); tables cannot say that"
            ));
        }
        Ok(Self::listed((0..200).map(of).collect()))
    }

    fn listed(categories: Vec<char>) -> Self {
        let mut runs = String::new();
        for run in categories.chunk_by(|one, next| one == next) {
            let gap = if runs.is_empty() { "" } else { " " };
            let _ = write!(runs, "{gap}{}{}", run.first().copied().unwrap_or('x'), run.len());
        }
        let letters = NAMES.iter().map(|(_, letter)| *letter);
        let letters = letters.filter(|letter| *letter == 'x' || categories.contains(letter)).collect();
        Self { runs, letters, categories }
    }

    /// Those of a language that is not known: one category for every number.
    pub(super) fn unknown() -> Self {
        Self::listed(vec!['x'; 200])
    }

    /// A number that no key is for, with its category, where something depends on categories.
    pub(super) fn left_out(&self, keys: &[Key]) -> Option<(usize, &'static str)> {
        let numbers = self.categories.iter().enumerate();
        let told = |number: usize, letter: char| {
            keys.contains(&Key::Category(letter))
                || keys
                    .iter()
                    .any(|key| matches!(key, Key::Exact(exact) if usize::try_from(*exact) == Ok(number)))
        };
        numbers
            .map(|(number, letter)| (number, *letter))
            .find(|(number, letter)| !told(*number, *letter))
            .map(|(number, letter)| (number, name(letter)))
    }

    /// The names of the categories: `one, other`.
    pub(super) fn names(&self) -> String {
        self.letters.iter().map(|letter| name(*letter)).collect::<Vec<_>>().join(", ")
    }
}
