//! Tools that cargo cannot bring by itself, each installed once into `$CARGO_HOME/yishi-tools/<name>-<version>`.
//!
//! Not into `target/`, so that a fresh clone finds them.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::process::{cargo, output, program, run, warn};
use crate::widget::Making;

/// Runs tests that are WebAssembly. Must be the version of the crate `wasm-bindgen` in Cargo.lock.
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

/// The folder of a tool's programs; builds the tool, with these flags of `cargo install`, if it is not there. It is optimised
/// as far as `level` says: its own settings may ask for minutes that no run of it earns back.
fn built(tool: (&str, &str), program_name: &str, level: &str, flags: &[&str]) -> Result<PathBuf> {
    let root = folder(tool)?;
    let bin = root.join("bin");
    if !bin.join(program_name).with_extension(std::env::consts::EXE_EXTENSION).exists() {
        let (name, version) = tool;
        warn(&format!("installing {name} {version}, once for all clones; this takes some minutes\n"));
        let root = root.to_str().context("the tools' folder is not UTF-8")?;
        let mut install =
            cargo(&["install", name, "--version", version, "--locked", "--quiet", "--root", root]);
        let settings = [("LTO", "off"), ("OPT_LEVEL", level), ("CODEGEN_UNITS", "256")];
        let settings = settings.map(|(name, value)| (format!("CARGO_PROFILE_RELEASE_{name}"), value));
        run(install.args(flags).envs(settings))?;
    }
    Ok(bin)
}

/// The WebAssembly target, if rustup can be asked.
///
/// # Errors
/// If it cannot be installed.
pub(crate) fn wasm_target() -> Result<()> {
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

/// Node, which runs WebAssembly tests, `wasm-opt` and esbuild.
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
    Ok(built(WASM_BINDGEN, runner, "1", &[])?.join(runner))
}

/// What turns the compiled widget into what is served.
#[derive(Debug)]
pub(crate) struct Tools {
    /// None for what is only looked at on this machine.
    pub(crate) trunk: Option<PathBuf>,
    pub(crate) esbuild: PathBuf,
}

/// What builds the widget.
///
/// # Errors
/// With what to install, if it cannot be installed from here.
pub(crate) fn widget(making: Making) -> Result<Tools> {
    node()?;
    let trunk = match making {
        // It downloads nothing here, and builds faster without what it would download with.
        Making::Whole => Some(built(TRUNK, "trunk", "0", &["--no-default-features"])?.join("trunk")),
        Making::Quick => None,
    };
    Ok(Tools { trunk, esbuild: from_npm(ESBUILD, "esbuild")?.join("esbuild") })
}

/// `wasm-opt`, for what phones load.
///
/// # Errors
/// If it cannot be installed from here.
pub(crate) fn wasm_opt() -> Result<PathBuf> {
    Ok(from_npm(BINARYEN, "wasm-opt")?.join("wasm-opt"))
}

/// The sources of the standard library, which is compiled anew for phones; none where they cannot be had.
pub(crate) fn library_sources() -> Option<PathBuf> {
    let root = output(&mut program("rustc", &["--print", "sysroot"]))?;
    let sources = PathBuf::from(root).join("lib/rustlib/src/rust/library");
    if !sources.join("Cargo.lock").exists() {
        run(&mut program("rustup", &["component", "add", "rust-src"])).ok()?;
    }
    sources.join("Cargo.lock").exists().then_some(sources)
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
    Ok(built(CARGO_DENY, "cargo-deny", "1", &[])?.join("cargo-deny"))
}

/// Installs every tool that builds or tests something.
///
/// # Errors
/// If one of them cannot be installed.
pub(crate) fn all() -> Result<()> {
    wasm()?;
    widget(Making::Whole)?;
    wasm_opt()?;
    axe()?;
    library_sources();
    Ok(())
}
