//! Tools that cargo cannot bring by itself, each installed once into `$CARGO_HOME/yishi-tools/<name>-<version>`.
//!
//! Not into `target/`, so that a fresh clone finds them.

use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::process::{cargo, output, program, run, warn};

/// Must be the version of the crate `wasm-bindgen` in Cargo.lock.
const WASM_BINDGEN: (&str, &str) = ("wasm-bindgen-cli", "0.2.129");
const CARGO_DENY: (&str, &str) = ("cargo-deny", "0.20.2");
const TRUNK: (&str, &str) = ("trunk", "0.21.14");
/// From npm: it brings a recent `wasm-opt` that needs nothing but Node.
const BINARYEN: (&str, &str) = ("binaryen", "132.0.0");
/// From npm: it takes out of scripts and style sheets what phones need not load.
const ESBUILD: (&str, &str) = ("esbuild", "0.28.2");

/// From npm: it looks for what a screen reader or a keyboard cannot reach. Only tests run it.
const AXE: (&str, &str) = ("axe-core", "4.14.1");

/// What the widget is compiled to.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Where a tool of this version has its place.
fn folder((name, version): (&str, &str)) -> Result<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let tools = home.context("neither CARGO_HOME nor a home folder is set")?.join("yishi-tools");
    Ok(tools.join(format!("{name}-{version}")))
}

/// The folder of a tool's programs; builds the tool, under these settings of cargo's, if it is not there.
fn built(tool: (&str, &str), program_name: &str, settings: &[(&str, &str)]) -> Result<PathBuf> {
    let root = folder(tool)?;
    let bin = root.join("bin");
    if !bin.join(program_name).with_extension(std::env::consts::EXE_EXTENSION).exists() {
        let (name, version) = tool;
        warn(&format!("installing {name} {version}, once for all clones; this takes some minutes\n"));
        let root = root.to_str().context("the tools' folder is not UTF-8")?;
        let mut install = cargo(&["install", name, "--version", version, "--locked", "--root", root]);
        run(install.envs(settings.iter().copied()))?;
    }
    Ok(bin)
}

/// The WebAssembly target, if rustup can be asked.
///
/// # Errors
/// If it cannot be installed.
fn wasm_target() -> Result<()> {
    let installed = output(&mut program("rustup", &["target", "list", "--installed"]));
    match installed {
        Some(targets) if targets.lines().any(|target| target == WASM_TARGET) => Ok(()),
        Some(_) => run(&mut program("rustup", &["target", "add", WASM_TARGET])),
        None => {
            warn(
                "rustup is not here; going on in the hope that rustc has the target wasm32-unknown-unknown\n",
            );
            Ok(())
        }
    }
}

/// Node, which runs WebAssembly tests and `wasm-opt`.
fn node() -> Result<()> {
    match output(&mut program("node", &["--version"])) {
        Some(version) => warn(&format!("node {version}\n")),
        None => bail!("Node.js 20 or newer is needed; install it and try again"),
    }
    Ok(())
}

/// The WebAssembly target, Node, and the program that runs WebAssembly tests under it. Returns that program's path.
///
/// # Errors
/// With what to install, if it cannot be installed from here.
pub(crate) fn wasm() -> Result<PathBuf> {
    wasm_target()?;
    node()?;
    let runner = "wasm-bindgen-test-runner";
    Ok(built(WASM_BINDGEN, runner, &[])?.join(runner))
}

/// What builds the widget: a `PATH` on which `trunk`, `wasm-bindgen`, `wasm-opt` and `esbuild` of these versions are found
/// before any other.
///
/// # Errors
/// With what to install, if it cannot be installed from here.
pub(crate) fn widget() -> Result<OsString> {
    wasm_target()?;
    node()?;
    // Its release profile asks for ten minutes of optimisation that one short run never earns back.
    let quickly = [
        ("CARGO_PROFILE_RELEASE_LTO", "off"),
        ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
    ];
    let mut folders = vec![
        built(TRUNK, "trunk", &quickly)?,
        built(WASM_BINDGEN, "wasm-bindgen", &[])?,
        from_npm(BINARYEN, "wasm-opt")?,
        from_npm(ESBUILD, "esbuild")?,
    ];
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    std::env::join_paths(folders).context("a folder of the tools cannot stand on PATH")
}

/// The script of axe-core.
///
/// # Errors
/// With what to install, if it cannot be installed from here.
pub(crate) fn axe() -> Result<PathBuf> {
    package(AXE, "axe-core/axe.min.js")
}

/// The folder of a package's programs; fetches the package if it is not there.
fn from_npm(tool: (&str, &str), program_name: &str) -> Result<PathBuf> {
    let program = package(tool, &format!(".bin/{program_name}"))?;
    Ok(program.parent().context("a program lies in a folder")?.to_path_buf())
}

/// A file of a package; fetches the package if it is not there.
fn package(tool: (&str, &str), file: &str) -> Result<PathBuf> {
    let root = folder(tool)?;
    let file = root.join("node_modules").join(file);
    if !file.exists() {
        let (name, version) = tool;
        warn(&format!("installing {name} {version} from npm, once for all clones\n"));
        std::fs::create_dir_all(&root).with_context(|| format!("cannot make {}", root.display()))?;
        let root = root.to_str().context("the tools' folder is not UTF-8")?;
        let package = format!("{name}@{version}");
        let arguments = ["install", "--no-audit", "--no-fund", "--prefix", root, &package];
        run(&mut program("npm", &arguments)).context("npm comes with Node.js")?;
    }
    Ok(file)
}

/// The path of `cargo-deny`.
///
/// # Errors
/// If it cannot be built.
pub(crate) fn cargo_deny() -> Result<PathBuf> {
    Ok(built(CARGO_DENY, "cargo-deny", &[])?.join("cargo-deny"))
}
