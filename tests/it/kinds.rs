//! A kind that is forgotten somewhere does not compile: no match over kinds takes the rest.

use std::collections::BTreeSet;
use std::path::Path;

use yishi_protocol::blob::BlobKind;
use yishi_protocol::body::Kind;

use crate::tidy::sources;

/// Code without its comments, texts and signs, so that only words and brackets are left.
fn bare(source: &str) -> Vec<char> {
    let signs: Vec<char> = source.chars().collect();
    let at = |place: usize| signs.get(place).copied().unwrap_or(' ');
    let (mut code, mut place) = (Vec::new(), 0);
    while place < signs.len() {
        match (at(place), at(place + 1)) {
            ('/', '/') => {
                while place < signs.len() && at(place) != '\n' {
                    place += 1;
                }
            }
            ('"', _) => {
                place += 1;
                while place < signs.len() && at(place) != '"' {
                    place += if at(place) == '\\' { 2 } else { 1 };
                }
                place += 1;
            }
            ('\'', '\\') => {
                place += 3;
                while place < signs.len() && at(place) != '\'' {
                    place += 1;
                }
                place += 1;
            }
            ('\'', _) if at(place + 2) == '\'' => place += 3,
            (sign, _) => {
                code.push(sign);
                place += 1;
            }
        }
    }
    code
}

/// Where the bracket that opens at a place is closed.
fn closing(code: &[char], open: usize) -> usize {
    let mut depth = 0;
    for (place, sign) in code.iter().enumerate().skip(open) {
        match sign {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return place;
        }
    }
    code.len()
}

/// The arms of a `match` between its braces, each up to its arrow.
fn patterns(arms: &[char]) -> Vec<String> {
    let (mut found, mut pattern, mut place) = (Vec::new(), String::new(), 0);
    while place < arms.len() {
        match (arms[place], arms.get(place + 1)) {
            ('=', Some('>')) => {
                found.push(std::mem::take(&mut pattern).trim().to_owned());
                let is_space = |place: &usize| arms[*place].is_whitespace();
                let start = (place + 2..arms.len()).find(|place| !is_space(place)).unwrap_or(arms.len());
                let is_block = arms.get(start) == Some(&'{');
                place = if is_block { closing(arms, start) + 1 } else { start };
                while place < arms.len() && arms[place] != ',' && (!is_block || is_space(&place)) {
                    place = if "([{".contains(arms[place]) { closing(arms, place) + 1 } else { place + 1 };
                }
                place += usize::from(arms.get(place) == Some(&','));
            }
            (sign, _) => {
                pattern.push(sign);
                place += 1;
            }
        }
    }
    found
}

/// The patterns of every `match` of a file.
fn matches_of(source: &str) -> Vec<Vec<String>> {
    let code = bare(source);
    let word: Vec<char> = "match ".chars().collect();
    let begins = |place: usize| place == 0 || !(code[place - 1].is_alphanumeric() || code[place - 1] == '_');
    let found = (0..code.len()).filter(|place| code[*place..].starts_with(&word) && begins(*place));
    let braces = found.map(|place| {
        let mut open = place;
        while open < code.len() && code[open] != '{' {
            open = if "([".contains(code[open]) { closing(&code, open) + 1 } else { open + 1 };
        }
        patterns(&code[(open + 1).min(code.len())..closing(&code, open).max(open + 1).min(code.len())])
    });
    braces.collect()
}

/// Whether a pattern names a kind of entry, proposal or blob.
fn names_a_kind(pattern: &str) -> bool {
    let kinds = ["Body::", "Kind::", "BlobKind::", "Proposed::"];
    let mut names = pattern.split(|sign: char| !(sign.is_alphanumeric() || sign == '_' || sign == ':'));
    names.any(|name| kinds.iter().any(|kind| name.starts_with(kind)))
}

/// Whether a pattern takes whatever comes: `_`, `(None, _)`, `other`.
fn takes_the_rest(pattern: &str) -> bool {
    let pattern = pattern.split(" if ").next().unwrap_or_default().trim();
    let mut words = pattern.split(|sign: char| !(sign.is_alphanumeric() || sign == '_'));
    let binds = pattern.chars().all(|sign| sign.is_lowercase() || sign == '_');
    !names_a_kind(pattern) && (binds || words.any(|word| word == "_"))
}

/// A kind that somebody forgot must not compile: where a `match` names kinds, it names them all. Only the text is looked at.
/// `if let`, `let else` and `matches!` ask for one kind and are free to. The window is left out: it tells a few kinds of many,
/// and what it has no words for it leaves blank.
#[test]
fn a_match_over_kinds_takes_none_that_it_does_not_name() {
    let folders = ["audit/src", "casefile/src", "demo/src", "protocol/src", "server/src", "sheets/src"];
    let looked_at = |path: &Path| folders.iter().any(|folder| path.starts_with(folder));
    let mut over_kinds = 0;
    for (path, text) in sources().filter(|(path, _)| looked_at(path)) {
        for patterns in matches_of(&text) {
            if !patterns.iter().any(|pattern| names_a_kind(pattern)) {
                continue;
            }
            over_kinds += 1;
            let rest = patterns.iter().find(|pattern| takes_the_rest(pattern));
            assert_eq!(rest, None, "{}: name the kinds that this arm takes", path.display());
        }
    }
    assert!(over_kinds > 5, "only {over_kinds} were found");
    let found =
        matches_of("fn f() { match (a[b(|c| { c })], body) { (_, Body::Ask(x)) => { y } (None, _) => z } }");
    assert_eq!(found, [["(_, Body::Ask(x))", "(None, _)"]]);
    assert!(takes_the_rest("(None, _)") && takes_the_rest("other if other.is_new()"));
    assert!(!takes_the_rest("Body::Ask(_)") && !takes_the_rest("None"));
}

#[test]
fn no_two_kinds_share_a_number_or_a_name() {
    let entries = Kind::ALL.iter().map(|kind| (kind.number(), kind.name()));
    let blobs = BlobKind::ALL.iter().map(|kind| (kind.number(), kind.name()));
    for all in [entries.collect::<Vec<_>>(), blobs.collect()] {
        assert!(all.is_sorted_by_key(|(number, _)| number), "tables stand in order of number: {all:?}");
        assert_eq!(all.iter().map(|(number, _)| number).collect::<BTreeSet<_>>().len(), all.len());
        assert_eq!(all.iter().map(|(_, name)| name).collect::<BTreeSet<_>>().len(), all.len());
    }
}
