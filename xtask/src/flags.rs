//! What else the compiler is told when it compiles the window.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::root;

/// How cargo is told what else the compiler is to do, beside what `.cargo/config.toml` says.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// What cargo and the compiler are told by the environment.
#[derive(Clone, Debug)]
pub(crate) struct Told(Vec<(&'static str, String)>);

impl Told {
    /// Where there are sources of the standard library, it is compiled with the window, as small as can be, and nothing in it
    /// can say where or why it stopped: a ninth of what phones load until the first screen stands were words of panics, which have
    /// nowhere to go, and code that hands them on. No stable flag does that yet, so the compiler is told to take those that
    /// are not stable; what they do to the program its tests see.
    ///
    /// # Errors
    /// If there is no home folder, or it cannot be read.
    pub(crate) fn new(library: Option<&Path>) -> Result<Self> {
        let mut flags = remapped(library)?;
        let mut told = Vec::new();
        if library.is_some() {
            flags.extend(
                [
                    "-Zunstable-options",
                    "-Cpanic=immediate-abort",
                    "-Zlocation-detail=none",
                    "-Zfmt-debug=none",
                ]
                .map(str::to_owned),
            );
            told.extend([
                ("RUSTC_BOOTSTRAP", "1".to_owned()),
                ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".to_owned()),
                ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size".to_owned()),
            ]);
        }
        told.push((FLAGS, flags.join(" ")));
        Ok(Self(told))
    }

    /// Tells a program that calls the compiler.
    pub(crate) fn to<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.envs(self.0.iter().cloned())
    }
}

/// No folder of this machine stands in the window, which phones would load and by which each machine would build another
/// one.
fn remapped(library: Option<&Path>) -> Result<Vec<String>> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home =
        home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).context("there is no home folder")?;
    let sources = home.join("registry").join("src");
    let mut folders = vec![root()];
    for index in if sources.is_dir() { crate::widget::names(&sources)? } else { Vec::new() } {
        folders.push(sources.join(index));
    }
    folders.extend(library.map(Path::to_path_buf));
    let mut flags: Vec<_> =
        folders.iter().map(|folder| format!("--remap-path-prefix={}=", folder.display())).collect();
    // Cargo takes a space for the end of a flag.
    flags.retain(|flag| !flag.contains(' '));
    Ok(flags)
}
