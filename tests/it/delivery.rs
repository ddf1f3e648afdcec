//! How a notice reached homes: who could say so of whom to their own advantage, and what the silence of a home that was reached
//! does, where the bylaws let it do anything.

use yishi_protocol::blob::Blob;
use yishi_protocol::body::{
    Body, Capability, Class, Close, Confirm, Delivery, DeliveryGrade, Grant, OrgKind, Reach, Role, Tally,
};
use yishi_protocol::bylaws::Conformity;
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::{Counted, ItemResult, Outcome, Setting, Weight, count, silence};
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;
use yishi_tests::deliveries::{
    bare, delivery, let_the_silent_follow, own, posted, signed, slips, unreachable,
};
use yishi_tests::paper::{paper, paper_clerks};
use yishi_tests::people::party;
use yishi_tests::stairwell::{GARAGE, Opened, grant, hour, listed, opened_on, resolution, vote};
use yishi_tests::story::Story;

/// The end of the window.
fn closes_ms() -> u64 {
    hour(4, 4, 0)
}

/// A vote of the stairwell, opened, under settings by which the silent follow.
fn opened(conformity: Conformity) -> Opened {
    let (mut story, roll) = listed().unwrap();
    if conformity != Conformity::Off {
        let_the_silent_follow(&mut story, conformity).unwrap();
    }
    opened_on(story, roll, vec![resolution(1, Class::Ordinary)]).unwrap()
}

fn tries(story: &mut Story, by: &str, body: impl Into<Body>, blobs: Vec<Blob>) -> Result<EntryId, Code> {
    story.say_id(by, body, blobs).map_err(|refused| refused.code)
}

fn grade(story: &Story, notice: EntryId, home: &str) -> Option<DeliveryGrade> {
    story.log.state().notice(&notice).unwrap().deliveries.get(&party(home)).map(|stands| stands.grade)
}

/// The host says that homes signed, and the second root stands behind it.
fn both_say(story: &mut Story, notice: EntryId, homes: &[&str]) {
    let (body, blobs) = slips(&notice, homes, story.now_ms);
    let entry = story.say_id("host", body, blobs).unwrap();
    story.say("second root", Confirm { entry }, vec![]).unwrap();
}

fn votes(story: &mut Story, agenda: EntryId, names: &[&str]) {
    for name in names {
        let cast = vote(story, name, name, agenda, &[&[0]]);
        story.send(&cast).unwrap();
    }
}

/// Closes the vote and counts it.
fn counted(story: &mut Story, agenda: EntryId) -> (Outcome, Weight, Vec<Setting>, Tally) {
    story.now_ms = story.now_ms.max(closes_ms());
    story.say("host", Close { agenda }, vec![]).unwrap();
    let Counted::Full(count) = count(story.log.state(), &agenda, &story.evidence).unwrap() else {
        panic!("all is at hand")
    };
    let tally = count.tally(&[resolution(1, Class::Ordinary)]);
    let item = count.items.into_iter().next().unwrap();
    let ItemResult::Resolution(found) = item.result else { panic!("a resolution") };
    (found.outcome, found.participating, item.sensitive, tally)
}

#[test]
fn that_it_was_read_only_the_owners_own_vouched_key_says() {
    let Opened { mut story, notice, .. } = opened(Conformity::Every);
    let read = own(&notice, "li", DeliveryGrade::AppRead);
    for (by, code) in [
        ("host", Code::NotOnRoll),
        ("wang", Code::NotOnRoll),
        ("tenant", Code::NotOnRoll),
        ("root", Code::PersonOnly),
    ] {
        assert_eq!(tries(&mut story, by, read.clone(), vec![]), Err(code), "{by}");
    }
    tries(&mut story, "li", read.clone(), vec![]).unwrap();
    assert_eq!(grade(&story, notice, "li"), Some(DeliveryGrade::AppRead));
    assert_eq!(tries(&mut story, "li", read, vec![]), Err(Code::DeliveryStands));
    // One of several owners speaks for the home; a parking space has no say.
    tries(&mut story, "zhou", own(&notice, "sun-zhou", DeliveryGrade::AppRead), vec![]).unwrap();
    let parking = own(&notice, "parker", DeliveryGrade::AppRead);
    assert_eq!(tries(&mut story, "parker", parking, vec![]), Err(Code::NotOnRoll));
}

#[test]
fn what_the_desk_says_waits_for_a_second_person_where_silence_counts_and_for_nobody_else() {
    for (conformity, at_once) in [(Conformity::Off, true), (Conformity::Ordinary, false)] {
        let Opened { mut story, notice, .. } = opened(conformity);
        story.now_ms = closes_ms() - DAY_MS;
        let (body, blobs) = slips(&notice, &["wang"], story.now_ms);
        let entry = tries(&mut story, "host", body, blobs).unwrap();
        assert_eq!(grade(&story, notice, "wang").is_some(), at_once, "{conformity:?}");
        if at_once {
            continue;
        }
        assert_eq!(tries(&mut story, "host", Confirm { entry }, vec![]), Err(Code::OwnAct));
        assert_eq!(tries(&mut story, "manager", Confirm { entry }, vec![]), Err(Code::MissingCapability));
        assert_eq!(tries(&mut story, "li", Confirm { entry }, vec![]), Err(Code::MissingCapability));
        // It is not confirmed once the window is over, when everybody could reckon whom it pays to count.
        let mut late = story.clone();
        late.now_ms = closes_ms();
        assert_eq!(tries(&mut late, "second root", Confirm { entry }, vec![]), Err(Code::DeliveryTime));
        tries(&mut story, "second root", Confirm { entry }, vec![]).unwrap();
        assert_eq!(grade(&story, notice, "wang"), Some(DeliveryGrade::SignedSlip));
    }
}

#[test]
fn only_an_office_that_opens_this_vote_says_how_homes_were_reached() {
    let Opened { mut story, notice, .. } = opened(Conformity::Off);
    let garage = Grant {
        reach: Reach { scopes: Some(vec![GARAGE]), ..Reach::default() },
        ..grant(
            story.log.state(),
            "wei",
            (OrgKind::Committee, Role::Clerk),
            &[Capability::Open],
            hour(12, 31, 0),
        )
    };
    story.say("root", garage, vec![]).unwrap();
    let (body, blobs) = slips(&notice, &["wang"], story.now_ms);
    for (by, code) in [
        ("wei", Code::OutOfReach),
        ("manager", Code::MissingCapability),
        ("li", Code::MissingCapability),
        ("root", Code::MissingCapability),
    ] {
        assert_eq!(tries(&mut story, by, body.clone(), blobs.clone()), Err(code), "{by}");
    }
    // The manager's staff cannot hold that office, so they never say whom a notice about them reached.
    for role in Role::ALL.into_iter().filter(|role| role.organisations().contains(&OrgKind::Manager)) {
        assert!(!role.capabilities().contains(&Capability::Open), "{role:?}");
    }
}

#[test]
fn a_weaker_grade_replaces_none_and_an_owner_has_the_last_word() {
    use DeliveryGrade::{AppRead, Denied, Mistaken, Posted, SignedSlip};
    let Opened { mut story, notice, .. } = opened(Conformity::Off);
    let now_ms = story.now_ms;
    let calls = [now_ms - 2 * DAY_MS, now_ms - DAY_MS];
    let nobody = || delivery(&notice, vec![unreachable("wang", &calls[..1])]);
    let hung = || delivery(&notice, vec![posted("wang", &calls, now_ms)]);
    let says = |story: &mut Story, by: &str, body: Delivery| tries(story, by, body, vec![]).map(drop);
    let signs = |story: &mut Story| {
        let (body, blobs) = slips(&notice, &["wang"], story.now_ms);
        tries(story, "host", body, blobs).map(drop)
    };
    // Nobody denies, or takes back, what was not said.
    assert_eq!(says(&mut story, "wang", own(&notice, "wang", Denied)), Err(Code::DeliveryNothing));
    assert_eq!(says(&mut story, "host", own(&notice, "wang", Mistaken)), Err(Code::DeliveryNothing));
    says(&mut story, "host", nobody()).unwrap();
    assert_eq!(says(&mut story, "wang", own(&notice, "wang", Denied)), Err(Code::DeliveryNothing));
    says(&mut story, "host", nobody()).unwrap();
    says(&mut story, "host", hung()).unwrap();
    assert_eq!(grade(&story, notice, "wang"), Some(Posted));
    assert_eq!(says(&mut story, "host", nobody()), Err(Code::DeliveryStands));
    signs(&mut story).unwrap();
    assert_eq!(grade(&story, notice, "wang"), Some(SignedSlip));
    for body in [nobody(), hung()] {
        assert_eq!(says(&mut story, "host", body), Err(Code::DeliveryStands));
    }
    // What was keyed for the wrong home is taken back openly.
    let mut corrected = story.clone();
    says(&mut corrected, "host", own(&notice, "wang", Mistaken)).unwrap();
    assert_eq!(grade(&corrected, notice, "wang"), None);
    // Its owner denies it, and the desk does not say it again.
    says(&mut story, "wang", own(&notice, "wang", Denied)).unwrap();
    assert_eq!(signs(&mut story), Err(Code::DeliveryStands));
    assert_eq!(says(&mut story, "host", own(&notice, "wang", Mistaken)), Err(Code::DeliveryNothing));
    says(&mut story, "wang", own(&notice, "wang", AppRead)).unwrap();
    assert_eq!(says(&mut story, "wang", own(&notice, "wang", Denied)), Err(Code::DeliveryNothing));
}

#[test]
fn nothing_is_said_before_the_notice_of_the_future_or_once_the_window_is_over() {
    let Opened { story, notice, .. } = opened(Conformity::Off);
    let noticed_ms = story.log.state().notice(&notice).unwrap().received_ms;
    let now_ms = story.now_ms;
    for (at_ms, said) in [
        (noticed_ms - 1, Err(Code::DeliveryTime)),
        (now_ms + 1, Err(Code::DeliveryTime)),
        (noticed_ms, Ok(())),
        (now_ms, Ok(())),
    ] {
        let (body, blobs) = slips(&notice, &["wang"], at_ms);
        assert_eq!(tries(&mut story.clone(), "host", body, blobs).map(drop), said, "{at_ms}");
    }
    // What hangs for less than seven days has reached nobody.
    for (hung_ms, said) in
        [(closes_ms() - 7 * DAY_MS, Ok(())), (closes_ms() - 7 * DAY_MS + 1, Err(Code::DeliveryTime))]
    {
        let mut story = story.clone();
        story.now_ms = closes_ms() - 1;
        let body = delivery(&notice, vec![posted("wang", &[noticed_ms, now_ms], hung_ms)]);
        assert_eq!(tries(&mut story, "host", body, vec![]).map(drop), said);
    }
    for (at_ms, said) in [(closes_ms() - 1, Ok(())), (closes_ms(), Err(Code::DeliveryTime))] {
        let mut story = story.clone();
        story.now_ms = at_ms;
        let (body, blobs) = slips(&notice, &["wang"], now_ms);
        assert_eq!(tries(&mut story, "host", body, blobs).map(drop), said);
        let read = own(&notice, "li", DeliveryGrade::AppRead);
        assert_eq!(tries(&mut story, "li", read, vec![]).map(drop), said);
    }
}

#[test]
fn nobody_shows_a_slip_of_another_home_or_of_another_vote() {
    let Opened { mut story, notice, .. } = opened(Conformity::Off);
    let (row, _) = signed(&notice, "wang", story.now_ms);
    let (_, neighbours) = signed(&notice, "li", story.now_ms);
    let copied = yishi_protocol::body::DeliveryRow { evidence: Some(neighbours.id()), ..row.clone() };
    let said = tries(&mut story, "host", delivery(&notice, vec![copied]), vec![neighbours]);
    assert_eq!(said, Err(Code::BlobContext));
    let (elsewhere, blob) = signed(&EntryId::ZERO, "wang", story.now_ms);
    let said = tries(&mut story, "host", delivery(&notice, vec![elsewhere]), vec![blob]);
    assert_eq!(said, Err(Code::BlobContext));
    let said = tries(&mut story, "host", delivery(&notice, vec![row]), vec![]);
    assert_eq!(said, Err(Code::BlobMissing));
}

/// Six of eleven vote for it: enough by themselves neither by heads nor by area.
const SIX: [&str; 6] = ["wang", "li", "wu", "zheng", "chen", "chu"];

#[test]
fn who_was_reached_and_stayed_silent_follows_the_majority_where_the_bylaws_say_so_and_the_result_says_what_else_it_would_be()
 {
    for (conformity, outcome) in
        [(Conformity::Off, Outcome::QuorumNotMet), (Conformity::Every, Outcome::Passed)]
    {
        let Opened { mut story, notice, agenda, .. } = opened(conformity);
        if conformity == Conformity::Off {
            let (body, blobs) = slips(&notice, &["wei", "feng"], story.now_ms);
            story.say("host", body, blobs).unwrap();
        } else {
            both_say(&mut story, notice, &["wei", "feng"]);
        }
        votes(&mut story, agenda, &SIX);
        let (found, part, sensitive, tally) = counted(&mut story, agenda);
        assert_eq!((found, part.heads), (outcome, if conformity == Conformity::Off { 6 } else { 8 }));
        // Both are printed, whichever the bylaws choose.
        assert_eq!(sensitive, [Setting::Conformity]);
        story.say("host", tally, vec![]).unwrap();
        let added = silence(story.log.state(), &agenda, &story.evidence).unwrap();
        let without = (conformity != Conformity::Off).then(|| vec![Outcome::QuorumNotMet]);
        assert_eq!(added.map(|added| added.without), without);
    }
}

#[test]
fn nobody_is_made_silent_late_by_a_posted_notice_against_their_word_or_who_cast_anything() {
    type Says = fn(&mut Story, EntryId, EntryId);
    let cases: &[(&str, Says)] = &[
        ("too late to vote or deny it", |story, notice, _| {
            story.now_ms = closes_ms() - 3 * DAY_MS + 1;
            both_say(story, notice, &["wei", "feng"]);
        }),
        ("it was only posted", |story, notice, _| {
            let calls = [story.now_ms - 2 * DAY_MS, story.now_ms - DAY_MS];
            let rows = ["wei", "feng"].map(|home| posted(home, &calls, story.now_ms));
            let entry = story.say_id("host", delivery(&notice, rows.to_vec()), vec![]).unwrap();
            story.say("second root", Confirm { entry }, vec![]).unwrap();
        }),
        ("their owners deny it", |story, notice, _| {
            both_say(story, notice, &["wei", "feng"]);
            for home in ["wei", "feng"] {
                story.say(home, own(&notice, home, DeliveryGrade::Denied), vec![]).unwrap();
            }
        }),
        ("only one person of the desk says it", |story, notice, _| {
            let (body, blobs) = slips(&notice, &["wei", "feng"], story.now_ms);
            story.say("host", body, blobs).unwrap();
        }),
        ("its ballot is held until its owners agree", |story, notice, agenda| {
            both_say(story, notice, &["sun-zhou", "zhao-qian"]);
            let cast = vote(story, "sun", "sun-zhou", agenda, &[&[1]]);
            story.send(&cast).unwrap();
            story.say("host", own(&notice, "zhao-qian", DeliveryGrade::Mistaken), vec![]).unwrap();
        }),
    ];
    for (why, says) in cases {
        let Opened { mut story, notice, agenda, .. } = opened(Conformity::Every);
        votes(&mut story, agenda, &SIX);
        says(&mut story, notice, agenda);
        let (outcome, part, ..) = counted(&mut story, agenda);
        let held = why.contains("held");
        // Of the last case one home is silent still: to take that back waits for a second person too.
        assert_eq!((outcome, part.heads), (Outcome::QuorumNotMet, if held { 7 } else { 6 }), "{why}");
    }
}

#[test]
fn no_clerk_makes_a_home_silent_by_leaving_its_sheet_unread() {
    let Opened { mut story, notice, agenda, .. } = opened(Conformity::Every);
    both_say(&mut story, notice, &["wei", "feng"]);
    votes(&mut story, agenda, &SIX);
    paper_clerks(&mut story).unwrap();
    let items = [resolution(1, Class::Ordinary)];
    for (sheet, home) in [(1, "wei"), (2, "feng")] {
        // Both are against. The other clerk never reads them.
        let (body, blobs) = paper((agenda, &items), (sheet, home), &[&[1]], story.now_ms);
        story.say("wu", body, blobs).unwrap();
    }
    story.now_ms = closes_ms() + 8 * DAY_MS;
    let (outcome, part, ..) = counted(&mut story, agenda);
    assert_eq!((outcome, part.heads), (Outcome::QuorumNotMet, 6), "whoever handed a sheet in has spoken");
}

#[test]
fn a_log_that_lost_its_openings_still_holds_the_silent_against_what_is_stated() {
    let Opened { mut story, notice, agenda, .. } = opened(Conformity::Every);
    both_say(&mut story, notice, &["wei", "feng"]);
    votes(&mut story, agenda, &SIX);
    let (.., tally) = counted(&mut story, agenda);
    let ballot = story.log.state().agenda(&agenda).unwrap().ballots.values().next().unwrap().blob;
    let mut evidence = yishi_protocol::blob::Evidence::default();
    for blob in story.evidence.clone().into_iter().filter(|blob| blob.id() != ballot) {
        evidence.insert(blob);
    }
    let states = |tally: Tally| {
        let signed = story.sign("host", tally, vec![]);
        let entry = yishi_protocol::verify(&signed.envelope).unwrap();
        let entry = yishi_protocol::log::LogEntry {
            index: story.log.state().size(),
            received_ms: story.now_ms,
            entry,
        };
        story.log.clone().replay(&entry, &evidence).map(drop).map_err(|said| said.code)
    };
    assert_eq!(states(tally.clone()), Ok(()));
    let mut without = tally;
    let silent = Weight { area_c: 7658 + 7658, heads: 2 };
    let item = &mut without.items[0];
    item.participating = item.participating.without(silent);
    item.consenting[0] = item.consenting[0].without(silent);
    item.outcome = Outcome::QuorumNotMet;
    assert_eq!(states(without), Err(Code::TallyMismatch), "the silent are left out though one side leads");
}

#[test]
fn entries_are_bounded_and_say_one_thing_of_each_home() {
    let Opened { mut story, notice, .. } = opened(Conformity::Off);
    let call = story.now_ms - DAY_MS;
    let wrong: Vec<(&str, Delivery)> = vec![
        ("nobody", delivery(&notice, vec![])),
        ("a home twice", delivery(&notice, vec![unreachable("li", &[call]), unreachable("li", &[call])])),
        ("without a try", delivery(&notice, vec![unreachable("li", &[])])),
        ("a slip that nobody shows", delivery(&notice, vec![bare("li", DeliveryGrade::SignedSlip)])),
        ("posted after one try", delivery(&notice, vec![posted("li", &[call], call + 1)])),
        ("posted before the last try", delivery(&notice, vec![posted("li", &[call, call + 2], call + 1)])),
        (
            "by an owner and by the desk",
            delivery(&notice, vec![bare("li", DeliveryGrade::AppRead), unreachable("wang", &[call])]),
        ),
    ];
    for (why, body) in wrong {
        let by = if body.rows.first().is_some_and(|row| row.grade.is_owners()) { "li" } else { "host" };
        let said = tries(&mut story, by, body, vec![]).map(drop);
        assert!(matches!(said, Err(Code::DeliveryInvalid | Code::NotOnRoll)), "{why}: {said:?}");
    }
}
