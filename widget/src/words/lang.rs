//! Languages of the screen.

use yishi_words::Language;

use super::key;

/// A language of the screen: its place in [`key::LANGUAGES`]; the first is the source language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lang(pub(super) usize);

impl Lang {
    /// The language of a `lang` attribute; the source language where we have none.
    pub(crate) fn of(tag: &str) -> Self {
        Self(Language::asked(key::LANGUAGES, tag))
    }

    /// The languages that people are offered.
    pub(crate) fn offered() -> impl Iterator<Item = Self> {
        let offered = key::LANGUAGES.iter().enumerate().filter(|(_, language)| language.is_offered());
        offered.map(|(at, _)| Self(at))
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
