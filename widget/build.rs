//! Names every phrase for the window's code, with the source language's words. Keeps the relocations in a window that is
//! to be split; what splits it takes them out.

use std::env;
use std::path::Path;

use yishi_words::build::script;

fn main() {
    let split = env::var_os("CARGO_FEATURE_SPLIT").is_some();
    let wasm = env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32");
    if split && wasm {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    script(Path::new("../words"), |catalogue, out| {
        let programs = catalogue.programs();
        let fetched = programs.fetched();
        let bundles: Vec<(&str, &[&str])> =
            fetched.iter().map(|(name, groups)| (*name, groups.as_slice())).collect();
        let names = catalogue.rust_beside(&programs.sheets, &bundles).map_err(|faults| faults.to_string())?;
        out.write("key.rs", &names)?;
        // For tests, which fetch nothing.
        for (program, groups) in &fetched {
            out.write(&format!("{program}.en.txt"), &catalogue.table("en", groups).unwrap_or_default())?;
        }
        Ok(())
    });
}
