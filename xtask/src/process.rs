//! Running other programs, with what they do in sight.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root
}

/// Prints to standard output. A closed pipe is the reader's wish.
pub(crate) fn say(text: &str) {
    drop(std::io::stdout().lock().write_all(text.as_bytes()));
}

/// Prints to standard error.
pub(crate) fn warn(text: &str) {
    drop(std::io::stderr().lock().write_all(text.as_bytes()));
}

/// A program to run at the root of the repository.
pub(crate) fn program(name: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root());
    command
}

/// The cargo that runs us.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// Runs a program and lets it print.
///
/// # Errors
/// If it cannot be started or does not end well.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    warn(&format!("$ {line}\n"));
    let status = command.status().with_context(|| format!("cannot start `{line}`"))?;
    ensure!(status.success(), "`{line}` ended with {status}");
    Ok(())
}

/// Runs a program, lets it print, and hands each line of its standard output to `read`. True if it ended well.
///
/// # Errors
/// If it cannot be started.
pub(crate) fn run_reading(command: &mut Command, mut read: impl FnMut(&str)) -> Result<bool> {
    let line = line(command);
    warn(&format!("$ {line}\n"));
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start `{line}`"))?;
    let output = child.stdout.take().context("standard output is piped")?;
    for bytes in BufReader::new(output).split(b'\n') {
        let text = String::from_utf8_lossy(&bytes?).into_owned();
        say(&format!("{text}\n"));
        read(&text);
    }
    Ok(child.wait()?.success())
}

/// What a program prints, or `None` if it is not there or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
