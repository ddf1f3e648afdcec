//! What a desk loads when somebody chooses a file: it opens the file, and nothing else. A file that breaks it breaks no page;
//! `widget/reader-worker.js` starts it apart.

use wasm_bindgen::prelude::wasm_bindgen;
use yishi_sheets::Opened;

fn main() {}

/// What the file holds, or why it cannot be opened, as `Opened::read` reads it.
#[wasm_bindgen]
pub fn open(bytes: &[u8]) -> String {
    Opened::write(&Opened::new(bytes))
}
