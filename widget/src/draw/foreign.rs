//! Words in Chinese in a window that speaks another language: names, addresses, and what residents wrote. Each says so (WCAG 3.1.2),
//! so that a reading voice changes with them and translators know them.

use std::sync::atomic::{AtomicBool, Ordering};

use web_sys::Element;
use yishi_protocol::visible::is_chinese;

use super::value::Value;
use super::view::{Hole, View};

static FOREIGN: AtomicBool = AtomicBool::new(false);

/// Whether Chinese is foreign from now on.
pub(crate) fn set_foreign(foreign: bool) {
    FOREIGN.store(foreign, Ordering::Relaxed);
}

/// What stands in an element, with words that say that they are Chinese, where they are and the element can hold more than words:
/// drawings and options cannot.
pub(super) fn told(view: View, of: Option<&Element>) -> View {
    match view {
        View::Text(words)
            if FOREIGN.load(Ordering::Relaxed) && is_chinese(&words) && of.is_some_and(holds) =>
        {
            View::Made("<bdi\n@lang zh-CN\n.textContent\n>", vec![Hole::Value(Value::Text(words))])
        }
        View::Several(views) => View::Several(views.into_iter().map(|view| told(view, of)).collect()),
        // The language may be another one when it is drawn again.
        View::Live(mut draw) => {
            let of = of.cloned();
            View::Live(Box::new(move || told(draw(), of.as_ref())))
        }
        View::Turn(number, view) => View::Turn(number, Box::new(told(*view, of))),
        view => view,
    }
}

fn holds(of: &Element) -> bool {
    of.namespace_uri().is_some_and(|space| space.ends_with("xhtml")) && of.tag_name() != "OPTION"
}
