//! Sentences in both languages of the house, what they quote, and how codes are declared.

use core::fmt;

/// The most characters of a field that are quoted.
const QUOTED: usize = 60;

/// The most lines that a sentence names one by one.
const NAMED: usize = 6;

/// A sentence in both languages of the house that says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// English.
    pub en: String,
    /// Chinese.
    pub zh: String,
}

impl Sentence {
    pub(crate) fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { en: en.into(), zh: zh.into() }
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.zh, self.en)
    }
}

/// What a message quotes of a field: no field is so long by itself, but a broken file can hold any.
pub(crate) fn clipped(text: &str) -> String {
    let mut signs = text.chars();
    let start: String = signs.by_ref().take(QUOTED).collect();
    if signs.next().is_some() { start + "…" } else { start }
}

/// Lines as a Chinese sentence and as an English one name them: `第 2、3 行`, `lines 2, 3`.
pub(crate) fn named(lines: &[u64]) -> (String, String) {
    let numbers: Vec<String> = lines.iter().take(NAMED).map(u64::to_string).collect();
    let (mut zh, mut en) = (numbers.join("、"), numbers.join(", "));
    if lines.len() > NAMED {
        zh = format!("{zh} 等 {}", lines.len());
        en = format!("{en} and {} more", lines.len().saturating_sub(NAMED));
    }
    let word = if lines.len() == 1 { "line" } else { "lines" };
    (format!("第 {zh} 行"), format!("{word} {en}"))
}

/// Declares an enumeration of stable names: `codes! { /// Doc. Name; Variant = "NAME": "Meaning."; … }`.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident; $($variant:ident = $text:literal: $meaning:literal;)+) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = $meaning] $variant,)+
        }

        impl $name {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The stable name.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

pub(crate) use codes;
