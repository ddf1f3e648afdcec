//! The box of a vote with paper, what is keyed after the window, and the owner who denies a sheet.

use yishi_protocol::body::{BallotBox, Close, Confirm, Deny, Final, Tally, draft_end};
use yishi_protocol::calendar::{DAY_MS, HOUR_MS, objections_end_ms};
use yishi_protocol::count::{Count, papers};
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;
use yishi_tests::paper::{AGAINST, FOR, boxed, items, read, read_at};
use yishi_tests::stairwell::{Opened, hour, vote};
use yishi_tests::story::Story;

fn voting() -> Opened {
    yishi_tests::paper::voting().unwrap()
}

fn counted(story: &Story, agenda: &EntryId) -> Count {
    yishi_tests::paper::counted(story, agenda).unwrap()
}

/// Two read it alike.
fn keyed(opened: &mut Opened, sheet: (u32, &str), marks: &[&[u32]]) {
    yishi_tests::paper::keyed(opened, sheet, marks).unwrap();
}

fn closes(story: &Story, agenda: EntryId) -> Result<(), Code> {
    story.clone().say("host", Close { agenda }, vec![]).map(drop).map_err(|refused| refused.code)
}

#[test]
fn after_the_window_only_what_was_in_the_box_is_keyed() {
    let mut opened = voting();
    keyed(&mut opened, (7, "li"), FOR);
    let says_box = |opened: &mut Opened, sheets: &[u32]| {
        opened.story.say_id("wu", boxed(opened.agenda, sheets), vec![]).map_err(|refused| refused.code)
    };
    assert_eq!(says_box(&mut opened, &[7]), Err(Code::BoxTime), "while votes are cast");
    opened.story.now_ms = hour(4, 4, 0);
    let taken_ms = hour(4, 3, 12);
    assert_eq!(read_at(&mut opened, "wu", (8, "feng"), FOR, taken_ms), Err(Code::BoxFirst));
    assert_eq!(closes(&opened.story, opened.agenda), Err(Code::BoxDue));
    for wrong in [&[8, 7][..], &[7, 7], &[0]] {
        assert_eq!(says_box(&mut opened, wrong), Err(Code::BoxForm));
    }
    let entry = says_box(&mut opened, &[7, 8]).unwrap();
    let refused = opened.story.say("wu", Confirm { entry }, vec![]).unwrap_err().code;
    assert_eq!(refused, Code::OwnAct);
    assert_eq!(
        read_at(&mut opened, "wu", (8, "feng"), FOR, taken_ms),
        Err(Code::BoxFirst),
        "one clerk's word"
    );
    opened.story.say("zheng", Confirm { entry }, vec![]).unwrap();
    assert_eq!(says_box(&mut opened, &[9]), Err(Code::BoxCounted));
    assert_eq!(read_at(&mut opened, "wu", (9, "wang"), FOR, taken_ms), Err(Code::SheetNotInBox));
    assert_eq!(closes(&opened.story, opened.agenda), Err(Code::SheetsOpen));
    read_at(&mut opened, "wu", (8, "feng"), FOR, taken_ms).unwrap();
    assert_eq!(closes(&opened.story, opened.agenda), Err(Code::SheetsOpen), "one has read it");
    read_at(&mut opened, "wei", (8, "feng"), FOR, taken_ms).unwrap();
    opened.story.say("host", Close { agenda: opened.agenda }, vec![]).unwrap();
    assert_eq!(read_at(&mut opened, "wu", (8, "feng"), FOR, taken_ms), Err(Code::AlreadyClosed));
    assert_eq!(says_box(&mut opened, &[9]), Err(Code::AlreadyClosed));
}

#[test]
fn nobody_keeps_a_vote_open_by_paper() {
    let mut opened = voting();
    // A clerk reads a sheet that nobody else ever sees, and counts no box.
    read(&mut opened, "wu", (7, "li"), FOR).unwrap();
    opened.story.now_ms = hour(4, 4, 12) - 1;
    assert_eq!(closes(&opened.story, opened.agenda), Err(Code::BoxDue));
    let mut boxed_up = opened.clone();
    opened.story.now_ms = hour(4, 4, 12);
    let late = opened.story.say("wu", boxed(opened.agenda, &[7]), vec![]).unwrap_err().code;
    assert_eq!((late, closes(&opened.story, opened.agenda)), (Code::BoxTime, Ok(())));
    // A box whose sheets nobody keys.
    let entry = boxed_up.story.say_id("wu", boxed(boxed_up.agenda, &[7, 8]), vec![]).unwrap();
    boxed_up.story.say("zheng", Confirm { entry }, vec![]).unwrap();
    boxed_up.story.now_ms = hour(4, 11, 0) - 1;
    assert_eq!(closes(&boxed_up.story, boxed_up.agenda), Err(Code::SheetsOpen));
    boxed_up.story.now_ms = hour(4, 11, 0);
    boxed_up.story.say("host", Close { agenda: boxed_up.agenda }, vec![]).unwrap();
    let told = papers(boxed_up.story.log.state(), &boxed_up.agenda).unwrap();
    assert_eq!((told.boxed, told.unread), (Some(2), 2), "printed as what was not keyed");
    // A vote without paper waits for no box.
    let mut bare = voting();
    bare.story.now_ms = hour(4, 4, 0);
    assert_eq!(closes(&bare.story, bare.agenda), Ok(()));
    bare.story.say("wu", boxed(bare.agenda, &[7]), vec![]).unwrap();
    assert_eq!(closes(&bare.story, bare.agenda), Err(Code::BoxDue), "unless somebody has begun to count one");
}

#[test]
fn a_box_that_is_confirmed_too_late_is_none() {
    let mut opened = voting();
    opened.story.now_ms = hour(4, 4, 11);
    let entry = opened.story.say_id("wu", boxed(opened.agenda, &[7]), vec![]).unwrap();
    opened.story.now_ms = hour(4, 4, 12);
    let refused = opened.story.say("zheng", Confirm { entry }, vec![]).unwrap_err().code;
    assert_eq!(refused, Code::BoxTime);
}

#[test]
fn what_was_keyed_and_not_in_the_box_is_told() {
    let mut opened = voting();
    keyed(&mut opened, (7, "li"), FOR);
    keyed(&mut opened, (8, "feng"), FOR);
    opened.story.now_ms = hour(4, 4, 1);
    let entry = opened.story.say_id("wu", boxed(opened.agenda, &[7]), vec![]).unwrap();
    opened.story.say("zheng", Confirm { entry }, vec![]).unwrap();
    let told = papers(opened.story.log.state(), &opened.agenda).unwrap();
    assert_eq!((told.unboxed, told.unread, told.boxed), (1, 0, Some(1)));
}

/// A vote that li's sheet turned, with its totals stated: eight of eleven take part, li once against online.
fn turned() -> Opened {
    let mut opened = voting();
    for name in ["wang", "wu", "zheng", "chen", "chu", "wei", "feng"] {
        let marks = if ["wang", "wu", "zheng", "chen"].contains(&name) { FOR } else { AGAINST };
        let cast = vote(&opened.story, name, name, opened.agenda, marks);
        opened.story.send(&cast).unwrap();
    }
    let cast = vote(&opened.story, "li", "li", opened.agenda, AGAINST);
    opened.story.send(&cast).unwrap();
    opened.story.now_ms += 2 * HOUR_MS;
    keyed(&mut opened, (7, "li"), FOR);
    opened.story.now_ms = hour(4, 4, 12);
    opened.story.say("host", Close { agenda: opened.agenda }, vec![]).unwrap();
    opened
}

fn states(story: &mut Story, agenda: EntryId) -> Tally {
    let tally = counted(story, &agenda).tally(&items());
    story.say("host", tally.clone(), vec![]).unwrap();
    tally
}

#[test]
fn an_owner_who_denies_a_sheet_has_their_own_ballot_again_and_totals_are_stated_anew() {
    let mut opened = turned();
    let agenda = opened.agenda;
    let first = states(&mut opened.story, agenda);
    let deny = Deny { agenda, sheet: 7 };
    let says = |story: &Story, who: &str, deny: &Deny| {
        story.clone().say(who, deny.clone(), vec![]).map(drop).map_err(|refused| refused.code)
    };
    assert_eq!(says(&opened.story, "wang", &deny), Err(Code::NotOnRoll), "nobody denies another's");
    assert_eq!(says(&opened.story, "li", &Deny { agenda, sheet: 8 }), Err(Code::BallotUnknown));
    let mut late = opened.story.clone();
    late.now_ms = objections_end_ms(hour(4, 4, 12));
    assert_eq!(says(&late, "li", &deny), Err(Code::DenialLate));
    opened.story.now_ms += DAY_MS;
    opened.story.say("li", deny.clone(), vec![]).unwrap();
    assert_eq!(says(&opened.story, "li", &deny), Err(Code::PaperDenied));
    let told = papers(opened.story.log.state(), &agenda).unwrap();
    assert_eq!((told.denied, told.over_online, told.paper), (1, 0, 0), "everybody sees that it was");
    // Nothing is ended on totals that are no more true.
    let mut silent = opened.story.clone();
    silent.now_ms = objections_end_ms(hour(4, 4, 12));
    let end: Final = draft_end(silent.log.state(), &agenda, &silent.evidence).unwrap().unwrap();
    assert_eq!(silent.say("host", end, vec![]).unwrap_err().code, Code::TallyStale);
    let stale = opened.story.clone().say("host", first.clone(), vec![]).unwrap_err().code;
    assert_eq!(stale, Code::TallyMismatch);
    let second = states(&mut opened.story, agenda);
    assert_eq!(first.items[0].consenting[0].heads, second.items[0].consenting[0].heads + 1);
    let again = opened.story.clone().say("host", second, vec![]).unwrap_err().code;
    assert_eq!(again, Code::AlreadyTallied, "once for a denial");
    // Owners have their days for the new totals, and nobody denies for ever.
    let of = opened.story.log.state().agenda(&agenda).unwrap();
    assert_eq!((of.tallied_ms, of.first_tallied_ms), (Some(hour(4, 5, 12)), Some(hour(4, 4, 12))));
    assert_eq!(of.earlier_tallies.len(), 1);
}

#[test]
fn only_whoever_voted_online_denies_and_only_what_counts() {
    let mut opened = voting();
    keyed(&mut opened, (7, "feng"), FOR);
    let deny = |story: &Story, who: &str, sheet: u32| {
        let body = Deny { agenda: opened.agenda, sheet };
        story.clone().say(who, body, vec![]).map(drop).map_err(|refused| refused.code)
    };
    assert_eq!(
        deny(&opened.story, "feng", 7),
        Err(Code::DenialInvalid),
        "who has no other ballot disputes it"
    );
    let cast = vote(&opened.story, "feng", "feng", opened.agenda, AGAINST);
    opened.story.send(&cast).unwrap();
    assert_eq!(deny(&opened.story, "feng", 7), Err(Code::DenialInvalid), "it was replaced already");
}

#[test]
fn a_box_lists_no_more_than_fits() {
    let mut opened = voting();
    opened.story.now_ms = hour(4, 4, 1);
    let all: Vec<u32> = (1..=5_001).collect();
    let too_many = BallotBox { agenda: opened.agenda, sheets: all.clone() };
    assert_eq!(opened.story.say("wu", too_many, vec![]).unwrap_err().code, Code::BoxForm);
    let high = BallotBox { agenda: opened.agenda, sheets: (995_000..=999_999).collect() };
    assert_eq!(high.sheets.len(), 5_000);
    opened.story.say("wu", high, vec![]).unwrap();
}
