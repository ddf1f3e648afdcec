//! What an event says of the element that it came from.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlInputElement};

/// The field that an event came from.
pub(crate) fn field_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// A property of the element that an event came from.
pub(crate) fn property(event: &Event, name: &str) -> JsValue {
    let target = event.target().map_or(JsValue::NULL, JsValue::from);
    js_sys::Reflect::get(&target, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// What now stands in the field that an event came from.
pub(crate) fn typed_in(event: &Event) -> String {
    property(event, "value").as_string().unwrap_or_default()
}
