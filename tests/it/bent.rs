//! What holds for bytes that are nearly what we read: the told log, its blobs and case files, each bent a little or not at
//! all. Chance alone makes nothing that passes, so every test here also asks that some of it passed.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{TestCaseError, TestRunner};
use yishi_casefile::{self as casefile, CaseFile};
use yishi_protocol::SigningKey;
use yishi_protocol::blob::{Blob, Evidence};
use yishi_protocol::body::{Body, Kind};
use yishi_protocol::envelope::{HEADER_LEN, SIGNATURE_LEN};
use yishi_protocol::id::PublicKey;
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::signature::sign;
use yishi_protocol::{strict_json, verify};
use yishi_tests::people::{key, public};
use yishi_tests::stairwell::PEOPLE;
use yishi_tests::telling::tell;
use yishi_tests::vectors::Step;

const TALLY: &[u8] = include_bytes!("../vectors/tally.json");

/// The leaves of the told log, refused ones included, and all its blobs.
static TOLD: LazyLock<(Vec<Vec<u8>>, Vec<Blob>)> = LazyLock::new(|| {
    let (mut leaves, mut told) = (Vec::new(), Vec::new());
    for step in tell().unwrap().steps {
        let (Step::Accepted { leaf, blobs, .. } | Step::Refused { leaf, blobs, .. }) = step;
        leaves.push(base16ct::lower::decode_vec(leaf).unwrap());
        told.extend(blobs.iter().map(|blob| blob.blob().unwrap()));
    }
    (leaves, told)
});

/// An entry of the told log, the log before it, and its author's key.
struct Placed {
    before: Log,
    entry: LogEntry,
    author: SigningKey,
}

/// The entries of the told log whose authors have the keys of people.
static PLACED: LazyLock<Vec<Placed>> = LazyLock::new(|| {
    let others = ["root", "second root", "feng's new phone", "wang's tablet"];
    let names = PEOPLE.iter().copied().chain(others);
    let keys: BTreeMap<PublicKey, SigningKey> = names.map(|name| (public(name), key(name))).collect();
    let (mut log, mut placed) = (Log::new(), Vec::new());
    for step in tell().unwrap().steps {
        let Step::Accepted { leaf, .. } = step else { continue };
        let leaf = base16ct::lower::decode_vec(leaf).unwrap();
        let entry = LogEntry::from_leaf(log.state().size(), &leaf).unwrap();
        let before = log.clone();
        log.replay(&entry, &EVIDENCE).unwrap();
        if let Some(author) = keys.get(&entry.entry.author()) {
            placed.push(Placed { before, entry, author: author.clone() });
        }
    }
    placed
});

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| TOLD.1.iter().cloned().collect());

/// How bytes are bent: some replaced by others or, more often, by others of their sort; perhaps cut short.
#[derive(Clone, Debug)]
struct Bend {
    flips: Vec<(Index, u8, bool)>,
    cut: Option<Index>,
}

impl Bend {
    fn any() -> impl Strategy<Value = Self> {
        let flips = prop::collection::vec((any::<Index>(), any::<u8>(), prop::bool::weighted(0.8)), 0..4);
        let cut = prop::option::weighted(0.1, any::<Index>());
        (flips, cut).prop_map(|(flips, cut)| Self { flips, cut })
    }

    fn of(&self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        let flips = if bytes.is_empty() { &[][..] } else { &self.flips };
        for (at, byte, same_sort) in flips {
            let at = at.index(bytes.len());
            bytes[at] = match bytes[at] {
                b'0'..=b'9' if *same_sort => b'0' + byte % 10,
                b'a'..=b'f' if *same_sort => b'a' + byte % 6,
                _ => *byte,
            };
        }
        if let Some(cut) = &self.cut {
            bytes.truncate(cut.index(bytes.len() + 1));
        }
        bytes
    }
}

/// Judges so many bent things, of which some must pass though they were changed, and some must be refused.
fn judge<T: std::fmt::Debug>(
    bent: impl Strategy<Value = T>,
    judged: impl Fn(T) -> Result<Judged, TestCaseError>,
) {
    let (passed, refused) = (Cell::new(0), Cell::new(0));
    let config = ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() };
    let ran = TestRunner::new(config).run(&bent, |bent| {
        match judged(bent)? {
            Judged::PassedChanged => passed.set(passed.get() + 1),
            Judged::PassedAsItWas => {}
            Judged::Refused => refused.set(refused.get() + 1),
        }
        Ok(())
    });
    if let Err(failed) = ran {
        panic!("{failed}");
    }
    assert!(passed.get() > 0, "nothing that was bent passed, so nothing was seen of what passes");
    assert!(refused.get() > 0, "nothing was refused");
}

enum Judged {
    PassedChanged,
    PassedAsItWas,
    Refused,
}

fn passed(as_it_was: bool) -> Judged {
    if as_it_was { Judged::PassedAsItWas } else { Judged::PassedChanged }
}

#[test]
fn bent_leaves_are_read_as_they_were_written_or_refused() {
    // The author signed all but the stamp, the first eight bytes; now and then these alone are bent, since nothing else can be
    // and pass.
    judge((any::<Index>(), Bend::any(), prop::bool::weighted(0.2)), |(source, bend, of_stamp)| {
        let leaf = &TOLD.0[source.index(TOLD.0.len())];
        let (stamp, signed) = leaf.split_at(8);
        let bytes = if of_stamp { [&bend.of(stamp), signed].concat() } else { bend.of(leaf) };
        match LogEntry::from_leaf(7, &bytes) {
            Ok(entry) => {
                prop_assert_eq!(entry.leaf(), bytes.clone());
                prop_assert_eq!(
                    &entry.entry.body().encode(),
                    &bytes[8 + HEADER_LEN..bytes.len() - SIGNATURE_LEN]
                );
                Ok(passed(&bytes == leaf))
            }
            Err(rejection) => {
                prop_assert!(!rejection.to_string().is_empty());
                Ok(Judged::Refused)
            }
        }
    });
}

#[test]
fn bent_bodies_are_written_as_read_or_refused() {
    let other = prop::option::weighted(0.2, any::<Index>());
    judge((any::<Index>(), Bend::any(), other), |(source, bend, other)| {
        let Placed { entry, .. } = &PLACED[source.index(PLACED.len())];
        let body = entry.entry.body().encode();
        let kind = other.map_or(entry.entry.body().kind(), |other| Kind::ALL[other.index(Kind::ALL.len())]);
        let bytes = bend.of(&body);
        match Body::decode(kind, &bytes) {
            Ok(read) => {
                prop_assert_eq!(read.encode(), bytes.clone());
                Ok(passed(bytes == body))
            }
            Err(_) => Ok(Judged::Refused),
        }
    });
}

/// Its author signs the bent body, so that no signature stands between it and the rules.
#[test]
fn bent_entries_signed_anew_are_taken_alike_by_everybody_or_change_nothing() {
    judge((any::<Index>(), Bend::any()), |(source, bend)| {
        let Placed { before, entry, author } = &PLACED[source.index(PLACED.len())];
        let old = entry.entry.bytes();
        let body = bend.of(&old[HEADER_LEN..old.len() - SIGNATURE_LEN]);
        let mut bytes = old[..HEADER_LEN - 2].to_vec();
        bytes.extend_from_slice(&u16::try_from(body.len()).unwrap().to_be_bytes());
        bytes.extend_from_slice(&body);
        let signature = sign(author, &bytes);
        bytes.extend_from_slice(signature.as_bytes());
        let Ok(signed) = verify(&bytes) else { return Ok(Judged::Refused) };
        let bent = LogEntry { entry: signed, ..entry.clone() };
        let mark = |log: &Log| (log.state().state_hash(), log.tree().root(), log.state().size());
        let mut log = before.clone();
        if log.replay(&bent, &EVIDENCE).is_err() {
            prop_assert_eq!(mark(&log), mark(before));
            return Ok(Judged::Refused);
        }
        prop_assert_eq!(log.state().size(), before.state().size() + 1);
        prop_assert_ne!(mark(&log), mark(before));
        let mut other = before.clone();
        let read = LogEntry::from_leaf(bent.index, &bent.leaf()).unwrap();
        prop_assert!(
            other.replay(&read, &Evidence::new()).is_ok(),
            "an auditor without evidence takes it too"
        );
        prop_assert_eq!(mark(&other), mark(&log));
        Ok(passed(bytes == old))
    });
}

#[test]
fn bent_blobs_travel_as_they_are_or_are_refused() {
    judge((any::<Index>(), Bend::any()), |(source, bend)| {
        let blob = &TOLD.1[source.index(TOLD.1.len())];
        let Ok(payload) = String::from_utf8(bend.of(blob.payload.as_bytes())) else {
            return Ok(Judged::Refused);
        };
        let bent = Blob { payload, ..blob.clone() };
        prop_assert_eq!(bent.id() == blob.id(), bent.payload == blob.payload, "no two have one name");
        if bent.check().is_err() {
            return Ok(Judged::Refused);
        }
        let sent = strict_json::write_text(&bent);
        let arrived: Blob = strict_json::read(sent.as_bytes()).unwrap();
        prop_assert_eq!(&arrived, &bent);
        Ok(passed(&bent == blob))
    });
}

#[test]
fn bent_case_files_are_judged_or_refused_by_name() {
    judge(Bend::any(), |bend| {
        let text = bend.of(TALLY);
        let Ok(file) = CaseFile::read(&text) else { return Ok(Judged::Refused) };
        for vector in &file.vectors {
            if let Err(rejection) = casefile::run(&vector.case) {
                prop_assert!(rejection.detail.is_some());
            }
        }
        Ok(passed(text == TALLY))
    });
}
