//! The `OpenAPI` document says what the server does, and all of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::Body as HttpBody;
use axum::http::{Request, StatusCode, header};
use serde_json::Value;
use yishi_protocol::body::{Access, Class, Close, HideReason, RollChange, Tally};
use yishi_protocol::id::EntryId;
use yishi_protocol::pass;
use yishi_protocol::view::EstateList;
use yishi_protocol::wire::Submission;
use yishi_server::clock::Clock;
use yishi_server::http::{OPENAPI, routes};
use yishi_server::lock::MemoryLock;
use yishi_server::store::SqliteStore;
use yishi_tests::described::fits;
use yishi_tests::erasing::ordered;
use yishi_tests::matters::{ask, day, march_until, rate, reply};
use yishi_tests::moderation::{hide, report};
use yishi_tests::paper::paper_paths;
use yishi_tests::people::{key, party, unit};
use yishi_tests::post_office::{Answer, PostOffice};
use yishi_tests::stairwell::{AREA_C, HEADS, ballot, code, codes, hour, resolution};

fn document() -> Value {
    serde_json::from_str(OPENAPI).unwrap()
}

#[test]
fn every_route_is_described_and_every_description_is_a_route() {
    let document = document();
    let described: BTreeSet<&str> =
        document["paths"].as_object().unwrap().keys().map(String::as_str).collect();
    let served: BTreeSet<&str> = routes().into_iter().map(|(path, _)| path).collect();
    assert_eq!(described, served);
}

#[tokio::test]
async fn every_route_takes_the_methods_that_are_described_and_no_other() {
    let office = PostOffice::founded().await.unwrap();
    let document = document();
    for (path, _) in routes() {
        // Whatever is named there, nobody finds it.
        let parts = path.split('/').map(|part| if part.starts_with('{') { "0" } else { part });
        let address = parts.collect::<Vec<_>>().join("/");
        for method in ["get", "post", "put", "patch", "delete"] {
            let request = Request::builder().method(method.to_uppercase().as_str()).uri(&address);
            let answer = office.call(request.body(HttpBody::empty()).unwrap()).await.unwrap();
            let taken = answer.status != StatusCode::METHOD_NOT_ALLOWED;
            assert_eq!(taken, document["paths"][path].get(method).is_some(), "{method} {path}");
        }
    }
}

#[test]
fn every_reference_leads_somewhere() {
    fn check(value: &Value, document: &Value) {
        match value {
            Value::Object(fields) => {
                if let Some(Value::String(reference)) = fields.get("$ref") {
                    let pointer = reference.strip_prefix('#').unwrap();
                    assert!(document.pointer(pointer).is_some(), "{reference}");
                }
                fields.values().for_each(|value| check(value, document));
            }
            Value::Array(items) => items.iter().for_each(|value| check(value, document)),
            _ => {}
        }
    }
    check(&document(), &document());
}

/// A matter with work and a disclosure with a question.
async fn told(office: &PostOffice) -> (EntryId, EntryId, EntryId) {
    let (matter, _) = office.work_done().await.unwrap();
    for name in ["wang", "wu", "zheng", "chen"] {
        let (body, blobs) = rate(matter, name, [4, 4, 4]);
        office.say(name, body, blobs).await.unwrap();
    }
    let (body, blobs) = march_until(day(3, 20));
    let disclosure = office.say("manager", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = ask(disclosure, Some((0, 0)), "这笔是什么？");
    let question = office.say("li", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = reply(question, "一季度的物业费。");
    office.say("manager", body, blobs).await.unwrap();
    (matter, disclosure, question)
}

/// A change of the roll and an erasure of what a matter asks for, which wait.
async fn proposed(office: &PostOffice, (base, matter): (EntryId, EntryId)) -> (EntryId, EntryId) {
    let gone = vec![unit("B1-07")];
    let change = RollChange { area_c: AREA_C, base, gone, heads: HEADS, scopes: vec![], set: None };
    let change = office.say("host", change, vec![]).await.unwrap().entry.id();
    let said = office.state().await.unwrap().matter(&matter).unwrap().text;
    let (body, blobs) = ordered(&[said]);
    (change, office.say("host", body, blobs).await.unwrap().entry.id())
}

/// Holds answers against the document, and remembers which of those that it describes were given.
struct Held {
    document: Value,
    given: BTreeSet<(String, &'static str, String)>,
}

impl Held {
    fn hold(&mut self, path: &str, method: &'static str, answer: &Answer) {
        let status = answer.status.as_u16().to_string();
        let response = &self.document["paths"][path][method]["responses"][&status];
        assert!(response.is_object(), "{method} {path} answers {status}, which is not described");
        let kind = answer.headers.get(header::CONTENT_TYPE).map_or("", |kind| kind.to_str().unwrap());
        let kind = kind.split(';').next().unwrap();
        let Some(content) = response["content"].as_object() else {
            assert!(answer.body.is_empty(), "{method} {path} {status} is described without a body");
            self.given.insert((path.to_owned(), method, status));
            return;
        };
        let schema = content.get(kind).unwrap_or_else(|| panic!("{method} {path} {status} is {kind:?}"));
        let value = if kind == "application/json" {
            let value = answer.value();
            let spelt = serde_json_canonicalizer::to_vec(&value).unwrap();
            // The document itself is laid out for people.
            let laid_out = path == "/api/openapi.json";
            assert!(laid_out || answer.body == spelt, "{path} {status} has another spelling");
            value
        } else {
            Value::String(String::from_utf8_lossy(&answer.body).into_owned())
        };
        let fitting = fits(&value, &schema["schema"], &self.document);
        fitting.unwrap_or_else(|wrong| panic!("{method} {path} {status}: {wrong}"));
        self.given.insert((path.to_owned(), method, status));
    }

    /// What the document describes and nobody was given.
    fn not_given(&self) -> Vec<(String, String, String)> {
        let mut missing = Vec::new();
        for (path, methods) in self.document["paths"].as_object().unwrap() {
            for (method, operation) in methods.as_object().unwrap() {
                let Some(responses) = operation["responses"].as_object() else { continue };
                for status in responses.keys() {
                    let given = |(at, by, with): &(String, &str, String)| {
                        at == path && by == method && with == status
                    };
                    if !self.given.iter().any(given) {
                        missing.push((path.clone(), method.clone(), status.clone()));
                    }
                }
            }
        }
        missing
    }
}

/// The address of an answer below an estate's, and how the document writes it.
type Asked = (String, &'static str);

/// Asks for an address below an estate's, with somebody's pass, and a tag if that was had before.
async fn ask_for(
    office: &PostOffice,
    path: &str,
    who: Option<&str>,
    tag: Option<&header::HeaderValue>,
) -> Answer {
    let mut request = Request::get(format!("/api/estates/{}{path}", office.estate));
    if let Some(who) = who {
        let pass = pass::issue(&office.estate, &key(who), office.clock.now_ms().unwrap_or_default());
        request = request.header(header::AUTHORIZATION, format!("Yishi-Pass {pass}"));
    }
    if let Some(tag) = tag {
        request = request.header(header::IF_NONE_MATCH, tag);
    }
    office.call(request.body(HttpBody::empty()).unwrap()).await.unwrap()
}

/// Asks for everything as different people do, and again for what was tagged.
async fn ask_all(office: &PostOffice, held: &mut Held, asked: &[Asked]) {
    for (path, described) in asked {
        let described = format!("/api/estates/{{estate}}{described}");
        for who in [Some("wang"), Some("host"), Some("chen"), None] {
            let answer = ask_for(office, path, who, None).await;
            held.hold(&described, "get", &answer);
            if let Some(tag) = answer.headers.get(header::ETAG) {
                held.hold(&described, "get", &ask_for(office, path, who, Some(tag)).await);
            }
        }
        let elsewhere = format!("/api/estates/{}{path}", EntryId::ZERO);
        let answer = office.call(Request::get(elsewhere).body(HttpBody::empty()).unwrap()).await.unwrap();
        held.hold(&described, "get", &answer);
    }
}

/// Posts what is taken, and what is refused for each of the reasons that there are.
async fn post_all(office: &PostOffice, held: &mut Held, agenda: EntryId) {
    office.reads_a_sheet(agenda).await.unwrap();
    let send = async |estate: &str, body: Vec<u8>| {
        let request = Request::post(format!("/api/estates/{estate}/entries"));
        let request = request.header(header::CONTENT_TYPE, "application/json");
        office.call(request.body(HttpBody::from(body)).unwrap()).await.unwrap()
    };
    let here = office.estate.to_string();
    let good = office.sign("li", Close { agenda }, vec![]).await.unwrap();
    let mut forged = good.clone();
    *forged.envelope.0.last_mut().unwrap() ^= 1;
    let (body, blob) = ballot(agenda, party("wang"), &[&[0]], None);
    let ballot_again = office.sign("wang", body, vec![blob]).await.unwrap();
    let json = yishi_protocol::strict_json::write::<Submission>;
    let mut told = Vec::new();
    for (estate, body) in [
        (here.as_str(), b"{}".to_vec()),
        (&here, json(&forged)),
        (&here, json(&good)),
        (&here, json(&ballot_again)),
        (&EntryId::ZERO.to_string(), json(&good)),
        (&here, vec![b' '; 1 << 21]),
    ] {
        let answer = send(estate, body).await;
        held.hold("/api/estates/{estate}/entries", "post", &answer);
        told.push(answer.status.as_u16());
    }
    assert_eq!(told, [400, 401, 403, 409, 404, 413]);
    let (body, blob) = ballot(agenda, party("feng"), &[&[0]], None);
    let ballot = json(&office.sign("feng", body, vec![blob]).await.unwrap());
    let answer = send(&here, ballot).await;
    held.hold("/api/estates/{estate}/entries", "post", &answer);
    assert_eq!(answer.status, StatusCode::OK);
    loop {
        let answer = send(&here, json(&good)).await;
        held.hold("/api/estates/{estate}/entries", "post", &answer);
        match answer.status {
            StatusCode::FORBIDDEN => {}
            StatusCode::TOO_MANY_REQUESTS => break,
            other => panic!("{other}"),
        }
    }
}

/// The vote is final: nobody is told any more who did not vote.
async fn ask_once_final(office: &PostOffice, held: &mut Held, agenda: EntryId) {
    office.end(agenda).await.unwrap();
    let round = ask_for(office, &format!("/agendas/{agenda}/round"), Some("host"), None).await;
    held.hold("/api/estates/{estate}/agendas/{agenda}/round", "get", &round);
}

/// What is asked about a vote.
fn vote_paths(agenda: EntryId) -> Vec<Asked> {
    let paths = [
        "/agendas/{agenda}",
        "/agendas/{agenda}/result",
        "/agendas/{agenda}/tally-draft",
        "/agendas/{agenda}/end-draft",
        "/agendas/{agenda}/evidence",
        "/agendas/{agenda}/turnout",
        "/agendas/{agenda}/delivery",
        "/agendas/{agenda}/round",
        "/agendas/{agenda}/calls",
        "/agendas/{agenda}/weight",
    ];
    paths.map(|path| (path.replace("{agenda}", &agenda.to_string()), path)).to_vec()
}

/// The addresses of a matter.
fn matter_paths(matter: EntryId) -> Vec<Asked> {
    vec![
        (format!("/matters/{matter}"), "/matters/{matter}"),
        (format!("/matters/{matter}/candidates"), "/matters/{matter}/candidates"),
        (format!("/matters/{matter}/meetings"), "/matters/{matter}/meetings"),
        (format!("/matters/{matter}/score-draft"), "/matters/{matter}/score-draft"),
        (format!("/matters/{matter}/requisition"), "/matters/{matter}/requisition"),
    ]
}

#[tokio::test]
async fn answers_are_what_the_document_says_and_all_of_them_are_given() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&folder.path().join("yishi.db"), true).await.unwrap();
    let lock = Arc::new(MemoryLock::default());
    let office = PostOffice::founded_in(Arc::new(store.clone()), lock).await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (body, blob) = ballot(vote.agenda, party("wang"), &[&[0]], None);
    let opening = blob.id();
    let entry = office.say("wang", body, vec![blob]).await.unwrap().entry.id();
    let (matter, disclosure, question) = told(&office).await;
    let words =
        office.state().await.unwrap().matter(&matter).unwrap().opinions.values().next().unwrap().entry;
    office.say("wu", report((matter, words), HideReason::Insult), vec![]).await.unwrap();
    let (body, blobs) = hide((matter, words), HideReason::Insult);
    office.say("host", body, blobs).await.unwrap();
    office.say("host", codes(&["wang"], 2, hour(12, 31, 0)), vec![]).await.unwrap();
    let (change, erasure) = proposed(&office, (vote.roll, matter)).await;
    office.chen_supervises().await.unwrap();
    let text = office.state().await.unwrap().notice(&vote.notice).unwrap().body.text;
    let agenda = vote.agenda;
    let asked: Vec<Asked> = vec![
        (String::new(), ""),
        ("/checkpoint".to_owned(), "/checkpoint"),
        (format!("/entries/{entry}"), "/entries/{entry}"),
        (format!("/entries/{question}"), "/entries/{entry}"),
        (format!("/codes/{}", code("wang", 1).1), "/codes/{code_pub}"),
        ("/agendas".to_owned(), "/agendas"),
        (format!("/notices/{}/mandates", vote.notice), "/notices/{notice}/mandates"),
        ("/matters".to_owned(), "/matters"),
        ("/moderated".to_owned(), "/moderated"),
        ("/disclosures".to_owned(), "/disclosures"),
        (format!("/disclosures/{disclosure}"), "/disclosures/{disclosure}"),
        ("/roll".to_owned(), "/roll"),
        (format!("/rolls/{change}/difference"), "/rolls/{entry}/difference"),
        (format!("/rolls/{entry}/difference"), "/rolls/{entry}/difference"),
        ("/scopes".to_owned(), "/scopes"),
        ("/officers".to_owned(), "/officers"),
        ("/waiting".to_owned(), "/waiting"),
        ("/erasable".to_owned(), "/erasable"),
        (format!("/erasable?about={matter}"), "/erasable"),
        (format!("/erasures/{erasure}"), "/erasures/{entry}"),
        (format!("/erasures/{entry}"), "/erasures/{entry}"),
        ("/people".to_owned(), "/people"),
        ("/key".to_owned(), "/key"),
        ("/me".to_owned(), "/me"),
        ("/me/copy".to_owned(), "/me/copy"),
        ("/me/mandates".to_owned(), "/me/mandates"),
        ("/me/sheets".to_owned(), "/me/sheets"),
        ("/record".to_owned(), "/record"),
        ("/tile/entries/000.p/9".to_owned(), "/tile/entries/{*index}"),
        ("/tile/entries/x001/000".to_owned(), "/tile/entries/{*index}"),
        ("/tile/0/000.p/9".to_owned(), "/tile/{level}/{*index}"),
        ("/tile/1/000".to_owned(), "/tile/{level}/{*index}"),
        (format!("/blobs/{text}"), "/blobs/{blob}"),
        (format!("/blobs/{opening}"), "/blobs/{blob}"),
        ("/blobs/none".to_owned(), "/blobs/{blob}"),
        ("/checkpoint?since=3".to_owned(), "/checkpoint"),
        ("/checkpoint?since=9999".to_owned(), "/checkpoint"),
        (format!("/entries/{agenda}/authority"), "/entries/{entry}/authority"),
        (format!("/entries/{question}/authority"), "/entries/{entry}/authority"),
    ];
    let asked = [asked, matter_paths(matter), vote_paths(agenda), paper_paths(agenda)].concat();
    let mut held = Held { document: document(), given: BTreeSet::new() };
    ask_all(&office, &mut held, &asked).await;
    post_all(&office, &mut held, agenda).await;

    // The vote is over and counted, and somebody asked openly for its evidence.
    office.clock.set(hour(4, 4, 0));
    office.counts_an_empty_box(agenda).await.unwrap();
    office.say("host", Close { agenda }, vec![]).await.unwrap();
    office.say("chen", Access { agenda }, vec![]).await.unwrap();
    ask_all(&office, &mut held, &asked).await;
    let draft: Tally =
        office.get_as("host", &format!("/agendas/{agenda}/tally-draft")).await.unwrap().json().unwrap();
    let tally = office.say("host", draft, vec![]).await.unwrap().entry.id();
    let totals = office.get(&format!("/entries/{tally}")).await.unwrap();
    held.hold("/api/estates/{estate}/entries/{entry}", "get", &totals);
    let counted = office.get(&format!("/entries/{tally}/authority")).await.unwrap();
    held.hold("/api/estates/{estate}/entries/{entry}/authority", "get", &counted);
    office.draw_few(agenda, hour(4, 5, 0)).await.unwrap();
    // The law has had the marks erased.
    let erased = sqlx::query("delete from blob_items where kind = 'rating'").execute(store.pool()).await;
    assert_eq!(erased.unwrap().rows_affected(), 5);
    ask_all(&office, &mut held, &asked).await;

    for path in ["/healthz", "/api/openapi.json", "/api/estates"] {
        let answer = office.call(Request::get(path).body(HttpBody::empty()).unwrap()).await.unwrap();
        held.hold(path, "get", &answer);
        match path {
            "/api/openapi.json" => assert_eq!(answer.value(), held.document),
            "/api/estates" => assert_eq!(answer.json::<EstateList>().unwrap().estates, [office.estate]),
            _ => assert_eq!(answer.status, StatusCode::OK),
        }
    }
    ask_once_final(&office, &mut held, agenda).await;
    // A clock that cannot be trusted: nothing is answered that needs one.
    let late = office.sign("li", Close { agenda }, vec![]).await.unwrap();
    office.clock.set(0);
    ask_all(&office, &mut held, &asked).await;
    held.hold("/api/estates/{estate}/entries", "post", &office.send(&late).await.unwrap());
    let ill = office.call(Request::get("/healthz").body(HttpBody::empty()).unwrap()).await.unwrap();
    held.hold("/healthz", "get", &ill);
    assert_eq!(held.not_given(), []);
}
