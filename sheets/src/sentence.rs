//! Sentences, what they quote and list, and how codes are declared.

use core::fmt::Display;

use crate::key::sheets;

/// The most characters of a field that are quoted.
const QUOTED: usize = 60;

/// The most lines that a sentence names one by one.
const NAMED: usize = 6;

/// A sentence that says what to do, in no language yet: whoever shows it says it in the reader's. Its phrases stand in the
/// groups `sheets…` of the crate `words`.
pub type Sentence = yishi_words::Filled;

/// What a message quotes of a field: no field is so long by itself, but a broken file can hold any.
pub(crate) fn clipped(text: &str) -> String {
    let mut signs = text.chars();
    let start: String = signs.by_ref().take(QUOTED).collect();
    if signs.next().is_some() { start + "…" } else { start }
}

/// A text as a part of a sentence: the same in every language.
pub(crate) fn text(text: &dyn Display) -> Sentence {
    sheets::text(text)
}

/// The same, clipped and quoted.
pub(crate) fn quoted(text: &str) -> Sentence {
    sheets::quoted(&clipped(text))
}

/// Several parts of a sentence, one after the other: `2, 3, 5`.
pub(crate) fn listed(parts: impl IntoIterator<Item = Sentence>) -> Sentence {
    joined(parts, sheets::and_more)
}

/// The same with another phrase between each two.
pub(crate) fn joined(
    parts: impl IntoIterator<Item = Sentence>,
    between: fn(&Sentence, &Sentence) -> Sentence,
) -> Sentence {
    let mut parts: Vec<Sentence> = parts.into_iter().collect();
    // By pairs, since a file can name very many and phrases that lie in each other are said from outside in.
    while parts.len() > 1 {
        let pair = |pair: &[Sentence]| match pair {
            [one, other] => Some(between(one, other)),
            rest => rest.first().cloned(),
        };
        parts = parts.chunks(2).filter_map(pair).collect();
    }
    parts.pop().unwrap_or_else(|| text(&""))
}

/// Lines as a sentence names them: `lines 2, 3`.
pub(crate) fn named(lines: &[u64]) -> Sentence {
    let list = listed(lines.iter().take(NAMED).map(|line| text(line)));
    match lines.len().saturating_sub(NAMED) {
        0 => sheets::lines(&list, &lines.len()),
        more => sheets::lines_more(&list, &lines.len(), &more),
    }
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
