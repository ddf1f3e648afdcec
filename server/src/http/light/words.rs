//! What the light pages say, in every language of the crate `words`, which `build.rs` compiles. A concept that the window has
//! a phrase for is said by the window's key; the groups `light…` hold what only these pages say.

use yishi_protocol::blob::Words;
use yishi_words::{Filled, Language, Table, Word};

/// The phrases that only these pages say. One that none of them shows is an error.
#[deny(dead_code)]
pub(super) mod key {
    include!(concat!(env!("OUT_DIR"), "/light.rs"));
}

/// The phrases of the window, residents' and the desk's.
#[expect(dead_code, reason = "the window shows them all, these pages some of them")]
pub(super) mod window {
    include!(concat!(env!("OUT_DIR"), "/window.rs"));
}

/// A language of the page: its place in [`key::LANGUAGES`]; the first is the source language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lang(usize);

impl Lang {
    /// The language that an address asks for; the source language where we have none.
    pub(super) fn of(tag: &str) -> Self {
        Self(Language::asked(key::LANGUAGES, tag))
    }

    /// The languages that people are offered.
    pub(super) fn offered() -> impl Iterator<Item = Self> {
        let offered = key::LANGUAGES.iter().enumerate().filter(|(_, language)| language.is_offered());
        offered.map(|(at, _)| Self(at))
    }

    /// Its BCP 47 tag.
    pub(super) fn tag(self) -> &'static str {
        key::LANGUAGES.get(self.0).map_or("", |language| language.tag)
    }

    /// What it calls itself.
    pub(super) fn name(self) -> &'static str {
        key::LANGUAGES.get(self.0).map_or("", |language| language.name)
    }

    fn table(self) -> Option<&'static Table> {
        crate::words::table(self.0)
    }

    /// The phrase in this language.
    pub(super) fn say(self, word: Word) -> &'static str {
        self.table().and_then(|table| table.text(word)).unwrap_or(word.source)
    }

    /// The phrase with what is put into it.
    #[expect(clippy::needless_pass_by_value, reason = "what is filled is made where it is said")]
    pub(super) fn fill(self, filled: Filled) -> String {
        let said = self.table().and_then(|table| table.fill(&filled));
        said.unwrap_or_else(|| filled.in_source(key::SOURCE_PLURALS))
    }

    /// Words that somebody signed, in this language or in the one they were written in.
    pub(super) fn pick(self, words: &Words) -> &str {
        words.in_language(self.tag().split('-').next().unwrap_or_default()).0
    }
}

#[cfg(test)]
mod tests {
    use yishi_protocol::ledger::CHART;

    use super::{Lang, key, window};
    use crate::words::table;

    #[test]
    fn every_language_says_every_phrase() {
        assert!(table(key::LANGUAGES.len()).is_none());
        for at in 0..key::LANGUAGES.len() {
            let table = table(at).unwrap();
            assert_eq!(table.tag(), Lang(at).tag());
            assert!(table.text(key::light::OPEN).is_some() && table.text(window::outcome::PASSED).is_some());
        }
    }

    #[test]
    fn a_language_is_found_by_its_tag_or_what_it_begins_with() {
        let tags =
            ["en", "en-GB", "EN", "en-XA", "zh", "zh-TW", "", "xx", "\"><"].map(|tag| Lang::of(tag).tag());
        assert_eq!(tags, ["en", "en", "en", "en-XA", "zh-CN", "zh-CN", "zh-CN", "zh-CN", "zh-CN"]);
        assert!(Lang::offered().all(|lang| lang.tag() != "en-XA"));
    }

    #[test]
    fn every_account_of_the_chart_has_its_name() {
        for account in CHART {
            assert!(window::account_name(account.code).is_some(), "{}", account.code);
        }
        assert_eq!(window::account_name(9999), None);
    }
}
