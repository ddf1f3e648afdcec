//! Layers: each screen that somebody went into is an entry of the browser's history, so that going back closes it and nothing
//! more. See `trail.js`, which talks to the browser.

use std::mem::discriminant;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use yishi_protocol::projection::Matter;

use crate::proofs::books::Books;
use crate::shell::screen::Screen;

#[wasm_bindgen(module = "/src/shell/trail.js")]
extern "C" {
    #[wasm_bindgen(js_name = begin)]
    fn begin_(mine: u32, own: bool) -> u32;
    fn address() -> String;
    fn number() -> i32;
    fn scrolled() -> f64;
    fn write(mine: u32, number: u32, address: &str, push: bool);
    #[wasm_bindgen(js_name = back)]
    fn back_(mine: u32, by: u32) -> bool;
    fn listen(mine: u32, told: JsValue);
    #[wasm_bindgen(js_name = end)]
    fn end_(mine: u32);
}

/// How a screen comes to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Somebody went into it: a layer above the one that is shown, or the same one drawn anew.
    Into,
    /// In place of the one that is shown.
    Instead,
    /// After something was signed: where it was begun, so that nobody comes back into a form that was sent.
    After,
    /// Read anew for the layer that stood when layers had changed so often, and for no other.
    Again(u32),
}

/// One layer, with what was read when it came to be shown.
#[derive(Clone, Debug)]
pub(crate) struct Layer {
    pub(crate) screen: Screen,
    /// As it stands behind `#`; empty for the first screen and what has none of its own.
    pub(crate) address: String,
    pub(crate) matter: Option<Arc<Matter>>,
    pub(crate) books: Option<Arc<Books>>,
    /// How far the page was scrolled when it was left.
    pub(crate) scroll: f64,
}

impl Layer {
    /// Whether both show the same, be it that one was read later.
    fn is_same(&self, other: &Self) -> bool {
        let question = |layer: &Self| if let Screen::Vote(place) = layer.screen { place } else { 0 };
        self.address == other.address
            && discriminant(&self.screen) == discriminant(&other.screen)
            && question(self) == question(other)
    }

    fn is_ballot(&self) -> bool {
        matches!(self.screen, Screen::Vote(_) | Screen::Review | Screen::Waiting(..))
    }
}

/// What becomes of the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Pushed,
    Replaced,
    /// So many back, and replaced there.
    Back(usize),
}

/// What follows when the browser shows another entry.
#[derive(Debug)]
pub(crate) enum Moved {
    /// We went there ourselves.
    Landed,
    /// A layer that is in memory.
    Shown(Box<Layer>),
    /// One that is not: a page that was read anew has only its address.
    Unknown,
    /// An entry that is not ours yet: somebody typed an address, or scanned a code.
    New,
}

/// The layers by the numbers of their entries. Those that the page had before it was read anew are not in memory.
#[derive(Debug, Default)]
struct Layers {
    all: Vec<Option<Box<Layer>>>,
    at: usize,
}

impl Layers {
    /// Keeps a place for every entry up to the one that is shown.
    fn reach(&mut self) {
        if self.all.len() <= self.at {
            self.all.resize_with(self.at + 1, || None);
        }
    }

    fn leave(&mut self, scroll: f64) {
        self.reach();
        if let Some(Some(here)) = self.all.get_mut(self.at) {
            here.scroll = scroll;
        }
    }

    /// Puts a layer in its place. Answers how far the page is to be scrolled; nothing where it stays.
    fn enter(&mut self, mut layer: Layer, step: Step, scroll: f64) -> (Entry, Option<f64>) {
        self.leave(scroll);
        let (below, above) = self.all.split_at(self.at);
        let here = above.first().and_then(Option::as_deref);
        let stays = here.is_some_and(|here| here.is_same(&layer));
        let found = match layer.screen {
            _ if stays => None,
            Screen::Home => below.iter().rposition(|one| matches!(one, Some(one) if one.is_same(&layer))),
            // A ballot that was sent is no place to come back to.
            Screen::Counted(_) | Screen::Waiting(..) if here.is_some_and(Layer::is_ballot) => {
                let of_ballot = |one: &&Option<Box<Layer>>| matches!(one, Some(one) if one.is_ballot());
                Some(self.at - below.iter().rev().take_while(of_ballot).count())
            }
            _ if step == Step::After && matches!(below.last(), Some(Some(one)) if one.is_same(&layer)) => {
                Some(self.at - 1)
            }
            _ => None,
        };
        let entry = match found {
            Some(found) if found < self.at => Entry::Back(self.at - found),
            None if here.is_some() && !stays && step == Step::Into => Entry::Pushed,
            _ => Entry::Replaced,
        };
        let left = found.and_then(|found| below.get(found)?.as_deref()).filter(|left| left.is_same(&layer));
        let scroll = if stays { None } else { Some(left.map_or(0.0, |left| left.scroll)) };
        layer.scroll = scroll.or(here.map(|here| here.scroll)).unwrap_or_default();
        match entry {
            Entry::Pushed => {
                self.all.truncate(self.at + 1);
                self.at += 1;
                self.all.push(Some(Box::new(layer)));
                return (entry, scroll);
            }
            Entry::Back(by) => self.at -= by,
            Entry::Replaced => {}
        }
        if let Some(place) = self.all.get_mut(self.at) {
            *place = Some(Box::new(layer));
        }
        (entry, scroll)
    }

    /// The browser shows the entry of that number.
    fn moved(&mut self, number: i32, scroll: f64) -> Moved {
        self.leave(scroll);
        let Ok(number) = usize::try_from(number) else {
            self.all.truncate(self.at + 1);
            self.at += 1;
            self.all.push(None);
            return Moved::New;
        };
        if number == self.at {
            return Moved::Landed;
        }
        self.at = number;
        self.reach();
        self.all.get(number).cloned().flatten().map_or(Moved::Unknown, Moved::Shown)
    }
}

/// All layers of a window.
#[derive(Debug, Default)]
pub(crate) struct Trail {
    /// Tells the windows of a page apart; 0 for one without a history.
    mine: AtomicU32,
    layers: Mutex<Layers>,
    turns: AtomicU32,
}

impl Trail {
    fn layers(&self) -> MutexGuard<'_, Layers> {
        self.layers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn mine(&self) -> u32 {
        self.mine.load(Ordering::Relaxed)
    }

    /// Takes the page's history; `own` is whether the page is ours, and so its address.
    pub(crate) fn begin(&self, own: bool, told: JsValue) {
        static WINDOWS: AtomicU32 = AtomicU32::new(1);
        let mine = WINDOWS.fetch_add(1, Ordering::Relaxed);
        self.mine.store(mine, Ordering::Relaxed);
        self.layers().at = usize::try_from(begin_(mine, own)).unwrap_or_default();
        listen(mine, told);
    }

    /// The window is taken out of the page.
    pub(crate) fn end(&self) {
        end_(self.mine());
    }

    /// How often another layer was shown.
    pub(crate) fn turns(&self) -> u32 {
        self.turns.load(Ordering::Relaxed)
    }

    /// Whether what is shown was read, and nothing is typed or marked in it.
    pub(crate) fn is_read(&self) -> bool {
        let layers = self.layers();
        let here = layers.all.get(layers.at).and_then(Option::as_deref);
        here.is_some_and(|here| {
            matches!(
                here.screen,
                Screen::Home
                    | Screen::Matters
                    | Screen::Mine
                    | Screen::Matter
                    | Screen::Books
                    | Screen::Line(_)
                    | Screen::Result(..)
                    | Screen::Plan(_)
                    | Screen::Phones
                    | Screen::Voter(_)
            )
        })
    }

    /// The address of the layer that is shown.
    pub(crate) fn address(&self) -> String {
        if self.mine() == 0 { String::new() } else { address() }
    }

    /// Puts a layer in its place, here and in the browser's history. Answers how far the page is to be scrolled.
    pub(crate) fn enter(&self, layer: Layer, step: Step) -> Option<f64> {
        let (mut layers, address) = (self.layers(), layer.address.clone());
        let (entry, scroll) = layers.enter(layer, step, self.scrolled());
        self.turns.fetch_add(1, Ordering::Relaxed);
        match entry {
            // The entry gets its address once the browser has come to it.
            Entry::Back(by) => {
                self.go_back(by);
            }
            Entry::Pushed | Entry::Replaced => self.write(&layers, &address, entry == Entry::Pushed),
        }
        scroll
    }

    fn write(&self, layers: &Layers, address: &str, push: bool) {
        if let (mine @ 1.., Ok(number)) = (self.mine(), u32::try_from(layers.at)) {
            write(mine, number, address, push);
        }
    }

    fn scrolled(&self) -> f64 {
        if self.mine() == 0 { 0.0 } else { scrolled() }
    }

    fn go_back(&self, by: usize) -> bool {
        let by = u32::try_from(by).unwrap_or_default();
        self.mine() != 0 && back_(self.mine(), by)
    }

    /// The browser shows another entry.
    pub(crate) fn moved(&self) -> Moved {
        self.moved_to(number())
    }

    fn moved_to(&self, number: i32) -> Moved {
        let mut layers = self.layers();
        let moved = layers.moved(number, self.scrolled());
        match moved {
            Moved::Landed => {
                if let Some(Some(here)) = layers.all.get(layers.at) {
                    self.write(&layers, &here.address, false);
                }
                return moved;
            }
            // It is ours from here on.
            Moved::New => self.write(&layers, &address(), false),
            Moved::Shown(_) | Moved::Unknown => {}
        }
        self.turns.fetch_add(1, Ordering::Relaxed);
        moved
    }

    /// Goes back to the layer below. Nothing if there is none, or if the browser does it and says so later.
    pub(crate) fn back(&self) -> Option<Moved> {
        let at = self.layers().at;
        let below = i32::try_from(at).ok().filter(|at| *at > 0)? - 1;
        if self.go_back(1) { Some(Moved::Landed) } else { Some(self.moved_to(below)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yishi_protocol::id::EntryId;

    fn layer(screen: Screen, address: &str) -> Layer {
        Layer { screen, address: address.to_owned(), matter: None, books: None, scroll: 0.0 }
    }

    fn vote(place: usize) -> Layer {
        layer(Screen::Vote(place), "/vote/0")
    }

    fn home() -> Layer {
        layer(Screen::Home, "")
    }

    fn matter(byte: u8) -> Layer {
        layer(Screen::Matter, &format!("/matter/{byte}"))
    }

    #[test]
    fn each_layer_has_an_entry_and_comes_back_as_it_was_left() {
        let mut layers = Layers::default();
        assert_eq!(layers.enter(home(), Step::Instead, 0.0), (Entry::Replaced, Some(0.0)), "the first");
        assert_eq!(layers.enter(matter(1), Step::Into, 700.0), (Entry::Pushed, Some(0.0)));
        assert_eq!(layers.enter(matter(1), Step::After, 90.0), (Entry::Replaced, None), "it stays");
        let Moved::Shown(shown) = layers.moved(0, 90.0) else { panic!("it is in memory") };
        assert_eq!((shown.screen.clone(), shown.scroll), (Screen::Home, 700.0));
        let Moved::Shown(shown) = layers.moved(1, 700.0) else { panic!("so is what lies above") };
        assert_eq!((shown.address.as_str(), shown.scroll), ("/matter/1", 90.0));
        assert_eq!(layers.enter(home(), Step::Into, 90.0), (Entry::Back(1), Some(700.0)), "home is below");
        assert!(matches!(layers.moved(0, 700.0), Moved::Landed));
    }

    #[test]
    fn nobody_comes_back_into_what_was_sent() {
        let mut layers = Layers::default();
        layers.enter(home(), Step::Instead, 0.0);
        for one in [vote(0), vote(1), layer(Screen::Review, "/vote/0")] {
            assert_eq!(layers.enter(one, Step::Into, 0.0).0, Entry::Pushed);
        }
        let waiting = layer(Screen::Trouble(crate::words::trouble::Trouble::Offline), "/vote/0");
        assert_eq!(layers.enter(waiting, Step::Into, 0.0).0, Entry::Pushed);
        assert!(matches!(layers.moved(3, 0.0), Moved::Shown(_)), "back at the review");
        let receipt = crate::shell::screen::Receipt {
            title: String::new(),
            entry: EntryId::ZERO,
            index: 0,
            received_ms: 0,
            closes_ms: 0,
            agenda: EntryId::ZERO,
            party: yishi_protocol::id::PartyId::ZERO,
            own: true,
            held: false,
        };
        let counted = layer(Screen::Counted(receipt), "");
        assert_eq!(layers.enter(counted, Step::Into, 50.0), (Entry::Back(2), Some(0.0)));
        assert!(matches!(layers.moved(1, 0.0), Moved::Landed));
        let Moved::Shown(below) = layers.moved(0, 0.0) else { panic!("home is in memory") };
        assert_eq!(below.screen, Screen::Home);

        // A form.
        layers.enter(layer(Screen::Raise, "/raise"), Step::Into, 0.0);
        assert_eq!(layers.enter(matter(2), Step::After, 0.0).0, Entry::Replaced);
        layers.enter(layer(Screen::Rate, "/rate/2"), Step::Into, 40.0);
        assert_eq!(layers.enter(matter(2), Step::After, 0.0), (Entry::Back(1), Some(40.0)));
    }

    #[test]
    fn a_page_that_was_read_anew_has_addresses_only() {
        let mut layers = Layers { at: 2, ..Layers::default() };
        assert_eq!(layers.enter(matter(1), Step::Instead, 0.0).0, Entry::Replaced);
        assert!(matches!(layers.moved(1, 0.0), Moved::Unknown));
        assert!(matches!(layers.moved(2, 0.0), Moved::Shown(_)));
        assert!(matches!(layers.moved(-1, 0.0), Moved::New));
        assert_eq!((layers.at, layers.all.len()), (3, 4));
        assert_eq!(layers.enter(matter(3), Step::Into, 0.0).0, Entry::Replaced, "the new entry");
    }
}
