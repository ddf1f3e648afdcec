//! What is to be drawn, before it stands in a page.

use std::borrow::Cow;
use std::rc::Rc;

use leptos::prelude::{GetValue, LocalStorage, Owner, SetValue, StoredValue};
use web_sys::{Element, Event};

use super::value::Value;

/// What is to be drawn.
pub(crate) enum View {
    /// Nothing, where something could stand.
    Nothing,
    /// Words.
    Text(Cow<'static, str>),
    /// An element: its template and what belongs in the places of it, in order.
    Made(&'static str, Vec<Hole>),
    /// One after the other.
    Several(Vec<View>),
    /// Drawn again whenever something that it reads has changed.
    Live(Box<dyn FnMut() -> View>),
    /// Drawn into new elements if its number is another one than before.
    Turn(u32, Box<View>),
}

/// What belongs in a place of a template.
pub(crate) enum Hole {
    Child(View),
    /// The value of an attribute or property.
    Value(Value),
    /// Who is told of an event, and what it works for.
    Told(Rc<dyn Fn(Event)>, Owner),
    /// Who asks for the element.
    Seen(Spot),
}

impl Hole {
    /// Tells `told` of an event, as part of what is being drawn.
    pub(crate) fn told(told: impl Fn(Event) + 'static) -> Self {
        Self::boxed(Rc::new(told))
    }

    fn boxed(told: Rc<dyn Fn(Event)>) -> Self {
        Self::Told(told, Owner::current().unwrap_or_default())
    }
}

/// Where an element is found once it was drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot(StoredValue<Option<Element>, LocalStorage>);

impl Spot {
    pub(crate) fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// The element, if it was drawn.
    pub(crate) fn get(self) -> Option<Element> {
        self.0.try_get_value().flatten()
    }

    pub(super) fn fill(self, element: &Element) {
        self.0.set_value(Some(element.clone()));
    }
}

/// What can stand among the children of an element.
pub(crate) trait Draw {
    fn draw(self) -> View;
}

impl Draw for View {
    fn draw(self) -> View {
        self
    }
}

impl Draw for &'static str {
    fn draw(self) -> View {
        View::Text(Cow::Borrowed(self))
    }
}

impl Draw for String {
    fn draw(self) -> View {
        View::Text(Cow::Owned(self))
    }
}

impl Draw for usize {
    fn draw(self) -> View {
        self.to_string().draw()
    }
}

impl Draw for u32 {
    fn draw(self) -> View {
        self.to_string().draw()
    }
}

impl Draw for () {
    fn draw(self) -> View {
        View::Nothing
    }
}

impl<T: Draw> Draw for Option<T> {
    fn draw(self) -> View {
        self.map_or(View::Nothing, T::draw)
    }
}

impl<T: Draw> Draw for Vec<T> {
    fn draw(self) -> View {
        self.draw_all()
    }
}

impl<T: Draw, const N: usize> Draw for [T; N] {
    fn draw(self) -> View {
        self.draw_all()
    }
}

impl<T: Draw, F: FnMut() -> T + 'static> Draw for F {
    fn draw(mut self) -> View {
        View::Live(Box::new(move || self().draw()))
    }
}

/// Draws all that something gives, one after the other.
pub(crate) trait DrawAll {
    fn draw_all(self) -> View;
}

impl<T: Draw, I: IntoIterator<Item = T>> DrawAll for I {
    fn draw_all(self) -> View {
        View::Several(self.into_iter().map(T::draw).collect())
    }
}
