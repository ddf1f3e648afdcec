//! What travels beside entries: `tests/vectors/other.json`, read as SPEC.md, section 19, says.

use serde_json::{Value, json};
use yishi_protocol::audit::{Known, Seen, audit_knowing, compare};
use yishi_protocol::blob::Evidence;
use yishi_protocol::body::Body;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::export::Export;
use yishi_protocol::id::{EstateId, PublicKey};
use yishi_protocol::letter::LetterCode;
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::projection::{Founded, Stated, Vote, authority};
use yishi_protocol::rejection::{Code, Rejection};
use yishi_protocol::signature::public_key;
use yishi_protocol::slip::Slip;
use yishi_protocol::strict_json::{Strict, read, write_text};
use yishi_protocol::view::{AuthorityView, EstateView, ResultView, Served};
use yishi_protocol::wire::{Consistency, Receipt, Submission};
use yishi_protocol::{pass, verify};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test;

const OTHER: &str = include_str!("../../../tests/vectors/other.json");

/// Whose vectors they are, and what they may lean on.
struct File {
    estate: EstateId,
    log_key: PublicKey,
    log: Export,
}

/// A value in the one spelling, as JSON.
fn value<T: Strict>(of: &T) -> Value {
    serde_json::from_str(&write_text(of)).unwrap()
}

fn text<'a>(of: &'a Value, field: &str) -> &'a str {
    of[field].as_str().unwrap()
}

fn figures(head: &Checkpoint) -> Value {
    json!({ "size": head.size, "root": head.root.to_string() })
}

impl File {
    fn open(&self, note: &str) -> Result<Checkpoint, Rejection> {
        Checkpoint::open(note, &self.estate, &self.log_key)
    }

    /// What is read from an input.
    fn outcome(&self, form: &str, given: &Value, input: &str) -> Result<Value, Rejection> {
        let key = (&self.estate, &self.log_key);
        Ok(match form {
            "letter" => {
                let code: LetterCode = input.parse()?;
                json!({ "code": code.to_string(), "code_pub": public_key(&code.key(&self.estate)).to_string() })
            }
            "pass" => {
                let pass = pass::open(input, &self.estate, given["now_ms"].as_u64().unwrap())?;
                json!({ "key": pass.key.to_string() })
            }
            "checkpoint" => figures(&self.open(input)?),
            "heads" => {
                let seen = |note: &str| Seen { name: String::new(), note: note.to_owned() };
                let found = compare(&self.estate, &self.log_key, &seen(input), &seen(text(given, "other")))?;
                json!({ "history": value(&found.history) })
            }
            "consistency" => {
                let older = self.open(text(given, "older"))?;
                figures(&read::<Consistency>(input.as_bytes())?.open(&older, &self.log_key)?)
            }
            "receipt" => {
                let (head, entry) = read::<Receipt>(input.as_bytes())?.open(key.0, key.1)?;
                json!({
                    "size": head.size, "index": entry.index, "entry_id": entry.entry.id().to_string(),
                    "received_ms": entry.received_ms,
                })
            }
            "answer" if given["view"] == "estate" => {
                let answer: Served<EstateView> = read(input.as_bytes())?;
                json!({ "name": Founded::of(&answer, &self.estate, Body::decode)?.genesis.name })
            }
            "answer" if given["view"] == "authority" => {
                let (shown, view) = read::<Served<AuthorityView>>(input.as_bytes())?.apart();
                let roots = given["roots"].as_array().unwrap().iter();
                let roots: Vec<PublicKey> =
                    roots.map(|root| root.as_str().unwrap().parse().unwrap()).collect();
                let opened = shown.open(key, Body::decode)?;
                json!({ "shown": authority::is_shown(&opened, &view, (&self.estate, &roots))? })
            }
            "slip" => {
                let slip = Slip::read(input).ok_or(Code::CheckpointForm)?;
                let head = self.open(&slip.note(key.0, key.1))?;
                json!({ "entry_id": slip.entry.to_string(), "size": head.size, "root": head.root.to_string() })
            }
            "answer" => {
                let (shown, view) = read::<Served<ResultView>>(input.as_bytes())?.apart();
                let opened = shown.open(key, Body::decode)?;
                let vote = Vote::of(&opened, &view.agenda, &text(given, "asked").parse().unwrap())?;
                let outcomes = Stated::of(&opened, &view)?.tally.map_or_else(Vec::new, |tally| tally.items);
                let outcomes: Vec<Value> = outcomes.iter().map(|item| value(&item.outcome)).collect();
                json!({ "title": vote.text.title.text, "outcomes": outcomes })
            }
            "submission" => self.submitted(given, &read(input.as_bytes())?)?,
            "export" => exported(given, input)?,
            other => panic!("{other}"),
        })
    }

    /// The log after some of its entries, with every blob that they name and that is not taken away.
    fn log_after(&self, given: &Value) -> (Log, Evidence) {
        let (mut log, mut stored) = (Log::new(), Evidence::new());
        for (leaf, index) in self.log.leaves.iter().zip(0..given["after"].as_u64().unwrap()) {
            let entry = LogEntry::from_leaf(index, leaf).unwrap();
            log.replay(&entry, &self.log.evidence()).unwrap();
            let named = entry.entry.body().named_blobs();
            for (_, blob) in self.log.blobs.iter().filter(|(_, blob)| named.contains(&blob.id())) {
                stored.insert(blob.clone());
            }
        }
        for lost in given["without"].as_array().unwrap() {
            stored.remove(&lost.as_str().unwrap().parse().unwrap());
        }
        (log, stored)
    }

    fn submitted(&self, given: &Value, sent: &Submission) -> Result<Value, Rejection> {
        let (mut log, mut evidence) = self.log_after(given);
        let entry = verify(&sent.envelope.0)?;
        sent.evidence(&entry)?;
        for blob in &sent.blobs {
            evidence.insert(blob.clone());
        }
        let entry = log.accept(entry, given["received_ms"].as_u64().unwrap(), &evidence)?;
        Ok(json!({ "index": entry.index, "entry_id": entry.entry.id().to_string() }))
    }
}

fn exported(given: &Value, input: &str) -> Result<Value, Rejection> {
    let seen = given["seen"].as_array().unwrap().iter();
    let seen = seen.map(|note| Seen { name: String::new(), note: note.as_str().unwrap().to_owned() });
    let estate = given["estate"].as_str().map(|estate| estate.parse().unwrap());
    let verdict = audit_knowing(input.as_bytes(), &Known { estate, seen: seen.collect() });
    if let Some(wrong) = verdict.first_wrong {
        let code = Code::ALL.iter().find(|code| code.as_str() == wrong.code).unwrap();
        return Err((*code).into());
    }
    let votes = verdict.votes.iter().map(|vote| {
        let outcomes: Vec<Value> = vote.items.iter().flatten().map(|item| value(&item.outcome)).collect();
        json!({
            "agenda": vote.agenda.to_string(), "area": value(&vote.area), "totals": value(&vote.totals),
            "outcome": value(&vote.outcome), "outcomes": outcomes,
        })
    });
    Ok(json!({
        "entries": verdict.entries, "root": verdict.root.to_string(), "seen": verdict.seen,
        "votes": votes.collect::<Vec<_>>(),
    }))
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn what_travels_beside_entries_is_read_or_refused_as_the_vectors_say() {
    let file: Value = serde_json::from_str(OTHER).unwrap();
    let (estate, log_key) = (text(&file, "estate").parse().unwrap(), text(&file, "log_key").parse().unwrap());
    let log = Export::read(text(&file, "log").as_bytes()).unwrap();
    let known = File { estate, log_key, log };
    let (mut held, mut refused) = (0, 0);
    for vector in file["vectors"].as_array().unwrap() {
        let (form, note) = (text(vector, "form"), text(vector, "note"));
        // Case files are no part of the rule book; casefile/tests/vectors.rs reads them.
        if form == "case" {
            continue;
        }
        let found = known.outcome(form, &vector["given"], text(vector, "input"));
        if let Some(code) = vector["refused"].as_str() {
            assert_eq!(found.map_err(|said| said.code.as_str()), Err(code), "{form}: {note}");
            refused += 1;
        } else {
            assert_eq!(found.as_ref(), Ok(&vector["gives"]), "{form}: {note}");
            held += 1;
        }
    }
    assert!(held > 20 && refused > 60, "{held} held, {refused} refused");
}
