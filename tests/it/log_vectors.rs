//! The committed log vectors are those the rules give, and they show every refusal.

use std::collections::BTreeSet;

use yishi_protocol::body::Body;
use yishi_protocol::body::Kind;
use yishi_protocol::log::LogEntry;
use yishi_protocol::rejection::Code;
use yishi_tests::telling::{SHOWN_ELSEWHERE, tell};
use yishi_tests::vectors::{LogVectors, Step, to_json};

const COMMITTED: &str = include_str!("../vectors/stairwell.json");

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
fn every_code_is_shown_by_an_entry_or_named_with_where_it_is_shown() {
    let shown: BTreeSet<String> = committed()
        .steps
        .into_iter()
        .filter_map(|step| match step {
            Step::Refused { refused, .. } => Some(refused),
            Step::Accepted { .. } => None,
        })
        .collect();
    for code in Code::ALL {
        let elsewhere = SHOWN_ELSEWHERE.iter().any(|(other, _)| other == code);
        assert_ne!(shown.contains(code.as_str()), elsewhere, "{code}");
    }
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
