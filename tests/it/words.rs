//! Everything that people are told stands in the files of the crate `words`, and every refusal has its words there.

use std::collections::BTreeSet;

use yishi_protocol::rejection::Code;
use yishi_words::build::{Catalogue, Faults};

use crate::tidy::{root, sources};

#[test]
fn every_refusal_says_what_happened_and_what_to_do() {
    let catalogue = Catalogue::read(root().join("words")).unwrap();
    let told: BTreeSet<&str> =
        ["refusal", "refusal_desk"].iter().flat_map(|group| catalogue.codes(group)).collect();
    let untold: Vec<&str> =
        Code::ALL.iter().map(|code| code.as_str()).filter(|code| !told.contains(code)).collect();
    assert_eq!(untold, [""; 0], "these codes have no words in words/zh-CN.ftl");
}

/// Phrases whose number is never one, and why.
const NEVER_ONE: &[(&str, &str)] = &[
    ("papers-by-channel", "told to everybody from ten on"),
    ("calls-figures", "a draw asks more homes"),
    ("weight-merged", "one home is not merged"),
    ("weight-merged-of-several", "nor here"),
    ("demand-signed-of", "of so many homes"),
    ("desk_calls-reached-of", "of so many homes"),
    ("desk_calls-will-say-not-audited", "four of five of what is drawn"),
    ("desk_court-other-history", "a log has more"),
    ("desk_court-ends-before", "a log has more"),
    ("settle-entries", "a log has more"),
    ("works-of-homes", "of so many homes"),
    ("desk_court-entries-were-checked", "a record has more entries"),
    ("desk_matter-homes", "of so many homes"),
];

#[test]
fn english_counts_one_as_one() {
    let nouns = [
        "ballots",
        "documents",
        "entries",
        "homes",
        "letters",
        "lines",
        "opinions",
        "phones",
        "questions",
        "rows",
        "sheets",
        "units",
    ];
    let english = std::fs::read_to_string(root().join("words/en.ftl")).unwrap();
    let variant = |line: &&str| !line.trim_start().starts_with(['[', '*']);
    let mut wrong: BTreeSet<&str> = BTreeSet::new();
    for line in english.lines().filter(variant) {
        // `{ $lines } lines`, perhaps with a word between.
        let counted = line.split("} ").skip(1).any(|after| {
            let words = after
                .split('{')
                .next()
                .unwrap_or_default()
                .split(|sign: char| !sign.is_ascii_alphabetic())
                .filter(|word| !word.is_empty());
            words.take(2).any(|word| nouns.contains(&word))
        });
        if let (true, Some((key, _))) = (counted, line.split_once(" = ")) {
            wrong.insert(key);
        }
    }
    let known: BTreeSet<&str> = NEVER_ONE.iter().map(|(key, _)| *key).collect();
    assert_eq!(wrong.difference(&known).collect::<Vec<_>>(), [&""; 0], "1 line, not 1 lines");
    assert_eq!(known.difference(&wrong).collect::<Vec<_>>(), [&""; 0], "these are said otherwise now");
}

/// Files of code whose Chinese is no phrase, and what it is.
const NOT_SAID: &[(&str, &str)] = &[
    // The sign of the product, which is the same in every language.
    ("widget/src/kit/parts.rs", "sign"),
    ("widget/src/desk/chrome.rs", "sign"),
    ("widget/src/steps/decide/desk/court/mod.rs", "sign"),
    // What people write into their files, which the readers recognise.
    ("sheets/src/ledger/account.rs", "words for accounts"),
    ("sheets/src/ledger/amount.rs", "words for the two sides of an account"),
    ("sheets/src/ledger/columns.rs", "names of columns"),
    ("sheets/src/ledger/signs.rs", "words of reversals"),
    ("sheets/src/ledger/mod.rs", "units of money, and the columns of the empty sheet"),
    ("sheets/src/roll/area.rs", "units of area"),
    ("sheets/src/roll/cell.rs", "organisations, lost characters and separators"),
    ("sheets/src/roll/columns.rs", "names of columns"),
    ("sheets/src/roll/kind.rs", "words for kinds of units"),
    ("sheets/src/roll/mod.rs", "the columns of the empty sheet"),
    ("sheets/src/roll/place.rs", "words for buildings and rooms, numerals"),
    ("sheets/src/roll/row.rs", "yes and no"),
    ("sheets/src/table/header.rs", "units behind names of columns"),
    ("sheets/src/table/totals.rs", "words for sums"),
    // What every kind of store is tried with.
    ("server/src/store/conformance.rs", "a made-up text"),
];

/// The scripts that say something before any table of words is there, the group of what each says, and one of its phrases.
const SCRIPTS: [(&str, &str, &str); 4] = [
    ("widget/loader.js", "page_loader", "retry"),
    ("widget/why.js", "page_why", "retry"),
    ("widget/page.js", "page_page", "light-page"),
    ("widget/court-file.js", "page_court", "no-evidence"),
];

/// The same of pages.
const PAGES: [(&str, &str, &str); 2] = [
    ("widget/page.html", "page_plain", "open-light-page"),
    ("widget/court-file.html", "page_court_file", "checking"),
];

/// The sign of the product, which is the same in every language, as scripts and pages have it.
const SIGNS: [&str; 2] = ["ariaLabel: \"议事\"", "<title>议事</title>"];

fn is_chinese(sign: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&sign)
}

/// The texts in quotation marks of the code before its tests, with the lines that hold them.
fn texts(source: &str) -> impl Iterator<Item = (&str, String)> {
    // Up to the tests in the file; a line that names tests in another file cuts nothing off.
    let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let told = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    told.flat_map(|line| {
        // The sign of the product, which is the same in every language.
        let without = line.replace("aria-hidden=\\\"true\\\">议</span>", "");
        let texts: Vec<String> = without.split('"').skip(1).step_by(2).map(str::to_owned).collect();
        texts.into_iter().map(move |text| (line, text))
    })
}

#[test]
fn no_phrase_stands_in_code() {
    let folders = ["widget/src", "server/src", "sheets/src", "audit/src", "casefile/src"];
    let is_test = |file: &str| file.contains("/tests/") || file.ends_with("/tests.rs");
    let shown = sources().map(|(file, source)| (file.to_string_lossy().replace('\\', "/"), source));
    let shown = shown.filter(|(file, _)| folders.iter().any(|folder| file.starts_with(folder)));
    let mut data = BTreeSet::new();
    for (file, source) in shown.filter(|(file, _)| !is_test(file)) {
        let chinese = texts(&source).find(|(_, text)| text.contains(is_chinese));
        match NOT_SAID.iter().find(|(allowed, _)| *allowed == file) {
            Some((allowed, _)) if chinese.is_some() => _ = data.insert(*allowed),
            Some(_) => {}
            None => assert_eq!(chinese, None, "{file}: say it by a key of words/"),
        }
    }
    let stale: Vec<_> = NOT_SAID.iter().filter(|(file, _)| !data.contains(file)).collect();
    assert!(stale.is_empty(), "these files hold no Chinese any more: {stale:?}");
}

#[test]
fn no_sentence_stands_in_code_of_the_readers() {
    // Data are words; what ends or goes on as a sentence is said to people.
    let is_sentence = |text: &str| {
        text.contains(['。', '？', '；']) && text.chars().filter(|sign| is_chinese(*sign)).count() > 3
    };
    for (file, source) in sources().filter(|(file, _)| file.starts_with("sheets/src")) {
        let file = file.to_string_lossy().into_owned();
        if file.contains("/tests/") {
            continue;
        }
        let told: Vec<_> = texts(&source).filter(|(_, text)| is_sentence(text)).collect();
        assert!(told.is_empty(), "{file}: {told:?}");
    }
}

/// How a file says phrases: the catalogue, the file's name, its source and the group of its phrases.
type Say = fn(&Catalogue, &str, &str, &str) -> Result<String, Faults>;

#[test]
fn letters_scripts_and_pages_say_phrases_of_the_words_files() {
    for page in ["server/src/letters/page.html", "server/src/letters/document.html"] {
        assert!(!crate::tidy::read(page).contains(is_chinese), "{page}");
    }
    let catalogue = Catalogue::read(root().join("words")).unwrap();
    let script: Say = Catalogue::script;
    let said = SCRIPTS.map(|of| (of, script)).into_iter().chain(PAGES.map(|of| (of, Catalogue::page as Say)));
    for ((file, group, phrase), say) in said {
        let source = crate::tidy::read(file);
        let built = say(&catalogue, file, &source, group).unwrap_or_else(|faults| panic!("{faults}"));
        for tag in catalogue.tags() {
            let phrase = catalogue.phrase(tag, &format!("{group}-{phrase}")).unwrap();
            assert!(built.contains(&phrase), "{file} says it in {tag}");
        }
        for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let line = SIGNS.iter().fold(line.to_owned(), |line, sign| line.replace(sign, ""));
            assert!(!line.contains(is_chinese), "{file}: {line}");
        }
    }
    let groups: BTreeSet<&str> = catalogue.programs().page.into_iter().collect();
    let known = SCRIPTS.iter().chain(&PAGES).map(|(_, group, _)| *group);
    assert_eq!(groups, known.collect(), "each group is of one script or page");
}

#[test]
fn our_own_page_asks_old_browsers_for_nothing_new() {
    // They read it before they are led to the light page: ES5, with what the build writes into it.
    let catalogue = Catalogue::read(root().join("words")).unwrap();
    let page = catalogue.script("page.js", &crate::tidy::read("widget/page.js"), "page_page").unwrap();
    for new in ["=>", "`", "const ", "let ", "...", "URLSearchParams", "fetch("] {
        let told = page.lines().find(|line| !line.trim_start().starts_with("//") && line.contains(new));
        assert_eq!(told, None, "{new}");
    }
}

#[test]
fn a_letter_is_marked_where_it_shows_its_phrases() {
    // Asterisks come in pairs in every language, since what stands between two of them is printed in bold, and none of these
    // phrases holds a sign of markup.
    let catalogue = Catalogue::read(root().join("words")).unwrap();
    let of_letters = |key: &&str| key.starts_with("desk_letter-") || key.starts_with("light_letter-");
    for key in catalogue.keys().filter(of_letters) {
        for tag in catalogue.tags() {
            let phrase = catalogue.phrase(tag, key).unwrap();
            assert!(phrase.matches('*').count().is_multiple_of(2), "{tag} {key}");
            assert!(!phrase.contains(['<', '>', '&']), "{tag} {key}");
        }
    }
}
