//! The schemas of `openapi.json`: of whatever its addresses take and answer.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};
use yishi_protocol::schema::{Field, ObjectType, OneOf, Type};
use yishi_protocol::view::SHAPE;

use super::Types;

/// Where the schemas stand in the document's text.
const OPENS: &str = "\"schemas\": {";
const CLOSES: &str = "\n    }";
const REFERENCE: &str = "#/components/schemas/";

/// The document with its schemas written anew.
///
/// # Errors
/// If it has no place for schemas, or its addresses name a type that does not exist.
pub fn openapi(text: &str) -> Result<String, String> {
    let nothing = || "openapi.json has no schemas".to_owned();
    let (before, from) = text.split_once(OPENS).ok_or_else(nothing)?;
    let (_, after) = from.split_once(CLOSES).ok_or_else(nothing)?;
    let types = Types::all();
    let mut schemas = Map::new();
    let outside = [before, after].concat();
    let mut wanted: Vec<String> = names(&outside).collect();
    let mut seen = BTreeSet::new();
    while let Some(name) = wanted.pop() {
        if !seen.insert(name.clone()) {
            continue;
        }
        let schema = named(&types, &name)
            .ok_or_else(|| format!("openapi.json names {name}, which no type is called"))?;
        wanted.extend(names(&schema.to_string()));
        schemas.insert(name, schema);
    }
    let mut schemas = Value::Object(schemas);
    schemas.sort_all_objects();
    let written = format!("{schemas:#}");
    let inside = written.strip_prefix('{').and_then(|text| text.strip_suffix("\n}")).unwrap_or_default();
    Ok(format!("{before}{OPENS}{}{CLOSES}{after}", inside.replace('\n', "\n    ")))
}

/// The schemas that a text refers to.
fn names(text: &str) -> impl Iterator<Item = String> {
    let name = |rest: &str| rest.split('"').next().unwrap_or_default().to_owned();
    text.split(REFERENCE).skip(1).map(name).collect::<Vec<_>>().into_iter()
}

fn named(types: &Types, name: &str) -> Option<Value> {
    if let Some(len) = name.strip_prefix("Hex").and_then(|len| len.parse::<usize>().ok()) {
        let pattern = format!("^[0-9a-f]{{{}}}$", len * 2);
        return Some(json!({ "type": "string", "pattern": pattern }));
    }
    // An answer has the shape of all answers, with what it states in its place.
    if let Some(stated) = name.strip_prefix("Answer.") {
        let object = types.objects.get(stated)?;
        let mut shape = described(types.objects.get(SHAPE.name)?);
        shape["description"] = object.about.into();
        let about = shape["properties"]["stated"]["description"].take();
        shape["properties"]["stated"] =
            json!({ "$ref": format!("{REFERENCE}{stated}"), "description": about });
        return Some(shape);
    }
    if name == "Checkpoint" {
        let about = "A C2SP signed note: origin, size, root, signature of the log's key.";
        return Some(json!({ "type": "string", "description": about }));
    }
    let object = types.objects.get(name).map(|object| described(object));
    object.or_else(|| types.lists.get(name).map(|list| words(list)))
}

fn described(object: &ObjectType) -> Value {
    let property = |field: &Field| {
        let mut schema = schema(&field.of);
        let members = match field.row {
            [] => String::new(),
            row => format!(" Rows are `[{}]`.", row.join(", ")),
        };
        schema.insert("description".to_owned(), format!("{}{members}", field.about).into());
        (field.name.to_owned(), Value::Object(schema))
    };
    let properties: Map<String, Value> = object.fields.iter().map(property).collect();
    let names: Vec<&str> = object.fields.iter().map(|field| field.name).collect();
    json!({
        "type": "object",
        "description": object.about,
        "properties": properties,
        "required": names,
        "additionalProperties": false,
    })
}

fn words(list: &OneOf) -> Value {
    let word = |word: &yishi_protocol::schema::Word| format!("`{}`: {}", word.word, word.about);
    let meanings: Vec<String> = list.words.iter().map(word).collect();
    let words: Vec<&str> = list.words.iter().map(|word| word.word).collect();
    json!({ "type": "string", "enum": words, "description": format!("{} {}", list.about, meanings.join(" ")) })
}

fn schema(of: &Type) -> Map<String, Value> {
    let reference = |name: &str| json!({ "$ref": format!("{REFERENCE}{name}") });
    let value = match of {
        Type::Truth => json!({ "type": "boolean" }),
        Type::Integer { least, most } => {
            json!({ "type": "integer", "format": "int64", "minimum": least, "maximum": most })
        }
        Type::Text => json!({ "type": "string" }),
        Type::Base64 => json!({ "type": "string", "format": "byte" }),
        Type::Bytes { len, .. } => reference(&format!("Hex{len}")),
        Type::OneOf(list) => reference(list.name),
        Type::Optional(inner) => json!({ "anyOf": [schema(inner), { "type": "null" }] }),
        Type::List(inner) => json!({ "type": "array", "items": schema(inner) }),
        Type::Row(members) => {
            let members: Vec<_> = members.iter().map(schema).collect();
            let len = members.len();
            json!({ "type": "array", "prefixItems": members, "items": false, "minItems": len, "maxItems": len })
        }
        Type::Either(one, other) => json!({ "anyOf": [schema(one), schema(other)] }),
        Type::Object(object) => reference(object.name),
        Type::Answer(stated) => match stated {
            Type::Object(object) => reference(&format!("Answer.{}", object.name)),
            _ => json!({}),
        },
        // Each answer's own schema says what stands there.
        Type::Stated => json!({}),
    };
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}
