//! What a stranger has to know to spell a type.

use quote::{ToTokens, quote};
use syn::{GenericArgument, PathArguments, Type};

use crate::declared::{Declared, Form};

pub(crate) fn schema(declared: &Declared<'_>) -> impl ToTokens {
    let (name, called, about) = (declared.name, &declared.called, &declared.about);
    let form = match &declared.form {
        Form::Object(fields) => {
            let fields = fields.iter().map(|field| {
                let (name, about, of, row) = (&field.name, &field.about, described(field.of), &field.row);
                quote!(::yishi_protocol::schema::Field { name: #name, about: #about, of: #of, row: &[#(#row),*] })
            });
            quote! {
                Object(&::yishi_protocol::schema::ObjectType { name: #called, about: #about, fields: &[#(#fields),*] })
            }
        }
        Form::Words(words) => {
            let words = words.iter().map(|word| {
                let (word, about) = (&word.name, &word.about);
                quote!(::yishi_protocol::schema::Word { word: #word, about: #about })
            });
            quote! {
                OneOf(&::yishi_protocol::schema::OneOf { name: #called, about: #about, words: &[#(#words),*] })
            }
        }
    };
    quote! {
        #[automatically_derived]
        impl ::yishi_protocol::schema::Described for #name {
            const TYPE: ::yishi_protocol::schema::Type = ::yishi_protocol::schema::Type::#form;
        }
    }
}

/// The schema of a field's type. What it is made of is read here, so that an id is called as the declaration calls it: one
/// sort of id has several names.
fn described(of: &Type) -> Box<dyn ToTokens> {
    if let Type::Tuple(tuple) = of {
        let members = tuple.elems.iter().map(described);
        return Box::new(quote!(::yishi_protocol::schema::Type::Row(&[#(#members),*])));
    }
    let last = match of {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    };
    let Some(last) = last else {
        return Box::new(quote!(<#of as ::yishi_protocol::schema::Described>::TYPE));
    };
    if let PathArguments::AngleBracketed(arguments) = &last.arguments
        && let Some(GenericArgument::Type(inner)) = arguments.args.first()
    {
        let inner = described(inner);
        if last.ident == "Option" {
            return Box::new(quote!(::yishi_protocol::schema::Type::Optional(&#inner)));
        }
        if last.ident == "Vec" {
            return Box::new(quote!(::yishi_protocol::schema::Type::List(&#inner)));
        }
    }
    let own = quote!(<#of as ::yishi_protocol::schema::Described>::TYPE);
    match last.ident.to_string().strip_suffix("Id") {
        Some(what) => {
            let called = format!("{} id", what.to_lowercase());
            Box::new(quote!(#own.called(#called)))
        }
        None => Box::new(own),
    }
}
