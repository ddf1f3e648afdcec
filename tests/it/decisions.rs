//! What a vote decided carries work where it was held, and until owners have voted about it again.

use yishi_protocol::blob::{AreaSource, Blob, BlobKind, UnitFacts};
use yishi_protocol::body::{
    Action, Class, Close, Confirm, Item, Notice, Open, Raise, Roll, UnitKind, Withdraw,
};
use yishi_protocol::calendar::{DAY_MS, day_start_ms, earliest_opening_day};
use yishi_protocol::count::{Counted, count};
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::{Code, Rejection};
use yishi_tests::disputes::end;
use yishi_tests::matters::{answer, dispatch, manager_grant, raise, statement};
use yishi_tests::people::{salt, unit};
use yishi_tests::stairwell::{
    ESTATE, GARAGE, ROLL, Row, STAIRWELL, hour, listed, notice, open, resolution, roll, roll_page, settled,
    vote,
};
use yishi_tests::story::Story;

/// A part of the stairwell in which there is one home.
const ATTIC: u32 = 3;

fn items() -> Vec<Item> {
    vec![resolution(1, Class::Ordinary)]
}

/// A matter of a part of the estate, accepted; the manager takes work.
fn accepted(story: &mut Story, scope: u32) -> EntryId {
    let (body, blobs) = manager_grant(story.log.state(), hour(12, 31, 0));
    story.say("root", body, blobs).unwrap();
    let (body, blobs) = raise();
    let matter = story.say_id("wang", Raise { scope, ..body }, blobs).unwrap();
    let (body, blobs) = answer(matter, Action::Accept, "交表决。");
    story.say("host", body, blobs).unwrap();
    matter
}

/// Puts it to the vote of a part.
fn put(story: &mut Story, matter: EntryId, roll: EntryId, scope: u32) -> Result<EntryId, Rejection> {
    let (body, blobs) = notice(roll, items());
    let opens_ms = day_start_ms(earliest_opening_day(story.now_ms, 15));
    let closes_ms = opens_ms + 15 * DAY_MS;
    story.say_id("host", Notice { closes_ms, matter: Some(matter), opens_ms, scope, ..body }, blobs)
}

/// Opens what was noticed, lets those vote for it, and counts.
fn held(story: &mut Story, noticed: EntryId, body: Open, voters: &[&str]) -> EntryId {
    let record = story.log.state().notice(&noticed).unwrap().body.clone();
    story.now_ms = record.opens_ms;
    let agenda = story.say_id("host", body, vec![]).unwrap();
    for voter in voters {
        let home = if *voter == "zhao" { "zhao-qian" } else { voter };
        let cast = vote(story, voter, home, agenda, &[&[0]]);
        story.send(&cast).unwrap();
    }
    story.now_ms = record.closes_ms;
    story.say("host", Close { agenda }, vec![]).unwrap();
    let Counted::Full(counted) = count(story.log.state(), &agenda, &story.evidence).unwrap() else {
        panic!("all openings are at hand")
    };
    story.say("host", counted.tally(&items()), vec![]).unwrap();
    end(story, agenda).unwrap();
    agenda
}

fn give(story: &mut Story, matter: EntryId, by: EntryId) -> Result<EntryId, Code> {
    let (body, blobs) = dispatch(matter, Some((by, 1)), story.now_ms + 30 * DAY_MS);
    story.say_id("host", body, blobs).map_err(|refused| refused.code)
}

const FOR: &[&str] = &["wang", "li", "zhao", "wu", "zheng", "chen", "chu", "wei"];

/// A matter of the stairwell that was put to the vote and passed.
fn passed() -> (Story, EntryId, EntryId, EntryId) {
    let (mut story, roll) = listed().unwrap();
    let matter = accepted(&mut story, STAIRWELL);
    let noticed = put(&mut story, matter, roll, STAIRWELL).unwrap();
    let agenda = held(&mut story, noticed, open(noticed, roll), FOR);
    (story, matter, roll, agenda)
}

#[test]
fn a_matter_of_all_is_not_put_to_the_vote_of_one_home() {
    let mut story = settled().unwrap();
    let rows: Vec<Row> = (ROLL.iter())
        .map(|row| if row.0 == "feng" { (row.0, row.1, row.2, row.3, ATTIC, row.5, row.6) } else { *row })
        .collect();
    let (page, blobs) = roll_page("attic", (0, 1), &rows, &[]);
    story.say("host", page, blobs).unwrap();
    let mut body: Roll = roll("attic");
    body.scopes.push((ATTIC, Some(STAIRWELL)));
    let roll = story.say_id("host", body, vec![]).unwrap();
    story.say("root", Confirm { entry: roll }, vec![]).unwrap();

    let all = accepted(&mut story, ESTATE);
    for narrow in [STAIRWELL, ATTIC] {
        let refused = put(&mut story, all, roll, narrow).unwrap_err();
        assert_eq!(refused.code, Code::ScopeTooNarrow, "the owners of part {narrow} decide for all");
    }
    let (body, blobs) = raise();
    let matter = story.say_id("wang", Raise { scope: STAIRWELL, ..body }, blobs).unwrap();
    let (body, blobs) = answer(matter, Action::Accept, "交表决。");
    story.say("host", body, blobs).unwrap();
    assert_eq!(put(&mut story, matter, roll, ATTIC).unwrap_err().code, Code::ScopeTooNarrow);
    // Beside it, where nobody of the stairwell has a vote, there is nobody at all.
    assert_eq!(put(&mut story, matter, roll, GARAGE).unwrap_err().code, Code::EmptyScope);
    // More owners than the matter concerns may decide it.
    let noticed = put(&mut story, matter, roll, ESTATE).unwrap();
    let agenda = held(&mut story, noticed, open(noticed, roll), FOR);
    give(&mut story, matter, agenda).unwrap();
}

#[test]
fn a_matter_is_not_noticed_again_before_its_vote_is_counted() {
    let (mut story, roll) = listed().unwrap();
    let matter = accepted(&mut story, STAIRWELL);
    let noticed = put(&mut story, matter, roll, STAIRWELL).unwrap();
    let again =
        |story: &Story| put(&mut story.clone(), matter, roll, STAIRWELL).map_err(|refused| refused.code);
    assert_eq!(again(&story), Err(Code::MatterUnderWay), "noticed");
    let record = story.log.state().notice(&noticed).unwrap().body.clone();
    story.now_ms = record.opens_ms;
    assert_eq!(again(&story), Err(Code::MatterUnderWay), "it can be opened");
    let agenda = story.say_id("host", open(noticed, roll), vec![]).unwrap();
    assert_eq!(again(&story), Err(Code::MatterUnderWay), "open");
    story.now_ms = record.closes_ms;
    story.say("host", Close { agenda }, vec![]).unwrap();
    assert_eq!(again(&story), Err(Code::MatterUnderWay), "closed and not counted");
    let Counted::Full(counted) = count(story.log.state(), &agenda, &story.evidence).unwrap() else {
        panic!("all openings are at hand")
    };
    story.say("host", counted.tally(&items()), vec![]).unwrap();
    assert_eq!(again(&story), Err(Code::MatterUnderWay), "counted and not final");
    end(&mut story, agenda).unwrap();
    again(&story).unwrap();
}

#[test]
fn a_later_vote_that_does_not_pass_ends_what_an_earlier_one_decided() {
    let (mut story, matter, roll, first) = passed();
    give(&mut story.clone(), matter, first).unwrap();
    let noticed = put(&mut story, matter, roll, STAIRWELL).unwrap();
    assert_eq!(
        give(&mut story, matter, first),
        Err(Code::DecisionInvalid),
        "work is given out while the owners are asked again"
    );
    let second = held(&mut story, noticed, open(noticed, roll), &[]);
    for by in [first, second] {
        assert_eq!(give(&mut story, matter, by), Err(Code::DecisionInvalid));
    }
}

#[test]
fn the_vote_counted_last_carries_the_work_and_an_earlier_one_no_more() {
    let (mut story, matter, roll, first) = passed();
    let noticed = put(&mut story, matter, roll, STAIRWELL).unwrap();
    let second = held(&mut story, noticed, open(noticed, roll), FOR);
    assert_eq!(give(&mut story, matter, first), Err(Code::DecisionInvalid));
    give(&mut story, matter, second).unwrap();
    assert_eq!(give(&mut story, matter, first), Err(Code::DecisionInvalid), "nor more work");
    give(&mut story, matter, second).unwrap();
}

#[test]
fn a_later_vote_that_was_not_held_changes_nothing() {
    let (mut story, matter, roll, first) = passed();
    let noticed = put(&mut story, matter, roll, STAIRWELL).unwrap();
    let record = story.log.state().notice(&noticed).unwrap();
    story.now_ms = record.body.closes_ms;
    give(&mut story, matter, first).unwrap();
}

#[test]
fn a_later_vote_that_was_taken_back_changes_nothing_and_the_matter_may_be_noticed_again() {
    let (mut story, matter, roll, first) = passed();
    let noticed = put(&mut story, matter, roll, STAIRWELL).unwrap();
    assert_eq!(give(&mut story, matter, first), Err(Code::DecisionInvalid), "owners are asked again");
    let again = |story: &mut Story| put(story, matter, roll, STAIRWELL).map_err(|refused| refused.code);
    assert_eq!(again(&mut story), Err(Code::MatterUnderWay));
    let text = statement("写错了。");
    story.say("host", Withdraw { notice: noticed, text: text.id() }, vec![text]).unwrap();
    give(&mut story.clone(), matter, first).unwrap();
    let second = again(&mut story).unwrap();
    let second = held(&mut story, second, open(second, roll), FOR);
    assert_eq!(give(&mut story, matter, first), Err(Code::DecisionInvalid));
    give(&mut story, matter, second).unwrap();
}

#[test]
fn to_take_the_only_vote_back_is_no_way_around_the_owners() {
    let (mut story, roll) = listed().unwrap();
    let matter = accepted(&mut story, STAIRWELL);
    let noticed = put(&mut story, matter, roll, STAIRWELL).unwrap();
    let text = statement("不用表决了。");
    story.say("host", Withdraw { notice: noticed, text: text.id() }, vec![text]).unwrap();
    let (body, blobs) = dispatch(matter, None, story.now_ms + 30 * DAY_MS);
    let said = story.say("host", body, blobs).map(drop).map_err(|refused| refused.code);
    assert_eq!(said, Err(Code::DecisionInvalid));
}

#[test]
fn homes_without_an_area_are_not_heads() {
    let mut story = settled().unwrap();
    let rows: &[Row] = &[ROLL[0], ("ghost", &["ghost"], None, "999", STAIRWELL, UnitKind::Dwelling, 0)];
    for row in [1, 0] {
        let (page, blobs) = roll_page("ghosts", (0, 1), &rows[..=row], &[]);
        let said = story.say("host", page, blobs).map(drop).map_err(|refused| refused.code);
        assert_eq!(said, if row == 1 { Err(Code::AreaZero) } else { Ok(()) });
    }
    // Nor a parking space or a store, which may come to count by other settings.
    let nothing =
        Blob::record(BlobKind::Unit, salt("nothing"), &UnitFacts { area_c: 0, source: AreaSource::Surveyed });
    for kind in [UnitKind::Parking, UnitKind::Storage] {
        let row: Row = ("parker", &["parker"], None, "B1-07", GARAGE, kind, 1250);
        let (mut page, mut blobs) = roll_page("spaces", (0, 1), &[row], &[]);
        page.units[0].4 = nothing.id();
        assert_eq!(page.units[0].0, unit("B1-07"));
        blobs.push(nothing.clone());
        assert_eq!(story.say("host", page, blobs).unwrap_err().code, Code::AreaZero);
    }
}
