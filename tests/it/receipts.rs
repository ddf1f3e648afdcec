//! Receipts, checkpoints and submissions: what a phone checks before it says 已计入.

use yishi_protocol::blob::{Blob, BlobKind, Words};
use yishi_protocol::body::Class;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{EstateId, Salt};
use yishi_protocol::rejection::Code;
use yishi_protocol::strict_json;
use yishi_protocol::verify;
use yishi_protocol::wire::{Base64Bytes, Proven, Receipt, Submission};
use yishi_tests::people::{key, public};
use yishi_tests::stairwell::{Opened, opened, resolution, vote};

fn receipt() -> (Opened, Receipt) {
    let mut opened = opened(vec![resolution(1, Class::Ordinary)]).unwrap();
    let submission = vote(&opened.story, "wang", "wang", opened.agenda, &[&[0]]);
    let entry = opened.story.send(&submission).unwrap();
    let tree = opened.story.log.tree();
    let checkpoint = Checkpoint { estate: opened.story.estate(), size: tree.size(), root: tree.root() };
    let proof = tree.inclusion_proof(entry.index, tree.size()).unwrap();
    let proven = Proven { index: entry.index, leaf: Base64Bytes(entry.leaf()), proof };
    (opened, Receipt { checkpoint: checkpoint.sign(&key("log")), proven })
}

#[test]
fn a_receipt_shows_the_entry_in_the_signed_log() {
    let (opened, receipt) = receipt();
    let (checkpoint, entry) = receipt.open(&opened.story.estate(), &public("log")).unwrap();
    assert_eq!(checkpoint.root, opened.story.log.tree().root());
    assert_eq!(entry.entry.author(), public("wang"));
    let sent = strict_json::write_text(&receipt);
    assert_eq!(strict_json::read::<Receipt>(sent.as_bytes()).unwrap(), receipt);
}

#[test]
fn a_receipt_with_any_byte_changed_is_no_receipt() {
    let (opened, receipt) = receipt();
    let estate = opened.story.estate();
    let sent = strict_json::write(&receipt);
    for place in 0..sent.len() {
        let mut bent = sent.clone();
        bent[place] ^= 1;
        if let Ok(read) = strict_json::read::<Receipt>(&bent) {
            assert!(read == receipt || read.open(&estate, &public("log")).is_err(), "byte {place}");
        }
    }
}

#[test]
fn a_receipt_says_what_is_wrong_with_it() {
    let (opened, receipt) = receipt();
    let estate = opened.story.estate();
    let code = |receipt: &Receipt| receipt.open(&estate, &public("log")).unwrap_err().code;
    let mut moved = receipt.clone();
    moved.proven.index -= 1;
    assert_eq!(code(&moved), Code::NotIncluded);
    let mut dated = receipt.clone();
    dated.proven.leaf.0[7] ^= 1;
    assert_eq!(code(&dated), Code::NotIncluded);
    let size = opened.story.log.tree().size();
    let root = opened.story.log.tree().root();
    let forged = Checkpoint { estate, size, root }.sign(&key("thief"));
    assert_eq!(code(&Receipt { checkpoint: forged, ..receipt.clone() }), Code::BadSignature);
    assert_eq!(receipt.open(&EstateId::ZERO, &public("log")).unwrap_err().code, Code::WrongEstate);
}

#[test]
fn a_checkpoint_has_one_spelling() {
    let (opened, receipt) = receipt();
    let estate = opened.story.estate();
    let open = |note: &str| Checkpoint::open(note, &estate, &public("log")).map_err(|refused| refused.code);
    let note = &receipt.checkpoint;
    assert!(open(note).is_ok());
    let size = opened.story.log.tree().size().to_string();
    let wrong = [
        String::new(),
        note.trim_end().to_owned(),
        format!("{note}\n"),
        format!("{note}{}", note.lines().last().unwrap()),
        note.replacen(&format!("\n{size}\n"), &format!("\n0{size}\n"), 1),
        note.replacen(&format!("\n{size}\n"), &format!("\n+{size}\n"), 1),
        note.replacen("\n\n", "\nextra\n\n", 1),
        note.replacen('\u{2014}', "-", 1),
        note.replace('\n', "\r\n"),
    ];
    for note in wrong {
        assert_eq!(open(&note), Err(Code::CheckpointForm), "{note:?}");
    }
}

#[test]
fn a_submission_carries_what_its_entry_names_and_nothing_else() {
    let (opened, _) = receipt();
    let sent = vote(&opened.story, "li", "li", opened.agenda, &[&[1]]);
    let entry = verify(&sent.envelope).unwrap();
    let submission = Submission { blobs: sent.blobs, envelope: Base64Bytes(sent.envelope) };
    assert!(submission.evidence(&entry).is_ok());
    let mut stuffed = submission.clone();
    let words = Words::zh("广告");
    stuffed.blobs.push(Blob::record(BlobKind::Consent, Salt::ZERO, &words));
    assert_eq!(stuffed.evidence(&entry).unwrap_err().code, Code::BlobUnnamed);
}
