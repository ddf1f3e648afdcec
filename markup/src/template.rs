//! From markup to a template and the code of its values.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use rstml::node::{KVAttributeValue, KeyedAttribute, KeyedAttributeValue, Node, NodeAttribute, NodeElement};
use rstml::{Infallible, Parser, ParserConfig};
use syn::spanned::Spanned;
use syn::{Block, Error, Expr, Result, Stmt};

/// The elements of SVG that are used; `a`, `title` and what else HTML has too are not among them.
const SVG: [&str; 9] = ["svg", "g", "rect", "path", "circle", "line", "polyline", "text", "tspan"];

/// Code that makes a `View` of markup.
pub(crate) fn view(input: TokenStream) -> Result<TokenStream> {
    let nodes = Parser::new(ParserConfig::default()).parse_simple(input)?;
    let mut views = nodes.into_iter().map(one).collect::<Result<Vec<_>>>()?;
    if views.len() == 1 {
        return Ok(views.remove(0));
    }
    Ok(quote!(crate::draw::View::Several(::std::vec![#(#views),*])))
}

/// Code that makes a `View` of one node.
fn one(node: Node<Infallible>) -> Result<TokenStream> {
    match node {
        Node::Element(element) => {
            let mut template = Template::default();
            template.element(element)?;
            let Template { text, values } = template;
            let text = text.join("\n");
            Ok(quote!(crate::draw::View::Made(#text, ::std::vec![#(#values),*])))
        }
        Node::Block(block) => Ok(match block.try_block().map(bare) {
            Some(value) => drawn(&value),
            None => drawn(&block),
        }),
        Node::Text(text) => Ok(drawn(&text.value)),
        node => Err(Error::new(node.span(), "neither an element nor a block nor words in quotes")),
    }
}

/// What stands in braces, without them if it is an expression alone.
fn bare(block: &Block) -> TokenStream {
    match &*block.stmts {
        [Stmt::Expr(value, None)] => value.to_token_stream(),
        _ => block.to_token_stream(),
    }
}

fn drawn(value: &impl ToTokens) -> TokenStream {
    quote!(crate::draw::Draw::draw(#value))
}

/// What is written so far.
#[derive(Default)]
struct Template {
    text: Vec<String>,
    values: Vec<TokenStream>,
}

impl Template {
    fn element(&mut self, element: NodeElement<Infallible>) -> Result<()> {
        let name = element.name().to_string();
        let sort = if SVG.contains(&name.as_str()) { '*' } else { '<' };
        self.text.push(format!("{sort}{name}"));
        for attribute in element.attributes() {
            match attribute {
                NodeAttribute::Attribute(attribute) => self.attribute(attribute)?,
                NodeAttribute::Block(block) => {
                    return Err(Error::new(block.span(), "an attribute has a name"));
                }
            }
        }
        for child in element.children {
            match child {
                Node::Element(child) => self.element(child)?,
                Node::Text(words) => {
                    let said = words.value.value();
                    self.text.push(format!("\"{}", line(&said, &words)?));
                }
                child => {
                    let view = one(child)?;
                    self.value("$".to_owned(), quote!(crate::draw::Hole::Child(#view)));
                }
            }
        }
        self.text.push(">".to_owned());
        Ok(())
    }

    fn attribute(&mut self, attribute: &KeyedAttribute) -> Result<()> {
        let name = attribute.key.to_string();
        if let Some(value) = attribute.value_literal_string().filter(|_| !name.contains(':')) {
            self.text.push(format!("@{name} {}", line(&value, attribute)?));
            return Ok(());
        }
        let value = match &attribute.possible_value {
            KeyedAttributeValue::None => {
                self.text.push(format!("@{name} "));
                return Ok(());
            }
            KeyedAttributeValue::Value(value) => match &value.value {
                KVAttributeValue::Expr(Expr::Block(block)) => bare(&block.block),
                value => value.to_token_stream(),
            },
            KeyedAttributeValue::Binding(binding) => {
                return Err(Error::new(binding.inputs.span(), "an attribute takes a value"));
            }
        };
        match name.split_once(':') {
            Some(("on", event)) => self.value(format!("!{event}"), quote!(crate::draw::Hole::told(#value))),
            Some(("prop", name)) => self.value(
                format!(".{name}"),
                quote!(crate::draw::Hole::Value(crate::draw::ToValue::to_value(#value))),
            ),
            None if name == "seen" => {
                self.value("?".to_owned(), quote!(crate::draw::Hole::Seen(#value)));
            }
            None => self.value(
                format!(":{name}"),
                quote!(crate::draw::Hole::Value(crate::draw::ToValue::to_value(#value))),
            ),
            Some(_) => return Err(Error::new(attribute.key.span(), "neither on: nor prop:")),
        }
        Ok(())
    }

    fn value(&mut self, place: String, value: TokenStream) {
        self.text.push(place);
        self.values.push(value);
    }
}

/// A template has a line for each of its parts.
fn line<'a>(words: &'a str, at: &impl ToTokens) -> Result<&'a str> {
    if words.contains('\n') {
        return Err(Error::new(at.span(), "words with a line break"));
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::view;

    fn code(markup: proc_macro2::TokenStream) -> String {
        view(markup).unwrap().to_string()
    }

    #[test]
    fn an_element_is_a_template_and_its_values() {
        let made = code(quote! {
            <button type="button" class=class disabled on:click=move |_| press()>{picture} <b>"Go on"</b></button>
        });
        let template = quote! {
            "<button\n@type button\n:class\n@disabled \n!click\n$\n<b\n\"Go on\n>\n>"
        };
        assert!(made.contains(&template.to_string()), "{made}");
        for value in [
            quote!(crate::draw::ToValue::to_value(class)),
            quote!(crate::draw::Hole::told(move |_| press())),
            quote!(crate::draw::Draw::draw(picture)),
        ] {
            assert!(made.contains(&value.to_string()), "{made}");
        }
    }

    #[test]
    fn drawings_and_properties_say_what_they_are() {
        let made = code(quote! { <svg class="a"><path d=path /></svg> });
        assert!(made.contains(&quote!("*svg\n@class a\n*path\n:d\n>\n>").to_string()), "{made}");
        let made = code(quote! { <input prop:value=typed seen=spot /> });
        assert!(made.contains(&quote!("<input\n.value\n?\n>").to_string()), "{made}");
    }

    #[test]
    fn what_stands_side_by_side_is_drawn_one_after_the_other() {
        let made = code(quote! { {head} <p>"x"</p> "words" });
        let first = quote!(crate::draw::Draw::draw(head)).to_string();
        let second = quote!(crate::draw::View::Made("<p\n\"x\n>", ::std::vec![])).to_string();
        let third = quote!(crate::draw::Draw::draw("words")).to_string();
        assert!(made.contains(&format!("{first} , {second} , {third}")), "{made}");
    }

    #[test]
    fn what_no_screen_could_mean_is_refused() {
        for markup in [
            quote! { <p {class}></p> },
            quote! { <p style:color="red"></p> },
            quote! { <p>"two\nlines"</p> },
            quote! { <!-- "a remark" --> },
            quote! { <p> },
        ] {
            view(markup.clone()).expect_err(&markup.to_string());
        }
    }
}
