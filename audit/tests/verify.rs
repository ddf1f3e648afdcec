//! `estate-audit verify` as a person runs it: real files, held against what is known already.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;
use yishi_protocol::body::{Class, Close};
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::count::{Counted, count};
use yishi_protocol::export::court_file;
use yishi_protocol::id::{EstateId, Hash};
use yishi_protocol::slip::Slip;
use yishi_tests::exported::Exported;
use yishi_tests::people::{key, party};
use yishi_tests::stairwell::{Opened, ballot, hour, opened, resolution, vote};

/// A tallied vote of the stairwell, and a folder for files.
struct Stairwell {
    opened: Opened,
    folder: TempDir,
}

impl Stairwell {
    fn new() -> Self {
        let items = vec![resolution(1, Class::Ordinary)];
        let mut opened = opened(items.clone()).unwrap();
        for name in ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "feng"] {
            let marks = [u32::from(["chu", "wei", "feng"].contains(&name))];
            let submission = vote(&opened.story, name, name, opened.agenda, &[&marks]);
            opened.story.send(&submission).unwrap();
        }
        opened.story.now_ms = hour(4, 4, 0);
        opened.story.say("host", Close { agenda: opened.agenda }, vec![]).unwrap();
        let counted = count(opened.story.log.state(), &opened.agenda, &opened.story.evidence).unwrap();
        let tally = match counted {
            Counted::Full(count) => count.tally(&items),
            Counted::Erased(missing) => panic!("{missing:?}"),
        };
        opened.story.say("host", tally, vec![]).unwrap();
        Self { opened, folder: tempfile::tempdir().unwrap() }
    }

    fn log(&self) -> Exported {
        Exported::of(&self.opened.story)
    }

    fn estate(&self) -> String {
        self.opened.story.estate().to_string()
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

fn verify(file: &Path, more: &[&str]) -> (Output, Value, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_estate-audit"));
    let output = command.arg("verify").arg(file).args(more).output().unwrap();
    let verdict = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    (output, verdict, said)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_record_of_the_right_estate_that_holds_every_head_seen_passes_and_says_what_it_does_not_show() {
    let stairwell = Stairwell::new();
    let log = stairwell.log();
    let record = stairwell.file("record.jsonl", log.record());
    let heads = stairwell.folder.path().join("heads");
    std::fs::create_dir(&heads).unwrap();
    for size in [1, 20, log.leaves.len()] {
        std::fs::write(heads.join(format!("{size}.note")), log.note(size)).unwrap();
    }
    std::fs::write(heads.join(".hidden"), "no note").unwrap();
    let newest = stairwell.file("newest.note", log.note(log.leaves.len()));
    let known = ["--estate", &stairwell.estate(), "--seen", text(&heads), "--seen", text(&newest)];
    let (output, verdict, said) = verify(&record, &known);
    assert!(output.status.success(), "{said}");
    assert_eq!((&verdict["sound"], &verdict["seen"]), (&Value::Bool(true), &Value::from(4)));
    for part in [
        "What that does NOT show",
        "after the newest of the 4 kept heads",
        "The totals and the outcome of vote",
        "server's word",
        "--evidence VOTE",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("Give --"), "{said}");

    // Who knows nothing is told what that means.
    let (output, _, said) = verify(&record, &[]);
    assert!(output.status.success());
    assert!(said.contains("Give --estate") && said.contains("Give --seen"), "{said}");

    // In evidence nothing of the vote is the server's word.
    let evidence = stairwell.file("evidence.jsonl", log.evidence_of(stairwell.opened.agenda));
    let (output, verdict, said) = verify(&evidence, &known);
    assert!(output.status.success(), "{said}");
    assert_eq!(verdict["agenda"], stairwell.opened.agenda.to_string());
    assert!(!said.contains("server's word"), "{said}");
    assert!(
        said.contains("the server's clock alone says it") && !said.contains("author's own clock"),
        "{said}"
    );
}

#[test]
fn a_record_of_another_estate_is_refused() {
    let stairwell = Stairwell::new();
    let record = stairwell.file("record.jsonl", stairwell.log().record());
    let (output, verdict, said) = verify(&record, &["--estate", &"07".repeat(32)]);
    assert_eq!((output.status.code(), &verdict["sound"]), (Some(1), &Value::Bool(false)));
    assert_eq!(verdict["first_wrong"]["code"], "EXPORT_ESTATE");
    assert!(said.contains("NOT SOUND") && said.contains(&stairwell.estate()), "{said}");
    let (output, ..) = verify(&record, &["--estate", "my estate"]);
    assert_eq!(output.status.code(), Some(2), "an id is asked for");
}

#[test]
fn a_log_that_was_shortened_and_signed_anew_is_refused() {
    let stairwell = Stairwell::new();
    let mut log = stairwell.log();
    let seen = stairwell.file("seen.note", log.note(log.leaves.len()));
    log.leaves.truncate(log.leaves.len() - 1);
    let record = stairwell.file("record.jsonl", log.record());
    assert!(verify(&record, &["--estate", &stairwell.estate()]).0.status.success(), "alone it holds");
    let (output, verdict, said) = verify(&record, &["--seen", text(&seen)]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(verdict["first_wrong"]["code"], "SEEN_SHORTENED");
    assert!(said.contains("seen.note") && said.contains("taken away"), "{said}");
}

#[test]
fn a_log_that_was_written_anew_is_refused() {
    let stairwell = Stairwell::new();
    let log = stairwell.log();
    let seen = stairwell.file("seen.note", log.note(log.leaves.len()));
    let record = stairwell.file("record.jsonl", rewritten(&stairwell));
    let (output, verdict, said) = verify(&record, &["--seen", text(&seen)]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(verdict["first_wrong"]["code"], "SEEN_FORKED");
    assert!(said.contains("two histories") && said.contains("seen.note"), "{said}");
}

/// The same log, in which the totals came a second later.
fn rewritten(stairwell: &Stairwell) -> Vec<u8> {
    let mut log = stairwell.log();
    let last = log.leaves.last_mut().unwrap();
    let received_ms = stairwell.opened.story.now_ms + 1_000;
    last.splice(..8, received_ms.to_be_bytes());
    let record = log.record();
    assert!(yishi_protocol::audit::audit(&record).sound, "alone it holds");
    record
}

#[test]
fn a_head_by_another_key_or_of_another_estate_is_told_apart() {
    let stairwell = Stairwell::new();
    let record = stairwell.file("record.jsonl", stairwell.log().record());
    let head = |estate, signer: &str| Checkpoint { estate, size: 3, root: Hash::ZERO }.sign(&key(signer));
    let estate = stairwell.opened.story.estate();
    let cases = [
        (head(estate, "root"), "SEEN_SIGNATURE"),
        (head(EstateId::from_bytes([7; 32]), "log"), "EXPORT_ESTATE"),
        ("hello".to_owned(), "CHECKPOINT_FORM"),
        (head(estate, "log"), "SEEN_FORKED"),
    ];
    for (note, code) in cases {
        let seen = stairwell.file("seen.note", note);
        let (output, verdict, said) = verify(&record, &["--seen", text(&seen)]);
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(verdict["first_wrong"]["code"], code);
        assert!(said.contains("seen.note"), "{said}");
    }
}

#[test]
fn a_ballot_that_a_server_dated_into_the_window_is_told_in_words() {
    let opened = opened(vec![resolution(1, Class::Ordinary)]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut log = Exported::of(&opened.story);
    let (body, _) = ballot(opened.agenda, party("li"), &[&[0]], None);
    log.write("li", (hour(4, 3, 23), hour(4, 6, 9)), body);
    let record = folder.path().join("record.jsonl");
    std::fs::write(&record, log.record()).unwrap();
    let (output, verdict, said) = verify(&record, &[]);
    assert!(output.status.success(), "{said}");
    assert_eq!(verdict["votes"][0]["clocks_outside"], 1);
    assert!(
        said.contains("1 standing ballot(s)") && said.contains("author's own clock: 1 (entry "),
        "{said}"
    );
}

#[test]
fn withheld_openings_are_named_in_words() {
    let stairwell = Stairwell::new();
    let mut log = stairwell.log();
    let agenda = stairwell.opened.story.log.state().agenda(&stairwell.opened.agenda).unwrap().clone();
    for name in ["wang", "li", "wu"] {
        log.withhold(&agenda.standing_ballot(&party(name)).unwrap().blob);
    }
    let evidence = stairwell.file("evidence.jsonl", log.evidence_of(stairwell.opened.agenda));
    let (output, verdict, said) = verify(&evidence, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(verdict["first_wrong"]["code"], "EVIDENCE_WITHHELD");
    assert_eq!(said.matches("missing: blob ").count(), 3, "{said}");
}

#[test]
fn the_evidence_in_a_court_file_is_judged_whatever_its_page_says() {
    let stairwell = Stairwell::new();
    let log = stairwell.log();
    let evidence = log.evidence_of(stairwell.opened.agenda);
    let page = "<script>alert('It failed.')</script><script id=\"evidence\">@EVIDENCE@</script>";
    let file = court_file(page, &evidence).unwrap();
    let (output, verdict, said) =
        verify(&stairwell.file("case.html", &file), &["--estate", &stairwell.estate()]);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert_eq!(verdict["votes"][0]["items"][0]["outcome"], "Passed");
    assert_eq!(
        verdict,
        verify(&stairwell.file("evidence.jsonl", &evidence), &["--estate", &stairwell.estate()]).1
    );
    let mut agenda = log.clone();
    let state = stairwell.opened.story.log.state();
    agenda.withhold(
        &state.agenda(&stairwell.opened.agenda).unwrap().standing_ballot(&party("wang")).unwrap().blob,
    );
    let gap = court_file(page, &agenda.evidence_of(stairwell.opened.agenda)).unwrap();
    let (_, verdict, _) = verify(&stairwell.file("gap.html", gap), &[]);
    assert_eq!(verdict["first_wrong"]["code"], "EVIDENCE_WITHHELD");
    let (_, verdict, _) = verify(&stairwell.file("two.html", file.repeat(2)), &[]);
    assert_eq!(
        verdict["first_wrong"]["code"], "EXPORT_FORM",
        "nobody can tell which of them a court was shown"
    );
}

#[test]
fn what_cannot_be_read_is_named_before_anything_is_judged() {
    let stairwell = Stairwell::new();
    let record = stairwell.file("record.jsonl", stairwell.log().record());
    let empty = stairwell.folder.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    for (seen, said_so) in [("nowhere.note", "nowhere.note"), (text(&empty), "no note in")] {
        let (output, _, said) = verify(&record, &["--seen", seen]);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty() && said.contains(said_so), "{said}");
    }
}

#[test]
fn a_voters_receipt_is_found_in_the_record_and_a_number_that_was_made_up_is_not() {
    let stairwell = Stairwell::new();
    let log = stairwell.log();
    let state = stairwell.opened.story.log.state();
    let agenda = state.agenda(&stairwell.opened.agenda).unwrap();
    let entry = agenda.standing_ballot(&party("wang")).unwrap().entry;
    let whole = log.leaves.len();
    let (estate, log_key) = (stairwell.opened.story.estate(), yishi_tests::people::public("log"));
    let slip = Slip::of(entry, &log.note(whole), (&estate, &log_key)).unwrap();
    let receipt = stairwell.file("receipt.txt", slip.text());
    let record = stairwell.file("record.jsonl", log.record());
    let (output, _, said) = verify(&record, &["--receipt", text(&receipt)]);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("IN THE RECORD") && said.contains("it is counted"), "{said}");

    let unknown = Slip { entry: stairwell.opened.agenda, ..slip };
    let unknown = stairwell.file("unknown.txt", unknown.text());
    let (output, _, said) = verify(&record, &["--receipt", text(&unknown)]);
    assert!(!output.status.success() && said.contains("NOT A BALLOT OF THIS RECORD"), "{said}");
}
