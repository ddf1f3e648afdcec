//! Phrases in pages that are shown before anybody was asked for a language: they are written into the page when it is built.

use std::collections::BTreeSet;

use super::fault::{Faults, Gathered};
use super::part::Part;
use super::read::Language;
use super::{Catalogue, PSEUDO};

/// Between these two stands what is written once for each language.
const EACH: &str = "<!-- each language -->";
const END: &str = "<!-- end -->";

impl Catalogue {
    /// A page with the phrases of a group: in place of `@group-rest@` stands what the source language says. What stands between
    /// `<!-- each language -->` and `<!-- end -->` is written once for each language that people are offered, the source language
    /// first, with what that one says and its tag in place of `@tag@`.
    ///
    /// # Errors
    /// When the page names a phrase that is not there, or leaves one of the group out; when something is to be put into a phrase;
    /// when a part for each language has no end.
    pub fn page(&self, file: &str, page: &str, group: &str) -> Result<String, Faults> {
        let mut faults = Gathered::default();
        let offered: Vec<&Language> =
            self.languages.iter().filter(|language| language.tag != PSEUDO).collect();
        let known = self.groups.iter().filter(|known| known.name == group).flat_map(|known| &known.phrases);
        let mut left: BTreeSet<&str> = known.map(|phrase| &*phrase.key).collect();
        let mut filled = String::with_capacity(page.len());
        let mut rest = page;
        while let Some((before, after)) = rest.split_once(EACH) {
            filled.push_str(&said(before, offered.first().copied(), group, &mut left));
            let Some((each, after)) = after.split_once(END) else {
                faults.add(file, 0, "", "a part for each language has no end");
                break;
            };
            for language in &offered {
                filled.push_str(&said(each, Some(language), group, &mut left));
            }
            rest = after;
        }
        filled.push_str(&said(rest, offered.first().copied(), group, &mut left));
        for key in left {
            faults.add(file, 0, key, "the page does not say it, or something is to be put into it");
        }
        let mark = format!("@{group}-");
        let named = filled.split(&mark).skip(1).filter_map(|after| after.split_once('@'));
        let unknown: Vec<String> = named.map(|(rest, _)| format!("{group}-{rest}")).collect();
        for key in &unknown {
            faults.add(file, 0, key, "no language has this phrase");
        }
        faults.or(filled)
    }
}

/// A piece of a page in a language. What it says is taken from `left`.
fn said(piece: &str, language: Option<&Language>, group: &str, left: &mut BTreeSet<&str>) -> String {
    let Some(language) = language else { return piece.to_owned() };
    let mut piece = piece.replace("@tag@", &language.tag);
    for phrase in language.phrases().filter(|phrase| phrase.key.starts_with(&format!("{group}-"))) {
        let place = format!("@{}@", phrase.key);
        if let ([Part::Text(text)], true) = (phrase.parts.as_slice(), piece.contains(&place)) {
            let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
            piece = piece.replace(&place, &text);
            left.remove(&*phrase.key);
        }
    }
    piece
}
