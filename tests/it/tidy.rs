//! The repository keeps its own promises.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use yishi_protocol::blob::BlobKind;
use yishi_protocol::body::Kind;
use yishi_protocol::rejection::Code;

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

pub(crate) fn read(path: &str) -> String {
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

pub(crate) fn sources() -> impl Iterator<Item = (PathBuf, String)> {
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

/// What stops an attack is a test that exists; a name of two words or more is one.
#[test]
fn every_threat_names_tests_that_exist() {
    let all: String = sources().map(|(_, text)| text).collect();
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let mut named = 0;
    for word in read("docs/THREATS.md").split('`').skip(1).step_by(2) {
        let lower =
            word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        if word.contains('/') {
            assert!(root().join(word).exists(), "THREATS.md names {word}, which does not exist");
        } else if lower && word.contains('_') {
            assert!(all.contains(&format!("fn {word}(")), "THREATS.md names {word}, which is no test");
            named += 1;
        } else if word.contains('_') {
            assert!(codes.contains(word), "THREATS.md names {word}, which is no code");
        }
    }
    assert!(named > 50, "{named}");
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
    let rules =
        ["base16ct", "base64ct", "ed25519-dalek", "hkdf", "num-bigint", "rpds", "sha2", "yishi-derive"];
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
pub(crate) fn words_of_code(text: &str) -> Vec<String> {
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
