//! What a court file holds beside its evidence: the rule book, and the page that shows what it says.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Judges an export and shows it. `words` are the tables of other languages, each after its tag, as the file brings them.
#[wasm_bindgen]
pub fn open(container: &web_sys::HtmlElement, export: &[u8], words: Vec<String>) {
    yishi_widget::open_court_file(container, export, words);
}
