//! Tools that cargo cannot bring by itself, each built once into `$CARGO_HOME/yishi-tools/<name>-<version>`.
//!
//! Not into `target/`, so that a fresh clone finds them.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::process::{cargo, output, program, run, warn};

/// Must be the version of the crate `wasm-bindgen` in Cargo.lock.
const WASM_BINDGEN: (&str, &str) = ("wasm-bindgen-cli", "0.2.129");
const CARGO_DENY: (&str, &str) = ("cargo-deny", "0.20.2");
const WASM_TARGET: &str = "wasm32-unknown-unknown";

fn tools_folder() -> Result<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    Ok(home.context("neither CARGO_HOME nor a home folder is set")?.join("yishi-tools"))
}

/// The folder of a tool's programs; builds the tool if it is not there.
fn tool((name, version): (&str, &str), program_name: &str) -> Result<PathBuf> {
    let root = tools_folder()?.join(format!("{name}-{version}"));
    let bin = root.join("bin");
    if !bin.join(program_name).with_extension(std::env::consts::EXE_EXTENSION).exists() {
        warn(&format!("installing {name} {version}, once for all clones; this takes some minutes\n"));
        let root = root.to_str().context("the tools' folder is not UTF-8")?;
        run(&mut cargo(&["install", name, "--version", version, "--locked", "--root", root]))?;
    }
    Ok(bin)
}

/// The WebAssembly target, Node, and the program that runs WebAssembly tests under it. Returns that program's path.
///
/// # Errors
/// With what to install, if it cannot be installed from here.
pub(crate) fn wasm() -> Result<PathBuf> {
    let installed = output(&mut program("rustup", &["target", "list", "--installed"]));
    match installed {
        Some(targets) if targets.lines().any(|target| target == WASM_TARGET) => {}
        Some(_) => run(&mut program("rustup", &["target", "add", WASM_TARGET]))?,
        None => warn(
            "rustup is not here; going on in the hope that rustc has the target wasm32-unknown-unknown\n",
        ),
    }
    match output(&mut program("node", &["--version"])) {
        Some(version) => warn(&format!("node {version}\n")),
        None => bail!("Node.js 20 or newer is needed to run WebAssembly tests; install it and try again"),
    }
    Ok(tool(WASM_BINDGEN, "wasm-bindgen-test-runner")?.join("wasm-bindgen-test-runner"))
}

/// The path of `cargo-deny`.
///
/// # Errors
/// If it cannot be built.
pub(crate) fn cargo_deny() -> Result<PathBuf> {
    Ok(tool(CARGO_DENY, "cargo-deny")?.join("cargo-deny"))
}
