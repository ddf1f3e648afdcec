//! What a declaration says: names, words, order, and its documentation.

use syn::ext::IdentExt as _;
use syn::{
    Attribute, Data, DataEnum, DataStruct, DeriveInput, Error, Expr, Fields, Generics, Ident, Lit, LitStr,
    Meta, Result, Type, Variant, token,
};

/// A type that is to be spelt.
pub(crate) struct Declared<'a> {
    pub(crate) name: &'a Ident,
    /// What the schema calls it.
    pub(crate) called: String,
    pub(crate) generics: &'a Generics,
    pub(crate) about: String,
    /// Whether the order of the declaration stands, variants may hold something, and there is no schema.
    pub(crate) in_order: bool,
    /// The method that says whether what was read may be so.
    pub(crate) only_if: Option<Ident>,
    pub(crate) form: Form<'a>,
}

/// What it is made of.
pub(crate) enum Form<'a> {
    /// Fields, in the order in which they are written.
    Object(Vec<Field<'a>>),
    /// Words, in the order of their declaration.
    Words(Vec<Word<'a>>),
}

/// A field.
pub(crate) struct Field<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) of: &'a Type,
    /// What the members of a row are called, if it is one or a list of them.
    pub(crate) row: Vec<String>,
}

/// A word of a list.
pub(crate) struct Word<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) name: String,
    pub(crate) about: String,
    /// What it holds.
    pub(crate) of: Option<&'a Type>,
}

/// What attributes of ours say.
#[derive(Default)]
struct Asked {
    as_declared: bool,
    called: Option<String>,
    only_if: Option<Ident>,
    rename: Option<String>,
    rename_all: Option<LitStr>,
    row: Vec<String>,
}

impl Asked {
    fn read(attributes: &[Attribute]) -> Result<Self> {
        let mut asked = Self::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("strict")) {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("as_declared") {
                    asked.as_declared = true;
                } else if meta.path.is_ident("called") {
                    asked.called = Some(meta.value()?.parse::<LitStr>()?.value());
                } else if meta.path.is_ident("only_if") {
                    asked.only_if = Some(meta.value()?.parse::<LitStr>()?.parse()?);
                } else if meta.path.is_ident("rename") {
                    asked.rename = Some(meta.value()?.parse::<LitStr>()?.value());
                } else if meta.path.is_ident("rename_all") {
                    asked.rename_all = Some(meta.value()?.parse()?);
                } else if meta.path.is_ident("row") {
                    let inside;
                    syn::parenthesized!(inside in meta.input);
                    let names =
                        inside.parse_terminated(<LitStr as syn::parse::Parse>::parse, token::Comma)?;
                    asked.row = names.iter().map(LitStr::value).collect();
                } else {
                    return Err(
                        meta.error("expected as_declared, called, only_if, rename, rename_all or row")
                    );
                }
                Ok(())
            })?;
        }
        Ok(asked)
    }
}

impl<'a> Declared<'a> {
    pub(crate) fn read(input: &'a DeriveInput) -> Result<Self> {
        let asked = Asked::read(&input.attrs)?;
        let form = match &input.data {
            Data::Struct(data) => Form::Object(fields(data, asked.as_declared, &input.ident)?),
            Data::Enum(data) => Form::Words(words(data, &asked)?),
            Data::Union(_) => return Err(Error::new_spanned(&input.ident, "a union has no spelling")),
        };
        let (name, generics, about) = (&input.ident, &input.generics, first_sentence(&input.attrs));
        let called = asked.called.unwrap_or_else(|| name.to_string());
        Ok(Self { name, called, generics, about, in_order: asked.as_declared, only_if: asked.only_if, form })
    }
}

fn fields<'a>(data: &'a DataStruct, as_declared: bool, name: &Ident) -> Result<Vec<Field<'a>>> {
    let Fields::Named(named) = &data.fields else {
        return Err(Error::new_spanned(name, "only fields with names have a spelling"));
    };
    let mut fields = Vec::new();
    for field in &named.named {
        let Some(ident) = &field.ident else { continue };
        let asked = Asked::read(&field.attrs)?;
        let name = asked.rename.unwrap_or_else(|| ident.unraw().to_string());
        fields.push(Field {
            ident,
            name,
            about: first_sentence(&field.attrs),
            of: &field.ty,
            row: asked.row,
        });
    }
    if !as_declared {
        fields.sort_by(|one, other| one.name.cmp(&other.name));
    }
    Ok(fields)
}

fn words<'a>(data: &'a DataEnum, asked: &Asked) -> Result<Vec<Word<'a>>> {
    let word = |variant: &'a Variant| {
        let name = match (Asked::read(&variant.attrs)?.rename, &asked.rename_all) {
            (Some(name), _) => name,
            (None, Some(how)) => spelt(&variant.ident.to_string(), how)?,
            (None, None) => variant.ident.to_string(),
        };
        let of = match &variant.fields {
            Fields::Unit => None,
            Fields::Unnamed(held) if asked.as_declared && held.unnamed.len() == 1 => {
                held.unnamed.first().map(|field| &field.ty)
            }
            Fields::Unnamed(_) | Fields::Named(_) => {
                return Err(Error::new_spanned(
                    variant,
                    "a word holds nothing, or one thing with as_declared",
                ));
            }
        };
        Ok(Word { ident: &variant.ident, name, about: first_sentence(&variant.attrs), of })
    };
    data.variants.iter().map(word).collect()
}

/// A variant's name as a word.
fn spelt(variant: &str, how: &LitStr) -> Result<String> {
    let between = match how.value().as_str() {
        "kebab-case" => '-',
        "snake_case" => '_',
        _ => return Err(Error::new_spanned(how, "expected kebab-case or snake_case")),
    };
    let mut word = String::new();
    for sign in variant.chars() {
        if sign.is_ascii_uppercase() && !word.is_empty() {
            word.push(between);
        }
        word.push(sign.to_ascii_lowercase());
    }
    Ok(word)
}

/// The first sentence of a documentation, in one line and without the brackets of its links.
fn first_sentence(attributes: &[Attribute]) -> String {
    let mut text = String::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("doc")) {
        let Meta::NameValue(doc) = &attribute.meta else { continue };
        let Expr::Lit(literal) = &doc.value else { continue };
        let Lit::Str(line) = &literal.lit else { continue };
        let line = line.value();
        if line.trim().is_empty() {
            break;
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(line.trim());
    }
    without_links(sentence_of(&text))
}

/// A sentence without the names of code that it links to: what stands in brackets, or behind a colon at the end, is for
/// those who read the code; any other link keeps its words.
fn without_links(sentence: &str) -> String {
    let mut text = sentence.to_owned();
    while let Some((before, rest)) = text.split_once(" ([`")
        && let Some((_, after)) = rest.split_once("`])")
    {
        text = format!("{before}{after}");
    }
    if let Some((before, _)) = text.rsplit_once(": [`").filter(|(_, link)| link.ends_with("`].")) {
        text = format!("{before}.");
    }
    text.replace("[`", "`").replace("`]", "`")
}

fn sentence_of(text: &str) -> &str {
    let ends = text.match_indices(". ").map(|(end, _)| end + 1);
    let begins = |end: &usize| {
        text.get(end + 1..)
            .is_some_and(|rest| rest.starts_with(|sign: char| sign.is_uppercase() || "[`".contains(sign)))
    };
    ends.into_iter().find(begins).and_then(|end| text.get(..end)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::{Declared, Form, sentence_of};

    #[test]
    fn words_are_spelt_as_asked() {
        let word = |how: &str, variant: &str| super::spelt(variant, &parse_quote!(#how)).ok();
        assert_eq!(word("kebab-case", "EBikes").as_deref(), Some("e-bikes"));
        assert_eq!(word("snake_case", "BindingByBylaws").as_deref(), Some("binding_by_bylaws"));
        assert_eq!(word("SHOUTED", "Open"), None);
    }

    #[test]
    fn fields_stand_in_alphabetical_order_unless_the_declaration_counts() {
        let names = |input: &syn::DeriveInput| match Declared::read(input).map(|declared| declared.form) {
            Ok(Form::Object(fields)) => fields.iter().map(|field| field.name.clone()).collect(),
            _ => Vec::new(),
        };
        let sorted = names(&parse_quote!(
            struct Tally {
                part: u64,
                #[strict(rename = "for")]
                consenting: u64,
            }
        ));
        assert_eq!(sorted, ["for", "part"]);
        let kept = names(&parse_quote!(
            #[strict(as_declared)]
            struct Tally {
                part: u64,
                agenda: u64,
            }
        ));
        assert_eq!(kept, ["part", "agenda"]);
    }

    #[test]
    fn a_variant_may_have_a_name_of_its_own() {
        let input: syn::DeriveInput = parse_quote!(
            #[strict(rename_all = "kebab-case")]
            enum Kind {
                #[strict(rename = "ask")]
                Question,
                OrgUnit,
            }
        );
        let names: Vec<_> = match Declared::read(&input).map(|declared| declared.form) {
            Ok(Form::Words(words)) => words.into_iter().map(|word| word.name).collect(),
            _ => Vec::new(),
        };
        assert_eq!(names, ["ask", "org-unit"]);
    }

    #[test]
    fn links_are_for_those_who_read_the_code() {
        let cases = [
            ("Its signature over the message ([`message`]).", "Its signature over the message."),
            ("An address: [`Place`].", "An address."),
            ("Those of [`Place`].", "Those of `Place`."),
            ("The agenda ([`a`]) or matter ([`b`]).", "The agenda or matter."),
        ];
        for (said, kept) in cases {
            assert_eq!(super::without_links(said), kept);
        }
    }

    #[test]
    fn a_sentence_ends_before_the_next_one_begins() {
        assert_eq!(sentence_of("In 0.01 m². Of all."), "In 0.01 m².");
        assert_eq!(sentence_of("An office. [`crate::office`] says more."), "An office.");
        assert_eq!(sentence_of("Areas, e.g. of shops"), "Areas, e.g. of shops");
        assert_eq!(sentence_of("One only."), "One only.");
    }
}
