//! The repository keeps its own promises.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use yishi_protocol::blob::BlobKind;
use yishi_protocol::body::Kind;
use yishi_protocol::rejection::Code;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file of the tree that people write, by its path from the root.
fn files() -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let skipped = ["target", ".git", "node_modules", "dist"].contains(&name.as_str());
            match path.is_dir() {
                true if !skipped => walk(&path, found),
                false => found.push(path),
                true => {}
            }
        }
    }
    let mut found = Vec::new();
    walk(&root(), &mut found);
    found.iter().map(|path| path.strip_prefix(root()).unwrap().to_path_buf()).collect()
}

fn sources() -> impl Iterator<Item = (PathBuf, String)> {
    let is_source = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "rs");
    files().into_iter().filter(is_source).map(|path| {
        let text = read(&path.to_string_lossy());
        (path, text)
    })
}

#[test]
fn files_stay_small_and_say_what_they_do() {
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines; move a part out", path.display());
        assert!(text.starts_with("//!"), "{} does not open with what it is for", path.display());
    }
}

#[test]
fn the_specification_lists_every_kind_code_and_blob() {
    let spec = read("protocol/SPEC.md");
    let row = |cell: &str| spec.contains(&format!("| `{cell}` |"));
    for kind in Kind::ALL {
        let number = format!("| `{:#06x}` | `{}` |", kind.number(), kind.name());
        assert!(spec.contains(&number), "SPEC.md lacks {number}");
    }
    for code in Code::ALL {
        assert!(row(code.as_str()), "SPEC.md lacks {code}");
        assert!(spec.contains(code.sentence()), "SPEC.md has another sentence for {code}");
    }
    for kind in BlobKind::ALL {
        assert!(spec.contains(&format!("| `{:#06x}` |", kind.number())), "SPEC.md lacks {kind:?}");
    }
    let named: BTreeSet<&str> = spec
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
        .filter(|cell| cell.len() > 3 && cell.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_'))
        .collect();
    let known: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(named, known, "SPEC.md names codes that do not exist");
}

/// The entry of the first page is one of the vectors, so it cannot go stale.
#[test]
fn the_specification_opens_with_an_entry_that_exists() {
    let (spec, vectors) = (read("protocol/SPEC.md"), read("tests/vectors/stairwell.json"));
    let example = spec.split("```text").nth(1).unwrap_or_default();
    let lines = example.lines().filter_map(|line| line.get(8..)?.split_whitespace().next());
    let mut found = 0;
    for field in lines.filter(|field| field.len() >= 4) {
        let as_hex = base16ct::lower::encode_string(field.as_bytes());
        let shown = vectors.contains(field) || vectors.contains(&as_hex) || field.starts_with("estate-entry");
        if field.contains(|letter: char| !letter.is_ascii_hexdigit()) && !field.starts_with('{') {
            continue;
        }
        assert!(shown, "SPEC.md shows {field}, which no vector has");
        found += 1;
    }
    assert_eq!(found, 10);
}

#[test]
fn the_tour_stays_short_and_names_what_exists() {
    let tour = read("ARCHITECTURE.md");
    assert!(tour.lines().count() <= 200, "ARCHITECTURE.md is too long to be read");
    for word in tour.split('`').skip(1).step_by(2) {
        let is_path = word.contains('/') && !word.contains([' ', '*', '…', '<', ':', '(']);
        assert!(!is_path || root().join(word).exists(), "ARCHITECTURE.md names {word}, which does not exist");
    }
}

/// The rule book depends on no platform, and nobody but its owner may name a framework.
#[test]
fn dependencies_point_one_way() {
    let names = |manifest: &str| -> BTreeSet<String> {
        let text = read(manifest);
        let section = text.split("[dependencies]").nth(1).unwrap_or_default();
        let section = section.split("\n[").next().unwrap_or_default();
        let name =
            |line: &str| Some(line.split(['.', ' ', '=']).next()?.to_owned()).filter(|name| !name.is_empty());
        section.lines().filter_map(name).collect()
    };
    let rules = ["base16ct", "base64ct", "ed25519-dalek", "hkdf", "serde", "serde_json", "sha2"];
    assert_eq!(names("protocol/Cargo.toml"), rules.map(str::to_owned).into());
    let of_cases = ["serde", "serde_json", "yishi-protocol"];
    assert_eq!(names("casefile/Cargo.toml"), of_cases.map(str::to_owned).into());
    let audit = names("audit/Cargo.toml");
    let ours: Vec<_> = audit.iter().filter(|name| name.starts_with("yishi-")).collect();
    assert_eq!(ours, ["yishi-casefile", "yishi-protocol"]);
}

#[test]
fn nothing_names_one_persons_machine() {
    let marks = ["home", "root", "Users"].map(|folder| format!("/{folder}/"));
    for path in files() {
        let Ok(text) = std::fs::read_to_string(root().join(&path)) else {
            continue;
        };
        for mark in &marks {
            assert!(!text.contains(mark), "{} names a path of one machine: {mark}", path.display());
        }
    }
}

/// The words of a source's code in their order: names, numbers and single signs, without comments and without what stands in
/// strings. So a comment may name what code must not do, and no comment excuses it.
fn words_of_code(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let taken = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some((opening, closing)) = string_at(rest) {
            end_of_string(rest, opening, &closing)
        } else if first.is_alphanumeric() || first == '_' {
            let len = rest.find(|sign: char| !sign.is_alphanumeric() && sign != '_').unwrap_or(rest.len());
            words.push(rest[..len].to_owned());
            len
        } else {
            if !first.is_whitespace() {
                words.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[taken..];
    }
    words
}

/// Where the content of a string or character that begins here begins, and what ends it.
fn string_at(text: &str) -> Option<(usize, String)> {
    let from = text.find(|sign| !matches!(sign, 'b' | 'r' | '#'))?;
    let (before, rest) = text.split_at(from);
    let hashes = before.trim_start_matches('b').strip_prefix('r').unwrap_or_default();
    let mut signs = rest.chars();
    match signs.next() {
        Some('"') if before.contains('r') => Some((from + 1, format!("\"{hashes}"))),
        Some('"') if before.is_empty() || before == "b" => Some((1 + from, "\"".to_owned())),
        // A lifetime has no closing sign after its first letter.
        Some('\'') if before.is_empty() || before == "b" => {
            let escaped = signs.next() == Some('\\');
            (escaped || signs.next() == Some('\'')).then(|| (from + 1, "'".to_owned()))
        }
        _ => None,
    }
}

/// The bytes of a string whose content begins at `from`, with what ends it. In raw strings nothing is escaped.
fn end_of_string(text: &str, from: usize, closing: &str) -> usize {
    let raw = text[..from].contains('r');
    let mut at = from;
    while at < text.len() && !text[at..].starts_with(closing) {
        let sign = text[at..].chars().next().map_or(1, char::len_utf8);
        let escaped = !raw && text[at..].starts_with('\\');
        at += if escaped { 1 + text[at + 1..].chars().next().map_or(0, char::len_utf8) } else { sign };
    }
    (at + closing.len()).min(text.len())
}

/// What a test must not do, in whatever way it is written: to sleep, to measure time, to be ignored, to expect a panic, to be
/// left for later.
const NOT_IN_TESTS: [&str; 13] = [
    "Instant",
    "catch_unwind",
    "ignore",
    "interval",
    "park_timeout",
    "should_panic",
    "sleep",
    "sleep_ms",
    "sleep_until",
    "spin_loop",
    "todo",
    "unimplemented",
    "yield_now",
];

/// The part of a source that is tests: all of it below a folder of tests, and in other files what follows `cfg(test)`.
fn tests_of<'a>(path: &Path, text: &'a str) -> &'a str {
    let whole = path.components().any(|part| part.as_os_str() == "tests");
    let from = if whole { Some(0) } else { text.find("#[cfg(test)]") };
    &text[from.unwrap_or(text.len())..]
}

/// The first word of code that must not be there.
fn first_of(text: &str, forbidden: &[&str]) -> Option<String> {
    words_of_code(text).into_iter().find(|word| forbidden.contains(&word.as_str()))
}

#[test]
fn no_test_sleeps_is_ignored_or_expects_a_panic() {
    for (path, text) in sources() {
        let found = first_of(tests_of(&path, &text), &NOT_IN_TESTS);
        assert_eq!(found, None, "{}", path.display());
    }
}

#[test]
fn signatures_are_checked_in_one_way_and_one_place() {
    for (path, text) in sources().filter(|(path, _)| path.starts_with("protocol/src")) {
        let here = path.ends_with("signature.rs");
        let forbidden: &[&str] =
            if here { &["verify_batch"] } else { &["verify_batch", "verify_strict", "Verifier"] };
        assert_eq!(first_of(&text, forbidden), None, "{} checks signatures itself", path.display());
    }
}

/// What the checks above rest on: code is told from what is only said about it.
#[test]
fn code_is_read_without_its_comments_and_strings() {
    let says = |text: &str| first_of(text, &["sleep", "verify_batch"]).is_some();
    for code in [
        "tokio::time::sleep(pause).await;",
        "use std::thread::sleep;",
        "std::thread::sleep(pause)",
        "// never in batches\nverify_batch(&all)",
        "let url = \"http://x\"; sleep(pause)",
        "let quote = '\"'; sleep(pause); let other = '\"';",
        "fn of<'a>(it: &'a str) { sleep(it) }",
        "let raw = r#\"a \" b\"#; sleep(pause)",
        "let end = \"\\\\\"; sleep(pause)",
        "b'\\''; sleep(pause)",
    ] {
        assert!(says(code), "{code}");
    }
    for silent in [
        "// sleep",
        "/* sleep */ let a = 1;",
        "\"sleep\"",
        "r#\"sleep \" sleep\"#",
        "b\"sleep\"",
        "\"a \\\" sleep\"",
        "let sleepers = 1;",
    ] {
        assert!(!says(silent), "{silent}");
    }
}

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
