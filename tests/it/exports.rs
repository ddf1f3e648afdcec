//! One file, one verdict: an export that was changed anywhere is caught, and the reason has a name.

use sha2::{Digest, Sha256};
use yishi_protocol::audit::{Basis, Known, Seen, Verdict, audit, audit_knowing};
use yishi_protocol::body::{Access, Class, Close, Tally};
use yishi_protocol::count::Outcome;
use yishi_protocol::state::Stage;
use yishi_tests::people::party;
use yishi_tests::post_office::PostOffice;
use yishi_tests::stairwell::{AREA_C, HEADS, ballot, hour, resolution};

/// A tallied vote: its record and its evidence.
async fn exports() -> (Vec<u8>, Vec<u8>) {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    for name in ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "feng"] {
        let (body, blob) = ballot(vote.agenda, party(name), &[&[u32::from(name == "feng")]], None);
        office.say(name, body, vec![blob]).await.unwrap();
    }
    office.chen_supervises().await.unwrap();
    office.clock.set(hour(4, 4, 0));
    office.say("host", Close { agenda: vote.agenda }, vec![]).await.unwrap();
    let draft = office.get_as("host", &format!("/agendas/{}/tally-draft", vote.agenda)).await.unwrap();
    office.say("host", draft.json::<Tally>().unwrap(), vec![]).await.unwrap();
    office.say("chen", Access { agenda: vote.agenda }, vec![]).await.unwrap();
    let record = office.get_as("li", "/record").await.unwrap().body;
    let evidence = office.get_as("chen", &format!("/agendas/{}/evidence", vote.agenda)).await.unwrap().body;
    (record, evidence)
}

fn code(verdict: &Verdict) -> &str {
    verdict.first_wrong.as_ref().map_or("", |wrong| wrong.code.as_str())
}

/// The same lines with a last line that fits them.
fn rehashed(bytes: &[u8]) -> Vec<u8> {
    let body = &bytes[..bytes.len() - 1];
    let start = body.iter().rposition(|byte| *byte == b'\n').map_or(0, |place| place + 1);
    let hash = base16ct::lower::encode_string(&Sha256::digest(&bytes[..start]));
    [&bytes[..start], format!("{{\"sha256\":\"{hash}\"}}\n").as_bytes()].concat()
}

fn with_line(bytes: &[u8], change: impl FnOnce(&mut Vec<Vec<u8>>)) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    change(&mut lines);
    rehashed(&lines.concat())
}

#[tokio::test]
async fn evidence_gives_the_same_totals_and_a_record_says_they_are_stated() {
    let (record, evidence) = exports().await;
    let (record, evidence) = (audit(&record), audit(&evidence));
    assert!(record.sound && evidence.sound, "{:?} {:?}", record.first_wrong, evidence.first_wrong);
    assert_eq!(record.state_hash, evidence.state_hash);
    let (stated, counted) = (&record.votes[0], &evidence.votes[0]);
    assert_eq!((stated.totals, counted.totals), (Some(Basis::Stated), Some(Basis::Recomputed)));
    assert_eq!((stated.area, counted.area), (Basis::Stated, Basis::Recomputed));
    assert_eq!((counted.heads, counted.area_c), (HEADS, AREA_C));
    assert_eq!((counted.stage, counted.ballots), (Stage::Tallied, 8));
    let items = counted.items.as_ref().unwrap();
    assert_eq!((items[0].outcome, items[0].consenting[0].heads), (Outcome::Passed, 7));
    assert_eq!((record.rolls[0].heads, record.rolls[0].area), (HEADS, Basis::Stated));
    assert_eq!(evidence.rolls[0].area, Basis::Recomputed, "the whole roll lies in the scope");
}

#[tokio::test]
async fn what_the_address_checkpoint_answers_is_what_an_auditor_keeps() {
    let office = PostOffice::founded().await.unwrap();
    let mut seen = Vec::new();
    let mut keep = async |name: &str| {
        let note = String::from_utf8(office.get("/checkpoint").await.unwrap().body).unwrap();
        seen.push(Seen { name: name.to_owned(), note });
    };
    keep("at the founding").await;
    office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    keep("once a vote was opened").await;
    let record = office.get_as("li", "/record").await.unwrap().body;
    let verdict = audit_knowing(&record, &Known { estate: Some(office.estate), seen });
    assert!(verdict.sound, "{:?}", verdict.first_wrong);
    assert_eq!((verdict.seen, verdict.clocks_differ.len()), (2, 0));
}

#[tokio::test]
async fn no_byte_of_an_export_can_be_flipped() {
    let (_, evidence) = exports().await;
    // Every byte takes long; a stride that is no divisor of any field's length meets all of them.
    for place in (0..evidence.len()).step_by(29).chain(evidence.len() - 100..evidence.len()) {
        let mut bent = evidence.clone();
        bent[place] ^= 1;
        let verdict = audit(&bent);
        assert!(!verdict.sound, "byte {place}");
        assert!(["EXPORT_HASH", "EXPORT_FORM"].contains(&code(&verdict)), "byte {place}: {}", code(&verdict));
    }
}

#[tokio::test]
async fn no_byte_can_be_flipped_even_with_the_outer_hash_made_anew() {
    let (_, evidence) = exports().await;
    let last_line = evidence.len() - 80;
    for place in (0..last_line).step_by(31) {
        for bit in [1, 32] {
            let mut bent = evidence.clone();
            bent[place] ^= bit;
            let verdict = audit(&rehashed(&bent));
            assert!(!verdict.sound, "byte {place}: {:?}", verdict.first_wrong);
            let wrong = verdict.first_wrong.unwrap();
            assert!(!wrong.code.is_empty() && !wrong.detail.is_empty());
        }
    }
}

#[tokio::test]
async fn what_was_done_to_an_export_is_named() {
    let (record, evidence) = exports().await;
    let leaves = evidence.split(|byte| *byte == b'\n').filter(|line| line.starts_with(b"{\"leaf\"")).count();
    let last_leaf = leaves; // the header is line 0
    let cases: &[(&str, Vec<u8>)] = &[
        ("EXPORT_SIZE", with_line(&evidence, |lines| drop(lines.remove(last_leaf)))),
        ("EXPORT_FORM", with_line(&evidence, |lines| lines[0].insert(1, b' '))),
        ("EXPORT_FORM", with_line(&evidence, |lines| lines.swap(last_leaf, last_leaf + 1))),
        (
            "BLOB_UNNAMED",
            with_line(&evidence, |lines| {
                let blob = lines[last_leaf + 1].clone();
                lines.insert(last_leaf + 1, blob);
            }),
        ),
        ("GENESIS_MISSING", with_line(&evidence, |lines| drop(lines.drain(1..=last_leaf)))),
        ("WRONG_INDEX", Vec::new()),
    ];
    for (expected, bytes) in &cases[..5] {
        let verdict = audit(bytes);
        assert_eq!(code(&verdict), *expected, "{:?}", verdict.first_wrong);
    }
    // Entries that change places are caught by what their authors had seen.
    let swapped = audit(&with_line(&evidence, |lines| lines.swap(last_leaf - 1, last_leaf)));
    assert_eq!(code(&swapped), "VIEW_AHEAD", "{:?}", swapped.first_wrong);
    assert_eq!(swapped.first_wrong.unwrap().index, Some(u64::try_from(leaves).unwrap() - 2));
    // Another log's note over these entries.
    let header = record.split(|byte| *byte == b'\n').next().unwrap().to_vec();
    let verdict = audit(&with_line(&record, |lines| {
        let text = String::from_utf8(header).unwrap();
        let (before, after) = text.split_once("\\n\\n").unwrap();
        let size = before.split("\\n").nth(1).unwrap().to_owned();
        let less = (size.parse::<u64>().unwrap() - 1).to_string();
        let forged = format!(
            "{}\\n\\n{after}\n",
            before.replacen(&format!("\\n{size}\\n"), &format!("\\n{less}\\n"), 1)
        );
        lines[0] = forged.into_bytes();
    }));
    assert_eq!(code(&verdict), "BAD_SIGNATURE", "{:?}", verdict.first_wrong);
}

#[tokio::test]
async fn evidence_without_the_openings_that_decide_is_not_sound() {
    let (_, evidence) = exports().await;
    let without = |many: usize| {
        audit(&with_line(&evidence, |lines| {
            let kind = br#""kind":"ballot""#;
            let is_opening = |line: &Vec<u8>| line.windows(kind.len()).any(|part| part == kind);
            let (openings, mut rest): (Vec<_>, Vec<_>) = lines.drain(..).partition(is_opening);
            let last = rest.pop();
            rest.extend(openings.into_iter().skip(many));
            lines.extend(rest.into_iter().chain(last));
        }))
    };
    // Of eight, seven consent: one more or less changes nothing, but the figures are only stated then.
    let verdict = without(1);
    assert!(verdict.sound, "{:?}", verdict.first_wrong);
    let vote = &verdict.votes[0];
    assert_eq!((vote.totals, vote.outcome), (Some(Basis::Stated), Some(Basis::Recomputed)));
    // Without five of them four need not have.
    let verdict = without(5);
    assert_eq!((verdict.sound, code(&verdict)), (false, "EVIDENCE_WITHHELD"));
    assert_eq!(verdict.first_wrong.map(|wrong| wrong.blobs.len()), Some(5));
}

#[test]
fn what_is_no_export_is_said_to_be_none() {
    let texts: [&[u8]; 6] = [b"", b"\n", b"{}\n", b"hello", b"{\"sha256\":\"00\"}\n", b"\n\n\n"];
    for text in texts {
        let verdict = audit(text);
        assert!(!verdict.sound);
        assert_eq!(code(&verdict), "EXPORT_FORM", "{text:?}");
    }
}
