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
