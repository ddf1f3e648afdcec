//! Languages of the screen.

use yishi_words::Language;

use super::key;

/// Made at build from English, to prove that a further language is one more file.
const PSEUDO: &str = "en-XA";

/// A language of the screen: its place in [`key::LANGUAGES`]; the first is the source language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lang(pub(super) usize);

impl Lang {
    /// The language of a `lang` attribute, by its whole tag or else by what it begins with; the source language where we have
    /// none.
    pub(crate) fn of(tag: &str) -> Self {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let all = || key::LANGUAGES.iter();
        let whole = all().position(|language| language.tag.eq_ignore_ascii_case(tag));
        Self(
            whole
                .or_else(|| all().position(|language| primary(language.tag) == primary(tag)))
                .unwrap_or_default(),
        )
    }

    /// The languages that people are offered: all but the one that only tests speak.
    pub(crate) fn offered() -> impl Iterator<Item = Self> {
        let spoken = key::LANGUAGES.iter().enumerate().filter(|(_, language)| language.tag != PSEUDO);
        spoken.map(|(at, _)| Self(at))
    }

    /// What it calls itself.
    pub(crate) fn name(self) -> &'static str {
        self.language().map_or("", |language| language.name)
    }

    /// Its name and its files.
    pub(super) fn language(self) -> Option<&'static Language> {
        key::LANGUAGES.get(self.0)
    }

    /// The tag for `lang` on the root.
    pub(crate) fn tag(self) -> &'static str {
        self.language().map_or("", |language| language.tag)
    }
}
