//! A server that states false figures and leaves out what would show it.

use yishi_protocol::audit::{Basis, Verdict, audit};
use yishi_protocol::blob::{BlobKind, Evidence};
use yishi_protocol::body::{Body, Class, Close, CloseMatter, Item, Open, Score, Tally};
use yishi_protocol::count::{Counted, Outcome, Weight, count};
use yishi_protocol::envelope::Unsigned;
use yishi_protocol::id::{BlobId, Hash};
use yishi_protocol::log::{Log, LogEntry};
use yishi_protocol::rejection::Code;
use yishi_protocol::verify;
use yishi_tests::exported::Exported;
use yishi_tests::people::{key, party};
use yishi_tests::stairwell::{
    AREA_C, HEADS, Opened, election, hour, listed, notice, open, opened, resolution, vote,
};
use yishi_tests::telling::tell;
use yishi_tests::vectors::Step;

/// A closed vote of one item in which these voted so, and its true tally.
fn voted(item: &Item, votes: &[(&str, &[u32])]) -> (Opened, Tally) {
    let mut opened = opened(vec![item.clone()]).unwrap();
    for (name, marks) in votes {
        let submission = vote(&opened.story, name, name, opened.agenda, &[marks]);
        opened.story.send(&submission).unwrap();
    }
    opened.story.now_ms = hour(4, 4, 0);
    opened.story.say("host", Close { agenda: opened.agenda }, vec![]).unwrap();
    let tally = match count(opened.story.log.state(), &opened.agenda, &opened.story.evidence).unwrap() {
        Counted::Full(count) => count.tally(std::slice::from_ref(item)),
        Counted::Erased(missing) => panic!("{missing:?}"),
    };
    (opened, tally)
}

/// Five for, three against: 5 of 8 heads.
fn close_vote() -> (Opened, Tally) {
    let by: &[(&str, &[u32])] = &[
        ("wang", &[0]),
        ("li", &[0]),
        ("wu", &[0]),
        ("zheng", &[0]),
        ("chen", &[0]),
        ("chu", &[1]),
        ("wei", &[1]),
        ("feng", &[1]),
    ];
    voted(&resolution(1, Class::Ordinary), by)
}

fn opening(opened: &Opened, name: &str) -> BlobId {
    opened.story.log.state().agenda(&opened.agenda).unwrap().standing_ballot(&party(name)).unwrap().blob
}

/// The evidence with a tally and without the openings of some.
fn evidence(opened: &Opened, tally: &Tally, without: &[&str]) -> Verdict {
    let mut server = Exported::of(&opened.story);
    let now_ms = opened.story.now_ms;
    server.write("host", (now_ms, now_ms), tally.clone());
    for name in without {
        server.withhold(&opening(opened, name));
    }
    audit(&server.evidence_of(opened.agenda))
}

fn code(verdict: &Verdict) -> &str {
    verdict.first_wrong.as_ref().map_or("", |wrong| wrong.code.as_str())
}

#[test]
fn false_totals_do_not_pass_because_one_opening_is_left_out() {
    let (opened, tally) = close_vote();
    let whole = evidence(&opened, &tally, &[]);
    assert!(whole.sound, "{:?}", whole.first_wrong);
    assert_eq!(whole.agenda, Some(opened.agenda));

    // Two more consent than the other openings allow, whoever is left out.
    let mut forged = tally.clone();
    let two = Weight { area_c: 8937 + 7658, heads: 2 };
    forged.items[0].consenting[0] = forged.items[0].consenting[0].plus(two);
    forged.items[0].other = forged.items[0].other.without(two);
    for name in ["wang", "chu", "wei"] {
        let verdict = evidence(&opened, &forged, &[name]);
        assert_eq!(code(&verdict), "TALLY_MISMATCH", "{name}: {:?}", verdict.first_wrong);
    }
    // A head more, but no area with it; and the other way round.
    for more in [Weight { area_c: 0, heads: 1 }, Weight { area_c: 8937, heads: 0 }] {
        let mut forged = tally.clone();
        forged.items[0].consenting[0] = forged.items[0].consenting[0].plus(more);
        forged.items[0].other = forged.items[0].other.without(more);
        assert_eq!(code(&evidence(&opened, &forged, &["chu"])), "TALLY_MISMATCH", "{more:?}");
    }
    // Nobody took part who did not; and what follows must follow.
    let mut forged = tally.clone();
    forged.items[0].participating.heads += 1;
    forged.items[0].other.heads += 1;
    assert_eq!(code(&evidence(&opened, &forged, &["chu"])), "TALLY_MISMATCH");
    let mut forged = tally.clone();
    forged.items[0].outcome = Outcome::NotPassed;
    assert_eq!(code(&evidence(&opened, &forged, &["chu"])), "TALLY_MISMATCH");
    let mut forged = tally;
    forged.counted_root = Hash::ZERO;
    assert_eq!(code(&evidence(&opened, &forged, &["chu"])), "TALLY_MISMATCH");
}

#[test]
fn evidence_that_could_come_out_otherwise_without_what_is_left_out_is_not_sound() {
    let (opened, tally) = close_vote();
    // Three for and three against are at hand, and two could turn it.
    let verdict = evidence(&opened, &tally, &["wang", "li"]);
    assert_eq!(code(&verdict), "EVIDENCE_WITHHELD");
    let mut withheld = [opening(&opened, "wang"), opening(&opened, "li")];
    let wrong = verdict.first_wrong.unwrap();
    let mut named = wrong.blobs.clone();
    withheld.sort();
    named.sort();
    assert_eq!((named, wrong.index.is_some()), (withheld.to_vec(), true));

    // Whoever was left out of those who were against, five of eight consented.
    let verdict = evidence(&opened, &tally, &["chu", "wei", "feng"]);
    assert!(verdict.sound, "{:?}", verdict.first_wrong);
    let vote = &verdict.votes[0];
    assert_eq!((vote.totals, vote.outcome), (Some(Basis::Stated), Some(Basis::Recomputed)));

    // A record has no openings by nature.
    let mut server = Exported::of(&opened.story);
    server.write("host", (opened.story.now_ms, opened.story.now_ms), tally);
    let verdict = audit(&server.record());
    assert!(verdict.sound, "{:?}", verdict.first_wrong);
    assert_eq!(
        (verdict.votes[0].totals, verdict.votes[0].outcome),
        (Some(Basis::Stated), Some(Basis::Stated))
    );
}

#[test]
fn who_is_elected_must_not_hang_on_what_is_left_out() {
    let by: &[(&str, &[u32])] = &[
        ("wang", &[0, 1]),
        ("li", &[0, 1]),
        ("wu", &[0, 1]),
        ("zheng", &[0, 1]),
        ("chen", &[0, 1]),
        ("chu", &[0, 2]),
        ("wei", &[0, 2]),
        ("feng", &[0, 2]),
    ];
    let (opened, tally) = voted(&election(1), by);
    assert_eq!(tally.items[0].outcome, Outcome::ElectionFilled);
    // Both seats stay filled by somebody; without two ballots for B it could be C.
    let verdict = evidence(&opened, &tally, &["wang", "li"]);
    assert_eq!(code(&verdict), "EVIDENCE_WITHHELD", "{:?}", verdict.votes);
    assert!(evidence(&opened, &tally, &["chu", "wei"]).sound);
    // More marks than two ballots of two marks can give.
    let mut forged = tally;
    forged.items[0].consenting[2] =
        forged.items[0].consenting[2].plus(Weight { area_c: 8937 + 7658, heads: 2 });
    assert_eq!(code(&evidence(&opened, &forged, &["wang", "li"])), "TALLY_MISMATCH");
}

#[test]
fn a_held_ballot_needs_no_opening_and_a_replaced_one_neither() {
    let item = resolution(1, Class::Ordinary);
    let mut opened = opened(vec![item.clone()]).unwrap();
    let names = ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "feng"];
    for name in names {
        let submission = vote(&opened.story, name, name, opened.agenda, &[&[1]]);
        opened.story.send(&submission).unwrap();
    }
    let replaced = opening(&opened, "wang");
    for (name, of) in [("wang", "wang"), ("sun", "sun-zhou")] {
        let submission = vote(&opened.story, name, of, opened.agenda, &[&[0]]);
        opened.story.send(&submission).unwrap();
    }
    let ballots = &opened.story.log.state().agenda(&opened.agenda).unwrap().ballots;
    let held = ballots.values().find(|ballot| ballot.party == party("sun-zhou")).unwrap().blob;
    opened.story.now_ms = hour(4, 4, 0);
    opened.story.say("host", Close { agenda: opened.agenda }, vec![]).unwrap();
    let counted = count(opened.story.log.state(), &opened.agenda, &opened.story.evidence).unwrap();
    let Counted::Full(counted) = counted else { panic!("all is at hand") };
    let mut server = Exported::of(&opened.story);
    server.write("host", (opened.story.now_ms, opened.story.now_ms), counted.tally(&[item]));
    server.withhold(&replaced);
    server.withhold(&held);
    let verdict = audit(&server.evidence_of(opened.agenda));
    assert!(verdict.sound, "{:?}", verdict.first_wrong);
    assert_eq!(verdict.votes[0].totals, Some(Basis::Recomputed));
}

#[test]
fn the_area_of_a_scope_is_held_against_its_rolls_even_with_nothing_at_hand() {
    let (mut story, roll) = listed().unwrap();
    story.now_ms = hour(3, 4, 10);
    let (body, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let notice = story.say_id("host", body, blobs).unwrap();
    story.now_ms = hour(3, 19, 9);
    let record = |area_c: u64| {
        let mut server = Exported::of(&story);
        let body = Open { area_c, corrections: vec![], heads: HEADS, notice, roll };
        server.write("host", (story.now_ms, story.now_ms), body);
        audit(&server.record())
    };
    assert!(record(AREA_C).sound);
    // A smaller whole would make a quorum of fewer.
    for false_c in [0, AREA_C - 1, AREA_C + 1] {
        assert_eq!(code(&record(false_c)), "SCOPE_AREA", "{false_c}");
    }
}

#[test]
fn evidence_without_an_area_is_not_sound() {
    let (opened, tally) = close_vote();
    let mut server = Exported::of(&opened.story);
    server.write("host", (opened.story.now_ms, opened.story.now_ms), tally);
    let roll = opened.story.log.state().roll(&opened.roll).unwrap();
    let facts = roll.units.values().find(|unit| unit.party == party("developer")).unwrap().facts;
    server.withhold(&facts);
    let verdict = audit(&server.evidence_of(opened.agenda));
    assert_eq!(code(&verdict), "EVIDENCE_WITHHELD");
    assert_eq!(verdict.first_wrong.unwrap().blobs, [facts]);
    // The parking space has no say in this vote.
    let mut server = Exported::of(&opened.story);
    let garage = roll.units.values().find(|unit| unit.party == party("parker")).unwrap().facts;
    server.withhold(&garage);
    assert!(audit(&server.evidence_of(opened.agenda)).sound);
    assert_eq!(open(opened.notice, opened.roll).area_c, AREA_C);
}

#[test]
fn evidence_is_whole_before_totals_are_stated_too() {
    let (opened, _) = close_vote();
    let mut server = Exported::of(&opened.story);
    assert!(audit(&server.evidence_of(opened.agenda)).sound);
    server.withhold(&opening(&opened, "li"));
    let verdict = audit(&server.evidence_of(opened.agenda));
    assert_eq!(code(&verdict), "EVIDENCE_WITHHELD");
    assert_eq!(verdict.first_wrong.unwrap().blobs, [opening(&opened, "li")]);
}

#[test]
fn what_is_never_erased_is_in_every_export() {
    let (opened, _) = close_vote();
    for kind in [BlobKind::AgendaText, BlobKind::Consent] {
        let mut server = Exported::of(&opened.story);
        let blobs: Vec<BlobId> = server
            .evidence
            .clone()
            .into_iter()
            .filter(|blob| blob.kind == kind)
            .map(|blob| blob.id())
            .collect();
        server.withhold(&blobs[0]);
        for export in [server.record(), server.evidence_of(opened.agenda)] {
            let verdict = audit(&export);
            assert_eq!(code(&verdict), "EVIDENCE_WITHHELD", "{kind:?}");
            assert_eq!(verdict.first_wrong.unwrap().blobs, [blobs[0]]);
        }
    }
}

#[test]
fn no_page_of_disclosed_books_is_ever_missing() {
    let (mut log, mut pages) = (Log::new(), 0);
    for step in tell().unwrap().steps {
        let Step::Accepted { leaf, .. } = step else { continue };
        let leaf = base16ct::lower::decode_vec(leaf).unwrap();
        let entry = LogEntry::from_leaf(log.state().size(), &leaf).unwrap();
        let admitted = log.replay(&entry, &Evidence::new()).unwrap();
        let Body::Disclosure(books) = entry.entry.body() else { continue };
        let named: Vec<BlobId> = books.pages.iter().map(|(page, _)| *page).collect();
        let lasting = admitted.missing().map(|missing| missing.lasting.clone());
        assert_eq!(lasting.unwrap_or_default(), named);
        pages += named.len();
    }
    assert!(pages > 0);
}

#[test]
fn a_score_that_no_marks_give_is_false_without_them_too() {
    let mut log = Log::new();
    let nothing = Evidence::new();
    for step in tell().unwrap().steps {
        let Step::Accepted { leaf, .. } = step else { continue };
        let leaf = base16ct::lower::decode_vec(leaf).unwrap();
        let entry = LogEntry::from_leaf(log.state().size(), &leaf).unwrap();
        if let Body::CloseMatter(closing) = entry.entry.body()
            && closing.score.ratings > 0
        {
            let forged = |score: Score| {
                let draft = Unsigned {
                    estate: log.state().estate().unwrap().id,
                    seq: 1 << 40,
                    view: log.view(),
                    client_ms: entry.received_ms,
                    body: CloseMatter { score, ..closing.clone() }.into(),
                };
                let entry =
                    LogEntry { entry: verify(&draft.sign(&key("host")).unwrap()).unwrap(), ..entry.clone() };
                log.clone().replay(&entry, &nothing).map(drop).map_err(|rejection| rejection.code)
            };
            let score = closing.score;
            assert_eq!(forged(score), Ok(()));
            let (most, least) = (5 * score.ratings, score.ratings);
            for bent in [
                Score { quality: most + 1, ..score },
                Score { speed: least - 1, ..score },
                Score { content: score.ratings, satisfaction: 4 * score.ratings - 1, ..score },
                Score { content: score.ratings, satisfaction: most + 1, ..score },
            ] {
                assert_eq!(forged(bent), Err(Code::ScoreMismatch), "{bent:?}");
            }
            return;
        }
        log.replay(&entry, &nothing).unwrap();
    }
    panic!("no matter ends with marks");
}
