//! What a screen looks like, written as markup.
//!
//! `view!` takes what leptos's macro of that name takes, as far as our screens need it, and makes of each element a text, its
//! *template*, and a list of the values that the template has places for. `widget/src/draw` draws both. So a screen costs
//! phones its words and its structure: what leptos makes of the same markup are types, and each is compiled for itself.
//!
//! ```text
//! <button type="button" class=class on:click=press>{picture} "Go on"</button>
//!
//! <button          opens an element; `*rect` one of SVG
//! @type button     an attribute and its value
//! :class           an attribute whose value is next in the list
//! !click           an event, and whoever it is told next in the list
//! $                whatever is next in the list
//! "Go on           words
//! >                closes an element
//! ```
//! One line each; `.value` is a property (`prop:value`), and `?` says that the element itself is asked for (`seen=…`).
//! Elements that stand beside each other, and blocks, are drawn one after the other.

mod template;

use proc_macro::TokenStream;

/// See the crate's own words.
#[proc_macro]
pub fn view(input: TokenStream) -> TokenStream {
    match template::view(input.into()) {
        Ok(code) => code.into(),
        Err(error) => error.into_compile_error().into(),
    }
}
