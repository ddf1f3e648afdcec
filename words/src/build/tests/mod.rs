//! Each thing that can be wrong with a phrase is told by file, line and key.

mod inside;

use super::{Bundles, Catalogue};
use crate::{Filled, Table, Value, Word};

/// The name of the phrase at that place.
fn word(group: u16, place: u16) -> Word {
    Word::of(Box::leak(Box::new(crate::Phrase { group, place, source: "" })))
}

/// Every file needs this; it is put last, so that lines stay as the test writes them.
const NAME: &str = "\n## language\nlanguage-name = L\n";

fn catalogue(zh: &str, en: &str) -> Result<Catalogue, super::Faults> {
    Catalogue::of(&[("zh-CN.ftl", &format!("{zh}{NAME}")), ("en.ftl", &format!("{en}{NAME}"))])
}

/// What is wrong with two files.
fn faults(zh: &str, en: &str) -> String {
    catalogue(zh, en).unwrap_err().to_string()
}

/// What is wrong with messages of the group `home`, which begins on line 1 of both files.
fn wrong(zh: &str, en: &str) -> String {
    faults(&format!("## home\n{zh}"), &format!("## home\n{en}"))
}

/// What is wrong with a file when there is no other.
fn alone(zh: &str) -> String {
    Catalogue::of(&[("zh-CN.ftl", &format!("{zh}{NAME}"))]).unwrap_err().to_string()
}

/// The phrases of the first group in a language, filled.
fn say(catalogue: &Catalogue, tag: &str, place: u16, values: &[Value<'_>]) -> String {
    let group = catalogue.groups().next().unwrap();
    let table = Table::parse(catalogue.table(tag, &[group]).unwrap().leak()).unwrap();
    table.fill(&Filled::new(word(0, place), values)).unwrap()
}

#[test]
fn a_file_that_is_not_fluent_is_told_with_its_entry() {
    let told = alone("## home\nhome-a = A\nhome-b A\n");
    assert_eq!(
        told,
        "zh-CN.ftl:3: this is not Fluent, in the entry `home-b A`: Expected a token starting with \"=\""
    );
    let told = alone("## home\nhome-a = { $n ->\n    [one] A\n}\n");
    assert!(told.contains("The select expression must have a default variant"), "{told}");
}

#[test]
fn what_fluent_has_beyond_us_is_refused() {
    let told = alone(
        "## home\n-brand = B\nhome-a = { -brand }\nhome-b = { NUMBER($n) }\nhome-c = { home-a.todo }\n",
    );
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(
        lines,
        [
            "zh-CN.ftl:2: -brand: terms are not supported; write the words out, or make a message",
            "zh-CN.ftl:3: home-a: `-brand` is a term, and terms are not supported; refer to a message or write the words out",
            "zh-CN.ftl:4: home-b: `NUMBER(…)` is a function, and functions are not supported; what is shown is given as a variable",
            "zh-CN.ftl:5: home-c: `home-a.todo` refers to an attribute, which is not supported; refer to a message",
        ]
    );
}

#[test]
fn blanks_that_would_get_lost_are_told() {
    let told = alone("## home\nhome-a = A \nhome-b =  B\nhome-c = C\r\nhome-d = D\tD\nhome-e = E\u{3000}\n");
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            "zh-CN.ftl:2: the line ends with a blank, which gets lost; take it out or write {\" \"}",
            "zh-CN.ftl:3: blanks after `=` get lost; leave one, or write {\" \"}",
            "zh-CN.ftl:4: the line ends with a carriage return; save the file with Unix line ends",
            "zh-CN.ftl:5: the line holds the control character U+0009; take it out",
            "zh-CN.ftl:6: the line ends with a blank, which gets lost; take it out or write {\" \"}",
        ]
    );
    let told = alone("## home\nhome-a = {\"\\u0003\"}\n");
    assert_eq!(told, "zh-CN.ftl:2: home-a: it holds the control character U+0003; take it out");
}

#[test]
fn blanks_that_are_written_out_and_lines_survive() {
    let zh = "## home\nhome-a = {\" \"}A{\"  \"}\nhome-b =\n    一\n      二\n\n    三\n";
    let catalogue = catalogue(zh, zh).unwrap();
    assert_eq!(say(&catalogue, "en", 0, &[]), " A  ");
    assert_eq!(say(&catalogue, "en", 1, &[]), "一\n  二\n\n三");
}

#[test]
fn a_message_stands_in_its_group() {
    assert!(
        faults("home-a = A\n", "")
            .starts_with("zh-CN.ftl:1: home-a: it stands in no group; begin one with `## name` above it")
    );
    let told = alone("## home\nvote-a = A\n");
    assert_eq!(told, "zh-CN.ftl:2: vote-a: it stands in the group `home`, so its id must begin with `home-`");
    let told = alone("## Home\n");
    assert_eq!(told, "zh-CN.ftl:1: `## Home` does not name a group; use small letters, digits and _");
    let told = alone("## home\nhome-a = A\n## vote\nvote-a = A\n## home\nhome-b = B\n");
    assert_eq!(told, "zh-CN.ftl:5: the group `home` began on line 1 already; bring its messages together");
}

#[test]
fn ids_are_unique_and_become_names() {
    let told = alone("## home\nhome-a = A\nhome-a = B\n");
    assert_eq!(told, "zh-CN.ftl:3: home-a: this id is used before; ids are unique in a file");
    let told = alone("## home\nhome-Title = A\nhome-2 = A\n");
    let sentence = "after `home-` stand small letters, digits, - and _, a letter first";
    assert_eq!(told, format!("zh-CN.ftl:2: home-Title: {sentence}\nzh-CN.ftl:3: home-2: {sentence}"));
    let told = alone("## home\nhome-a = A\n    .b = B\nhome-a-b = C\n");
    assert_eq!(
        told,
        "zh-CN.ftl:4: home-a-b: it gets the same name in Rust as `home-a.b`; give it another id"
    );
    let told = alone("## home\nhome-a = A\n    .b = B\n    .b = C\n");
    assert_eq!(told, "zh-CN.ftl:4: home-a.b: the message has this attribute twice; take one out");
    let told = alone("## home\nhome-a = { $a-b }{ $a_b }\n");
    assert_eq!(
        told,
        "zh-CN.ftl:2: home-a: two of its variables get the same name in Rust; give one another name"
    );
    let told = alone("## home\nhome-a = { $a }{ $b }{ $c }{ $d }{ $e }{ $f }{ $g }{ $h }\n");
    assert_eq!(told, "zh-CN.ftl:2: home-a: it has more than 7 variables; make it several messages");
}

#[test]
fn an_empty_phrase_is_told() {
    let sentence = "it says nothing; write what people are to read";
    assert_eq!(alone("## home\nhome-a = {\"\"}\n"), format!("zh-CN.ftl:2: home-a: {sentence}"));
    assert_eq!(alone("## home\nhome-a =\n    .b = B\n"), format!("zh-CN.ftl:2: home-a: {sentence}"));
}

#[test]
fn references_are_resolved_and_never_in_a_circle() {
    let zh = "## home\nhome-a = { home-b }！\nhome-b = 你好，{ $name }\n";
    let catalogue = catalogue(zh, zh).unwrap();
    assert_eq!(say(&catalogue, "zh-CN", 0, &[Value::Shown(&"王")]), "你好，王！");
    let told = alone("## home\nhome-a = { home-c }\n");
    assert_eq!(told, "zh-CN.ftl:2: home-a: it refers to `home-c`, which this file does not have");
    let told = alone("## home\nhome-a = { home-b }\nhome-b = { home-c }\nhome-c = { home-b }\n");
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            "zh-CN.ftl:3: home-b: it refers to itself, `home-b` → `home-c` → `home-b`; write one of them out",
            "zh-CN.ftl:4: home-c: it refers to itself, `home-c` → `home-b` → `home-c`; write one of them out",
        ]
    );
}

#[test]
fn choices_are_by_numbers_and_the_plurals_of_the_language() {
    let told = alone("## home\nhome-a = { $n ->\n    [one] 一\n   *[other] 多\n}\n");
    let names = "it has: other, and exact numbers";
    assert_eq!(told, format!("zh-CN.ftl:2: home-a: the language has no plural category [one]; {names}"));
    let told = wrong("home-a = { $n }\n", "home-a = { $n ->\n    [few] A\n   *[other] B\n}\n");
    let names = "it has: one, other, and exact numbers";
    assert_eq!(told, format!("en.ftl:2: home-a: the language has no plural category [few]; {names}"));
    let told = alone("## home\nhome-a = { $n ->\n   *[0] A\n    [1] B\n}\n");
    assert_eq!(told, "zh-CN.ftl:2: home-a: the default variant of $n must stand last, marked with *");
    let told = alone("## home\nhome-a = { $n ->\n    [1] A\n    [1] B\n   *[2] C\n}\n");
    assert_eq!(told, "zh-CN.ftl:2: home-a: the choice by $n has a variant twice; take one out");
    let told = alone("## home\nhome-a = { $n ->\n    [1.0] A\n   *[2] C\n}\n");
    assert_eq!(told, "zh-CN.ftl:2: home-a: [1.0] is not a whole number from 0, written plainly");
    let told = alone("## home\nhome-a = { 1 ->\n   *[2] C\n}\n");
    assert_eq!(told, "zh-CN.ftl:2: home-a: a choice is made by a variable only: { $count -> … }");
    let deep = (0..4).fold("x".to_owned(), |inner, _| format!("{{ $n ->\n   *[other] {inner}\n}}"));
    let told = alone(&format!("## home\nhome-a = {deep}\n"));
    assert_eq!(told, "zh-CN.ftl:2: home-a: its choices lie more than 3 deep; make it several messages");
}

#[test]
fn a_choice_by_plurals_has_those_that_the_language_has() {
    let zh = format!("## home\nhome-a = {{ $n }}\n{NAME}");
    let read = |pl: &str| {
        let pl = format!("## home\nhome-a = {{ $n ->\n{pl}}}\n{NAME}");
        Catalogue::of(&[("zh-CN.ftl", &zh), ("pl.ftl", &pl)]).map(|_| ()).map_err(|faults| faults.to_string())
    };
    let told = read("    [one] A\n   *[other] B\n");
    assert_eq!(told, Err("pl.ftl:2: home-a: the choice by $n lacks [many], as for 0; add it".to_owned()));
    let told = read("    [one] A\n   *[many] B\n");
    assert_eq!(told, Err("pl.ftl:2: home-a: the choice by $n lacks [few], as for 2; add it".to_owned()));
    assert_eq!(read("    [one] A\n    [few] B\n   *[many] C\n"), Ok(()));
    assert_eq!(read("    [0] A\n   *[other] B\n"), Ok(()));
}

#[test]
fn choices_lie_in_choices() {
    let en = "## home\nhome-a = { $homes ->\n    [0] None\n    [one] { $days ->\n        [one] One home, one day\n       *[other] One home, { $days } days\n    }\n   *[other] { $homes } homes\n} left\n";
    let catalogue = catalogue("## home\nhome-a = { $homes } 套 { $days } 天\n", en).unwrap();
    let say =
        |homes: u64, days: u64| say(&catalogue, "en", 0, &[Value::Counted(&homes), Value::Counted(&days)]);
    assert_eq!(say(0, 1), "None left");
    assert_eq!(say(1, 1), "One home, one day left");
    assert_eq!(say(1, 3), "One home, 3 days left");
    assert_eq!(say(21, 1), "21 homes left");
}

#[test]
fn languages_have_the_same_phrases() {
    let told = wrong("home-a = A\n    .b = B\nhome-c = C\n", "home-a = A\nhome-d = D\n");
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            "en.ftl:1: home-a.b: it is missing in the group `home`; translate zh-CN.ftl:3",
            "en.ftl:1: home-c: it is missing in the group `home`; translate zh-CN.ftl:4",
            "en.ftl:3: home-d: zh-CN.ftl does not have it; take it out, or add it there",
        ]
    );
    let told = faults("## a\na-a = A\n## b\nb-a = A\n", "## b\nb-a = A\n## c\nc-a = C\n## a\na-a = A\n");
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            "en.ftl:1: here is the group `b`, but zh-CN.ftl goes on with `a`; keep its order",
            "en.ftl:3: zh-CN.ftl has no group `c`; take it out, or add it there",
        ]
    );
    let told = faults("## a\na-a = A\n", "");
    assert_eq!(told, "en.ftl: the group `a` of zh-CN.ftl:1 is missing; add it");
}

#[test]
fn a_variable_is_left_out_only_where_the_file_says_so() {
    let told = wrong("home-a = { $n } 套\n", "home-a = A\n");
    let sentence = "use it, or write `# may leave out $n` above it";
    assert_eq!(told, format!("en.ftl:2: home-a: it does not use $n, which zh-CN.ftl uses; {sentence}"));
    let told = wrong("home-a = 套\n", "home-a = { $n }\n");
    assert_eq!(told, format!("zh-CN.ftl:2: home-a: it does not use $n, which en.ftl uses; {sentence}"));
    let zh = "## home\n# 说明\n# may leave out $n\nhome-a = { $x } 套\n    .b = B{ $n }\n";
    assert!(catalogue(zh, "## home\nhome-a = { $n }{ $x }\n    .b = B{ $n }\n").is_ok());
    let told = wrong("# may leave out $m\nhome-a = { $n }\n", "home-a = { $n }\n");
    assert_eq!(
        told,
        "zh-CN.ftl:3: home-a: it may leave out $m, which no language uses; take the comment out"
    );
}

#[test]
fn refusals_say_what_happened_and_what_to_do() {
    let sentence = "a refusal says what happened and has one attribute, `.todo`, that says what to do";
    let told = alone("## refusal\nrefusal-A = A\n");
    assert_eq!(told, format!("zh-CN.ftl:2: refusal-A: {sentence}"));
    let told = alone("## refusal_desk\nrefusal_desk-small = A\n    .todo = B\n");
    assert_eq!(
        told,
        "zh-CN.ftl:2: refusal_desk-small: after `refusal_desk-` stands a refusal's code: capitals, digits and _"
    );
    let told = alone("## refusal\nrefusal-A = { $a }\n    .todo = B\n");
    assert_eq!(told, "zh-CN.ftl:2: refusal-A: a refusal takes no variables; say it without");
    let told =
        alone("## refusal\n# also for A\nrefusal-B = B\n    .todo = B\nrefusal-A = A\n    .todo = B\n");
    assert_eq!(told, "zh-CN.ftl:3: refusal-B: the code A has words twice");
}

#[test]
fn languages_are_named_by_their_files_and_name_themselves() {
    let told = Catalogue::of(&[("zh-CN.ftl", "")]).unwrap_err().to_string();
    let sentence = "it must say, without variables, what the language calls itself, in the group `language`";
    assert_eq!(told, format!("zh-CN.ftl: language-name: {sentence}"));
    let told = Catalogue::of(&[("en.ftl", NAME)]).unwrap_err().to_string();
    assert_eq!(told, "zh-CN.ftl: the file of the source language is missing");
    let told = Catalogue::of(&[("zh-CN.ftl", NAME), ("nobody.ftl", NAME)]).unwrap_err().to_string();
    assert_eq!(told, "nobody.ftl: the plurals of `nobody` are not known; name the file by a BCP 47 tag");
    let told = Catalogue::of(&[("zh-CN.ftl", NAME), ("kw.ftl", NAME)]).unwrap_err().to_string();
    assert_eq!(told, "kw.ftl: its plurals do not go by the last two digits (1000); tables cannot say that");
}

#[test]
fn no_group_is_in_two_bundles() {
    let catalogue = catalogue("## home\nhome-a = A\n", "## home\nhome-a = A\n").unwrap();
    let wrong = |bundles: Bundles<'_>| catalogue.files(bundles).unwrap_err().to_string();
    assert_eq!(wrong(&[("a", &["*", "vote"])]), "bundles: a: there is no group `vote`; take it out");
    assert_eq!(
        wrong(&[("a", &["home", "*"]), ("b", &["home"])]),
        "bundles: b: the group `home` is in `a` already"
    );
    assert_eq!(wrong(&[("a", &["*"]), ("b", &["*"])]), "bundles: two bundles take the rest (`*`); one can");
    assert_eq!(wrong(&[("a-b", &["*"])]), "bundles: a-b: a bundle is named by small letters and _");
    assert_eq!(catalogue.files(&[("a", &["home"]), ("b", &["*"])]).unwrap().len(), 4);
}

#[test]
fn a_folder_is_read_with_every_fault() {
    let folder = tempfile::tempdir().unwrap();
    let told = Catalogue::read(folder.path().join("none")).unwrap_err().to_string();
    assert!(told.contains("the folder cannot be read"), "{told}");
    std::fs::write(folder.path().join("zh-CN.ftl"), NAME).unwrap();
    std::fs::write(folder.path().join("notes.md"), "x").unwrap();
    assert_eq!(Catalogue::read(folder.path()).unwrap().tags().collect::<Vec<_>>(), ["zh-CN"]);
    std::fs::write(folder.path().join("en.ftl"), [0xff]).unwrap();
    let told = Catalogue::read(folder.path()).unwrap_err().to_string();
    assert!(told.starts_with("en.ftl: the file cannot be read as UTF-8"), "{told}");
}

#[test]
fn plurals_are_those_of_unicode() {
    use intl_pluralrules::{PluralRuleType, PluralRules};
    for tag in ["zh", "en", "ru", "ar", "pl"] {
        let runs = super::plural::Plural::of(tag).unwrap().runs;
        let table = Table::parse(format!("W1\u{1e}{tag}\u{1e}{runs}").leak()).unwrap();
        let locales = PluralRules::get_locales(PluralRuleType::CARDINAL);
        let locale = locales.into_iter().find(|locale| *locale == tag).unwrap();
        let rules = PluralRules::create(locale, PluralRuleType::CARDINAL).unwrap();
        for number in 0..2000_u64 {
            let due = format!("{:?}", rules.select(number).unwrap()).to_lowercase();
            assert_eq!(super::plural::name(table.category(number)), due, "{number} in {tag}");
        }
    }
}

#[test]
fn the_pseudo_language_keeps_what_is_put_in() {
    let en = "## home\nhome-a = { $homes ->\n    [one] One home\n   *[other] { $homes } homes\n} left in { $estate }\nhome-b = ,{\" \"}\n";
    let catalogue =
        catalogue("## home\nhome-a = { $estate }还剩 { $homes } 套\nhome-b = ，\n", en).unwrap().pseudo();
    assert_eq!(catalogue.tags().collect::<Vec<_>>(), ["zh-CN", "en", "en-XA"]);
    let values = |homes: &'static u64| [Value::Shown(&"Gui Garden"), Value::Counted(homes)];
    assert_eq!(say(&catalogue, "en-XA", 0, &values(&1)), "⟦Öñé ĥömé ļéfţ îñ Gui Garden one⟧");
    assert_eq!(say(&catalogue, "en-XA", 0, &values(&2)), "⟦2 ĥöméš ļéfţ îñ Gui Garden one⟧");
    assert_eq!(say(&catalogue, "en-XA", 1, &[]), "⟦, ⟧");
    let rust = catalogue.rust(&[("all", &["*"])]).unwrap();
    assert!(rust.contains("tag: \"en-XA\""));
}

/// The phrases that the window shows are right, in every language.
#[test]
fn our_own_phrases_are_right() {
    let catalogue = Catalogue::read(env!("CARGO_MANIFEST_DIR")).unwrap_or_else(|faults| panic!("\n{faults}"));
    let rust = catalogue.pseudo().rust(&[("all", &["*"])]).unwrap();
    assert!(rust.contains("pub(crate) const LANGUAGES"));
}
