//! The pseudo-language: English that shows what a translation would do to the window.
//!
//! Letters carry accents, so that a font which lacks them shows; phrases are about 40 % longer, as many languages are; and
//! they stand in brackets, so that a word from elsewhere, or one put together in code, shows.

use super::part::{Key, Part, push};
use super::read::Language;

/// Its tag, from the range that BCP 47 leaves to private use, as browsers and telephones call it.
const TAG: &str = super::PSEUDO;

/// What makes phrases longer.
const MORE: &str =
    " one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen";

const PLAIN: &str = "AaBCcDdEeFGgHhIiJjKkLlMNnOoPpQRrSsTtUuVvWwYyZz";
const ACCENTED: &str = "ÅåßÇçÐðÉéƑĜĝĤĥÎîĴĵĶķĻļṀÑñÖöÞþǪŔŕŠšŢţÛûṼṽŴŵÝýŽž";

/// The pseudo-language of a language.
pub(super) fn of(language: &Language) -> Language {
    let mut pseudo = language.clone();
    TAG.clone_into(&mut pseudo.tag);
    pseudo.file = format!("{TAG}.ftl");
    for phrase in pseudo.groups.iter_mut().flat_map(|group| &mut group.phrases) {
        let more = lengthening(&phrase.parts);
        let mut parts = vec![Part::Text("⟦".to_owned())];
        for part in accented(&phrase.parts) {
            push(&mut parts, part);
        }
        push(&mut parts, Part::Text(format!("{more}⟧")));
        phrase.parts = parts;
    }
    pseudo
}

fn accented(parts: &[Part]) -> Vec<Part> {
    let of = |part: &Part| match part {
        Part::Text(text) => Part::Text(text.chars().map(accent).collect()),
        Part::Choose { variable, cases } => {
            let case = |(key, parts): &(Key, Vec<Part>)| (*key, accented(parts));
            Part::Choose { variable: variable.clone(), cases: cases.iter().map(case).collect() }
        }
        Part::Show(_) | Part::Message(_) => part.clone(),
    };
    parts.iter().map(of).collect()
}

fn accent(plain: char) -> char {
    PLAIN
        .chars()
        .zip(ACCENTED.chars())
        .find(|(known, _)| *known == plain)
        .map_or(plain, |(_, accented)| accented)
}

/// Words of 40 % of a phrase's length, the longest case counted; none after what has hardly a letter.
fn lengthening(parts: &[Part]) -> String {
    let letters = letters(parts);
    if letters < 3 {
        return String::new();
    }
    let wanted = letters * 2 / 5;
    let mut more = String::new();
    while more.chars().count() < wanted {
        let left = wanted - more.chars().count();
        more.extend(MORE.chars().take(left));
    }
    more.trim_end().to_owned()
}

fn letters(parts: &[Part]) -> usize {
    let of = |part: &Part| match part {
        Part::Text(text) => text.chars().filter(|next| !next.is_whitespace()).count(),
        Part::Choose { cases, .. } => cases.iter().map(|(_, parts)| letters(parts)).max().unwrap_or_default(),
        Part::Show(_) | Part::Message(_) => 0,
    };
    parts.iter().map(of).sum()
}
