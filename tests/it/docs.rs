//! What the types say of themselves is what is written, and what the documents tell strangers.

use std::collections::BTreeSet;

use serde_json::Value;
use yishi_protocol::Strict;
use yishi_protocol::blob::{Blob, BlobKind};
use yishi_protocol::body::{Body, Kind};
use yishi_protocol::log::LogEntry;
use yishi_protocol::schema::{Field, Type, body, payload};
use yishi_protocol::strict_json;
use yishi_tests::docs::{Types, openapi, spec};
use yishi_tests::telling::tell;
use yishi_tests::vectors::Step;

use crate::tidy::read;

/// Whether a value is as its schema says.
fn fits(of: &Type, value: &Value) -> Result<(), String> {
    let wrong = || Err(format!("{value} is not {of:?}"));
    match (of, value) {
        (Type::Optional(_), Value::Null) | (Type::Truth, Value::Bool(_)) | (Type::Text, Value::String(_)) => {
            Ok(())
        }
        (Type::Optional(inner), _) => fits(inner, value),
        (Type::Integer { least, most }, Value::Number(number)) => {
            let number = i128::from(number.as_i64().unwrap());
            if (i128::from(*least)..=i128::from(*most)).contains(&number) { Ok(()) } else { wrong() }
        }
        (Type::Bytes { len, .. }, Value::String(text)) => {
            if base16ct::lower::decode_vec(text).is_ok_and(|bytes| bytes.len() == *len) {
                Ok(())
            } else {
                wrong()
            }
        }
        (Type::OneOf(list), Value::String(text)) => {
            if list.words.iter().any(|word| word.word == text) {
                Ok(())
            } else {
                wrong()
            }
        }
        (Type::List(inner), Value::Array(values)) => values.iter().try_for_each(|value| fits(inner, value)),
        (Type::Row(members), Value::Array(values)) if members.len() == values.len() => {
            members.iter().zip(values).try_for_each(|(member, value)| fits(member, value))
        }
        (Type::Either(one, other), value) => fits(one, value).or_else(|_| fits(other, value)),
        (Type::Object(object), Value::Object(values)) => {
            let written: Vec<&str> = values.keys().map(String::as_str).collect();
            let said: Vec<&str> = object.fields.iter().map(|field| field.name).collect();
            assert_eq!(written, said, "{}", object.name);
            object.fields.iter().try_for_each(|field| fits(&field.of, &values[field.name]))
        }
        _ => wrong(),
    }
}

/// A text, read as a type and written again.
fn again<T: Strict>(text: &str) -> String {
    strict_json::write_text(&strict_json::read::<T>(text.as_bytes()).unwrap())
}

#[test]
fn every_body_and_blob_of_the_told_log_is_as_its_schema_says_and_reads_back() {
    let (mut kinds, mut blob_kinds) = (BTreeSet::new(), BTreeSet::new());
    for step in tell().unwrap().steps {
        let Step::Accepted { note, leaf, blobs, .. } = step else { continue };
        let leaf = base16ct::lower::decode_vec(&leaf).unwrap();
        let entry = LogEntry::from_leaf(0, &leaf).unwrap();
        let (kind, text) = (entry.entry.body().kind(), entry.entry.body().encode());
        fits(&body(kind), &serde_json::from_slice(&text).unwrap()).expect(&note);
        assert_eq!(Body::decode(kind, &text).as_ref(), Ok(entry.entry.body()), "{note}");
        kinds.insert(kind);
        for blob in blobs.iter().map(|blob| blob.blob().unwrap()) {
            fits(&payload(blob.kind), &serde_json::from_str(&blob.payload).unwrap()).expect(&note);
            assert_eq!(
                again::<Blob>(&strict_json::write_text(&blob)),
                strict_json::write_text(&blob),
                "{note}"
            );
            assert_eq!(blob.spelt_again().as_ref(), Ok(&blob.payload), "{note}");
            blob_kinds.insert(blob.kind);
        }
    }
    assert_eq!(kinds, Kind::ALL.iter().copied().collect());
    assert_eq!(blob_kinds, BlobKind::ALL.iter().copied().collect());
}

#[test]
fn every_type_has_a_name_of_its_own_and_every_field_says_what_it_is() {
    let types = Types::all();
    assert_eq!(types.clashing, [""; 0]);
    let members = |field: &Field| match field.of.innermost() {
        Type::Row(members) => members.len(),
        _ => 0,
    };
    for object in types.objects.values() {
        assert!(object.about.ends_with('.'), "{}: {}", object.name, object.about);
        assert!(object.fields.is_sorted_by_key(|field| field.name), "{}", object.name);
        for field in object.fields {
            let name = format!("{}.{}", object.name, field.name);
            assert!(field.about.ends_with(['.', '?']), "{name}: {}", field.about);
            assert_eq!(field.row.len(), members(field), "{name} names the members of its rows");
        }
    }
    for list in types.lists.values() {
        let said = list.words.iter().map(|word| word.about).chain([list.about]);
        assert!(
            said.clone().all(|about| about.ends_with(['.', '…'])),
            "{}: {:?}",
            list.name,
            said.collect::<Vec<_>>()
        );
    }
}

type Written = fn(&str) -> Result<String, String>;
const DOCUMENTS: [(&str, Written); 2] = [("protocol/SPEC.md", spec), ("server/openapi.json", openapi)];

#[test]
fn the_documents_say_what_the_types_say() {
    for (name, written) in DOCUMENTS {
        let text = read(name);
        assert!(written(&text) == Ok(text), "{name} is stale; write it anew with `cargo xtask docs`");
    }
}

#[test]
fn a_document_that_says_something_else_is_stale() {
    let changes = [
        ("| `closes_ms` | integer, a time in ms |", "| `closes_ms` | text |"),
        ("\"format\": \"byte\"", "\"format\": \"date\""),
    ];
    for ((name, written), (said, other)) in DOCUMENTS.into_iter().zip(changes) {
        let text = read(name);
        let stale = text.replacen(said, other, 1);
        assert_ne!(stale, text, "{name} says {said}");
        assert!(written(&stale) == Ok(text), "{name}");
    }
    let text = read("protocol/SPEC.md");
    for (mark, other) in [
        ("<!-- fields: notice -->", ""),
        ("fields: notice ", "fields: nothing "),
        ("fields: Item ", "fields: notice "),
        ("<!-- course: vote -->", ""),
        ("course: vote ", "course: nothing "),
        ("course: vote ", "course: matter "),
        ("<!-- table: codes -->", ""),
        ("table: codes ", "table: nothing "),
        ("table: codes ", "table: kinds "),
        ("| `0x010f` | `proxy` |", "| `0x010f` | `ballot` |"),
        ("| `0x0404` | `open` |", "| `0x0404` | `close` |"),
        ("| `0x0404` | `open` |", "| `0x0404` | `opened` |"),
        ("| `0x0404` | `open` | decide | yes |", "| `0x0404` | `opened` | decide |  |"),
    ] {
        assert!(spec(&text.replacen(mark, other, 1)).is_err(), "{mark}");
    }
    assert!(openapi(&read("server/openapi.json").replacen("schemas/Health", "schemas/Wealth", 1)).is_err());
}

#[test]
fn every_worked_result_is_as_its_schema_says() {
    let file: Value = serde_json::from_str(include_str!("../vectors/tally.json")).unwrap();
    for vector in file["vectors"].as_array().unwrap() {
        let mut result = vector["result"].clone();
        result.sort_all_objects();
        let place = usize::from(vector["case"]["type"] == "election");
        fits(&yishi_casefile::RESULTS[place], &result).unwrap();
    }
}
