//! The `OpenAPI` document says what the server does, and all of it.

use std::collections::BTreeSet;

use axum::body::Body as HttpBody;
use axum::http::{Request, StatusCode};
use serde_json::Value;
use yishi_protocol::body::{Class, RollChange};
use yishi_protocol::id::EntryId;
use yishi_protocol::view::EstateList;
use yishi_server::http::{OPENAPI, routes};
use yishi_tests::matters::{ask, day, march_until, reply};
use yishi_tests::people::{party, unit};
use yishi_tests::post_office::PostOffice;
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

/// Whether a value is what a schema says, as far as this document's schemas go.
fn fits(value: &Value, schema: &Value, document: &Value) -> Result<(), String> {
    if let Some(reference) = schema["$ref"].as_str() {
        return fits(value, document.pointer(&reference[1..]).unwrap(), document);
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let fitting = choices.iter().any(|choice| fits(value, choice, document).is_ok());
        return if fitting { Ok(()) } else { Err(format!("{value} fits none of {schema}")) };
    }
    let of_type = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_u64() || value.is_i64(),
        Some("boolean") => value.is_boolean(),
        Some("null") => value.is_null(),
        _ => true,
    };
    if !of_type {
        return Err(format!("{value} is not {schema}"));
    }
    if let (Some(choices), false) = (schema["enum"].as_array(), value.is_null())
        && !choices.contains(value)
    {
        return Err(format!("{value} is none of {choices:?}"));
    }
    for item in value.as_array().into_iter().flatten() {
        fits(item, &schema["items"], document)?;
    }
    let (Some(fields), Some(properties)) = (value.as_object(), schema["properties"].as_object()) else {
        return Ok(());
    };
    for (name, field) in fields {
        let schema = properties.get(name).ok_or_else(|| format!("{name} is not described"))?;
        fits(field, schema, document).map_err(|wrong| format!("{name}: {wrong}"))?;
    }
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    match required.into_iter().find(|name| !fields.contains_key(*name)) {
        Some(missing) => Err(format!("{missing} is missing")),
        None => Ok(()),
    }
}

/// A matter with work and a disclosure with a question.
async fn told(office: &PostOffice) -> (EntryId, EntryId, EntryId) {
    let (matter, _) = office.work_done().await.unwrap();
    let (body, blobs) = march_until(day(3, 20));
    let disclosure = office.say("manager", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = ask(disclosure, Some((0, 0)), "这笔是什么？");
    let question = office.say("li", body, blobs).await.unwrap().entry.id();
    let (body, blobs) = reply(question, "一季度的物业费。");
    office.say("manager", body, blobs).await.unwrap();
    (matter, disclosure, question)
}

#[tokio::test]
async fn answers_are_what_the_document_says() {
    let office = PostOffice::founded().await.unwrap();
    let vote = office.open_vote(vec![resolution(1, Class::Ordinary)]).await.unwrap();
    let (body, blob) = ballot(vote.agenda, party("wang"), &[&[0]], None);
    let entry = office.say("wang", body, vec![blob]).await.unwrap().entry.id();
    let (matter, disclosure, question) = told(&office).await;
    office.say("host", codes(&["wang"], 2, hour(12, 31, 0)), vec![]).await.unwrap();
    let change = RollChange {
        area_c: AREA_C,
        base: vote.roll,
        gone: vec![unit("B1-07")],
        heads: HEADS,
        scopes: vec![],
        set: None,
    };
    let change = office.say("host", change, vec![]).await.unwrap().entry.id();
    let document = document();
    let asked = [
        ("", "/api/estates/{estate}"),
        (&format!("/entries/{entry}"), "/api/estates/{estate}/entries/{entry}"),
        (&format!("/codes/{}", code("wang", 1).1), "/api/estates/{estate}/codes/{code_pub}"),
        ("/agendas", "/api/estates/{estate}/agendas"),
        (&format!("/agendas/{}", vote.agenda), "/api/estates/{estate}/agendas/{agenda}"),
        (
            &format!("/agendas/{}/tally-draft", vote.agenda),
            "/api/estates/{estate}/agendas/{agenda}/tally-draft",
        ),
        (&format!("/agendas/{}/evidence", vote.agenda), "/api/estates/{estate}/agendas/{agenda}/evidence"),
        (&format!("/agendas/{}/turnout", vote.agenda), "/api/estates/{estate}/agendas/{agenda}/turnout"),
        ("/matters", "/api/estates/{estate}/matters"),
        (&format!("/matters/{matter}"), "/api/estates/{estate}/matters/{matter}"),
        (&format!("/matters/{matter}/score-draft"), "/api/estates/{estate}/matters/{matter}/score-draft"),
        ("/disclosures", "/api/estates/{estate}/disclosures"),
        (&format!("/disclosures/{disclosure}"), "/api/estates/{estate}/disclosures/{disclosure}"),
        (&format!("/entries/{question}"), "/api/estates/{estate}/entries/{entry}"),
        ("/roll", "/api/estates/{estate}/roll"),
        (&format!("/rolls/{change}/difference"), "/api/estates/{estate}/rolls/{entry}/difference"),
        (&format!("/rolls/{entry}/difference"), "/api/estates/{estate}/rolls/{entry}/difference"),
        ("/scopes", "/api/estates/{estate}/scopes"),
        ("/officers", "/api/estates/{estate}/officers"),
        ("/waiting", "/api/estates/{estate}/waiting"),
        ("/people", "/api/estates/{estate}/people"),
        ("/key", "/api/estates/{estate}/key"),
        ("/me", "/api/estates/{estate}/me"),
        ("/blobs/none", "/api/estates/{estate}/blobs/{blob}"),
    ];
    for (path, described) in asked {
        let readers =
            [office.get_as("wang", path).await, office.get_as("host", path).await, office.get(path).await];
        for answer in readers.map(Result::unwrap) {
            let status = answer.status.as_u16().to_string();
            let response = &document["paths"][described]["get"]["responses"][&status];
            assert!(response.is_object(), "{described} answers {status}, which is not described");
            let value: Value = answer.json().unwrap();
            let spelt = serde_json_canonicalizer::to_vec(&value).unwrap();
            assert_eq!(answer.body, spelt, "{described} {status} has another spelling than the one");
            let schema = &response["content"]["application/json"]["schema"];
            fits(&value, schema, &document).unwrap_or_else(|wrong| panic!("{described} {status}: {wrong}"));
        }
    }
    let answer =
        office.call(Request::get("/api/openapi.json").body(HttpBody::empty()).unwrap()).await.unwrap();
    assert_eq!((answer.status, answer.json::<Value>().unwrap()), (StatusCode::OK, document));
    let estates = office.call(Request::get("/api/estates").body(HttpBody::empty()).unwrap()).await.unwrap();
    assert_eq!(estates.json::<EstateList>().unwrap().estates, [office.estate]);
    let health = office.call(Request::get("/healthz").body(HttpBody::empty()).unwrap()).await.unwrap();
    assert_eq!(health.status, StatusCode::OK);
}
