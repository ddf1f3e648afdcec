//! Phrases as the texts that travel: tables, and the names that they are served under.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256, Sha384};

use super::fault::{Faults, Gathered};
use super::part::{Key, Part, Variable};
use super::read::Language;
use super::{Bundles, Catalogue};
use crate::table::{CASE, CHOOSE, END, FORM, GROUP, SHOW, THEN, WORD};

/// A table as it is to be served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compiled {
    /// The language.
    pub tag: String,
    /// The bundle's name.
    pub bundle: String,
    /// The file's name, with 16 digits of its SHA-256: `first-5c8d50873b9a4ce1.zh-CN.txt`.
    pub name: String,
    /// Its SHA-384 as browsers ask for it: `sha384-…`.
    pub integrity: String,
    /// The text of the file.
    pub text: String,
}

impl Catalogue {
    /// The table of some groups in one language, in the order of the groups; a group that is not there is left out.
    pub fn table(&self, tag: &str, groups: &[&str]) -> Option<String> {
        let language = self.languages.iter().find(|language| language.tag == tag)?;
        let mut text = format!("{FORM}{WORD}{tag}{WORD}{}", language.plural.runs);
        for (number, group) in self.groups.iter().enumerate() {
            if groups.contains(&&*group.name) {
                let _ = write!(text, "{GROUP}{number}");
                self.phrases(language, number, &mut text);
            }
        }
        Some(text)
    }

    fn phrases(&self, language: &Language, number: usize, text: &mut String) {
        let (Some(laid), Some(group)) = (self.groups.get(number), language.groups.get(number)) else {
            return;
        };
        for (laid, phrase) in laid.phrases.iter().zip(&group.phrases) {
            text.push(WORD);
            write(&phrase.parts, &laid.variables, text);
        }
    }

    /// Every file to be served: each language's bundles, in their order.
    ///
    /// # Errors
    /// When a bundle names a group that is not there, or a group is in two bundles.
    pub fn files(&self, bundles: Bundles<'_>) -> Result<Vec<Compiled>, Faults> {
        let mut files = Vec::new();
        let bundles = self.bundled(bundles)?;
        for tag in self.tags() {
            for (bundle, groups) in &bundles {
                let text = self.table(tag, groups).unwrap_or_default();
                let hash = base16ct::lower::encode_string(&Sha256::digest(text.as_bytes()));
                let hash = hash.get(..16).unwrap_or_default();
                let integrity = format!("sha384-{}", Base64::encode_string(&Sha384::digest(text.as_bytes())));
                let name = format!("{bundle}-{hash}.{tag}.txt");
                files.push(Compiled {
                    tag: tag.to_owned(),
                    bundle: (*bundle).to_owned(),
                    name,
                    integrity,
                    text,
                });
            }
        }
        Ok(files)
    }

    /// The bundles with no group in two of them.
    pub(super) fn bundled<'a>(
        &'a self,
        bundles: Bundles<'a>,
    ) -> Result<Vec<(&'a str, Vec<&'a str>)>, Faults> {
        let mut faults = Gathered::default();
        let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
        for (bundle, groups) in bundles {
            if bundle.is_empty() || !bundle.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
                faults.add("bundles", 0, bundle, "a bundle is named by small letters and _");
            }
            for group in groups.iter().filter(|group| **group != "*") {
                if !self.groups().any(|known| known == *group) {
                    faults.add("bundles", 0, bundle, format!("there is no group `{group}`; take it out"));
                } else if let Some(other) = taken.insert(group, bundle) {
                    faults.add("bundles", 0, bundle, format!("the group `{group}` is in `{other}` already"));
                }
            }
        }
        let left: Vec<&str> = self.groups().filter(|group| !taken.contains_key(group)).collect();
        let rest = bundles.iter().filter(|(_, groups)| groups.contains(&"*")).count();
        if rest > 1 {
            faults.add("bundles", 0, "", "two bundles take the rest (`*`); one can");
        }
        let of = |(bundle, groups): &(&'a str, &'a [&'a str])| {
            let named = groups.iter().copied().filter(|group| *group != "*");
            let rest = if groups.contains(&"*") { left.clone() } else { Vec::new() };
            (*bundle, named.chain(rest).collect())
        };
        faults.or(bundles.iter().map(of).collect())
    }
}

/// Writes a phrase as a table has it.
pub(super) fn write(parts: &[Part], variables: &[Variable], text: &mut String) {
    let letter = |name: &str| {
        let place = variables.iter().position(|variable| variable.name == name);
        ('a'..='z').nth(place.unwrap_or_default()).unwrap_or('a')
    };
    for part in parts {
        match part {
            Part::Text(words) => text.push_str(words),
            Part::Show(name) => text.extend([SHOW, letter(name)]),
            // INVARIANT: references are resolved before anything is compiled.
            Part::Message(_) => {}
            Part::Choose { variable, cases } => {
                text.extend([CHOOSE, letter(variable)]);
                for (key, parts) in cases {
                    text.push(CASE);
                    match key {
                        Key::Exact(number) => text.push_str(&number.to_string()),
                        Key::Category(letter) => text.push(*letter),
                        Key::Otherwise => {}
                    }
                    text.push(THEN);
                    write(parts, variables, text);
                }
                text.push(END);
            }
        }
    }
}
