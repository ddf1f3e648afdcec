//! Letters, passes, signed heads, and what is proven under them.

use serde_json::json;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{EstateId, Hash};
use yishi_protocol::letter::LetterCode;
use yishi_protocol::pass::{VALID_MS, issue};
use yishi_protocol::rejection::Code;
use yishi_protocol::signature::public_key;
use yishi_protocol::slip::Slip;
use yishi_protocol::strict_json::write_text;
use yishi_protocol::wire::{Base64Bytes, Consistency, Proven, Receipt};

use super::{OtherVector, Telling, TwoHomes, figures, head};
use crate::people::{key, public};
use crate::stairwell::hour;
use crate::story::Story;

pub(super) fn tell(homes: &TwoHomes) -> Vec<OtherVector> {
    let heads = [checkpoints(homes), heads(homes), consistency(homes), receipts(homes), slips(homes)];
    [letters(homes), passes(homes)].into_iter().chain(heads).flat_map(|telling| telling.vectors).collect()
}

fn slips(homes: &TwoHomes) -> Telling {
    let mut telling = Telling::of("slip");
    let (head, entry) = (homes.head(), homes.tally);
    let log = (&homes.story.estate(), &public("log"));
    let Ok(slip) = Slip::of(entry, &head.sign(&key("log")), log) else { return telling };
    let gives = json!({ "entry_id": entry.to_string(), "size": head.size, "root": head.root.to_string() });
    telling.holds("an entry under the newest head", json!({}), slip.text(), gives);
    let other = Slip { size: head.size + 1, ..slip };
    telling.refuse(Code::BadSignature, "of a head that was not signed", json!({}), other.text());
    for (what, bent) in [
        ("nothing", String::new()),
        (
            "a size with a zero ahead",
            slip.text().replacen(&format!(".{}.", head.size), &format!(".0{}.", head.size), 1),
        ),
        ("in capitals", slip.text().to_uppercase()),
        ("with more behind it", format!("{}.0", slip.text())),
    ] {
        telling.refuse(Code::CheckpointForm, what, json!({}), bent);
    }
    telling
}

fn letters(homes: &TwoHomes) -> Telling {
    let mut telling = Telling::of("letter");
    let code =
        LetterCode::from_random([7, 31, 0, 12, 200, 3, 9, 27, 14, 1, 30, 8, 22, 5, 17, 2, 11, 26, 19, 4]);
    let printed = code.to_string();
    let gives = json!({
        "code": printed,
        "code_pub": public_key(&code.key(&homes.story.estate())).to_string(),
    });
    for (note, typed) in [
        ("as it is printed", printed.as_str()),
        ("in small letters and without its groups", "7z0c839ve1y8p5h2btk4q"),
        ("in full-width signs, l for 1, O for 0", "７ＺＯｃ839vEly8p5h2btk4q"),
    ] {
        telling.holds(note, json!({}), typed, gives.clone());
    }
    for (code, note, typed) in [
        (Code::CodeForm, "a sign is missing", "7Z0C-839V-E1Y8-P5H2-BTK4"),
        (Code::CodeForm, "a sign too many", "7Z0C-839V-E1Y8-P5H2-BTK4-QQ"),
        (Code::CodeForm, "U is no sign of codes", "7Z0C-839V-E1Y8-P5H2-BTU4-Q"),
        (Code::CodeForm, "nothing", ""),
        (Code::CodeMistyped, "one sign is another", "7Z0C-839V-E1Y8-P5H2-BTK5-Q"),
        (Code::CodeMistyped, "two neighbours are swapped", "7Z0C-839V-E1Y8-P5H2-TBK4-Q"),
    ] {
        telling.refuse(code, note, json!({}), typed);
    }
    telling
}

fn passes(homes: &TwoHomes) -> Telling {
    let mut telling = Telling::of("pass");
    let (estate, now_ms) = (homes.story.estate(), hour(3, 20, 0));
    let given = |now_ms: u64| json!({ "now_ms": now_ms });
    let pass = issue(&estate, &key("wang"), now_ms);
    let gives = json!({ "key": public("wang").to_string() });
    telling.holds("wang shows her key", given(now_ms), pass.clone(), gives.clone());
    telling.holds("its last moment", given(now_ms + VALID_MS - 1), pass.clone(), gives.clone());
    telling.holds("of a clock a minute ahead", given(now_ms - 60_000), pass.clone(), gives);
    telling.refuse(Code::PassExpired, "ten minutes old", given(now_ms + VALID_MS), pass.clone());
    telling.refuse(Code::PassExpired, "more than a minute ahead", given(now_ms - 60_001), pass.clone());
    let other = issue(&EstateId::from_bytes([7; 32]), &key("wang"), now_ms);
    telling.refuse(Code::WrongEstate, "for another estate", given(now_ms), other);
    telling.refuse(Code::PassForm, "shorter", given(now_ms), pass[4..].to_owned());
    telling.refuse(Code::PassForm, "no base64", given(now_ms), pass.replacen('A', "-", 1));
    // "ZXN0" is "est" and a bit of "a": another first sign is another magic.
    telling.refuse(Code::PassForm, "of another version", given(now_ms), pass.replacen("ZXN0", "ZXN1", 1));
    // 108 signs are 81 bytes: magic, estate, key, and a zero of the moment.
    let others = issue(&estate, &key("li"), now_ms);
    let mixed = format!("{}{}", &others[..108], &pass[108..]);
    telling.refuse(Code::BadSignature, "li's key over wang's signature", given(now_ms), mixed);
    telling
}

fn checkpoints(homes: &TwoHomes) -> Telling {
    let mut telling = Telling::of("checkpoint");
    let head = homes.head();
    let note = head.sign(&key("log"));
    let size = head.size.to_string();
    telling.holds("the newest head", json!({}), note.clone(), figures(&head));
    for (what, bent) in [
        ("nothing", String::new()),
        ("without its last line feed", note.trim_end().to_owned()),
        ("a line too many", format!("{note}\n")),
        ("a size with a zero ahead", note.replacen(&format!("\n{size}\n"), &format!("\n0{size}\n"), 1)),
        ("a line between", note.replacen("\n\n", "\nextra\n\n", 1)),
        ("a hyphen for the dash", note.replacen('\u{2014}', "-", 1)),
        ("lines that end as Windows ends them", note.replace('\n', "\r\n")),
    ] {
        telling.refuse(Code::CheckpointForm, what, json!({}), bent);
    }
    let other = Checkpoint { estate: EstateId::from_bytes([7; 32]), ..head }.sign(&key("log"));
    telling.refuse(Code::WrongEstate, "of another estate", json!({}), other);
    telling.refuse(Code::BadSignature, "by a root's key", json!({}), head.sign(&key("root")));
    let more = Checkpoint { size: head.size + 1, ..head }.sign(&key("log"));
    let mixed = note.replacen(&format!("\n{size}\n"), &format!("\n{}\n", head.size + 1), 1);
    let longer = figures(&Checkpoint { size: head.size + 1, ..head });
    telling.holds("what is signed, though no log has it", json!({}), more, longer);
    telling.refuse(Code::BadSignature, "another size under the same signature", json!({}), mixed);
    telling
}

/// The vote's log, in which li votes the other way.
fn forked(homes: &TwoHomes) -> Story {
    let mut fork = homes.open.clone();
    for (name, marks) in [("wang", 0), ("li", 1)] {
        let submission = crate::stairwell::vote(&fork, name, name, homes.agenda, &[&[marks]]);
        // What the rules take in one history they take in the other.
        let _ = fork.send(&submission);
    }
    fork
}

fn heads(homes: &TwoHomes) -> Telling {
    let mut telling = Telling::of("heads");
    let fork = head(&forked(homes));
    let log = homes.log();
    let size = usize::try_from(fork.size).unwrap_or_default();
    let (ours, theirs) = (log.note(size), fork.sign(&key("log")));
    let other = |note: &str| json!({ "other": note });
    let history = |history: &str| json!({ "history": history });
    telling.holds("one head twice", other(&ours), ours.clone(), history("one"));
    telling.holds("two histories: after one size li has voted both ways", other(&theirs), ours.clone(), {
        history("two")
    });
    telling.holds("of two sizes nothing can be said", other(&theirs), log.note(size - 1), history("unknown"));
    telling.refuse(Code::BadSignature, "one is not the log's", other(&fork.sign(&key("root"))), ours);
    telling
}

fn consistency(homes: &TwoHomes) -> Telling {
    let mut telling = Telling::of("consistency");
    let (newest, tree) = (homes.head(), homes.story.log.tree());
    let older = head(&homes.open);
    let given = |older: &Checkpoint| json!({ "older": older.sign(&key("log")) });
    let proof = tree.consistency_proof(older.size, newest.size).unwrap_or_default();
    let good = Consistency { checkpoint: newest.sign(&key("log")), proof, since: older.size };
    let text = |answer: &Consistency| write_text(answer);
    telling.holds("the log has only grown", given(&older), text(&good), figures(&newest));
    let same = Consistency { proof: vec![], since: newest.size, ..good.clone() };
    telling.holds("nothing came", given(&newest), text(&same), figures(&newest));
    let other = Checkpoint { root: Hash::from_bytes([7; 32]), ..older };
    telling.refuse(Code::ViewMismatch, "the kept head has another root", given(&other), text(&good));
    let mut bent = good.clone();
    bent.proof.pop();
    telling.refuse(Code::ViewMismatch, "a hash of the proof is missing", given(&older), text(&bent));
    let nothing = Checkpoint { size: 0, root: Hash::ZERO, ..older };
    let since = Consistency { since: 0, proof: vec![], ..good.clone() };
    telling.refuse(Code::ViewMismatch, "from nothing no proof is taken", given(&nothing), text(&since));
    let shorter = Consistency { checkpoint: older.sign(&key("log")), proof: vec![], since: newest.size };
    telling.refuse(Code::ViewAhead, "the newer head is shorter", given(&newest), text(&shorter));
    let stranger = Consistency { checkpoint: newest.sign(&key("root")), ..good };
    telling.refuse(Code::BadSignature, "not by the log's key", given(&older), text(&stranger));
    telling
}

fn receipts(homes: &TwoHomes) -> Telling {
    let mut telling = Telling::of("receipt");
    let (story, head) = (&homes.story, homes.head());
    let index = homes.open.log.tree().size();
    let leaf = |index: u64| {
        let place = usize::try_from(index).unwrap_or_default();
        story.leaves.get(place).cloned().unwrap_or_default()
    };
    let proven = |index: u64| {
        let proof = story.log.tree().inclusion_proof(index, head.size).unwrap_or_default();
        Proven { index, leaf: Base64Bytes(leaf(index)), proof }
    };
    let receipt = Receipt { checkpoint: head.sign(&key("log")), proven: proven(index) };
    let entry_id = receipt.proven.id().map(|id| id.to_string()).unwrap_or_default();
    let gives = json!({
        "size": head.size, "index": index, "entry_id": entry_id, "received_ms": homes.open.now_ms,
    });
    let none = || json!({});
    telling.holds("wang's ballot is counted in", none(), write_text(&receipt), gives);
    let mut moved = receipt.clone();
    moved.proven.index -= 1;
    telling.refuse(Code::NotIncluded, "at another place", none(), write_text(&moved));
    let mut dated = receipt.clone();
    if let Some(byte) = dated.proven.leaf.0.get_mut(7) {
        *byte ^= 1;
    }
    telling.refuse(Code::NotIncluded, "received at another time", none(), write_text(&dated));
    let mut other = receipt.clone();
    other.proven.leaf = Base64Bytes(leaf(index + 1));
    telling.refuse(Code::NotIncluded, "li's entry with the proof of wang's", none(), write_text(&other));
    let stranger = Receipt { checkpoint: head.sign(&key("root")), ..receipt };
    telling.refuse(Code::BadSignature, "a head by a root's key", none(), write_text(&stranger));
    telling
}
