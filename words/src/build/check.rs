//! Holds the languages against each other, and says what they have in common.

use std::collections::{BTreeMap, BTreeSet};

use super::fault::Gathered;
use super::names;
use super::part::{Variable, gather};
use super::read::{Group, Language, Phrase, is_of_refusals};

/// More arguments than that nobody can tell apart.
const MAX_VARIABLES: usize = 7;

/// The phrase that holds what a language calls itself.
pub(super) const LANGUAGE_NAME: &str = "language-name";

/// A group as all languages have it.
#[derive(Clone, Debug)]
pub(super) struct LaidGroup {
    pub(super) name: String,
    pub(super) phrases: Vec<Laid>,
}

/// A phrase as all languages have it.
#[derive(Clone, Debug)]
pub(super) struct Laid {
    pub(super) key: String,
    /// The key without its group.
    pub(super) rest: String,
    /// In the order in which the source language first names them, then others.
    pub(super) variables: Vec<Variable>,
    also: Vec<String>,
}

impl LaidGroup {
    /// The codes of refusals with the places of what happened, sorted.
    pub(super) fn codes(&self) -> Vec<(&str, usize)> {
        let mut codes = Vec::new();
        for (place, phrase) in
            self.phrases.iter().enumerate().filter(|(_, phrase)| !phrase.rest.contains('.'))
        {
            codes.push((&*phrase.rest, place));
            codes.extend(phrase.also.iter().map(|code| (&**code, place)));
        }
        codes.sort_unstable();
        codes
    }
}

/// The groups and phrases of the source language, with the variables of all.
pub(super) fn lay_out(languages: &[Language], faults: &mut Gathered) -> Vec<LaidGroup> {
    let Some((source, others)) = languages.split_first() else { return Vec::new() };
    let others: Vec<BTreeMap<&str, &Phrase>> = others.iter().map(by_key).collect();
    let mut groups = Vec::new();
    for group in &source.groups {
        let of = |phrase: &Phrase| {
            let mut variables = Vec::new();
            gather(&phrase.parts, &mut variables);
            for other in others.iter().filter_map(|other| other.get(&*phrase.key)) {
                gather(&other.parts, &mut variables);
            }
            for variable in &mut variables {
                variable.said = phrase.says.contains(&variable.name);
            }
            let (key, rest, also) = (phrase.key.clone(), phrase.rest.clone(), phrase.also.clone());
            Laid { key, rest, variables, also }
        };
        let laid = LaidGroup { name: group.name.clone(), phrases: group.phrases.iter().map(of).collect() };
        look_at_names(source, group, &laid, faults);
        groups.push(laid);
    }
    let name = groups.iter().flat_map(|group| &group.phrases).find(|phrase| phrase.key == LANGUAGE_NAME);
    if name.is_none_or(|name| !name.variables.is_empty()) {
        let sentence =
            "it must say, without variables, what the language calls itself, in the group `language`";
        faults.add(&source.file, 0, LANGUAGE_NAME, sentence);
    }
    groups
}

/// Two phrases must not get one name in Rust, and refusals have codes once and no variables.
fn look_at_names(source: &Language, group: &Group, laid: &LaidGroup, faults: &mut Gathered) {
    let mut taken: BTreeMap<String, &str> = BTreeMap::new();
    for (phrase, laid) in group.phrases.iter().zip(&laid.phrases) {
        let mut fault = |sentence: String| faults.add(&source.file, phrase.line, &phrase.key, sentence);
        if let Some(other) = taken.insert(names::function(&laid.rest), &phrase.key) {
            fault(format!("it gets the same name in Rust as `{other}`; give it another id"));
        }
        let parameters: BTreeSet<String> =
            laid.variables.iter().map(|one| names::parameter(&one.name)).collect();
        if parameters.len() < laid.variables.len() {
            fault("two of its variables get the same name in Rust; give one another name".to_owned());
        }
        if laid.variables.len() > MAX_VARIABLES {
            fault(format!("it has more than {MAX_VARIABLES} variables; make it several messages"));
        }
        if let Some(one) = laid.variables.iter().find(|one| one.said && one.counted) {
            fault(format!("${} is a phrase, and by a phrase nothing can be chosen", one.name));
        }
        if is_of_refusals(&group.name) && !laid.variables.is_empty() {
            fault("a refusal takes no variables; say it without".to_owned());
        }
    }
    if is_of_refusals(&group.name) {
        let codes = laid.codes();
        for ((code, place), (next, _)) in codes.iter().zip(codes.iter().skip(1)) {
            if code == next
                && let Some(phrase) = group.phrases.get(*place)
            {
                faults.add(
                    &source.file,
                    phrase.line,
                    &phrase.key,
                    format!("the code {code} has words twice"),
                );
            }
        }
    }
}

fn by_key(language: &Language) -> BTreeMap<&str, &Phrase> {
    language.phrases().map(|phrase| (&*phrase.key, phrase)).collect()
}

/// No language may lack a phrase, have one of its own, or use other variables than it says.
pub(super) fn hold_together(languages: &[Language], groups: &[LaidGroup], faults: &mut Gathered) {
    let Some((source, others)) = languages.split_first() else { return };
    for other in others {
        hold_groups(source, other, faults);
        hold_keys(source, other, faults);
    }
    for language in languages {
        hold_notes(language, groups, faults);
    }
    let phrases: Vec<BTreeMap<&str, &Phrase>> = languages.iter().map(by_key).collect();
    for laid in groups.iter().flat_map(|group| &group.phrases) {
        let all: Vec<_> =
            languages.iter().zip(&phrases).filter_map(|(of, by)| Some((of, *by.get(&*laid.key)?))).collect();
        hold_variables(&all, laid, faults);
    }
}

fn hold_groups(source: &Language, other: &Language, faults: &mut Gathered) {
    let names =
        |language: &Language| language.groups.iter().map(|group| group.name.clone()).collect::<Vec<_>>();
    let (ours, theirs) = (names(source), names(other));
    for group in source.groups.iter().filter(|group| !theirs.contains(&group.name)) {
        let sentence =
            format!("the group `{}` of {}:{} is missing; add it", group.name, source.file, group.line);
        faults.add(&other.file, 0, "", sentence);
    }
    for group in other.groups.iter().filter(|group| !ours.contains(&group.name)) {
        let sentence = format!("{} has no group `{}`; take it out, or add it there", source.file, group.name);
        faults.add(&other.file, group.line, "", sentence);
    }
    let common = ours.iter().filter(|name| theirs.contains(name));
    let found = other.groups.iter().filter(|group| ours.contains(&group.name));
    if let Some((due, group)) = common.zip(found).find(|(due, group)| **due != group.name) {
        let sentence = format!(
            "here is the group `{}`, but {} goes on with `{due}`; keep its order",
            group.name, source.file
        );
        faults.add(&other.file, group.line, "", sentence);
    }
}

fn hold_keys(source: &Language, other: &Language, faults: &mut Gathered) {
    let (ours, theirs) = (by_key(source), by_key(other));
    for group in &source.groups {
        let Some(there) = other.groups.iter().find(|there| there.name == group.name) else { continue };
        for phrase in group.phrases.iter().filter(|phrase| !theirs.contains_key(&*phrase.key)) {
            let sentence = format!(
                "it is missing in the group `{}`; translate {}:{}",
                group.name, source.file, phrase.line
            );
            faults.add(&other.file, there.line, &phrase.key, sentence);
        }
        for phrase in there.phrases.iter().filter(|phrase| !ours.contains_key(&*phrase.key)) {
            let sentence = format!("{} does not have it; take it out, or add it there", source.file);
            faults.add(&other.file, phrase.line, &phrase.key, sentence);
        }
    }
}

/// What a comment lets out is a variable of the message or of one of its attributes.
fn hold_notes(language: &Language, groups: &[LaidGroup], faults: &mut Gathered) {
    let laid: Vec<&Laid> = groups.iter().flat_map(|group| &group.phrases).collect();
    for phrase in language.phrases().filter(|phrase| !phrase.key.contains('.')) {
        for name in &phrase.leaves_out {
            let of = laid.iter().filter(|laid| laid.key.split('.').next() == Some(&*phrase.key));
            if !of.flat_map(|laid| &laid.variables).any(|variable| variable.name == *name) {
                let sentence =
                    format!("it may leave out ${name}, which no language uses; take the comment out");
                faults.add(&language.file, phrase.line, &phrase.key, sentence);
            }
        }
        for name in &phrase.says {
            let of = laid.iter().filter(|laid| laid.key.split('.').next() == Some(&*phrase.key));
            if !of.flat_map(|laid| &laid.variables).any(|variable| variable.name == *name && variable.said) {
                let sentence = format!(
                    "${name} is called a phrase, which the source language does not; take the comment out, or add it there"
                );
                faults.add(&language.file, phrase.line, &phrase.key, sentence);
            }
        }
    }
}

/// A language leaves a variable out only where it says so.
fn hold_variables(all: &[(&Language, &Phrase)], laid: &Laid, faults: &mut Gathered) {
    let uses: Vec<Vec<Variable>> = all
        .iter()
        .map(|(_, phrase)| {
            let mut found = Vec::new();
            gather(&phrase.parts, &mut found);
            found
        })
        .collect();
    let has = |used: &[Variable], name: &str| used.iter().any(|variable| variable.name == name);
    for Variable { name, .. } in &laid.variables {
        let who =
            all.iter().zip(&uses).find(|(_, used)| has(used, name)).map(|((language, _), _)| &*language.file);
        for ((language, phrase), _) in all.iter().zip(&uses).filter(|(_, used)| !has(used, name)) {
            if !phrase.leaves_out.contains(name) {
                let who = who.unwrap_or_default();
                let sentence = format!(
                    "it does not use ${name}, which {who} uses; use it, or write `# may leave out ${name}` above it"
                );
                faults.add(&language.file, phrase.line, &phrase.key, sentence);
            }
        }
    }
}

/// Gives every language the groups and phrases in the order of the source language.
pub(super) fn align(languages: &mut [Language], groups: &[LaidGroup]) {
    for language in languages {
        language.groups.sort_by_key(|group| groups.iter().position(|laid| laid.name == group.name));
        for (group, laid) in language.groups.iter_mut().zip(groups) {
            let places: BTreeMap<&str, usize> =
                laid.phrases.iter().enumerate().map(|(place, phrase)| (&*phrase.key, place)).collect();
            group.phrases.sort_by_key(|phrase| places.get(&*phrase.key).copied());
        }
    }
}
