//! The project's own commands: `cargo xtask help` lists them.

mod commands;
mod counts;
mod process;
mod tools;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  test      install what the tests need, run them all, print `N passed, N failed, N skipped`
  lint      formatting, clippy (native and WebAssembly) and documentation, warnings as errors
  deny      licences, sources and who may depend on what, by cargo-deny
  vectors   write tests/vectors/stairwell.json anew
  setup     install the tools only, into $CARGO_HOME/yishi-tools
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["test"] => commands::test(),
        ["lint"] => commands::lint(),
        ["deny"] => commands::deny(),
        ["vectors"] => commands::vectors(),
        ["setup"] => tools::wasm().map(drop),
        ["help" | "--help" | "-h"] => {
            process::say(HELP);
            Ok(())
        }
        _ => {
            process::warn(HELP);
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            process::warn(&format!("xtask: {error:#}\n"));
            ExitCode::FAILURE
        }
    }
}
