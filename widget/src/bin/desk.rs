//! What people with an office load: answering, votes from notice to result, work, books.

use wasm_bindgen::prelude::wasm_bindgen;
use yishi_widget::Handle;

fn main() {}

/// Brings the words of a language before the window is mounted, then calls `done`; the loader waits for it.
#[wasm_bindgen]
pub fn speak(lang: &str, base: &str, done: js_sys::Function) {
    yishi_widget::speak(lang, base, true, done);
}

/// Mounts the window; the loader calls it, and is asked by `early` for answers that it has fetched meanwhile.
#[wasm_bindgen]
pub fn mount(
    container: &web_sys::HtmlElement,
    host: &web_sys::HtmlElement,
    base: &str,
    early: js_sys::Function,
) -> Handle {
    yishi_widget::mount_desk(container, host, base, early)
}
