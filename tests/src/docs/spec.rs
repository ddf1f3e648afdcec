//! SPEC.md's boxes: what a body, a payload, an answer or a list of words is made of.

use std::collections::BTreeSet;

use yishi_protocol::body::Kind;
use yishi_protocol::schema::{Field, NumberUnit, ObjectType, OneOf, Type, Word, body};

use super::Types;
use super::courses::courses;
use super::marks::fill;
use super::tables::tables;

/// The most words of a list that stand in a field's own row.
const FEW: usize = 8;

/// SPEC.md with its boxes and its tables written anew.
///
/// # Errors
/// If a box or table shows what nothing is called, does not end, or is there twice; if a type or course has none.
pub fn spec(text: &str) -> Result<String, String> {
    let text = tables(&courses(text)?)?;
    let types = Types::all();
    let mut shown = BTreeSet::new();
    let written = fill(&text, "fields", |name, _| {
        let (of, filled) = filled(&types, name)
            .ok_or_else(|| format!("SPEC.md has a box of {name}, which nothing is called"))?;
        if shown.insert(of) { Ok(filled) } else { Err(format!("SPEC.md has two boxes of {of}")) }
    })?;
    let all = types.objects.keys().chain(types.lists.keys());
    match all.copied().find(|name| !shown.contains(name)) {
        Some(missing) => Err(format!(
            "SPEC.md has no box of {missing}: put `<!-- fields: {missing} -->` and `<!-- end of fields -->` where it belongs"
        )),
        None => Ok(written),
    }
}

/// The type that a box shows, by its kind's name or its own, and what stands in it.
fn filled(types: &Types, name: &str) -> Option<(&'static str, String)> {
    let kind = Kind::ALL.iter().find(|kind| kind.name() == name);
    if let Some((kind, Type::Object(object))) = kind.map(|kind| (kind, body(*kind))) {
        let heading = format!("`{:#06x}` `{}`. {}", kind.number(), kind.name(), object.about);
        return Some((object.name, format!("{heading}\n{}", rows(object))));
    }
    if let Some(object) = types.objects.get(name) {
        return Some((object.name, format!("**{}**: {}\n{}", spoken(name), object.about, rows(object))));
    }
    let list = types.lists.get(name)?;
    let word = |word: &Word| format!("| `{}` | {} |\n", word.word, cell(word.about));
    let words: String = list.words.iter().map(word).collect();
    let head = format!("**{}**: {}\n\n| Word | Means |\n|---|---|", spoken(name), list.about);
    Some((list.name, format!("{head}\n{words}")))
}

fn rows(object: &ObjectType) -> String {
    let row =
        |field: &Field| format!("| `{}` | {} | {} |\n", field.name, cell(&stands(field)), cell(field.about));
    let rows: String = object.fields.iter().map(row).collect();
    format!("\n| Field | What stands there | Means |\n|---|---|---|\n{rows}")
}

/// A text that ends no cell.
pub(super) fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// What stands at a field.
fn stands(field: &Field) -> String {
    told(&field.of, field.unit(), field.row)
}

/// What a type is, in words.
pub(super) fn told(of: &Type, unit: Option<NumberUnit>, row: &[&str]) -> String {
    match of {
        Type::Truth => "true or false".to_owned(),
        Type::Integer { least, most } => integer(*least, *most, unit),
        Type::Text => "text".to_owned(),
        Type::Base64 => "bytes in base64".to_owned(),
        Type::Bytes { called: "org id", len } => format!("organisation id, {len} bytes"),
        Type::Bytes { called, len } => format!("{called}, {len} bytes"),
        Type::OneOf(list) => one_of(list),
        Type::Optional(inner) => format!("{}, or null", told(inner, unit, row)),
        Type::List(Type::OneOf(list)) => format!("list of words, each {}", one_of(list)),
        Type::List(inner) => format!("list, each {}", told(inner, unit, row)),
        Type::Row(members) => {
            let names = row.iter().copied().chain(std::iter::repeat("?"));
            let member = |(name, member): (&str, &Type)| format!("{name}: {}", told(member, None, &[]));
            let members: Vec<String> = names.zip(*members).map(member).collect();
            format!("[{}]", members.join("; "))
        }
        Type::Either(one, other) => format!("{} or {}", told(one, None, &[]), told(other, None, &[])),
        Type::Object(object) => format!("*{}*", spoken(object.name)),
        Type::Answer(stated) => format!("an answer that states {}", told(stated, None, &[])),
        Type::Stated => "what the answer is about, a box of its own".to_owned(),
    }
}

fn one_of(list: &OneOf) -> String {
    if list.words.len() > FEW {
        return format!("a word of *{}*", spoken(list.name));
    }
    let words: Vec<String> = list.words.iter().map(|word| format!("`{}`", word.word)).collect();
    format!("one of {}", words.join(", "))
}

fn integer(least: i64, most: u64, unit: Option<NumberUnit>) -> String {
    let sort = match (least < 0, most) {
        (true, _) => "integer, also negative",
        (false, 0xffff_ffff) => "integer below 2^32",
        (false, _) => "integer",
    };
    let counts = match unit {
        None => return sort.to_owned(),
        Some(NumberUnit::Area) => "0.01 m²",
        Some(NumberUnit::Day) => "a local day",
        Some(NumberUnit::Days) => "days",
        Some(NumberUnit::Fen) => "fen",
        Some(NumberUnit::Moment) => "a time in ms",
    };
    format!("{sort}, {counts}")
}

/// A type's name as words: `RollPage` is "roll page".
fn spoken(name: &str) -> String {
    let mut words = String::new();
    for sign in name.chars() {
        if sign.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(sign.to_lowercase());
    }
    words
}
