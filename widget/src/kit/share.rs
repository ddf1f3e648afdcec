//! The address of what is shown, for a group chat, and texts to be kept.

use crate::draw::{DrawAll, View, view};
use crate::live::Live;
use crate::words::key;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::wasm_bindgen;
use yishi_words::Word;

use crate::kit::parts::{button, live, para};
use crate::shell::app::App;
use crate::shell::screen::Goal;

#[wasm_bindgen(module = "/src/shell/trail.js")]
extern "C" {
    async fn copy(text: &str) -> wasm_bindgen::JsValue;
}

/// Copies an address, or shows it where the browser does not let us.
pub(crate) fn share(app: App, goal: Goal) -> View {
    let words = [key::share::COPY, key::share::COPIED, key::share::COPY_IT_YOURSELF];
    offer(app, app.page(&goal.address()), words)
}

/// Copies a text to be kept, or shows it likewise.
pub(crate) fn keep(app: App, text: String) -> View {
    offer(app, text, [key::weight::KEEP, key::weight::COPIED, key::weight::COPY_IT_YOURSELF])
}

/// Copies a text; `words` are those of the button, of what was copied, and of what could not be.
fn offer(app: App, text: String, [words, done, yourself]: [Word; 3]) -> View {
    let copied = Live::new(None::<bool>);
    let shown = text.clone();
    let press = move || {
        let text = text.clone();
        spawn_local(async move {
            let done = copy(&text).await.is_truthy();
            // The screen may be gone by now.
            copied.set(Some(done));
        });
    };
    let told = live(move || {
        Some(if copied.get()? {
            para("ys-s ys-ok", app.say(done))
        } else {
            let lines = shown.lines().map(|line| para("ys-s ys-code", line)).draw_all();
            view! { <p class="ys-s">{app.say(yourself)}</p>{lines} }
        })
    });
    let button = button("weui-btn weui-btn_text", "", app.say(words), press);
    view! { <div class="ys-acts ys-acts_0">{button}</div> <div role="status">{told}</div> }
}
