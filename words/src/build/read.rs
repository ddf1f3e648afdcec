//! One Fluent file as groups of phrases. What Fluent has beyond them is refused, with the line and the reason.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Comment, Entry, Message, Pattern};
use fluent_syntax::parser;

use super::fault::Gathered;
use super::part::Part;
use super::pattern::Patterns;
use super::plural::Plural;

/// A language as its file says it.
#[derive(Clone, Debug)]
pub(super) struct Language {
    /// Its BCP 47 tag, which the file is named by.
    pub(super) tag: String,
    pub(super) file: String,
    pub(super) plural: Plural,
    pub(super) groups: Vec<Group>,
}

/// A group of messages, by its comment.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) name: String,
    pub(super) line: usize,
    pub(super) phrases: Vec<Phrase>,
}

/// A message's value or one of its attributes.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// `home-title`, `home-title.todo`.
    pub(super) key: String,
    /// The same without its group: `title`, `title.todo`.
    pub(super) rest: String,
    pub(super) line: usize,
    pub(super) parts: Vec<Part>,
    /// Variables that its comment says it may leave out.
    pub(super) leaves_out: Vec<String>,
    /// Variables that its comment says are phrases themselves.
    pub(super) says: Vec<String>,
    /// Refusals that its comment says it is for, too.
    pub(super) also: Vec<String>,
}

impl Language {
    /// Every phrase.
    pub(super) fn phrases(&self) -> impl Iterator<Item = &Phrase> {
        self.groups.iter().flat_map(|group| &group.phrases)
    }

    pub(super) fn phrase(&self, key: &str) -> Option<&Phrase> {
        self.phrases().find(|phrase| phrase.key == key)
    }
}

/// Whether what a group says are refusals, by code.
pub(super) fn is_of_refusals(group: &str) -> bool {
    group == "refusal" || group.starts_with("refusal_")
}

/// Reads a file; what is wrong is gathered, and what is right is read all the same.
pub(super) fn read(file: &str, text: &str, faults: &mut Gathered) -> Language {
    let tag = file.strip_suffix(".ftl").unwrap_or(file).to_owned();
    let plural = Plural::of(&tag).unwrap_or_else(|sentence| {
        faults.add(file, 0, "", sentence);
        Plural::unknown()
    });
    look_at_characters(file, text, faults);
    let resource = parser::parse(text).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            let line = line_at(text, error.pos.start);
            let begun = error.slice.map_or(line, |slice| line_at(text, slice.start));
            let entry = text.lines().nth(begun.saturating_sub(1)).unwrap_or_default();
            let what = error.kind.to_string();
            faults.add(file, line, "", format!("this is not Fluent, in the entry `{entry}`: {what}"));
        }
        resource
    });
    let mut reader =
        Reader { file, text, plural: &plural, faults, seen: BTreeSet::new(), groups: Vec::new() };
    for entry in &resource.body {
        match entry {
            Entry::GroupComment(comment) => reader.begin(comment),
            Entry::Message(message) => reader.message(message),
            Entry::Term(term) => {
                let (line, key) = (reader.line(term.id.name), format!("-{}", term.id.name));
                reader.faults.add(
                    file,
                    line,
                    &key,
                    "terms are not supported; write the words out, or make a message",
                );
            }
            Entry::Comment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
    let groups = reader.groups;
    Language { tag, file: file.to_owned(), plural, groups }
}

/// What Fluent takes without a word, and people do not see.
fn look_at_characters(file: &str, text: &str, faults: &mut Gathered) {
    for (place, line) in text.split('\n').enumerate() {
        let number = place + 1;
        if line.ends_with('\r') {
            faults.add(
                file,
                number,
                "",
                "the line ends with a carriage return; save the file with Unix line ends",
            );
        } else if let Some(control) = line.chars().find(|next| next.is_control()) {
            let code = u32::from(control);
            faults.add(
                file,
                number,
                "",
                format!("the line holds the control character U+{code:04X}; take it out"),
            );
        } else if line.ends_with(char::is_whitespace) && !line.starts_with('#') {
            faults.add(
                file,
                number,
                "",
                "the line ends with a blank, which gets lost; take it out or write {\" \"}",
            );
        } else if let Some((id, value)) = line.split_once('=')
            && id
                .trim()
                .trim_start_matches('.')
                .chars()
                .all(|next| next.is_ascii_alphanumeric() || "-_".contains(next))
            && value.starts_with("  ")
        {
            faults.add(file, number, "", "blanks after `=` get lost; leave one, or write {\" \"}");
        }
    }
}

/// The line of a place, from 1.
fn line_at(text: &str, place: usize) -> usize {
    text.bytes().take(place).filter(|byte| *byte == b'\n').count() + 1
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    plural: &'a Plural,
    faults: &'a mut Gathered,
    seen: BTreeSet<&'a str>,
    groups: Vec<Group>,
}

impl<'a> Reader<'a> {
    /// The line of a slice of the text.
    fn line(&self, slice: &str) -> usize {
        line_at(self.text, slice.as_ptr().addr().saturating_sub(self.text.as_ptr().addr()))
    }

    fn begin(&mut self, comment: &Comment<&'a str>) {
        let name = comment.content.first().copied().unwrap_or_default();
        let line = self.line(name);
        let usual = name.starts_with(|first: char| first.is_ascii_lowercase())
            && name.chars().all(|next| next.is_ascii_lowercase() || next.is_ascii_digit() || next == '_');
        if !usual {
            let sentence = format!("`## {name}` does not name a group; use small letters, digits and _");
            self.faults.add(self.file, line, "", sentence);
        } else if let Some(group) = self.groups.iter().find(|group| group.name == name) {
            let sentence = format!(
                "the group `{name}` began on line {} already; bring its messages together",
                group.line
            );
            self.faults.add(self.file, line, "", sentence);
        }
        self.groups.push(Group { name: name.to_owned(), line, phrases: Vec::new() });
    }

    fn message(&mut self, message: &Message<&'a str>) {
        let id = message.id.name;
        let line = self.line(id);
        if !self.seen.insert(id) {
            self.faults.add(self.file, line, id, "this id is used before; ids are unique in a file");
            return;
        }
        let Some(group) = self.groups.last().map(|group| group.name.clone()) else {
            self.faults.add(self.file, line, id, "it stands in no group; begin one with `## name` above it");
            return;
        };
        let Some(rest) = id.strip_prefix(&*group).and_then(|rest| rest.strip_prefix('-')) else {
            let sentence = format!("it stands in the group `{group}`, so its id must begin with `{group}-`");
            self.faults.add(self.file, line, id, sentence);
            return;
        };
        self.look_at_id(&group, rest, id, line);
        let notes = notes(message, &group);
        let mut phrases = Vec::new();
        let mut read = |reader: &mut Self, attribute: Option<&'a str>, pattern: Option<&Pattern<&'a str>>| {
            let line = attribute.map_or(line, |name| reader.line(name));
            let suffix = attribute.map(|name| format!(".{name}")).unwrap_or_default();
            let (key, rest) = (format!("{id}{suffix}"), format!("{rest}{suffix}"));
            let mut patterns =
                Patterns { file: reader.file, key: &key, line, plural: reader.plural, faults: reader.faults };
            let before = patterns.faults.count();
            let parts = pattern.map(|pattern| patterns.parts(pattern, 0)).unwrap_or_default();
            if parts.is_empty() && patterns.faults.count() == before {
                patterns.fault("it says nothing; write what people are to read");
            }
            let Notes { leaves_out, says, also } = notes.clone();
            phrases.push(Phrase { key, rest, line, parts, leaves_out, says, also });
        };
        read(self, None, message.value.as_ref());
        let mut attributes = BTreeSet::new();
        for attribute in &message.attributes {
            let name = attribute.id.name;
            if attributes.insert(name) {
                read(self, Some(name), Some(&attribute.value));
            } else {
                let (line, key) = (self.line(name), format!("{id}.{name}"));
                self.faults.add(self.file, line, &key, "the message has this attribute twice; take one out");
            }
        }
        if is_of_refusals(&group) && attributes != BTreeSet::from(["todo"]) {
            let sentence =
                "a refusal says what happened and has one attribute, `.todo`, that says what to do";
            self.faults.add(self.file, line, id, sentence);
        }
        if let Some(group) = self.groups.last_mut() {
            group.phrases.append(&mut phrases);
        }
    }

    fn look_at_id(&mut self, group: &str, rest: &str, id: &str, line: usize) {
        let of_refusals = is_of_refusals(group);
        let begins =
            |first: char| if of_refusals { first.is_ascii_uppercase() } else { first.is_ascii_lowercase() };
        let goes_on = |next: char| {
            begins(next) || next.is_ascii_digit() || next == '_' || (!of_refusals && next == '-')
        };
        if rest.starts_with(begins) && rest.chars().all(goes_on) {
            return;
        }
        let sentence = if of_refusals {
            format!("after `{group}-` stands a refusal's code: capitals, digits and _")
        } else {
            format!("after `{group}-` stand small letters, digits, - and _, a letter first")
        };
        self.faults.add(self.file, line, id, sentence);
    }
}

/// What the comment above a message says to us: which variables it may leave out, which are phrases themselves, and which
/// refusals it is also for.
#[derive(Clone, Default)]
struct Notes {
    leaves_out: Vec<String>,
    says: Vec<String>,
    also: Vec<String>,
}

fn notes(message: &Message<&str>, group: &str) -> Notes {
    let Notes { mut leaves_out, mut says, mut also } = Notes::default();
    let variables = |names: &str| -> Vec<String> {
        let names = names.split([' ', ',']).filter_map(|name| name.strip_prefix('$'));
        names.map(|name| name.trim_end_matches('.').to_owned()).collect()
    };
    for line in message.comment.iter().flat_map(|comment| &comment.content) {
        if let Some(names) = line.strip_prefix("may leave out ") {
            leaves_out.extend(variables(names));
        }
        if let Some(names) = line.strip_prefix("says $") {
            says.extend(variables(&format!("${names}")));
        }
        if let Some(codes) = line.strip_prefix("also for ").filter(|_| is_of_refusals(group)) {
            also.extend(codes.split([' ', ',']).filter(|code| !code.is_empty()).map(str::to_owned));
        }
    }
    Notes { leaves_out, says, also }
}
