//! Words that somebody signs: one text that counts, in the language it was written in, and translations beside it.

use crate::strict_json::Strict;

/// The longest language tag, in bytes (RFC 5646, 4.4.1).
const MAX_TAG: usize = 35;
/// The most translations of one text.
const MAX_MORE: usize = 16;

/// One text and its translations. In a dispute `text` counts, whatever stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, Strict)]
#[strict(only_if = "is_well_formed")]
pub struct Words {
    /// The language of `text`, a language tag (RFC 5646) such as `zh` or `en`: 2 or 3 lower-case letters, then perhaps
    /// subtags of 1 to 8 letters and digits, each behind a hyphen; 35 bytes at most.
    pub lang: String,
    /// Translations, `[language tag, text]`: at most 16, in ascending order of tag, none twice and none in `lang`.
    #[strict(row("lang", "text"))]
    pub more: Vec<(String, String)>,
    /// What was said.
    pub text: String,
}

impl Words {
    /// Whether these are those words again: the same text, and no translation that those do not have.
    pub fn repeats(&self, other: &Self) -> bool {
        self.text == other.text && self.more.iter().all(|row| other.more.contains(row))
    }

    /// Chinese words without a translation.
    pub fn zh(text: impl Into<String>) -> Self {
        Self { lang: "zh".to_owned(), more: Vec::new(), text: text.into() }
    }

    /// Chinese words, and what they are in English if somebody wrote it.
    pub fn zh_en(text: impl Into<String>, en: Option<&str>) -> Self {
        let more = en.map(|en| ("en".to_owned(), en.to_owned())).into_iter().collect();
        Self { more, ..Self::zh(text) }
    }

    /// The text in a language, or the one that counts where there is none; with the tag of what it is in. `zh` finds
    /// `zh-Hans` too.
    pub fn in_language(&self, lang: &str) -> (&str, &str) {
        let speaks = |tag: &str| tag == lang || tag.split('-').next() == Some(lang);
        if speaks(&self.lang) {
            return (&self.text, &self.lang);
        }
        let translated = self.more.iter().find(|(tag, _)| speaks(tag));
        translated.map_or((self.text.as_str(), self.lang.as_str()), |(tag, text)| (text, tag))
    }

    /// The text that counts and every translation.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        core::iter::once(self.text.as_str()).chain(self.more.iter().map(|(_, text)| text.as_str()))
    }

    /// Whether tags are tags and translations stand in their order.
    fn is_well_formed(&self) -> bool {
        let tags = || core::iter::once(&self.lang).chain(self.more.iter().map(|(tag, _)| tag));
        tags().all(|tag| is_tag(tag))
            && self.more.len() <= MAX_MORE
            && self.more.is_sorted_by(|(left, _), (right, _)| left < right)
            && self.more.iter().all(|(tag, _)| *tag != self.lang)
    }
}

/// Whether a text has the shape of a language tag; which languages there are is not ours to say.
fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    tag.len() <= MAX_TAG
        && (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strict_json::read;

    #[test]
    fn words_say_their_language_and_list_translations_in_order() {
        let good = r#"{"lang":"zh","more":[["en","Ramp"],["ug","پانډۇس"]],"text":"坡道"}"#;
        let words = read::<Words>(good.as_bytes()).unwrap();
        assert_eq!(words.in_language("en"), ("Ramp", "en"));
        assert_eq!(words.in_language("zh"), ("坡道", "zh"));
        assert_eq!(words.in_language("fr"), ("坡道", "zh"));
        for wrong in [
            r#"{"lang":"","more":[],"text":"坡道"}"#,
            r#"{"lang":"ZH","more":[],"text":"坡道"}"#,
            r#"{"lang":"chinese","more":[],"text":"坡道"}"#,
            r#"{"lang":"zh-","more":[],"text":"坡道"}"#,
            r#"{"lang":"zh","more":[["zh","坡道"]],"text":"坡道"}"#,
            r#"{"lang":"zh","more":[["ug","a"],["en","b"]],"text":"坡道"}"#,
            r#"{"lang":"zh","more":[["en","a"],["en","b"]],"text":"坡道"}"#,
        ] {
            assert!(read::<Words>(wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}
