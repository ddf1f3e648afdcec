//! What is wrong with a phrase, and where, in a sentence that somebody can act on.

use std::fmt;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file's name: `en.ftl`.
    pub file: String,
    /// Its line, from 1; 0 where no one line is to blame.
    pub line: usize,
    /// The message, with its attribute: `home-title.todo`; empty where it is not about one.
    pub key: String,
    /// What is wrong and what to do.
    pub sentence: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.file)?;
        if self.line > 0 {
            write!(out, ":{}", self.line)?;
        }
        if !self.key.is_empty() {
            write!(out, ": {}", self.key)?;
        }
        write!(out, ": {}", self.sentence)
    }
}

/// Everything that is wrong, by file and line; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(pub(super) Vec<Fault>);

impl Faults {
    /// Each fault.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.0.iter()
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, fault) in self.0.iter().enumerate() {
            if place > 0 {
                out.write_str("\n")?;
            }
            fault.fmt(out)?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

/// Gathers faults.
#[derive(Debug, Default)]
pub(super) struct Gathered(Vec<Fault>);

impl Gathered {
    pub(super) fn add(&mut self, file: &str, line: usize, key: &str, sentence: impl Into<String>) {
        let (file, key, sentence) = (file.to_owned(), key.to_owned(), sentence.into());
        self.0.push(Fault { file, line, key, sentence });
    }

    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// The value if there are none.
    pub(super) fn or<T>(mut self, value: T) -> Result<T, Faults> {
        if self.0.is_empty() {
            return Ok(value);
        }
        self.0.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        Err(Faults(self.0))
    }
}
