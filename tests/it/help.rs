//! Where organisations are found and rung: who old people are told to ring is what a swindler would change first.

use yishi_protocol::body::{Body, Capability, Confirm, OrgKind, RevokeGrant, Role};
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::{Help, Waiting};
use yishi_protocol::rejection::Rejection;
use yishi_protocol::view::{EstateView, Served, WaitingList};
use yishi_tests::help::{help_line, help_text, no_help_line};
use yishi_tests::liar::Liar;
use yishi_tests::people::{person, public};
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::{opened, shown};
use yishi_tests::stairwell::{grant, host_grant, hour, settled};
use yishi_tests::story::Story;

fn says(story: &mut Story, telephone: &str) {
    let (body, blobs) = help_line(story.log.state(), OrgKind::Committee, telephone);
    let entry = story.say_id("host", body, blobs).unwrap();
    story.say_id("root", Confirm { entry }, vec![]).unwrap();
}

fn stand(story: &Story, now_ms: u64) -> usize {
    story.log.state().help_lines_at(now_ms).count()
}

#[test]
fn a_line_stands_while_whoever_said_it_is_in_office() {
    let mut story = settled().unwrap();
    says(&mut story, "0571-8888 1234");
    let (now_ms, until_ms) = (story.now_ms, hour(12, 31, 0));
    assert_eq!(stand(&story, now_ms), 1);
    assert_eq!((stand(&story, until_ms - 1), stand(&story, until_ms)), (1, 0), "the office runs out");

    let held = story.log.state().person(&person("host")).unwrap().grants[0].entry;
    story.say_id("root", RevokeGrant { grant: held }, vec![]).unwrap();
    assert_eq!(stand(&story, now_ms), 0, "whoever was dismissed is rung no more");
    let other = grant(
        story.log.state(),
        "host",
        (OrgKind::Supervisors, Role::Supervisor),
        &[Capability::Codes],
        until_ms,
    );
    story.say_id("root", other, vec![]).unwrap();
    assert_eq!(stand(&story, now_ms), 0, "nor by an office that says nothing of the kind");
}

#[test]
fn an_office_that_is_given_anew_brings_its_line_back() {
    let mut story = settled().unwrap();
    says(&mut story, "0571-8888 1234");
    let held = story.log.state().person(&person("host")).unwrap().grants[0].entry;
    story.say_id("root", RevokeGrant { grant: held }, vec![]).unwrap();
    let again = host_grant(story.log.state(), hour(12, 31, 0));
    story.say_id("root", again, vec![]).unwrap();
    assert_eq!(stand(&story, story.now_ms), 1);
}

/// The lines that an answer proves, by their numbers.
fn numbers(office: &PostOffice, answer: &Served<EstateView>) -> Result<Vec<String>, Rejection> {
    let opened = answer.open((&office.estate, &public("log")), Body::decode)?;
    Ok(Help::all(&opened, &answer.stated)?.into_iter().map(|help| help.text.telephone).collect())
}

async fn read(office: &PostOffice) -> (Served<EstateView>, Vec<String>) {
    let answer = shown(office, None, "").await.unwrap();
    let numbers = numbers(office, &answer).unwrap();
    (answer, numbers)
}

async fn say(office: &PostOffice, author: &str, kind: OrgKind, telephone: &str) -> EntryId {
    let (body, blobs) = help_line(&office.state().await.unwrap(), kind, telephone);
    office.say(author, body, blobs).await.unwrap().entry.id()
}

#[tokio::test]
async fn an_estate_shows_what_a_second_person_stands_behind_and_until_it_is_taken_down() {
    let office = PostOffice::founded().await.unwrap();
    assert!(read(&office).await.1.is_empty());
    let entry = say(&office, "host", OrgKind::Committee, "0571-8888 1234").await;
    assert!(read(&office).await.1.is_empty(), "it waits");

    let list: Served<WaitingList> = shown(&office, Some("root"), "/waiting").await.unwrap();
    let waiting = Waiting::all(&opened(&office, &list).unwrap(), list.stated.clone()).unwrap();
    let one = waiting.iter().find(|one| one.id() == entry).unwrap();
    let help = one.help.as_ref().unwrap();
    assert_eq!((&help.text, help.kind), (&help_text("0571-8888 1234"), OrgKind::Committee));
    assert!(one.stated.yours, "whoever is asked reads it there");

    office.say("root", Confirm { entry }, vec![]).await.unwrap();
    let (answer, numbers) = read(&office).await;
    assert_eq!(numbers, ["0571-8888 1234"]);
    let blob = answer.blobs.iter().find(|blob| blob.payload.contains("8888")).unwrap().id();
    assert!(
        office.get(&format!("/blobs/{blob}")).await.unwrap().status.is_success(),
        "everybody may read it"
    );

    let newer = say(&office, "host", OrgKind::Committee, "0571-8888 1235").await;
    assert_eq!(read(&office).await.1, ["0571-8888 1234"], "the older stands until the newer does");
    office.say("root", Confirm { entry: newer }, vec![]).await.unwrap();
    assert_eq!(read(&office).await.1, ["0571-8888 1235"]);

    let down = no_help_line(&office.state().await.unwrap(), OrgKind::Committee);
    office.say("host", down, vec![]).await.unwrap();
    assert!(read(&office).await.1.is_empty());
}

#[tokio::test]
async fn a_server_shows_no_number_that_nobody_stands_behind() {
    let office = PostOffice::founded().await.unwrap();
    let entry = say(&office, "host", OrgKind::Committee, "0571-8888 1234").await;
    office.say("root", Confirm { entry }, vec![]).await.unwrap();
    let (honest, believed) = read(&office).await;
    // What one person alone said is in the log, with its proof, and so is what confirms another act.
    say(&office, "host", OrgKind::Committee, "138 0000 0000").await;
    let (now, _) = read(&office).await;
    let mut liar = Liar::of(&office).await.unwrap();
    let list: Served<WaitingList> = shown(&office, None, "/waiting").await.unwrap();
    liar.learn(&list);
    liar.learn(&honest);
    let mut refused = 0;
    for (lie, answer) in liar.lies(&now) {
        match numbers(&office, &answer) {
            Ok(numbers) => {
                assert!(numbers.iter().all(|number| believed.contains(number)), "{lie}: {numbers:?}");
            }
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 20, "{refused}");
}
