//! The phrases that are here: those of the source language, which come with the program, and each other language's once it was
//! fetched.

use std::cell::RefCell;

use gloo_net::http::Request;
use yishi_words::Table;

use super::{Lang, key};

/// The source language's phrases for everybody, and those for whoever works at the desk.
const RESIDENT: &str = include_str!(concat!(env!("OUT_DIR"), "/resident.txt"));
const DESK: &str = include_str!(concat!(env!("OUT_DIR"), "/desk.txt"));

thread_local! {
    /// By language; none that was not fetched.
    static TABLES: RefCell<Vec<Option<Table>>> = const { RefCell::new(Vec::new()) };
    /// Whether this is the desk, and where the loader came from, and with it every file of words.
    static PROGRAM: RefCell<(bool, String)> = const { RefCell::new((false, String::new())) };
}

/// Brings the source language's phrases.
fn bring(texts: &[&'static str]) {
    TABLES.with_borrow_mut(|tables| {
        if tables.is_empty() {
            tables.push(joined(texts));
            tables.resize_with(key::LANGUAGES.len(), || None);
        }
    });
}

/// One table of several texts; none if one of them is no table.
fn joined(texts: &[&'static str]) -> Option<Table> {
    let (first, rest) = texts.split_first()?;
    let mut table = Table::parse(first).ok()?;
    rest.iter().try_for_each(|text| table.add(text)).ok()?;
    Some(table)
}

/// Brings the phrases of residents, or also those of the desk, in the source language. `base` is where the loader came from.
pub(crate) fn begin(desk: bool, base: &str) {
    // Two calls: what only one of them names is in that program alone.
    if desk {
        bring(&[RESIDENT, DESK])
    } else {
        bring(&[RESIDENT])
    }
    PROGRAM.set((desk, base.to_owned()));
}

/// What the table of a language says, or the source language's where that is not here or says nothing.
pub(super) fn with<T>(lang: Lang, of: impl Fn(&Table) -> Option<T>) -> Option<T> {
    // Tests mount nothing.
    #[cfg(not(target_arch = "wasm32"))]
    begin(true, "");
    TABLES.with_borrow(|tables| {
        let table = |at: usize| tables.get(at)?.as_ref();
        table(lang.0).and_then(&of).or_else(|| table(0).and_then(&of))
    })
}

/// Whether a language's phrases are here.
pub(crate) fn is_here(lang: Lang) -> bool {
    TABLES.with_borrow(|tables| tables.get(lang.0).is_some_and(Option::is_some))
}

/// Fetches the phrases of a language that this program shows, once. What cannot be had is asked for again when somebody asks for
/// the language again; until then the source language stands in.
pub(crate) async fn speak(lang: Lang) {
    let Some(language) = lang.language().filter(|_| !is_here(lang)) else { return };
    let (desk, base) = PROGRAM.with_borrow(Clone::clone);
    let mut texts: Vec<&'static str> = Vec::new();
    for file in language.files.iter().filter(|file| desk || file.bundle == "resident") {
        let Some(text) = fetched(&format!("{base}{}", file.name), file.integrity).await else { return };
        texts.push(text.leak());
    }
    let table = joined(&texts);
    TABLES.with_borrow_mut(|tables| {
        if let Some(place) = tables.get_mut(lang.0) {
            *place = table;
        }
    });
}

async fn fetched(address: &str, integrity: &str) -> Option<String> {
    let answer = Request::get(address).integrity(integrity).send().await.ok()?;
    if answer.ok() { answer.text().await.ok() } else { None }
}
