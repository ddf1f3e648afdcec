//! How numbers, words, lists and what may be absent are spelt.

use core::fmt::Write as _;

use super::{Reader, Strict};
use crate::rejection::Code;

impl Strict for u64 {
    fn put(&self, text: &mut String) {
        // Writing into a string cannot fail.
        let _ = write!(text, "{self}");
    }

    fn take(reader: &mut Reader<'_>) -> Option<Self> {
        reader.integer()
    }
}

impl Strict for u32 {
    fn put(&self, text: &mut String) {
        u64::from(*self).put(text);
    }

    fn take(reader: &mut Reader<'_>) -> Option<Self> {
        let value = reader.integer()?;
        Self::try_from(value)
            .ok()
            .or_else(|| reader.refuse(Code::BodySchema, format!("{value} is above 2^32 - 1")))
    }
}

impl Strict for i64 {
    fn put(&self, text: &mut String) {
        let _ = write!(text, "{self}");
    }

    fn take(reader: &mut Reader<'_>) -> Option<Self> {
        let negative = reader.skip("-");
        let value = reader.integer()?;
        if negative && value == 0 {
            return reader.wrong("no minus before 0");
        }
        let value = Self::try_from(value).ok().or_else(|| reader.wrong("an integer up to 2^53 - 1"))?;
        Some(if negative { value.saturating_neg() } else { value })
    }
}

impl Strict for bool {
    fn put(&self, text: &mut String) {
        text.push_str(if *self { "true" } else { "false" });
    }

    fn take(reader: &mut Reader<'_>) -> Option<Self> {
        if reader.skip("true") {
            return Some(true);
        }
        reader.expect("false").map(|()| false)
    }
}

impl Strict for String {
    fn put(&self, text: &mut String) {
        text.push('"');
        for sign in self.chars() {
            match sign {
                '"' => text.push_str("\\\""),
                '\\' => text.push_str("\\\\"),
                '\u{8}' => text.push_str("\\b"),
                '\u{c}' => text.push_str("\\f"),
                '\n' => text.push_str("\\n"),
                '\r' => text.push_str("\\r"),
                '\t' => text.push_str("\\t"),
                '\0'..='\u{1f}' => drop(write!(text, "\\u{:04x}", u32::from(sign))),
                _ => text.push(sign),
            }
        }
        text.push('"');
    }

    fn take(reader: &mut Reader<'_>) -> Option<Self> {
        reader.expect("\"")?;
        let mut value = Self::new();
        loop {
            let rest = reader.rest();
            let plain = rest.find(|sign: char| matches!(sign, '"' | '\\' | '\0'..='\u{1f}'));
            let Some(plain) = plain else { return reader.wrong("the end of a string") };
            value.push_str(rest.get(..plain).unwrap_or_default());
            reader.at = reader.at.saturating_add(plain);
            if reader.skip("\"") {
                return Some(value);
            }
            value.push(escaped(reader)?);
        }
    }
}

/// A sign behind a backslash, in the one way in which it is written.
fn escaped(reader: &mut Reader<'_>) -> Option<char> {
    let known = [
        ("\\\"", '"'),
        ("\\\\", '\\'),
        ("\\b", '\u{8}'),
        ("\\f", '\u{c}'),
        ("\\n", '\n'),
        ("\\r", '\r'),
        ("\\t", '\t'),
    ];
    if let Some((_, sign)) = known.into_iter().find(|(written, _)| reader.skip(written)) {
        return Some(sign);
    }
    if reader.skip("\\u") {
        let digits = reader.rest().get(..4).unwrap_or_default();
        let sign = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
        let lower = digits.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'));
        let needed = |sign: &char| *sign < ' ' && !"\u{8}\u{c}\n\r\t".contains(*sign);
        if let Some(sign) = sign.filter(needed).filter(|_| lower) {
            reader.at = reader.at.saturating_add(4);
            return Some(sign);
        }
        return reader.refuse(Code::BodyNotCanonical, format!("byte {}: a needless escape", reader.at));
    }
    if reader.skip("\\/") {
        return reader.refuse(Code::BodyNotCanonical, format!("byte {}: a needless escape", reader.at));
    }
    reader.refuse(Code::BodySchema, format!("byte {}: a control character or no escape", reader.at))
}

impl<T: Strict> Strict for Option<T> {
    fn put(&self, text: &mut String) {
        match self {
            Some(value) => value.put(text),
            None => text.push_str("null"),
        }
    }

    fn take(reader: &mut Reader<'_>) -> Option<Self> {
        if reader.skip("null") { Some(None) } else { T::take(reader).map(Some) }
    }
}

impl<T: Strict> Strict for Vec<T> {
    fn put(&self, text: &mut String) {
        text.push('[');
        for (place, value) in self.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            value.put(text);
        }
        text.push(']');
    }

    fn put_in_pieces(&self, text: &mut String, full: &mut dyn FnMut(&mut String)) {
        text.push('[');
        for (place, value) in self.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            value.put_in_pieces(text, full);
        }
        text.push(']');
    }

    fn take(reader: &mut Reader<'_>) -> Option<Self> {
        reader.expect("[")?;
        let mut values = Self::new();
        if reader.skip("]") {
            return Some(values);
        }
        loop {
            values.push(T::take(reader)?);
            if reader.skip("]") {
                return Some(values);
            }
            reader.expect(",")?;
        }
    }
}

macro_rules! strict_tuples {
    ($(($first:ident $(, $other:ident)+)),+ $(,)?) => {$(
        #[expect(non_snake_case, reason = "a type's letter names its value too")]
        impl<$first: Strict $(, $other: Strict)+> Strict for ($first, $($other),+) {
            fn put(&self, text: &mut String) {
                let ($first, $($other),+) = self;
                text.push('[');
                $first.put(text);
                $(
                    text.push(',');
                    $other.put(text);
                )+
                text.push(']');
            }

            fn take(reader: &mut Reader<'_>) -> Option<Self> {
                reader.expect("[")?;
                let $first = $first::take(reader)?;
                $(
                    reader.expect(",")?;
                    let $other = $other::take(reader)?;
                )+
                reader.expect("]")?;
                Some(($first, $($other),+))
            }
        }
    )+};
}

strict_tuples!((A, B), (A, B, C), (A, B, C, D, E, F));
