//! The worked votes, natively and as WebAssembly under Node: both must give the results that are committed.
#![cfg_attr(
    target_arch = "wasm32",
    expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")
)]

use serde_json::Value;
use yishi_casefile::{CaseFile, run};
use yishi_protocol::strict_json::write_text;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

const TALLY: &str = include_str!("../../tests/vectors/tally.json");
const OTHER: &str = include_str!("../../tests/vectors/other.json");

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn every_worked_vote_gives_its_result_and_trail() {
    let expected: Value = serde_json::from_str(TALLY).unwrap();
    let file = CaseFile::read(TALLY.as_bytes()).unwrap();
    assert_eq!(file.vectors.len(), 14);
    for (vector, expected) in file.vectors.iter().zip(expected["vectors"].as_array().unwrap()) {
        let verdict = run(&vector.case).unwrap();
        assert_eq!(verdict.result.to_json(), expected["result"], "{}", vector.case.id);
        let sensitive: Value = serde_json::from_str(&write_text(&verdict.sensitive)).unwrap();
        assert_eq!(sensitive, expected["sensitive"], "{}", vector.case.id);
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn a_case_file_gives_what_the_vectors_say_or_is_refused() {
    let expected: Value = serde_json::from_str(OTHER).unwrap();
    let vectors = expected["vectors"].as_array().unwrap().iter().filter(|vector| vector["form"] == "case");
    let mut read = 0;
    for vector in vectors {
        let verdicts = CaseFile::read(vector["input"].as_str().unwrap().as_bytes()).and_then(|file| {
            file.vectors.iter().map(|vector| run(&vector.case)).collect::<Result<Vec<_>, _>>()
        });
        let found = verdicts.map(|verdicts| {
            let outcomes = verdicts.iter().map(|verdict| verdict.result.to_json()["outcome"].clone());
            serde_json::json!({ "outcomes": outcomes.collect::<Vec<_>>() })
        });
        let found = found.map_err(|said| said.code.as_str());
        match vector["refused"].as_str() {
            Some(code) => assert_eq!(found, Err(code), "{}", vector["note"]),
            None => assert_eq!(found.as_ref(), Ok(&vector["gives"]), "{}", vector["note"]),
        }
        read += 1;
    }
    assert!(read > 4, "{read}");
}
