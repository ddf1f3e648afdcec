//! What people with an office load: answering, votes from notice to result, work, books.

use wasm_bindgen::prelude::wasm_bindgen;
use yishi_widget::Handle;

fn main() {}

/// Brings the words of a language before the window is mounted, then calls `done`; the loader waits for it. All that is asked
/// of the network is asked by `ask`, as by the browser's own `fetch`.
#[wasm_bindgen]
pub fn speak(lang: &str, base: &str, ask: js_sys::Function, done: js_sys::Function) {
    yishi_widget::speak(lang, base, true, (ask, done));
}

/// Mounts the window; the loader calls it.
#[wasm_bindgen]
pub fn mount(container: &web_sys::HtmlElement, host: &web_sys::HtmlElement, base: &str) -> Handle {
    yishi_widget::mount_desk(container, host, base)
}
