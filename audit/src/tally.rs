//! `estate-audit tally`: counts a case file.

use std::path::Path;
use std::process::ExitCode;

use serde_json::{Value, json};
use yishi_casefile::CaseFile;
use yishi_protocol::strict_json::{Strict, write_text};

use crate::files::{fail, print, read};

/// Counts the cases of `file` and prints their results. On an error nothing is printed but the error.
pub(crate) fn run(file: &Path, explain: bool) -> ExitCode {
    match read(file).and_then(|text| results(&text, explain)) {
        Ok(results) => print(&json!(results).to_string()),
        Err(message) => fail(&message),
    }
}

/// A value of the rule book, as it spells it.
fn spelt<T: Strict>(value: &T) -> Value {
    serde_json::from_str(&write_text(value)).unwrap_or_default()
}

fn results(text: &[u8], explain: bool) -> Result<Vec<Value>, String> {
    let file = CaseFile::read(text).map_err(|rejection| rejection.to_string())?;
    let mut results = Vec::with_capacity(file.vectors.len());
    for vector in &file.vectors {
        let verdict = yishi_casefile::run(&vector.case)
            .map_err(|rejection| format!("case {}: {rejection}", vector.case.id))?;
        results.push(if explain {
            json!({
                "case": vector.case.id,
                "result": verdict.result.to_json(),
                "sensitive": spelt(&verdict.sensitive),
                "settings": spelt(&verdict.settings),
            })
        } else {
            verdict.result.to_json()
        });
    }
    Ok(results)
}
