//! Which program says which groups, and phrases inside phrases.

use super::super::{Bundles, PSEUDO, Programs};
use super::{catalogue, wrong};
use crate::{Filled, Number, Phrase, Table, Value, Word};

#[test]
fn what_the_light_pages_say_is_in_no_program_of_the_window() {
    let groups = "## home\nhome-a = A\n## desk_a\ndesk_a-a = B\n## light\nlight-a = C\n## light_vote\nlight_vote-a = D\n## sheets_x\nsheets_x-a = E\n## page_x\npage_x-a = F\n";
    let catalogue = catalogue(groups, groups).unwrap();
    let programs = catalogue.programs();
    let expected = Programs {
        resident: vec!["home", "language"],
        desk: vec!["desk_a"],
        light: vec!["light", "light_vote"],
        sheets: vec!["sheets_x"],
        page: vec!["page_x"],
    };
    assert_eq!(programs, expected);
    let [resident, desk] = programs.fetched();
    let window: Bundles<'_> = &[(resident.0, &resident.1), (desk.0, &desk.1)];
    let rust = catalogue.rust_beside(&programs.sheets, window).unwrap();
    assert!(rust.contains("mod desk_a {") && !rust.contains("mod light"), "{rust}");
    let files = catalogue.files(window).unwrap();
    assert!(files.iter().all(|file| !file.text.contains('D')));
    // The readers name their phrases themselves; a desk fetches them.
    let names = catalogue.names(&programs.sheets);
    assert!(!rust.contains("mod sheets_x {") && names.contains("mod sheets_x {"), "{names}");
    assert!(files.iter().any(|file| file.bundle == "desk" && file.text.contains('E')));
}

#[test]
fn a_script_gets_its_phrases_in_every_language_and_no_other() {
    let zh = "## page_a\npage_a-go = 再\"试`\npage_a-until = { $month }月`前\n## page_b\npage_b-x = X\n";
    let en = "## page_a\npage_a-go = Try\npage_a-until = until ${ $month }\n## page_b\npage_b-x = X\n";
    let catalogue = catalogue(zh, en).unwrap().pseudo();
    let script = "const tags = [\"@tags@\"], [\"@languages@\"];\nsay(\"@page_a-go@\"); say(\"@page_a-until month=a[1]; x=b@\"); \"@STYLE@\" + \"@";
    let filled = catalogue.script("a.js", script, "page_a").unwrap();
    assert_eq!(
        filled,
        "const tags = [\"zh-CN\",\"en\"], [\"zh\",\"en\"];\nsay(\"再\\\"试`\",\"Try\"); say(`${a[1]}月\\`前`,`until $${a[1]}`); \"@STYLE@\" + \"@"
    );
    let wrong = |script: &str| catalogue.script("a.js", script, "page_a").unwrap_err().to_string();
    let told = wrong("say(\"@page_a-go@\")");
    assert_eq!(told, "a.js: page_a-until: the script does not say it; take it out of every language");
    let told = wrong("say(\"@page_a-go@\")\nsay(\"@page_a-until@\")");
    assert!(told.contains("a.js:2: page_a-until: the script does not say what $month is"), "{told}");
    let told = wrong("say(\"@page_a-go@\", \"@page_a-until month=1@\", \"@page_a-other@\")");
    assert_eq!(told, "a.js:1: page_a-other: no language has this phrase");
}

#[test]
fn a_phrase_inside_a_phrase_is_said_in_its_language() {
    let zh = "## home\n# says $list\nhome-a = 有{ $list }。\n# says $one, $other\nhome-b = { $one }、{ $other }\nhome-c = { $n }\n";
    let en = "## home\nhome-a = Has { $list }.\nhome-b = { $one }, { $other }\nhome-c = { $n ->\n    [one] one\n   *[other] { $n }\n}\n";
    let catalogue = catalogue(zh, en).unwrap().pseudo();
    let rust = catalogue.names(&["home"]);
    assert!(rust.contains("fn a(list: &Filled) -> Filled") && rust.contains("Value::Said(list)"), "{rust}");
    assert!(rust.contains("fn c(n: &dyn Number) -> Filled"), "{rust}");
    let word = |place| Word::of(Box::leak(Box::new(Phrase { group: 0, place, source: "\u{1}a" })));
    let number = |n: &dyn Number| Filled::new(word(2), &[Value::Counted(n)]);
    let list = Filled::new(word(1), &[Value::Said(&number(&1)), Value::Said(&number(&2))]);
    let said = Filled::new(word(0), &[Value::Said(&list)]);
    let in_language = |tag| {
        let table = Table::parse(catalogue.table(tag, &["home"]).unwrap().leak()).unwrap();
        table.fill(&said).unwrap()
    };
    assert_eq!(in_language("zh-CN"), "有1、2。");
    assert_eq!(in_language("en"), "Has one, 2.");
    assert_eq!(in_language(PSEUDO), "⟦Ĥåš ⟦⟦öñé⟧, ⟦2⟧⟧.⟧");
    assert_eq!(number(&2).in_source("x200"), "2");
    // Where a phrase inside is not at hand, the whole is said in another language.
    let absent = Word::of(Box::leak(Box::new(Phrase { group: 9, place: 0, source: "无" })));
    let table = Table::parse(catalogue.table("en", &["home"]).unwrap().leak()).unwrap();
    let whole = Filled::new(word(0), &[Value::Said(&absent.into())]);
    assert_eq!((table.fill(&whole), whole.in_source("x200").as_str()), (None, "无"));
}

#[test]
fn what_is_a_phrase_is_said_once_and_never_counted() {
    let told = wrong("# says $m\nhome-a = { $n }\n", "home-a = { $n }\n");
    assert_eq!(
        told,
        "zh-CN.ftl:3: home-a: $m is called a phrase, which the source language does not; take the comment out, or add it there"
    );
    let told = wrong("home-a = { $n }\n", "# says $n\nhome-a = { $n }\n");
    assert!(told.starts_with("en.ftl:") && told.contains("$n is called a phrase"), "{told}");
    let told = wrong("# says $n\nhome-a = { $n }\n", "home-a = { $n ->\n   *[other] x\n}\n");
    assert!(told.contains("$n is a phrase, and by a phrase nothing can be chosen"), "{told}");
}

#[test]
fn a_page_gets_its_phrases_and_says_in_each_language_what_it_says_in_each() {
    let zh = "## page_a\npage_a-go = 去 & 看\npage_a-title = 题\n## page_b\npage_b-x = { $y }\n";
    let en = "## page_a\npage_a-go = Go\npage_a-title = T\n## page_b\npage_b-x = { $y }\n";
    let catalogue = catalogue(zh, en).unwrap().pseudo();
    let page = "<title>@page_a-title@</title><!-- each language --><p lang=\"@tag@\">@page_a-go@</p><!-- end -->@OTHER@";
    assert_eq!(
        catalogue.page("a.html", page, "page_a").unwrap(),
        "<title>题</title><p lang=\"zh-CN\">去 &amp; 看</p><p lang=\"en\">Go</p>@OTHER@"
    );
    let wrong = |page: &str, group: &str| catalogue.page("a.html", page, group).unwrap_err().to_string();
    assert!(wrong("@page_a-title@", "page_a").contains("page_a-go: the page does not say it"));
    assert!(wrong("@page_b-x@", "page_b").contains("something is to be put into it"));
    let told = wrong("@page_a-title@@page_a-go@@page_a-other@", "page_a");
    assert_eq!(told, "a.html: page_a-other: no language has this phrase");
    assert!(wrong("@page_a-title@<!-- each language -->@page_a-go@", "page_a").contains("has no end"));
}
