//! `estate-audit tally`: counts a case file.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use serde_json::{Value, json};
use yishi_protocol::case::{self, CaseFile};

/// Counts the cases of `file` and prints their results. On an error nothing is printed but the error.
pub(crate) fn run(file: &Path, explain: bool) -> ExitCode {
    match read(file).and_then(|text| results(&text, explain)) {
        Ok(results) => print(&results),
        Err(message) => fail(&message),
    }
}

fn read(file: &Path) -> Result<Vec<u8>, String> {
    if file != Path::new("-") {
        return std::fs::read(file).map_err(|error| format!("cannot read {}: {error}", file.display()));
    }
    let mut text = Vec::new();
    io::stdin().read_to_end(&mut text).map_err(|error| format!("cannot read standard input: {error}"))?;
    Ok(text)
}

fn results(text: &[u8], explain: bool) -> Result<Vec<Value>, String> {
    let file = CaseFile::read(text).map_err(|rejection| rejection.to_string())?;
    let mut results = Vec::with_capacity(file.vectors.len());
    for vector in &file.vectors {
        let verdict =
            case::run(&vector.case).map_err(|rejection| format!("case {}: {rejection}", vector.case.id))?;
        results.push(if explain {
            json!({
                "case": vector.case.id,
                "result": verdict.result,
                "sensitive": verdict.sensitive,
                "settings": verdict.settings,
            })
        } else {
            json!(verdict.result)
        });
    }
    Ok(results)
}

fn print(results: &[Value]) -> ExitCode {
    let mut out = io::stdout().lock();
    let written = serde_json::to_writer_pretty(&mut out, results).map_err(io::Error::from);
    match written.and_then(|()| writeln!(out)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads only the first lines closes the pipe; that is no failure of ours.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => fail(&format!("cannot write the results: {error}")),
    }
}

fn fail(message: &str) -> ExitCode {
    // Nothing can be done where standard error is closed too; the exit status still tells.
    drop(writeln!(io::stderr(), "estate-audit: {message}"));
    ExitCode::FAILURE
}
