//! The window of Yishi: what people see and sign. Two bundles are made of it, each with its own `mount`: `resident`, which
//! phones load, and `desk`, for whoever holds an office. A third, `bin/reader.rs`, opens the files that a desk chooses.
//!
//! ```text
//! loader.js ──▶ bin/resident.rs ──▶ app::root ───▶ screens/…
//!               bin/desk.rs ──────▶ desk::root ──▶ desk/…
//!                                     │ visit.rs    reads what a screen shows, signs what it gives
//!                                     │ session.rs, matters.rs, books.rs  read, and believe only what is proven
//!                                     │ act.rs      signs, sends, checks receipts
//!                                     │ device.rs   what two phones show each other
//!                                     │ later.rs    says what phones load when it is needed
//!                                     │ drafts.rs   keeps what is typed and not signed yet
//!                                     └ vault.rs    keeps the device's key
//! ```

mod accounts;
mod act;
mod app;
mod begin;
mod books;
mod desk;
mod device;
mod drafts;
mod format;
mod forms;
mod fresh;
mod icons;
mod later;
mod look;
mod matters;
mod parts;
mod qr;
mod refusals;
mod screens;
mod secure;
mod session;
mod settings;
mod tell;
mod typed;
mod vault;
mod visit;
mod voter;
mod words;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::app::App;
use crate::begin::arrival;
use crate::words::Lang;

/// A mounted widget.
#[wasm_bindgen]
pub struct Handle {
    app: Option<App>,
    mounted: Option<UnmountHandle<AnyViewState>>,
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
            "lang" => app.lang.set(Lang::of(value)),
            "theme" => app.theme.set(value.to_owned()),
            "mode" => app.care.set(value == "care"),
            _ => {}
        }
    }

    /// Takes the widget out of the page.
    pub fn unmount(&mut self) {
        drop(self.mounted.take());
    }
}

/// Mounts what residents see; see [`mount_desk`].
pub fn mount_resident(container: web_sys::HtmlElement, host: &web_sys::HtmlElement, base: &str) -> Handle {
    mount(container, host, base, app::root)
}

/// Mounts what people with an office see. `container` lies inside the shadow root of `host`.
pub fn mount_desk(container: web_sys::HtmlElement, host: &web_sys::HtmlElement, base: &str) -> Handle {
    mount(container, host, base, desk::root)
}

/// Mounts the widget into `container`, inside the shadow root of `host`, whose attributes say which estate. `base` is where
/// the loader came from: the server, unless the element names another one.
fn mount(
    container: web_sys::HtmlElement,
    host: &web_sys::HtmlElement,
    base: &str,
    root: fn(App) -> AnyView,
) -> Handle {
    let attribute = |name: &str| host.get_attribute(name).unwrap_or_default();
    let server =
        Some(attribute("server")).filter(|server| !server.is_empty()).unwrap_or_else(|| base.to_owned());
    // A page that says nothing of it leaves it to whoever reads.
    let care = match attribute("mode").as_str() {
        "" => look::is_large(),
        mode => mode == "care",
    };
    let Ok(estate) = attribute("estate").parse() else {
        let words = || view! { <p>"没有写明是哪个小区 · no estate is named"</p> }.into_any();
        return Handle { app: None, mounted: Some(mount_to(container, words)) };
    };
    let app = App::new(estate, server, Lang::of(&attribute("lang")), care, attribute("theme"));
    let mounted = mount_to(container, move || root(app));
    app.begin(arrival(&estate.to_string()));
    Handle { app: Some(app), mounted: Some(mounted) }
}
