//! How far results are from others: what is told of it, to whom, and that an audit finds the same.

use yishi_protocol::audit::audit;
use yishi_protocol::body::{Class, Close, Item, Tally};
use yishi_protocol::count::{Counted, Margin, Outcome, Weight, count, margins};
use yishi_protocol::few::{Posted, PostedMargin, posted_margin};
use yishi_protocol::id::EntryId;
use yishi_protocol::view::{ResultView, Served};
use yishi_tests::exported::Exported;
use yishi_tests::paper::{paper, paper_clerks};
use yishi_tests::people::party;
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::shown;
use yishi_tests::stairwell::{Opened, ballot, hour, opened, resolution, vote};

/// The stairwell's vote, tallied: eight of eleven homes take part, two of them against.
async fn tallied(items: Vec<Item>) -> (PostOffice, EntryId) {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(items).await.unwrap();
    for name in ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "feng"] {
        let against = u32::from(name == "feng" || name == "wei");
        let (body, blob) = ballot(vote.agenda, party(name), &[&[against]], None);
        office.say(name, body, vec![blob]).await.unwrap();
    }
    office.clock.set(hour(4, 4, 0));
    office.say("host", Close { agenda: vote.agenda }, vec![]).await.unwrap();
    let draft = office.get_as("host", &format!("/agendas/{}/tally-draft", vote.agenda)).await.unwrap();
    office.say("host", draft.json::<Tally>().unwrap(), vec![]).await.unwrap();
    (office, vote.agenda)
}

async fn told(office: &PostOffice, who: Option<&str>, agenda: EntryId) -> ResultView {
    let answer: Served<ResultView> = shown(office, who, &format!("/agendas/{agenda}/result")).await.unwrap();
    answer.stated
}

#[tokio::test]
async fn a_result_says_how_far_it_is_from_another_one() {
    let (office, agenda) = tallied(vec![resolution(1, Class::Ordinary)]).await;
    let view = told(&office, Some("tenant"), agenda).await;
    // Eight of eleven is just the quorum: one void ballot breaks it.
    assert_eq!(view.margins.iter().map(|margin| margin.homes).collect::<Vec<_>>(), [Some(1)]);
    assert!(view.margins[0].area_c.is_some_and(|area_c| area_c > 0));
    assert!(view.weak.is_empty(), "{:?}", view.weak);
    // The second answer comes of the same count.
    assert_eq!(told(&office, Some("tenant"), agenda).await.margins, view.margins);
    // Two against and nobody who abstained are told apart to nobody, people of the estate neither.
    assert_eq!(view.sides, [None]);
    // Of a vote of eleven homes a stranger is told the outcome alone.
    let kept = PostedMargin { area_c: None, few: true, homes: None };
    assert_eq!(told(&office, None, agenda).await.margins, [kept]);
}

#[tokio::test]
async fn nothing_is_told_before_the_totals_are_stated() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (body, blob) = ballot(vote.agenda, party("wang"), &[&[0]], None);
    office.say("wang", body, vec![blob]).await.unwrap();
    office.clock.set(hour(4, 4, 0));
    office.say("host", Close { agenda: vote.agenda }, vec![]).await.unwrap();
    for who in [None, Some("wang"), Some("host")] {
        let view = told(&office, who, vote.agenda).await;
        assert!(view.margins.is_empty() && view.sides.is_empty() && view.weak.is_empty(), "{who:?}");
    }
}

#[test]
fn a_stranger_is_told_no_margin_of_few_homes() {
    let weight = Weight { area_c: 100_000, heads: 10 };
    let whole = Posted {
        consenting: vec![Some(weight)],
        other: Some(weight),
        outcome: Outcome::Passed,
        participating: Some(weight),
    };
    let merged = Posted { other: None, ..whole.clone() };
    let homes = |posted: &Posted, homes: u64, inside| {
        let told = posted_margin(Some(Margin { area_c: 7_000, homes }), posted, inside);
        (told.homes, told.few)
    };
    for few in 1..5 {
        assert_eq!(homes(&whole, few, false), (None, true));
        assert_eq!(homes(&whole, few, true), (Some(few), false));
    }
    assert_eq!(homes(&whole, 5, false), (Some(5), false));
    assert_eq!(homes(&merged, 50, false), (None, true), "a sum that is merged is not had by a margin");
    assert_eq!(posted_margin(None, &whole, false), PostedMargin { area_c: None, few: false, homes: None });
}

#[test]
fn an_audit_with_the_evidence_finds_the_same_margin_and_one_without_says_none() {
    let Opened { mut story, agenda, .. } = opened(vec![resolution(1, Class::Ordinary)]).unwrap();
    for name in ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "feng"] {
        let cast = vote(&story, name, name, agenda, &[&[0]]);
        story.send(&cast).unwrap();
    }
    story.now_ms = hour(4, 4, 0);
    story.say("host", Close { agenda }, vec![]).unwrap();
    let Counted::Full(counted) = count(story.log.state(), &agenda, &story.evidence).unwrap() else {
        panic!("all openings are at hand")
    };
    story.say("host", counted.tally(&[resolution(1, Class::Ordinary)]), vec![]).unwrap();
    let exported = Exported::of(&story);
    let record = audit(&exported.record());
    assert!(record.sound && record.votes[0].margins.is_none(), "{record:?}");
    let whole = audit(&exported.evidence_of(agenda));
    let margins = whole.votes[0].margins.clone().unwrap();
    assert_eq!(margins.iter().map(|margin| margin.map(|margin| margin.homes)).collect::<Vec<_>>(), [Some(1)]);
    assert!(whole.votes[0].weak.is_empty());
}

#[test]
fn a_sheet_that_is_spoilt_on_an_item_is_no_ballot_that_could_be_void() {
    let items = [resolution(1, Class::Ordinary)];
    let Opened { mut story, agenda, .. } = opened(items.to_vec()).unwrap();
    for name in ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "developer"] {
        let cast = vote(&story, name, name, agenda, &[&[0]]);
        story.send(&cast).unwrap();
    }
    paper_clerks(&mut story).unwrap();
    for clerk in ["wu", "zheng"] {
        // Both boxes are ticked: feng takes no part in the one question there is.
        let (body, blobs) = paper((agenda, &items), (1, "feng"), &[&[0, 1]], story.now_ms);
        story.say(clerk, body, blobs).unwrap();
    }
    let margins = margins(story.log.state(), &agenda, &story.evidence).unwrap().0.unwrap();
    let homes: Vec<_> = margins.iter().map(|margin| margin.map(|margin| margin.homes)).collect();
    assert_eq!(homes, [Some(1)], "eight of eleven take part, and one fewer are too few");
}
