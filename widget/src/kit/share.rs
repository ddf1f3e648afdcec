//! The address of what is shown, for a group chat.

use crate::draw::{View, view};
use crate::live::Live;
use crate::words::key;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::kit::parts::{button, live, para};
use crate::shell::app::App;
use crate::shell::screen::Goal;

#[wasm_bindgen(module = "/src/shell/trail.js")]
extern "C" {
    async fn copy(text: &str) -> wasm_bindgen::JsValue;
}

/// Copies an address, or shows it where the browser does not let us.
pub(crate) fn share(app: App, goal: Goal) -> View {
    let copied = Live::new(None::<bool>);
    let address = app.page(&goal.address());
    let shown = address.clone();
    let press = move || {
        let address = address.clone();
        spawn_local(async move {
            let done = copy(&address).await.is_truthy();
            // The screen may be gone by now.
            copied.set(Some(done));
        });
    };
    let told = live(move || {
        Some(if copied.get()? {
            para("ys-s ys-ok", app.say(key::share::COPIED))
        } else {
            let words = app.say(key::share::COPY_IT_YOURSELF);
            view! { <p class="ys-s">{words}</p><p class="ys-s ys-code">{shown.clone()}</p> }
        })
    });
    let button = button("weui-btn weui-btn_text", "", app.say(key::share::COPY), press);
    view! { <div class="ys-acts ys-acts_0">{button}</div> <div role="status">{told}</div> }
}
