//! What a language says.

use yishi_protocol::blob::Words;
use yishi_protocol::count::Outcome;
use yishi_words::{Filled, Word};

use super::lang::Lang;
use super::trouble::Trouble;
use super::{key, refusals, tables};

impl Lang {
    /// The phrase in this language; in the source language while this one's are not here.
    pub(crate) fn say(self, word: Word) -> &'static str {
        tables::with(self, |table| table.text(word)).unwrap_or(word.source)
    }

    /// The phrase with what is put into it.
    #[expect(clippy::needless_pass_by_value, reason = "what is filled is made where it is said")]
    pub(crate) fn fill(self, filled: Filled) -> String {
        let said = tables::with(self, |table| table.fill(&filled));
        said.unwrap_or_else(|| filled.in_source(key::SOURCE_PLURALS))
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
        let (what, todo) = refusals::told(code)?;
        Some((self.say(what), self.say(todo)))
    }

    /// What went wrong and what to do.
    pub(crate) fn trouble(self, trouble: &Trouble) -> (&'static str, String) {
        let (what, todo) = match trouble {
            Trouble::Offline => (key::trouble::OFFLINE, key::trouble::OFFLINE_TODO),
            Trouble::NoVault => (key::trouble::NO_VAULT, key::trouble::NO_VAULT_TODO),
            Trouble::PlainHttp(_) => (key::trouble::PLAIN_HTTP, key::trouble::PLAIN_HTTP_TODO),
            Trouble::Outdated => (key::trouble::OUTDATED, key::trouble::OUTDATED_TODO),
            Trouble::Split(_) => (key::trouble::SPLIT, key::trouble::SPLIT_TODO),
            Trouble::Unproven(_) => (key::trouble::UNPROVEN, key::trouble::UNPROVEN_TODO),
            Trouble::Refused(refusal) | Trouble::Later(refusal) => {
                // What a resident never meets has no words of its own for them: the code says it to whoever is asked.
                let Some(words) = refusals::told(&refusal.code) else {
                    let todo = self.fill(key::trouble::refused_todo(&refusal.code));
                    return (self.say(key::trouble::REFUSED), todo);
                };
                words
            }
        };
        (self.say(what), self.say(todo).to_owned())
    }
}
