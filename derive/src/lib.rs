//! From a type's declaration: how it is spelt, and what a stranger has to know to spell it too.
//!
//! `#[derive(Strict)]` writes what `yishi_protocol::strict_json::Strict` asks for, and a schema
//! (`yishi_protocol::schema::Described`) with the names, types and meanings of its fields.
//!
//! ```text
//! #[derive(Strict)]
//! #[strict(rename_all = "kebab-case")]      words of a list; without it they stand as they are declared
//! #[strict(as_declared)]                    fields in the order of their declaration, as State's hash has them, and no schema
//! #[strict(called = "Count")]               what the schema calls it, where two types have one name
//! #[strict(only_if = "is_sound")]            a method of the type that says whether what was read may be so
//! struct Tally {
//!     #[strict(rename = "for")]             another name than the field's or variant's
//!     #[strict(row("agenda", "item"))]      what the members of a row are called, for the schema
//!     …
//! }
//! ```
//!
//! A struct is written as an object, its fields in alphabetical order; an enum as one of its words; with `as_declared` a
//! variant that holds something as an object with one field. What is made calls functions of `strict_json` that are compiled
//! once, since phones load what is made for each type.

mod declared;
mod schema;
mod spelling;

use proc_macro::TokenStream;
use quote::quote;
use syn::{DeriveInput, parse_macro_input};

/// See the crate's own words.
#[proc_macro_derive(Strict, attributes(strict))]
pub fn strict(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let declared = match declared::Declared::read(&input) {
        Ok(declared) => declared,
        Err(error) => return error.into_compile_error().into(),
    };
    let spelling = spelling::spelling(&declared);
    let schema = (!declared.in_order).then(|| schema::schema(&declared));
    quote!(#spelling #schema).into()
}
