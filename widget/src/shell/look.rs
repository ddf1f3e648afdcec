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

/// The language that somebody chose here. On our own page `page.js` says it to the loader, or the one that the address names.
pub(crate) fn language() -> Option<String> {
    storage()?.get_item(LANGUAGE).ok()?
}

/// Keeps the language that was chosen, against the one that a page's address named when this tab came to it.
pub(crate) fn keep_language(tag: &str) {
    let tab = web_sys::window().and_then(|window| window.session_storage().ok()?);
    for storage in [storage(), tab].into_iter().flatten() {
        drop(storage.set_item(LANGUAGE, tag));
    }
}

/// Names the language in the address of our own page where that names another one: read anew, it speaks the chosen one.
pub(crate) fn name_language(tag: &str) -> Option<()> {
    let window = web_sys::window()?;
    let (location, history) = (window.location(), window.history().ok()?);
    let (path, search) = (location.pathname().ok()?, location.search().ok()?);
    let search = naming(&search, tag)?;
    let address = format!("{path}{search}{}", location.hash().ok()?);
    history.replace_state_with_url(&history.state().ok()?, "", Some(&address)).ok()
}

/// What an address asks, with its language in place of the one that it names; nothing if it names none.
fn naming(search: &str, tag: &str) -> Option<String> {
    let pairs = search.strip_prefix('?')?.split('&');
    let is_language = |pair: &str| pair.starts_with("lang=");
    pairs.clone().find(|pair| is_language(pair))?;
    let said = format!("lang={tag}");
    let pairs: Vec<&str> = pairs.map(|pair| if is_language(pair) { &said } else { pair }).collect();
    Some(format!("?{}", pairs.join("&")))
}

#[cfg(test)]
mod tests {
    use super::naming;

    #[test]
    fn an_address_that_names_a_language_names_the_chosen_one() {
        assert_eq!(naming("?estate=1&lang=en&slang=x", "zh-CN").unwrap(), "?estate=1&lang=zh-CN&slang=x");
        assert_eq!((naming("?estate=1", "en"), naming("", "en")), (None, None));
    }
}
