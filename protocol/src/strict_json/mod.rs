//! The one spelling of JSON: what may be signed or hashed is spelt so, and servers answer so.
//!
//! Compact UTF-8, fields in alphabetical order, every field written (`null` too), integers up to 2^53 - 1, no floats.
//! Such bytes are RFC 8785 (JCS) as well. The reader walks along the one spelling and accepts no other, so nothing has to be
//! written again to be compared; and it is small: what serde makes of two dozen bodies weighs more than the vote screen.
//! Other clients may read an answer with any JSON reader; a window comes from the server whose answers it reads.
//!
//! A type joins by `#[derive(Strict)]` ([`yishi_derive`] says how), which makes its [schema](crate::schema) too.
//! What State keeps is spelt so as well, but in the order of its declarations, and with maps: its hash is over that text.

mod maps;
mod values;

pub use maps::Key;
pub use yishi_derive::Strict;

use crate::rejection::{Code, Rejection};

/// The largest integer that every JSON reader keeps exactly: 2^53 - 1.
pub const MAX_INTEGER: u64 = (1 << 53) - 1;

/// A value with one spelling.
pub trait Strict: Sized {
    /// Writes it.
    fn put(&self, text: &mut String);
    /// Reads it where the reader stands. None if something else stands there or it is spelt another way; the reader has
    /// noted which. (Handing errors through every field would make the reader half as large again.)
    fn take(reader: &mut Reader<'_>) -> Option<Self>;

    /// Writes it as [`Strict::put`] does, and hands over the text whenever a piece is full: State is too large to lie in
    /// memory as text beside itself.
    fn put_in_pieces(&self, text: &mut String, full: &mut dyn FnMut(&mut String)) {
        self.put(text);
        if text.len() >= PIECE {
            full(text);
        }
    }
}

/// How long a piece of a text becomes before it is handed over, in bytes.
const PIECE: usize = 64 * 1024;

/// Reads a value from its only spelling.
///
/// # Errors
/// `BODY_SCHEMA` if a field is missing, unknown or of the wrong type; `BODY_NOT_CANONICAL` if the value could be
/// spelt otherwise.
pub fn read<T: Strict>(bytes: &[u8]) -> Result<T, Rejection> {
    let text = core::str::from_utf8(bytes).map_err(|_| Rejection::with(Code::BodySchema, "no UTF-8"))?;
    let mut reader = Reader { text, at: 0, wrong: None };
    let value = T::take(&mut reader);
    reader.finish().map_or_else(|| value.ok_or_else(|| Code::BodySchema.into()), Err)
}

/// Writes a value in its only spelling.
pub fn write<T: Strict>(value: &T) -> Vec<u8> {
    write_text(value).into_bytes()
}

/// [`write()`] as text.
pub fn write_text<T: Strict>(value: &T) -> String {
    let mut text = String::new();
    value.put(&mut text);
    text
}

/// Walks along a text.
#[derive(Debug)]
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// What was found first that is not as it must be.
    wrong: Option<Rejection>,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over a literal, if it stands here.
    fn skip(&mut self, literal: &str) -> bool {
        let here = self.rest().starts_with(literal);
        if here {
            self.at = self.at.saturating_add(literal.len());
        }
        here
    }

    fn expect(&mut self, literal: &str) -> Option<()> {
        if self.skip(literal) { Some(()) } else { self.wrong(literal) }
    }

    /// Notes that the value cannot be read; what is noted first stands.
    fn refuse<T>(&mut self, code: Code, detail: String) -> Option<T> {
        self.wrong.get_or_insert_with(|| Rejection::with(code, detail));
        None
    }

    /// Notes something else than was expected. White space has no place anywhere, but would mean the same.
    fn wrong<T>(&mut self, expected: &str) -> Option<T> {
        let space = matches!(self.next(), Some(b' ' | b'\n' | b'\r' | b'\t'));
        let code = if space { Code::BodyNotCanonical } else { Code::BodySchema };
        self.refuse(code, format!("byte {}: expected {expected}", self.at))
    }

    /// What was wrong, if anything was, the end included.
    fn finish(mut self) -> Option<Rejection> {
        if self.wrong.is_none() && self.at != self.text.len() {
            let _: Option<()> = self.wrong("the end");
        }
        self.wrong
    }

    /// Steps over the opening or the comma, and the name of the field at that place. None, with `BODY_NOT_CANONICAL` noted, if
    /// another field of the same object stands here, or a name with an escape.
    pub fn field(&mut self, names: &[&str], place: usize) -> Option<()> {
        let name = names.get(place).copied().unwrap_or_default();
        self.expect(if place == 0 { "{" } else { "," })?;
        if self.skip("\"") {
            let rest = self.rest();
            let found = rest.split('"').next().unwrap_or_default();
            if found == name {
                self.at = self.at.saturating_add(name.len());
                return self.expect("\":");
            }
            if found.contains('\\') || names.contains(&found) {
                return self.refuse(Code::BodyNotCanonical, format!("byte {}: expected {name}", self.at));
            }
        }
        self.wrong(name)
    }

    /// Steps over the end of an object; none if there is another field.
    pub fn end(&mut self) -> Option<()> {
        self.expect("}")
    }

    /// A string of which every sign stands for itself, as identifiers and words of a list are.
    pub fn word(&mut self) -> Option<&'a str> {
        self.expect("\"")?;
        let Some(end) = self.rest().find(['"', '\\']) else { return self.wrong("a word") };
        let word = self.rest().get(..end).unwrap_or_default();
        self.at = self.at.saturating_add(end);
        self.expect("\"")?;
        Some(word)
    }

    fn integer(&mut self) -> Option<u64> {
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        let number = self.rest().get(..digits).unwrap_or_default();
        let value = number.parse::<u64>().ok().filter(|value| *value <= MAX_INTEGER);
        let Some(value) = value else { return self.wrong("an integer up to 2^53 - 1") };
        if digits > 1 && number.starts_with('0') {
            return self.wrong("an integer without leading zeros");
        }
        self.at = self.at.saturating_add(digits);
        Some(value)
    }

    /// The name of a variant, and whether what it holds follows: `"root"`, or `{"person":` with the value behind it.
    pub fn variant(&mut self) -> Option<(&'a str, bool)> {
        let holds = self.skip("{");
        let name = self.word()?;
        if holds {
            self.expect(":")?;
        }
        Some((name, holds))
    }

    /// Notes a value that is no word of its list.
    pub fn unknown<T>(&mut self, word: &str) -> Option<T> {
        self.refuse(Code::BodySchema, format!("byte {}: {word:?} is not known here", self.at))
    }
}

/// Writes a word of which every sign stands for itself.
pub fn put_word(text: &mut String, word: &str) {
    text.push('"');
    text.push_str(word);
    text.push('"');
}

/// Writes the opening or the comma, and the name of the field at that place.
pub fn put_name(text: &mut String, names: &[&str], place: usize) {
    text.push_str(if place == 0 { "{\"" } else { ",\"" });
    text.push_str(names.get(place).copied().unwrap_or_default());
    text.push_str("\":");
}

#[cfg(test)]
mod tests {
    use super::{read, write_text};
    use crate::rejection::Code;

    #[test]
    fn strings_are_spelt_as_serde_spells_them() {
        let signs: String =
            (0..=0x2030).filter_map(char::from_u32).chain(['\u{1f600}', '\u{ffff}']).collect();
        assert_eq!(write_text(&signs), serde_json::to_string(&signs).unwrap());
        assert_eq!(read::<String>(write_text(&signs).as_bytes()).unwrap(), signs);
    }

    #[test]
    fn another_spelling_is_refused_and_so_is_another_value() {
        let refused = |text: &str| read::<Vec<u32>>(text.as_bytes()).unwrap_err().code;
        for other in ["[ 1]", "[1,\n2]", " [1]", "[1] "] {
            assert_eq!(refused(other), Code::BodyNotCanonical, "{other}");
        }
        for wrong in
            ["", "[", "[1", "[1,]", "[01]", "[-1]", "[1.0]", "[1e3]", "[4294967296]", "{}", "null", "[1]]"]
        {
            assert_eq!(refused(wrong), Code::BodySchema, "{wrong}");
        }
        let refused = |text: &str| read::<String>(text.as_bytes()).unwrap_err().code;
        for other in [r#""\/""#, r#""\u0041""#, r#""\u001F""#, r#""\u000a""#] {
            assert_eq!(refused(other), Code::BodyNotCanonical, "{other}");
        }
        for wrong in ["\"", "\"\n\"", r#""\x""#, r#""\""#, "1"] {
            assert_eq!(refused(wrong), Code::BodySchema, "{wrong}");
        }
        let read = |text: &str| read::<(i64, Option<bool>)>(text.as_bytes()).map_err(|refused| refused.code);
        assert_eq!(read("[-9007199254740991,null]"), Ok((-9_007_199_254_740_991, None)));
        assert_eq!(read("[7,true]"), Ok((7, Some(true))));
        assert_eq!(read("[-0,null]"), Err(Code::BodySchema));
        assert_eq!(read("[9007199254740992,null]"), Err(Code::BodySchema));
    }
}
