//! Names every phrase for the window's code, with the source language's words. Keeps the relocations in a window that is
//! to be split; what splits it takes them out.

use std::path::{Path, PathBuf};
use std::{env, fs};

use yishi_words::build::Catalogue;

fn main() {
    let split = env::var_os("CARGO_FEATURE_SPLIT").is_some();
    let wasm = env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32");
    if split && wasm {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
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
    let fetched = programs.fetched();
    let bundles: Vec<(&str, &[&str])> =
        fetched.iter().map(|(name, groups)| (*name, groups.as_slice())).collect();
    let names = catalogue.rust_beside(&programs.sheets, &bundles).map_err(|faults| faults.to_string())?;
    write("key.rs", &names)?;
    // For tests, which fetch nothing.
    for (program, groups) in &fetched {
        write(&format!("{program}.en.txt"), &catalogue.table("en", groups).unwrap_or_default())?;
    }
    Ok(())
}
