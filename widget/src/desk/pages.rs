//! The desk's pages in the browser's history: an entry with an address each, so that the back key goes to the page before. See
//! `shell/trail.js`, which talks to the browser.

use std::sync::{Mutex, MutexGuard, PoisonError};

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// A page mounts one desk.
const MINE: u32 = 1;

#[wasm_bindgen(module = "/src/shell/trail.js")]
extern "C" {
    #[wasm_bindgen(js_name = begin)]
    fn begin_(mine: u32, own: bool) -> u32;
    fn address() -> String;
    fn number() -> i32;
    fn scrolled() -> f64;
    fn write(mine: u32, number: u32, address: &str, push: bool);
    #[wasm_bindgen(js_name = back)]
    fn back_(mine: u32, by: i32) -> bool;
    fn listen(mine: u32, told: JsValue);
    /// Whether it was told of because what is shown may be old.
    #[wasm_bindgen(js_name = isOld)]
    pub(crate) fn is_old() -> bool;
}

/// A page by its address, and how far it was scrolled when it was left.
type Entry = (String, f64);

#[derive(Debug, Default)]
struct Entries {
    all: Vec<Entry>,
    at: usize,
}

/// How a page comes to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Somebody went to it.
    Into,
    /// Something was done: nobody comes back into a form that was sent.
    After,
}

/// What becomes of the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    Pushed,
    Replaced,
    /// So many back.
    Back(usize),
}

/// The form of which a page is a step, by its address without the step's number.
fn form(address: &str) -> &str {
    match address.rsplit_once('/') {
        Some((form @ "/new-vote", _)) => form,
        _ => address,
    }
}

impl Entries {
    fn reach(&mut self) -> &mut Entry {
        if self.all.len() <= self.at {
            self.all.resize_with(self.at + 1, Entry::default);
        }
        &mut self.all[self.at]
    }

    /// Puts a page in its place. Answers how far it is to be scrolled; nothing where it stays.
    fn enter(&mut self, address: &str, way: Way, scroll: f64) -> (Change, Option<f64>) {
        let here = self.reach();
        here.1 = scroll;
        if here.0 == address {
            return (Change::Replaced, None);
        }
        if way == Way::Into {
            self.all.truncate(self.at + 1);
            self.at += 1;
            self.all.push((address.to_owned(), 0.0));
            return (Change::Pushed, Some(0.0));
        }
        // With one step of a form that was sent all are behind; from one step to another only that one is.
        let (sent, left) = (form(&here.0).to_owned(), self.at);
        let below = self.all.get(..left).unwrap_or_default();
        let steps =
            below.iter().rev().take_while(|one| form(address) != sent && form(&one.0) == sent).count();
        let first = left - steps;
        let under =
            first.checked_sub(1).filter(|under| self.all.get(*under).is_some_and(|one| one.0 == address));
        self.at = under.unwrap_or(first);
        if under.is_none() {
            *self.reach() = (address.to_owned(), 0.0);
        }
        let scroll = self.reach().1;
        let change = if self.at < left { Change::Back(left - self.at) } else { Change::Replaced };
        (change, Some(scroll))
    }

    /// The browser shows the entry of that number, or one that somebody typed. Answers how far its page was scrolled;
    /// nothing if we went there ourselves.
    fn moved(&mut self, number: i32, address: &str, scroll: f64) -> Option<f64> {
        self.reach().1 = scroll;
        let Ok(number) = usize::try_from(number) else {
            self.all.truncate(self.at + 1);
            self.at += 1;
            *self.reach() = (address.to_owned(), 0.0);
            return Some(0.0);
        };
        if number == self.at {
            return None;
        }
        self.at = number;
        let entry = self.reach();
        address.clone_into(&mut entry.0);
        Some(entry.1)
    }
}

/// The pages of a desk.
#[derive(Debug, Default)]
pub(crate) struct Pages(Mutex<Entries>);

impl Pages {
    fn entries(&self) -> MutexGuard<'_, Entries> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the browser's history; `told` is called when it shows another entry, or when the page
    /// was away. Answers the address that the page was
    /// opened with.
    pub(crate) fn begin(&self, own: bool, told: JsValue) -> String {
        self.entries().at = usize::try_from(begin_(MINE, own)).unwrap_or_default();
        listen(MINE, told);
        address()
    }

    /// The first page stands: the entry that the browser shows is its own.
    pub(crate) fn start(&self, address: &str) {
        let mut entries = self.entries();
        address.clone_into(&mut entries.reach().0);
        put(&entries, address, false);
    }

    /// Puts a page in its place. Answers how far it is to be scrolled; nothing where it stays.
    pub(crate) fn enter(&self, address: &str, way: Way) -> Option<f64> {
        let mut entries = self.entries();
        let (change, scroll) = entries.enter(address, way, scrolled());
        match change {
            // The entry gets its address once the browser has come to it.
            Change::Back(by) => {
                back_(MINE, i32::try_from(by).unwrap_or_default());
            }
            Change::Pushed | Change::Replaced => put(&entries, address, change == Change::Pushed),
        }
        scroll
    }

    /// The browser shows another entry: its address, and how far its page was scrolled.
    pub(crate) fn moved(&self) -> Option<(String, f64)> {
        let mut entries = self.entries();
        let address = address();
        let Some(scroll) = entries.moved(number(), &address, scrolled()) else {
            let here = entries.reach().0.clone();
            put(&entries, &here, false);
            return None;
        };
        put(&entries, &address, false);
        Some((address, scroll))
    }

    /// Goes back to the page before, if there is one.
    pub(crate) fn back(&self) -> bool {
        self.entries().at > 0 && back_(MINE, 1)
    }

    /// Stays where the browser has just left.
    pub(crate) fn stay(&self, left: usize) {
        let mut entries = self.entries();
        let by = i32::try_from(entries.at).unwrap_or_default() - i32::try_from(left).unwrap_or_default();
        entries.at = left;
        back_(MINE, by);
    }

    /// The number of the entry that is shown.
    pub(crate) fn at(&self) -> usize {
        self.entries().at
    }
}

fn put(entries: &Entries, address: &str, push: bool) {
    if let Ok(number) = u32::try_from(entries.at) {
        write(MINE, number, address, push);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_has_an_entry_and_a_form_that_was_sent_has_none() {
        let mut entries = Entries::default();
        entries.reach().0 = "/queue".to_owned();
        assert_eq!(entries.enter("/queue", Way::Into, 0.0), (Change::Replaced, None));
        assert_eq!(entries.enter("/matter/1", Way::Into, 300.0), (Change::Pushed, Some(0.0)));
        assert_eq!(entries.enter("/dispatch/1", Way::Into, 20.0), (Change::Pushed, Some(0.0)));
        assert_eq!(entries.enter("/matter/1", Way::After, 0.0), (Change::Back(1), Some(20.0)));
        assert_eq!(entries.moved(1, "/matter/1", 20.0), None, "we went there ourselves");
        assert_eq!(entries.moved(0, "/queue", 20.0), Some(300.0));
        assert_eq!(entries.moved(1, "/matter/1", 300.0), Some(20.0));
        assert_eq!(entries.enter("/votes", Way::After, 0.0), (Change::Replaced, Some(0.0)));
        assert_eq!(entries.moved(-1, "/tasks", 0.0), Some(0.0), "typed by hand");
        assert_eq!((entries.at, entries.all.len()), (2, 3));
    }

    #[test]
    fn each_step_of_a_form_has_an_entry_until_it_is_sent() {
        let mut entries = Entries::default();
        entries.reach().0 = "/matter/1".to_owned();
        for step in ["/new-vote", "/new-vote/2", "/new-vote/3"] {
            assert_eq!(entries.enter(step, Way::Into, 50.0), (Change::Pushed, Some(0.0)));
        }
        assert_eq!(
            entries.enter("/new-vote/2", Way::After, 0.0),
            (Change::Back(1), Some(50.0)),
            "the step before"
        );
        assert_eq!(entries.enter("/new-vote/1", Way::After, 0.0), (Change::Replaced, Some(0.0)), "not below");
        assert_eq!(entries.enter("/new-vote/3", Way::Into, 0.0), (Change::Pushed, Some(0.0)));
        let mut sent = Entries { all: entries.all.clone(), at: entries.at };
        assert_eq!(
            sent.enter("/matter/1", Way::After, 0.0),
            (Change::Back(3), Some(50.0)),
            "where it was begun"
        );
        assert_eq!(entries.enter("/votes", Way::After, 0.0), (Change::Back(2), Some(0.0)));
        assert_eq!(entries.moved(1, "/new-vote", 0.0), None, "we went there ourselves");
        assert_eq!((entries.at, entries.reach().0.as_str()), (1, "/votes"));
    }
}
