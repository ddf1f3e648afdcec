//! How a type is written and read.

use quote::{ToTokens, format_ident, quote};
use syn::{Generics, parse_quote};

use crate::declared::{Declared, Field, Form, Word};

pub(crate) fn spelling(declared: &Declared<'_>) -> impl ToTokens {
    let name = declared.name;
    let generics = bounded(declared.generics);
    let (generics, arguments, bounds) = generics.split_for_impl();
    let (methods, pieces) = match &declared.form {
        Form::Object(fields) => {
            let pieces = declared.in_order.then(|| in_pieces(fields));
            (object(declared, fields).into_token_stream(), pieces)
        }
        Form::Words(words) if words.iter().all(|word| word.of.is_none()) => {
            (list(words).into_token_stream(), None)
        }
        Form::Words(words) => (holding(words).into_token_stream(), None),
    };
    quote! {
        #[automatically_derived]
        impl #generics ::yishi_protocol::strict_json::Strict for #name #arguments #bounds {
            #methods
            #pieces
        }
    }
}

/// What has parameters is kept by State, and they name parties and people.
fn bounded(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(parse_quote!(::yishi_protocol::strict_json::Key));
    }
    generics
}

fn object(declared: &Declared<'_>, fields: &[Field<'_>]) -> impl ToTokens {
    let names = fields.iter().map(|field| &field.name);
    let names = quote!(const NAMES: &[&str] = &[#(#names),*];);
    let idents: Vec<_> = fields.iter().map(|field| field.ident).collect();
    let locals: Vec<_> =
        fields.iter().map(|field| format_ident!("field_{}", field.name.replace('-', "_"))).collect();
    let places: Vec<_> = (0..fields.len()).collect();
    let refused = format!("{}, as it stands", declared.name);
    let checked = declared.only_if.as_ref().map(|is_so| {
        quote! {
            if !value.#is_so() {
                return reader.unknown(#refused);
            }
        }
    });
    quote! {
        fn put(&self, text: &mut ::std::string::String) {
            #names
            #(
                ::yishi_protocol::strict_json::put_name(text, NAMES, #places);
                ::yishi_protocol::strict_json::Strict::put(&self.#idents, text);
            )*
            text.push('}');
        }

        fn take(reader: &mut ::yishi_protocol::strict_json::Reader<'_>) -> ::core::option::Option<Self> {
            #names
            #(
                reader.field(NAMES, #places)?;
                let #locals = ::yishi_protocol::strict_json::Strict::take(reader)?;
            )*
            reader.end()?;
            let value = Self { #(#idents: #locals),* };
            #checked
            ::core::option::Option::Some(value)
        }
    }
}

fn in_pieces(fields: &[Field<'_>]) -> impl ToTokens {
    let names = fields.iter().map(|field| &field.name);
    let idents = fields.iter().map(|field| field.ident);
    let places = 0..fields.len();
    quote! {
        fn put_in_pieces(&self, text: &mut ::std::string::String, full: &mut dyn FnMut(&mut ::std::string::String)) {
            const NAMES: &[&str] = &[#(#names),*];
            #(
                ::yishi_protocol::strict_json::put_name(text, NAMES, #places);
                ::yishi_protocol::strict_json::Strict::put_in_pieces(&self.#idents, text, full);
            )*
            text.push('}');
        }
    }
}

fn list(words: &[Word<'_>]) -> impl ToTokens {
    let idents: Vec<_> = words.iter().map(|word| word.ident).collect();
    let names: Vec<_> = words.iter().map(|word| &word.name).collect();
    quote! {
        fn put(&self, text: &mut ::std::string::String) {
            ::yishi_protocol::strict_json::put_word(text, match self { #(Self::#idents => #names,)* });
        }

        fn take(reader: &mut ::yishi_protocol::strict_json::Reader<'_>) -> ::core::option::Option<Self> {
            match reader.word()? {
                #(#names => ::core::option::Option::Some(Self::#idents),)*
                other => reader.unknown(other),
            }
        }
    }
}

/// Words of which some hold something: `"root"`, `{"person":…}`.
fn holding(words: &[Word<'_>]) -> impl ToTokens {
    let put = words.iter().map(|word| {
        let (ident, name) = (word.ident, &word.name);
        if word.of.is_none() {
            return quote!(Self::#ident => ::yishi_protocol::strict_json::put_word(text, #name),);
        }
        quote! {
            Self::#ident(held) => {
                ::yishi_protocol::strict_json::put_name(text, &[#name], 0);
                ::yishi_protocol::strict_json::Strict::put(held, text);
                text.push('}');
            }
        }
    });
    let take = words.iter().map(|word| {
        let (ident, name) = (word.ident, &word.name);
        if word.of.is_none() {
            return quote!((#name, false) => ::core::option::Option::Some(Self::#ident),);
        }
        quote! {
            (#name, true) => {
                let held = ::yishi_protocol::strict_json::Strict::take(reader)?;
                reader.end()?;
                ::core::option::Option::Some(Self::#ident(held))
            }
        }
    });
    quote! {
        fn put(&self, text: &mut ::std::string::String) {
            match self { #(#put)* }
        }

        fn take(reader: &mut ::yishi_protocol::strict_json::Reader<'_>) -> ::core::option::Option<Self> {
            match reader.variant()? {
                #(#take)*
                (other, _) => reader.unknown(other),
            }
        }
    }
}
