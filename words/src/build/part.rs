//! What a phrase is made of, once it is read: text, values that are shown, and choices by a number.

use std::fmt::Write as _;

use super::plural;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Text as it is shown.
    Text(String),
    /// A variable that is shown.
    Show(String),
    /// Another message, until references are resolved.
    Message(String),
    /// What stands here depends on a number.
    Choose {
        /// The variable that holds it.
        variable: String,
        /// Tried in their order; the last always holds.
        cases: Vec<(Key, Vec<Part>)>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Exact(u64),
    /// A plural category, by its letter.
    Category(char),
    Otherwise,
}

/// A variable of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Variable {
    pub(super) name: String,
    /// Whether some language chooses by it.
    pub(super) counted: bool,
    /// Whether it is a phrase itself, as the comment of the source language says.
    pub(super) said: bool,
}

/// Adds the variables of a phrase that are not there yet, in the order in which they occur.
pub(super) fn gather(parts: &[Part], found: &mut Vec<Variable>) {
    for part in parts {
        match part {
            Part::Show(name) => add(name, false, found),
            Part::Choose { variable, cases } => {
                add(variable, true, found);
                for (_, parts) in cases {
                    gather(parts, found);
                }
            }
            Part::Text(_) | Part::Message(_) => {}
        }
    }
}

fn add(name: &str, counted: bool, found: &mut Vec<Variable>) {
    match found.iter_mut().find(|known| known.name == name) {
        Some(known) => known.counted |= counted,
        None => found.push(Variable { name: name.to_owned(), counted, said: false }),
    }
}

/// Adds a part at the end; text joins text.
pub(super) fn push(parts: &mut Vec<Part>, part: Part) {
    match (parts.last_mut(), part) {
        (Some(Part::Text(before)), Part::Text(text)) => before.push_str(&text),
        (_, Part::Text(text)) if text.is_empty() => {}
        (_, part) => parts.push(part),
    }
}

/// The phrase on one line, as Fluent would have it.
pub(super) fn one_line(parts: &[Part]) -> String {
    let mut line = String::new();
    for part in parts {
        match part {
            Part::Text(text) => line.push_str(&text.replace('\n', "⏎")),
            Part::Show(name) => {
                let _ = write!(line, "{{ ${name} }}");
            }
            Part::Message(id) => {
                let _ = write!(line, "{{ {id} }}");
            }
            Part::Choose { variable, cases } => {
                let _ = write!(line, "{{ ${variable} ->");
                for (key, parts) in cases {
                    let _ = match key {
                        Key::Exact(number) => write!(line, " [{number}] "),
                        Key::Category(letter) => write!(line, " [{}] ", plural::name(*letter)),
                        Key::Otherwise => write!(line, " *[other] "),
                    };
                    line.push_str(&one_line(parts));
                }
                line.push_str(" }");
            }
        }
    }
    line
}
