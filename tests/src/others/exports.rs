//! Exports, and what a reader who knows something already says of them; case files that are wrong.

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{EstateId, Hash};
use yishi_protocol::rejection::Code;

use super::{OtherVector, Telling, TwoHomes, counted, text};
use crate::exported::Exported;
use crate::letters::consent;
use crate::people::{key, party};
use crate::stairwell::resolution;
use crate::story::Story;

pub(super) fn tell(homes: &TwoHomes) -> Vec<OtherVector> {
    let mut vectors = exports(homes).vectors;
    vectors.extend(known(homes).vectors);
    vectors.extend(votes(homes).vectors);
    vectors.extend(cases().vectors);
    vectors
}

/// Nothing is known beside the file.
fn nothing() -> Value {
    json!({ "estate": null, "seen": [] })
}

/// The file with its lines changed, under a last line that fits them.
fn bent(file: &str, change: impl FnOnce(&mut Vec<String>)) -> String {
    let mut lines: Vec<String> = file.lines().map(str::to_owned).collect();
    lines.pop();
    change(&mut lines);
    let hashed: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
    let sha256 = base16ct::lower::encode_string(&Sha256::digest(hashed.as_bytes()));
    format!("{hashed}{{\"sha256\":\"{sha256}\"}}\n")
}

/// A note as it stands in JSON.
fn in_json(note: &str) -> String {
    serde_json::to_string(note).unwrap_or_default()
}

/// The file with another note.
fn under(file: &str, own: &Checkpoint, other: &str) -> String {
    let own = in_json(&own.sign(&key("log")));
    bent(file, |lines| lines[0] = lines[0].replacen(&own, &in_json(other), 1))
}

fn brief(homes: &TwoHomes) -> (Exported, Checkpoint, String) {
    let story: &Story = &homes.brief;
    let log = Exported::of(story);
    let record = text(log.record());
    (log, super::head(story), record)
}

fn exports(homes: &TwoHomes) -> Telling {
    let mut telling = Telling::of("export");
    let (_, head, record) = brief(homes);
    telling.holds("a record of three entries", nothing(), record.clone(), {
        json!({ "entries": 3, "root": head.root.to_string(), "seen": 0, "votes": [] })
    });
    let mut refuse = |code, note: &str, file: String| telling.refuse(code, note, nothing(), file);
    refuse(Code::ExportForm, "nothing", String::new());
    refuse(Code::ExportForm, "its last line has no end", record.trim_end().to_owned());
    refuse(Code::ExportForm, "a space in the header", bent(&record, |lines| lines[0].insert(1, ' ')));
    refuse(Code::ExportForm, "a blob ahead of an entry", bent(&record, |lines| lines.swap(3, 4)));
    let other = |lines: &mut Vec<String>| lines[0] = lines[0].replacen("yishi-export/1", "yishi-export/2", 1);
    refuse(Code::ExportForm, "of another version", bent(&record, other));
    refuse(Code::ExportHash, "a sign of a name changed", record.replacen("业主", "业王", 1));
    refuse(
        Code::ExportSize,
        "an entry less",
        bent(&record, |lines| {
            lines.remove(3);
            // Its organisation's name goes with it, which nothing names any more.
            lines.truncate(3);
        }),
    );
    let root = Checkpoint { root: Hash::from_bytes([7; 32]), ..head }.sign(&key("log"));
    refuse(Code::ExportRoot, "a head of another history", under(&record, &head, &root));
    refuse(Code::BadSignature, "a head by a root's key", under(&record, &head, &head.sign(&key("root"))));
    refuse(Code::CheckpointForm, "a head that is no note", under(&record, &head, "none"));
    refuse(Code::BlobUnnamed, "a blob twice", bent(&record, |lines| lines.extend(lines.last().cloned())));
    refuse(Code::GenesisMissing, "no entries", bent(&record, |lines| lines.truncate(1)));
    let estate = homes.story.estate().to_string();
    let of = |lines: &mut Vec<String>| {
        lines[0] = lines[0].replacen(
            &format!("\"estate\":\"{estate}\""),
            &format!("\"estate\":\"{}\"", "07".repeat(32)),
            1,
        );
    };
    refuse(Code::WrongEstate, "its header names another estate", bent(&record, of));
    telling
}

/// What a reader knows already.
fn known(homes: &TwoHomes) -> Telling {
    let mut telling = Telling::of("export");
    let (log, head, record) = brief(homes);
    let estate = homes.story.estate();
    let given = |seen: &[String]| json!({ "estate": estate.to_string(), "seen": seen });
    let gives = json!({ "entries": 3, "root": head.root.to_string(), "seen": 2, "votes": [] });
    telling.holds(
        "of the estate asked for, with two heads seen",
        given(&[log.note(1), log.note(3)]),
        record.clone(),
        gives,
    );
    let mut refuse = |code, note: &str, given: Value| telling.refuse(code, note, given, record.clone());
    let other = EstateId::from_bytes([7; 32]);
    refuse(Code::ExportEstate, "another estate was asked for", {
        json!({ "estate": other.to_string(), "seen": [] })
    });
    let foreign = Checkpoint { estate: other, ..head }.sign(&key("log"));
    refuse(Code::ExportEstate, "a head seen is of another estate", given(&[foreign]));
    refuse(Code::CheckpointForm, "what was seen is no head", given(&["none".to_owned()]));
    refuse(Code::SeenSignature, "a head seen is by a root's key", given(&[head.sign(&key("root"))]));
    refuse(Code::SeenShortened, "a head seen has more entries", given(&[homes.head().sign(&key("log"))]));
    let fork = Checkpoint { root: Hash::from_bytes([7; 32]), ..head }.sign(&key("log"));
    refuse(Code::SeenForked, "a head seen is of another history", given(&[fork]));
    telling
}

fn votes(homes: &TwoHomes) -> Telling {
    let mut telling = Telling::of("export");
    let whole = homes.log();
    let head = homes.head();
    let gives = |basis: &str| {
        let vote = json!({
            "agenda": homes.agenda.to_string(), "area": basis, "totals": basis, "outcome": basis,
            "outcomes": ["Passed"],
        });
        json!({ "entries": head.size, "root": head.root.to_string(), "seen": 0, "votes": [vote] })
    };
    telling.holds(
        "evidence: all is recomputed",
        nothing(),
        text(whole.evidence_of(homes.agenda)),
        gives("recomputed"),
    );
    telling.holds("a record: all is stated", nothing(), text(whole.record()), gives("stated"));
    let agenda = homes.story.log.state().agenda(&homes.agenda);
    let opening = agenda.and_then(|agenda| agenda.standing_ballot(&party("li"))).map(|ballot| ballot.blob);
    let mut less = whole.clone();
    if let Some(opening) = &opening {
        less.withhold(opening);
    }
    telling.refuse(
        Code::EvidenceWithheld,
        "evidence without an opening that could decide",
        nothing(),
        text(less.evidence_of(homes.agenda)),
    );
    let mut less = whole.clone();
    less.withhold(&consent().id());
    telling.refuse(
        Code::EvidenceWithheld,
        "a record without the consent text",
        nothing(),
        text(less.record()),
    );
    let swapped = bent(&text(whole.evidence_of(homes.agenda)), |lines| {
        let (cast, other) = (r#"\"choice\":[[0]]"#, r#"\"choice\":[[1]]"#);
        if let Some(line) = lines.iter_mut().find(|line| line.contains(cast)) {
            *line = line.replacen(cast, other, 1);
        }
    });
    telling.refuse(Code::EvidenceWithheld, "an opening exchanged for another", nothing(), swapped);
    // Totals that no door let in.
    let mut false_totals = Exported::of(&homes.closed);
    if let Ok(count) = counted(&homes.closed, &homes.agenda) {
        let mut tally = count.tally(&[resolution(1, yishi_protocol::body::Class::Ordinary)]);
        if let Some(weight) = tally.items.first_mut().and_then(|item| item.consenting.first_mut()) {
            weight.heads -= 1;
        }
        false_totals.write("host", (homes.closed.now_ms, homes.closed.now_ms), tally);
    }
    telling.refuse(
        Code::TallyMismatch,
        "totals that the openings do not give",
        nothing(),
        text(false_totals.evidence_of(homes.agenda)),
    );
    telling
}

fn cases() -> Telling {
    let mut telling = Telling::of("case");
    let case = json!({
        "id": "K", "type": "resolution", "open": "2026-06-01T00:00", "close": "2026-06-30T24:00",
        "units": [{ "id": "101", "area": 8937, "party": "P1", "kind": "dwelling" }],
        "ballots": [{
            "seq": 1, "at": "2026-06-02T09:00", "party": "P1", "channel": "online", "choice": "yes", "by": "owner",
        }],
    });
    let file = |case: &Value| {
        let mut file = json!({ "area_unit": "0.01 m2", "vectors": [{ "case": case }] });
        file.sort_all_objects();
        file.to_string()
    };
    telling.holds("one home that consents", json!({}), file(&case), json!({ "outcomes": ["Passed"] }));
    let mut refuse = |note: &str, change: &dyn Fn(&mut Value)| {
        let mut bent = case.clone();
        change(&mut bent);
        telling.refuse(Code::CaseInvalid, note, json!({}), file(&bent));
    };
    refuse("a rule that is not known", &|case| case["rules"] = json!({ "quorum": "1/2" }));
    refuse("an area of nothing", &|case| case["units"][0]["area"] = 0.into());
    refuse("a time that is none", &|case| case["ballots"][0]["at"] = "2026-02-30T00:00".into());
    refuse("a ballot without a choice", &|case| case["ballots"][0]["choice"] = Value::Null);
    refuse("a threshold below the law's", &|case| case["raise"] = json!([1, 2]));
    telling
}
