//! What a stranger's answers lack: names, areas, addresses, choices and marks travel to nobody but whom they are for.

use std::collections::BTreeSet;

use axum::http::{StatusCode, header};
use yishi_protocol::Strict;
use yishi_protocol::blob::{Blob, BlobKind, Readers};
use yishi_protocol::body::{Access, Capability, Class, Close, Grant, OrgKind, Paper, RevokeGrant, Role};
use yishi_protocol::state::State;
use yishi_protocol::strict_json;
use yishi_protocol::view::{MeView, PersonList, RollView, Served};
use yishi_protocol::wire::Base64Bytes;
use yishi_server::clock::Clock;
use yishi_tests::letters;
use yishi_tests::mandates::mandate;
use yishi_tests::matters::{ask, day, march_until, raise};
use yishi_tests::paper::paper;
use yishi_tests::people::{party, person};
use yishi_tests::post_office::PostOffice;
use yishi_tests::shown::shown;
use yishi_tests::stairwell::{GARAGE, ballot, code, grant, hour, resolution};

/// The stairwell with a vote, a matter whose work was marked, books with a question; and every address that shows blobs or
/// entries to everybody.
async fn told() -> (PostOffice, Vec<String>) {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    for name in ["wang", "li"] {
        let (body, blob) = ballot(vote.agenda, party(name), &[&[0]], None);
        office.say(name, body, vec![blob]).await.unwrap();
    }
    let (matter, _) = office.work_done().await.unwrap();
    let (body, blobs) = march_until(day(3, 20));
    let books = office.say("manager", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = ask(books, None, "怎么涨了？");
    office.say("li", body, blobs).await.unwrap();
    let paths = vec![
        String::new(),
        format!("/agendas/{}", vote.agenda),
        format!("/agendas/{}/result", vote.agenda),
        format!("/matters/{matter}"),
        format!("/disclosures/{books}"),
        format!("/codes/{}", code("wang", 1).1),
        "/waiting".to_owned(),
    ];
    (office, paths)
}

fn kinds(blobs: &[Blob]) -> BTreeSet<BlobKind> {
    blobs.iter().map(|blob| blob.kind).collect()
}

async fn blobs<T: Strict>(office: &PostOffice, who: &str, path: &str) -> Vec<Blob> {
    shown::<T>(office, Some(who), path).await.unwrap().blobs
}

#[tokio::test]
async fn what_everybody_reads_holds_public_texts_alone() {
    let (office, paths) = told().await;
    let secret: Vec<Blob> = [
        blobs::<MeView>(&office, "wang", "/me").await,
        blobs::<MeView>(&office, "li", "/me").await,
        blobs::<RollView>(&office, "host", "/roll").await,
    ]
    .concat();
    let of_all = [BlobKind::Unit, BlobKind::Place, BlobKind::Person, BlobKind::Ballot];
    assert_eq!(kinds(&secret), of_all.into_iter().collect());
    let mut texts = 0;
    for path in &paths {
        // An office is no reason to be shown more here, nor is it one's own ballot, home or letter.
        for who in [None, Some("wang"), Some("li"), Some("tenant"), Some("host"), Some("root")] {
            let answer = match who {
                Some(who) => office.get_as(who, path).await.unwrap(),
                None => office.get(path).await.unwrap(),
            };
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            let value = answer.value();
            for blob in value["blobs"].as_array().unwrap() {
                let blob: Blob = strict_json::read(blob.to_string().as_bytes()).unwrap();
                assert!(blob.kind.is_public(), "{path} shows {who:?} a {:?}", blob.kind);
                texts += 1;
            }
            let body = String::from_utf8(answer.body).unwrap();
            for blob in &secret {
                assert!(
                    !body.contains(&blob.salt.to_string()) && !body.contains(&blob.payload),
                    "{path}: {blob:?}"
                );
            }
        }
    }
    assert!(texts > 0, "nothing was looked at");
}

#[tokio::test]
async fn a_reader_is_shown_their_own_and_nobody_elses() {
    let (office, _) = told().await;
    let wang = blobs::<MeView>(&office, "wang", "/me").await;
    let li = blobs::<MeView>(&office, "li", "/me").await;
    let own: BTreeSet<_> =
        [BlobKind::Unit, BlobKind::Place, BlobKind::Person, BlobKind::Ballot].into_iter().collect();
    assert_eq!((&kinds(&wang), &kinds(&li)), (&own, &own));
    let both = wang.iter().find(|blob| li.contains(blob));
    assert_eq!(both, None);
    // Who owns with somebody learns the name, and not the blob, which has the phone.
    let sun: Served<MeView> = shown(&office, Some("sun"), "/me").await.unwrap();
    assert_eq!(sun.stated.parties[0].names.iter().flatten().count(), 2);
    assert_eq!(sun.blobs.iter().filter(|blob| blob.kind == BlobKind::Person).count(), 1);
    // A host owns no home here.
    assert_eq!(kinds(&blobs::<MeView>(&office, "host", "/me").await), BTreeSet::new());
}

#[tokio::test]
async fn the_desk_is_shown_names_and_homes_and_no_choice() {
    let (office, _) = told().await;
    let people = kinds(&blobs::<PersonList>(&office, "host", "/people").await);
    assert_eq!(people, [BlobKind::Place, BlobKind::Person].into_iter().collect());
    let roll = kinds(&blobs::<RollView>(&office, "host", "/roll").await);
    assert_eq!(roll, [BlobKind::Unit, BlobKind::Place, BlobKind::Person].into_iter().collect());
    for path in ["/people", "/roll"] {
        for who in ["wang", "tenant", "manager"] {
            assert_eq!(office.get_as(who, path).await.unwrap().status, StatusCode::FORBIDDEN, "{who} {path}");
        }
    }
}

#[tokio::test]
async fn evidence_ends_with_its_grant() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    office.chen_supervises().await.unwrap();
    office.clock.set(hour(4, 4, 0));
    office.say("host", Close { agenda: vote.agenda }, vec![]).await.unwrap();
    office.say("chen", Access { agenda: vote.agenda }, vec![]).await.unwrap();
    let evidence = format!("/agendas/{}/evidence", vote.agenda);
    assert_eq!(office.get_as("chen", &evidence).await.unwrap().status, StatusCode::OK);
    let state = office.state().await.unwrap();
    let grant = state.person(&person("chen")).unwrap().grants[0].entry;
    office.say("root", RevokeGrant { grant }, vec![]).await.unwrap();
    let refused = office.get_as("chen", &evidence).await.unwrap();
    assert_eq!((refused.status, refused.code().as_str()), (StatusCode::FORBIDDEN, "MISSING_CAPABILITY"));
    // Another office does not bring it back where it does not reach, nor one that has run out by itself.
    let office_of = (OrgKind::Supervisors, Role::Supervisor);
    let mut elsewhere = grant_to(&office.state().await.unwrap(), "chen", office_of, hour(4, 10, 0));
    elsewhere.reach.scopes = Some(vec![GARAGE]);
    office.say("root", elsewhere, vec![]).await.unwrap();
    assert_eq!(office.get_as("chen", &evidence).await.unwrap().code(), "OUT_OF_REACH");
    let here = grant_to(&office.state().await.unwrap(), "chen", office_of, hour(4, 10, 0));
    office.say("root", here, vec![]).await.unwrap();
    assert_eq!(office.get_as("chen", &evidence).await.unwrap().status, StatusCode::OK);
    office.clock.set(hour(4, 10, 0));
    assert_eq!(office.get_as("chen", &evidence).await.unwrap().code(), "MISSING_CAPABILITY");
}

fn grant_to(state: &State, name: &str, office: (OrgKind, Role), until_ms: u64) -> Grant {
    grant(state, name, office, &[Capability::Evidence], until_ms)
}

/// What the law may have erased must not live on in a cache between us and its readers.
#[tokio::test]
async fn only_official_texts_are_kept_by_caches() {
    let (office, paths) = told().await;
    let mut seen = BTreeSet::new();
    for path in paths {
        let answer = office.get(&path).await.unwrap().value();
        for blob in answer["blobs"].as_array().unwrap() {
            let blob: Blob = strict_json::read(blob.to_string().as_bytes()).unwrap();
            let answer = office.get(&format!("/blobs/{}", blob.id())).await.unwrap();
            assert_eq!(answer.status, StatusCode::OK, "{:?}", blob.kind);
            let cached = answer.headers[header::CACHE_CONTROL].to_str().unwrap().to_owned();
            let expected = if blob.kind.readers() == Readers::Official { "immutable" } else { "no-store" };
            assert!(cached.contains(expected), "{:?}: {cached}", blob.kind);
            seen.insert(blob.kind.readers() == Readers::Official);
        }
    }
    assert_eq!(seen.len(), 2, "both sorts were asked for");
}

#[tokio::test]
async fn the_record_of_a_running_vote_is_for_people_of_the_estate_alone() {
    let (office, _) = told().await;
    let state = office.state().await.unwrap();
    assert!(state.agendas().any(|(_, agenda)| agenda.closed_ms.is_none()));
    // The leaves in bundles are the record in other words.
    let bundle = format!("/tile/entries/000.p/{}", state.size().min(255));
    for path in ["/record", &bundle] {
        let asked = async |who: Option<&str>| {
            let answer = match who {
                Some(who) => office.get_as(who, path).await.unwrap(),
                None => office.get(path).await.unwrap(),
            };
            (answer.status, if answer.status.is_success() { String::new() } else { answer.code() })
        };
        let refused = |code: &str| (StatusCode::UNAUTHORIZED, code.to_owned());
        assert_eq!(asked(None).await, refused("PASS_REQUIRED"), "{path}");
        assert_eq!(asked(Some("root")).await, refused("PASS_REQUIRED"), "{path}");
        let (status, code) = asked(Some("a stranger")).await;
        assert!(status.is_client_error() && code == "UNKNOWN_KEY", "{path} {status} {code}");
        for who in ["wang", "tenant"] {
            assert_eq!(asked(Some(who)).await.0, StatusCode::OK, "{path} {who}");
        }
    }
}

/// Whatever is served to everybody names no ballot of a running vote, and no enrolment since its notice, but as the hash of a leaf:
/// every address that is described is asked without a pass, and so are the plain pages.
#[tokio::test]
async fn strangers_read_of_a_running_votes_ballots_and_enrolments_their_hashes_alone() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (body, blob) = ballot(vote.agenda, party("li"), &[&[0]], None);
    let choice = blob.id();
    let cast = office.say("li", body, vec![blob]).await.unwrap();
    let (sheet, marks) = paper((vote.agenda, &[resolution(1, Class::Ordinary)]), (7, "feng"), &[&[0]], 0);
    let taken_ms = office.clock.now_ms().unwrap();
    let mut read = None;
    for (clerk, office_of) in [("wu", Role::Clerk), ("zheng", Role::Clerk)] {
        let state = office.state().await.unwrap();
        let give =
            grant(&state, clerk, (OrgKind::Committee, office_of), &[Capability::Paper], hour(12, 31, 0));
        office.say("root", give, vec![]).await.unwrap();
        let sheet = Paper { taken_ms, ..sheet.clone() };
        read = Some(office.say(clerk, sheet, marks.clone()).await.unwrap());
    }
    let read = read.unwrap();
    office.letter(letters::codes(&["wang"], 2, hour(12, 31, 0))).await.unwrap();
    let entered = letters::enrol(&office.estate, "wang", "wang's new phone", 2);
    let entered = office.say("wang's new phone", entered, vec![letters::consent()]).await.unwrap();
    let (body, blobs) = mandate(vote.notice, "chen", "tenant", &[None]);
    let given = office.say("chen", body, blobs).await.unwrap();
    let (body, blobs) = raise();
    let matter = office.say("li", body, blobs).await.unwrap().entry.id();
    office.manager_takes_office(hour(12, 31, 0)).await.unwrap();
    let (body, blobs) = march_until(day(3, 20));
    let books = office.say("manager", body, blobs).await.unwrap().entry.id();

    let wide = format!("000.p/{}", office.state().await.unwrap().size());
    let known = [
        ("{estate}", office.estate.to_string()),
        ("{entry}", vote.notice.to_string()),
        ("{code_pub}", code("wang", 1).1.to_string()),
        ("{blob}", choice.to_string()),
        ("{agenda}", vote.agenda.to_string()),
        ("{notice}", vote.notice.to_string()),
        ("{sheet}", "7".to_owned()),
        ("{matter}", matter.to_string()),
        ("{disclosure}", books.to_string()),
        ("{level}", "0".to_owned()),
        ("{*index}", wide),
    ];
    let document: serde_json::Value = serde_json::from_str(yishi_server::http::OPENAPI).unwrap();
    let described = document["paths"].as_object().unwrap().iter();
    let mut paths: Vec<String> =
        described.filter(|(_, asked)| asked.get("get").is_some()).map(|(path, _)| path.clone()).collect();
    for path in &mut paths {
        for (name, value) in &known {
            *path = path.replace(name, value);
        }
        assert!(!path.contains('{'), "{path}: say what is asked there");
    }
    let light = format!("/light?estate={}", office.estate);
    for more in [String::new(), "&list=votes".to_owned(), format!("&vote={}", vote.notice)] {
        paths.push(format!("{light}{more}"));
    }
    let secret: Vec<(String, String)> =
        [("ballot", &cast), ("enrolment", &entered), ("mandate", &given), ("sheet", &read)]
            .into_iter()
            .flat_map(|(what, entry)| {
                let leaf = strict_json::write_text(&Base64Bytes(entry.leaf()));
                [
                    (format!("the id of the {what}"), entry.entry.id().to_string()),
                    (format!("the {what} itself"), leaf.trim_matches('"').to_owned()),
                    (format!("the key of the {what}"), entry.entry.author().to_string()),
                ]
            })
            .collect();
    let holds = |answer: &[u8], what: &str| answer.windows(what.len()).any(|part| part == what.as_bytes());
    let (mut answered, mut hashes) = (0, 0);
    for path in &paths {
        let request = axum::http::Request::get(path).body(axum::body::Body::empty()).unwrap();
        let answer = office.call(request).await.unwrap();
        answered += usize::from(answer.status.is_success());
        for (name, what) in secret.iter().chain([&("a choice".to_owned(), choice.to_string())]) {
            assert!(!holds(&answer.body, what), "{path} tells {name}");
        }
        let hash = cast.leaf_hash();
        hashes += usize::from(answer.body.windows(32).any(|part| part == hash.as_bytes()));
    }
    assert!(answered > 15, "{answered} of {}", paths.len());
    assert_eq!(hashes, 1, "a tile has its hash");
    // Whoever is of the estate reads them: the record is whole.
    let record = office.get_as("chu", "/record").await.unwrap();
    assert!(holds(&record.body, &secret[1].1) && holds(&record.body, &secret[4].1));
}
