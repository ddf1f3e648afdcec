//! What else the compiler is told when it compiles the window.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::process::root;

/// How cargo is told what else the compiler is to do, beside what `.cargo/config.toml` says.
pub(crate) const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// What stands in the window where a panic would say where it was: no folder of this machine, which phones would load and
/// by which each machine would build another window.
///
/// # Errors
/// If there is no home folder, or it cannot be read.
pub(crate) fn flags() -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home =
        home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).context("there is no home folder")?;
    let sources = home.join("registry").join("src");
    let mut flags = vec![format!("--remap-path-prefix={}=", root().display())];
    for index in if sources.is_dir() { crate::widget::names(&sources)? } else { Vec::new() } {
        flags.push(format!("--remap-path-prefix={}=", sources.join(index).display()));
    }
    // Cargo takes a space for the end of a flag.
    flags.retain(|flag| !flag.contains(' '));
    Ok(flags.join(" "))
}
