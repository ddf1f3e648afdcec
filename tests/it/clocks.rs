//! The server dates entries, and their authors sign by clocks of their own. A server that dates falsely is seen by anybody
//! whose clock is right.

use yishi_protocol::audit::{Clocks, Verdict, audit};
use yishi_protocol::body::Class;
use yishi_protocol::calendar::{DAY_MS, HOUR_MS};
use yishi_protocol::envelope::Unsigned;
use yishi_tests::exported::Exported;
use yishi_tests::people::party;
use yishi_tests::stairwell::{Opened, ballot, hour, listed, notice, opened, resolution};

fn vote() -> Opened {
    opened(vec![resolution(1, Class::Ordinary)]).unwrap()
}

/// li's ballot, dated and signed at these times.
fn with_ballot(received_ms: u64, client_ms: u64) -> (Verdict, Clocks) {
    let opened = vote();
    let mut server = Exported::of(&opened.story);
    let (body, _) = ballot(opened.agenda, party("li"), &[&[0]], None);
    server.write("li", (received_ms, client_ms), body);
    let index = u64::try_from(server.leaves.len()).unwrap() - 1;
    let verdict = audit(&server.record());
    assert!(verdict.sound, "{:?}", verdict.first_wrong);
    (verdict, Clocks { index, received_ms, client_ms })
}

#[test]
fn a_ballot_signed_after_the_window_and_dated_into_it_is_seen() {
    let (verdict, clocks) = with_ballot(hour(4, 3, 23), hour(4, 6, 9));
    assert_eq!((verdict.clocks_differ, verdict.kept), (vec![clocks], vec![]));
    assert_eq!(verdict.votes[0].clocks_outside, 1);
}

#[test]
fn a_notice_dated_back_by_nineteen_days_is_seen() {
    let (mut story, roll) = listed().unwrap();
    story.now_ms = hour(3, 4, 10);
    let (body, blobs) = notice(roll, vec![resolution(1, Class::Ordinary)]);
    let opens_ms = body.opens_ms;
    let mut server = Exported::of(&story);
    for blob in blobs.clone() {
        server.evidence.insert(blob);
    }
    server.write("host", (story.now_ms, story.now_ms + 19 * DAY_MS), body.clone());
    let verdict = audit(&server.record());
    assert!(verdict.sound, "{:?}", verdict.first_wrong);
    assert_eq!(verdict.clocks_differ.len(), 1);
    let apart = verdict.clocks_differ[0];
    assert_eq!(apart.client_ms - apart.received_ms, 19 * DAY_MS);
    assert!(apart.client_ms > opens_ms, "by its author's clock it came after the window began");

    // Once it is opened, the vote tells.
    let opened = vote();
    let told = &audit(&Exported::of(&opened.story).record()).votes[0];
    assert_eq!((told.notice.received_ms, told.notice.client_ms), (hour(3, 4, 10), hour(3, 4, 10)));
}

#[test]
fn what_waited_for_a_network_is_told_apart_from_a_false_clock() {
    let opened = vote();
    let story = &opened.story;
    let (signed_ms, came_ms) = (story.now_ms + HOUR_MS, story.now_ms + 30 * HOUR_MS);
    let (body, _) = ballot(opened.agenda, party("li"), &[&[0]], None);
    let draft = Unsigned { client_ms: signed_ms, ..story.draft("li", body) };
    // While li has no network, wu votes.
    let mut later = story.clone();
    later.now_ms = signed_ms + HOUR_MS;
    let (body, blob) = ballot(opened.agenda, party("wu"), &[&[0]], None);
    later.say("wu", body, vec![blob]).unwrap();
    let mut server = Exported::of(&later);
    server.append("li", came_ms, &draft);
    let verdict = audit(&server.record());
    assert!(verdict.sound, "{:?}", verdict.first_wrong);
    assert_eq!((verdict.clocks_differ.len(), verdict.kept.len()), (0, 1));
    assert_eq!(verdict.votes[0].clocks_outside, 0);

    // Whoever has seen wu's ballot did not sign before it came: the phone's clock is behind, or the server's ahead.
    let mut server = Exported::of(&later);
    server.append("li", came_ms, &Unsigned { view: later.log.view(), ..draft });
    let verdict = audit(&server.record());
    assert!(verdict.sound, "{:?}", verdict.first_wrong);
    assert_eq!((verdict.clocks_differ.len(), verdict.kept.len()), (1, 0));
}

#[test]
fn ten_minutes_are_nothing_and_more_are_said_either_way() {
    let noon = hour(3, 21, 12);
    let minute = HOUR_MS / 60;
    for client_ms in [noon - 10 * minute, noon, noon + 10 * minute] {
        let (verdict, _) = with_ballot(noon, client_ms);
        assert_eq!((verdict.clocks_differ, verdict.kept), (vec![], vec![]), "{client_ms}");
    }
    let (verdict, clocks) = with_ballot(noon, noon + 10 * minute + 1);
    assert_eq!((verdict.clocks_differ, verdict.kept), (vec![clocks], vec![]));
    let (verdict, clocks) = with_ballot(noon, noon - 10 * minute - 1);
    assert_eq!((verdict.clocks_differ, verdict.kept), (vec![], vec![clocks]));
    // A phone whose clock stands far behind has seen what is younger than its clock.
    let (verdict, clocks) = with_ballot(noon, hour(3, 1, 0));
    assert_eq!((verdict.clocks_differ, verdict.kept), (vec![clocks], vec![]));
    assert_eq!(verdict.votes[0].clocks_outside, 1);
}
