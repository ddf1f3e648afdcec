//! What stands in the page: built once, changed where it is drawn anew, taken away.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{Owner, RenderEffect};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Comment, Element, Event, Node, Text};

use super::foreign::told;
use super::template::{document, made, same};
use super::value::{Slot, Value, same as same_value};
use super::view::{Hole, View};

/// Something drawn.
enum Shown {
    /// Where nothing stands, a remark keeps the place.
    Nothing(Comment),
    Text(Text, Cow<'static, str>),
    Made(&'static str, Element, Vec<Filled>),
    /// A remark stands behind the last of them.
    Several(Vec<Shown>, Comment),
    Live(Live),
    Turn(u32, Box<Shown>),
}

/// What is drawn again by itself. A remark stands behind it, so that its place is known whatever it is.
struct Live {
    /// Nothing only while it is drawn.
    now: Rc<RefCell<Option<Shown>>>,
    end: Comment,
    /// Ends with this.
    again: RenderEffect<()>,
}

/// What fills a place of a template.
enum Filled {
    Child(Shown),
    Fixed(Slot, Value),
    Following { place: Slot, again: RenderEffect<()> },
    Told(Told),
    Seen(Element),
}

/// Somebody who is told of an event, until this is dropped.
struct Told {
    place: Slot,
    by: Rc<RefCell<By>>,
    heard: Closure<dyn Fn(Event)>,
}

/// Who is told, and what it works for.
type By = (Rc<dyn Fn(Event)>, Owner);

impl Drop for Told {
    fn drop(&mut self) {
        let heard = self.heard.as_ref().unchecked_ref();
        drop(self.place.of.remove_event_listener_with_callback(self.place.name, heard));
    }
}

/// All that is followed goes through here, so that it is compiled once.
fn follow(mut again: Box<dyn FnMut()>) -> RenderEffect<()> {
    RenderEffect::new(move |_| again())
}

fn remark() -> Comment {
    document().create_comment("")
}

/// Draws what was not there yet; nothing is in the page until it is put there.
fn build(view: View) -> Shown {
    match view {
        View::Nothing => Shown::Nothing(remark()),
        View::Text(words) => Shown::Text(document().create_text_node(&words), words),
        View::Made(template, holes) => {
            let mut filled = Vec::with_capacity(holes.len());
            let element = made(template, holes, &mut |place, hole| filled.push(Filled::new(place, hole)));
            Shown::Made(template, element, filled)
        }
        View::Several(views) => Shown::Several(views.into_iter().map(build).collect(), remark()),
        View::Live(draw) => Shown::Live(live(Rc::default(), remark(), draw)),
        View::Turn(number, view) => Shown::Turn(number, Box::new(build(*view))),
    }
}

fn live(now: Rc<RefCell<Option<Shown>>>, end: Comment, mut draw: Box<dyn FnMut() -> View>) -> Live {
    let (kept, behind) = (now.clone(), end.clone());
    let draw_again = move || {
        let view = draw();
        let old = kept.borrow_mut().take();
        let new = match old {
            Some(old) => patch(old, view, Some(&behind)),
            None => build(view),
        };
        *kept.borrow_mut() = Some(new);
    };
    let again = follow(Box::new(draw_again));
    Live { now, end, again }
}

/// Draws something anew. `behind` is what stands directly behind it, where that is known: words that somebody else took out of
/// the page do not know their place.
fn patch(old: Shown, view: View, behind: Option<&Comment>) -> Shown {
    match (old, view) {
        (Shown::Nothing(place), View::Nothing) => Shown::Nothing(place),
        (Shown::Text(text, old), View::Text(words)) => {
            if old != words {
                text.set_data(&words);
            }
            Shown::Text(text, words)
        }
        (Shown::Made(template, element, mut filled), view) if same(template, &view) => {
            if let View::Made(_, holes) = view {
                filled = filled.into_iter().zip(holes).map(|(old, hole)| old.patch(hole)).collect();
            }
            Shown::Made(template, element, filled)
        }
        (Shown::Several(old, end), View::Several(views)) => several(old, views, end),
        (Shown::Live(Live { now, end, again }), View::Live(draw)) => {
            drop(again);
            Shown::Live(live(now, end, draw))
        }
        (Shown::Turn(number, old), View::Turn(turn, view)) if number == turn => {
            Shown::Turn(number, Box::new(patch(*old, *view, behind)))
        }
        (old, view) => replace(&old, view, behind),
    }
}

fn several(old: Vec<Shown>, views: Vec<View>, end: Comment) -> Shown {
    let mut old = old.into_iter();
    let mut all = Vec::with_capacity(views.len());
    for view in views {
        if let Some(old) = old.next() {
            all.push(patch(old, view, None));
            continue;
        }
        let new = build(view);
        if let Some(parent) = end.parent_node() {
            new.mount(&parent, Some(&end));
        }
        all.push(new);
    }
    old.for_each(|old| old.unmount());
    Shown::Several(all, end)
}

fn replace(old: &Shown, view: View, behind: Option<&Comment>) -> Shown {
    let new = build(view);
    let last = old.last();
    if let Some(parent) = last.parent_node() {
        new.mount(&parent, last.next_sibling().as_ref());
    } else if let Some((parent, behind)) = behind.and_then(|behind| Some((behind.parent_node()?, behind))) {
        new.mount(&parent, Some(behind));
    }
    old.unmount();
    new
}

impl Shown {
    /// Puts it into the page, before `before` or at the end.
    fn mount(&self, parent: &Node, before: Option<&Node>) {
        let put = |node: &Node| drop(parent.insert_before(node, before));
        match self {
            Shown::Nothing(place) => put(place),
            Shown::Text(text, _) => put(text),
            Shown::Made(_, element, _) => put(element),
            Shown::Several(all, end) => {
                for shown in all {
                    shown.mount(parent, before);
                }
                put(end);
            }
            Shown::Live(live) => {
                if let Some(now) = &*live.now.borrow() {
                    now.mount(parent, before);
                }
                put(&live.end);
            }
            Shown::Turn(_, shown) => shown.mount(parent, before),
        }
    }

    /// Takes it out of the page.
    fn unmount(&self) {
        let take = |node: &Node| {
            if let Some(parent) = node.parent_node() {
                drop(parent.remove_child(node));
            }
        };
        match self {
            Shown::Nothing(place) => take(place),
            Shown::Text(text, _) => take(text),
            Shown::Made(_, element, _) => take(element),
            Shown::Several(all, end) => {
                for shown in all {
                    shown.unmount();
                }
                take(end);
            }
            Shown::Live(live) => {
                if let Some(now) = &*live.now.borrow() {
                    now.unmount();
                }
                take(&live.end);
            }
            Shown::Turn(_, shown) => shown.unmount(),
        }
    }

    /// What of it stands last in the page.
    fn last(&self) -> &Node {
        match self {
            Shown::Nothing(place) => place,
            Shown::Text(text, _) => text,
            Shown::Made(_, element, _) => element,
            Shown::Several(_, end) => end,
            Shown::Live(live) => &live.end,
            Shown::Turn(_, shown) => shown.last(),
        }
    }
}

impl Filled {
    fn new(place: Slot, hole: Hole) -> Self {
        match hole {
            Hole::Child(view) => {
                let shown = build(told(view, Some(&place.of)));
                shown.mount(&place.of, None);
                Self::Child(shown)
            }
            Hole::Value(value) => Self::value(place, value),
            Hole::Told(told, owner) => Self::told(place, told, owner),
            Hole::Seen(spot) => {
                spot.fill(&place.of);
                Self::Seen(place.of)
            }
        }
    }

    fn value(place: Slot, value: Value) -> Self {
        let Value::Live(mut ask) = value else {
            place.put(&value);
            return Self::Fixed(place, value);
        };
        let there = place.clone();
        let again = follow(Box::new(move || there.put(&ask())));
        Self::Following { place, again }
    }

    fn told(place: Slot, told: Rc<dyn Fn(Event)>, owner: Owner) -> Self {
        let by: Rc<RefCell<By>> = Rc::new(RefCell::new((told, owner)));
        let asked = by.clone();
        let heard: Closure<dyn Fn(Event)> = Closure::new(move |event| {
            // Whoever is told may draw anew, and so be told otherwise.
            let (told, owner) = asked.borrow().clone();
            owner.with(|| told(event));
        });
        drop(place.of.add_event_listener_with_callback(place.name, heard.as_ref().unchecked_ref()));
        Self::Told(Told { place, by, heard })
    }

    /// Fills the same place of the same template anew.
    fn patch(self, hole: Hole) -> Self {
        match (self, hole) {
            (Self::Child(old), Hole::Child(view)) => {
                let of = old.last().parent_element();
                Self::Child(patch(old, told(view, of.as_ref()), None))
            }
            (Self::Fixed(place, old), Hole::Value(new)) if same_value(&old, &new) => Self::Fixed(place, old),
            (Self::Fixed(place, _), Hole::Value(value)) => Self::value(place, value),
            (Self::Following { place, again }, Hole::Value(value)) => {
                drop(again);
                Self::value(place, value)
            }
            (Self::Told(told), Hole::Told(by, owner)) => {
                *told.by.borrow_mut() = (by, owner);
                Self::Told(told)
            }
            (Self::Seen(element), Hole::Seen(spot)) => {
                spot.fill(&element);
                Self::Seen(element)
            }
            // One place of one template is always filled with the same kind of thing.
            (old, _) => old,
        }
    }
}

/// What was put into a page, until this is dropped.
pub(crate) struct Mounted {
    shown: Shown,
    owner: Owner,
}

impl Mounted {
    /// Draws at the end of an element.
    pub(crate) fn new(parent: &Element, draw: impl FnOnce() -> View) -> Self {
        // Told twice, it says so and goes on.
        drop(any_spawner::Executor::init_wasm_bindgen());
        let owner = Owner::new();
        let shown = owner.with(|| build(draw()));
        shown.mount(parent, None);
        Self { shown, owner }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.shown.unmount();
        self.owner.cleanup();
    }
}
