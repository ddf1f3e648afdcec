//! A vote walked over HTTP from its notice to its tally, and what the post office answers on the way.

use axum::body::Body as HttpBody;
use axum::http::{Request, StatusCode, header};
use yishi_protocol::blob::{Blob, BlobKind};
use yishi_protocol::body::{Access, Body, Class, Close, Confirm, Tally};
use yishi_protocol::checkpoint::Checkpoint;
use yishi_protocol::count::Outcome;
use yishi_protocol::id::EntryId;
use yishi_protocol::projection::{Founded, Letter, Me, Stated, Vote as Seen};
use yishi_protocol::state::CodeStanding;
use yishi_protocol::state::Stage;
use yishi_protocol::view::{AgendaList, CodeView, EstateView, MeView, ResultView, Served as Shown};
use yishi_protocol::wire::{Base64Bytes, Receipt, Submission};
use yishi_tests::people::{party, person, public};
use yishi_tests::post_office::{Answer, PostOffice, Vote};
use yishi_tests::shown::{opened, shown};
use yishi_tests::stairwell::{ballot, code, codes, hour, resolution};

async fn voting() -> (PostOffice, Vote) {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    (office, vote)
}

async fn cast(
    office: &PostOffice,
    vote: Vote,
    name: &str,
    mark: u32,
    supersedes: Option<EntryId>,
) -> EntryId {
    let (body, blob) = ballot(vote.agenda, party(name), &[&[mark]], supersedes);
    office.say(name, body, vec![blob]).await.unwrap().entry.id()
}

fn checkpoint(office: &PostOffice, note: &str) -> Checkpoint {
    Checkpoint::open(note, &office.estate, &public("log")).unwrap()
}

async fn agenda(office: &PostOffice, vote: Vote) -> (Seen, Stated) {
    let answer: Shown<ResultView> =
        shown(office, Some("wang"), &format!("/agendas/{}/result", vote.agenda)).await.unwrap();
    let opened = opened(office, &answer).unwrap();
    let seen = Seen::of(&opened, &answer.stated.agenda, &vote.agenda).unwrap();
    (seen, Stated::of(&opened, &answer.stated).unwrap())
}

async fn me(office: &PostOffice, name: &str) -> (Me, Vec<Blob>) {
    let answer: Shown<MeView> = shown(office, Some(name), "/me").await.unwrap();
    let me = Me::of(&opened(office, &answer).unwrap(), answer.stated.clone(), &public(name)).unwrap();
    (me, answer.blobs)
}

#[tokio::test]
async fn a_vote_goes_from_notice_to_tally() {
    let (office, vote) = voting().await;
    for name in ["wang", "li", "wu", "zheng", "chen", "chu", "wei"] {
        cast(&office, vote, name, 0, None).await;
    }
    let first = cast(&office, vote, "feng", 0, None).await;
    office.clock.set(hour(3, 25, 9));
    cast(&office, vote, "feng", 1, Some(first)).await;

    let (view, stated) = agenda(&office, vote).await;
    assert_eq!(view.stage, Some(Stage::Voting));
    assert_eq!((view.id, view.agenda, stated.tally), (vote.notice, Some(vote.agenda), None));
    assert_eq!(view.text.title.text, "加装电梯", "the words are those that were noticed");

    office.clock.set(hour(4, 4, 0));
    assert_eq!(agenda(&office, vote).await.0.stage, Some(Stage::Counting));
    office.say("host", Close { agenda: vote.agenda }, vec![]).await.unwrap();
    let draft = office.get_as("host", &format!("/agendas/{}/tally-draft", vote.agenda)).await.unwrap();
    let tally: Tally = draft.json().unwrap();
    assert_eq!(tally.items[0].outcome, Outcome::Passed);
    assert_eq!((tally.items[0].participating.heads, tally.items[0].consenting[0].heads), (8, 7));
    let mut forged = tally.clone();
    forged.items[0].consenting[0].heads += 1;
    let refused = office.send(&office.sign("host", forged, vec![]).await.unwrap()).await.unwrap();
    assert_eq!((refused.status, refused.code().as_str()), (StatusCode::CONFLICT, "TALLY_MISMATCH"));
    office.say("host", tally.clone(), vec![]).await.unwrap();
    let (view, stated) = agenda(&office, vote).await;
    assert_eq!((view.stage, view.has_result), (Some(Stage::Tallied), true));
    assert_eq!(stated.tally, Some(tally));
    assert_eq!(stated.tallied_ms, Some(hour(4, 4, 0)));
}

#[tokio::test]
async fn the_same_entry_sent_again_has_the_same_place() {
    let (office, vote) = voting().await;
    let (body, blob) = ballot(vote.agenda, party("wang"), &[&[0]], None);
    let submission = office.sign("wang", body, vec![blob]).await.unwrap();
    let first: Receipt = office.send(&submission).await.unwrap().json().unwrap();
    cast(&office, vote, "li", 0, None).await;
    let again: Receipt = office.send(&submission).await.unwrap().json().unwrap();
    assert_eq!((first.proven.index, &first.proven.leaf), (again.proven.index, &again.proven.leaf));
    let (old, new) = (checkpoint(&office, &first.checkpoint), checkpoint(&office, &again.checkpoint));
    assert!(new.size > old.size, "under a newer checkpoint");
    assert!(again.open(&office.estate, &public("log")).is_ok());
    // Even when the window has closed since, and the phone never got its first answer.
    office.clock.set(hour(4, 5, 0));
    let late: Receipt = office.send(&submission).await.unwrap().json().unwrap();
    assert_eq!(late.proven.index, first.proven.index);
    let id = yishi_protocol::verify(&submission.envelope.0).unwrap().id();
    let known: Receipt = office.get(&format!("/entries/{id}")).await.unwrap().json().unwrap();
    assert_eq!(known.proven, late.proven);
}

#[tokio::test]
async fn many_voters_at_once_all_get_proof() {
    let (office, vote) = voting().await;
    let names = ["wang", "li", "wu", "zheng", "chen", "chu", "wei", "developer", "feng"];
    let mut submissions = Vec::new();
    for name in names {
        let (body, blob) = ballot(vote.agenda, party(name), &[&[0]], None);
        submissions.push(office.sign(name, body, vec![blob]).await.unwrap());
    }
    // Each twice, as impatient phones do.
    let office = std::sync::Arc::new(office);
    let mut sending = tokio::task::JoinSet::new();
    submissions.extend(submissions.clone());
    for submission in submissions {
        let office = std::sync::Arc::clone(&office);
        sending.spawn(async move { office.send(&submission).await.unwrap().json::<Receipt>().unwrap() });
    }
    let mut places = Vec::new();
    for receipt in sending.join_all().await {
        receipt.open(&office.estate, &public("log")).unwrap();
        places.push(receipt.proven.index);
    }
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), names.len());
}

#[tokio::test]
async fn a_person_sees_the_own_homes_and_ballots_and_nobody_elses() {
    let (office, vote) = voting().await;
    let first = cast(&office, vote, "wang", 0, None).await;
    cast(&office, vote, "wang", 1, Some(first)).await;
    cast(&office, vote, "li", 0, None).await;
    let answer: Shown<MeView> = shown(&office, Some("wang"), "/me").await.unwrap();
    let seen = opened(&office, &answer).unwrap();
    let me = Me::of(&seen, answer.stated.clone(), &public("wang")).unwrap();
    assert_eq!(me.view.person, person("wang"));
    assert_eq!(me.view.parties.len(), 1);
    let areas: Vec<_> = me.homes.iter().map(|home| home.area_c).collect();
    assert_eq!(areas, [Some(8937), Some(8937)], "the areas are the committed ones");
    let stands: Vec<_> = me.ballots.iter().map(|ballot| (ballot.stands, ballot.own)).collect();
    assert_eq!(stands, [(false, true), (true, true)]);
    assert_eq!(me.ballots[1].opening(&seen).unwrap().as_ref().unwrap().choice, [[1]]);
    assert!(me.view.grants.is_empty());
    let (host, _) = self::me(&office, "host").await;
    assert_eq!((host.view.grants.len(), host.view.parties.len()), (1, 0));
}

#[tokio::test]
async fn nothing_public_tells_a_choice_a_name_or_an_area() {
    let (office, vote) = voting().await;
    cast(&office, vote, "wang", 0, None).await;
    let (_, secret) = me(&office, "wang").await;
    let mut kinds: Vec<_> = secret.iter().map(|blob| blob.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, [BlobKind::Unit, BlobKind::Place, BlobKind::Person, BlobKind::Ballot]);
    for blob in &secret {
        let answer = office.get(&format!("/blobs/{}", blob.id())).await.unwrap();
        assert_eq!((answer.status, answer.code().as_str()), (StatusCode::NOT_FOUND, "NOT_FOUND"));
    }
    let record = office.get_as("li", "/record").await.unwrap();
    assert_eq!(record.status, StatusCode::OK);
    let text = String::from_utf8(record.body).unwrap();
    for blob in &secret {
        assert!(!text.contains(&blob.salt.to_string()) && !text.contains(&blob.payload), "{blob:?}");
    }
    assert_eq!(agenda(&office, vote).await.0.turnout_heads, 0, "one ballot is not a turnout");
}

#[tokio::test]
async fn the_turnout_moves_by_the_hour_and_in_steps_of_five() {
    let (office, vote) = voting().await;
    for name in ["wang", "li", "wu", "zheng", "chen", "chu"] {
        cast(&office, vote, name, 0, None).await;
    }
    assert_eq!(agenda(&office, vote).await.0.turnout_heads, 0);
    office.clock.set(hour(3, 20, 1));
    assert_eq!(agenda(&office, vote).await.0.turnout_heads, 5);
}

#[tokio::test]
async fn a_letter_is_found_by_its_code() {
    let (office, _) = voting().await;
    let letter = code("wang", 1).1;
    let view = shown::<CodeView>(&office, None, &format!("/codes/{letter}")).await.unwrap().stated;
    assert_eq!((view.person, view.standing), (person("wang"), CodeStanding::Spent), "wang has used it");
    let entry = office.say("host", codes(&["wang"], 2, hour(12, 31, 0)), vec![]).await.unwrap().entry.id();
    let letter = code("wang", 2).1;
    let view = shown::<CodeView>(&office, None, &format!("/codes/{letter}")).await.unwrap().stated;
    assert_eq!(view.standing, CodeStanding::Waiting, "wang has a phone, so a second person has to agree");
    office.say("root", Confirm { entry }, vec![]).await.unwrap();
    let view = shown::<CodeView>(&office, None, &format!("/codes/{letter}")).await.unwrap().stated;
    assert_eq!((view.standing, view.letters), (CodeStanding::InForce, 1));
    let answer = shown::<CodeView>(&office, None, &format!("/codes/{letter}")).await.unwrap();
    let found = Letter::of(&opened(&office, &answer).unwrap(), &answer.stated, &letter).unwrap();
    assert_eq!((found.person, found.issuer), (person("wang"), public("host")));
    let unknown = office.get(&format!("/codes/{}", code("wang", 3).1)).await.unwrap();
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whose_letter_it_is_learns_only_who_holds_it() {
    let (office, _) = voting().await;
    office.say("host", codes(&["wang"], 2, hour(12, 31, 0)), vec![]).await.unwrap();
    let letter = code("wang", 2).1;
    let path = format!("/codes/{letter}");
    for other in [None, Some("li"), Some("host")] {
        let open: Shown<CodeView> = shown(&office, other, &path).await.unwrap();
        assert!(open.stated.name.is_none() && open.stated.homes.is_empty(), "{other:?}");
        assert_eq!((open.blobs.len(), open.entries.len()), (0, 1), "{other:?} is shown the letter alone");
    }
    let by_holder: Shown<CodeView> = shown(&office, Some("wang's letter 2"), &path).await.unwrap();
    let seen = opened(&office, &by_holder).unwrap();
    let found = Letter::of(&seen, &by_holder.stated, &letter).unwrap();
    assert!(found.name.is_some());
    assert_eq!(found.homes.iter().filter_map(|home| home.address.as_ref()).count(), 2);
}

#[tokio::test]
async fn votes_are_listed_and_unchanged_answers_are_short() {
    let (office, vote) = voting().await;
    let answer = office.get("/agendas").await.unwrap();
    let list: AgendaList = answer.json().unwrap();
    assert_eq!(list.agendas.len(), 1);
    assert_eq!(list.agendas[0].agenda, Some(vote.agenda));
    assert_eq!(list.agendas[0].title.as_ref().unwrap().text, "加装电梯");
    let tag = answer.headers[header::ETAG].clone();
    let uri = format!("/api/estates/{}/agendas", office.estate);
    let request = || Request::get(&uri).header(header::IF_NONE_MATCH, &tag).body(HttpBody::empty()).unwrap();
    let again = office.call(request()).await.unwrap();
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    cast(&office, vote, "wang", 0, None).await;
    assert_eq!(office.call(request()).await.unwrap().status, StatusCode::OK);
}

#[tokio::test]
async fn every_answer_tells_the_servers_time() {
    let (office, _) = voting().await;
    for answer in [office.get("").await.unwrap(), office.get("/nowhere").await.unwrap()] {
        assert_eq!(answer.headers["yishi-now"], hour(3, 20, 0).to_string().as_str());
    }
    let view: Shown<EstateView> = shown(&office, None, "").await.unwrap();
    let founded = Founded::of(&view, &office.estate, Body::decode).unwrap();
    assert_eq!((founded.genesis.name.as_str(), founded.genesis.log_key), ("桂苑小区", public("log")));
    let note = office.get("/checkpoint").await.unwrap();
    assert_eq!(String::from_utf8(note.body).unwrap(), view.checkpoint);
}

fn said(answer: &Answer) -> (u16, String) {
    (answer.status.as_u16(), answer.code())
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_by_name() {
    let (office, vote) = voting().await;
    let uri = format!("/api/estates/{}/entries", office.estate);
    let post = async |uri: &str, body: Vec<u8>| {
        said(&office.call(Request::post(uri).body(HttpBody::from(body)).unwrap()).await.unwrap())
    };
    assert_eq!(post(&uri, b"hello".to_vec()).await, (400, "SUBMISSION_FORM".to_owned()));
    assert_eq!(
        post(&uri, br#"{"blobs":[],"envelope":"!"}"#.to_vec()).await,
        (400, "SUBMISSION_FORM".to_owned())
    );
    assert_eq!(post(&uri, br#"{"blobs":[],"envelope":""}"#.to_vec()).await, (400, "TRUNCATED".to_owned()));
    assert_eq!(post(&uri, vec![b' '; 1024 * 1024 + 1]).await, (413, "SUBMISSION_TOO_LARGE".to_owned()));
    let elsewhere = format!("/api/estates/{}/entries", "0".repeat(64));
    assert_eq!(post(&elsewhere, vec![]).await, (404, "ESTATE_UNKNOWN".to_owned()));
    assert_eq!(post("/api/estates/here/entries", vec![]).await, (404, "ESTATE_UNKNOWN".to_owned()));
    assert_eq!(post("/api/nothing", vec![]).await, (404, "ROUTE_UNKNOWN".to_owned()));
    assert_eq!(post("/healthz", vec![]).await, (405, "METHOD_NOT_ALLOWED".to_owned()));

    let (body, blob) = ballot(vote.agenda, party("wang"), &[&[0]], None);
    let good = office.sign("wang", body, vec![blob]).await.unwrap();
    let mut flipped = good.clone();
    flipped.envelope.0[200] ^= 1;
    assert_eq!(said(&office.send(&flipped).await.unwrap()), (401, "BAD_SIGNATURE".to_owned()));
    let without = Submission { blobs: vec![], ..good.clone() };
    assert_eq!(said(&office.send(&without).await.unwrap()), (409, "BLOB_MISSING".to_owned()));
    let mut stuffed = good.clone();
    stuffed.blobs.push(yishi_tests::stairwell::consent());
    assert_eq!(said(&office.send(&stuffed).await.unwrap()), (400, "BLOB_UNNAMED".to_owned()));
    assert_eq!(office.send(&good).await.unwrap().status, StatusCode::OK, "after all that it is still taken");
}

#[tokio::test]
async fn readers_show_who_they_are() {
    let (office, vote) = voting().await;
    assert_eq!(said(&office.get("/me").await.unwrap()), (401, "PASS_REQUIRED".to_owned()));
    assert_eq!(said(&office.get_as("stranger", "/me").await.unwrap()), (401, "UNKNOWN_KEY".to_owned()));
    assert_eq!(said(&office.get_as("root", "/record").await.unwrap()), (401, "PASS_REQUIRED".to_owned()));
    let uri = format!("/api/estates/{}/me", office.estate);
    let old = yishi_protocol::pass::issue(&office.estate, &yishi_tests::people::key("wang"), hour(3, 19, 0));
    let request = Request::get(uri).header(header::AUTHORIZATION, format!("Yishi-Pass {old}"));
    let answer = office.call(request.body(HttpBody::empty()).unwrap()).await.unwrap();
    assert_eq!(said(&answer), (401, "PASS_EXPIRED".to_owned()));
    let evidence = format!("/agendas/{}/evidence", vote.agenda);
    assert_eq!(
        said(&office.get_as("wang", &evidence).await.unwrap()),
        (403, "MISSING_CAPABILITY".to_owned())
    );
    let draft = format!("/agendas/{}/tally-draft", vote.agenda);
    assert_eq!(said(&office.get_as("host", &draft).await.unwrap()), (409, "NOT_CLOSED".to_owned()));
}

#[tokio::test]
async fn evidence_is_handed_out_to_whoever_asked_for_it_in_the_log() {
    let (office, vote) = voting().await;
    cast(&office, vote, "wang", 0, None).await;
    office.chen_supervises().await.unwrap();
    office.clock.set(hour(4, 4, 0));
    office.say("host", Close { agenda: vote.agenda }, vec![]).await.unwrap();
    let evidence = format!("/agendas/{}/evidence", vote.agenda);
    assert_eq!(
        said(&office.get_as("chen", &evidence).await.unwrap()),
        (403, "MISSING_CAPABILITY".to_owned())
    );
    office.say("chen", Access { agenda: vote.agenda }, vec![]).await.unwrap();
    let answer = office.get_as("chen", &evidence).await.unwrap();
    assert_eq!(answer.status, StatusCode::OK);
    assert!(String::from_utf8(answer.body).unwrap().contains("\\\"area_c\\\":8937"), "areas are in it");
}

#[tokio::test]
async fn a_key_that_writes_too_fast_is_told_when_to_come_back() {
    let office = PostOffice::founded().await.unwrap();
    office.say("root", codes(&["wang"], 1, hour(12, 31, 0)), vec![]).await.unwrap();
    let mut last = None;
    for letter in 2..40 {
        let body = codes(&["wang"], letter, hour(12, 31, 0));
        last = Some(office.send(&office.sign("root", body, vec![]).await.unwrap()).await.unwrap());
        if last.as_ref().unwrap().status != StatusCode::OK {
            break;
        }
    }
    let last = last.unwrap();
    assert_eq!(said(&last), (429, "TOO_FAST".to_owned()));
    assert_eq!(last.headers[header::RETRY_AFTER], "6");
}

#[tokio::test]
async fn with_a_wrong_clock_nothing_is_taken() {
    let (office, vote) = voting().await;
    let (body, blob) = ballot(vote.agenda, party("wang"), &[&[0]], None);
    let submission = office.sign("wang", body, vec![blob]).await.unwrap();
    office.clock.set(0);
    assert_eq!(said(&office.send(&submission).await.unwrap()), (503, "CLOCK_PARTED".to_owned()));
    let health = office.call(Request::get("/healthz").body(HttpBody::empty()).unwrap()).await.unwrap();
    assert_eq!(health.status, StatusCode::SERVICE_UNAVAILABLE);
    office.clock.set(hour(3, 20, 1));
    assert_eq!(office.send(&submission).await.unwrap().status, StatusCode::OK);
}

/// What stands is never dated after what comes later; so a clock that is behind the log can date nothing truly.
#[tokio::test]
async fn a_clock_behind_the_log_dates_nothing_but_what_two_seconds_explain() {
    let (office, vote) = voting().await;
    let (body, blob) = ballot(vote.agenda, party("wang"), &[&[0]], None);
    let early = office.sign("wang", body, vec![blob]).await.unwrap();
    office.clock.set(hour(3, 20, 1));
    cast(&office, vote, "li", 0, None).await;
    // Two servers whose clocks are not quite the same.
    office.clock.set(hour(3, 20, 1) - 2000);
    let entry = office.say("host", codes(&["li"], 5, hour(12, 31, 0)), vec![]).await.unwrap();
    assert_eq!(entry.received_ms, hour(3, 20, 1), "it is dated as what stands ahead of it");
    for behind_ms in [2001, 3_600_000, 365 * 86_400_000] {
        office.clock.set(hour(3, 20, 1) - behind_ms);
        let refused = office.send(&early).await.unwrap();
        assert_eq!(said(&refused), (503, "CLOCK_BEHIND".to_owned()), "{behind_ms} ms behind");
        assert_eq!(refused.headers[header::RETRY_AFTER], "2");
    }
    // What stands already has its place, whatever the clock says.
    let known = Submission { blobs: vec![], envelope: Base64Bytes(entry.entry.bytes().to_vec()) };
    assert_eq!(office.send(&known).await.unwrap().json::<Receipt>().unwrap().proven.index, entry.index);
    office.clock.set(hour(3, 20, 2));
    let receipt: Receipt = office.send(&early).await.unwrap().json().unwrap();
    let (_, taken) = receipt.open(&office.estate, &public("log")).unwrap();
    assert_eq!(taken.received_ms, hour(3, 20, 2), "by itself, once the clock is right");
}
