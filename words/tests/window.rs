//! The window's side: the Rust that is written compiles, names the phrases and lets nobody forget one.

#![expect(clippy::unwrap_used, reason = "a test may stop")]

use yishi_words::build::{Bundles, Catalogue};
use yishi_words::{Table, Word};

/// The name of the phrase at that place.
fn word(group: u16, place: u16) -> Word {
    Word::of(Box::leak(Box::new(yishi_words::Phrase { group, place, source: "" })))
}

/// What the build writes from the phrases below; a test compares.
mod words {
    include!("window.rs.txt");
}

const ZH: &str = "## language
language-name = 简体中文
## home
# A title
home-title = 我家
    .todo = 打开`信`看看
home-left = { $estate }还剩 { $homes } 套
home-move = { $type }
## refusal
# also for CODE_OLD
refusal-CODE_SPENT = 字码用过了
    .todo = 请再要一封信。
";

const EN: &str = "## language
language-name = English
## home
home-title = My home
    .todo = Open the letter
home-left = { $homes ->
    [one] One home is
   *[other] { $homes } homes are
} left in { $estate }
home-move = Move { $type }
## refusal
refusal-CODE_SPENT = The code has been used
    .todo = Ask for another letter.
";

const BUNDLES: Bundles<'_> = &[("first", &["language", "home"]), ("more", &["*"])];

fn catalogue() -> Catalogue {
    Catalogue::of(&[("zh-CN.ftl", ZH), ("en.ftl", EN)]).unwrap()
}

fn table(tag: &str) -> Table {
    let files = catalogue().files(BUNDLES).unwrap();
    let mut texts = files.into_iter().filter(|file| file.tag == tag).map(|file| &*file.text.leak());
    let mut table = Table::parse(texts.next().unwrap()).unwrap();
    texts.for_each(|text| table.add(text).unwrap());
    table
}

#[test]
fn the_rust_is_what_the_window_includes() {
    let written = catalogue().rust(BUNDLES).unwrap();
    assert_eq!(written, include_str!("window.rs.txt"), "write the left side to words/tests/window.rs.txt");
}

#[test]
fn phrases_are_said_in_the_language_of_the_table() {
    let (zh, en) = (table("zh-CN"), table("en"));
    assert_eq!(zh.text(words::home::TITLE), Some("我家"));
    assert_eq!(en.text(words::home::TITLE_TODO), Some("Open the letter"));
    let left = words::home::left(&"桂苑", &1_usize);
    assert_eq!(zh.fill(&left).unwrap(), "桂苑还剩 1 套");
    assert_eq!(left.in_source(words::SOURCE_PLURALS), "桂苑还剩 1 套");
    assert_eq!(words::home::TITLE.source, "我家");
    assert_eq!(en.fill(&left).unwrap(), "One home is left in 桂苑");
    assert_eq!(en.fill(&words::home::left(&"桂苑", &2)).unwrap(), "2 homes are left in 桂苑");
    assert_eq!(en.fill(&words::home::r#move(&'x')).unwrap(), "Move x");
}

#[test]
fn a_refusal_says_what_happened_and_what_to_do() {
    let en = table("en");
    let (what, advice) = words::refusal("CODE_SPENT").unwrap();
    assert_eq!(
        (en.text(what), en.text(advice)),
        (Some("The code has been used"), Some("Ask for another letter."))
    );
    assert_eq!(words::refusal("CODE_OLD"), Some((what, advice)));
    assert_eq!(words::refusal("CODE_NEW"), None);
}

#[test]
fn languages_name_their_files() {
    let names: Vec<_> = words::LANGUAGES.iter().map(|language| (language.tag, language.name)).collect();
    assert_eq!(names, [("zh-CN", "简体中文"), ("en", "English")]);
    let files = catalogue().files(BUNDLES).unwrap();
    let named = words::LANGUAGES.iter().flat_map(|language| language.files);
    assert!(named.map(|file| (file.bundle, file.name, file.integrity)).eq(files.iter().map(|file| (
        &*file.bundle,
        &*file.name,
        &*file.integrity
    ))));
}

#[test]
fn a_table_without_the_group_says_so() {
    let text = catalogue().table("en", &["language"]).unwrap();
    let table = Table::parse(text.leak()).unwrap();
    assert_eq!(table.text(words::home::TITLE), None);
    assert_eq!(table.fill(&words::home::left(&"", &1)), None);
    assert_eq!(table.text(word(0, 9)), None);
    assert_eq!(table.text(word(9, 0)), None);
}
