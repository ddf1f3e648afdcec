//! Reading what is to be checked, and printing what was found.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>, String> {
    if file != Path::new("-") {
        return std::fs::read(file).map_err(|error| format!("cannot read {}: {error}", file.display()));
    }
    let mut text = Vec::new();
    io::stdin().read_to_end(&mut text).map_err(|error| format!("cannot read standard input: {error}"))?;
    Ok(text)
}

/// Prints a value as JSON; success unless that fails.
pub(crate) fn print<T: Serialize + ?Sized>(value: &T) -> ExitCode {
    let mut out = io::stdout().lock();
    let written = serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from);
    match written.and_then(|()| writeln!(out)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads only the first lines closes the pipe; that is no failure of ours.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => fail(&format!("cannot write the answer: {error}")),
    }
}

/// Says what went wrong.
pub(crate) fn fail(message: &str) -> ExitCode {
    // Nothing can be done where standard error is closed too; the exit status still tells.
    drop(writeln!(io::stderr(), "estate-audit: {message}"));
    ExitCode::FAILURE
}
