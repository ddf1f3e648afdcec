//! How code names a phrase.

use std::fmt::Display;

/// A phrase, in the source language and by its place in the tables of others.
#[derive(Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Which group, in the order of the source language.
    pub group: u16,
    /// Which phrase of the group, in the order of the source language.
    pub place: u16,
    /// The phrase in the source language as a table has it. It stands with the code that says it, so that a part of a program
    /// brings its own phrases and no others.
    pub source: &'static str,
}

/// The name of a phrase: one pointer, so that code that says it names one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(&'static Phrase);

impl Word {
    /// The name of that phrase.
    pub const fn of(phrase: &'static Phrase) -> Self {
        Self(phrase)
    }
}

impl std::ops::Deref for Word {
    type Target = Phrase;

    fn deref(&self) -> &Phrase {
        self.0
    }
}

/// A number of things, on which a phrase may depend: `1 home`, `2 homes`.
///
/// What is shown is its `Display`. A type of one's own may so show `1,234` and be counted as 1234.
pub trait Number: Display {
    /// How many there are.
    fn number(&self) -> u64;
}

macro_rules! numbers {
    ($($type:ty),*) => {$(
        impl Number for $type {
            fn number(&self) -> u64 {
                u64::try_from(*self).unwrap_or_default()
            }
        }
    )*};
}

numbers!(u8, u16, u32, u64, usize, i32, i64);

/// What is put into a phrase.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// Something to show.
    Shown(&'a dyn Display),
    /// A number to show, on which the phrase may depend.
    Counted(&'a dyn Number),
    /// A phrase inside the phrase, said in the same language.
    Said(&'a Filled),
}

impl std::fmt::Debug for Value<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Shown(shown) => shown.fmt(out),
            Value::Counted(number) => number.fmt(out),
            Value::Said(filled) => filled.fmt(out),
        }
    }
}

/// A phrase with what is put into it. It knows no language yet, so it may be kept and said in another one later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The phrase.
    pub word: Word,
    /// What is put in, in the order of the values.
    pub(crate) values: Vec<Held>,
}

/// What is kept of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// What is shown.
    Shown(String),
    /// What is shown of a number, and the number.
    Counted(String, u64),
    /// A phrase, which is said when the phrase around it is.
    Said(Filled),
}

impl Filled {
    /// The phrase with these values, in the order in which the source language first names them.
    ///
    /// It is not generic and so compiled once, whatever is put into phrases.
    #[inline(never)]
    pub fn new(word: Word, values: &[Value<'_>]) -> Self {
        let held = |value: &Value<'_>| match value {
            Value::Shown(shown) => Held::Shown(shown.to_string()),
            Value::Counted(number) => Held::Counted(number.to_string(), number.number()),
            Value::Said(filled) => Held::Said((*filled).clone()),
        };
        Self { word, values: values.iter().map(held).collect() }
    }
}

impl Filled {
    /// The phrase in the source language, whose plural categories are these `runs`.
    pub fn in_source(&self, runs: &str) -> String {
        crate::table::filled(self.word.source, self, runs, &|inner| inner.in_source(runs))
    }
}

impl Filled {
    /// The phrases inside it.
    pub(crate) fn said(&self) -> impl Iterator<Item = &Filled> {
        self.values
            .iter()
            .filter_map(|value| if let Held::Said(filled) = value { Some(filled) } else { None })
    }
}

impl From<Word> for Filled {
    fn from(word: Word) -> Self {
        Self { word, values: Vec::new() }
    }
}

/// The language that a build makes from English to prove that a further one is one more file. It is spoken to whoever asks
/// for it, and offered to nobody.
pub const PSEUDO: &str = "en-XA";

/// A language that people are spoken to in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its BCP 47 tag: `zh-CN`.
    pub tag: &'static str,
    /// What it calls itself: `简体中文`.
    pub name: &'static str,
    /// Its tables, in the order of the bundles.
    pub files: &'static [File],
}

impl Language {
    /// The place of the language that a `lang` attribute asks for, by its whole tag or else by what it begins with; that of the
    /// source language, the first, where there is none.
    pub fn asked(all: &[Self], tag: &str) -> usize {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let whole = all.iter().position(|language| language.tag.eq_ignore_ascii_case(tag));
        whole
            .or_else(|| all.iter().position(|language| primary(language.tag) == primary(tag)))
            .unwrap_or_default()
    }

    /// Whether people are offered it: all but the one that only tests speak.
    pub fn is_offered(&self) -> bool {
        self.tag != PSEUDO
    }
}

/// A table as it is fetched: one bundle in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File {
    /// The bundle's name.
    pub bundle: &'static str,
    /// The file's name, with a part of its hash: it may be kept for ever.
    pub name: &'static str,
    /// What the browser holds it against: `sha384-…`.
    pub integrity: &'static str,
}

/// What happened and what to do, for a code among those told, which are sorted.
pub fn advice(told: &[(&str, Word, Word)], code: &str) -> Option<(Word, Word)> {
    let at = told.binary_search_by_key(&code, |(code, ..)| code).ok()?;
    let (_, what, todo) = told.get(at)?;
    Some((*what, *todo))
}
