//! The names of phrases as Rust, which each program that says them includes.

use std::fmt::Write as _;

use super::check::{LANGUAGE_NAME, Laid, LaidGroup};
use super::fault::Faults;
use super::part::Variable;
use super::read::is_of_refusals;
use super::{Bundles, Catalogue, compile, names, part};

impl Catalogue {
    /// Rust for `include!`: a module for each group of the bundles with a `Word` or a function for each phrase, a function for
    /// each group of refusals, and `LANGUAGES`.
    ///
    /// `language-name` has no name there, since `LANGUAGES` has it.
    ///
    /// # Errors
    /// When a bundle names a group that is not there, or a group is in two bundles.
    pub fn rust(&self, bundles: Bundles<'_>) -> Result<String, Faults> {
        self.rust_beside(&[], bundles)
    }

    /// [`Self::rust`] of a program some of whose phrases another crate names, by [`Self::names`]: these groups travel in the
    /// bundles and get no names.
    ///
    /// # Errors
    /// As [`Self::rust`].
    pub fn rust_beside(&self, elsewhere: &[&str], bundles: Bundles<'_>) -> Result<String, Faults> {
        let bundled = self.bundled(bundles)?.into_iter().flat_map(|(_, groups)| groups);
        let bundled: Vec<&str> = bundled.filter(|group| !elsewhere.contains(group)).collect();
        let mut rust = self.names(&bundled);
        self.languages(&mut rust, bundles)?;
        Ok(rust)
    }

    /// The names of the phrases of some groups and nothing else, for a crate that names phrases and says none.
    pub fn names(&self, groups: &[&str]) -> String {
        let mut rust = String::from("// Written from the Fluent files of the phrases; change those.\n");
        for (number, group) in
            self.groups.iter().enumerate().filter(|(_, group)| groups.contains(&&*group.name))
        {
            if is_of_refusals(&group.name) {
                self.refusals(&mut rust, number, group);
            } else {
                self.module(&mut rust, number, group);
            }
        }
        rust
    }

    fn module(&self, rust: &mut String, number: usize, group: &LaidGroup) {
        let named = group.phrases.iter().enumerate().filter(|(_, phrase)| phrase.key != LANGUAGE_NAME);
        let named: Vec<(usize, &Laid)> = named.collect();
        if named.is_empty() {
            return;
        }
        let shown = |counted: bool| {
            named
                .iter()
                .any(|(_, phrase)| phrase.variables.iter().any(|one| !one.said && one.counted == counted))
        };
        let filled = named.iter().any(|(_, phrase)| !phrase.variables.is_empty());
        let _ = writeln!(
            rust,
            "\n/// The phrases of the group `{}`.\npub(crate) mod {} {{",
            group.name,
            names::function(&group.name)
        );
        if shown(false) {
            rust.push_str("    use std::fmt::Display;\n\n");
        }
        let mut used = Vec::new();
        if filled {
            used.push("Filled");
        }
        if shown(true) {
            used.push("Number");
        }
        if filled {
            used.push("Value");
        }
        used.extend(["Phrase", "Word"]);
        let _ = writeln!(rust, "    use ::yishi_words::{{{}}};", used.join(", "));
        for (place, phrase) in named {
            let doc = self.languages.first().and_then(|source| {
                let phrase = source.groups.get(number)?.phrases.get(place)?;
                Some(part::one_line(&phrase.parts))
            });
            // In a code span nothing is a link or a name to rustdoc and clippy.
            let doc = doc.unwrap_or_default().replace('`', "'");
            let _ = writeln!(rust, "\n    /// `{doc}`");
            name(rust, phrase, (number, place), &self.source(number, place));
        }
        rust.push_str("}\n");
    }

    /// A phrase of the source language as a table has it.
    fn source(&self, number: usize, place: usize) -> String {
        let mut text = String::new();
        let laid = self.groups.get(number).and_then(|group| group.phrases.get(place));
        let source = self.languages.first().and_then(|source| source.groups.get(number)?.phrases.get(place));
        if let (Some(laid), Some(phrase)) = (laid, source) {
            compile::write(&phrase.parts, &laid.variables, &mut text);
        }
        text
    }

    fn refusals(&self, rust: &mut String, number: usize, group: &LaidGroup) {
        let (name, table) = (&group.name, group.name.to_uppercase());
        let _ = writeln!(
            rust,
            "\nconst {table}: &[(&str, ::yishi_words::Word, ::yishi_words::Word)] = {{\n    use ::yishi_words::{{Phrase, Word}};\n\n    &["
        );
        for (code, place) in group.codes() {
            let (what, todo) = (self.source(number, place), self.source(number, place + 1));
            let _ = writeln!(
                rust,
                "        ({code:?}, Word::of(&Phrase {{ group: {number}, place: {place}, source: {what:?} }}), Word::of(&Phrase {{ group: {number}, place: {}, source: {todo:?} }})),",
                place + 1
            );
        }
        rust.push_str("    ]\n};\n");
        let _ = writeln!(rust, "\n/// What happened and what to do, for a code of the group `{name}`.");
        let _ = writeln!(
            rust,
            "pub(crate) fn {name}(code: &str) -> Option<(::yishi_words::Word, ::yishi_words::Word)> {{\n    ::yishi_words::advice({table}, code)\n}}"
        );
    }

    fn languages(&self, rust: &mut String, bundles: Bundles<'_>) -> Result<(), Faults> {
        let files = self.files(bundles)?;
        let runs = self.languages.first().map(|source| source.plural.runs.as_str()).unwrap_or_default();
        let _ = writeln!(
            rust,
            "\n/// The plural categories of the source language.\npub(crate) const SOURCE_PLURALS: &str = {runs:?};"
        );
        rust.push_str("\n/// Every language, the source language first, with the files of its phrases.\n");
        rust.push_str("pub(crate) const LANGUAGES: &[::yishi_words::Language] = &[\n");
        for language in &self.languages {
            let name =
                language.phrase(LANGUAGE_NAME).map(|name| part::one_line(&name.parts)).unwrap_or_default();
            let _ = writeln!(
                rust,
                "    ::yishi_words::Language {{\n        tag: {:?},\n        name: {name:?},",
                language.tag
            );
            rust.push_str("        files: &[\n");
            for file in files.iter().filter(|file| file.tag == language.tag) {
                let (bundle, name, integrity) = (&file.bundle, &file.name, &file.integrity);
                let _ = writeln!(
                    rust,
                    "            ::yishi_words::File {{\n                bundle: {bundle:?},\n                name: {name:?},\n                integrity: {integrity:?},\n            }},"
                );
            }
            rust.push_str("        ],\n    },\n");
        }
        rust.push_str("];\n");
        Ok(())
    }
}

fn name(rust: &mut String, phrase: &Laid, (number, place): (usize, usize), source: &str) {
    if phrase.variables.is_empty() {
        let constant = names::constant(&phrase.rest);
        let _ = writeln!(
            rust,
            "    pub(crate) const {constant}: Word = Word::of(&Phrase {{ group: {number}, place: {place}, source: {source:?} }});"
        );
        return;
    }
    let (mut parameters, mut values) = (Vec::new(), Vec::new());
    for variable in &phrase.variables {
        let parameter = names::parameter(&variable.name);
        let (kind, value) = match variable {
            Variable { said: true, .. } => ("&Filled", "Said"),
            Variable { counted: true, .. } => ("&dyn Number", "Counted"),
            _ => ("&dyn Display", "Shown"),
        };
        values.push(format!("Value::{value}({parameter})"));
        parameters.push(format!("{parameter}: {kind}"));
    }
    let (function, parameters, values) =
        (names::function(&phrase.rest), parameters.join(", "), values.join(", "));
    let _ = writeln!(rust, "    pub(crate) fn {function}({parameters}) -> Filled {{");
    let _ = writeln!(
        rust,
        "        Filled::new(Word::of(&Phrase {{ group: {number}, place: {place}, source: {source:?} }}), &[{values}])\n    }}"
    );
}
