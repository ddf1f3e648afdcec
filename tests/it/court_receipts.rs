//! A voter's receipt held against a record: what it shows, and what nobody can make it show.

use yishi_protocol::audit::{Known, ReceiptCheck, ReceiptStanding, audit_log, check_receipt};
use yishi_protocol::body::Class;
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::id::{EntryId, Hash};
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::slip::Slip;
use yishi_protocol::strict_json::write_text;
use yishi_protocol::wire::{Base64Bytes, Proven, Receipt};
use yishi_tests::exported::Exported;
use yishi_tests::people::{key, party, public};
use yishi_tests::stairwell::{Opened, opened, resolution, vote};
use yishi_tests::story::Story;

/// A ballot as it was cast, with the receipt that its phone was given then.
struct Cast {
    entry: LogEntry,
    receipt: Receipt,
}

impl Cast {
    fn slip(&self, story: &Story) -> Slip {
        let log = (&story.estate(), &public("log"));
        Slip::of(self.entry.entry.id(), &self.receipt.checkpoint, log).unwrap()
    }
}

fn cast(opened: &mut Opened, voter: &str, home: &str, mark: u32) -> Cast {
    let submission = vote(&opened.story, voter, home, opened.agenda, &[&[mark]]);
    let entry = opened.story.send(&submission).unwrap();
    let tree = opened.story.log.tree();
    let head = Checkpoint { estate: opened.story.estate(), size: tree.size(), root: tree.root() };
    let proof = tree.inclusion_proof(entry.index, tree.size()).unwrap();
    let proven = Proven { index: entry.index, leaf: Base64Bytes(entry.leaf()), proof };
    Cast { entry, receipt: Receipt { checkpoint: head.sign(&key("log")), proven } }
}

fn a_vote() -> Opened {
    opened(vec![resolution(1, Class::Ordinary)]).unwrap()
}

fn standing(log: &Log, text: &str) -> Option<ReceiptStanding> {
    match check_receipt(log, text) {
        ReceiptCheck::Found { standing, .. } => Some(standing),
        _ => None,
    }
}

#[test]
fn a_receipt_says_whether_its_ballot_counts_or_which_one_does_in_its_place() {
    let mut opened = a_vote();
    let first = cast(&mut opened, "wang", "wang", 0);
    let second = cast(&mut opened, "wang", "wang", 1);
    // The record that a court is given, audited from its bytes.
    let record = Exported::of(&opened.story).record();
    let (verdict, log) = audit_log(&record, &Known::default());
    assert!(verdict.sound, "{verdict:?}");
    let log = log.unwrap();
    let by = second.entry.entry.id();
    for (one, stands) in [(&first, ReceiptStanding::Superseded { by }), (&second, ReceiptStanding::Counted)] {
        let slip = one.slip(&opened.story).text();
        let address = format!("https://yishi.example/enrol#{}.{slip}", opened.story.estate());
        let copied = slip.to_uppercase().replace('.', ".\n ");
        for text in [slip, address, copied, write_text(&one.receipt)] {
            assert_eq!(standing(&log, &text), Some(stands), "{text}");
        }
    }
    let index = first.entry.index;
    let found = check_receipt(&log, &write_text(&first.receipt));
    assert!(
        matches!(found, ReceiptCheck::Found { index: at, party: home, .. } if at == index && home == party("wang"))
    );
    assert!(!found.convicts());
}

#[test]
fn a_ballot_of_owners_who_have_named_nobody_is_there_and_does_not_count() {
    let mut opened = a_vote();
    let held = cast(&mut opened, "sun", "sun-zhou", 0);
    let text = held.slip(&opened.story).text();
    assert_eq!(standing(&opened.story.log, &text), Some(ReceiptStanding::NotCounted));
}

#[test]
fn a_record_that_is_another_one_is_convicted_by_the_receipt_however_short_it_is() {
    let mut opened = a_vote();
    let receipt = cast(&mut opened, "wang", "wang", 0);
    let size = opened.story.log.tree().size();
    let slip = receipt.slip(&opened.story).text();
    let other = {
        let mut opened = a_vote();
        cast(&mut opened, "li", "li", 0);
        opened.story.log.clone()
    };
    for text in [slip, write_text(&receipt.receipt)] {
        let forked = check_receipt(&other, &text);
        assert_eq!(forked, ReceiptCheck::OtherHistory { size });
        assert!(forked.convicts());
    }
    // The phone has fetched its receipt anew, under a head beyond the end of the record that leaves its ballot out.
    cast(&mut opened, "wu", "wu", 0);
    let tree = opened.story.log.tree();
    let head = Checkpoint { estate: opened.story.estate(), size: tree.size(), root: tree.root() };
    let proof = tree.inclusion_proof(receipt.entry.index, tree.size()).unwrap();
    let proven = Proven { proof, ..receipt.receipt.proven };
    let newer = write_text(&Receipt { checkpoint: head.sign(&key("log")), proven });
    assert_eq!(check_receipt(&other, &newer), ReceiptCheck::OtherHistory { size: size + 1 });
}

#[test]
fn a_head_beyond_the_end_of_a_record_convicts_nobody() {
    let mut opened = a_vote();
    let mine = cast(&mut opened, "wang", "wang", 0);
    let record = opened.story.log.clone();
    let later = cast(&mut opened, "li", "li", 0);
    let size = opened.story.log.tree().size();
    // Anybody fetches today's head, and writes a number beside it; and what was cast later is in a later record.
    let made_up = Slip { entry: EntryId::from_bytes([7; 32]), ..later.slip(&opened.story) };
    for text in [made_up.text(), later.slip(&opened.story).text(), write_text(&later.receipt)] {
        let older = check_receipt(&record, &text);
        assert_eq!(older, ReceiptCheck::Older { size });
        assert!(!older.convicts());
    }
    // A ballot that the record has is found in it, under whichever head it is shown.
    let again = Slip { entry: mine.entry.entry.id(), ..later.slip(&opened.story) };
    assert_eq!(standing(&record, &again.text()), Some(ReceiptStanding::Counted));
}

#[test]
fn nobody_convicts_a_whole_record_by_a_receipt_that_they_made_up() {
    let mut opened = a_vote();
    let mine = cast(&mut opened, "wang", "wang", 0);
    let good = mine.slip(&opened.story);
    let log = &opened.story.log;
    // A head that was signed, beside the number of a ballot that nobody cast, or of an entry that is no ballot.
    for entry in [EntryId::from_bytes([7; 32]), opened.agenda] {
        assert_eq!(check_receipt(log, &Slip { entry, ..good }.text()), ReceiptCheck::NoSuchBallot);
    }
    // A head that was never signed.
    for bent in [Slip { root: Hash::ZERO, ..good }, Slip { size: good.size + 1, ..good }] {
        assert_eq!(check_receipt(log, &bent.text()), ReceiptCheck::Unsigned);
    }
    // A proof that holds another ballot than the one beside it.
    let other = cast(&mut opened, "li", "li", 0);
    let mut mixed = other.receipt;
    mixed.proven.leaf = mine.receipt.proven.leaf;
    assert_eq!(check_receipt(&opened.story.log, &write_text(&mixed)), ReceiptCheck::Unsigned);
    for text in ["", "seen.", "收据", "{}", "seen.1.2.3.4"] {
        assert_eq!(check_receipt(&opened.story.log, text), ReceiptCheck::Unreadable, "{text}");
    }
}

#[test]
fn a_head_from_before_the_ballot_is_no_receipt_for_it() {
    let mut opened = a_vote();
    let early = cast(&mut opened, "wang", "wang", 0).slip(&opened.story);
    let later = cast(&mut opened, "li", "li", 0).entry.entry.id();
    let text = Slip { entry: later, ..early }.text();
    assert_eq!(check_receipt(&opened.story.log, &text), ReceiptCheck::NoSuchBallot);
}
