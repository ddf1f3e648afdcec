//! Words for people. Code holds keys ([`key`]); the phrases stand in one Fluent file per language in the crate `words`,
//! checked when this one is built. The source language, Chinese, comes with the program, and each other one is a file that is
//! fetched when somebody asks for it.

mod dates;
pub(crate) mod format;
/// The name of every phrase.
pub(crate) mod key {
    include!(concat!(env!("OUT_DIR"), "/key.rs"));
}
mod tables;
pub(crate) mod trouble;

use yishi_protocol::blob::Words;
use yishi_protocol::count::Outcome;
use yishi_words::{Filled, Language, Word};

pub(crate) use self::tables::{begin, is_here, speak};
use self::trouble::Trouble;

/// Made at build from English, to prove that a further language is one more file.
const PSEUDO: &str = "en-XA";

/// A language of the screen: its place in [`key::LANGUAGES`]; the first is the source language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lang(usize);

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

    fn language(self) -> Option<&'static Language> {
        key::LANGUAGES.get(self.0)
    }

    /// The tag for `lang` on the root.
    pub(crate) fn tag(self) -> &'static str {
        self.language().map_or("", |language| language.tag)
    }

    /// The phrase in this language; in the source language while this one's are not here.
    pub(crate) fn say(self, word: Word) -> &'static str {
        tables::with(self, |table| table.text(word)).unwrap_or_default()
    }

    /// The phrase with what is put into it.
    pub(crate) fn fill(self, filled: Filled) -> String {
        tables::with(self, |table| table.fill(&filled)).unwrap_or_default()
    }

    /// Words that somebody signed, in this language or in the one they were written in.
    pub(crate) fn pick(self, words: &Words) -> String {
        words.in_language(self.tag().split('-').next().unwrap_or_default()).0.to_owned()
    }

    /// What stands between parts of a sentence.
    pub(crate) fn comma(self) -> &'static str {
        self.say(key::language::COMMA)
    }

    /// What stands between the parts of a list.
    pub(crate) fn list_comma(self) -> &'static str {
        self.say(key::language::LIST_COMMA)
    }

    /// What a result says.
    pub(crate) fn outcome(self, outcome: Outcome) -> &'static str {
        self.say(match outcome {
            Outcome::Passed => key::outcome::PASSED,
            Outcome::NotPassed => key::outcome::NOT_PASSED,
            Outcome::QuorumNotMet => key::outcome::QUORUM_NOT_MET,
            Outcome::ElectionFilled => key::outcome::ELECTION_FILLED,
            Outcome::ElectionPartial => key::outcome::ELECTION_PARTIAL,
            Outcome::ElectionFailed => key::outcome::ELECTION_FAILED,
            Outcome::LotRequired => key::outcome::LOT_REQUIRED,
        })
    }

    /// What happened and what to do, for a refusal's code, as a resident is told it.
    pub(crate) fn refusal(self, code: &str) -> Option<(&'static str, &'static str)> {
        let (what, todo) = key::refusal(code)?;
        Some((self.say(what), self.say(todo)))
    }

    /// What went wrong and what to do.
    pub(crate) fn trouble(self, trouble: &Trouble) -> (&'static str, String) {
        let (what, todo) = match trouble {
            Trouble::Offline => (key::trouble::OFFLINE, key::trouble::OFFLINE_TODO),
            Trouble::NoVault => (key::trouble::NO_VAULT, key::trouble::NO_VAULT_TODO),
            Trouble::Outdated => (key::trouble::OUTDATED, key::trouble::OUTDATED_TODO),
            Trouble::Unproven(_) => (key::trouble::UNPROVEN, key::trouble::UNPROVEN_TODO),
            Trouble::Refused(refusal) => match key::refusal(&refusal.code) {
                Some(words) => words,
                // What a resident never meets has no words of its own for them: the code says it to whoever is asked.
                None => {
                    let todo = self.fill(key::trouble::refused_todo(&refusal.code));
                    return (self.say(key::trouble::REFUSED), todo);
                }
            },
        };
        (self.say(what), self.say(todo).to_owned())
    }
}
