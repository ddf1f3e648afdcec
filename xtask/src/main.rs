//! The project's own commands: `cargo xtask help` lists them.

mod bench;
mod bindgen;
mod browser;
mod budget;
mod commands;
mod counts;
mod court;
mod dist;
mod flags;
mod floor;
mod left;
mod postgres;
mod process;
mod split;
mod themes;
mod tools;
mod widget;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  demo      build the window and serve a made-up estate in the middle of its year; flags go to the demo. With
            --postgres two servers serve it, on one PostgreSQL that is made for it and taken away afterwards
  test      install what the tests need, run them all, print `N passed, N failed, N skipped`
  gallery   walk the browser tests and keep a picture of every screen, in target/gallery/index.html
  tour      take the pictures of README.md from the demo
  widget    build the widget into target/widget/dist, and weigh what phones load
  lint      formatting, clippy (native and WebAssembly) and documentation, warnings as errors
  deny      licences, sources and who may depend on what, by cargo-deny
  bench     measure speed, as ratios to what this machine can do at most (about three minutes)
  vectors   write stairwell.json and other.json of tests/vectors anew
  docs      write anew what follows from the types: the boxes of protocol/SPEC.md, the schemas of server/openapi.json
  setup     install the tools only, into $CARGO_HOME/yishi-tools
";

fn main() -> ExitCode {
    // Trunk finds this program under another name.
    let name = std::env::args_os().next().map(std::path::PathBuf::from);
    let outcome = if name.as_ref().and_then(|name| name.file_stem()) == Some("wasm-bindgen".as_ref()) {
        bindgen::bindgen(&std::env::args_os().skip(1).collect::<Vec<_>>())
    } else if let Some(outcome) = command() {
        outcome
    } else {
        process::warn(HELP);
        return ExitCode::from(2);
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            process::warn(&format!("xtask: {error:#}\n"));
            ExitCode::FAILURE
        }
    }
}

/// Does what is asked for; none if nobody knows it.
fn command() -> Option<anyhow::Result<()>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    Some(match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["demo", flags @ ..] => commands::demo(flags),
        ["test"] => commands::test(),
        ["lint"] => commands::lint(),
        ["deny"] => commands::deny(),
        ["bench"] => bench::bench(),
        ["vectors"] => commands::vectors(),
        ["docs"] => commands::docs(),
        ["gallery"] => commands::gallery(),
        ["tour"] => commands::tour(),
        ["widget"] => commands::widget(),
        ["setup"] => tools::all(),
        ["help" | "--help" | "-h"] => {
            process::say(HELP);
            Ok(())
        }
        _ => return None,
    })
}
