//! `estate-audit tally` as a person runs it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/tally.json")
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_estate-audit"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn expected() -> Vec<Value> {
    let file: Value = serde_json::from_str(&std::fs::read_to_string(vectors()).unwrap()).unwrap();
    file["vectors"].as_array().unwrap().iter().map(|vector| vector["result"].clone()).collect()
}

#[test]
fn tally_prints_the_results_of_a_case_file() {
    let output = run(&["tally", vectors().to_str().unwrap()], b"");
    assert!(output.status.success(), "{output:?}");
    assert_eq!(serde_json::from_slice::<Vec<Value>>(&output.stdout).unwrap(), expected());
    assert!(output.stderr.is_empty());
}

#[test]
fn tally_reads_only_the_cases_and_from_standard_input_too() {
    let mut file: Value = serde_json::from_str(&std::fs::read_to_string(vectors()).unwrap()).unwrap();
    for vector in file["vectors"].as_array_mut().unwrap() {
        vector.as_object_mut().unwrap().remove("result");
    }
    let mut text = b"\xef\xbb\xbf".to_vec();
    text.extend(file.to_string().into_bytes());
    let output = run(&["tally", "-"], &text);
    assert_eq!(serde_json::from_slice::<Vec<Value>>(&output.stdout).unwrap(), expected());
}

#[test]
fn tally_explains_under_which_settings_it_counted() {
    let output = run(&["tally", "--explain", vectors().to_str().unwrap()], b"");
    let results: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(results[5]["case"], "E3");
    assert_eq!(results[5]["sensitive"], serde_json::json!(["invalid_counts_as_participation"]));
    assert_eq!(results[5]["settings"]["legal_mode"], "advisory");
    assert_eq!(results[5]["result"], expected()[5]);
}

#[test]
fn tally_names_the_case_that_cannot_be_counted_and_prints_nothing_else() {
    let text =
        std::fs::read_to_string(vectors()).unwrap().replacen("2026-03-21T09:10", "2026-03-21 09:10", 1);
    let output = run(&["tally", "-"], text.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("case E1: CASE_INVALID") && said.contains("ballot 1"), "{said}");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let output = run(&["tally", "nowhere.json"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("nowhere.json"));
}

#[test]
fn without_a_command_it_teaches() {
    let output = run(&[], b"");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("tally") && said.contains("case file"), "{said}");
}
