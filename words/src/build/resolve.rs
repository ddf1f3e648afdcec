//! Puts messages in where others refer to them.

use std::collections::BTreeMap;

use super::fault::Gathered;
use super::part::{Part, push};
use super::read::Language;

/// Resolves every reference of a language.
pub(super) fn resolve(language: &mut Language, faults: &mut Gathered) {
    let known: BTreeMap<String, Vec<Part>> =
        language.phrases().map(|phrase| (phrase.key.clone(), phrase.parts.clone())).collect();
    for phrase in language.groups.iter_mut().flat_map(|group| &mut group.phrases) {
        let mut wrong = Vec::new();
        let mut above = vec![phrase.key.clone()];
        phrase.parts = expand(&phrase.parts, &known, &mut above, &mut wrong);
        for sentence in wrong {
            faults.add(&language.file, phrase.line, &phrase.key, sentence);
        }
    }
}

fn expand(
    parts: &[Part],
    known: &BTreeMap<String, Vec<Part>>,
    above: &mut Vec<String>,
    wrong: &mut Vec<String>,
) -> Vec<Part> {
    let mut resolved = Vec::new();
    for part in parts {
        match part {
            Part::Text(_) | Part::Show(_) => push(&mut resolved, part.clone()),
            Part::Choose { variable, cases } => {
                let of = |(key, parts): &(_, Vec<Part>)| (*key, expand(parts, known, above, wrong));
                let cases = cases.iter().map(of).collect();
                push(&mut resolved, Part::Choose { variable: variable.clone(), cases });
            }
            Part::Message(id) if above.contains(id) => {
                // Who refers to a circle without being in it is right; each of its members says so.
                if above.first() == Some(id) {
                    let way = above.iter().chain([id]).map(|id| format!("`{id}`")).collect::<Vec<_>>();
                    wrong.push(format!("it refers to itself, {}; write one of them out", way.join(" → ")));
                }
            }
            Part::Message(id) => match known.get(id) {
                Some(parts) => {
                    above.push(id.clone());
                    for part in expand(parts, known, above, wrong) {
                        push(&mut resolved, part);
                    }
                    above.pop();
                }
                None if above.len() == 1 => {
                    wrong.push(format!("it refers to `{id}`, which this file does not have"));
                }
                None => {}
            },
        }
    }
    resolved
}
