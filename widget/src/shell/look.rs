//! How this browser shows the window: in large type or not, and in which language. It is kept for every estate and whoever holds the phone, since
//! eyes do not change with either.

use web_sys::Storage;

const LARGE: &str = "yishi-large";
const LANGUAGE: &str = "yishi-language";

/// A browser may forbid it, and says so by an error.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Whether somebody chose large type here.
pub(crate) fn is_large() -> bool {
    storage().and_then(|storage| storage.get_item(LARGE).ok()?).is_some()
}

/// Keeps what was chosen. Where a browser keeps nothing, it lasts as long as the page.
pub(crate) fn keep_large(large: bool) {
    let Some(storage) = storage() else { return };
    drop(if large { storage.set_item(LARGE, "1") } else { storage.remove_item(LARGE) });
}

/// The language that somebody chose here.
pub(crate) fn language() -> Option<String> {
    storage()?.get_item(LANGUAGE).ok()?
}

/// Keeps the language that was chosen.
pub(crate) fn keep_language(tag: &str) {
    let Some(storage) = storage() else { return };
    drop(storage.set_item(LANGUAGE, tag));
}
