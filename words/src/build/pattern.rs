//! A Fluent pattern as our parts.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::fault::Gathered;
use super::part::{Key, Part, push};
use super::plural::{self, Plural};

/// A choice in a choice in a choice is as much as a translator can read.
const MAX_DEPTH: usize = 3;

/// Reads the patterns of one phrase.
pub(super) struct Patterns<'a> {
    pub(super) file: &'a str,
    pub(super) key: &'a str,
    pub(super) line: usize,
    pub(super) plural: &'a Plural,
    pub(super) faults: &'a mut Gathered,
}

impl Patterns<'_> {
    pub(super) fn fault(&mut self, sentence: impl Into<String>) {
        self.faults.add(self.file, self.line, self.key, sentence);
    }

    /// The parts of a pattern that lies inside so many choices.
    pub(super) fn parts(&mut self, pattern: &Pattern<&str>, depth: usize) -> Vec<Part> {
        let mut parts = Vec::new();
        for element in &pattern.elements {
            let part = match element {
                PatternElement::TextElement { value } => Some(Part::Text((*value).to_owned())),
                PatternElement::Placeable { expression } => self.expression(expression, depth),
            };
            if let Some(part) = part {
                push(&mut parts, part);
            }
        }
        parts
    }

    fn expression(&mut self, expression: &Expression<&str>, depth: usize) -> Option<Part> {
        match expression {
            Expression::Select { selector, variants } => self.choice(selector, variants, depth),
            Expression::Inline(inline) => self.inline(inline, depth),
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, depth: usize) -> Option<Part> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                let text = unescape_unicode_to_string(value).into_owned();
                if let Some(control) = text.chars().find(|next| next.is_control()) {
                    let code = u32::from(control);
                    self.fault(format!("it holds the control character U+{code:04X}; take it out"));
                }
                return Some(Part::Text(text));
            }
            InlineExpression::NumberLiteral { value } => return Some(Part::Text((*value).to_owned())),
            InlineExpression::VariableReference { id } => return Some(Part::Show(id.name.to_owned())),
            InlineExpression::MessageReference { id, attribute: None } => {
                return Some(Part::Message(id.name.to_owned()));
            }
            InlineExpression::Placeable { expression } => return self.expression(expression, depth),
            InlineExpression::MessageReference { id, attribute: Some(attribute) } => self.fault(format!(
                "`{}.{}` refers to an attribute, which is not supported; refer to a message",
                id.name, attribute.name
            )),
            InlineExpression::TermReference { id, .. } => self.fault(format!(
                "`-{}` is a term, and terms are not supported; refer to a message or write the words out",
                id.name
            )),
            InlineExpression::FunctionReference { id, .. } => self.fault(format!(
                "`{}(…)` is a function, and functions are not supported; what is shown is given as a variable",
                id.name
            )),
        }
        None
    }

    fn choice(
        &mut self,
        selector: &InlineExpression<&str>,
        variants: &[Variant<&str>],
        depth: usize,
    ) -> Option<Part> {
        let InlineExpression::VariableReference { id } = selector else {
            self.fault("a choice is made by a variable only: { $count -> … }");
            return None;
        };
        if depth == MAX_DEPTH {
            self.fault(format!("its choices lie more than {MAX_DEPTH} deep; make it several messages"));
            return None;
        }
        if !variants.last().is_some_and(|variant| variant.default) {
            self.fault(format!("the default variant of ${} must stand last, marked with *", id.name));
        }
        let mut keys: Vec<Option<Key>> = Vec::new();
        let mut cases = Vec::new();
        for variant in variants {
            let key = self.key_of(&variant.key);
            if key.is_some() && keys.contains(&key) {
                self.fault(format!("the choice by ${} has a variant twice; take one out", id.name));
            }
            keys.push(key);
            let parts = self.parts(&variant.value, depth + 1);
            match key {
                _ if variant.default => cases.push((Key::Otherwise, parts)),
                Some(key) => cases.push((key, parts)),
                None => {}
            }
        }
        let by_plural = |(key, _): &(Key, Vec<Part>)| matches!(key, Key::Category(_));
        let known: Vec<Key> = keys.into_iter().flatten().collect();
        if let Some((number, name)) = self.plural.left_out(&known).filter(|_| cases.iter().any(by_plural)) {
            self.fault(format!("the choice by ${} lacks [{name}], as for {number}; add it", id.name));
        }
        Some(Part::Choose { variable: id.name.to_owned(), cases })
    }

    fn key_of(&mut self, key: &VariantKey<&str>) -> Option<Key> {
        match key {
            VariantKey::NumberLiteral { value } => {
                let number = value.parse::<u64>().ok().filter(|number| number.to_string() == *value);
                if number.is_none() {
                    self.fault(format!("[{value}] is not a whole number from 0, written plainly"));
                }
                number.map(Key::Exact)
            }
            VariantKey::Identifier { name } => {
                let letter = plural::letter(name).filter(|letter| self.plural.letters.contains(letter));
                if letter.is_none() {
                    let names = self.plural.names();
                    self.fault(format!(
                        "the language has no plural category [{name}]; it has: {names}, and exact numbers"
                    ));
                }
                letter.map(Key::Category)
            }
        }
    }
}
