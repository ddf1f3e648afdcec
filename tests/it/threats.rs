//! Attacks tried in every way there is, where one example would prove little: each bit, each order, each fork, each exchange.

use std::collections::BTreeSet;

use yishi_protocol::audit::{FoundedLog, History, Known, Seen, audit, audit_knowing, compare};
use yishi_protocol::blob::{Blob, Evidence};
use yishi_protocol::body::{Class, Close, Genesis};
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::count::{Counted, count};
use yishi_protocol::envelope::Unsigned;
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;
use yishi_protocol::verify;
use yishi_tests::exported::Exported;
use yishi_tests::people::{key, party, public};
use yishi_tests::stairwell::{Opened, ballot, genesis, hour, notice, open, opened, resolution, vote};
use yishi_tests::story::{Story, Submission};

fn voting() -> Opened {
    opened(vec![resolution(1, Class::Ordinary)]).unwrap()
}

/// Row 1: the network changes a ballot on its way.
#[test]
fn no_bit_of_an_envelope_can_be_flipped() {
    let Opened { story, agenda, .. } = voting();
    let sent = vote(&story, "wang", "wang", agenda, &[&[0]]);
    assert!(verify(&sent.envelope).is_ok());
    for bit in 0..sent.envelope.len() * 8 {
        let mut bent = sent.envelope.clone();
        bent[bit / 8] ^= 1 << (bit % 8);
        assert!(verify(&bent).is_err(), "bit {bit}");
    }
}

/// Row 3: what was signed for one vote and one estate is sent to others.
#[test]
fn a_ballot_counts_on_its_own_agenda_and_in_its_own_estate_alone() {
    let Opened { mut story, agenda, roll, .. } = voting();
    let Opened { story: mut second, .. } = voting();
    let (body, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let later = 20 * yishi_protocol::calendar::DAY_MS;
    let body = yishi_protocol::body::Notice {
        opens_ms: body.opens_ms + later,
        closes_ms: body.closes_ms + later,
        ..body
    };
    let noticed = story.say_id("host", body, blobs).unwrap();
    let sent = vote(&story, "wang", "wang", agenda, &[&[0]]);
    story.send(&sent).unwrap();
    assert_eq!(story.send(&sent).unwrap_err().code, Code::SeqReused, "the same bytes twice");
    story.now_ms = hour(4, 8, 9);
    let other = story.say_id("host", open(noticed, roll), vec![]).unwrap();
    story.now_ms = hour(4, 9, 0);
    assert_eq!(story.send(&sent).unwrap_err().code, Code::SeqReused, "while another vote runs");
    assert!(story.log.state().agenda(&other).unwrap().ballots.is_empty());
    // Whoever sees the opening can name it on the other agenda, if not in her name; it was made for the first.
    let (body, opening) = ballot(agenda, party("wang"), &[&[0]], None);
    let copied = yishi_protocol::body::Ballot { agenda: other, ..body };
    let refused = story.say("wang", copied, vec![opening]).unwrap_err();
    assert_eq!(refused.code, Code::BlobContext);
    // Another estate with the same people and keys.
    let mut twin = Story::at(hour(3, 1, 9));
    twin.say("root", Genesis { name: "桂苑小区二期".to_owned(), ..genesis() }, vec![]).unwrap();
    twin.now_ms = story.now_ms;
    let stranger = Unsigned { view: twin.log.view(), ..story.draft("root", Close { agenda }) };
    let stranger = Submission { envelope: stranger.sign(&key("root")).unwrap(), blobs: vec![] };
    assert_eq!(twin.send(&stranger).unwrap_err().code, Code::WrongEstate);
    // A log that was told the same is the same estate.
    second.send(&vote(&second, "wang", "wang", agenda, &[&[0]])).unwrap();
}

/// Ballots that one member signs one after another, each in the place of the one before, all with what was seen at first.
fn revotes(story: &Story, agenda: EntryId, many: u64) -> Vec<(EntryId, Submission)> {
    let mut signed: Vec<(EntryId, Submission)> = Vec::new();
    for number in 0..many {
        let marks = u32::from(number % 2 == 1);
        let earlier = signed.last().map(|(id, _)| *id);
        let (body, opening) = ballot(agenda, party("wang"), &[&[marks]], earlier);
        let draft = story.draft("wang", body);
        let draft = Unsigned { seq: draft.seq + number, ..draft };
        let envelope = draft.sign(&key("wang")).unwrap();
        let id = verify(&envelope).unwrap().id();
        signed.push((id, Submission { envelope, blobs: vec![opening] }));
    }
    signed
}

/// Every order of so many things.
fn orders(many: usize) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for next in 0..many {
        let longer = |order: &Vec<usize>| {
            let order = order.clone();
            (0..=order.len()).map(move |place| {
                let mut longer = order.clone();
                longer.insert(place, next);
                longer
            })
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

/// Row 4: the server puts a member's ballots in another order, so that an earlier one counts.
#[test]
fn no_order_of_ones_ballots_but_the_signed_one_is_taken_whole() {
    let Opened { story, agenda, .. } = voting();
    let signed = revotes(&story, agenda, 5);
    for order in orders(signed.len()) {
        let mut server = story.clone();
        let mut taken = Vec::new();
        for place in &order {
            match server.send(&signed[*place].1) {
                Ok(_) => taken.push(*place),
                Err(refused) => {
                    assert!([Code::SeqReused, Code::StaleSupersession].contains(&refused.code), "{refused}");
                }
            }
        }
        // What is taken is how the member began, never a later one without those before it.
        assert!(taken.iter().copied().eq(0..taken.len()), "{order:?}: {taken:?}");
        assert_eq!(taken.len() == signed.len(), order.is_sorted(), "{order:?}");
        let agenda = server.log.state().agenda(&agenda).unwrap();
        let stands = agenda.standing_ballot(&party("wang")).map(|ballot| ballot.entry);
        assert_eq!(stands, taken.last().map(|last| signed[*last].0));
    }
}

/// Row 8: the server changes choices where they lie, or exchanges them between homes.
#[test]
fn no_choice_is_exchanged_for_another() {
    let items = vec![resolution(1, Class::Ordinary)];
    let mut opened = voting();
    for (name, marks) in
        [("wang", 0), ("li", 1), ("wu", 0), ("zheng", 1), ("chen", 0), ("chu", 0), ("wei", 1), ("feng", 0)]
    {
        let submission = vote(&opened.story, name, name, opened.agenda, &[&[marks]]);
        opened.story.send(&submission).unwrap();
    }
    opened.story.now_ms = hour(4, 4, 0);
    opened.story.say("host", Close { agenda: opened.agenda }, vec![]).unwrap();
    let counted = count(opened.story.log.state(), &opened.agenda, &opened.story.evidence).unwrap();
    let Counted::Full(counted) = counted else { panic!("openings are missing") };
    opened.story.say("host", counted.tally(&items), vec![]).unwrap();
    let honest = Exported::of(&opened.story);
    let whole = String::from_utf8(honest.evidence_of(opened.agenda)).unwrap();
    assert!(audit(whole.as_bytes()).sound);
    let ballots = opened.story.log.state().agenda(&opened.agenda).unwrap().ballots.values();
    let openings: Vec<Blob> =
        ballots.map(|ballot| opened.story.evidence.get(&ballot.blob).unwrap().clone()).collect();
    let replaced = |pairs: &[(&Blob, Blob)]| {
        let mut evidence: Evidence = honest.evidence.clone();
        for (old, new) in pairs {
            evidence.remove(&old.id());
            evidence.insert(new.clone());
        }
        let count = count(opened.story.log.state(), &opened.agenda, &evidence).unwrap();
        // What no ballot names is no opening, so there is one too few.
        assert!(matches!(count, Counted::Erased(missing) if missing.openings.len() == pairs.len()));
    };
    for one in &openings {
        for other in &openings {
            if one == other {
                continue;
            }
            let with = |own: &Blob, payload: &Blob| Blob { payload: payload.payload.clone(), ..own.clone() };
            if one.payload != other.payload {
                replaced(&[(one, with(one, other)), (other, with(other, one))]);
            }
            // With its salt too it is still bound to another home.
            replaced(&[(one, Blob { context: one.context, ..other.clone() })]);
        }
    }
}

/// Two servers of one estate that hold the log's key go on from the same log: the one with whoever votes for, the other
/// with whoever votes against.
fn forked(before: &Story, agenda: EntryId, names: [&[&str]; 2]) -> [(Story, Vec<Submission>); 2] {
    names.map(|names| {
        let (mut story, mut sent) = (before.clone(), Vec::new());
        for name in names {
            let submission = vote(&story, name, name, agenda, &[&[0]]);
            story.send(&submission).unwrap();
            sent.push(submission);
        }
        (story, sent)
    })
}

/// Row 12: the server shows two histories.
#[test]
fn a_fork_is_seen_by_whoever_is_in_both_and_proved_by_two_notes() {
    let names = ["wang", "li", "wu", "zheng", "chen", "chu"];
    for common in 0..3 {
        let mut before = voting();
        for name in &names[..common] {
            let submission = vote(&before.story, name, name, before.agenda, &[&[1]]);
            before.story.send(&submission).unwrap();
        }
        let rest = &names[common..];
        let (left, right) = rest.split_at(rest.len() / 2);
        let right = &right[..left.len()];
        let [(one, sent), (other, _)] = forked(&before.story, before.agenda, [left, right]);
        // The first entry was signed before the fork, so it fits in both; every later one names what its author saw.
        for (place, submission) in sent.iter().enumerate() {
            let refused = other.clone().send(submission).err().map(|refused| refused.code);
            let expected = (place > 0).then_some(Code::ViewMismatch);
            assert_eq!(refused, expected, "{common} in common, entry {place}");
        }
        // Two people compare what their phones have kept.
        let [first, second] = [&one, &other].map(|story| {
            let exported = Exported::of(story);
            (Seen { name: String::new(), note: exported.note(story.leaves.len()) }, exported.record())
        });
        let (estate, log_key) = (one.estate(), public("log"));
        let found = compare(&estate, &log_key, &first.0, &second.0).unwrap();
        assert_eq!(found.history, History::Two);
        // One note and the other's record do too, whatever their sizes.
        let short = Exported::of(&one).note(one.leaves.len() - 1);
        let short = Seen { name: String::new(), note: short };
        let with_record = FoundedLog::of(&second.1).unwrap().compare(&short, &second.0).unwrap();
        assert_eq!(with_record.history, History::Two);
        let verdict = audit_knowing(&second.1, &Known { estate: Some(estate), seen: vec![first.0] });
        assert_eq!(verdict.first_wrong.map(|wrong| wrong.code), Some("SEEN_FORKED".to_owned()));
        // Up to the fork there is one history.
        let base = Exported::of(&before.story).note(before.story.leaves.len());
        let head = Checkpoint::open(&base, &estate, &log_key).unwrap();
        assert!([&one, &other].iter().all(|story| story.log.tree().root_at(head.size) == Some(head.root)));
    }
}

#[test]
fn every_order_is_tried_once() {
    let all = orders(4);
    assert_eq!((all.len(), all.iter().collect::<BTreeSet<_>>().len()), (24, 24));
}
