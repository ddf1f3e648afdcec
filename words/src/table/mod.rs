//! A table: the phrases of some groups in one language, as they travel. It never panics, whatever the text.
//!
//! Marks are control characters, which phrases cannot hold, so nothing is escaped:
//!
//! ```text
//! table   = "W1" WORD tag WORD runs *group
//! group   = GROUP number *( WORD phrase )
//! phrase  = *( text | SHOW letter | CHOOSE letter *( CASE key THEN phrase ) END )
//! key     = category letter | digits | nothing, which always holds and stands last
//! runs    = the plural categories of 0 to 199, as letter and length: "x1 o1 x198"
//! ```
//!
//! A `letter` names a value: `a` the first, `b` the second.

use std::fmt;

use crate::word::{Filled, Held, Word};

pub(crate) const SHOW: char = '\u{1}';
pub(crate) const CHOOSE: char = '\u{2}';
pub(crate) const CASE: char = '\u{3}';
pub(crate) const THEN: char = '\u{4}';
pub(crate) const END: char = '\u{5}';
pub(crate) const GROUP: char = '\u{1d}';
pub(crate) const WORD: char = '\u{1e}';

/// The form's name and number.
pub(crate) const FORM: &str = "W1";

/// Larger numbers go by their last two digits: 100 and more stand for those.
const LISTED: u64 = 200;

/// The text is no table, or none that this program reads: what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken(pub &'static str);

impl fmt::Display for Broken {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0)
    }
}

impl std::error::Error for Broken {}

/// The phrases of one language, of one bundle or of several.
///
/// It points into the texts that it was made of and so needs them for ever; a fetched one is leaked (`String::leak`).
#[derive(Clone, Debug)]
pub struct Table {
    tag: &'static str,
    runs: &'static str,
    words: Vec<&'static str>,
    /// A group's number and where its phrases begin and end.
    groups: Vec<(u16, usize, usize)>,
}

impl Table {
    /// The table that a text is.
    ///
    /// # Errors
    /// When it is none, or of another form.
    pub fn parse(text: &'static str) -> Result<Self, Broken> {
        let head = text.split(GROUP).next().unwrap_or_default();
        let mut fields = head.split(WORD);
        let (form, tag, runs) = (fields.next(), fields.next(), fields.next());
        let (Some(FORM), Some(tag), Some(runs), None) = (form, tag, runs, fields.next()) else {
            return Err(Broken("the words are not a table that this page reads"));
        };
        let mut listed = 0;
        for run in runs.split(' ') {
            let (_, length) = run_of(run).ok_or(Broken("the words do not say their plurals"))?;
            listed += u64::from(length);
        }
        if listed != LISTED {
            return Err(Broken("the words do not say their plurals"));
        }
        let mut table = Self { tag, runs, words: Vec::new(), groups: Vec::new() };
        table.take(text)?;
        Ok(table)
    }

    /// Adds another bundle of the same language.
    ///
    /// # Errors
    /// When it is no table, of another language, or holds a group that is here; nothing is added then.
    pub fn add(&mut self, text: &'static str) -> Result<(), Broken> {
        let other = Self::parse(text)?;
        if other.tag != self.tag {
            return Err(Broken("the words are of another language"));
        }
        if other.groups.iter().any(|(group, ..)| self.has(*group)) {
            return Err(Broken("the words hold a group twice"));
        }
        self.take(text)
    }

    fn take(&mut self, text: &'static str) -> Result<(), Broken> {
        for group in text.split(GROUP).skip(1) {
            let mut fields = group.split(WORD);
            let number = fields.next().and_then(|number| number.parse().ok());
            let number = number.ok_or(Broken("the words hold a group without a number"))?;
            if self.has(number) {
                return Err(Broken("the words hold a group twice"));
            }
            let begins = self.words.len();
            self.words.extend(fields);
            self.groups.push((number, begins, self.words.len()));
        }
        Ok(())
    }

    /// The tag of its language.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// Whether it holds that group.
    pub fn has(&self, group: u16) -> bool {
        self.groups.iter().any(|(number, ..)| *number == group)
    }

    /// The phrase, if its group is here.
    pub fn text(&self, word: Word) -> Option<&'static str> {
        let (_, begins, ends) = self.groups.iter().find(|(number, ..)| *number == word.group)?;
        self.words.get(*begins..*ends)?.get(usize::from(word.place)).copied()
    }

    /// The phrase with what is put into it, if its group is here and those of the phrases inside it. A value that is missing is
    /// shown as nothing.
    pub fn fill(&self, filled: &Filled) -> Option<String> {
        self.says(filled).then(|| self.filled(filled))
    }

    fn says(&self, filled: &Filled) -> bool {
        self.text(filled.word).is_some() && filled.said().all(|inner| self.says(inner))
    }

    fn filled(&self, filled: &Filled) -> String {
        let phrase = self.text(filled.word).unwrap_or_default();
        self::filled(phrase, filled, self.runs, &|inner| self.filled(inner))
    }

    /// The plural category of a number in this language, by its letter: `z`ero, `o`ne, `t`wo, `f`ew, `m`any, or `x` for
    /// other.
    ///
    /// Exact for whole numbers by Unicode CLDR, but for multiples of a million in the few languages that count those apart.
    pub fn category(&self, number: u64) -> char {
        category(self.runs, number)
    }
}

/// A phrase as a table has it, with what is put into it; `say` says the phrases inside it.
pub(crate) fn filled(phrase: &str, filled: &Filled, runs: &str, say: &dyn Fn(&Filled) -> String) -> String {
    let mut text = String::with_capacity(phrase.len());
    // What is being chosen: the number, whether a case was taken, and whether the choice itself is to be shown.
    let mut choices: Vec<(Option<u64>, bool, bool)> = Vec::new();
    let mut shown = true;
    let mut rest = phrase.chars();
    while let Some(next) = rest.next() {
        match next {
            SHOW => match rest.next().and_then(|letter| value(filled, letter)).filter(|_| shown) {
                Some(Held::Shown(value) | Held::Counted(value, _)) => text.push_str(value),
                Some(Held::Said(inner)) => text.push_str(&say(inner)),
                None => {}
            },
            CHOOSE => {
                let number = match rest.next().and_then(|letter| value(filled, letter)) {
                    Some(Held::Counted(_, number)) => Some(*number),
                    _ => None,
                };
                choices.push((number, false, shown));
                shown = false;
            }
            CASE => {
                let (key, after) = rest.as_str().split_once(THEN).unwrap_or_default();
                rest = after.chars();
                if let Some((number, taken, outer)) = choices.last_mut() {
                    shown = *outer && !*taken && holds(key, *number, runs);
                    *taken |= shown;
                }
            }
            END => shown = choices.pop().is_none_or(|(.., outer)| outer),
            _ if shown => text.push(next),
            _ => {}
        }
    }
    text
}

fn holds(key: &str, number: Option<u64>, runs: &str) -> bool {
    key.is_empty()
        || number.is_some_and(|number| match key.parse::<u64>() {
            Ok(exact) => exact == number,
            Err(_) => key.starts_with(category(runs, number)),
        })
}

fn category(runs: &str, number: u64) -> char {
    let mut left = if number < LISTED { number } else { number % 100 + 100 };
    for (letter, length) in runs.split(' ').filter_map(run_of) {
        match left.checked_sub(length.into()) {
            Some(after) => left = after,
            None => return letter,
        }
    }
    'x'
}

fn value(filled: &Filled, letter: char) -> Option<&Held> {
    let place = u32::from(letter).checked_sub(u32::from('a'))?;
    filled.values.get(usize::try_from(place).ok()?)
}

/// A run of plural categories: its letter and its length.
fn run_of(run: &str) -> Option<(char, u8)> {
    let mut rest = run.chars();
    let letter = rest.next().filter(char::is_ascii_lowercase)?;
    Some((letter, rest.as_str().parse().ok()?))
}

#[cfg(test)]
mod tests;
