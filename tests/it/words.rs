//! Every phrase of the window and the light pages stands in the files of the crate `words`, and every refusal has its words there.

use std::collections::BTreeSet;

use yishi_protocol::rejection::Code;
use yishi_words::build::Catalogue;

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

#[test]
fn no_phrase_stands_in_code() {
    // What stands in Chinese for everybody: the sign of the product, what one person writes to another, a page of paper, names of
    // files, and how a window says that it was not told which estate.
    let allowed = ["kit/parts.rs", "desk/chrome.rs", "people/desk/printed.rs", "lib.rs"];
    let folders = ["widget/src", "server/src/http/light"];
    let shown = sources().filter(|(file, _)| folders.iter().any(|folder| file.starts_with(folder)));
    for (file, source) in shown {
        if allowed.iter().any(|end| file.ends_with(end)) {
            continue;
        }
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        let told = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in told {
            // The sign of the product, which is the same in every language.
            let line = line.replace("aria-hidden=\\\"true\\\">议</span>", "");
            let texts: Vec<&str> = line.split('"').skip(1).step_by(2).collect();
            let chinese = |sign: char| ('\u{4e00}'..='\u{9fff}').contains(&sign);
            assert!(!texts.iter().any(|text| text.contains(chinese)), "{}: {line}", file.display());
        }
    }
}
