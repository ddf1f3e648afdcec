//! Minutes, and meetings of homes: what may be written down of whom, who attests it, and what a denial does.

use yishi_protocol::body::{Attest, Confirm, Hand, Mark, Meeting, MeetingCounts, MeetingStage, Minutes};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;
use yishi_tests::councils::{
    Council, MEMBERS, home, home_hand, homes_charter, meeting, member, minutes, opening, stage, work,
};
use yishi_tests::letters::in_person;
use yishi_tests::people::person;
use yishi_tests::stairwell::{consent, hour};

fn agree(meeting: EntryId, minutes: EntryId) -> Attest {
    Attest { denies: None, meeting, minutes }
}

#[test]
fn minutes_say_what_people_signed_and_write_down_only_who_has_no_phone() {
    let mut council = Council::founded().unwrap();
    let id = council.sitting().unwrap();
    council.hands(id, &MEMBERS[..7], Mark::For).unwrap();
    let early = minutes(id, [7, 0, 0, 7, 0, 15]);
    assert_eq!(council.tries("neighbour", early), Err(Code::MinutesTime));
    council.story.now_ms = hour(3, 12, 21);
    for figures in [
        [8, 0, 0, 7, 0, 15],
        [7, 0, 0, 8, 0, 15],
        [7, 0, 0, 7, 0, 13],
        [6, 1, 0, 7, 0, 15],
        [7, 0, 0, 7, 1, 15],
    ] {
        let said = minutes(id, figures);
        assert_eq!(council.tries("neighbour", said), Err(Code::MinutesMismatch), "{figures:?}");
    }
    let with = |rows: &[(&str, Mark)], figures| {
        let (mut body, blobs): (Minutes, _) = minutes(id, figures);
        body.rows = rows.iter().map(|(name, mark)| (member(name), Some(*mark), None)).collect();
        body.rows.sort();
        (body, blobs)
    };
    let eight = [8, 0, 0, 8, 0, 15];
    // An absent one with a phone is not made present; what somebody signed is not written down otherwise.
    assert_eq!(council.tries("neighbour", with(&[("chen", Mark::For)], eight)), Err(Code::HandOwn));
    assert_eq!(council.tries("neighbour", with(&[("wang", Mark::Against)], eight)), Err(Code::HandSigned));
    assert_eq!(council.tries("neighbour", with(&[("host", Mark::For)], eight)), Err(Code::NotEntitled));
    assert_eq!(
        council.tries("neighbour", with(&[("wei", Mark::For), ("wei", Mark::For)], eight)),
        Err(Code::RowsOrder)
    );
    assert_eq!(council.tries("wang", with(&[("wei", Mark::For)], eight)), Err(Code::MissingCapability));
    let entry = council.tries("neighbour", with(&[("wei", Mark::For)], eight)).unwrap();
    assert_eq!(stage(&council, id), Some(MeetingStage::ToAttest));
    // Nobody attests their own minutes; nor does somebody who was not there, or an office of the same organisation.
    for (by, code) in [("neighbour", Code::OwnAct), ("chen", Code::NotThere), ("tenant", Code::NotThere)] {
        assert_eq!(council.tries(by, (agree(id, entry), vec![])), Err(code), "{by}");
    }
    assert_eq!(council.tries("wang", (agree(id, id), vec![])), Err(Code::MeetingUnknown));
    council.tries("wang", (agree(id, entry), vec![])).unwrap();
    assert_eq!(stage(&council, id), Some(MeetingStage::Deniable));
    assert_eq!(council.tries("guard", (agree(id, entry), vec![])), Err(Code::MinutesStand));
    assert_eq!(council.tries("neighbour", with(&[], [7, 0, 0, 7, 0, 15])), Err(Code::MinutesStand));
    let (work, words) = work(&council, Some((id, 1)), 0);
    assert_eq!(council.tries("neighbour", (work, words)), Err(Code::DecisionInvalid));
    council.story.now_ms += 7 * DAY_MS;
    assert_eq!(stage(&council, id), Some(MeetingStage::Passed));
}

#[test]
fn whoever_was_written_down_denies_it_and_nothing_passes_by_that() {
    let mut council = Council::founded().unwrap();
    let id = council.sitting().unwrap();
    council.hands(id, &MEMBERS[..7], Mark::For).unwrap();
    let (mut body, blobs) = minutes(id, [8, 0, 0, 8, 0, 15]);
    body.rows = vec![(member("wei"), Some(Mark::For), None)];
    let entry = council.minuted((body, blobs)).unwrap();
    let deny = |voter| Attest { denies: Some(voter), meeting: id, minutes: entry };
    assert_eq!(council.tries("wang", (deny(member("wang")), vec![])), Err(Code::NotWrittenDown));
    assert_eq!(council.tries("wang", (deny(member("wei")), vec![])), Err(Code::NotWrittenDown));
    // Wei comes in with a phone, and was not there.
    let estate = council.story.estate();
    let desk = in_person(&estate, "wei", "wei");
    let entered = council.tries("host", (desk, vec![consent()])).unwrap();
    council.tries("second root", (Confirm { entry: entered }, vec![])).unwrap();
    council.tries("wei", (deny(member("wei")), vec![])).unwrap();
    assert_eq!(council.tries("wei", (deny(member("wei")), vec![])), Err(Code::NotWrittenDown));
    council.story.now_ms += 7 * DAY_MS;
    assert_eq!(stage(&council, id), Some(MeetingStage::NoQuorum));
}

#[test]
fn minutes_that_nobody_writes_decide_nothing_and_members_write_them_where_the_host_does_not() {
    let mut council = Council::founded().unwrap();
    let id = council.sitting().unwrap();
    council.hands(id, &MEMBERS[..9], Mark::For).unwrap();
    council.story.now_ms = hour(3, 12, 21);
    assert_eq!(stage(&council, id), Some(MeetingStage::ToMinute));
    let said = minutes(id, [9, 0, 0, 9, 0, 15]);
    assert_eq!(council.tries("wang", said.clone()), Err(Code::MissingCapability));
    council.story.now_ms += 3 * DAY_MS;
    assert_eq!(council.tries("chu", said.clone()), Err(Code::MissingCapability));
    let entry = council.tries("wang", said.clone()).unwrap();
    let mut late = council.clone();
    council.tries("li", (agree(id, entry), vec![])).unwrap();
    assert_eq!(stage(&council, id), Some(MeetingStage::Passed));
    // Nobody stands behind them in time.
    late.story.now_ms = hour(3, 26, 21);
    assert_eq!(stage(&late, id), Some(MeetingStage::Lapsed));
    assert_eq!(late.tries("li", (agree(id, entry), vec![])), Err(Code::MinutesTime));
    assert_eq!(late.tries("neighbour", said), Err(Code::MinutesTime));
    let again = meeting((late.charter, late.matter), 12);
    let again = (Meeting { starts_ms: hour(4, 12, 19), ends_ms: hour(4, 12, 21), ..again.0 }, again.1);
    late.tries("neighbour", again).unwrap();
}

#[test]
fn homes_have_a_voice_each_and_how_they_vote_nobody_reads_in_the_log() {
    let mut council = Council::without_charter().unwrap();
    council.charter = council.chartered(homes_charter()).unwrap();
    let id = council.sitting().unwrap();
    assert_eq!(council.story.log.state().meeting(&id).unwrap().entitled, 11);
    let open = Hand { mark: Some(Mark::For), meeting: id, opening: None, voter: home("wang") };
    assert_eq!(council.tries("wang", (open, vec![])), Err(Code::HandForm));
    for name in ["wang", "li", "wu", "zheng", "chen"] {
        let said = home_hand(id, name, 0);
        council.tries(name, said).unwrap();
    }
    // Of several owners whoever is named; nobody for a home that is not theirs, none of a parking space alone.
    let said = home_hand(id, "zhao-qian", 1);
    assert_eq!(council.tries("qian", said.clone()), Err(Code::NotRepresentative));
    council.tries("zhao", said).unwrap();
    let said = home_hand(id, "feng", 1);
    assert_eq!(council.tries("tenant", said), Err(Code::NotOnRoll));
    let said = home_hand(id, "parker", 1);
    assert_eq!(council.tries("wang", said), Err(Code::NotEntitled));
    let there = Hand { mark: Some(Mark::Present), meeting: id, opening: None, voter: home("feng") };
    council.tries("feng", (there, vec![])).unwrap();

    council.story.now_ms = hour(3, 12, 22);
    // Wei has no phone: its home is written down, in an opening too.
    let blob = opening(id, "wei", 0);
    let said = |figures| {
        let (mut body, mut blobs) = minutes(id, figures);
        body.rows = vec![(home("wei"), None, Some(blob.id()))];
        blobs.push(blob.clone());
        (body, blobs)
    };
    for wrong in [[5, 2, 0, 8, 0, 11], [7, 0, 0, 8, 0, 11], [6, 1, 0, 7, 0, 11], [5, 1, 1, 8, 0, 11]] {
        assert_eq!(council.tries("neighbour", said(wrong)), Err(Code::MinutesMismatch), "{wrong:?}");
    }
    let entry = council.tries("neighbour", said([6, 1, 0, 8, 0, 11])).unwrap();
    council.tries("li", (agree(id, entry), vec![])).unwrap();
    council.story.now_ms += 7 * DAY_MS;
    assert_eq!(stage(&council, id), Some(MeetingStage::Passed));
}

#[test]
fn nobody_raises_a_hand_for_two_homes() {
    let mut council = Council::without_charter().unwrap();
    council.charter = council.chartered(homes_charter()).unwrap();
    // Wang acts for li's home too, by what two clerks recorded.
    let naming = yishi_protocol::body::Representative {
        document: Some(yishi_protocol::merkle::leaf_hash(b"paper")),
        party: yishi_tests::people::party("li"),
        person: person("wang"),
    };
    let entry = council.tries("host", (naming, vec![])).unwrap();
    council.tries("root", (Confirm { entry }, vec![])).unwrap();
    let id = council.sitting().unwrap();
    let said = home_hand(id, "wang", 0);
    council.tries("wang", said).unwrap();
    let said = home_hand(id, "li", 0);
    assert_eq!(council.tries("wang", said), Err(Code::HandElsewhere));
}

#[test]
fn figures_are_of_those_who_came_whatever_they_said() {
    let said = |mark| yishi_protocol::body::Said { entry: None, mark, opening: None, person: None };
    let all = [said(Some(Mark::For)), said(Some(Mark::Present)), said(Some(Mark::Recused)), said(None)];
    let (counts, sealed) = MeetingCounts::in_public(9, all.iter());
    let expected =
        MeetingCounts { entitled: 9, present: 4, in_favour: 1, recused: 1, ..MeetingCounts::default() };
    assert_eq!((counts, sealed), (expected, 0));
}
