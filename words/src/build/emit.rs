//! What the build scripts of all programs have in common: reading the phrases, saying to cargo what is wrong with them, and writing
//! beside the program what it includes.

use std::fmt::{Display, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

use super::Catalogue;

/// Where a build script writes.
#[derive(Debug)]
pub struct Out(PathBuf);

impl Out {
    /// Writes a file.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&self, name: &str, text: &str) -> Result<(), String> {
        fs::write(self.0.join(name), text).map_err(|error| format!("{name} cannot be written: {error}"))
    }

    /// Writes some groups in every language, and `tables.rs` with all of them, as `TABLES`.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn tables(&self, catalogue: &Catalogue, groups: &[&str]) -> Result<(), String> {
        let mut tables = String::from("pub(crate) const TABLES: &[&str] = &[\n");
        for tag in catalogue.tags() {
            self.write(&format!("{tag}.txt"), &catalogue.table(tag, groups).unwrap_or_default())?;
            let _ = writeln!(tables, "    include_str!(concat!(env!(\"OUT_DIR\"), \"/{tag}.txt\")),");
        }
        tables.push_str("];\n");
        self.write("tables.rs", &tables)
    }
}

/// Runs a build script: reads the phrases of a folder, with the pseudo-language, and lets `write` write what its program includes.
/// What is wrong with them stops the build, each fault by itself.
pub fn script(phrases: &Path, write: impl FnOnce(&Catalogue, &Out) -> Result<(), String>) {
    say(&"cargo::rerun-if-changed=build.rs");
    say(&format_args!("cargo::rerun-if-changed={}", phrases.display()));
    let out = Out(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()));
    let read = Catalogue::read(phrases).map_err(|faults| faults.to_string());
    if let Err(faults) = read.and_then(|catalogue| write(&catalogue.pseudo(), &out)) {
        faults.lines().for_each(|fault| say(&format_args!("cargo::error={fault}")));
    }
}

#[expect(clippy::print_stdout, reason = "cargo reads it there")]
fn say(line: &dyn Display) {
    println!("{line}");
}
