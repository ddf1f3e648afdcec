//! Going from layer to layer, forth and back; what an address leads to; and reading anew what may be old.

use std::task::{Context, Waker};

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

use yishi_protocol::projection::Vote;

use crate::shell::address::{LETTER, MATTERS, MINE, RAISE};
use crate::shell::app::App;
use crate::shell::begin::arrival;
use crate::shell::fresh;
use crate::shell::screen::{Goal, Screen};
use crate::shell::trail::{Layer, Moved, Step};
use crate::words::trouble::Trouble;

#[wasm_bindgen(module = "/src/shell/trail.js")]
extern "C" {
    fn settle(root: &web_sys::Element, own: bool, y: f64);
    fn typing(root: &web_sys::Element) -> bool;
    /// Whether it was told of because what is shown may be old.
    #[wasm_bindgen(js_name = isOld)]
    fn is_old() -> bool;
}

impl App {
    /// Takes the page's history, until the window is taken out of the page.
    pub(crate) fn follow(self) {
        let told =
            Closure::<dyn FnMut()>::new(move || if is_old() { self.look_again() } else { self.moved() });
        self.trail.begin(self.own_page().is_none(), told.into_js_value());
        let online = Closure::<dyn FnMut()>::new(move || self.send_again()).into_js_value();
        if let Some(window) = web_sys::window() {
            drop(window.add_event_listener_with_callback("online", online.unchecked_ref()));
        }
    }

    /// Goes into a screen: a layer above the one that is shown, from its top, with the keyboard and the reading voice at its
    /// heading. What is loaded is shown at once, in the same turn.
    pub(crate) fn go(self, screen: Screen) {
        self.step(screen, Step::Into);
    }

    fn step(self, screen: Screen, step: Step) {
        let mut shown = Box::pin(self.bring(screen, step));
        if shown.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending() {
            self.busy.set(true);
            spawn_local(async move {
                shown.await;
                self.busy.set(false);
            });
        }
    }

    /// Shows a screen once it is loaded.
    pub(crate) async fn bring(self, screen: Screen, step: Step) {
        let address = self.address_of(&screen);
        if let Some(lack) = self.lacking(&screen) {
            return self.fail(lack, address, step);
        }
        let loaded = (self.above.load)(&screen).await;
        self.turn(loaded.map_or_else(Screen::Trouble, |()| screen), address, step);
    }

    /// Says what could not be done, in a layer with the address of what was aimed at: read anew, it is tried again.
    pub(crate) fn fail(self, trouble: Trouble, address: String, step: Step) {
        self.turn(Screen::Trouble(trouble), address, step);
    }

    fn turn(self, screen: Screen, address: String, step: Step) {
        if matches!(step, Step::Again(turns) if turns != self.trail.turns()) {
            return;
        }
        let (matter, books) = (self.matter.get_untracked(), self.books.get_untracked());
        let scroll =
            self.trail.enter(Layer { screen: screen.clone(), address, matter, books, scroll: 0.0 }, step);
        self.show(screen, scroll);
    }

    fn show(self, screen: Screen, scroll: Option<f64>) {
        self.wrong.set(None);
        self.note.set(None);
        let decides = fresh::decides(&screen);
        self.turns.update_value(|turns| *turns = turns.wrapping_add(1));
        self.screen.set(screen);
        if let Some(root) = self.root.get() {
            // What page translators leave alone, by either of two conventions.
            let (translate, class) = if decides { ("no", "wx-root notranslate") } else { ("yes", "wx-root") };
            drop(root.set_attribute("translate", translate));
            drop(root.set_attribute("class", class));
            settle(&root, self.own_page().is_none(), scroll.unwrap_or(-1.0));
        }
    }

    /// The address of a screen; none for what came by a code, was sent, or is on its way.
    fn address_of(self, screen: &Screen) -> String {
        let vote = |vote: &Vote| Goal::Vote(vote.id);
        let matter = || self.matter.get_untracked().map(|matter| matter.id);
        let books = |line| self.books.get_untracked().map(|books| Goal::Books(books.id, line));
        let goal = match screen {
            Screen::Trouble(_) => return self.trail.address(),
            Screen::Matters => return MATTERS.to_owned(),
            Screen::Mine => return MINE.to_owned(),
            Screen::Raise => return RAISE.to_owned(),
            Screen::Enrol(None) => return LETTER.to_owned(),
            Screen::Phones | Screen::AddPhone(_) | Screen::StopPhone(_) => Some(Goal::Phones),
            Screen::Voter(party) => Some(Goal::Voter(*party)),
            Screen::Proxies(to) => Some(Goal::Proxies(*to)),
            Screen::Slip(checked) => checked.text.is_some().then_some(Goal::Receipt(checked.slip.entry)),
            Screen::Papers(_) => Some(Goal::Papers),
            Screen::Stub(agenda, sheet, _) => Some(Goal::Sheet(*agenda, *sheet)),
            Screen::Result(of, _) | Screen::Plan(of) => Some(vote(of)),
            Screen::Vote(_) | Screen::Review => {
                self.paper.with_untracked(|paper| paper.as_ref().map(|paper| vote(&paper.vote)))
            }
            Screen::Matter => matter().map(Goal::Matter),
            Screen::Rate => matter().map(Goal::Rate),
            Screen::Candidates(of) => Some(Goal::Candidates(of.view.matter)),
            Screen::Books => books(None),
            Screen::Line(line) => books(Some(*line)),
            Screen::Ask(line) => books(*line),
            Screen::Opening
            | Screen::Home
            | Screen::Enrol(Some(_))
            | Screen::Counted(_)
            | Screen::Settle(_)
            | Screen::Waiting(..)
            | Screen::Join(_)
            | Screen::Joining(_) => None,
        };
        goal.map(Goal::address).unwrap_or_default()
    }

    /// Goes back to the layer below; where there is none, as on a page that was opened here, to `parent` instead.
    pub(crate) fn back(self, parent: Screen) {
        match self.trail.back() {
            Some(moved) => self.moved_to(moved),
            None => self.step(parent, Step::Instead),
        }
    }

    fn moved(self) {
        // Before anything else: a code never stays in the history.
        let arrival = arrival(&self.estate.to_string());
        match (self.trail.moved(), arrival) {
            (Moved::New, Some(arrival)) if self.own_page().is_none() && !self.busy.get_untracked() => {
                self.arrive(arrival);
            }
            (moved, _) => self.moved_to(moved),
        }
    }

    fn moved_to(self, moved: Moved) {
        match moved {
            Moved::Landed => {}
            Moved::Shown(layer) => self.restore(*layer),
            Moved::Unknown | Moved::New => self.open_here(),
        }
    }

    /// Shows a layer as it was left.
    fn restore(self, layer: Layer) {
        let Layer { screen, address, matter, books, scroll } = layer;
        let ballot = matches!(screen, Screen::Vote(_) | Screen::Review);
        if ballot && self.address_of(&screen) != address {
            // Its marks were signed, or given up for another ballot.
            return self.open_here();
        }
        self.matter.set(matter);
        // The same books know what was unfolded since.
        let shown = self.books.with_untracked(|books| books.as_ref().map(|books| books.id));
        if books.as_ref().map(|books| books.id) != shown {
            self.books.set(books);
        }
        self.show(screen, Some(scroll));
    }

    fn open_here(self) {
        self.busy.set(true);
        spawn_local(async move {
            self.open_address().await;
            self.busy.set(false);
        });
    }

    /// Shows what the address names, read anew.
    pub(crate) async fn open_address(self) {
        let address = self.trail.address();
        if !address.starts_with('/') {
            return self.bring(Screen::Home, Step::Instead).await;
        }
        if let Err(trouble) = (self.above.open)(self, address.clone(), Step::Instead).await {
            self.fail(trouble, address, Step::Instead);
        }
    }

    /// Reads anew what is shown, when the page was away: another page may have voted meanwhile. Nothing that somebody is
    /// typing or marking is touched.
    fn look_again(self) {
        let typed = self.root.get().is_some_and(|root| typing(&root));
        if self.busy.get_untracked() || typed || !self.trail.is_read() {
            return;
        }
        let (address, again) = (self.trail.address(), Step::Again(self.trail.turns()));
        spawn_local(async move {
            // What cannot be read now stays as it was.
            if self.refresh().await.is_ok() && address.starts_with('/') {
                drop((self.above.open)(self, address, again).await);
            }
        });
    }
}
