//! What of the documents follows from the types: SPEC.md's boxes and tables, and the schemas of `openapi.json`.
//!
//! `cargo xtask docs` writes both; a test says so when one is stale. Prose around them is written by hand and kept.

mod courses;
mod marks;
mod openapi;
mod spec;
mod tables;

use std::collections::BTreeMap;

pub use openapi::openapi;
pub use spec::spec;

use yishi_protocol::blob::BlobKind;
use yishi_protocol::body::Kind;
use yishi_protocol::schema::{ANSWERS, ObjectType, OneOf, Type, body, payload};

/// Every type that a stranger meets, by its name.
#[derive(Debug, Default)]
pub struct Types {
    /// Objects.
    pub objects: BTreeMap<&'static str, &'static ObjectType>,
    /// Lists of words.
    pub lists: BTreeMap<&'static str, &'static OneOf>,
    /// Names that stand for more than one type.
    pub clashing: Vec<&'static str>,
}

impl Types {
    /// All of them: of bodies, of blobs, of what travels beside them, and of the results of case files.
    pub fn all() -> Self {
        let mut types = Self::default();
        let bodies = Kind::ALL.iter().map(|kind| body(*kind));
        let payloads = BlobKind::ALL.iter().map(|kind| payload(*kind));
        let results = yishi_casefile::RESULTS.iter().copied();
        types.add_all(bodies.chain(payloads).chain(ANSWERS.iter().copied()).chain(results));
        types
    }

    fn add_all(&mut self, all: impl IntoIterator<Item = Type>) {
        for of in all {
            self.add(&of);
        }
    }

    fn add(&mut self, of: &Type) {
        match of {
            Type::Truth
            | Type::Integer { .. }
            | Type::Text
            | Type::Base64
            | Type::Bytes { .. }
            | Type::Stated => {}
            Type::Optional(inner) | Type::List(inner) | Type::Answer(inner) => self.add(inner),
            Type::Either(one, other) => self.add_all([**one, **other]),
            Type::Row(members) => self.add_all(members.iter().copied()),
            Type::OneOf(list) => {
                let before = self.lists.insert(list.name, list);
                self.clashing.extend(before.filter(|before| before != list).map(|before| before.name));
            }
            Type::Object(object) => match self.objects.insert(object.name, object) {
                None => self.add_all(object.fields.iter().map(|field| field.of)),
                // What is there has been walked already.
                Some(before) => self.clashing.extend((before != *object).then_some(before.name)),
            },
        }
    }
}
