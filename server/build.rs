//! Names every phrase for the light pages' code and compiles the phrases of every language, which the server takes along.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use yishi_words::build::{Bundles, Catalogue};

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
    let programs = catalogue.programs();
    let names = |bundles: Bundles<'_>| catalogue.rust(bundles).map_err(|faults| faults.to_string());
    write("light.rs", &names(&[("light", &programs.light)])?)?;
    let mut window = names(&[("resident", &programs.resident), ("desk", &programs.desk)])?;
    accounts(&catalogue, &mut window);
    write("window.rs", &window)?;

    let groups: Vec<&str> = catalogue.groups().collect();
    let mut tables = String::from("pub(crate) const TABLES: &[&str] = &[\n");
    for tag in catalogue.tags() {
        write(&format!("{tag}.txt"), &catalogue.table(tag, &groups).unwrap_or_default())?;
        let _ = writeln!(tables, "    include_str!(concat!(env!(\"OUT_DIR\"), \"/{tag}.txt\")),");
    }
    tables.push_str("];\n");
    write("tables.rs", &tables)
}

/// Which phrase names an account, by its code: `account-c1101` names 1101.
fn accounts(catalogue: &Catalogue, rust: &mut String) {
    rust.push_str("\n/// What the account of that code is called.\n");
    rust.push_str(
        "pub(crate) fn account_name(code: u32) -> Option<::yishi_words::Word> {\n    Some(match code {\n",
    );
    for code in catalogue.keys().filter_map(|key| key.strip_prefix("account-c")) {
        let _ = writeln!(rust, "        {code} => account::C{code},");
    }
    rust.push_str("        _ => return None,\n    })\n}\n");
}
