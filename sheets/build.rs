//! Names the phrases that the readers give, for their code, and compiles those of every language for their tests. What people
//! are told is said by the desk and by the command line, which have the tables of all phrases.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use yishi_words::build::Catalogue;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let phrases = Path::new("../words");
    println!("cargo::rerun-if-changed={}", phrases.display());
    if let Err(faults) = words(phrases) {
        for fault in faults.lines() {
            println!("cargo::error={fault}");
        }
    }
}

fn words(phrases: &Path) -> Result<(), String> {
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let write = |name: &str, text: &str| {
        fs::write(out.join(name), text).map_err(|error| format!("{name} cannot be written: {error}"))
    };
    let catalogue = Catalogue::read(phrases).map_err(|faults| faults.to_string())?.pseudo();
    let groups = catalogue.programs().sheets;
    write("key.rs", &catalogue.names(&groups))?;
    let mut tables = String::from("pub(crate) const TABLES: &[&str] = &[\n");
    for tag in catalogue.tags() {
        write(&format!("{tag}.txt"), &catalogue.table(tag, &groups).unwrap_or_default())?;
        let _ = writeln!(tables, "    include_str!(concat!(env!(\"OUT_DIR\"), \"/{tag}.txt\")),");
    }
    tables.push_str("];\n");
    write("tables.rs", &tables)
}
