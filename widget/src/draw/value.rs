//! Values of attributes and properties.

use std::borrow::Cow;

use wasm_bindgen::JsValue;
use web_sys::Element;

/// A value of an attribute or property.
pub(crate) enum Value {
    /// The attribute is not there; the property is false.
    Absent,
    /// The attribute is there; the property is true.
    There,
    Text(Cow<'static, str>),
    /// Asked for again whenever something that it reads has changed.
    Live(Box<dyn FnMut() -> Value>),
}

/// What can be the value of an attribute or property.
pub(crate) trait ToValue {
    fn to_value(self) -> Value;
}

impl ToValue for &'static str {
    fn to_value(self) -> Value {
        Value::Text(Cow::Borrowed(self))
    }
}

impl ToValue for String {
    fn to_value(self) -> Value {
        Value::Text(Cow::Owned(self))
    }
}

impl ToValue for bool {
    fn to_value(self) -> Value {
        if self { Value::There } else { Value::Absent }
    }
}

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(self) -> Value {
        self.map_or(Value::Absent, T::to_value)
    }
}

impl<T: ToValue, F: FnMut() -> T + 'static> ToValue for F {
    fn to_value(mut self) -> Value {
        Value::Live(Box::new(move || self().to_value()))
    }
}

/// Where a value belongs.
#[derive(Clone)]
pub(crate) struct Slot {
    pub(crate) of: Element,
    pub(crate) name: &'static str,
    /// A property of the element, not an attribute.
    pub(crate) property: bool,
}

impl Slot {
    /// Puts a value there; one that lives is asked for by whoever follows it.
    pub(crate) fn put(&self, value: &Value) {
        if self.property {
            let value = match value {
                Value::Text(text) => JsValue::from_str(text),
                value => JsValue::from_bool(matches!(value, Value::There)),
            };
            drop(js_sys::Reflect::set(&self.of, &JsValue::from_str(self.name), &value));
            return;
        }
        // An element takes every name of ours, and none that are not ours come here.
        drop(match value {
            Value::Text(text) => self.of.set_attribute(self.name, text),
            Value::There => self.of.set_attribute(self.name, ""),
            Value::Absent | Value::Live(_) => self.of.remove_attribute(self.name),
        });
    }
}

/// Whether two values that do not live are the same.
pub(crate) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Text(one), Value::Text(other)) => one == other,
        (Value::There, Value::There) | (Value::Absent, Value::Absent) => true,
        _ => false,
    }
}
