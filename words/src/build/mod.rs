//! Reads, checks and compiles the phrases: for build scripts, the project's commands and tests, never for a phone.
//!
//! ```
//! use yishi_words::build::Catalogue;
//! use yishi_words::Table;
//!
//! let zh = "## language\nlanguage-name = 简体中文\n## home\nhome-left = 还剩 { $homes } 套\n";
//! let en = "## language\nlanguage-name = English\n## home\nhome-left = { $homes ->\n    [one] 1 home\n   *[other] { $homes } homes\n } left\n";
//! let catalogue = Catalogue::of(&[("zh-CN.ftl", zh), ("en.ftl", en)])?;
//! let bundles: yishi_words::build::Bundles = &[("first", &["language"]), ("more", &["*"])];
//! // What the window includes as Rust, and what it fetches.
//! let rust = catalogue.rust(bundles)?;
//! assert!(rust.contains("pub(crate) fn left(homes: &dyn Number) -> Filled"));
//! for file in catalogue.files(bundles)? {
//!     assert!(Table::parse(file.text.leak()).is_ok());
//! }
//! # Ok::<(), yishi_words::build::Faults>(())
//! ```
//!
//! # The files
//!
//! `zh-CN.ftl` is the source language; every other is held against it. Of [Fluent](https://projectfluent.org) a file may use
//! messages with a value and attributes, `{ $variable }`, `{ "literal" }`, `{ other-message }`, and choices by a number,
//! `{ $count -> [0] none [one] one home *[other] { $count } homes }`, with all the plural categories of the language.
//!
//! `## home` begins a group, whose ids begin with `home-`. In the groups `refusal` and `refusal_…` the rest of an id is the
//! refusal's code, the value is what happened and the attribute `.todo` what to do; they take no variables.
//! Comments are for translators; three say something to us: `# may leave out $count` above a message lets this language not
//! use that variable, `# says $lines` in the source language that a variable is a phrase itself, said in the same language,
//! and `# also for OTHER_CODE` there gives a refusal's words to another code too.

mod check;
mod compile;
mod emit;
mod fault;
mod names;
mod page;
mod part;
mod pattern;
mod plural;
mod pseudo;
mod read;
mod resolve;
mod rust;
mod script;

use std::path::Path;

pub use self::compile::Compiled;
pub use self::emit::{Out, script};
pub use self::fault::{Fault, Faults};
pub use crate::word::PSEUDO;

use self::check::LaidGroup;
use self::fault::Gathered;
use self::read::Language;

/// The language that others are held against.
pub const SOURCE: &str = "zh-CN";

/// Which groups travel together: the bundle's name and its groups. `*` stands for all groups that no other bundle names; a
/// group that none has is of another program, and here it has neither a name nor a file.
pub type Bundles<'a> = &'a [(&'a str, &'a [&'a str])];

/// The groups of each program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Programs<'a> {
    /// What the window says to everybody.
    pub resident: Vec<&'a str>,
    /// What desks say too.
    pub desk: Vec<&'a str>,
    /// What the light pages say.
    pub light: Vec<&'a str>,
    /// What the readers of files say, through desks and the command line.
    pub sheets: Vec<&'a str>,
    /// What the scripts say that load the window, and the pages around it, into which it is written ([`Catalogue::script`],
    /// [`Catalogue::page`]).
    pub page: Vec<&'a str>,
}

impl<'a> Programs<'a> {
    /// What the window fetches, by bundle: a desk fetches both.
    pub fn fetched(&self) -> [(&'static str, Vec<&'a str>); 2] {
        let desk = self.desk.iter().chain(&self.sheets).copied().collect();
        [("resident", self.resident.clone()), ("desk", desk)]
    }
}

/// Every phrase in every language, checked.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// The source language first, then by tag; each with the same groups and phrases in the same order.
    languages: Vec<Language>,
    /// What the languages have in common.
    groups: Vec<LaidGroup>,
}

impl Catalogue {
    /// Reads every `*.ftl` of a folder.
    ///
    /// # Errors
    /// Everything that is wrong in any of them.
    pub fn read(folder: impl AsRef<Path>) -> Result<Self, Faults> {
        let mut faults = Gathered::default();
        let mut files = Vec::new();
        let folder = folder.as_ref();
        let shown = folder.display().to_string();
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => {
                faults.add(&shown, 0, "", format!("the folder cannot be read: {error}"));
                return faults.or(Self { languages: Vec::new(), groups: Vec::new() });
            }
        };
        for entry in entries {
            let path = match entry {
                Ok(entry) => entry.path(),
                Err(error) => {
                    faults.add(&shown, 0, "", format!("the folder cannot be read: {error}"));
                    continue;
                }
            };
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.extension().is_none_or(|extension| extension != "ftl") {
                continue;
            }
            match std::fs::read_to_string(&path) {
                Ok(text) => files.push((name, text)),
                Err(error) => faults.add(&name, 0, "", format!("the file cannot be read as UTF-8: {error}")),
            }
        }
        Self::gathered(&files, faults)
    }

    /// The same from texts, each with its file's name.
    ///
    /// # Errors
    /// Everything that is wrong in any of them.
    pub fn of(files: &[(&str, &str)]) -> Result<Self, Faults> {
        let owned = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
        Self::gathered(&files.iter().map(owned).collect::<Vec<_>>(), Gathered::default())
    }

    fn gathered(files: &[(String, String)], mut faults: Gathered) -> Result<Self, Faults> {
        let mut languages: Vec<Language> =
            files.iter().map(|(name, text)| read::read(name, text, &mut faults)).collect();
        languages.sort_by(|one, other| (one.tag != SOURCE, &one.tag).cmp(&(other.tag != SOURCE, &other.tag)));
        if languages.first().is_none_or(|first| first.tag != SOURCE) {
            faults.add(&format!("{SOURCE}.ftl"), 0, "", "the file of the source language is missing");
            return faults.or(Self { languages, groups: Vec::new() });
        }
        for language in &mut languages {
            resolve::resolve(language, &mut faults);
        }
        let groups = check::lay_out(&languages, &mut faults);
        check::hold_together(&languages, &groups, &mut faults);
        check::align(&mut languages, &groups);
        faults.or(Self { languages, groups })
    }

    /// The tags of the languages, the source language first.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|language| &*language.tag)
    }

    /// The names of the groups, in their order.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().map(|group| &*group.name)
    }

    /// Every key, of messages and of attributes: `home-title`, `refusal-CODE_SPENT.todo`.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().flat_map(|group| &group.phrases).map(|phrase| &*phrase.key)
    }

    /// The codes that a group of refusals knows, sorted.
    pub fn codes(&self, group: &str) -> Vec<&str> {
        let group = self.groups.iter().find(|known| known.name == group && read::is_of_refusals(group));
        group.map(|group| group.codes().into_iter().map(|(code, _)| code).collect()).unwrap_or_default()
    }

    /// The groups of each program, for [`Bundles`]: the desk's are those whose name begins with `desk_` or ends with `_desk`,
    /// the light pages' are `light` and those that begin with `light_`, which the window never shows, those of the
    /// readers of files are `sheets` and those that begin with `sheets_`, those of the scripts and pages that load the window
    /// begin with `page_`, and everybody's are all others.
    pub fn programs(&self) -> Programs<'_> {
        let is_of = |group: &str, name: &str| {
            group.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
        };
        let mut programs = Programs::default();
        for group in self.groups() {
            let program = if is_of(group, "light") {
                &mut programs.light
            } else if is_of(group, "sheets") {
                &mut programs.sheets
            } else if is_of(group, "page") {
                &mut programs.page
            } else if group.starts_with("desk_") || group.ends_with("_desk") {
                &mut programs.desk
            } else {
                &mut programs.resident
            };
            program.push(group);
        }
        programs
    }

    /// A phrase on one line as Fluent would have it, where there is one.
    pub fn phrase(&self, tag: &str, key: &str) -> Option<String> {
        let language = self.languages.iter().find(|language| language.tag == tag)?;
        Some(part::one_line(&language.phrase(key)?.parts))
    }

    /// With the pseudo-language `en-XA` made from `en`: accents, more length, brackets. What it shows without brackets is
    /// no phrase, and what it cuts off will be cut off in some language.
    #[must_use]
    pub fn pseudo(&self) -> Self {
        let mut with = self.clone();
        let from = self.languages.iter().find(|language| language.tag == "en").or(self.languages.first());
        with.languages.extend(from.map(pseudo::of));
        with
    }
}

#[cfg(test)]
mod tests;
