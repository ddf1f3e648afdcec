//! The phrases of languages that were fetched. Those of the source language stand in the code.

use std::cell::RefCell;

use yishi_words::Table;

use super::key;
use super::lang::Lang;
use crate::fetch::{Asking, fetch};

thread_local! {
    /// By language; none of the source language, and none that was not fetched.
    static TABLES: RefCell<Vec<Option<Table>>> = const { RefCell::new(Vec::new()) };
    /// Whether this is the desk, and where the loader came from, and with it every file of words.
    static PROGRAM: RefCell<(bool, String)> = const { RefCell::new((false, String::new())) };
}

/// Says which words there will be, those of residents or also those of the desk, and where the loader came from.
pub(crate) fn begin(desk: bool, base: &str) {
    PROGRAM.set((desk, base.to_owned()));
}

/// What the table of a language says, if it is here.
pub(super) fn with<T>(lang: Lang, of: impl Fn(&Table) -> Option<T>) -> Option<T> {
    TABLES.with_borrow(|tables| tables.get(lang.0)?.as_ref().and_then(of))
}

/// Whether a language's phrases are here.
pub(crate) fn is_here(lang: Lang) -> bool {
    lang == Lang::default() || with(lang, |_| Some(())).is_some()
}

/// Keeps a language's phrases; none if a text is no table.
fn keep(lang: Lang, texts: &[&'static str]) -> Option<()> {
    let (first, rest) = texts.split_first()?;
    let mut table = Table::parse(first).ok()?;
    rest.iter().try_for_each(|text| table.add(text)).ok()?;
    TABLES.with_borrow_mut(|tables| {
        tables.resize_with(key::LANGUAGES.len(), || None);
        *tables.get_mut(lang.0)? = Some(table);
        Some(())
    })
}

/// Keeps a language's phrases that lie at hand.
pub(crate) fn give(lang: Lang, texts: [String; 2]) {
    let texts = texts.map(|text| &*text.leak());
    let _ = keep(lang, &texts);
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
    let _ = keep(lang, &texts);
}

async fn fetched(address: &str, integrity: &str) -> Option<String> {
    let asked = Asking { integrity: Some(integrity), ..Asking::default() };
    fetch(address, &asked).await.filter(|answer| answer.ok).map(|answer| answer.text)
}

/// Tests fetch nothing: the phrases of English come with them.
#[cfg(test)]
pub(crate) fn learn_english() {
    let texts = [concat!(env!("OUT_DIR"), "/resident.en.txt"), concat!(env!("OUT_DIR"), "/desk.en.txt")];
    let texts = texts.map(|path| &*std::fs::read_to_string(path).unwrap_or_default().leak());
    keep(Lang::of("en"), &texts);
}
