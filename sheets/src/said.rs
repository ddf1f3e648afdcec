//! For tests, which say what the readers give: the tables of every language, as the desk and the command line have them.

use std::sync::LazyLock;

use yishi_words::{Filled, PSEUDO, Table};

mod tables {
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

/// By language, the source language first.
static TABLES: LazyLock<Vec<Table>> =
    LazyLock::new(|| tables::TABLES.iter().map(|text| Table::parse(text).unwrap()).collect());

/// What a sentence says in a language.
fn say(tag: &str, sentence: &Filled) -> String {
    TABLES.iter().find(|table| table.tag() == tag).unwrap().fill(sentence).unwrap()
}

/// What a sentence says in Chinese.
pub(crate) fn zh(sentence: &Filled) -> String {
    say("zh-CN", sentence)
}

/// What a sentence says in English.
pub(crate) fn en(sentence: &Filled) -> String {
    say("en", sentence)
}

/// What a sentence says in every language.
pub(crate) fn in_every_language(sentence: &Filled) -> Vec<String> {
    TABLES.iter().map(|table| table.fill(sentence).unwrap()).collect()
}

/// Whether every language says it, and no part of it stands outside the words files: the language that is made at build marks
/// what stands there.
pub(crate) fn is_said(words: &Filled) -> bool {
    let pseudo = say(PSEUDO, words);
    let all = in_every_language(words);
    pseudo.starts_with('⟦') && pseudo.ends_with('⟧') && all.iter().all(|said| !said.is_empty())
}

/// Whether a sentence is said and ends as one.
pub(crate) fn is_whole(sentence: &Filled) -> bool {
    is_said(sentence) && zh(sentence).ends_with(['。', '？']) && en(sentence).ends_with(['.', '?'])
}
