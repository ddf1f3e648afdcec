//! What each command does.

use anyhow::{Context, Result, ensure};

use crate::counts::Counts;
use crate::process::{cargo, output, program, run, run_reading, say};
use crate::tools;

/// Runs everything and prints the closing line, also when something fails.
///
/// # Errors
/// If a test fails, does not build, or none runs.
pub(crate) fn test() -> Result<()> {
    let runner = tools::wasm()?;
    let mut counts = Counts::default();
    let native = run_reading(&mut cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]), |line| {
        counts.add_line(line);
    })?;
    // The same vectors as WebAssembly, under Node: what a phone computes is what the server computes.
    let wasm = ["test", "--locked", "--package", "yishi-protocol", "--test", "vectors", "--target"];
    let mut wasm = cargo(&[&wasm[..], &["wasm32-unknown-unknown"]].concat());
    wasm.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    let wasm = run_reading(&mut wasm, |line| counts.add_line(line))?;
    if !(native && wasm) && counts.failed == 0 {
        // Something did not build or broke off: no harness counted it.
        counts.failed = 1;
    }
    say(&format!("{counts}\n"));
    ensure!(counts.failed == 0, "tests failed");
    ensure!(counts.passed > 0, "no test ran");
    Ok(())
}

/// Formatting, clippy and documentation.
///
/// # Errors
/// If one of them finds something.
pub(crate) fn lint() -> Result<()> {
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    let clippy = ["clippy", "--workspace", "--all-targets", "--locked", "--", "--deny", "warnings"];
    run(&mut cargo(&clippy))?;
    tools::wasm()?;
    let wasm = ["clippy", "--package", "yishi-protocol", "--all-targets", "--locked", "--target"];
    run(&mut cargo(&[&wasm[..], &["wasm32-unknown-unknown", "--", "--deny", "warnings"]].concat()))?;
    let mut doc = cargo(&["doc", "--workspace", "--no-deps", "--document-private-items", "--locked"]);
    run(doc.env("RUSTDOCFLAGS", "--deny warnings"))
}

/// Licences, sources, and who may depend on what.
///
/// # Errors
/// If something is not allowed.
pub(crate) fn deny() -> Result<()> {
    let tree = [
        "tree",
        "--locked",
        "--package",
        "yishi-protocol",
        "--edges",
        "normal,no-proc-macro",
        "--duplicates",
    ];
    let duplicates = output(&mut cargo(&tree)).context("cargo tree failed")?;
    ensure!(duplicates.is_empty(), "the rule book would have a library twice:\n{duplicates}");
    let deny = tools::cargo_deny()?;
    run(&mut program(deny, &["--workspace", "check", "bans", "licenses", "sources"]))
}

/// Writes the log vectors anew.
///
/// # Errors
/// If the rules no longer give what the story tells.
pub(crate) fn vectors() -> Result<()> {
    run(&mut cargo(&["run", "--quiet", "--locked", "--package", "yishi-tests", "--bin", "write-vectors"]))
}
