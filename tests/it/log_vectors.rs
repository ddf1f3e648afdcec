//! The committed log vectors are those the rules give, and they show every refusal.

use std::collections::BTreeSet;

use yishi_protocol::apply::apply;
use yishi_protocol::body::Body;
use yishi_protocol::body::Kind;
use yishi_protocol::log::LogEntry;
use yishi_protocol::rejection::Code;
use yishi_protocol::state::State;
use yishi_tests::others;
use yishi_tests::telling::tell;
use yishi_tests::vectors::{LogVectors, Step, to_json};

const COMMITTED: &str = include_str!("../vectors/stairwell.json");
const OTHER: &str = include_str!("../vectors/other.json");
const TALLY: &str = include_str!("../vectors/tally.json");

fn committed() -> LogVectors {
    serde_json::from_str(COMMITTED).unwrap()
}

#[test]
fn the_committed_log_is_what_the_rules_give() {
    let told = tell().unwrap();
    assert_eq!(told, committed(), "write it anew with `cargo xtask vectors` and read the difference");
    assert_eq!(to_json(&told), COMMITTED);
}

#[test]
fn the_committed_other_vectors_are_what_the_rules_give() {
    let told = others::to_json(&others::tell().unwrap());
    assert!(told == OTHER, "write it anew with `cargo xtask vectors` and read the difference");
}

/// Codes that refuse an entry, what travels beside entries, or a ballot of a worked vote.
#[test]
fn every_code_is_shown_by_a_vector() {
    let steps = committed().steps.into_iter().filter_map(|step| match step {
        Step::Refused { refused, .. } => Some(refused),
        Step::Accepted { .. } => None,
    });
    let mut shown: BTreeSet<String> = steps.collect();
    let other: others::OtherVectors = serde_json::from_str(OTHER).unwrap();
    shown.extend(other.vectors.into_iter().filter_map(|vector| vector.refused));
    let tally: serde_json::Value = serde_json::from_str(TALLY).unwrap();
    let trails = tally["vectors"].as_array().unwrap().iter().map(|vector| &vector["result"]["trail"]);
    let lines = trails.flat_map(|trail| trail.as_array().unwrap()).filter(|line| line[2] == "rejected");
    shown.extend(lines.map(|line| line[3].as_str().unwrap().to_owned()));
    let all: BTreeSet<String> = Code::ALL.iter().map(ToString::to_string).collect();
    assert_eq!(shown, all);
}

#[test]
fn every_kind_stands_in_the_log_and_its_body_is_rfc_8785_json() {
    let mut kinds = BTreeSet::new();
    for step in committed().steps {
        let Step::Accepted { leaf, .. } = step else {
            continue;
        };
        let leaf = base16ct::lower::decode_vec(leaf).unwrap();
        let entry = LogEntry::from_leaf(0, &leaf).unwrap();
        let body = entry.entry.body();
        let bytes = body.encode();
        assert_eq!(Body::decode(body.kind(), &bytes).as_ref(), Ok(body));
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(serde_json_canonicalizer::to_vec(&value).unwrap(), bytes, "{}", body.kind());
        kinds.insert(body.kind());
    }
    assert_eq!(kinds, Kind::ALL.iter().copied().collect());
}

/// Windows refuse a matter one act of whose trail follows nothing in it, so that nobody slips in another's.
#[test]
fn every_act_in_a_matters_trail_follows_one_before_it() {
    let (mut state, mut entries) = (State::default(), Vec::new());
    for step in committed().steps {
        let Step::Accepted { leaf, .. } = step else { continue };
        let leaf = base16ct::lower::decode_vec(leaf).unwrap();
        let entry = LogEntry::from_leaf(u64::try_from(entries.len()).unwrap(), &leaf).unwrap();
        apply(&mut state, &entry).unwrap();
        entries.push((entry.entry.id(), entry.entry.body().follows()));
    }
    let mut followed = 0;
    for (matter, record) in state.matters() {
        let mut known = BTreeSet::from([*matter]);
        for place in record.trail.iter() {
            let (id, follows) = entries[usize::try_from(*place).unwrap()];
            assert!(id == *matter || follows.is_some_and(|id| known.contains(&id)), "entry {place}");
            known.insert(id);
            followed += 1;
        }
    }
    assert!(followed > 40, "only {followed}");
}
