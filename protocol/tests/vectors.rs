//! The vectors, replayed natively and as WebAssembly under Node: both must give the bytes that are committed.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "vectors/other.rs"]
mod other;

use serde_json::Value;
use yishi_protocol::admit::Admitted;
use yishi_protocol::blob::{Blob, Evidence, Missing};
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::state::State;
use yishi_protocol::strict_json;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

const STAIRWELL: &str = include_str!("../../tests/vectors/stairwell.json");

/// A step of the log, read field by field so that this file needs no crate but the protocol and a JSON reader.
struct Step<'a>(&'a Value);

impl Step<'_> {
    fn text(&self, field: &str) -> &str {
        self.0[field].as_str().unwrap()
    }

    fn leaf(&self) -> Vec<u8> {
        base16ct::lower::decode_vec(self.text("leaf")).unwrap()
    }

    fn evidence(&self, before: &Evidence) -> Evidence {
        let mut blobs = self.0["blobs"].clone();
        blobs.sort_all_objects();
        let blobs: Vec<Blob> = strict_json::read(blobs.to_string().as_bytes()).unwrap();
        let mut evidence = before.clone();
        for blob in blobs {
            evidence.insert(blob);
        }
        evidence
    }
}

fn refusal(log: &Log, step: &Step<'_>, evidence: &Evidence) -> Result<(), Rejection> {
    let index = step.0["index"].as_u64().unwrap();
    let entry = LogEntry::from_leaf(index, &step.leaf())?;
    log.clone().replay(&entry, evidence)?.missing().map_or(Ok(()), Missing::refuse)
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn the_stairwell_gives_the_same_state_after_every_step() {
    let vectors: Value = serde_json::from_str(STAIRWELL).unwrap();
    let (mut log, mut evidence) = (Log::new(), Evidence::new());
    let (mut accepted, mut refused) = (0, 0);
    for step in vectors["steps"].as_array().unwrap().iter().map(Step) {
        let with_blobs = step.evidence(&evidence);
        let note = step.text("note");
        if let Some(code) = step.0["refused"].as_str() {
            let before = log.state().state_hash();
            let said = refusal(&log, &step, &with_blobs).expect_err(note).code;
            assert_eq!(said.as_str(), code, "{note}");
            assert_eq!(log.state().state_hash(), before, "{note}");
            refused += 1;
            continue;
        }
        let entry = LogEntry::from_leaf(log.state().size(), &step.leaf()).expect(note);
        assert_eq!(log.replay(&entry, &with_blobs), Ok(Admitted::Recomputed), "{note}");
        assert_eq!(entry.leaf(), step.leaf(), "{note}");
        assert_eq!(entry.entry.body().kind().name(), step.text("kind"), "{note}");
        assert_eq!(entry.entry.id().to_string(), step.text("entry_id"), "{note}");
        assert_eq!(entry.leaf_hash().to_string(), step.text("leaf_hash"), "{note}");
        assert_eq!(log.tree().root().to_string(), step.text("root"), "{note}");
        assert_eq!(log.state().state_hash().to_string(), step.text("state_hash"), "{note}");
        evidence = with_blobs;
        accepted += 1;
    }
    assert!(accepted > 40 && refused > 100, "{accepted} accepted, {refused} refused");
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn a_state_written_down_and_read_back_goes_on_as_if_nothing_had_happened() {
    let vectors: Value = serde_json::from_str(STAIRWELL).unwrap();
    let mut state = State::default();
    for step in
        vectors["steps"].as_array().unwrap().iter().map(Step).filter(|step| step.0["refused"].is_null())
    {
        let entry = LogEntry::from_leaf(state.size(), &step.leaf()).unwrap();
        yishi_protocol::apply::apply(&mut state, &entry).unwrap();
        state = strict_json::read(&strict_json::write(&state)).unwrap();
        assert_eq!(state.state_hash().to_string(), step.text("state_hash"), "{}", step.text("note"));
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn codes_have_one_name_each() {
    let names: std::collections::BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(names.len(), Code::ALL.len());
}
