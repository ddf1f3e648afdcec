//! One person alone cannot fill a list for everybody: whatever somebody without an office may do again and again has an end, and
//! what was given can be taken back all the same.

use yishi_protocol::blob::{Blob, Stance};
use yishi_protocol::body::{Body, Class, Representative, Revoke, RevokeReason, Support};
use yishi_protocol::calendar::DAY_MS;
use yishi_protocol::id::EntryId;
use yishi_protocol::rejection::Code;
use yishi_tests::letters::add_device;
use yishi_tests::matters::{ask, manager_grant, march, opinion, raise, rate};
use yishi_tests::people::{party, person, public};
use yishi_tests::post_office::PostOffice;
use yishi_tests::stairwell::{Opened, hour, listed, opened, resolution, vote};
use yishi_tests::story::Story;

fn begun() -> Story {
    let (mut story, _) = listed().unwrap();
    story.now_ms = hour(4, 8, 9);
    story
}

/// How often somebody gets through, of a hundred times; `None` if nothing ends it.
fn until_refused(mut act: impl FnMut(u32) -> Result<(), Code>) -> Option<u32> {
    (0..100).find(|number| act(*number).inspect_err(|code| assert_eq!(*code, Code::TooOften)).is_err())
}

fn say(story: &mut Story, name: &str, (body, blobs): (impl Into<Body>, Vec<Blob>)) -> Result<EntryId, Code> {
    story.say_id(name, body, blobs).map_err(|refused| refused.code)
}

#[test]
fn nobody_buries_what_the_neighbours_say() {
    let mut story = begun();
    let matter = say(&mut story, "wang", raise()).unwrap();
    let flood = |number| opinion(matter, Stance::Against, &format!("不同意{number}"), None);
    assert_eq!(until_refused(|number| say(&mut story, "li", flood(number)).map(drop)), Some(20));
    // Not about another one, nor for somebody else, nor for an office that answers.
    let other = say(&mut story, "wang", raise()).unwrap();
    say(&mut story, "li", opinion(other, Stance::For, "支持", None)).unwrap();
    say(&mut story, "feng", flood(100)).unwrap();
    assert_eq!(until_refused(|number| say(&mut story, "host", flood(number)).map(drop)), None);
    // No day is far enough.
    story.now_ms += 300 * DAY_MS;
    assert_eq!(say(&mut story, "li", flood(101)), Err(Code::TooOften));
}

#[test]
fn nobody_fills_the_list_of_matters() {
    let mut story = begun();
    assert_eq!(until_refused(|_| say(&mut story, "li", raise()).map(drop)), Some(10));
    say(&mut story, "wang", raise()).unwrap();
    story.now_ms += 30 * DAY_MS - 1;
    assert_eq!(say(&mut story, "li", raise()), Err(Code::TooOften));
    story.now_ms += 1;
    assert_eq!(until_refused(|_| say(&mut story, "li", raise()).map(drop)), Some(10));
}

#[test]
fn support_is_not_switched_on_and_off_for_ever_but_always_taken_back() {
    let mut story = begun();
    let matter = say(&mut story, "wang", raise()).unwrap();
    let back = |stands| (Support { matter, party: party("zhao-qian"), stands }, vec![]);
    let toggled = until_refused(|_| {
        say(&mut story, "qian", back(true))?;
        say(&mut story, "qian", back(false)).map(drop)
    });
    assert_eq!(toggled, Some(5));
    // Whoever owns the home too is not kept out by it, and takes back what they gave.
    say(&mut story, "zhao", back(true)).unwrap();
    say(&mut story, "qian", back(false)).unwrap();
    assert_eq!(say(&mut story, "qian", back(true)), Err(Code::TooOften));
}

#[test]
fn nobody_keeps_those_busy_who_answer_for_the_books() {
    let mut story = begun();
    let (body, blobs) = manager_grant(story.log.state(), hour(12, 31, 0));
    story.say("root", body, blobs).unwrap();
    let (body, blobs) = march();
    let books = story.say_id("manager", body, blobs).unwrap();
    let question = |number| ask(books, None, &format!("这笔是什么{number}"));
    assert_eq!(until_refused(|number| say(&mut story, "li", question(number)).map(drop)), Some(20));
    say(&mut story, "wang", question(0)).unwrap();
}

#[test]
fn whoever_votes_for_a_home_is_not_named_without_end() {
    let mut story = begun();
    let name = |number: u32| {
        let named = if number.is_multiple_of(2) { "sun" } else { "zhou" };
        (Representative { document: None, party: party("sun-zhou"), person: person(named) }, vec![])
    };
    assert_eq!(until_refused(|number| say(&mut story, "sun", name(number)).map(drop)), Some(10));
    say(&mut story, "zhou", name(0)).unwrap();
    story.now_ms += 30 * DAY_MS;
    say(&mut story, "sun", name(0)).unwrap();
}

#[test]
fn devices_do_not_come_and_go_without_end() {
    let mut story = begun();
    let come_and_go = |story: &mut Story, number: u32| {
        let device = format!("device {number}");
        let body = add_device(&story.estate(), "li", &device);
        say(story, "li", (body, vec![]))?;
        say(story, "li", (Revoke { device: public(&device), reason: RevokeReason::Lost }, vec![])).map(drop)
    };
    assert_eq!(until_refused(|number| come_and_go(&mut story, number)), Some(10));
}

#[tokio::test]
async fn marks_are_not_given_without_end() {
    let office = PostOffice::founded().await.unwrap();
    office.settle().await.unwrap();
    office.clock.set(hour(4, 8, 9));
    let (matter, _) = office.work_done().await.unwrap();
    for _ in 1..10 {
        let (body, blobs) = rate(matter, "li", [3, 4, 4]);
        office.say("li", body, blobs).await.unwrap();
    }
    let (body, blobs) = rate(matter, "li", [3, 4, 4]);
    let answer = office.send(&office.sign("li", body, blobs).await.unwrap()).await.unwrap();
    assert_eq!(answer.code(), "TOO_OFTEN");
}

/// One voter who changes the ballot again and again neither fills the log nor loses the last word, on this phone or another.
#[test]
fn nobody_fills_the_log_with_one_ballot_and_everybody_keeps_the_last_word() {
    let Opened { mut story, agenda, .. } = opened(vec![resolution(1, Class::Ordinary)]).unwrap();
    let cast = |story: &mut Story, device: &str, choice: u32| {
        let submission = vote(story, device, "wang", agenda, &[&[choice]]);
        story.send(&submission).map(|entry| entry.entry.id()).map_err(|refused| refused.code)
    };
    // The first, and twenty changes of it, as fast as one likes.
    let mut signed = 0;
    let refused = loop {
        match cast(&mut story, "wang", signed % 3) {
            Ok(_) => signed += 1,
            Err(code) => break code,
        }
    };
    assert_eq!((signed, refused), (21, Code::BallotPause));
    // Whoever has got hold of this phone has used up nothing of the owner's other one.
    let body = add_device(&story.estate(), "wang", "wang's tablet");
    say(&mut story, "wang", (body, vec![])).unwrap();
    cast(&mut story, "wang's tablet", 1).unwrap();
    assert_eq!(cast(&mut story, "wang", 0), Err(Code::BallotPause));
    // Nor has it ended anything: the last word is a quarter of an hour away, until the window closes.
    story.now_ms += 15 * 60 * 1000 - 1;
    assert_eq!(cast(&mut story, "wang", 0), Err(Code::BallotPause));
    story.now_ms += 1;
    cast(&mut story, "wang", 0).unwrap();
    assert_eq!(cast(&mut story, "wang", 1), Err(Code::BallotPause));
    let mut taken = 0;
    for _ in 0..24 * 60 {
        story.now_ms += 60 * 1000;
        taken += u32::from(cast(&mut story, "wang", 2).is_ok());
    }
    assert_eq!(taken, 24 * 4, "in a day");
    // Other homes, and a first ballot, are asked nothing.
    let submission = vote(&story, "li", "li", agenda, &[&[0]]);
    story.send(&submission).unwrap();
}

/// Two owners without anybody named could sign without end, since none of their ballots stands.
#[test]
fn ballots_that_wait_fill_the_log_no_more_than_those_that_stand() {
    let Opened { mut story, agenda, .. } = opened(vec![resolution(1, Class::Ordinary)]).unwrap();
    let cast = |story: &mut Story, device: &str| {
        let submission = vote(story, device, "sun-zhou", agenda, &[&[0]]);
        story.send(&submission).map(drop).map_err(|refused| refused.code)
    };
    let most = |story: &mut Story, device: &str| (0..100).find(|_| cast(story, device).is_err());
    assert_eq!(most(&mut story, "sun"), Some(20));
    assert_eq!(cast(&mut story, "sun"), Err(Code::BallotPause));
    assert_eq!(most(&mut story, "zhou"), Some(20), "each by the own key");
}
