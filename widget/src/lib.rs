//! The window of Yishi: what people see and sign. Two bundles are made of it, each with its own `mount`: `resident`, which
//! phones load, and `desk`, for whoever holds an office. A third, `bin/reader.rs`, opens the files that a desk chooses, and a
//! fourth, `bin/court.rs`, shows the evidence of a vote in a file that asks no network.
//!
//! ```text
//! loader.js ──▶ bin/resident.rs ──▶ root.rs, later.rs   which screen is shown; what phones load when it is needed
//!               bin/desk.rs ──────▶ desk_root.rs        which page is shown
//!               bin/court.rs ─────▶ court_root.rs       the one page of a court file
//!                                     │
//!         home/  people/  steps/      │  screens and, in their folders `desk`, pages of the desk
//!                     desk/           │  what pages of the desk are made of
//!                     kit/            │  what screens are made of
//!                     shell/          │  what all screens share: App, where a press leads, how it begins
//!                     proofs/         │  reads, and believes only what is proven; signs, keeps, sends
//!                     words/             words in both languages; knows nothing of the window
//!        fetch.rs  live.rs            ▼  asks the network; a value that screens follow
//! ```
//! Each knows what lies below it, never what lies above, and no file needs itself through others: `tests/it/layers.rs` looks.
//! What lies below asks the root by `Above` in `shell/app.rs`.

mod court_root;
mod desk;
mod desk_root;
mod draw;
mod fetch;
mod home;
mod kit;
mod later;
mod live;
mod people;
mod proofs;
mod root;
mod shell;
mod steps;
mod words;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::draw::{Mounted, View, view};
use crate::shell::app::{Above, App};
use crate::shell::begin::arrival;
use crate::shell::look;
use crate::steps::decide::desk::court::Case;
use crate::words::{Lang, key};

/// A mounted widget.
#[wasm_bindgen]
pub struct Handle {
    app: Option<App>,
    mounted: Option<Mounted>,
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Handle")
    }
}

#[wasm_bindgen]
impl Handle {
    /// Follows an attribute of the element: `lang`, `theme` or `mode`.
    pub fn set(&self, name: &str, value: &str) {
        let Some(app) = self.app else { return };
        match name {
            "lang" => app.speak(Lang::of(value)),
            "theme" => app.theme.set(value.to_owned()),
            "mode" => app.care.set(value == "care"),
            _ => {}
        }
    }

    /// Takes the widget out of the page.
    pub fn unmount(&mut self) {
        drop(self.mounted.take());
        self.app.into_iter().for_each(|app| app.trail.end());
    }
}

/// Brings the words of a language, before what shows them is mounted; `lang` is the element's attribute.
/// `done` is called once they are here, or cannot be had; `ask` is the loader's way to the network.
pub fn speak(lang: &str, base: &str, desk: bool, (ask, done): (js_sys::Function, js_sys::Function)) {
    fetch::begin(ask);
    words::begin(desk, base);
    let lang = spoken(lang);
    // Before anything is mounted there is nothing of leptos to wait with.
    wasm_bindgen_futures::spawn_local(async move {
        words::speak(lang).await;
        drop(done.call0(&wasm_bindgen::JsValue::NULL));
    });
}

/// The language of the element's attribute, or else the one that somebody chose in this browser.
fn spoken(attribute: &str) -> Lang {
    let kept = look::language().filter(|_| attribute.is_empty());
    Lang::of(kept.as_deref().unwrap_or(attribute))
}

/// Mounts what residents see; see [`mount_desk`].
pub fn mount_resident(container: &web_sys::HtmlElement, host: &web_sys::HtmlElement, base: &str) -> Handle {
    words::refusals::come_by(later::words_of_refusals);
    mount(container, host, (base, false), (root::root, &later::ABOVE))
}

/// Mounts what people with an office see. `container` lies inside the shadow root of `host`.
pub fn mount_desk(container: &web_sys::HtmlElement, host: &web_sys::HtmlElement, base: &str) -> Handle {
    words::refusals::bring_in(words::key::refusal);
    mount(container, host, (base, true), (desk_root::root, &desk_root::ABOVE))
}

/// Shows the evidence of a vote, from a file that lies beside it. `words` are tags of other languages, each before the table of
/// what residents read and that of the desk.
pub fn open_court_file(container: &web_sys::HtmlElement, export: &[u8], words: Vec<String>) {
    let mut words = words.into_iter();
    while let (Some(tag), Some(resident), Some(desk)) = (words.next(), words.next(), words.next()) {
        words::give(Lang::of(&tag), [resident, desk]);
    }
    words::refusals::bring_in(words::key::refusal);
    let case = Case::open(export);
    let app = App::new(
        (case.estate(), String::new()),
        (Lang::default(), false, "light".to_owned()),
        &court_root::ABOVE,
    );
    // It is the whole page, and stands as long as that.
    Box::leak(Box::new(Mounted::new(container, move || court_root::root(app, case))));
}

/// Mounts the widget into `container`, inside the shadow root of `host`, whose attributes say which estate. `base` is where
/// the loader came from: the server, unless the element names another one.
fn mount(
    container: &web_sys::HtmlElement,
    host: &web_sys::HtmlElement,
    (base, desk): (&str, bool),
    (root, above): (fn(App) -> View, &'static Above),
) -> Handle {
    words::begin(desk, base);
    let attribute = |name: &str| host.get_attribute(name).unwrap_or_default();
    let server =
        Some(attribute("server")).filter(|server| !server.is_empty()).unwrap_or_else(|| base.to_owned());
    // A page that says nothing of it leaves it to whoever reads.
    let care = match attribute("mode").as_str() {
        "" => look::is_large(),
        mode => mode == "care",
    };
    let Ok(estate) = attribute("estate").parse() else {
        let lang = spoken(&attribute("lang"));
        let words = move || view! { <p>{lang.say(key::common::NO_ESTATE_IS_NAMED)}</p> };
        return Handle { app: None, mounted: Some(Mounted::new(container, words)) };
    };
    let app = App::new((estate, server), (spoken(&attribute("lang")), care, attribute("theme")), above);
    let mounted = Mounted::new(container, move || root(app));
    app.tell_page();
    let arrival = arrival(&estate.to_string());
    if above.follows {
        app.follow();
    }
    app.begin(arrival);
    Handle { app: Some(app), mounted: Some(mounted) }
}
