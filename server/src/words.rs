//! What the server says to people, in every language of the crate `words`, which `build.rs` compiles: on the light pages, on
//! letters, and on the command line where it is about people's files. A concept that the window has a phrase for is said by the
//! window's key; the groups `light…` hold what only the server says.

use std::sync::LazyLock;

use yishi_protocol::blob::Words;
use yishi_words::{Filled, Language, PSEUDO, Table, Word};

/// The phrases that only the server says: on its light pages, on the letters that it prints, and where it founds. One that is said
/// nowhere is an error.
#[deny(dead_code)]
pub(crate) mod key {
    include!(concat!(env!("OUT_DIR"), "/light.rs"));
}

/// The phrases of the window, residents' and the desk's.
#[expect(dead_code, reason = "the window shows them all, the server some of them")]
pub(crate) mod window {
    include!(concat!(env!("OUT_DIR"), "/window.rs"));
}

/// A language: its place in [`key::LANGUAGES`]; the first is the source language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lang(usize);

impl Lang {
    /// The language that an address asks for; the source language where we have none.
    pub(crate) fn of(tag: &str) -> Self {
        Self(Language::asked(key::LANGUAGES, tag))
    }

    /// The languages that people are offered.
    pub(crate) fn offered() -> impl Iterator<Item = Self> {
        let offered = key::LANGUAGES.iter().enumerate().filter(|(_, language)| language.is_offered());
        offered.map(|(at, _)| Self(at))
    }

    /// Its BCP 47 tag.
    pub(crate) fn tag(self) -> &'static str {
        key::LANGUAGES.get(self.0).map_or("", |language| language.tag)
    }

    /// What it calls itself.
    pub(crate) fn name(self) -> &'static str {
        key::LANGUAGES.get(self.0).map_or("", |language| language.name)
    }

    fn table(self) -> Option<&'static Table> {
        table(self.0)
    }

    /// The phrase in this language.
    pub(crate) fn say(self, word: Word) -> &'static str {
        self.table().and_then(|table| table.text(word)).unwrap_or(word.source)
    }

    /// The phrase with what is put into it.
    #[expect(clippy::needless_pass_by_value, reason = "what is filled is made where it is said")]
    pub(crate) fn fill(self, filled: Filled) -> String {
        let said = self.table().and_then(|table| table.fill(&filled));
        said.unwrap_or_else(|| filled.in_source(key::SOURCE_PLURALS))
    }

    /// A phrase as words to be signed: the source language's counts, those of every other language stand beside it.
    pub(crate) fn signed(word: Word) -> Words {
        let primary = |lang: Self| lang.tag().split('-').next().unwrap_or_default().to_owned();
        let others = Self::offered().filter(|lang| *lang != Self::default());
        let mut more: Vec<_> = others.map(|lang| (primary(lang), lang.say(word).to_owned())).collect();
        let lang = primary(Self::default());
        more.sort();
        more.dedup_by(|(next, _), (tag, _)| next == tag);
        more.retain(|(tag, _)| *tag != lang);
        Words { lang, text: word.source.to_owned(), more }
    }

    /// Words that somebody signed, in this language or in the one they were written in.
    pub(crate) fn pick(self, words: &Words) -> &str {
        words.in_language(self.tag().split('-').next().unwrap_or_default()).0
    }
}

/// The text of each language's table.
mod tables {
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

/// By language, the source language first.
static TABLES: LazyLock<Vec<Option<Table>>> =
    LazyLock::new(|| tables::TABLES.iter().map(|text| Table::parse(text).ok()).collect());

/// The table of a language, by its place among all.
fn table(at: usize) -> Option<&'static Table> {
    TABLES.get(at)?.as_ref()
}

/// What an organisation helps with, where it does not say it itself: words to be signed.
pub fn usual_help() -> Words {
    Lang::signed(key::light_founding::HELP)
}

/// A sentence in English, which the command line speaks.
pub fn in_english(filled: &Filled) -> String {
    let english = TABLES.iter().flatten().find(|table| table.tag() == "en");
    english.and_then(|table| table.fill(filled)).unwrap_or_else(|| filled.in_source(key::SOURCE_PLURALS))
}

/// A sentence in every language that people are spoken to in, the source language first: whoever runs a command asks people
/// about their file.
pub fn in_every_language(filled: &Filled) -> String {
    let spoken = TABLES.iter().flatten().filter(|table| table.tag() != PSEUDO);
    spoken.filter_map(|table| table.fill(filled)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use yishi_protocol::blob::Words;
    use yishi_protocol::ledger::CHART;
    use yishi_sheets::FileError;

    use super::{Lang, in_english, in_every_language, key, table, window};

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
    fn what_is_signed_stands_in_every_language() {
        let signed = Lang::signed(key::light_founding::STREET);
        assert_eq!(signed, Words::zh_en("街道办事处", Some("Street office")));
    }

    #[test]
    fn every_account_of_the_chart_has_its_name() {
        for account in CHART {
            assert!(window::account_name(account.code).is_some(), "{}", account.code);
        }
        assert_eq!(window::account_name(9999), None);
    }

    #[test]
    fn the_command_line_says_what_a_file_is_about() {
        let sentence = FileError::Empty.sentence();
        let english = "The file holds no rows; choose the file that holds them.";
        assert_eq!(in_english(&sentence), english);
        assert_eq!(in_every_language(&sentence), format!("文件里没有内容行；请换一个文件。 {english}"));
    }
}
