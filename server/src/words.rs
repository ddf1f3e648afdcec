//! The phrases of every language of the crate `words`, which `build.rs` compiles: for the light pages, for letters, and for
//! what the command line tells of people's files.

use std::sync::LazyLock;

use yishi_words::{Filled, PSEUDO, Table};

/// The text of each language's table, and the plural categories of the source language.
mod tables {
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

/// By language, the source language first.
static TABLES: LazyLock<Vec<Option<Table>>> =
    LazyLock::new(|| tables::TABLES.iter().map(|text| Table::parse(text).ok()).collect());

/// The table of a language, by its place among all.
pub(crate) fn table(at: usize) -> Option<&'static Table> {
    TABLES.get(at)?.as_ref()
}

/// A sentence in English, which the command line speaks.
pub fn in_english(filled: &Filled) -> String {
    let english = TABLES.iter().flatten().find(|table| table.tag() == "en");
    english.and_then(|table| table.fill(filled)).unwrap_or_else(|| filled.in_source(tables::SOURCE_PLURALS))
}

/// A sentence in every language that people are spoken to in, the source language first: whoever runs a command asks people
/// about their file.
pub fn in_every_language(filled: &Filled) -> String {
    let spoken = TABLES.iter().flatten().filter(|table| table.tag() != PSEUDO);
    spoken.filter_map(|table| table.fill(filled)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use yishi_sheets::FileError;

    use super::{in_english, in_every_language};

    #[test]
    fn the_command_line_says_what_a_file_is_about() {
        let sentence = FileError::Empty.sentence();
        let english = "The file holds no rows; choose the file that holds them.";
        assert_eq!(in_english(&sentence), english);
        assert_eq!(in_every_language(&sentence), format!("文件里没有内容行；请换一个文件。 {english}"));
    }
}
