//! `estate-audit evidence` as a person runs it: two signed heads, with a record and without.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;
use yishi_protocol::body::Class;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{EstateId, Hash};
use yishi_tests::exported::Exported;
use yishi_tests::people::{key, public};
use yishi_tests::stairwell::{opened, resolution};

struct Heads {
    folder: TempDir,
    log: Exported,
    estate: EstateId,
}

impl Heads {
    fn new() -> Self {
        let opened = opened(vec![resolution(1, Class::Ordinary)]).unwrap();
        let estate = opened.story.estate();
        Self { folder: tempfile::tempdir().unwrap(), log: Exported::of(&opened.story), estate }
    }

    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path: PathBuf = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The log's own head of so many entries.
    fn head(&self, size: usize) -> String {
        self.file(&format!("{size}.note"), self.log.note(size))
    }

    /// Another one of that size, by the log's key.
    fn forked(&self, size: u64) -> String {
        let fork = Checkpoint { estate: self.estate, size, root: Hash::from_bytes([9; 32]) };
        self.file(&format!("fork {size}.note"), fork.sign(&key("log")))
    }

    fn record(&self) -> String {
        self.file("record.jsonl", self.log.record())
    }

    /// What is given where there is no record.
    fn by_key(&self) -> [String; 4] {
        let (estate, log_key) = (self.estate.to_string(), public("log").to_string());
        ["--estate".to_owned(), estate, "--log-key".to_owned(), log_key]
    }
}

fn compare<S: AsRef<str>>(heads: [&str; 2], more: &[S]) -> (Option<i32>, Value, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_estate-audit"));
    command.arg("evidence").args(heads).args(more.iter().map(AsRef::as_ref));
    let Output { status, stdout, stderr } = command.output().unwrap();
    (
        status.code(),
        serde_json::from_slice(&stdout).unwrap_or(Value::Null),
        String::from_utf8(stderr).unwrap(),
    )
}

#[test]
fn two_roots_of_one_size_prove_two_histories_with_a_record_and_without() {
    let heads = Heads::new();
    let (own, fork) = (heads.head(20), heads.forked(20));
    for more in [&heads.by_key()[..], &["--record".to_owned(), heads.record()]] {
        let (status, verdict, said) = compare([&own, &fork], more);
        assert_eq!((status, &verdict["history"]), (Some(3), &Value::from("two")), "{said}");
        assert!(said.contains("TWO HISTORIES") && said.contains("Keep both heads"), "{said}");
    }
    let (status, verdict, _) = compare([&own, &own], &heads.by_key());
    assert_eq!((status, &verdict["history"]), (Some(0), &Value::from("one")));
    assert_eq!(verdict["first"]["size"], 20);
}

#[test]
fn heads_of_two_sizes_are_told_by_a_record_that_reaches_both() {
    let mut heads = Heads::new();
    let (earlier, later) = (heads.head(20), heads.head(30));
    let (status, verdict, said) = compare([&earlier, &later], &heads.by_key());
    assert_eq!((status, &verdict["history"]), (Some(4), &Value::from("unknown")));
    assert!(said.contains("CANNOT SAY") && said.contains("--record"), "{said}");
    let record = ["--record".to_owned(), heads.record()];
    let (status, verdict, said) = compare([&earlier, &later], &record);
    assert_eq!((status, &verdict["history"]), (Some(0), &Value::from("one")), "{said}");
    // The record's own head is signed too: what contradicts it is proof, whatever the other head is.
    let fork = heads.forked(25);
    assert_eq!(compare([&earlier, &fork], &record).0, Some(3));
    // A record that ends in between tells nothing of the later one, but of a false earlier one.
    heads.log.leaves.truncate(25);
    let short = ["--record".to_owned(), heads.record()];
    let (status, _, said) = compare([&earlier, &later], &short);
    assert_eq!(status, Some(4), "{said}");
    assert_eq!(compare([&heads.forked(20), &later], &short).0, Some(3));
}

#[test]
fn what_the_log_did_not_sign_proves_nothing() {
    let heads = Heads::new();
    let own = heads.head(20);
    let head = Checkpoint { estate: heads.estate, size: 20, root: Hash::ZERO };
    let stranger = heads.file("stranger.note", head.sign(&key("root")));
    let (status, verdict, said) = compare([&own, &stranger], &heads.by_key());
    assert_eq!((status, verdict), (Some(1), Value::Null));
    assert!(said.contains("stranger.note") && said.contains("proves nothing"), "{said}");
    let foreign = Checkpoint { estate: EstateId::from_bytes([7; 32]), ..head }.sign(&key("log"));
    let foreign = heads.file("foreign.note", foreign);
    let (status, _, said) = compare([&foreign, &own], &heads.by_key());
    assert_eq!(status, Some(1));
    assert!(said.contains("foreign.note") && said.contains("another estate"), "{said}");
    let none = heads.file("none.note", "hello");
    assert_eq!(compare([&none, &own], &heads.by_key()).0, Some(1));
    assert_eq!(compare::<&str>([&own, &own], &[]).0, Some(2), "the log's key has to come from somewhere");
    // A record whose head is not its own log's is no record.
    let mut bent = heads.log.record();
    let place = bent.iter().position(|byte| *byte == b'\n').unwrap() + 40;
    bent[place] ^= 1;
    let bent = heads.file("bent.jsonl", bent);
    let (status, _, said) = compare([&own, &own], &["--record", &bent]);
    assert_eq!(status, Some(1));
    assert!(said.contains("bent.jsonl"), "{said}");
}
