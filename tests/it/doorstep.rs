//! Who is told what of how a notice reached homes: the desk where to ring, an owner what stands for the own home, everybody no figure
//! of few.

use axum::http::StatusCode;
use yishi_protocol::body::{Class, Close, DeliveryGrade, Tally};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::count::Reached;
use yishi_protocol::few::{self, GROUP};
use yishi_protocol::projection::Delivered;
use yishi_protocol::rejection::Code;
use yishi_protocol::view::{DeliveryView, RoundView, Served};
use yishi_tests::deliveries::{delivery, slips, unreachable};
use yishi_tests::people::party;
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::{opened as read, shown};
use yishi_tests::stairwell::{ballot, hour, resolution};

/// The end of the window.
fn closes_ms() -> u64 {
    hour(4, 4, 0)
}

#[tokio::test]
async fn who_calls_on_homes_is_told_the_fewest_doors_and_never_a_choice_until_the_vote_is_final() {
    let office = PostOffice::founded().await.unwrap();
    let held = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let agenda = held.agenda;
    for name in ["wang", "li", "wu", "zheng", "chen"] {
        let (body, blob) = ballot(agenda, party(name), &[&[0]], None);
        office.say(name, body, vec![blob]).await.unwrap();
    }
    let now_ms = hour(3, 20, 0);
    let body = delivery(&held.notice, vec![unreachable("wei", &[now_ms - DAY_MS])]);
    office.say("host", body, vec![]).await.unwrap();
    let path = format!("/agendas/{agenda}/round");
    for (who, code) in [("li", "MISSING_CAPABILITY"), ("manager", "MISSING_CAPABILITY")] {
        assert_eq!(office.get_as(who, &path).await.unwrap().code(), code, "{who}");
    }
    assert_eq!(office.get(&path).await.unwrap().code(), "PASS_REQUIRED");

    let answer = office.get_as("host", &format!("{path}?pairs=2")).await.unwrap();
    let round: RoundView = answer.json().unwrap();
    // Two thirds of eleven heads are eight, and of the area 663.80 m²: three of the largest close both.
    assert_eq!((round.missing_heads, round.homes, round.fewest), (3, 6, Some(3)));
    assert_eq!(round.walks.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2]);
    let rooms: Vec<_> = round.walks.concat().into_iter().map(|door| door.room).collect();
    assert_eq!(rooms, ["301", "501", "601"], "the largest of those who have not voted, in order");
    let text = String::from_utf8(answer.body).unwrap();
    assert!(!text.contains("choice") && !text.contains("wang") && !text.contains("name"), "{text}");

    office.clock.set(closes_ms());
    office.say("host", Close { agenda }, vec![]).await.unwrap();
    let draft = office.get_as("host", &format!("/agendas/{agenda}/tally-draft")).await.unwrap();
    office.say("host", draft.json::<Tally>().unwrap(), vec![]).await.unwrap();
    assert_eq!(office.get_as("host", &path).await.unwrap().status, StatusCode::OK);
    office.end(agenda).await.unwrap();
    assert_eq!(office.get_as("host", &path).await.unwrap().code(), "ALREADY_FINAL");
}

#[tokio::test]
async fn an_owner_reads_what_is_said_of_the_own_home_and_nobody_reads_figures_of_few() {
    let office = PostOffice::founded().await.unwrap();
    let held = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (body, blobs) = slips(&held.notice, &["wang", "li"], hour(3, 20, 0));
    let said = office.say("host", body, blobs).await.unwrap().entry.id();
    let path = format!("/agendas/{}/delivery", held.agenda);
    let mine: Served<DeliveryView> = shown(&office, Some("wang"), &path).await.unwrap();
    let read_by_wang = read(&office, &mine).unwrap();
    let delivered = Delivered::of(&read_by_wang, mine.stated.clone(), &held.notice).unwrap();
    assert_eq!((delivered.own.len(), delivered.counts), (1, None));
    assert_eq!((delivered.own[0].entry, delivered.own[0].row.grade), (said, DeliveryGrade::SignedSlip));
    assert!(mine.blobs.is_empty(), "no slip is handed out with it");
    let other = Delivered::of(&read_by_wang, mine.stated.clone(), &held.agenda);
    assert_eq!(other.map(drop).map_err(|said| said.code), Err(Code::AnswerMismatch));
    // The server calls another of the log's entries what it says of wang's home.
    let mut lie = mine.stated.clone();
    lie.own[0].0 = party("wei");
    let lied = Delivered::of(&read_by_wang, lie, &held.notice);
    assert_eq!(lied.map(drop).map_err(|said| said.code), Err(Code::AnswerMismatch));

    let desk: Served<DeliveryView> = shown(&office, Some("host"), &path).await.unwrap();
    let counts = desk.stated.counts.unwrap();
    assert_eq!((counts.signed_slip, counts.unsaid, counts.voted), (Some(2), Some(9), Some(0)));
    let stranger: Served<DeliveryView> = shown(&office, None, &path).await.unwrap();
    assert_eq!((stranger.stated.counts, stranger.stated.own.len()), (None, 0));

    office.clock.set(closes_ms());
    office.say("host", Close { agenda: held.agenda }, vec![]).await.unwrap();
    let draft = office.get_as("host", &format!("/agendas/{}/tally-draft", held.agenda)).await.unwrap();
    office.say("host", draft.json::<Tally>().unwrap(), vec![]).await.unwrap();
    let stranger: Served<DeliveryView> = shown(&office, None, &path).await.unwrap();
    let counts = stranger.stated.counts.unwrap();
    assert_eq!((counts.signed_slip, counts.unsaid, counts.voted), (None, None, Some(0)));
}

#[test]
fn no_figure_of_few_homes_stands_alone_or_is_left_when_the_others_are_taken_away() {
    let grades = DeliveryGrade::ALL;
    let mut numbers = 7_u64;
    for _ in 0..5_000 {
        let mut roll = |most: u64| {
            numbers = numbers.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (numbers >> 33) % most
        };
        let most = [3, 14, 40][usize::try_from(roll(3)).unwrap()];
        let by_grade = grades.into_iter().map(|grade| (grade, roll(most))).collect();
        let reached = Reached { voted: roll(most), by_grade, unsaid: roll(most), silent: roll(12) };
        let told = few::reached(&reached);
        // Whoever posts exact figures posts no more.
        assert_eq!(few::reached_apart(&few::all_reached(&reached), reached.silent), told);
        let shown = [
            told.app_read,
            told.denied,
            told.posted,
            told.signed_slip,
            told.unreachable,
            told.unsaid,
            told.voted,
        ];
        let all: u64 = reached.by_grade.values().sum::<u64>() + reached.voted + reached.unsaid;
        let left = all - shown.iter().flatten().sum::<u64>();
        let few = u64::try_from(GROUP).unwrap();
        assert!(shown.iter().flatten().all(|figure| *figure == 0 || *figure >= few), "{reached:?} {told:?}");
        assert!(left == 0 || left >= few || shown.iter().flatten().all(|figure| *figure == 0), "{reached:?}");
    }
}
