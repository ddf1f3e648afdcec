//! From a template and the values of its places to elements.

use web_sys::{Document, Element};

use super::value::Slot;
use super::view::{Hole, View};

/// The namespace of drawings (SVG 2, 1.1.5).
const SVG: &str = "http://www.w3.org/2000/svg";

/// The page; nothing is drawn without one.
pub(super) fn document() -> Document {
    match web_sys::window().and_then(|window| window.document()) {
        Some(document) => document,
        None => unreachable!("what draws runs in a page"),
    }
}

/// Makes the elements of a template, and has `fill` put what belongs there into each place, in its turn.
pub(super) fn made(template: &'static str, holes: Vec<Hole>, fill: &mut dyn FnMut(Slot, Hole)) -> Element {
    let (document, mut holes) = (document(), holes.into_iter());
    let mut open: Vec<Element> = Vec::new();
    for line in template.split('\n') {
        let (sort, name) = line.split_at(1);
        match (sort, open.last()) {
            ("<" | "*", parent) => {
                let made = if sort == "*" {
                    document.create_element_ns(Some(SVG), name)
                } else {
                    document.create_element(name)
                };
                let Ok(element) = made else { break };
                if let Some(parent) = parent {
                    drop(parent.append_child(&element));
                }
                open.push(element);
            }
            (">", _) => match open.pop() {
                Some(element) if open.is_empty() => return element,
                _ => {}
            },
            ("@", Some(element)) => {
                let (name, value) = name.split_once(' ').unwrap_or((name, ""));
                drop(element.set_attribute(name, value));
            }
            ("\"", Some(element)) => drop(element.append_child(&document.create_text_node(name))),
            (_, Some(element)) => {
                let Some(hole) = holes.next() else { break };
                fill(Slot { of: element.clone(), name, property: sort == "." }, hole);
            }
            (_, None) => break,
        }
    }
    unreachable!("markup names elements that there are, closes them, and has a value for each place")
}

/// Whether two views are made of the same markup.
pub(super) fn same(template: &'static str, view: &View) -> bool {
    matches!(view, View::Made(other, _) if std::ptr::eq(template, *other) || template == *other)
}
