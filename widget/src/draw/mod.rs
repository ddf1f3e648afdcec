//! Draws screens: what `view!` makes of markup, in the browser, and again when something that it follows has changed.
//!
//! ```text
//! view! { <p class=look>{words}</p> } ──markup/──▶ View::Made("<p\n:class\n$\n>", [look, words])
//!                                     ──build────▶ Shown: the elements, and what fills each place
//!       the same markup, drawn anew   ──patch────▶ the same elements; only what differs is changed
//! ```
//! Signals, owners and effects are leptos's. Its views are not used: of each markup they make a type, and what draws, changes
//! and takes away each type weighed more than all that the screens say.
//!
//! Whatever is drawn anew keeps its elements where the markup is the same, and so finger, keyboard and scrolling stay on them;
//! a [`View::Turn`] of another number gets new ones.

mod event;
mod foreign;
mod shown;
mod template;
mod value;
mod view;

pub(crate) use event::{field_of, property, typed_in};
pub(crate) use foreign::set_foreign;
pub(crate) use shown::Mounted;
pub(crate) use value::ToValue;
pub(crate) use view::{Draw, DrawAll, Hole, Spot, View};
pub(crate) use yishi_markup::view;
